import { type Cell, type Paragraph, type Sheet, textOf } from '../../forms/sheet.js';
import { amountSizes, cellWidth, isAmount } from './amount-size.js';
import { type HeightNeed, lineCount, lineHeight, MILLIMETRE } from './row-heights.js';
import { numberFormat } from './xlsx-figures.js';
import type { CellStyle } from './xlsx-plan.js';
import { cellStyle } from './xlsx-style.js';

/** Something that becomes one cell. Rows are bands: see `bandsOf`. */
export interface Piece extends HeightNeed {
  readonly column: number;
  readonly columnSpan: number;
  readonly style: CellStyle;
  readonly paragraph: Paragraph;
  /** The cell of the form that it is, or is a part of. */
  readonly cell?: Cell;
}

/** Free space of what stands in a row, and at the ends of what stands in several, in points. */
const PADDING = 1;
const END_PADDING = 2;
/** How wide 仿宋 sets figures and points, in em. */
const FIGURES = { figure: 1 / 2, point: 1 / 4 };

/** Whether each paragraph of a cell stands in a row of its own. Labels and the bureau's box are short. */
function isSplit({ role, rowSpan, paragraphs }: Cell): boolean {
  return role === 'text' && rowSpan === 1 && paragraphs.length > 1;
}

/**
 * The first band of each row of the form, and of what follows the last. A row is as many bands as the most
 * paragraphs that a cell of it is split into.
 */
export function bandsOf({ before, rows, cells }: Sheet): readonly number[] {
  const starts = [before.length];
  rows.forEach((_, row) => {
    const counts = cells
      .filter((cell) => cell.row === row && isSplit(cell))
      .map(({ paragraphs }) => paragraphs.length);
    starts.push((starts.at(-1) ?? 0) + Math.max(1, ...counts));
  });
  return starts;
}

/** What the form asks of each row's height. */
export function leastHeights({ rows }: Sheet, bands: readonly number[]): readonly HeightNeed[] {
  return rows.map(({ minHeight }, row) => ({
    from: bands[row] ?? 0,
    to: bands[row + 1] ?? 0,
    height: minHeight * MILLIMETRE,
  }));
}

/** The table's cells, and the paragraphs of those that are split. */
export function tablePieces(sheet: Sheet, bands: readonly number[]): readonly Piece[] {
  const amountSize = amountSizes(sheet, FIGURES);
  return sheet.cells.flatMap((cell): readonly Piece[] => {
    const { row, rowSpan, column, columnSpan, paragraphs } = cell;
    const [from, to] = [bands[row] ?? 0, bands[row + rowSpan] ?? 0];
    const style = cellStyle(cell, isAmount(cell) ? amountSize(cell) : undefined);
    const whole: Paragraph =
      paragraphs.length === 1 && paragraphs[0] ? paragraphs[0] : { text: textOf(cell) };
    const parts = isSplit(cell) ? paragraphs : [whole];
    return parts.map((paragraph, at) => ({
      ...{ column, columnSpan, cell, paragraph },
      ...bandsOfPart(from, to, at, parts.length),
      style: styleOfPart(style, paragraph, at, parts.length),
      height:
        neededHeight(paragraph.text, style, cellWidth(cell, sheet.columns)) +
        (parts.length > 1 && (at === 0 || at === parts.length - 1) ? END_PADDING : 0),
    }));
  });
}

/**
 * The bands of one of several paragraphs. Where another cell of the row has more of them, the first takes what
 * is free above and the last what is free below: together they stay in the middle.
 */
function bandsOfPart(from: number, to: number, at: number, parts: number) {
  const free = Math.floor((to - from - parts) / 2);
  return {
    from: at === 0 ? from : from + free + at,
    to: at === parts - 1 ? to : from + free + at + 1,
  };
}

/** No rule between the paragraphs of a cell; the first and the last lean towards the others. */
function styleOfPart(
  style: CellStyle,
  { figure }: Paragraph,
  at: number,
  parts: number,
): CellStyle {
  const [isFirst, isLast] = [at === 0, at === parts - 1];
  return {
    ...style,
    ...(figure && { format: numberFormat(figure), fit: 'shrink' as const }),
    ...(parts > 1 && { valign: isFirst ? 'bottom' : isLast ? 'top' : 'center' }),
    edges: { ...style.edges, top: isFirst, bottom: isLast },
  };
}

function neededHeight(text: string, { size, stacked, fit }: CellStyle, width: number): number {
  const lines = stacked ? [...text].length : fit === 'shrink' ? 1 : lineCount(text, size, width);
  return lines * lineHeight(size) + PADDING;
}
