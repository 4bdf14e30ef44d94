import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/app/ports.js';
import {
  type PlannedCell,
  planWorkbook,
  type SheetPlan,
} from '../../src/documents/write/xlsx-plan.js';
import { answers } from '../support/answers.js';
import { largeAnswers, paperOf, sampleAnswers } from '../support/papers.js';

type Basics = Parameters<typeof answers>[0];
type Lists = Parameters<typeof answers>[1];

function planned(basics: Basics, lists: Lists = {}, options: { readonly draft?: boolean } = {}) {
  return sheetsOf(paperOf(answers(basics, lists), options));
}

function sheetsOf({ sheet }: Paper) {
  const plan = planWorkbook(sheet);
  const [form, checks] = plan.sheets;
  if (!form || !checks) throw new Error('a sheet is missing');
  return { plan, form, checks };
}

/** The cell that shows a text. */
function cellOf(plan: SheetPlan, text: string): PlannedCell {
  const found = plan.cells.find(({ content }) => content.kind === 'text' && content.text === text);
  if (!found) throw new Error(`no cell shows ${text}`);
  return found;
}

/** The cells of a task's row, by the task's name: name, content, and its three amounts. */
function taskRow(plan: SheetPlan, name: string): readonly PlannedCell[] {
  const { row } = cellOf(plan, name);
  return plan.cells.filter((cell) => cell.row === row && cell.column >= 1);
}

/** The amounts of 金额合计. */
function totals(plan: SheetPlan) {
  const { row } = cellOf(plan, '金额合计');
  return plan.cells.filter((cell) => cell.row === row && cell.column >= 5);
}

function heightOf(plan: SheetPlan, { row, rowSpan }: PlannedCell): number {
  return plan.rows.slice(row, row + rowSpan).reduce((sum, each) => sum + each, 0);
}

/** The lines of the sheet of checks: what its three columns show. */
function linesOf(checks: SheetPlan): readonly (readonly string[])[] {
  const shown = checks.cells.filter(({ columnSpan }) => columnSpan === 1);
  const rows = new Set(shown.map(({ row }) => row));
  return [...rows].map((row) =>
    shown
      .filter((cell) => cell.row === row)
      .map(({ content }) => {
        const value = content.kind === 'formula' ? content.result : content;
        return value.kind === 'text' ? value.text : value.amount;
      }),
  );
}

describe('a cell of several paragraphs', () => {
  const duties = [{ text: '甲' }, { text: '乙' }, { text: '丙' }];

  test('has a row for each, with the label merged over them', () => {
    const { form } = planned({}, { duties });
    const label = cellOf(form, '部门职能职责概述');
    const rows = ['1、甲', '2、乙', '3、丙'].map((text) => cellOf(form, text).row);
    expect(rows).toEqual([label.row, label.row + 1, label.row + 2]);
    expect(label.rowSpan).toBe(3);
  });

  test('has no rules between its paragraphs', () => {
    const { form } = planned({}, { duties });
    expect(cellOf(form, '1、甲').style.edges).toEqual({ top: true, bottom: false, sides: true });
    expect(cellOf(form, '2、乙').style.edges).toEqual({ top: false, bottom: false, sides: true });
    expect(cellOf(form, '3、丙').style.edges).toEqual({ top: false, bottom: true, sides: true });
  });

  test('stays in the middle beside one that has more', () => {
    const { form } = planned({});
    const income = cellOf(form, '其中：公共财政拨款：');
    const [basic, project] = [cellOf(form, '其中：基本支出：'), cellOf(form, '项目支出：')];
    expect([basic.row, basic.rowSpan, basic.style.valign]).toEqual([income.row, 2, 'bottom']);
    expect([project.row, project.rowSpan, project.style.valign]).toEqual([
      income.row + 2,
      2,
      'top',
    ]);
  });

  test('is one cell where it is a label', () => {
    const { form } = planned({});
    expect(cellOf(form, '年度预算申请\n（万元）').style.fit).toBe('wrap');
    expect(cellOf(form, '财政部门\n审核意见').rowSpan).toBe(1);
  });
});

