import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { defineForm, type Form } from '../../src/forms/form.js';
import { realDocuments } from '../support/documents.js';
import { memoryStore } from '../support/memory-store.js';
import { NOON, shown, talk } from '../support/talk.js';

const BASICS = [
  '2027',
  '某县档案馆',
  '李某',
  '总共386.2，全部是财政拨款',
  '基本331.2，剩下都是项目支出',
];

const FAILED = /^出了点问题，这条消息没有处理/;

function isMessage(key: string): boolean {
  return key.startsWith('message:');
}

/** A message that an earlier run accepted and did not handle. */
const LEFT = {
  sequence: 1,
  message: {
    id: 'left',
    conversation: 'test',
    channel: 'test',
    person: 'tester',
    at: NOON,
    words: { type: 'text', text: '某县档案馆' },
  },
};

describe('messages sent in a burst', () => {
  test('five at once are all applied, in the order they were sent', async () => {
    const { app, accept, replies, say } = await talk();
    await Promise.all(BASICS.map((text) => accept(text)));
    await app.idle();
    expect(replies.map((reply) => shown(reply).split('\n')[0])).toEqual([
      '已记：年度 2027。',
      '已记：填报单位 某县档案馆。',
      '已记：单位负责人 李某。',
      '已记：',
      '已记：',
    ]);
    expect(await say('核对')).toContain(
      '基本支出 331.2 + 项目支出 55 = 386.2 万元，与资金总额一致',
    );
  });

  test('a slow look into the store does not change their order', async () => {
    const store = memoryStore();
    const get = store.get.bind(store);
    let calls = 0;
    // The first look-up takes longest: the messages must not overtake each other.
    store.get = async (key) => {
      const turns = Math.max(0, 10 - 2 * calls);
      calls += 1;
      for (let turn = 0; turn < turns; turn += 1)
        await new Promise((resolve) => setImmediate(resolve));
      return get(key);
    };
    const { app, accept, replies } = await talk({ store });
    await Promise.all(BASICS.map((text) => accept(text)));
    await app.idle();
    expect(shown(replies[0])).toContain('年度 2027');
    expect(shown(replies[2])).toContain('单位负责人 李某');
  });
});

describe('a message delivered again', () => {
  test('later is known and applied once', async () => {
    const { app, accept, replies } = await talk();
    expect(await accept('2027', 'm1')).toBe('new');
    await app.idle();
    expect(await accept('2027', 'm1')).toBe('duplicate');
    await app.idle();
    expect(replies).toHaveLength(1);
  });

  test('while the first delivery is still being handled is applied once', async () => {
    const { app, accept, replies } = await talk();
    const deliveries = await Promise.all([
      accept('2027', 'm1'),
      accept('2027', 'm1'),
      accept('2027', 'm1'),
    ]);
    await app.idle();
    expect(deliveries.toSorted()).toEqual(['duplicate', 'duplicate', 'new']);
    expect(replies).toHaveLength(1);
  });

  test('after a restart is known', async () => {
    const records = new Map<string, string>();
    const first = await talk({ store: memoryStore(records) });
    await first.accept('2027', 'm1');
    await first.app.close();
    const second = await talk({ store: memoryStore(records) });
    expect(await second.accept('2027', 'm1')).toBe('duplicate');
  });
});

