import { describe, expect, test } from 'vitest';
import { drawnRulings } from '../../../src/documents/read/drawn-rulings.js';
import type { Ruling } from '../../../src/documents/read/printed-page.js';
import { Refusal } from '../../../src/documents/read/refusal.js';
import { ruledTables } from '../../../src/documents/read/ruling.js';

function across(at: number, from: number, to: number): Ruling {
  return { direction: 'across', at, from, to };
}

function down(at: number, from: number, to: number): Ruling {
  return { direction: 'down', at, from, to };
}

/** The cells of each table: row, how many rows, and the edges at its left and right. */
function cellsOf(rulings: readonly Ruling[]) {
  return ruledTables(rulings).map(({ cells }) =>
    cells.map(({ row, rowSpan, left, right }) => [row, rowSpan, left, right]),
  );
}

const FRAME = [across(0, 0, 200), across(100, 0, 200), down(0, 0, 100), down(200, 0, 100)];

describe('the cells that lines make', () => {
  test('lie between the lines, by rows and from left to right', () => {
    const cells = cellsOf([...FRAME, across(50, 0, 200), down(80, 0, 100)]);
    expect(cells).toEqual([
      [
        [0, 1, 0, 80],
        [0, 1, 80, 200],
        [1, 1, 0, 80],
        [1, 1, 80, 200],
      ],
    ]);
  });

  test('are one where no line parts them: beside several rows, and over several columns', () => {
    const cells = cellsOf([...FRAME, across(50, 80, 200), down(80, 0, 100), down(140, 50, 100)]);
    expect(cells).toEqual([
      [
        [0, 2, 0, 80],
        [0, 1, 80, 200],
        [1, 1, 80, 140],
        [1, 1, 140, 200],
      ],
    ]);
  });

  test('are the same when each border is drawn twice, in pieces, with gaps between them', () => {
    const border = [across(50, 0, 60), across(50.8, 61, 130), across(49.6, 132, 200)];
    expect(cellsOf([...FRAME, ...border])).toEqual([
      [
        [0, 1, 0, 200],
        [1, 1, 0, 200],
      ],
    ]);
  });

  test('end with the lines at their sides where the end of the page leaves a row open', () => {
    const open = [across(0, 0, 200), across(50, 0, 200), down(0, 0, 100), down(200, 0, 100)];
    expect(cellsOf(open)).toEqual([
      [
        [0, 1, 0, 200],
        [1, 1, 0, 200],
      ],
    ]);
  });

  test('are not parted by a line under some words', () => {
    expect(cellsOf([...FRAME, across(60, 20, 70)])).toEqual([[[0, 1, 0, 200]]]);
  });
});

describe('the tables of a page', () => {
  test('are two where no line goes down between them', () => {
    const second = [across(150, 0, 90), across(180, 0, 90), down(0, 150, 180), down(90, 150, 180)];
    expect(cellsOf([...FRAME, ...second])).toEqual([[[0, 1, 0, 200]], [[0, 1, 0, 90]]]);
  });

  test('are none where there is nothing but a line', () => {
    expect(cellsOf([across(10, 0, 400)])).toEqual([]);
  });

  test('are refused when their lines make more places than any form has', () => {
    const fine = Array.from({ length: 500 }, (_, at) => at * 3);
    const net = fine.flatMap((at) => [across(at, 0, 1500), down(at, 0, 1500)]);
    expect(() => ruledTables(net)).toThrow(new Refusal('too-much'));
  });
});

describe('what is drawn on a page', () => {
  const UPSIDE_DOWN = [1, 0, 0, -1, 0, 800] as const;
  const STROKED = { stroked: true, filled: false };
  const FILLED = { stroked: false, filled: true };
  /** Steps as pdfjs writes them: 0 moves to a point, 1 draws a line to one, 4 closes the path. */
  const rectangle = (x: number, y: number, width: number, height: number) =>
    [0, x, y, 1, x + width, y, 1, x + width, y + height, 1, x, y + height, 4] as const;

  test('is a line where a path is stroked, at its place on the page', () => {
    expect(drawnRulings([0, 50, 700, 1, 90, 700], STROKED, UPSIDE_DOWN)).toEqual([
      across(100, 50, 90),
    ]);
  });

  test('is four lines where a rectangle is stroked', () => {
    expect(drawnRulings(rectangle(0, 700, 90, 50), STROKED, UPSIDE_DOWN)).toEqual([
      across(100, 0, 90),
      down(90, 50, 100),
      across(50, 0, 90),
      down(0, 50, 100),
    ]);
  });

  test('is a line where a rectangle is filled that is as thin as one', () => {
    expect(drawnRulings(rectangle(50, 699.5, 90, 1), FILLED, UPSIDE_DOWN)).toEqual([
      across(100, 50, 140),
    ]);
  });

  test('is no line where a cell is shaded, a curve drawn or a line leans', () => {
    const curve = [0, 0, 0, 2, 10, 0, 20, 0, 30, 0];
    expect(drawnRulings(rectangle(50, 600, 90, 20), FILLED, UPSIDE_DOWN)).toEqual([]);
    expect(drawnRulings(curve, STROKED, UPSIDE_DOWN)).toEqual([]);
    expect(drawnRulings([0, 0, 0, 1, 90, 40], STROKED, UPSIDE_DOWN)).toEqual([]);
  });
});