describe('a figure', () => {
  test('is a number that shows its label and its unit', () => {
    const { form } = planned({ totalFunds: '2565.36' });
    const cell = form.cells.find(({ style }) => style.format?.startsWith('"资金总额：'));
    expect(cell?.content).toEqual({ kind: 'number', amount: '2565.36' });
    expect(cell?.style.format).toBe('"资金总额："0.00####"万元"');
  });

  test('shows no point behind a whole number', () => {
    const { form } = planned({}, { tasks: [{ name: '甲', total: '80' }] });
    expect(taskRow(form, '甲')[2]?.style.format).toBe('General"万元"');
  });

  test('keeps the zeros it is written with', () => {
    const { form } = planned({}, { tasks: [{ name: '甲', total: '792.70', otherFunds: '8.000' }] });
    expect(taskRow(form, '甲')[2]?.style.format).toBe('0.00####"万元"');
    expect(taskRow(form, '甲')[4]?.style.format).toBe('0.000###"万元"');
  });

  test('shows a long whole number in full', () => {
    const { form } = planned({}, { tasks: [{ name: '甲', total: '123456789012' }] });
    expect(taskRow(form, '甲')[2]?.style.format).toBe('0"万元"');
  });

  test('that is zero is the number zero', () => {
    const { form } = planned({}, { tasks: [{ name: '甲', total: '0' }] });
    expect(taskRow(form, '甲')[2]?.content).toEqual({ kind: 'number', amount: '0' });
  });

  test('that is blank shows its label, and with it a number once one is typed', () => {
    const { form } = planned({ governmentFund: null });
    expect(cellOf(form, '政府性基金拨款：').style.format).toBe('"政府性基金拨款："General"万元"');
  });

  test('that is blank and has no label is an empty cell that shows the unit once a number is typed', () => {
    const { form } = planned({}, { tasks: [{ name: '甲', total: null }] });
    expect(taskRow(form, '甲')[2]?.content).toEqual({ kind: 'text', text: '' });
    expect(taskRow(form, '甲')[2]?.style.format).toBe('General"万元"');
  });

  test('of fifteen digits is a number, a longer one is text: a spreadsheet would round it', () => {
    const tasks = [{ name: '甲', total: '123456789012.345', otherFunds: '1234567890123.456' }];
    const { form } = planned({}, { tasks });
    expect(taskRow(form, '甲')[2]?.content).toEqual({ kind: 'number', amount: '123456789012.345' });
    expect(taskRow(form, '甲')[4]?.content).toEqual({
      kind: 'text',
      text: '1234567890123.456万元',
    });
  });

  test('shrinks where its column is too narrow: a number that does not fit would show as ####', () => {
    const { form } = planned({}, { tasks: [{ name: '甲', total: '12345678.90' }] });
    expect(taskRow(form, '甲')[2]?.style).toMatchObject({ fit: 'shrink', size: 7 });
  });
});

describe('金额合计', () => {
  test('is a live sum of the rows above it', () => {
    const tasks = [
      { name: '甲', total: '0.1' },
      { name: '乙', total: '0.2' },
    ];
    const { form } = planned({}, { tasks });
    const first = cellOf(form, '甲').row + 1;
    expect(totals(form)[0]?.content).toEqual({
      kind: 'formula',
      formula: `SUM(F${first}:F${first + 1})`,
      result: { kind: 'number', amount: '0.3' },
    });
  });

  test('is blank, not zero, while nothing is filled in', () => {
    const { form } = planned({}, { tasks: [{ name: '甲', total: '1' }] });
    const row = cellOf(form, '甲').row + 1;
    expect(totals(form)[2]?.content).toEqual({
      kind: 'formula',
      formula: `IF(COUNT(H${row}:H${row})=0,"",SUM(H${row}:H${row}))`,
      result: { kind: 'text', text: '' },
    });
  });

  test('is text where an amount is: a formula would leave that amount out', () => {
    const tasks = [
      { name: '甲', total: '12345678901234.56' },
      { name: '乙', total: '1' },
    ];
    const { form } = planned({}, { tasks });
    expect(totals(form)[0]?.content).toEqual({ kind: 'text', text: '12345678901235.56万元' });
  });

  test('is empty where there are no tasks', () => {
    const { form } = planned({});
    expect(totals(form)[0]?.content).toEqual({ kind: 'text', text: '' });
  });
});

