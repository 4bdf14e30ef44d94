import { type Cell, type Sheet, textOf } from '../../forms/sheet.js';

/** Left and right margin of an amount's cell in millimetres: it needs all the room of its narrow column. */
export const AMOUNT_MARGIN = 0.3;

/** How wide a type face sets what amounts are made of, in em. */
export interface FigureWidths {
  readonly figure: number;
  readonly point: number;
}

/** Sizes in points: 五号, 小五, and smaller ones for what still does not fit on a line. 〔推〕 */
const [ORDINARY, SMALL, ...SMALLER] = [10.5, 9, 8, 7.5, 7, 6.5] as const;
const SMALLEST = 6.5;
/** The space that is set between figures and 万元, in em. */
const UNIT_SPACE = 1 / 4;
const POINT = 25.4 / 72;

export function isAmount({ role }: Pick<Cell, 'role'>): boolean {
  return role === 'amount' || role === 'sum';
}

/** The width of a cell in millimetres. */
export function cellWidth(
  { column, columnSpan }: Pick<Cell, 'column' | 'columnSpan'>,
  columns: readonly number[],
): number {
  return columns.slice(column, column + columnSpan).reduce((total, each) => total + each, 0);
}

/**
 * The size of each amount in points: 2204.32万元 must not break before 元, and columns read evenly in one
 * size. What does not fit in the smallest size is set in it all the same.
 */
export function amountSizes(
  { cells, columns }: Pick<Sheet, 'cells' | 'columns'>,
  widths: FigureWidths,
): (cell: Cell) => number {
  const fitting = (cell: Cell) => {
    const room = cellWidth(cell, columns) - 2 * AMOUNT_MARGIN;
    const length = lengthOf(textOf(cell), widths) * POINT;
    return [ORDINARY, SMALL, ...SMALLER].find((size) => length * size <= room) ?? SMALLEST;
  };
  const areOrdinary = cells.filter(isAmount).every((cell) => fitting(cell) === ORDINARY);
  return (cell) => (areOrdinary ? ORDINARY : Math.min(SMALL, fitting(cell)));
}

function lengthOf(amount: string, { figure, point }: FigureWidths): number {
  const figures = amount.replace(/\D/g, '').length;
  const points = amount.includes('.') ? 1 : 0;
  const unit = amount.length - figures - points;
  return figures * figure + points * point + unit + (unit > 0 ? UNIT_SPACE : 0);
}
