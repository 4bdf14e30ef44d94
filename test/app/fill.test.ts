import { describe, expect, test } from 'vitest';
import { memoryStore } from '../support/memory-store.js';
import { NOON, type Talk, talk } from '../support/talk.js';

const TASKS =
  '任务名称\t主要内容\t总额\t财政拨款\t其他资金\n普法宣传\t办讲座\t100\t100\t0\n法律援助\t办案\t200\t200\t0';

/** A form with two tasks, whose ids are given along. */
async function begun(): Promise<Talk & { readonly rows: readonly string[] }> {
  const talked = await talk({ store: memoryStore() });
  await talked.say('2027');
  await talked.say('某县档案馆');
  await talked.say('总额300万，全部是财政拨款');
  await talked.say(TASKS);
  const { answers } = await talked.filing();
  return { ...talked, rows: answers.rows['tasks']?.map(({ id }) => id) ?? [] };
}

function total(row: string, was: string | null, text: string) {
  return { type: 'fill' as const, step: 'tasks', row, column: 'total', was, text };
}

describe('writing straight into the form', () => {
  test('an amount is read as one, and the words it came from are kept', async () => {
    const { sayWords, filing } = await begun();
    const fill = { type: 'fill' as const, step: 'totalFunds', was: '300', text: '320.5万' };
    expect(await sayWords(fill)).toContain('资金总额 320.5 万元');
    const { answers } = await filing();
    expect(answers.values['totalFunds']).toMatchObject({ value: '320.5', said: '320.5万' });
  });

  test('a cell of a line is changed by the id of its line, wherever that stands now', async () => {
    const { say, sayWords, filing, rows } = await begun();
    await say('任务第2条移到第1条');
    expect(await sayWords(total(rows[1] ?? '', '200', '210'))).toContain('年度主要任务第 1 条');
    const { answers } = await filing();
    expect(answers.rows['tasks']?.map(({ cells }) => cells['total']?.value)).toEqual([
      '210',
      '100',
    ]);
  });

  test('nothing at all leaves the blank empty on purpose; 无 is zero', async () => {
    const { sayWords, filing } = await begun();
    await sayWords({ type: 'fill', step: 'totalFunds', was: '300', text: '  ' });
    await sayWords({ type: 'fill', step: 'otherFunds', was: '0', text: '无' });
    const { answers } = await filing();
    expect(answers.values['totalFunds']?.value).toBeNull();
    expect(answers.values['otherFunds']?.value).toBe('0');
  });

  test('words that are a command elsewhere are content in a blank', async () => {
    const { sayWords, filing } = await begun();
    await sayWords({ type: 'fill', step: 'reportingUnit', was: '某县档案馆', text: '撤销' });
    expect((await filing()).answers.values['reportingUnit']?.value).toBe('撤销');
  });

  test('what the person saw is compared with what is there: nobody overwrites unseen words', async () => {
    const { say, sayWords, filing, rows } = await begun();
    await say('第1条总额改成150');
    const reply = await sayWords(total(rows[0] ?? '', '100', '120'));
    expect(reply).toContain('年度主要任务第 1 条总额刚才已经改成了“150 万元”，您写的没有覆盖它');
    expect((await filing()).answers.rows['tasks']?.[0]?.cells['total']?.value).toBe('150');
  });

  test('a line that has just been removed takes no words', async () => {
    const { say, sayWords, rows } = await begun();
    await say('删除任务第1条');
    expect(await sayWords(total(rows[0] ?? '', '100', '120'))).toContain('这一格已经不在表上了');
  });

  test('an amount whose unit is doubtful is asked about, and nothing is changed before', async () => {
    const { say, sayWords, filing } = await begun();
    const reply = await sayWords({ type: 'fill', step: 'totalFunds', was: '300', text: '300元' });
    expect(reply).toContain('单位我拿不准');
    expect((await filing()).answers.values['totalFunds']?.value).toBe('300');
    await say('A');
    expect((await filing()).answers.values['totalFunds']?.value).toBe('0.03');
  });

  test('a year that is none is refused with what was read', async () => {
    const { sayWords, filing } = await begun();
    const reply = await sayWords({ type: 'fill', step: 'year', was: '2027', text: '好年头' });
    expect(reply).toContain('好年头');
    expect((await filing()).answers.values['year']?.value).toBe('2027');
  });
});

