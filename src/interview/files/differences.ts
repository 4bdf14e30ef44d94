import {
  type Answer,
  type Answers,
  type Change,
  cellOf,
  looksSame,
  type Row,
  rowsOf,
} from '../../forms/answers.js';
import { type Blank, type RowsStep, type Section, stepsIn } from '../../forms/form.js';
import type { FileDifference } from '../sayable.js';
import { finish, make, shown, type Work } from '../work.js';
import { taken, takenRow } from './carry.js';
import { pairing } from './same.js';

/** What a file says otherwise than the filing, in one section. Nothing is said of what the file leaves out. */
export function differencesIn(
  section: Section,
  mine: Answers,
  theirs: Answers,
): readonly FileDifference[] {
  return stepsIn(section).flatMap((step) => {
    if (step.type === 'rows') return listDifferences(step, mine, theirs);
    const [from, to] = [mine.values[step.id], theirs.values[step.id]];
    if (!to || looksSame(from, to)) return [];
    return [{ label: step.label, ...wordsOf(step, from, to), ...sourceOf(to) }];
  });
}

/** Makes a section's answers those of the file. */
export function adoptDifferences(work: Work, section: Section, theirs: Answers): void {
  for (const step of stepsIn(section)) {
    const { answers } = work.filing;
    if (step.type === 'rows') {
      adoptList(work, step, rowsOf(theirs, step.id));
      continue;
    }
    const [before, to] = [answers.values[step.id], theirs.values[step.id]];
    // A blank that nobody has spoken of looks like one left on purpose; adopting it says that it is.
    if (!to || before?.value === to.value) continue;
    make(work, {
      type: 'value',
      step: step.id,
      ...(before && { before }),
      after: taken(work, step, to),
    });
  }
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
      if (looksSame(from, to)) return [];
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
  return columns.flatMap((blank): Change[] => {
    const { id: column } = blank;
    const [before, after] = [mine.cells[column], theirs.cells[column]];
    if (before?.value === after?.value) return [];
    const where = { type: 'cell' as const, step, row: mine.id, column };
    return [
      { ...where, ...(before && { before }), ...(after && { after: taken(work, blank, after) }) },
    ];
  });
}

function nameOf({ columns }: RowsStep, row: Row): string {
  return cellOf(row, columns[0]?.id ?? '') ?? '';
}

function wordsOf(blank: Blank, from: Answer | undefined, to: Answer | undefined) {
  const words = (answer: Answer | undefined) => shown(blank, answer?.value) ?? null;
  return { from: words(from), to: words(to) };
}

function sourceOf({ source }: Answer) {
  return source ? { at: source.at } : {};
}
