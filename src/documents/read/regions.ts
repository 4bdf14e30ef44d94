import { nearest } from './levels.js';
import type { Box, Ruling } from './printed-page.js';

/** A cell's side is closed when at least so much of it is drawn. */
const CLOSED = 0.6;

/** For each level of lines of one direction, which of the steps between the other levels are closed. */
export function walls(
  lines: readonly Ruling[],
  own: readonly number[],
  other: readonly number[],
): readonly (readonly boolean[])[] {
  const drawn = own.map(() => new Array<number>(Math.max(0, other.length - 1)).fill(0));
  for (const { at, from, to } of lines) {
    const level = drawn[nearest(own, at)] ?? [];
    for (const [step] of level.entries()) {
      const [start, end] = [other[step] ?? 0, other[step + 1] ?? 0];
      const covered = Math.min(end, to) - Math.max(start, from);
      if (covered > 0) level[step] = (level[step] ?? 0) + covered / (end - start);
    }
  }
  return drawn.map((level) => level.map((share) => share >= CLOSED));
}

/** A grid and which of its lines are drawn. */
export interface Walled {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** `below[y][column]`: whether the line at this y is drawn over this column. */
  readonly below: readonly (readonly boolean[])[];
  /** `beside[x][row]`: whether the line at this x is drawn over this row. */
  readonly beside: readonly (readonly boolean[])[];
}

/** The rectangles without a line in them. What no line closes at the table's edge is closed by the edge. */
export function regionsOf({ xs, ys, below, beside }: Walled): readonly Box[] {
  const columns = xs.length - 1;
  const taken = ys.map(() => new Array<boolean>(columns).fill(false));
  const isFree = (row: number, column: number) => taken[row]?.[column] === false;
  const opensRight = (row: number, column: number) =>
    column + 1 < columns && isFree(row, column + 1) && beside[column + 1]?.[row] !== true;
  const opensDown = (row: number, from: number, to: number) => {
    if (row + 2 >= ys.length) return false;
    for (let column = from; column < to; column += 1) {
      if (!isFree(row + 1, column) || below[row + 1]?.[column] === true) return false;
      if (column > from && beside[column]?.[row + 1] === true) return false;
    }
    return true;
  };
  const found: Box[] = [];
  for (let row = 0; row + 1 < ys.length; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      if (!isFree(row, column)) continue;
      let [endRow, end] = [row, column];
      while (opensRight(row, end)) end += 1;
      while (opensDown(endRow, column, end + 1)) endRow += 1;
      for (let each = row; each <= endRow; each += 1) taken[each]?.fill(true, column, end + 1);
      const [left = 0, right = 0] = [xs[column], xs[end + 1]];
      const [top = 0, bottom = 0] = [ys[row], ys[endRow + 1]];
      found.push({ left, right, top, bottom });
    }
  }
  return found;
}
