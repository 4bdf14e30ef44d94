import type { Place } from '../domain/finding.js';

/** A place in one word, rows counted from 0: `totalFunds`, `tasks[3].total`, `duties[0].text`. */
export function placeName({ step, row, column }: Place): string {
  const line = row === undefined ? '' : `[${row}]`;
  return `${step}${line}${column === undefined ? '' : `.${column}`}`;
}
