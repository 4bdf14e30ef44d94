import { type Answer, type Answers, type Row, rowsOf } from '../../forms/answers.js';
import {
  type Blank,
  type RowsStep,
  type Section,
  type Step,
  stepsIn,
  type ValueStep,
} from '../../forms/form.js';
import type { FileUse, YearChange } from '../state.js';
import { finish, make, type Work } from '../work.js';
import { hasWordsFor, isEmpty, saysFor } from './says.js';

/** The steps of a section that a file can fill: those it speaks of and nobody has answered yet. */
export function carryable(
  section: Section,
  mine: Answers,
  theirs: Answers,
  use: FileUse,
): readonly Step[] {
  const steps = stepsIn(section).filter(
    (step) => isEmpty(step, mine) && saysFor(step, theirs, use),
  );
  return steps.some((step) => hasWordsFor(step, theirs, use)) ? steps : [];
}

/** How a section is taken over: as finished or to be gone on with, and with which year in its texts. */
export interface Carrying {
  readonly use: FileUse;
  readonly isOpen?: boolean;
  readonly year?: YearChange | undefined;
}

/** Takes over what a file says in a section for the steps that nobody has answered yet. */
export function carrySection(
  work: Work,
  section: Section,
  theirs: Answers,
  { use, isOpen = false, year }: Carrying,
): void {
  const steps = carryable(section, work.filing.answers, theirs, use);
  for (const step of steps) {
    if (step.type === 'rows') carryList(work, step, rowsOf(theirs, step.id), year);
    else carryValue(work, step, theirs.values[step.id], year);
  }
  if (isOpen || steps.length === 0) return;
  // What last year's form left out is left out again, where the form does not insist on it.
  for (const step of stepsIn(section)) {
    const isWhole = steps.includes(step) || (step.type === 'rows' && step.optional);
    if (step.type === 'rows' && isWhole) finish(work, step.id);
  }
}

function carryValue(
  work: Work,
  step: ValueStep,
  answer: Answer | undefined,
  year: YearChange | undefined,
): void {
  const after = answer && taken(work, step, answer, year);
  const fits = after && (after.value === null || step.schema.safeParse(after.value).success);
  if (fits) make(work, { type: 'value', step: step.id, after });
}

function carryList(
  work: Work,
  step: RowsStep,
  rows: readonly Row[],
  year: YearChange | undefined,
): void {
  rows.forEach((row, at) => {
    make(work, { type: 'added', step: step.id, at, row: takenRow(work, step, row, at, year) });
  });
}

/** An answer of a file as it stands on the form from now on. */
export function taken(
  { filing }: Work,
  { reads }: Pick<Blank, 'reads'>,
  answer: Answer,
  year?: YearChange,
): Answer {
  const isText = reads === 'text' || reads === 'target';
  const value =
    year && isText ? (answer.value?.replaceAll(year.from, year.to) ?? null) : answer.value;
  return { ...answer, value, rev: filing.revision + 1 };
}

/** A line of a file as a new line of the form. */
export function takenRow(
  work: Work,
  { id: step, columns }: RowsStep,
  row: Row,
  index: number,
  year?: YearChange,
): Row {
  const cells = columns.flatMap((column) => {
    const cell = row.cells[column.id];
    return cell ? [[column.id, taken(work, column, cell, year)] as const] : [];
  });
  const id = `${step}.${work.filing.revision + 1}.${index}`;
  return { id, cells: Object.fromEntries(cells) };
}
