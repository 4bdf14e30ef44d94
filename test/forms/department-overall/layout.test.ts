import { describe, expect, test } from 'vitest';
import { departmentOverall } from '../../../src/forms/department-overall/form.js';
import { DEFAULT_PROFILE } from '../../../src/forms/department-overall/profile.js';
import type { Sheet } from '../../../src/forms/sheet.js';
import { answers } from '../../support/answers.js';
import { asDocument, HENGYANG } from '../../support/fixtures.js';

const form = departmentOverall();

function sampleSheet(): Sheet {
  const intake = form.intake(asDocument(HENGYANG));
  if (!intake.ok) throw new Error('no intake');
  return form.layout(intake.answers, { draft: false });
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

  test('names for every cell of an answer which answer it shows', () => {
    const bound = sampleSheet().cells.filter(
      ({ bind }) => bind?.step === 'tasks' && bind.row === 2,
    );
    expect(bound.map(({ bind, paragraphs }) => [bind?.column, paragraphs.join('')])).toEqual([
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
  const income = sheet.cells.find(({ bind }) => bind?.step === 'publicBudget');

  test('zero prints 0, blank prints nothing', () => {
    expect(income?.paragraphs).toEqual([
      '其中：公共财政拨款：8万元',
      '政府性基金拨款：0万元',
      '纳入专户管理的非税收入拨款：',
      '其他资金：',
    ]);
  });

  test('a column in which nobody wrote anything has a blank total', () => {
    const total = sampleSheet().cells.filter(({ role }) => role === 'sum');
    expect(total.map(({ paragraphs }) => paragraphs.join(''))).toEqual(['664万元', '664万元', '']);
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
  expect(sheet.cells.find(({ bind }) => bind?.step === 'totalFunds')?.paragraphs).toEqual([
    '资金总额：8',
  ]);
});
