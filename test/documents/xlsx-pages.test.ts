import { describe, expect, test } from 'vitest';
import { cutAtPages, pageStarts, rowsNeeded } from '../../src/documents/write/xlsx-pages.js';
import type { PlannedCell } from '../../src/documents/write/xlsx-plan.js';

/** A ruled label over six rows. */
const LABEL: PlannedCell = {
  row: 2,
  column: 0,
  rowSpan: 6,
  columnSpan: 1,
  content: { kind: 'text', text: '年度主要任务' },
  style: {
    face: '宋体',
    size: 10.5,
    align: 'center',
    valign: 'center',
    fit: 'wrap',
    edges: { top: true, bottom: true, sides: true },
  },
};

describe('pages', () => {
  test('take as many rows as fit', () => {
    expect(pageStarts([40, 40, 40, 40, 40], 100, [])).toEqual([2, 4]);
  });

  test('begin before rows that are kept together', () => {
    expect(pageStarts([30, 30, 30, 30, 30], 100, [{ from: 2, to: 4 }])).toEqual([2]);
  });

  test('do not wait for rows that are higher together than a page', () => {
    expect(pageStarts([40, 40, 40, 40, 40], 100, [{ from: 1, to: 5 }])).toEqual([2, 4]);
  });

  test('hold a row that is higher than a page', () => {
    expect(pageStarts([40, 300, 40], 100, [])).toEqual([1, 2]);
  });
});

describe('a cell that goes over the page', () => {
  const cut = cutAtPages(LABEL, { from: 2, to: 4 }, [5]);

  test('is closed by a rule where the page ends and begins with one on the next', () => {
    expect(cut.map(({ row, rowSpan }) => [row, rowSpan])).toEqual([
      [2, 3],
      [5, 3],
    ]);
    expect(cut.map(({ style }) => [style.edges.top, style.edges.bottom])).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  test('shows its text on the first page', () => {
    expect(cut.map(({ content }) => content)).toEqual([
      { kind: 'text', text: '年度主要任务' },
      { kind: 'text', text: '' },
    ]);
  });

  test('is not cut within the rows that its text needs', () => {
    expect(cutAtPages(LABEL, { from: 2, to: 7 }, [5])).toHaveLength(1);
  });

  test('needs as many rows as are as high as its text', () => {
    expect(rowsNeeded(LABEL, 50, [20, 20, 20, 20, 20, 20, 20, 20])).toEqual({ from: 2, to: 5 });
  });
});

test('paragraphs of a cell are ruled where a page parts them', () => {
  const open = { ...LABEL.style, edges: { top: false, bottom: false, sides: true } };
  const paragraph = { ...LABEL, row: 4, rowSpan: 1, style: open };
  const [above] = cutAtPages(paragraph, { from: 4, to: 5 }, [5]);
  const [below] = cutAtPages(paragraph, { from: 4, to: 5 }, [4]);
  expect(above?.style.edges).toEqual({ top: false, bottom: true, sides: true });
  expect(below?.style.edges).toEqual({ top: true, bottom: false, sides: true });
});
