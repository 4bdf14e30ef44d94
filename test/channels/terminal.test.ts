import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { openApp } from '../../src/app/app.js';
import { terminal } from '../../src/channels/terminal.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { realDocuments } from '../support/documents.js';
import { type MemoryStore, memoryStore } from '../support/memory-store.js';
import { NOON } from '../support/talk.js';

/** A conversation from a pipe: what went in, what came out, and the files that were saved. */
async function converse(lines: readonly string[], store: MemoryStore = memoryStore()) {
  const input = new PassThrough();
  const output = new PassThrough();
  const saved: string[] = [];
  const channel = terminal({
    input,
    output,
    isInteractive: false,
    conversation: 'terminal',
    person: 'tester',
    locale: 'zh-cn',
    save: async ({ name }) => {
      saved.push(name);
      return `exports/${name}`;
    },
    open: async () => undefined,
    now: () => NOON,
    later: () => ({ cancel: () => {} }),
  });
  const app = openApp({
    store,
    form: departmentOverall(),
    locale: 'zh-cn',
    documents: realDocuments,
    send: (reply) => channel.send(reply),
    log: () => {},
    now: () => NOON,
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  });
  await app.recover();
  input.end(`${lines.join('\n')}\n`);
  await channel.start(app);
  await app.close();
  return { output: String(output.read() ?? ''), saved };
}

describe('a conversation from a pipe', () => {
  test('reads as a conversation: each line is followed by its reply', async () => {
    const { output } = await converse(['2027', '某县档案馆']);
    const turns = output.split('> ').slice(1);
    expect(turns[0]).toContain('已记：年度 2027。');
    expect(turns[1]).toContain('已记：填报单位 某县档案馆。');
  });

  test('takes a pasted table as one message', async () => {
    const { output } = await converse([
      '总共55，全部是财政拨款',
      '修改 任务',
      '甲\t内容\t40\t40\t',
      '乙\t内容\t15\t15\t',
    ]);
    expect(output).toContain('已记年度主要任务 2 条；总额合计 55 万元');
  });

  test('tells where a finished file was put', async () => {
    const { output, saved } = await converse(['导出']);
    expect(saved).toEqual(['部门整体支出绩效目标申报表（草稿）.docx']);
    expect(output).toContain('📎 exports/部门整体支出绩效目标申报表（草稿）.docx');
  });

  test('goes on tomorrow where it was left today', async () => {
    const records = new Map<string, string>();
    await converse(['2027', '某县档案馆', '暂存'], memoryStore(records));
    const { output } = await converse(['李某'], memoryStore(records));
    expect(output).toContain('欢迎回来。某县档案馆2027年度申报表已填');
    expect(output).toContain('已记：单位负责人 李某。');
  });

  test('loses nothing while the store is slower than the lines', async () => {
    const store = memoryStore();
    const get = store.get.bind(store);
    store.get = async (key) => {
      for (let turn = 0; turn < 20; turn += 1)
        await new Promise((resolve) => setImmediate(resolve));
      return get(key);
    };
    const { output } = await converse(['2027', '某县档案馆'], store);
    expect(output.indexOf('您好，我是申报助手')).toBeLessThan(output.indexOf('> 2027'));
    expect(output).toContain('已记：填报单位 某县档案馆。');
  });

  test.each(['退出', 'exit', 'Quit', '再见！'])(
    '%s leaves with a farewell and no question',
    async (words) => {
      const { output } = await converse(['2027', words, '某县档案馆']);
      expect(output.split(`> ${words}\n`)[1]?.trim()).toBe(
        '都存好了，每句话当时就存了。下次来说“继续”就行。',
      );
    },
  );

  test('says so when a message could not be saved', async () => {
    const store = memoryStore();
    const put = store.put.bind(store);
    let count = 0;
    store.put = async (records) => {
      count += 1;
      if (count > 2) throw new Error('disk full');
      return put(records);
    };
    const { output } = await converse(['2027'], store);
    expect(output).toContain('这条消息没能存上，原来填的内容都没有变。请稍后再发一次。');
  });
});
