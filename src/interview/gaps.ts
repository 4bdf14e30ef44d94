import { rowsOf } from '../forms/answers.js';
import { questionOf } from '../forms/form.js';
import type { Target } from '../reading/reading.js';
import { gapIn } from './rows.js';
import type { Work } from './work.js';

/** The first cell that each of some lines still lacks. */
export function rowsWithGaps(work: Work, id: string, rowIds: readonly string[]): readonly Target[] {
  const step = work.form.steps.get(id);
  const question = questionOf(work.form, id);
  if (step?.type !== 'rows' || !question) return [];
  const wanted = new Set(rowIds);
  return rowsOf(work.filing.answers, id)
    .filter((row) => wanted.has(row.id))
    .flatMap((row) => {
      const column = gapIn(step, row);
      return column === undefined ? [] : [{ question: question.id, step: id, row: row.id, column }];
    });
}

/** The first cell that a new line, or the lines from the one in focus on, still lack. */
export function firstGap(work: Work, focus: Target | undefined): Target | undefined {
  const inNew = [...work.added].flatMap(([id, rows]) => rowsWithGaps(work, id, rows));
  if (inNew[0] || focus?.row === undefined || focus.step === undefined) return inNew[0];
  const rows = rowsOf(work.filing.answers, focus.step);
  const from = rows.findIndex(({ id }) => id === focus.row);
  const later = rows.slice(Math.max(0, from)).map(({ id }) => id);
  return rowsWithGaps(work, focus.step, later)[0];
}
