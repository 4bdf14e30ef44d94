import { describe, expect, test } from 'vitest';
import type { Documents } from '../../src/app/ports.js';
import type { Answers } from '../../src/forms/answers.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { printed } from '../../src/reading/document/printed.js';
import type { FileFault, RawDocument } from '../../src/reading/raw-document.js';
import { answers } from '../support/answers.js';
import { realDocuments } from '../support/documents.js';
import { memoryStore } from '../support/memory-store.js';
import { sampleAnswers } from '../support/papers.js';
import { rawDocument } from '../support/raw-documents.js';
import { shown, talk } from '../support/talk.js';

const form = departmentOverall();

/** Readers that find a given document, whatever file comes. */
function finding(document: RawDocument | FileFault): Documents {
  return {
    ...realDocuments,
    read: async () =>
      typeof document === 'string' ? { ok: false, fault: document } : { ok: true, document },
  };
}

function seen(filled: Answers): RawDocument {
  return printed(form.layout(filled, { draft: false }));
}

/** A conversation in which a file can be sent. */
async function talkWith(document: RawDocument | FileFault) {
  const talking = await talk({ documents: finding(document) });
  return {
    ...talking,
    send: (name: string) => talking.sayWords({ type: 'file', name, data: 'AA==' }),
  };
}

const FILE = '衡阳2020.docx';

