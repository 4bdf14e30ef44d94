import { describe, expect, test } from 'vitest';
import { departmentOverall } from '../../../src/forms/department-overall/form.js';
import { DEFAULT_PROFILE } from '../../../src/forms/department-overall/profile.js';
import { type Paragraph, type Sheet, textOf } from '../../../src/forms/sheet.js';
import { answers } from '../../support/answers.js';
import { asDocument, HENGYANG } from '../../support/fixtures.js';

const form = departmentOverall();

function sampleSheet(): Sheet {
  const intake = form.intake(asDocument(HENGYANG));
  if (!intake.ok) throw new Error('no intake');
  return form.layout(intake.answers, { draft: false });
}

/** The lines of a sheet that show an answer to a step. */
function linesOf({ cells }: Sheet, step: string): readonly Paragraph[] {
  return cells.flatMap(({ paragraphs }) => paragraphs.filter(({ bind }) => bind?.step === step));
}

/** How often each square of the grid is covered by a cell. */
function coverage({ rows, columns, cells }: Sheet): number[][] {
  const grid = rows.map(() => columns.map(() => 0));
  for (const { row, column, rowSpan, columnSpan } of cells) {
    for (let r = row; r < row + rowSpan; r += 1) {
      for (let c = column; c < column + columnSpan; c += 1) {
        const line = grid[r];
        if (line) line[c] = (line[c] ?? 0) + 1;
      }
    }
  }
  return grid;
}

describe('the sheet of the sample form', () => {
  test('has the rows and cells of the published one', () => {
    const sheet = sampleSheet();
    // 49 rows and 148 cells, as counted in the published form.
    expect(sheet.rows).toHaveLength(49);
    expect(sheet.cells).toHaveLength(148);
  });

  test('covers every square of its grid exactly once', () => {
    expect(new Set(coverage(sampleSheet()).flat())).toEqual(new Set([1]));
  });

  test('names for every line of an answer which answer it shows', () => {
    const third = linesOf(sampleSheet(), 'tasks').filter(({ bind }) => bind?.row === 2);
    expect(third.map(({ bind, text }) => [bind?.column, text])).toEqual([
      ['name', '行政执法监督平台日常运行'],
      ['content', '后期维护、运行行政执法监督平台'],
      ['total', '80万元'],
      ['fiscalFunds', '80万元'],
      ['otherFunds', ''],
    ]);
  });
});

describe('blank and zero', () => {
  const sheet = form.layout(
    answers({ totalFunds: '8', publicBudget: '8', governmentFund: '0', otherFunds: null }),
    { draft: false },
  );

  test('zero prints 0, blank prints nothing', () => {
    const income = sheet.cells.find(
      ({ paragraphs }) => paragraphs[0]?.bind?.step === 'publicBudget',
    );
    expect(income?.paragraphs.map(({ text }) => text)).toEqual([
      '其中：公共财政拨款：8万元',
      '政府性基金拨款：0万元',
      '纳入专户管理的非税收入拨款：',
      '其他资金：',
    ]);
  });

  test('what computes gets the amounts themselves: a blank has none', () => {
    const amounts = ['publicBudget', 'governmentFund', 'otherFunds'].map(
      (step) => linesOf(sheet, step)[0]?.figure,
    );
    expect(amounts).toEqual([
      { before: '其中：公共财政拨款：', amount: '8', unit: '万元' },
      { before: '政府性基金拨款：', amount: '0', unit: '万元' },
      { before: '其他资金：', amount: null, unit: '万元' },
    ]);
  });

  test('a column in which nobody wrote anything has a blank total', () => {
    const total = sampleSheet().cells.filter(({ role }) => role === 'sum');
    expect(total.map(textOf)).toEqual(['664万元', '664万元', '']);
  });

  test('a total names the rows it adds up: those of the tasks', () => {
    const sheet = sampleSheet();
    const [from = 0, to = 0] = sheet.cells.find(({ role }) => role === 'sum')?.sums ?? [];
    const rows = linesOf(sheet, 'tasks').map(({ bind }) => bind?.row);
    expect(to - from).toBe(new Set(rows).size);
    const first = sheet.cells.find(({ row, column }) => row === from && column === 1);
    expect(first?.paragraphs[0]?.bind).toEqual({ step: 'tasks', row: 0, column: 'name' });
  });
});

test('an empty form is still the whole form, covered once', () => {
  const sheet = form.layout(answers({}), { draft: true });
  expect(new Set(coverage(sheet).flat())).toEqual(new Set([1]));
  expect(sheet.before[0]).toMatchObject({ role: 'draft-mark' });
});

test('a region may print amounts without 万元 and its own table number', () => {
  const other = departmentOverall({ ...DEFAULT_PROFILE, unitInCells: false, tableNumber: '附表7' });
  const sheet = other.layout(answers({ totalFunds: '8' }), { draft: false });
  expect(sheet.before.map(({ texts }) => texts[0])).toContain('附表7');
  expect(linesOf(sheet, 'totalFunds').map(({ text }) => text)).toEqual(['资金总额：8']);
});
