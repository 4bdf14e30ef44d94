import { describe, expect, test } from 'vitest';
import { NO_ANSWERS } from '../../src/forms/answers.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { parseGrid, tabbed } from '../../src/reading/grid.js';
import { read } from '../../src/reading/read.js';

const form = departmentOverall();

function readAt(question: string, text: string) {
  const reading = read(
    { form, answers: NO_ANSWERS, asked: { question }, today: '2026-11-23' },
    text,
  );
  if (reading.type !== 'facts') throw new Error(reading.type);
  const rows = reading.facts.flatMap((fact) =>
    fact.type === 'rows'
      ? fact.rows.map((row) =>
          [
            fact.step,
            ...Object.entries(row).map(([column, { value }]) => `${column}=${value}`),
          ].join(' '),
        )
      : [],
  );
  return { rows, doubts: reading.doubts.map(({ code }) => code), stated: reading.stated };
}

describe('cells from the clipboard', () => {
  test('a quoted cell keeps its line breaks, tabs and quotes', () => {
    expect(parseGrid('普法\t"法律\n十进"\t"说""好"""\n复议\t90')).toEqual([
      ['普法', '法律\n十进', '说"好"'],
      ['复议', '90'],
    ]);
  });

  test('a cell that only begins with a quote is taken as it is', () => {
    expect(parseGrid('"法律十进"宣传\t90')).toEqual([['"法律十进"宣传', '90']]);
  });

  test('empty rows are dropped, empty cells are not', () => {
    expect(parseGrid('a\t\tc\n\t\t\n')).toEqual([['a', '', 'c']]);
  });
});

describe('a pasted task table', () => {
  test('without a head is read in the order of the form', () => {
    expect(readAt('tasks', '普法\t宣传\t90\t90\t\n复议\t办案\t8\t\t8').rows).toEqual([
      'tasks name=普法 content=宣传 total=90 fiscalFunds=90 otherFunds=null',
      'tasks name=复议 content=办案 total=8 fiscalFunds=null otherFunds=8',
    ]);
  });

  test('with a head may have its columns in any order', () => {
    const { rows } = readAt(
      'tasks',
      '主要内容\t任务名称\t其他资金\t财政拨款\t总额\n宣传\t普法\t5\t90\t95',
    );
    expect(rows).toEqual(['tasks content=宣传 name=普法 otherFunds=5 fiscalFunds=90 total=95']);
  });

  test('from Word may have a head of two rows', () => {
    const { rows } = readAt(
      'tasks',
      '任务名称\t主要内容\t预算金额\t\t\n\t\t总额\t财政拨款\t其他资金\n普法\t宣传\t95\t90\t5',
    );
    expect(rows).toEqual(['tasks name=普法 content=宣传 total=95 fiscalFunds=90 otherFunds=5']);
  });

  test('may have a column of numbers', () => {
    expect(readAt('tasks', '1\t普法\t宣传\t95\t90\t5\n2\t复议\t办案\t8\t8\t').rows).toEqual([
      'tasks name=普法 content=宣传 total=95 fiscalFunds=90 otherFunds=5',
      'tasks name=复议 content=办案 total=8 fiscalFunds=8 otherFunds=null',
    ]);
  });

  test('has its row of totals compared, not stored', () => {
    const { rows, stated } = readAt('tasks', '普法\t宣传\t90\t90\t\n金额合计\t\t95\t90\t');
    expect(rows).toHaveLength(1);
    expect(stated).toEqual([
      { step: 'tasks', column: 'total', amount: '95' },
      { step: 'tasks', column: 'fiscalFunds', amount: '90' },
    ]);
  });

  test('with only the parts gets its total from them', () => {
    const { rows } = readAt('tasks', '任务名称\t主要内容\t财政拨款\t其他资金\n普法\t宣传\t90\t5');
    expect(rows).toEqual(['tasks name=普法 content=宣传 fiscalFunds=90 otherFunds=5 total=95']);
  });

  test('is found by its head whatever was asked', () => {
    const { rows } = readAt('duties', '任务名称\t主要内容\t总额\n普法\t宣传\t90');
    expect(rows).toEqual(['tasks name=普法 content=宣传 total=90']);
  });

  test('with an approximate amount keeps the line and asks for the amount', () => {
    const { rows, doubts } = readAt('tasks', '普法\t宣传\t约90\t90\t');
    expect(rows).toEqual(['tasks name=普法 content=宣传 fiscalFunds=90 otherFunds=null']);
    expect(doubts).toEqual(['approximate']);
  });

  test('whose head says 元 is in 元, and nothing is asked', () => {
    const { rows, doubts } = readAt(
      'tasks',
      '任务名称\t主要内容\t总额（元）\t财政拨款（元）\t其他资金（元）\n阅读推广\t60场\t160000\t160000\t0\n宣传品\t印刷\t8500\t8500\t0',
    );
    expect(rows).toEqual([
      'tasks name=阅读推广 content=60场 total=16 fiscalFunds=16 otherFunds=0',
      'tasks name=宣传品 content=印刷 total=0.85 fiscalFunds=0.85 otherFunds=0',
    ]);
    expect(doubts).toEqual([]);
  });

  test('may name its unit in a row above', () => {
    const { rows } = readAt(
      'tasks',
      '\t\t单位：元\n任务名称\t主要内容\t总额\n阅读推广\t60场\t160000',
    );
    expect(rows).toEqual(['tasks name=阅读推广 content=60场 total=16']);
  });

  test('of three columns without a head keeps a content with figures', () => {
    expect(readAt('tasks', '水库加固\t12座\t3200').rows).toEqual([
      'tasks name=水库加固 content=12座 total=3200',
    ]);
  });

  test('in Markdown, or set with blanks, is a table too', () => {
    expect(tabbed('| 任务 | 内容 | 总额 |\n|---|---|---|\n| 普法 | 宣传 | 90 |')).toBe(
      '任务\t内容\t总额\n普法\t宣传\t90',
    );
    expect(tabbed('普法   宣传   90\n复议   办案   50')).toBe('普法\t宣传\t90\n复议\t办案\t50');
    expect(tabbed('满意度  95%\n及时率  90%')).toBeUndefined();
  });

  test('with subtotals is read without them', () => {
    const { rows, stated } = readAt(
      'tasks',
      '普法\t宣传\t90\t90\t\n小计\t\t90\t90\t\n复议\t办案\t8\t8\t',
    );
    expect(rows).toHaveLength(2);
    expect(stated).toEqual([]);
  });

  test('whose columns fit nothing is asked about', () => {
    expect(readAt('tasks', '甲\t乙\t丙\t丁').doubts).toEqual(['columns']);
  });
});

