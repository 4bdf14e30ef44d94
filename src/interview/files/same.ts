import { cellOf, looksSame, type Row } from '../../forms/answers.js';
import type { RowsStep } from '../../forms/form.js';

/** Whether two lines look the same on paper. */
export function isSameRow({ columns }: RowsStep, a: Row, b: Row): boolean {
  return columns.every(({ id }) => looksSame(a.cells[id], b.cells[id]));
}

/** Which of some lines each of others is: by its first cell, else by its place; −1 for a new one. */
export function pairing(
  { columns }: RowsStep,
  lines: readonly Row[],
  others: readonly Row[],
): readonly number[] {
  const first = columns[0]?.id ?? '';
  const free = new Set(lines.keys());
  const claim = (at: number | undefined) => {
    if (at === undefined) return -1;
    free.delete(at);
    return at;
  };
  const named = others.map((row) => {
    const name = cellOf(row, first);
    return claim([...free].find((at) => name && lines[at] && cellOf(lines[at], first) === name));
  });
  // A line in the same place whose name nobody else has is that line under a new name.
  return named.map((at, index) => (at < 0 && free.has(index) ? claim(index) : at));
}