describe('a store that fails', () => {
  test('a refused write is said to the sender, who was not told "received", and nothing has changed', async () => {
    const store = memoryStore();
    const { accept, say } = await talk({ store });
    await say('2027');
    store.fail('put', 2);
    await expect(accept('某县档案馆', 'm2')).rejects.toThrow(/refused/);
    expect(await say('进度')).toContain('还差：填报单位');
    expect(await accept('某县档案馆', 'm2')).toBe('new');
    expect(await say('进度')).not.toContain('还差：填报单位');
  });

  test('a refused turn of a message that was taken in is tried again until it is written, once', async () => {
    const store = memoryStore();
    const put = store.put.bind(store);
    let refusals = 3;
    store.put = async (records) => {
      const isTurn = records.length > 1;
      if (isTurn && refusals > 0) {
        refusals -= 1;
        throw new AppError('store', 'disk full', { retryable: true });
      }
      return put(records);
    };
    const { app, accept, replies } = await talk({ store });
    expect(await accept('2027')).toBe('new');
    await app.idle();
    expect(replies.map(shown)).toEqual([
      '消息已收到，但暂时写不进存储，恢复后会自动处理，不用重发。',
      expect.stringContaining('已记：年度 2027。'),
    ]);
  });

  test('a failing read never looks like a new person', async () => {
    const records = new Map<string, string>();
    const before = await talk({ store: memoryStore(records) });
    await before.say('2027');
    await before.app.close();
    const store = memoryStore(records);
    const { app, accept, replies } = await talk({ store });
    store.fail('get', 1);
    await expect(accept('某县档案馆')).rejects.toThrow(/refused/);
    await accept('某县档案馆');
    await app.idle();
    expect(shown(replies.at(-1))).toContain('单位负责人是谁？');
  });

  test('a message is accepted once either of its two writes has succeeded', async () => {
    const store = memoryStore();
    const { app, accept, replies, say } = await talk({ store });
    await say('2027');
    // The record that it waits is refused; the turn that it is done is written.
    store.fail('put', 1);
    expect(await accept('某县档案馆', 'm2')).toBe('new');
    expect(await accept('某县档案馆', 'm2')).toBe('duplicate');
    await app.idle();
    expect(replies.map(({ message }) => message)).toEqual([expect.any(String), 'm2']);
    expect(shown(replies[1])).toContain('已记：填报单位 某县档案馆。');
  });

  test('waiting is said in the language of the conversation', async () => {
    const store = memoryStore();
    const put = store.put.bind(store);
    const { app, accept, replies, say } = await talk({ store });
    await say('English');
    let refusals = 1;
    store.put = async (records) => {
      if (records.length > 1 && refusals-- > 0) {
        throw new AppError('store', 'disk full', { retryable: true });
      }
      return put(records);
    };
    await accept('2027');
    await app.idle();
    expect(shown(replies[1])).toMatch(/^Your message has arrived, but cannot be stored/);
  });

  test('a damaged record is never taken for a new person: the message is done, and said to have failed', async () => {
    const records = new Map<string, string>();
    records.set('conversation:test', JSON.stringify({ v: 99 }));
    const first = await talk({ store: memoryStore(records) });
    await first.accept('2027', 'm1');
    await first.app.close();
    expect(first.replies.map(shown)).toEqual([expect.stringMatching(FAILED)]);
    expect(first.logged.join('\n')).toContain('record conversation:test has version 99');
    expect(records.get('conversation:test')).toBe(JSON.stringify({ v: 99 }));
    const second = await talk({ store: memoryStore(records) });
    await second.app.idle();
    expect(second.replies).toEqual([]);
    expect(await second.accept('2027', 'm1')).toBe('duplicate');
  });

  test('that a message failed is tried again until it is written', async () => {
    const store = memoryStore();
    store.records.set('conversation:test', JSON.stringify({ v: 99 }));
    const put = store.put.bind(store);
    let refusals = 2;
    store.put = async (records) => {
      const isDone = JSON.stringify(records).includes('"done"');
      if (isDone && refusals-- > 0) {
        throw new AppError('store', 'disk full', { retryable: true });
      }
      return put(records);
    };
    const { app, accept, replies } = await talk({ store });
    await accept('2027');
    await app.idle();
    expect(replies.map(shown)).toEqual([
      expect.stringContaining('暂时写不进存储'),
      expect.stringMatching(FAILED),
    ]);
  });
});

