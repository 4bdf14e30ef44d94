import { describe, expect, test } from 'vitest';
import {
  type FilledTable,
  filledTable,
  linesOf,
} from '../../../src/documents/read/filled-table.js';
import { continued } from '../../../src/documents/read/long-table.js';
import type { Piece, Ruling } from '../../../src/documents/read/printed-page.js';
import { ruledTables } from '../../../src/documents/read/ruling.js';

/** The edges of a group, a name, a content and an amount; the name has room for five characters of 10 points. */
const EDGES = [0, 60, 116, 230, 290] as const;
/** Rows 40 points high, in which two lines find room. */
const HEIGHT = 40;

/**
 * The part of a table on one page. A cell's lines are parted by a bar; null is a place that the group above covers.
 */
function page(...rows: readonly (readonly (string | null)[])[]): FilledTable {
  const rulings: Ruling[] = [0, ...rows.keys()].map((row) => {
    const isCovered = row > 0 && rows[row]?.[0] === null;
    return { direction: 'across', at: row * HEIGHT, from: isCovered ? EDGES[1] : 0, to: 290 };
  });
  const end = rows.length * HEIGHT;
  const sides = EDGES.map((at): Ruling => ({ direction: 'down', at, from: 0, to: end }));
  const foot: Ruling = { direction: 'across', at: end, from: 0, to: 290 };
  const pieces = rows.flatMap((row, at) =>
    row.flatMap((text, column) => piecesOf(text ?? '', (EDGES[column] ?? 0) + 3, at * HEIGHT)),
  );
  const [table] = ruledTables([...rulings, ...sides, foot]);
  if (!table) throw new Error('no table');
  return filledTable(table, { height: 800, pieces, rulings: [] });
}

function piecesOf(text: string, x: number, top: number): readonly Piece[] {
  return text.split('|').map((line, at) => ({
    text: line,
    x,
    y: top + 14 + at * 15,
    width: line.length * 10,
    size: 10,
  }));
}

/** Each cell by its first row, how many rows it has, and its lines. */
function cellsOf({ cells }: FilledTable) {
  return cells.map((cell) => [
    cell.row,
    cell.rowSpan,
    linesOf(cell)
      .map(({ text }) => text)
      .join('|'),
  ]);
}

describe('the first row of a page', () => {
  test('is the rest of a row that was cut, when only text that goes on stands in it', () => {
    const first = page(['产出', '甲', '一二三四五六七八九十一|一二三四五六七八九十一', '3']);
    const joined = continued(first, page(['', '', '二三。', '']));
    expect(cellsOf(joined)).toEqual([
      [0, 1, '产出'],
      [0, 1, '甲'],
      [0, 1, '一二三四五六七八九十一|一二三四五六七八九十一|二三。'],
      [0, 1, '3'],
    ]);
  });

  test('is the rest of a row that was cut between two numbered paragraphs', () => {
    const first = page(['产出', '甲', '1、一项。|2、另一项。', '3']);
    const joined = continued(first, page(['', '', '3、第三项。', '']));
    expect(joined.rowCount).toBe(1);
  });

  test('is a new one when its name is given, though its amount is left blank', () => {
    const first = page(['产出', '甲', '一二三四五六七八九十一|完。', '3']);
    const joined = continued(first, page(['产出', '乙', '另一项。', '']));
    expect(joined.rowCount).toBe(2);
  });

  test('is a new one when the line before it had room for more', () => {
    const first = page(['产出', '甲', '一二三四五六七八九十一|完成', '3']);
    const joined = continued(first, page(['', '', '另一项', '']));
    expect(joined.rowCount).toBe(2);
  });
});

describe('a cell beside several rows', () => {
  test('goes on where it is empty at the top of the next page', () => {
    const first = page(['产出', '甲', '子', '1'], [null, '乙', '丑', '2']);
    const joined = continued(first, page(['', '丙', '寅', '3'], [null, '丁', '卯', '4']));
    expect(cellsOf(joined)[0]).toEqual([0, 4, '产出']);
    expect(joined.cells).toHaveLength(13);
  });

  test('goes on where its text was kept for the next page', () => {
    const first = page(['', '甲', '子', '1'], [null, '乙', '丑', '2']);
    const joined = continued(first, page(['产出', '丙', '寅', '3'], [null, '丁', '卯', '4']));
    expect(cellsOf(joined)[0]).toEqual([0, 4, '产出']);
  });

  test('ends where another group begins on the next page', () => {
    const first = page(['产出', '甲', '子', '1'], [null, '乙', '丑', '2']);
    const joined = continued(first, page(['效益', '丙', '寅', '3'], [null, '丁', '卯', '4']));
    expect(cellsOf(joined)[0]).toEqual([0, 2, '产出']);
    expect(cellsOf(joined)).toContainEqual([2, 2, '效益']);
  });

  test('is one where the page cuts its label, and all labels of its column end alike', () => {
    const first = page(
      ['数量指标', '甲', '子', '1'],
      [null, '乙', '丑', '2'],
      [null, '丙', '寅', '3'],
      ['质量指标', '丁', '卯', '4'],
      ['可持续影', '戊', '辰', '5'],
    );
    const joined = continued(first, page(['响指标', '己', '巳', '6']));
    expect(cellsOf(joined)).toContainEqual([4, 2, '可持续影|响指标']);
  });
});

test('an answer left blank at the top of a page stays a cell of its own', () => {
  const first = page(['产出', '甲', '子', '1'], [null, '乙', '丑', '2']);
  const joined = continued(first, page(['', '', '寅', '3'], [null, '丁', '卯', '4']));
  expect(cellsOf(joined)).toContainEqual([2, 1, '']);
  expect(cellsOf(joined)).toContainEqual([1, 1, '乙']);
});