test('a text that looks like a formula is text', () => {
  const { form } = planned({}, { tasks: [{ name: '=1+1', content: '@SUM(A1)' }] });
  expect(taskRow(form, '=1+1')[1]?.content).toEqual({ kind: 'text', text: '@SUM(A1)' });
});

describe('heights', () => {
  test('hold every line of a text', () => {
    const { form } = planned({}, { tasks: [{ name: '甲', content: '宪'.repeat(45) }] });
    const cell = cellOf(form, '宪'.repeat(45));
    expect(cell.rowSpan).toBe(1);
    expect(heightOf(form, cell)).toBe(60.75);
  });

  test('count letters and figures by half, and breaks as lines', () => {
    const { form } = planned({}, { tasks: [{ name: '甲', content: '123456789012\n甲\n乙' }] });
    expect(heightOf(form, cellOf(form, '123456789012\n甲\n乙'))).toBe(45.75);
  });

  test('of the form’s rows are at least those of the sheet', () => {
    const { form } = planned({});
    expect(heightOf(form, cellOf(form, '部门名称'))).toBe(22.5);
    expect(heightOf(form, cellOf(form, '财政部门\n审核意见'))).toBe(70.5);
  });

  test('let a label beside few rows be read whole', () => {
    const { form } = planned({});
    const label = cellOf(form, '年度主要任务');
    expect(label.style.stacked).toBe(true);
    expect(heightOf(form, label)).toBeGreaterThanOrEqual(90);
  });

  test('are never more than Excel can show: a longer paragraph is merged over several rows', () => {
    const { form } = planned({}, { duties: [{ text: '责'.repeat(3990) }] });
    const cell = cellOf(form, `1、${'责'.repeat(3990)}`);
    expect(Math.max(...form.rows)).toBeLessThanOrEqual(409);
    expect(cell.rowSpan).toBe(13);
    expect(heightOf(form, cell)).toBeGreaterThanOrEqual(103 * 15);
  });
});

describe('no place belongs to two cells, which Excel would call damage', () => {
  const places = ({ cells }: SheetPlan) =>
    cells.flatMap(({ row, column, rowSpan, columnSpan }) =>
      Array.from(
        { length: rowSpan * columnSpan },
        (_, at) => `${row + Math.floor(at / columnSpan)},${column + (at % columnSpan)}`,
      ),
    );

  test('in a form of many pages', () => {
    const { form } = sheetsOf(paperOf(largeAnswers()));
    const covered = places(form);
    expect(new Set(covered).size).toBe(covered.length);
    expect(covered).toHaveLength(form.rows.length * 8);
  });

  test('where a paragraph is higher than a page', () => {
    const { form } = planned({}, { tasks: [{ name: '甲', content: '责'.repeat(3990) }] });
    const covered = places(form);
    expect(new Set(covered).size).toBe(covered.length);
    expect(covered).toHaveLength(form.rows.length * 8);
  });
});