describe('what an earlier run left', () => {
  test('an accepted message that was not handled is handled at the next start, in order', async () => {
    const records = new Map<string, string>();
    const store = memoryStore(records);
    const put = store.put.bind(store);
    // The program dies after taking the messages in: no turn is ever written.
    store.put = async (entries) => (entries.length > 1 ? new Promise(() => {}) : put(entries));
    const first = await talk({ store });
    await Promise.all(BASICS.map((text) => first.accept(text)));
    const second = await talk({ store: memoryStore(records) });
    await second.app.idle();
    expect(second.replies).toHaveLength(BASICS.length);
    expect(await second.say('进度')).toContain('✓ 年度预算申请');
  });

  test('a reply that could not be sent is sent at the next start', async () => {
    const records = new Map<string, string>();
    const first = await talk({ store: memoryStore(records), isOffline: () => true });
    await first.accept('2027', 'm1');
    await first.app.idle();
    expect(first.replies).toEqual([]);
    const second = await talk({ store: memoryStore(records) });
    await second.app.idle();
    expect(second.replies.map(({ message }) => message)).toEqual(['m1']);
    expect(shown(second.replies[0])).toContain('已记：年度 2027。');
  });

  test('a file and a preview that could not be sent show what they showed when they were asked for', async () => {
    const records = new Map<string, string>();
    const form = { ...departmentOverall(), check: () => [] };
    let isOffline = false;
    const first = await talk({ store: memoryStore(records), form, isOffline: () => isOffline });
    await first.say('2027');
    await first.say('某县档案馆');
    isOffline = true;
    await first.say('导出');
    await first.say('预览');
    await first.say('填报单位：某市档案馆');
    await first.app.close();
    const second = await talk({ store: memoryStore(records) });
    await second.app.idle();
    const [exported, preview] = second.replies.map(shown);
    expect(exported).toContain('📎 某县档案馆2027年度部门整体支出绩效目标申报表.docx');
    expect(exported).toContain('定稿好了');
    expect(preview).toContain('某县档案馆');
    expect(preview).not.toContain('某市档案馆');
  });

  test('replies go out in the order their messages were accepted in', async () => {
    const records = new Map<string, string>();
    const first = await talk({ store: memoryStore(records), isOffline: () => true });
    await first.accept('2027', 'b');
    await first.accept('某县档案馆', 'a');
    await first.app.close();
    const second = await talk({ store: memoryStore(records), isOffline: () => true });
    await second.accept('李某', '0');
    await second.app.close();
    const third = await talk({ store: memoryStore(records) });
    await third.app.idle();
    expect(third.replies.map(({ message }) => message)).toEqual(['b', 'a', '0']);
  });

  test('a damaged record is logged by its key and passed over', async () => {
    const records = new Map<string, string>();
    const first = await talk({ store: memoryStore(records), isOffline: () => true });
    await first.accept('2027', 'm1');
    await first.app.close();
    records.set('message:left', JSON.stringify({ v: 1, state: 'pending', ...LEFT }));
    records.set('message:damaged', '{"v":1,"state":"pend');
    records.set('message:later', JSON.stringify({ v: 99 }));
    const { app, replies, logged } = await talk({ store: memoryStore(records) });
    await app.idle();
    expect(replies.map(({ message }) => message)).toEqual(['m1', 'left']);
    expect(logged.join('\n')).toContain('"key":"message:damaged"');
    expect(logged.join('\n')).toContain('"key":"message:later"');
    expect(records.has('message:damaged')).toBe(true);
  });

  test('old messages are forgotten while the program runs, unless their reply is still to be sent', async () => {
    const store = memoryStore();
    let hours = 0;
    let isOffline = false;
    const { app, accept } = await talk({
      store,
      isOffline: () => isOffline,
      now: () => NOON + hours * 60 * 60 * 1000,
    });
    await accept('2027', 'sent');
    await app.idle();
    isOffline = true;
    await accept('某县档案馆', 'unsent');
    await app.idle();
    hours = 23;
    await accept('李某', 'new');
    await app.idle();
    expect([...store.records.keys()].filter(isMessage).toSorted()).toEqual([
      'message:new',
      'message:sent',
      'message:unsent',
    ]);
    hours = 25;
    await accept('进度', 'newest');
    await app.idle();
    expect([...store.records.keys()].filter(isMessage).toSorted()).toEqual([
      'message:new',
      'message:newest',
      'message:unsent',
    ]);
  });

  test('a reply that was sent while the store refused is noted as soon as it can be', async () => {
    const store = memoryStore();
    const put = store.put.bind(store);
    let isRefusing = false;
    store.put = async (records) => {
      const isNote = records.every(([, value]) => !JSON.stringify(value).includes('"sequence"'));
      if (isRefusing && isNote) throw new AppError('store', 'disk full', { retryable: true });
      return put(records);
    };
    const first = await talk({ store });
    isRefusing = true;
    await first.say('2027');
    isRefusing = false;
    await first.app.close();
    const second = await talk({ store: memoryStore(store.records) });
    await second.app.idle();
    expect(second.replies).toEqual([]);
  });

  test('a reply in the language it was given in', async () => {
    const records = new Map<string, string>();
    const first = await talk({ store: memoryStore(records), isOffline: () => true });
    await first.say('谢谢');
    await first.say('English');
    await first.app.close();
    const second = await talk({ store: memoryStore(records) });
    await second.app.idle();
    expect(shown(second.replies[0])).toContain('不客气。');
  });

  test('a filing is opened by who gives its first answer, whatever was repeated before', async () => {
    const records = new Map<string, string>();
    const first = await talk({ store: memoryStore(records), isOffline: () => true });
    await first.say('帮助');
    await first.say('预览');
    await first.app.close();
    const second = await talk({ store: memoryStore(records) });
    await second.say('2027');
    const [entry] = [...records].filter(([key]) => key.startsWith('entry:'));
    expect(JSON.parse(entry?.[1] ?? '')).toMatchObject({ opens: { members: ['tester'] } });
  });

  test('a reply that was sent is not sent again', async () => {
    const records = new Map<string, string>();
    const first = await talk({ store: memoryStore(records) });
    await first.say('2027');
    await first.app.close();
    const second = await talk({ store: memoryStore(records) });
    await second.app.idle();
    expect(second.replies).toEqual([]);
  });
});

