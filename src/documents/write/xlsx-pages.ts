import type { CellStyle, PlannedCell } from './xlsx-plan.js';

/** Rows from one up to, not including, the other that should stand on one page. */
export interface Kept {
  readonly from: number;
  readonly to: number;
}

/**
 * The first row of each page but the first: a page takes as many rows as fit, and leaves together those that
 * are kept. What is kept and higher than a page breaks where the page ends.
 */
export function pageStarts(
  heights: readonly number[],
  pageHeight: number,
  kept: readonly Kept[],
): readonly number[] {
  const starts: number[] = [];
  const mayBreak = allowedBreaks(
    heights.length,
    kept.filter(({ from, to }) => total(heights.slice(from, to)) <= pageHeight),
  );
  let first = 0;
  let filled = 0;
  for (let row = 0; row < heights.length; row += 1) {
    filled += heights[row] ?? 0;
    if (filled <= pageHeight || row === first) continue;
    const start = mayBreak.lastIndexOf(true, row);
    first = start > first ? start : row;
    starts.push(first);
    filled = total(heights.slice(first, row + 1));
  }
  return starts;
}

function allowedBreaks(rows: number, kept: readonly Kept[]): readonly boolean[] {
  const allowed = Array.from({ length: rows }, () => true);
  for (const { from, to } of kept) allowed.fill(false, from + 1, to);
  return allowed;
}

function total(heights: readonly number[]): number {
  return heights.reduce((sum, each) => sum + each, 0);
}

/** The rows of a merged cell, from its first, that are as high as what stands in it. */
export function rowsNeeded(
  { row, rowSpan }: PlannedCell,
  needed: number,
  heights: readonly number[],
): Kept {
  let to = row + 1;
  let height = heights[row] ?? 0;
  while (to < row + rowSpan && height < needed) {
    height += heights[to] ?? 0;
    to += 1;
  }
  return { from: row, to };
}

/**
 * A cell as it stands on its pages: closed by a rule at the end of each, and begun by one on the next. What
 * stands in it is on the first page; a spreadsheet would print it in the middle of all, across the pages.
 *
 * @param whole the rows that the cell needs for what stands in it, which are never cut.
 */
export function cutAtPages(
  cell: PlannedCell,
  whole: Kept,
  starts: readonly number[],
): readonly PlannedCell[] {
  const { row, rowSpan, style } = cell;
  const end = row + rowSpan;
  const tops = [row, ...starts.filter((start) => start >= whole.to && start < end)];
  return tops.map((top, at) => {
    const bottom = tops[at + 1] ?? end;
    return {
      ...cell,
      row: top,
      rowSpan: bottom - top,
      ...(at > 0 && { content: { kind: 'text', text: '' } }),
      style: closedStyle(style, {
        top: at > 0 || starts.includes(top),
        bottom: bottom < end || starts.includes(bottom),
      }),
    };
  });
}

/** Only what is ruled at its sides is ruled at all. */
function closedStyle(style: CellStyle, at: { readonly top: boolean; readonly bottom: boolean }) {
  const { top, bottom, sides } = style.edges;
  if (!sides) return style;
  return { ...style, edges: { top: top || at.top, bottom: bottom || at.bottom, sides } };
}
