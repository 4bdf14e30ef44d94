import type { Line, Sheet } from '../../forms/sheet.js';
import { cellWidth } from './amount-size.js';
import { SEAL_SPACE } from './office-look.js';
import { lineCount, lineHeight, MILLIMETRE, textWidth } from './row-heights.js';
import type { Piece } from './xlsx-pieces.js';
import type { CellStyle } from './xlsx-plan.js';
import { lineStyle } from './xlsx-style.js';

/** Free space below a line, in points. */
const GAP = 3;

/** The lines above the table, a row each; two texts of a line are two cells. */
export function linesAbove({ before, columns }: Sheet): readonly Piece[] {
  return before.flatMap((line, row) => {
    const { role, texts } = line;
    const edge = texts.length > 1 ? middleEdge(line, columns) : columns.length;
    return texts.slice(0, 2).map((text, at): Piece => {
      const [column, end] = at === 0 ? [0, edge] : [edge, columns.length];
      const style = lineStyle(role, at === 0 ? alignOf(role) : 'right');
      const columnSpan = end - column;
      const width = cellWidth({ column, columnSpan }, columns);
      return {
        ...{ from: row, to: row + 1, column, columnSpan, style },
        paragraph: { text },
        height: neededHeight(text, role, style, width),
      };
    });
  });
}

function alignOf(role: Line['role']): CellStyle['align'] {
  switch (role) {
    case 'draft-mark':
    case 'title':
    case 'year':
      return 'center';
    case 'table-number':
      return 'right';
    case 'signatures':
      return 'left';
    default:
      return role satisfies never;
  }
}

function neededHeight(text: string, role: Line['role'], { size }: CellStyle, width: number) {
  const seal = role === 'signatures' ? SEAL_SPACE * MILLIMETRE : 0;
  return lineCount(text, size, width) * lineHeight(size) + GAP + seal;
}

/** The column at which the right text begins, so that each has room by its length. */
function middleEdge({ role, texts }: Line, columns: readonly number[]): number {
  const { size } = lineStyle(role, 'left');
  const [left = 0, right = 0] = texts.map((text) => textWidth(text, size));
  const ideal = (widthTo(columns.length, columns) * left) / Math.max(1, left + right);
  const distance = (edge: number) => Math.abs(widthTo(edge, columns) - ideal);
  const edges = columns.map((_, edge) => edge).slice(1);
  return edges.reduce((best, edge) => (distance(edge) < distance(best) ? edge : best), 1);
}

function widthTo(edge: number, columns: readonly number[]): number {
  return cellWidth({ column: 0, columnSpan: edge }, columns);
}
