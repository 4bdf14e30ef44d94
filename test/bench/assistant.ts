import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../../src/app/app.js';
import type { Reply, Store } from '../../src/app/ports.js';
import { openShenbao } from '../../src/main.js';
import { openStore } from '../../src/store/open.js';

/** An assistant on a fresh store, and a way to talk to it that waits for each reply. */
export interface Assistant {
  readonly app: App;
  readonly store: Store;
  /** Sends a text and resolves when its reply has been sent: the message is on disk by then. */
  say(conversation: string, text: string): Promise<Reply>;
  close(): Promise<void>;
}

/** The store lies under the working folder, so that the disk measured is the project's own. */
export async function openAssistant(): Promise<Assistant> {
  const folder = mkdtempSync(join(process.cwd(), 'build', 'bench-'));
  const waiting = new Map<string, (reply: Reply) => void>();
  const store = openStore(folder);
  const config = {
    data: folder,
    exports: folder,
    locale: 'zh-cn',
    profile: 'default',
    fonts: undefined,
    web: { host: '127.0.0.1', port: 0 },
    log: 'error',
  } as const;
  const app = openShenbao(config, receive, { store });
  async function receive(reply: Reply): Promise<void> {
    waiting.get(reply.message)?.(reply);
    waiting.delete(reply.message);
  }
  await app.recover();
  let count = 0;
  return {
    app,
    store,
    async say(conversation, text) {
      count += 1;
      const id = `bench:${String(count).padStart(9, '0')}`;
      const replied = new Promise<Reply>((resolve) => waiting.set(id, resolve));
      await app.accept({
        id,
        conversation,
        channel: 'bench',
        person: 'bench',
        at: Date.now(),
        words: { type: 'text', text },
      });
      return replied;
    },
    async close() {
      await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const BASICS = [
  '2026',
  '某市档案馆',
  '李某',
  '总共2565.36万，其中财政2557.36，其他8，其余为0',
  '基本1772.65 项目792.71',
  '1、负责接收、保管和提供利用。\n2、负责信息化建设。',
  '完成',
];

/** Answers everything up to the tasks. */
export async function answerBasics({ say }: Assistant, conversation: string): Promise<void> {
  for (const text of BASICS) await say(conversation, text);
}

/** One task as a person types it. */
export function taskLine(index: number): string {
  return `第${index}批馆藏数字化，扫描著录第${index}批档案，${(index % 50) + 1}.5万，全部财政`;
}

/** Adds tasks until the form holds `rows` of them, then opens the list again. */
export async function fillTasks(
  assistant: Assistant,
  conversation: string,
  rows: number,
): Promise<void> {
  for (let from = 0; from < rows; from += 500) {
    const count = Math.min(500, rows - from);
    const lines = Array.from({ length: count }, (_, at) => {
      const amount = `${((from + at) % 50) + 1}.5`;
      return [`任务${from + at}`, `内容${from + at}`, amount, amount, '0'].join('\t');
    });
    await assistant.say(conversation, lines.join('\n'));
    if (from + count < rows) await assistant.say(conversation, '添加任务');
    if (from > 0) await assistant.say(conversation, '加在后面');
  }
}
