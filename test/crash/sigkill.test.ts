import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openJournal } from '../../src/app/journal.js';
import { cellOf, rowsOf } from '../../src/forms/answers.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { openStore } from '../../src/store/open.js';
import { type Chance, chanceFrom } from '../support/chance.js';

const CHILD = fileURLToPath(new URL('./child.mjs', import.meta.url));
const KILLS = 100;
const CONVERSATIONS = ['甲', '乙', '丙'];
const OPENING = [
  '2027',
  '某局',
  '李某',
  '总共9000，全部是财政拨款',
  '基本0，剩下都是项目支出',
  '1、甲。\n2、乙。',
  '完成',
];

interface Sent {
  readonly id: string;
  readonly conversation: string;
  readonly text: string;
}

/** What a person in one of three conversations says next: first the basics, then one task after another. */
function nextMessage(index: number): Sent {
  const conversation = CONVERSATIONS[index % CONVERSATIONS.length] ?? '';
  const turn = Math.floor(index / CONVERSATIONS.length);
  const text = OPENING[turn] ?? `任务${turn}，内容${turn}，1，财政1`;
  return { id: `crash:${index}`, conversation, text };
}

interface Ledger {
  readonly accepted: Set<string>;
  readonly sent: Sent[];
}

/**
 * Runs the program, talks to it, and kills it some replies and some turns of the event loop later, wherever
 * it then is. What was not accepted is sent again at the next start.
 */
async function runUntilKilled(data: string, ledger: Ledger, random: Chance): Promise<void> {
  const child = spawn(process.execPath, [CHILD, data], { stdio: ['pipe', 'pipe', 'inherit'] });
  const unanswered = ledger.sent.filter(({ id }) => !ledger.accepted.has(id));
  let repliesLeft = random(12);
  const send = (message: Sent) => child.stdin?.write(`${JSON.stringify(message)}\n`);
  const sendNext = () => {
    const message = nextMessage(ledger.sent.length);
    ledger.sent.push(message);
    send(message);
  };
  child.stdin?.on('error', () => {});
  const goOn = () => {
    // Every reply brings a burst of messages, and sometimes one of the old ones again.
    for (let burst = 1 + random(3); burst > 0; burst -= 1) sendNext();
    const old = random(3) === 0 ? ledger.sent[random(ledger.sent.length)] : undefined;
    if (old) send(old);
    if (repliesLeft === 0) killAfter(random(3000), child);
    repliesLeft -= 1;
  };
  let isReady = false;
  readEvents(child, ({ type, id = '' }) => {
    if (type === 'accepted') ledger.accepted.add(id);
    if (type === 'ready') {
      isReady = true;
      for (const message of unanswered) send(message);
      goOn();
    } else if (type === 'replied' && isReady) goOn();
  });
  await once(child, 'close');
}

/** Lets some turns of the event loop pass, which takes up to a few milliseconds, and kills. */
function killAfter(turns: number, child: ChildProcess): void {
  if (turns === 0) child.kill('SIGKILL');
  else setImmediate(() => killAfter(turns - 1, child));
}

function readEvents(
  child: ChildProcess,
  take: (event: { type: string; id?: string }) => void,
): void {
  if (!child.stdout) throw new Error('no output');
  createInterface({ input: child.stdout }).on('line', (line) => {
    // A line that the blow cut in two tells nothing.
    if (line.endsWith('}')) take(JSON.parse(line));
  });
}

/** The last run: everything not accepted is sent once more, and the program ends by itself. */
async function finish(data: string, ledger: Ledger): Promise<void> {
  const child = spawn(process.execPath, [CHILD, data], { stdio: ['pipe', 'pipe', 'inherit'] });
  readEvents(child, ({ type, id = '' }) => {
    if (type === 'accepted') ledger.accepted.add(id);
  });
  for (const message of ledger.sent) {
    if (!ledger.accepted.has(message.id)) child.stdin?.write(`${JSON.stringify(message)}\n`);
  }
  child.stdin?.end();
  await once(child, 'close');
}

async function journalOf(data: string, conversation: string) {
  const store = openStore(data);
  const filing = await openJournal(store, departmentOverall(), () => {}).load(
    `${conversation}/1`,
    '',
  );
  const messages: string[] = [];
  for await (const [id, entry] of store.list('entry')) {
    if (id.startsWith(`${conversation}/1:`)) messages.push((entry as { message: string }).message);
  }
  await store.close();
  return { filing, messages };
}

describe(`the program killed with SIGKILL at ${KILLS} moments of three conversations`, () => {
  test('every accepted message is in its journal once, in order, and nothing else is', async () => {
    const data = mkdtempSync(join(tmpdir(), 'shenbao-crash-'));
    const ledger: Ledger = { accepted: new Set(), sent: [] };
    const random = chanceFrom(20261123);
    for (let kill = 0; kill < KILLS; kill += 1) await runUntilKilled(data, ledger, random);
    await finish(data, ledger);

    expect(ledger.sent.length).toBeGreaterThan(KILLS);
    expect(ledger.accepted.size).toBe(ledger.sent.length);
    for (const conversation of CONVERSATIONS) {
      const own = ledger.sent.filter((message) => message.conversation === conversation);
      const { filing, messages } = await journalOf(data, conversation);
      expect(messages).toEqual(own.map(({ id }) => id));
      const names = rowsOf(filing.answers, 'tasks').map((row) => cellOf(row, 'name'));
      expect(names).toEqual(own.slice(OPENING.length).map(({ text }) => text.split('，')[0]));
    }
    rmSync(data, { recursive: true });
  }, 180_000);
});
