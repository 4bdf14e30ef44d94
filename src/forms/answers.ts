import type { Amount } from '../domain/amount.js';

/**
 * What is on the form in one blank. `value` is null when it was left blank on purpose, an `Amount` in
 * 万元 for money, and otherwise the words themselves. A blank nobody has spoken of has no `Answer`.
 */
export interface Answer {
  readonly value: string | null;
  /** The words it came from, where they are not the value itself (1.2亿 for "12000"). */
  readonly said?: string;
  /** The file it came from, and where in it: B7 is the second column of the seventh row. */
  readonly source?: { readonly file: string; readonly at: string };
  /** The journal entry that put it there: who, when and through which message is written there. */
  readonly rev: number;
}

/** One line of a list (a task, a duty, an indicator), its cells by column id. */
export interface Row {
  readonly id: string;
  readonly cells: Readonly<Record<string, Answer>>;
}

/** All that is on a form, flat: by step id, and lines by row id. A list without lines has no key in `rows`. */
export interface Answers {
  readonly values: Readonly<Record<string, Answer>>;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** Lists that the person called finished, with or without lines. */
  readonly finished: Readonly<Record<string, true>>;
  /** Warnings that somebody has taken note of (已知悉), by what they say; who and when is in the journal. */
  readonly noted?: Readonly<Record<string, true>>;
}

/** A form on which nothing has been said. */
export const NO_ANSWERS: Answers = { values: {}, rows: {}, finished: {} };

/** One change of a form, with what was there before, so that it can be taken back exactly. */
export type Change =
  | { type: 'value'; step: string; before?: Answer; after?: Answer }
  | { type: 'cell'; step: string; row: string; column: string; before?: Answer; after?: Answer }
  | { type: 'added'; step: string; at: number; row: Row }
  | { type: 'removed'; step: string; at: number; row: Row }
  | { type: 'moved'; step: string; from: number; to: number }
  | { type: 'finished'; step: string; before: boolean; after: boolean }
  | { type: 'noted'; step: string; finding: string; before: boolean; after: boolean };

/** The lines of a list; none is an empty array. */
export function rowsOf(answers: Answers, step: string): readonly Row[] {
  return answers.rows[step] ?? [];
}

/** A value: undefined when nobody has spoken of it, null when it was left blank on purpose. */
export function valueIn(answers: Answers, step: string): string | null | undefined {
  return answers.values[step]?.value;
}

/** A cell of a line, with the same three states as `valueIn`. */
export function cellOf(row: Row, column: string): string | null | undefined {
  return row.cells[column]?.value;
}

/** Whether two answers look the same on paper: nothing said and a blank do. */
export function looksSame(a: Answer | undefined, b: Answer | undefined): boolean {
  return (a?.value ?? '') === (b?.value ?? '');
}

/** The amounts of one column, blanks included, from the first line to the last. */
export function columnOf(
  answers: Answers,
  step: string,
  column: string,
): readonly (Amount | null | undefined)[] {
  return rowsOf(answers, step).map((row) => cellOf(row, column));
}

/** The answers with one change made. Never checks it: what is journalled has been checked. */
export function applyChange(answers: Answers, change: Change): Answers {
  switch (change.type) {
    case 'value':
      return { ...answers, values: withEntry(answers.values, change.step, change.after) };
    case 'finished':
      return {
        ...answers,
        finished: withEntry(answers.finished, change.step, change.after ? true : undefined),
      };
    case 'noted': {
      const { noted: before = {}, ...others } = answers;
      const noted = withEntry(before, change.finding, change.after ? true : undefined);
      return Object.keys(noted).length > 0 ? { ...others, noted } : others;
    }
    case 'cell':
      return withRows(answers, change.step, (rows) => {
        const at = rows.findIndex((row) => row.id === change.row);
        const row = rows[at];
        if (!row) return rows;
        return rows.with(at, { ...row, cells: withEntry(row.cells, change.column, change.after) });
      });
    case 'added':
      return withRows(answers, change.step, (rows) => rows.toSpliced(change.at, 0, change.row));
    case 'removed':
      return withRows(answers, change.step, (rows) => rows.toSpliced(change.at, 1));
    case 'moved':
      return withRows(answers, change.step, (rows) => {
        const row = rows[change.from];
        return row ? rows.toSpliced(change.from, 1).toSpliced(change.to, 0, row) : rows;
      });
    default:
      return change satisfies never;
  }
}

/** The changes that take `changes` back, last first. */
export function inverse(changes: readonly Change[]): readonly Change[] {
  return changes.toReversed().map(inverseOf);
}

function inverseOf(change: Change): Change {
  switch (change.type) {
    case 'value':
    case 'cell': {
      const { before, after, ...where } = change;
      return { ...where, ...(after && { before: after }), ...(before && { after: before }) };
    }
    case 'finished':
    case 'noted':
      return { ...change, before: change.after, after: change.before };
    case 'added':
      return { ...change, type: 'removed' };
    case 'removed':
      return { ...change, type: 'added' };
    case 'moved':
      return { ...change, from: change.to, to: change.from };
    default:
      return change satisfies never;
  }
}

function withRows(
  answers: Answers,
  step: string,
  edit: (rows: readonly Row[]) => readonly Row[],
): Answers {
  const rows = edit(rowsOf(answers, step));
  return { ...answers, rows: withEntry(answers.rows, step, rows.length > 0 ? rows : undefined) };
}

function withEntry<T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: T | undefined,
): Readonly<Record<string, T>> {
  if (value !== undefined) return { ...record, [key]: value };
  const { [key]: _, ...rest } = record;
  return rest;
}