describe('the lines above the table', () => {
  test('stand in merged rows of their own', () => {
    const { form } = planned({ year: '2026' });
    expect(cellOf(form, '部门整体支出绩效目标申报表')).toMatchObject({
      row: 1,
      column: 0,
      columnSpan: 8,
      style: { face: '方正小标宋简体', size: 22, bold: true, align: 'center' },
    });
    expect(cellOf(form, '预算公开表10').style).toMatchObject({ face: '黑体', align: 'right' });
    expect(cellOf(form, '（ 2026 年度）').style).toMatchObject({ size: 12, align: 'center' });
  });

  test('give the unit and its head a side each', () => {
    const { form } = planned({ reportingUnit: '衡阳市司法局', unitHead: '魏中发' });
    const left = cellOf(form, '填报单位（盖章）：衡阳市司法局');
    const right = cellOf(form, '单位负责人（签名）：魏中发');
    expect([left.column, left.columnSpan, left.style.align]).toEqual([0, 4, 'left']);
    expect([right.column, right.columnSpan, right.style.align]).toEqual([4, 4, 'right']);
    expect(right.row).toBe(left.row);
  });

  test('say in red that a draft is one, and so does every page', () => {
    const { plan, form } = planned({}, {}, { draft: true });
    expect(cellOf(form, '草稿 · 尚未定稿，请勿报送').style.color).toBe('C00000');
    expect(plan.draftMark).toBe('草稿 · 尚未定稿，请勿报送');
  });
});

describe('the sheet of checks', () => {
  test('sets what should be equal beside each other', () => {
    const { checks } = sheetsOf(paperOf(sampleAnswers()));
    expect(linesOf(checks)).toEqual([
      ['按收入性质分', '金额（万元）', '核对结果'],
      ['公共财政拨款', '2557.36', ''],
      ['政府性基金拨款', '', ''],
      ['纳入专户管理的非税收入拨款', '', ''],
      ['其他资金', '8', ''],
      ['收入合计', '2565.36', ''],
      ['资金总额', '2565.36', ''],
      ['差额（应为 0）', '0', '相符'],
      ['按支出性质分', '金额（万元）', '核对结果'],
      ['基本支出', '1772.65', ''],
      ['项目支出', '792.71', ''],
      ['支出合计', '2565.36', ''],
      ['资金总额', '2565.36', ''],
      ['差额（应为 0）', '0', '相符'],
      ['金额合计', '金额（万元）', '核对结果'],
      ['总额', '664', ''],
      ['财政拨款', '664', ''],
      ['其他资金', '', ''],
      ['资金总额', '2565.36', ''],
    ]);
  });

  test('names a difference of a cent', () => {
    const { checks } = planned({ totalFunds: '0.3', publicBudget: '0.1', otherFunds: '0.2001' });
    expect(linesOf(checks)[7]).toEqual(['差额（应为 0）', '0.0001', '不相符，请核对']);
  });

  test('takes every figure from the form by a formula', () => {
    const { form, checks } = planned({ totalFunds: '3', publicBudget: '1', otherFunds: '2' });
    const source = form.cells.find(({ style }) => style.format?.startsWith('"其中：公共'));
    const address = `申报表!B${(source?.row ?? 0) + 1}`;
    expect(checks.cells.find(({ row, column }) => row === 4 && column === 1)?.content).toEqual({
      kind: 'formula',
      formula: `IF(ISNUMBER(${address}),${address},"")`,
      result: { kind: 'number', amount: '1' },
    });
  });

  test('computes sums and differences without the noise of binary fractions', () => {
    const { checks } = planned({ totalFunds: '3', publicBudget: '1', otherFunds: '2' });
    const at = (row: number, column: number) =>
      checks.cells.find((cell) => cell.row === row && cell.column === column)?.content;
    expect(at(8, 1)).toMatchObject({ formula: 'SUM(B5:B8)' });
    expect(at(10, 1)).toMatchObject({ formula: 'ROUND(B9-N(B10),6)' });
    expect(at(10, 2)).toMatchObject({ formula: 'IF(B11=0,"相符","不相符，请核对")' });
  });

  test('holds amounts that no spreadsheet can compute with as exact text', () => {
    const { checks } = planned({ totalFunds: '12345678901234567.89', publicBudget: '1' });
    const amounts = checks.cells.filter(({ row, column }) => row >= 8 && row <= 10 && column === 1);
    expect(amounts.map(({ content }) => content)).toEqual([
      { kind: 'text', text: '1' },
      { kind: 'text', text: '12345678901234567.89' },
      { kind: 'text', text: '-12345678901234566.89' },
    ]);
  });
});
