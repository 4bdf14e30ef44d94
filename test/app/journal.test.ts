import { describe, expect, test } from 'vitest';
import { openJournal } from '../../src/app/journal.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import type { Entry } from '../../src/interview/filing.js';
import { memoryStore } from '../support/memory-store.js';
import { talk } from '../support/talk.js';

const form = departmentOverall();
const silent = () => {};

/** What a person said, and what stands in the journal for it. */
async function entriesAfter(...messages: string[]): Promise<Entry[]> {
  const records = new Map<string, string>();
  const { say } = await talk({ store: memoryStore(records) });
  for (const text of messages) await say(text);
  return [...records]
    .filter(([key]) => key.startsWith('entry:'))
    .map(([, value]) => JSON.parse(value) as Entry);
}

describe('the journal', () => {
  test('says for every change who, when, through which message, the words, and what was there before', async () => {
    const [, , changed] = await entriesAfter('2027', '某县档案馆', '跳过', '填报单位：某市档案馆');
    const entries = await entriesAfter('总额1.2亿', '总额改成1.3亿');
    expect(entries[1]).toMatchObject({
      revision: 2,
      by: 'tester',
      channel: 'test',
      message: expect.stringMatching(/^test:\d+\.2$/),
      changes: [
        {
          type: 'value',
          step: 'totalFunds',
          before: { value: '12000', said: '1.2亿', rev: 1 },
          after: { value: '13000', said: '1.3亿', rev: 2 },
        },
      ],
    });
    expect(changed).toMatchObject({
      changes: [{ step: 'reportingUnit', before: { value: '某县档案馆' } }],
    });
  });

  test('holds no entry for a message that changes nothing', async () => {
    expect(await entriesAfter('帮助', '进度', '核对')).toEqual([]);
  });

  test('an undo is an entry of its own', async () => {
    const entries = await entriesAfter('2027', '某局', '撤销');
    expect(entries.at(-1)).toMatchObject({
      revision: 3,
      undoes: 2,
      changes: [{ step: 'reportingUnit' }],
    });
  });
});

/** Tasks as a pasted table. */
function tasks(count: number): string {
  return Array.from({ length: count }, (_, at) => `任务${at}\t内容\t1\t1\t`).join('\n');
}

describe('a filing is the fold of its journal', () => {
  test('with or without a snapshot it comes back the same', async () => {
    const records = new Map<string, string>();
    const store = memoryStore(records);
    const first = await talk({ store });
    await first.say('总共5000，全部是财政拨款');
    await first.say('修改 任务');
    await first.say(tasks(250));
    await first.say('删除任务第3条');
    await first.app.close();
    expect(records.has('filing:test/1')).toBe(true);
    const withSnapshot = await openJournal(memoryStore(records), form, silent).load('test/1', '');
    records.delete('filing:test/1');
    const fromEntries = await openJournal(memoryStore(records), form, silent).load('test/1', '');
    expect(withSnapshot).toEqual(fromEntries);
    expect(fromEntries.totals['tasks']).toEqual({
      total: '249',
      fiscalFunds: '249',
      otherFunds: '0',
    });
  });
});

describe('a filing as it was', () => {
  test('is the same before and after a snapshot, and is no guess where the journal ends before', async () => {
    const records = new Map<string, string>();
    const { say, app } = await talk({ store: memoryStore(records) });
    await say('2027');
    await say('修改 任务');
    await say(tasks(250));
    await app.close();
    expect(records.has('filing:test/1')).toBe(true);
    const journal = openJournal(memoryStore(records), form, silent);
    const first = await journal.loadAt({ id: 'test/1', revision: 1 });
    expect(Object.keys(first.answers.values)).toEqual(['year']);
    expect(first.answers.rows).toEqual({});
    const last = await journal.loadAt({ id: 'test/1', revision: 2 });
    expect(last).toEqual(await journal.load('test/1', ''));
    await expect(journal.loadAt({ id: 'test/1', revision: 3 })).rejects.toThrow(
      'entry 3 of filing test/1 is missing',
    );
  });
});

describe('a snapshot', () => {
  test('is written also by a program that never runs long enough to journal so much itself', async () => {
    const records = new Map<string, string>();
    const first = await talk({ store: memoryStore(records) });
    await first.say('修改 任务');
    await first.say(tasks(120));
    await first.app.close();
    expect(records.has('filing:test/1')).toBe(false);
    const second = await talk({ store: memoryStore(records) });
    await second.say(tasks(120));
    await second.app.close();
    expect(records.has('filing:test/1')).toBe(true);
  });

  test('that could not be written is written with the next change', async () => {
    const store = memoryStore();
    const put = store.put.bind(store);
    let refusals = 1;
    store.put = async (records) => {
      if (records[0]?.[0].startsWith('filing:') && refusals-- > 0) throw new Error('disk full');
      return put(records);
    };
    const { say } = await talk({ store });
    await say('修改 任务');
    await say(tasks(250));
    expect(store.records.has('filing:test/1')).toBe(false);
    await say('删除任务第3条');
    expect(store.records.has('filing:test/1')).toBe(true);
  });
});