describe('last year’s form, sent before anything is said', () => {
  test('is summed up, and nobody but the person says what it is', async () => {
    const { send } = await talkWith(seen(sampleAnswers()));
    const reply = await send(FILE);
    expect(reply).toContain('读了“衡阳2020.docx”：衡阳市司法局2020年度申报表。还没有填进表里');
    expect(reply).toContain(
      '认出来的：基本情况 3 项，年度预算申请 7 项，部门职能职责概述 13 条，年度主要任务 10 条，年度总体目标 5 条，年度绩效指标 28 条。',
    );
    expect(reply).toContain('“衡阳2020.docx”是 2020 年度的，是去年的表，还是就填这一份？');
    expect(reply).toContain('1〔是去年的表〕  2〔就填这一份〕');
  });

  test('is carried over section by section; the year is asked anew', async () => {
    const { say, send } = await talkWith(seen(sampleAnswers()));
    await send(FILE);
    const basics = await say('1');
    expect(basics).toContain('【基本情况】去年是：');
    expect(basics).toContain('· 填报单位 衡阳市司法局');
    expect(basics).not.toContain('年度 2020');
    expect(basics).toContain('1〔不变〕  2〔改〕  3〔其余都不变〕');
    const year = await say('不变');
    expect(year).toContain('已按“衡阳2020.docx”填上：基本情况 2 项。');
    expect(year).toContain('请问填报哪个预算年度');
    const budget = await say('2021');
    expect(budget).toContain('【年度预算申请】去年是：');
    expect(budget).toContain('· 政府性基金拨款 留空');
    expect(await say('不变')).toContain('年度预算申请 7 项');
  });

  test('what is to be changed is asked question by question, with last year’s figure at hand', async () => {
    const { say, send } = await talkWith(seen(sampleAnswers()));
    await send(FILE);
    await say('是去年的表');
    await say('不变');
    await say('2021');
    const total = await say('改');
    expect(total).toContain('去年：资金总额 2565.36 万元。');
    expect(total).toContain('〔同去年〕');
    const income = await say('2600');
    expect(income).toContain('去年：公共财政拨款 2557.36 万元');
    expect(await say('比去年多50万')).toBeDefined();
  });

  test('texts that still name the old year are shown before they are taken', async () => {
    const old = answers(
      { year: '2025', reportingUnit: '某县档案馆' },
      { goals: [{ text: '2025年底前完成数字化扫描。' }], duties: [{ text: '保管档案。' }] },
    );
    const { say, send } = await talkWith(seen(old));
    await say('2026');
    await send('去年.docx');
    await say('不变');
    const duties = await talkUntil(say, '【部门职能职责概述】');
    expect(duties).not.toContain('请特别看看');
    const goals = await talkUntil(say, '【年度总体目标】');
    expect(goals).toMatch(/请特别看看：\n· .*2025.*2026/);
  });

  test('answers remember the file and the cell they came from', async () => {
    const { say, send, filing } = await talkWith(seen(sampleAnswers()));
    await send(FILE);
    await say('就填这一份');
    await say('全部带入');
    const { answers: filled } = await filing();
    expect(filled.values['totalFunds']).toMatchObject({
      value: '2565.36',
      said: '2565.36万元',
      source: { file: FILE, at: 'B2' },
    });
    expect(form.check(filled).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('one 撤销 takes back a whole section', async () => {
    const { say, send } = await talkWith(seen(sampleAnswers()));
    await send(FILE);
    await say('是去年的表');
    await say('不变');
    expect(await say('进度')).not.toContain('单位负责人');
    expect(await say('撤销')).toContain('已撤销：');
    expect(await say('进度')).toContain('还差：年度、填报单位、单位负责人');
  });
});

describe('what a file is', () => {
  test('is asked again until it is said: no answer goes to a question that nobody sees', async () => {
    const { say, send, filing } = await talkWith(seen(sampleAnswers()));
    await send(FILE);
    expect(await say('2027')).toContain('请先说这个文件是什么');
    expect(await say('张建国')).toContain('是去年的表，还是就填这一份？');
    expect((await filing()).answers.values).toEqual({});
  });

  test('is asked when it is that of another unit, and 不用这个文件 forgets it', async () => {
    const { say, send } = await talkWith(seen(sampleAnswers()));
    await say('2021');
    await say('衡阳市林业局');
    const reply = await send(FILE);
    expect(reply).toContain('请留意：正在填的是“衡阳市林业局”，文件里的单位是“衡阳市司法局”。');
    expect(reply).toContain('3〔不用这个文件〕');
    expect(await say('3')).toContain('没有确认的内容都不用了');
    expect(await say('总额同去年')).toContain('还没有去年的表');
  });
});

describe('last year’s form, to be changed', () => {
  const old = answers(
    { year: '2025', reportingUnit: '某县档案馆' },
    {
      tasks: [{ name: '数字化', content: '2025年扫描', total: '60', fiscalFunds: '60' }],
      goals: [{ text: '2025年底前完成扫描。' }],
    },
  );

  async function atTasks() {
    const talking = await talkWith(seen(old));
    await talking.say('2026');
    await talking.send('去年.docx');
    await talking.say('不变');
    const reply = await talkUntil(talking.say, '【年度主要任务】');
    return { ...talking, reply };
  }

  test('改 brings the lines of a list in, to be changed one by one', async () => {
    const { say, reply, filing } = await atTasks();
    expect(reply).toContain('1. 数字化　60 万元');
    expect(await say('改')).toContain('年度主要任务先照“去年.docx”填上了，请逐条改');
    expect(await say('第1条总额改成65，财政65')).toContain('年度主要任务第 1 条已改');
    await say('完成');
    const { answers: now } = await filing();
    expect(now.rows['tasks']?.[0]?.cells['total']?.value).toBe('65');
  });

  test('a text with the old year can be carried over with the new one', async () => {
    const { say, reply, filing } = await atTasks();
    expect(reply).toContain('〔不变，2025 改成 2026〕');
    await say('不变，把2025改成2026');
    const { answers: now } = await filing();
    expect(now.rows['tasks']?.[0]?.cells['content']?.value).toBe('2026年扫描');
    expect(now.rows['tasks']?.[0]?.cells['total']?.value).toBe('60');
  });

  test('what is carried over all at once is followed by what is doubtful in it', async () => {
    const { say } = await atTasks();
    expect(await say('其余都不变')).toMatch(/请特别看看：\n· .*2025/);
  });

  test('other words about all the rest answer what is asked and carry nothing over', async () => {
    const { say, filing } = await atTasks();
    await say('其他同去年');
    expect((await filing()).answers.rows).toEqual({});
  });

  test('the year itself is never the same', async () => {
    const { say, send, filing } = await talkWith(seen(old));
    await send('去年.docx');
    await say('是去年的表');
    expect(await say('不变')).toContain('A〔2026〕');
    expect(await say('不变')).toContain('没看懂年度“不变”');
    await say('2026');
    expect((await filing()).answers.values['year']?.value).toBe('2026');
  });

  test('a section that was begun here is not shown as if it could be carried over', async () => {
    const { say, send } = await talkWith(seen(old));
    await say('2026');
    await say('修改 任务');
    await say('普法，宣传，10万，全部财政');
    await send('去年.docx');
    await say('不变');
    expect(await say('其余都不变')).toContain('年度总体目标 1 条');
    expect(await say('我的申报')).not.toContain('【年度主要任务】去年是');
  });
});

describe('this year’s form, edited by hand', () => {
  const before = answers(
    { year: '2026', reportingUnit: '某县档案馆', totalFunds: '60' },
    { tasks: [{ name: '数字化', content: '扫描', total: '55', fiscalFunds: '55' }] },
  );

  async function filled() {
    const edited = answers(
      { year: '2026', reportingUnit: '某县档案馆', totalFunds: '65' },
      {
        tasks: [
          { name: '数字化', content: '扫描', total: '60', fiscalFunds: '60' },
          { name: '库房', content: '修缮', total: '5', fiscalFunds: '5' },
        ],
      },
    );
    const talking = await talkWith({ ...seen(edited), declaration: form.document(before) });
    await talking.say('2026');
    await talking.say('某县档案馆');
    await talking.say('总额60');
    await talking.say('修改 任务');
    await talking.say('数字化，扫描，55万，全部财政');
    return talking;
  }

  test('shows what differs, and takes only what is confirmed', async () => {
    const { say, send, filing } = await filled();
    const reply = await send('改过的.docx');
    expect(reply).toContain('导出以后手工改过的：资金总额、年度主要任务');
    expect(reply).toContain(
      '【年度预算申请】文件与现在填的不同：\n· 资金总额：60 万元 → 65 万元（文件 B2）',
    );
    const tasks = await say('不采用');
    expect(tasks).toContain('· 年度主要任务第 1 条“数字化”总额：55 万元 → 60 万元（文件 F8）');
    expect(tasks).toContain('· 年度主要任务多了第 2 条“库房”');
    await say('采用');
    const { answers: now } = await filing();
    expect(now.values['totalFunds']?.value).toBe('60');
    expect(now.rows['tasks']?.map(({ cells }) => cells['total']?.value)).toEqual(['60', '5']);
  });

  test('takes over only what was edited in it: what was changed here since stays', async () => {
    const edited = answers(
      { year: '2026', reportingUnit: '某县档案馆', totalFunds: '60' },
      { tasks: [{ name: '数字化', content: '扫描和著录', total: '55', fiscalFunds: '55' }] },
    );
    const { say, sayWords, filing } = await talkWith({
      ...seen(edited),
      declaration: form.document(before),
    });
    await say('2026');
    await say('某县档案馆');
    await say('总额60');
    await say('修改 任务');
    await say('数字化，扫描，55万，全部财政');
    await say('总额改成70');
    const reply = await sayWords({ type: 'file', name: '改过的.docx', data: 'AA==' });
    expect(reply).toContain('主要内容：扫描 → 扫描和著录');
    expect(reply).not.toContain('资金总额：70');
    await say('全部采用');
    await say('采用');
    const { answers: now } = await filing();
    expect(now.values['totalFunds']?.value).toBe('70');
    expect(now.rows['tasks']?.[0]?.cells['content']?.value).toBe('扫描和著录');
  });

  test('that leaves a whole list out takes nothing away', async () => {
    const talking = await talkWith(
      seen(answers({ year: '2026', reportingUnit: '某馆', totalFunds: '9' })),
    );
    await talking.say('2026');
    await talking.say('某馆');
    await talking.say('总额8');
    await talking.say('修改 任务');
    await talking.say('数字化，扫描，8万，全部财政');
    expect(await talking.send('少一半.docx')).toContain('资金总额：8 万元 → 9 万元');
    await talking.say('采用');
    const { answers: now } = await talking.filing();
    expect(now.rows['tasks']).toHaveLength(1);
  });

  test('that says the same changes nothing', async () => {
    const talking = await talkWith(seen(answers({ year: '2026', reportingUnit: '某县档案馆' })));
    await talking.say('2026');
    await talking.say('某县档案馆');
    expect(await talking.send('一样.docx')).toContain('文件里的内容和现在填的一样');
  });
});

describe('a file that is of no use', () => {
  test('says why it was not read, and what to do', async () => {
    const { send } = await talkWith('no-text');
    expect(await send('扫描.pdf')).toContain('“扫描.pdf”：文件里只有图片，没有文字，像是扫描件');
  });

  test('that is no form says so, and nothing is taken', async () => {
    const { send, say } = await talkWith(rawDocument([['姓名', '电话']]));
    expect(await send('通讯录.xlsx')).toContain('“通讯录.xlsx”不像《部门整体支出绩效目标申报表》');
    expect(await say('进度')).toContain('还差：年度、填报单位、单位负责人');
  });

  test('that is too large is refused at the door and not kept', async () => {
    const { sayWords } = await talk();
    const words = { type: 'file' as const, name: '大.docx', data: 'A'.repeat(28_000_000) };
    expect(await sayWords(words)).toContain('文件超过 20 MB');
  });

  test('算了 leaves the rest of it', async () => {
    const { say, send } = await talkWith(seen(sampleAnswers()));
    await send(FILE);
    await say('是去年的表');
    expect(await say('算了')).toContain('没有确认的内容都不用了');
  });
});

/** Skips until a reply holds some words, but not for ever. */
async function talkUntil(
  say: (text: string) => Promise<string>,
  words: string,
  tries = 30,
): Promise<string> {
  const reply = await say('跳过');
  if (reply.includes(words)) return reply;
  if (tries === 0) throw new Error(`${words} did not come; the last reply was: ${reply}`);
  return talkUntil(say, words, tries - 1);
}

test('a file that was accepted before a crash is read and answered after it', async () => {
  const store = memoryStore();
  const stuck: Documents = { ...realDocuments, read: () => new Promise(() => {}) };
  const before = await talk({ store, documents: stuck });
  await before.accept({ type: 'file', name: FILE, data: 'AA==' });
  const after = await talk({ store, documents: finding(seen(sampleAnswers())) });
  expect(shown(after.replies.at(-1))).toContain('读了“衡阳2020.docx”');
});

test('a file that cannot be read back from the store is said to be lost, and the conversation goes on', async () => {
  const store = memoryStore();
  const { sayWords } = await talk({ store, documents: finding(seen(sampleAnswers())) });
  await sayWords({ type: 'file', name: FILE, data: 'AA==' });
  for await (const [id] of store.list('import')) await store.put([[`import:${id}`, { v: 2 }]]);
  const { say: later } = await talk({ store });
  expect(await later('是去年的表')).toContain('您发来的那个文件读不出来了');
  expect(await later('2027')).toContain('已记：年度 2027。');
});