describe('writing into several blanks at once', () => {
  const INCOME = [
    { step: 'totalFunds', was: '300', text: '320' },
    { step: 'publicBudget', was: '300', text: '310' },
    { step: 'otherFunds', was: '0', text: '10' },
  ];

  test('all of them are one entry, taken back at once', async () => {
    const { say, sayWords, filing } = await begun();
    const { revision } = await filing();
    const reply = await sayWords({ type: 'fills', fills: INCOME, lines: [] });
    expect(reply).toContain('资金总额 320 万元');
    expect(reply).toContain('其他资金 10 万元');
    expect((await filing()).revision).toBe(revision + 1);
    await say('撤销');
    const { values } = (await filing()).answers;
    expect([values['totalFunds']?.value, values['otherFunds']?.value]).toEqual(['300', '0']);
  });

  test('one that was changed meanwhile keeps all of them as they are', async () => {
    const { say, sayWords, filing } = await begun();
    await say('总额改成305');
    const before = await filing();
    const reply = await sayWords({ type: 'fills', fills: INCOME, lines: [] });
    expect(reply).toContain('资金总额刚才已经改成了“305 万元”');
    expect((await filing()).answers).toEqual(before.answers);
  });

  test('lines are added behind those that are there', async () => {
    const { sayWords, filing } = await begun();
    const line = { step: 'tasks', cells: { name: '社区矫正', total: '5万', fiscalFunds: '5' } };
    await sayWords({ type: 'fills', fills: [], lines: [line] });
    const { answers } = await filing();
    const last = answers.rows['tasks']?.at(-1)?.cells;
    expect([last?.['name']?.value, last?.['total']?.value]).toEqual(['社区矫正', '5']);
    expect(answers.rows['tasks']).toHaveLength(3);
  });

  test('what is doubtful is said of each blank and line before any is taken', async () => {
    const { app, filing, rows } = await begun();
    const who = { conversation: 'test', person: 'tester', at: NOON };
    const before = await filing();
    const { fills, lines } = await app.views.faults(who, {
      type: 'fills',
      fills: [
        { step: 'totalFunds', was: '300', text: '300元' },
        { step: 'otherFunds', was: '0', text: '1' },
        { step: 'year', was: '2026', text: '2028' },
        { step: 'tasks', row: 'gone', column: 'total', was: null, text: '1' },
        { step: 'tasks', row: rows[0] ?? '', column: 'total', was: '100', text: '一百二十' },
      ],
      lines: [
        { step: 'tasks', cells: { name: '社区矫正', total: '约50' } },
        { step: 'tasks', cells: { name: '普法', total: '50' } },
      ],
    });
    expect(fills[0]).toContain('“300元”的单位我拿不准');
    expect(fills[1]).toBeUndefined();
    expect(fills[2]).toContain('刚才已经改成了“2027”');
    expect(fills[3]).toContain('这一格已经不在表上了');
    expect(fills[4]).toBeUndefined();
    expect(lines[0]).toContain('约50');
    expect(lines[1]).toBeUndefined();
    expect(await filing()).toEqual(before);
  });

  test('what was meant for another filing is refused as a whole', async () => {
    const { app, sayWords, filing } = await begun();
    const written = { type: 'fills' as const, filing: 'another', fills: INCOME, lines: [] };
    expect(await sayWords(written)).toContain('现在打开的不是那一份');
    expect((await filing()).answers.values['totalFunds']?.value).toBe('300');
    const who = { conversation: 'test', person: 'tester', at: NOON };
    const { fills } = await app.views.faults(who, written);
    expect(fills[0]).toContain('现在打开的不是那一份');
  });
});

describe('pressing by place', () => {
  test('a choice can be pressed by its place among those of the open question', async () => {
    const { sayWords, replies } = await begun();
    await sayWords({ type: 'text', text: '总额改成300元' });
    const options = replies.at(-1)?.parts.find(({ type }) => type === 'choices');
    const prompt = options?.type === 'choices' ? options.prompt : 0;
    expect(await sayWords({ type: 'choose', prompt, at: 0 })).toContain('0.03 万元');
    expect(await sayWords({ type: 'choose', prompt, at: 0 })).toContain('已经答过');
    expect(await sayWords({ type: 'choose', prompt: prompt + 1, at: 99 })).toContain('已经答过');
  });
});

describe('taking one step back, whatever came after it', () => {
  const revert = (revision: number) => ({ type: 'revert' as const, revision });

  test('puts back what it changed and leaves the rest', async () => {
    const { say, sayWords, filing } = await begun();
    await say('单位负责人张三');
    const reply = await sayWords(revert(3));
    expect(reply).toContain('已撤回第 3 步：资金总额 → 空');
    const { answers } = await filing();
    expect(answers.values['totalFunds']).toBeUndefined();
    expect(answers.values['unitHead']?.value).toBe('张三');
  });

  test('leaves what has been changed again since, and says so', async () => {
    const { say, sayWords, filing } = await begun();
    await say('总额改成310');
    expect(await sayWords(revert(3))).toContain('其中 1 处后来又改过，没有动');
    expect((await filing()).answers.values['totalFunds']?.value).toBe('310');
  });

  test('removes the lines it added, wherever they stand, but for those edited since', async () => {
    const { say, sayWords, filing, rows } = await begun();
    await say('第1条总额改成150');
    await say('任务第2条移到第1条');
    expect(await sayWords(revert(4))).toContain('1 处后来又改过');
    expect((await filing()).answers.rows['tasks']?.map(({ id }) => id)).toEqual([rows[0]]);
  });

  test('brings a removed line back', async () => {
    const { say, sayWords, filing, rows } = await begun();
    await say('删除任务第1条');
    await say('总额改成310');
    const { revision } = await filing();
    await sayWords(revert(revision - 1));
    expect((await filing()).answers.rows['tasks']?.map(({ id }) => id)).toEqual(rows);
  });

  test('is a step of its own that 撤销 takes back', async () => {
    const { say, sayWords, filing } = await begun();
    await sayWords(revert(3));
    await say('撤销');
    expect((await filing()).answers.values['totalFunds']?.value).toBe('300');
  });

  test('a step that is not there changes nothing', async () => {
    const { sayWords, filing } = await begun();
    const { revision } = await filing();
    expect(await sayWords(revert(99))).toContain('没有找到这一步');
    expect(await sayWords(revert(0))).toContain('没有找到这一步');
    expect((await filing()).revision).toBe(revision);
  });
});