describe('a fault of the program itself', () => {
  test('while a message is understood ends that message, not the conversation, and does not come back', async () => {
    const records = new Map<string, string>();
    const first = await talk({ store: memoryStore(records) });
    await first.say('2027');
    const whole = JSON.parse(records.get('conversation:test') ?? '');
    records.set('conversation:test', JSON.stringify({ ...whole, prompt: { choices: null } }));
    records.set('message:left', JSON.stringify({ v: 1, state: 'pending', ...LEFT }));
    const second = await talk({ store: memoryStore(records) });
    await second.accept('某县档案馆', 'm2');
    await second.app.close();
    expect(second.replies.map(shown)).toEqual([
      expect.stringMatching(FAILED),
      expect.stringMatching(FAILED),
    ]);
    const third = await talk({ store: memoryStore(records), conversation: 'another' });
    await third.app.idle();
    expect(third.replies).toEqual([]);
    expect(await third.say('2027')).toContain('已记：年度 2027。');
  });

  test('is logged with where it was thrown and what caused it, but without what was said', async () => {
    const broken: Form = {
      ...departmentOverall(),
      check: () => {
        const cause = new TypeError('Invalid argument: 2565.36 of "secret bureau" 秘密档案馆');
        throw new Error('boom', { cause });
      },
    };
    const { say, logged } = await talk({ form: broken });
    await say('核对');
    const fault = logged.find((line) => line.includes('"error"')) ?? '';
    expect(JSON.parse(fault)).toMatchObject({
      level: 'error',
      event: 'message not handled',
      error: 'Error: boom',
      stack: expect.stringContaining('exactly-once.test.ts'),
      cause: { error: 'TypeError: Invalid argument: … of … …' },
    });
    expect(logged.join('\n')).not.toMatch(/2565|secret|秘密/);
  });

  test('is said, logged without the words, and changes nothing; the conversation goes on', async () => {
    const form = departmentOverall();
    const broken: Form = {
      ...form,
      check: () => {
        throw new Error('boom');
      },
    };
    const { say, logged } = await talk({ form: broken });
    await say('2027');
    expect(await say('核对')).toContain('出了点问题，这条消息没有处理');
    expect(await say('某县秘密档案馆')).toContain('已记：填报单位');
    expect(logged.join('\n')).toContain('boom');
    expect(logged.join('\n')).not.toContain('秘密');
  });

  test('a reply that cannot be put into words is said, and whoever waits has an answer', async () => {
    const broken: Form = {
      ...departmentOverall(),
      layout: () => {
        throw new Error('boom');
      },
    };
    const { say, logged } = await talk({ form: broken });
    await say('2027');
    expect(await say('预览')).toMatch(/^出了点问题.*填报单位/s);
    expect(logged.join('\n')).toContain('boom');
  });

  test('a file that cannot be made is said, and nothing is lost', async () => {
    const failing = { ...realDocuments, write: async () => Promise.reject(new Error('no memory')) };
    const { say } = await talk({ documents: failing });
    await say('2027');
    expect(await say('导出')).toContain('文件没能生成，填的内容都在');
    expect(await say('进度')).toContain('◐ 基本情况');
  });
});

describe('a form that gains a step between two runs', () => {
  const before = departmentOverall();
  const phone = {
    ...stepOf(before, 'reportingUnit'),
    id: 'contactPhone',
    label: '联系电话',
    aliases: [],
  };
  const after = defineForm({
    ...before,
    sections: before.sections.map((section) =>
      section.id === 'basics'
        ? {
            ...section,
            questions: [
              ...section.questions,
              { id: 'contactPhone', label: '联系电话', aliases: [], steps: [phone] },
            ],
          }
        : section,
    ),
  });

  test('asks it, says that it is new, and files nothing wrongly', async () => {
    const records = new Map<string, string>();
    const first = await talk({ store: memoryStore(records), form: before });
    for (const text of BASICS) await first.say(text);
    await first.app.close();
    const second = await talk({ store: memoryStore(records), form: after });
    // The open prompt of the last run was the duties: the answer belongs there.
    const reply = await second.say('1、负责接收。\n2、负责保管。');
    expect(reply).toContain('已记部门职能职责概述 2 条');
    expect(await second.say('完成')).toContain('“联系电话”是表上新增的一项');
    expect(await second.say('0734-1234567')).toContain('已记：联系电话 0734-1234567');
    expect(await second.say('核对')).toContain('公共财政拨款 386.2');
  });
});

function stepOf(form: Form, id: string) {
  const step = form.steps.get(id);
  if (step?.type !== 'value') throw new Error(id);
  return step;
}
