import type { CellPart } from './line-pairs.js';
import { isWithin, type Page, piecesBetween } from './printed-page.js';
import type { RuledTable } from './ruling.js';
import { type TextLine, textLines } from './text-lines.js';

/** A cell with what stands in it, page by page. Rows count from 0, over all pages. */
export interface FilledCell {
  readonly row: number;
  readonly rowSpan: number;
  /** In points. */
  readonly left: number;
  readonly right: number;
  readonly parts: readonly CellPart[];
}

/** A table with its text, on one page or on several. */
export interface FilledTable {
  readonly left: number;
  readonly right: number;
  readonly rowCount: number;
  readonly cells: readonly FilledCell[];
}

/** Puts a page's text into the cells of one of its tables. */
export function filledTable({ left, right, rowCount, cells }: RuledTable, page: Page): FilledTable {
  const pieces = page.pieces.toSorted((one, other) => one.y - other.y);
  const tallest = pieces.reduce((size, piece) => Math.max(size, piece.size), 0);
  return {
    left,
    right,
    rowCount,
    cells: cells.map(({ row, rowSpan, ...box }) => {
      const level = piecesBetween(pieces, box.top, box.bottom + tallest);
      const lines = textLines(level.filter((piece) => isWithin(piece, box)));
      const { left: from, right: to } = box;
      return { row, rowSpan, left: from, right: to, parts: [{ ...box, lines }] };
    }),
  };
}

export function linesOf({ parts }: FilledCell): readonly TextLine[] {
  return parts.flatMap(({ lines }) => lines);
}

export function hasText({ parts }: FilledCell): boolean {
  return parts.some(({ lines }) => lines.length > 0);
}