describe('a pasted indicator table', () => {
  test('goes to the lists its headings name, merged cells leaving gaps', () => {
    const table = [
      '一级指标\t二级指标\t三级指标\t指标值',
      '产出指标\t数量指标\t培训班\t2次',
      '\t\t复议案件\t80件',
      '\t质量指标\t通过率\t≥98%',
      '满意度指标\t服务对象满意度\t群众满意度\t≥90%',
    ].join('\n');
    expect(readAt('indicators.quantity', table).rows).toEqual([
      'indicators.quantity name=培训班 targetValue=2次',
      'indicators.quantity name=复议案件 targetValue=80件',
      'indicators.quality name=通过率 targetValue=≥98%',
      'indicators.satisfaction name=群众满意度 targetValue=≥90%',
    ]);
  });

  test('with its sign and its unit in columns of their own is put together', () => {
    const { rows } = readAt(
      'indicators.quantity',
      '序号\t指标名称\t符号\t目标值\t单位\n1\t加固水库\t≥\t12\t座',
    );
    expect(rows).toEqual(['indicators.quantity name=加固水库 targetValue=≥12座']);
  });

  test('without a head is read by its headings', () => {
    const { rows } = readAt(
      'indicators.quantity',
      '产出指标\t数量指标\t加固水库\t≥12座\n\t质量指标\t合格率\t100%',
    );
    expect(rows).toEqual([
      'indicators.quantity name=加固水库 targetValue=≥12座',
      'indicators.quality name=合格率 targetValue=100%',
    ]);
  });

  test('of two columns belongs to the list that was asked for', () => {
    expect(readAt('indicators.cost', '每页单价\t≤1.2元/页').rows).toEqual([
      'indicators.cost name=每页单价 targetValue=≤1.2元/页',
    ]);
  });
});
