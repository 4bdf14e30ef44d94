import { type Answers, cellOf, looksSame, type Row, rowsOf } from '../../forms/answers.js';
import { type Form, type RowsStep, stepsIn } from '../../forms/form.js';
import type { Difference } from '../sayable.js';
import { shown } from '../work.js';

/** What is otherwise in one section at a later point in time. */
export interface SectionDifferences {
  readonly label: string;
  readonly differences: readonly Difference[];
}

/**
 * The differences between two states of one filing that a reader of the form would see, by section. Lines are
 * told apart by their ids, so that one which was renamed or moved is still the same.
 */
export function comparison(form: Form, from: Answers, to: Answers): readonly SectionDifferences[] {
  return form.sections.flatMap((section) => {
    const differences = stepsIn(section).flatMap((step): Difference[] => {
      if (step.type === 'rows')
        return listDifferences(step, rowsOf(from, step.id), rowsOf(to, step.id));
      const [before, after] = [from.values[step.id], to.values[step.id]];
      if (looksSame(before, after)) return [];
      const words = (value: string | null | undefined) => shown(step, value) ?? null;
      return [{ label: step.label, from: words(before?.value), to: words(after?.value) }];
    });
    return differences.length > 0 ? [{ label: section.label, differences }] : [];
  });
}

function listDifferences(
  step: RowsStep,
  before: readonly Row[],
  after: readonly Row[],
): Difference[] {
  const { label } = step;
  const known = new Map(before.map((row, at) => [row.id, { row, at }]));
  const ids = new Set(after.map(({ id }) => id));
  const gone = before.flatMap((row, at): Difference[] =>
    ids.has(row.id) ? [] : [{ label, n: at + 1, name: nameOf(step, row), isGone: true }],
  );
  const others = after.flatMap((row, at): Difference[] => {
    const then = known.get(row.id)?.row;
    const place = { label, n: at + 1, name: nameOf(step, row) };
    return then ? cellDifferences(step, then, row, place) : [{ ...place, isNew: true }];
  });
  return [...others, ...gone, ...movesIn(step, before, after)];
}

function cellDifferences(step: RowsStep, then: Row, now: Row, place: Difference): Difference[] {
  return step.columns.flatMap((column) => {
    const [from, to] = [then.cells[column.id], now.cells[column.id]];
    if (looksSame(from, to)) return [];
    const words = (value: string | null | undefined) => shown(column, value) ?? null;
    return [{ ...place, column: column.label, from: words(from?.value), to: words(to?.value) }];
  });
}

/** Lines that stand in another order among those which are on both. */
function movesIn(step: RowsStep, before: readonly Row[], after: readonly Row[]): Difference[] {
  const both = (rows: readonly Row[], others: readonly Row[]) =>
    rows.filter(({ id }) => others.some((other) => other.id === id)).map(({ id }) => id);
  const [then, now] = [both(before, after), both(after, before)];
  const isSame = then.every((id, at) => id === now[at]);
  return isSame ? [] : [{ label: step.label, isReordered: true }];
}

function nameOf({ columns }: RowsStep, row: Row): string {
  return cellOf(row, columns[0]?.id ?? '') ?? '';
}
