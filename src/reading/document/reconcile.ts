import type { Place } from '../../domain/finding.js';
import { type Answer, type Answers, looksSame, type Row, rowsOf } from '../../forms/answers.js';
import type { Form, RowsStep } from '../../forms/form.js';

/** What a file holds, and which of its answers somebody changed by hand in what is seen of it. */
export interface Reconciled {
  readonly answers: Answers;
  readonly edited: readonly Place[];
}

/**
 * Joins what a file carries with what is seen of it. Where the two agree, the carried answer counts: it knows
 * zero from blank. Where they differ, somebody has edited the file by hand, and what is seen counts.
 *
 * @param seenThen what was to be seen when the file was written.
 */
export function reconcile(
  form: Form,
  carried: Answers,
  seenThen: Answers,
  seenNow: Answers,
): Reconciled {
  const edited: Place[] = [];
  const pick = (place: Place, own?: Answer, then?: Answer, now?: Answer): Answer | undefined => {
    if (looksSame(then, now)) return own && { ...own, ...(now?.source && { source: now.source }) };
    edited.push(place);
    return now;
  };
  const steps = [...form.steps.values()];
  const values = steps.flatMap(({ type, id: step }) => {
    if (type !== 'value') return [];
    const [own, then, now] = [carried, seenThen, seenNow].map((each) => each.values[step]);
    const answer = pick({ step }, own, then, now);
    return answer ? [[step, answer] as const] : [];
  });
  const lists = steps.flatMap((step) => {
    const rows = step.type === 'rows' ? linesOf(step, carried, seenThen, seenNow, pick) : [];
    return rows.length > 0 ? [[step.id, rows] as const] : [];
  });
  const rows = Object.fromEntries(lists);
  const finished = Object.entries(carried.finished).filter(([step]) => rows[step] === undefined);
  const answers = {
    values: Object.fromEntries(values),
    rows,
    finished: Object.fromEntries(finished),
  };
  return { answers, edited };
}

type Pick = (place: Place, own?: Answer, then?: Answer, now?: Answer) => Answer | undefined;

/** The lines that are seen, each with the carried line that it was, by what was to be seen of it. */
function linesOf(
  { id: step, columns }: RowsStep,
  carried: Answers,
  seenThen: Answers,
  seenNow: Answers,
  pick: Pick,
): readonly Row[] {
  const before = rowsOf(seenThen, step);
  const now = rowsOf(seenNow, step);
  const own = rowsOf(carried, step);
  // A line with a break in it is seen as two: untouched, the carried lines know better, and edited they
  // cannot be told apart.
  const isUntouched =
    before.length === now.length && before.every((row, at) => isAlike(columns, row, now[at]));
  if (own.length !== before.length) return isUntouched ? own : edited(step, columns, now, pick);
  const isInPlace = before.length === now.length;
  const used = new Set<number>();
  const was = (row: Row, at: number): number => {
    if (isInPlace) return at;
    const found = before.findIndex((each, n) => !used.has(n) && isAlike(columns, each, row));
    used.add(found);
    return found;
  };
  return now.map((row, at) => {
    const from = was(row, at);
    const then = before[from];
    const cells = columns.flatMap(({ id: column }) => {
      const place = { step, row: at, column };
      const [mine, old, seen] = [own[from], then, row].map((each) => each?.cells[column]);
      const answer = pick(place, mine, old, seen);
      return answer ? [[column, answer] as const] : [];
    });
    return { id: row.id, cells: Object.fromEntries(cells) };
  });
}

/** Lines that are taken as they are seen, each of their cells named as edited. */
function edited(
  step: string,
  columns: RowsStep['columns'],
  now: readonly Row[],
  pick: Pick,
): readonly Row[] {
  now.forEach((row, at) => {
    for (const { id: column } of columns)
      pick({ step, row: at, column }, undefined, undefined, row.cells[column]);
  });
  return now;
}

/** Whether two lines look the same on paper. */
function isAlike(columns: RowsStep['columns'], a: Row, b: Row | undefined): boolean {
  return columns.every(({ id }) => looksSame(a.cells[id], b?.cells[id]));
}
