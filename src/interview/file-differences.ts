import {
  type Answer,
  type Answers,
  type Change,
  cellOf,
  type Row,
  rowsOf,
} from '../forms/answers.js';
import type { RowsStep, Section } from '../forms/form.js';
import type { FileDifference } from './sayable.js';
import { finish, make, shown, type Work } from './work.js';

/** What a file says otherwise than the filing, in one section. Nothing is said of what the file leaves out. */
export function differencesIn(
  { questions }: Section,
  mine: Answers,
  theirs: Answers,
): readonly FileDifference[] {
  return questions
    .flatMap(({ steps }) => steps)
    .flatMap((step) => {
      if (step.type === 'rows') return listDifferences(step, mine, theirs);
      const [from, to] = [mine.values[step.id], theirs.values[step.id]];
      if (!to || isSame(from, to)) return [];
      return [{ label: step.label, ...wordsOf(step, from, to), ...sourceOf(to) }];
    });
}

/** Makes a section's answers those of the file. */
export function adoptDifferences(work: Work, { questions }: Section, theirs: Answers): void {
  for (const step of questions.flatMap(({ steps }) => steps)) {
    const { answers } = work.filing;
    if (step.type === 'rows') {
      adoptList(work, step, rowsOf(theirs, step.id));
      continue;
    }
    const [before, to] = [answers.values[step.id], theirs.values[step.id]];
    if (!to || isSame(before, to)) continue;
    make(work, {
      type: 'value',
      step: step.id,
      ...(before && { before }),
      after: taken(work, to),
    });
  }
}

/** An answer of a file as it stands on the form from now on. */
export function taken({ filing }: Work, answer: Answer): Answer {
  return { ...answer, rev: filing.revision + 1 };
}

/** A line of a file as a new line of the form. */
export function takenRow(work: Work, { id: step }: RowsStep, row: Row, index: number): Row {
  const cells = Object.entries(row.cells).map(([column, cell]) => [column, taken(work, cell)]);
  const id = `${step}.${work.filing.revision + 1}.${index}`;
  return { id, cells: Object.fromEntries(cells) };
}

/** Which of my lines each of theirs is: −1 for a new one. */
function pairing({ columns }: RowsStep, mine: readonly Row[], theirs: readonly Row[]) {
  const first = columns[0]?.id ?? '';
  const free = new Set(mine.keys());
  const claim = (at: number | undefined) => {
    if (at === undefined) return -1;
    free.delete(at);
    return at;
  };
  const named = theirs.map((row) => {
    const name = cellOf(row, first);
    return claim([...free].find((at) => name && mine[at] && cellOf(mine[at], first) === name));
  });
  // A line in the same place whose name nobody else has is that line under a new name.
  return named.map((at, index) => (at < 0 && free.has(index) ? claim(index) : at));
}

function listDifferences(step: RowsStep, mine: Answers, theirs: Answers): FileDifference[] {
  const [own, found] = [rowsOf(mine, step.id), rowsOf(theirs, step.id)];
  const pairs = pairing(step, own, found);
  const { label } = step;
  const gone = own.flatMap((row, at) =>
    pairs.includes(at)
      ? []
      : [{ label, n: at + 1, name: nameOf(step, row), isGone: true as const }],
  );
  const others = found.flatMap((row, index): FileDifference[] => {
    const before = own[pairs[index] ?? -1];
    const name = nameOf(step, row);
    const place = { label, n: (before ? (pairs[index] ?? 0) : index) + 1 };
    if (!before) return [{ ...place, name, isNew: true }];
    return step.columns.flatMap((column) => {
      const [from, to] = [before.cells[column.id], row.cells[column.id]];
      if (isSame(from, to)) return [];
      const cell = { ...wordsOf(column, from, to), ...(to && sourceOf(to)) };
      return [{ ...place, name, column: column.label, ...cell }];
    });
  });
  return [...others, ...gone];
}

function adoptList(work: Work, step: RowsStep, theirs: readonly Row[]): void {
  const mine = rowsOf(work.filing.answers, step.id);
  const pairs = pairing(step, mine, theirs);
  const gone = mine.flatMap((row, at): Change[] =>
    pairs.includes(at) ? [] : [{ type: 'removed', step: step.id, at, row }],
  );
  make(work, ...gone.toReversed());
  theirs.forEach((row, index) => {
    const before = mine[pairs[index] ?? -1];
    if (before) make(work, ...cellChanges(work, step, before, row));
  });
  theirs.forEach((row, at) => {
    if ((pairs[at] ?? -1) >= 0) return;
    make(work, { type: 'added', step: step.id, at, row: takenRow(work, step, row, at) });
  });
  if (theirs.length > 0) finish(work, step.id);
}

function cellChanges(
  work: Work,
  { id: step, columns }: RowsStep,
  mine: Row,
  theirs: Row,
): Change[] {
  return columns.flatMap(({ id: column }): Change[] => {
    const [before, after] = [mine.cells[column], theirs.cells[column]];
    if (isSame(before, after)) return [];
    const where = { type: 'cell' as const, step, row: mine.id, column };
    return [{ ...where, ...(before && { before }), ...(after && { after: taken(work, after) }) }];
  });
}

function nameOf({ columns }: RowsStep, row: Row): string {
  return cellOf(row, columns[0]?.id ?? '') ?? '';
}

function wordsOf(
  blank: Parameters<typeof shown>[0],
  from: Answer | undefined,
  to: Answer | undefined,
) {
  const words = (answer: Answer | undefined) => shown(blank, answer?.value) ?? null;
  return { from: words(from), to: words(to) };
}

function sourceOf({ source }: Answer) {
  return source ? { at: source.at } : {};
}

/** Nothing and a blank look the same in a file. */
function isSame(a: Answer | undefined, b: Answer | undefined): boolean {
  return (a?.value ?? '') === (b?.value ?? '');
}
