import { hangsOver, isCutRow, isSameEdge, pairOf } from './cut-cells.js';
import type { FilledCell, FilledTable } from './filled-table.js';

/** Whether a table on the next page is as wide and stands at the same place, so that it is the same one. */
export function isAligned(one: FilledTable, next: FilledTable): boolean {
  return isSameEdge(one.left, next.left) && isSameEdge(one.right, next.right);
}

/**
 * A table with its rows on the next page. The row that a page's end cuts is one row again, and so is each
 * cell beside many rows.
 */
export function continued(table: FilledTable, next: FilledTable): FilledTable {
  const above = table.cells.filter(({ row, rowSpan }) => row + rowSpan === table.rowCount);
  const pairs = next.cells.filter(({ row }) => row === 0).map((cell) => pairOf(cell, above));
  const isCut = isCutRow(pairs);
  const all = [...table.cells, ...next.cells];
  const merged = new Map(
    pairs.flatMap(({ cell, before }, at) =>
      before && (isCut || hangsOver(pairs, at, all)) ? [[cell, before] as const] : [],
    ),
  );
  const start = table.rowCount - (isCut ? 1 : 0);
  const grown = new Map([...merged].map(([cell, before]) => [before, joined(before, cell, start)]));
  const added = next.cells.filter((cell) => !merged.has(cell));
  return {
    left: table.left,
    right: table.right,
    rowCount: start + next.rowCount,
    cells: [
      ...table.cells.map((cell) => grown.get(cell) ?? cell),
      ...added.map((cell) => ({ ...cell, row: start + cell.row })),
    ],
  };
}

function joined(before: FilledCell, cell: FilledCell, start: number): FilledCell {
  const end = start + cell.row + cell.rowSpan;
  const parts = [...before.parts, ...cell.parts].filter(({ lines }) => lines.length > 0);
  return { ...before, rowSpan: end - before.row, parts };
}
