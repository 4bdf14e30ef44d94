import { type Answers, cellOf, rowsOf, valueIn } from '../../forms/answers.js';
import type { Blank, Form } from '../../forms/form.js';
import type { Filing } from '../filing.js';
import type { BlankInWords } from '../sayable.js';

/** A blank on the form: a step, or a cell of a line by the line's id. */
export interface BlankRef {
  readonly step: string;
  readonly row?: string;
  readonly column?: string;
}

/** Words for a blank. */
export interface FilledBlank extends BlankRef {
  /** What the person saw in the blank; null for nothing. */
  readonly was: string | null;
  /** Nothing at all leaves the blank empty on purpose. */
  readonly text: string;
}

/** Words written straight into a blank of the form, instead of being said in the conversation. */
export interface Fill extends FilledBlank {
  readonly type: 'fill';
  /** The filing whose form the person saw; none where there can be no other. */
  readonly filing?: string;
}

/** Several blanks written at once, and lines added to lists: none of it is taken where one has changed. */
export interface Fills {
  readonly type: 'fills';
  readonly filing?: string;
  readonly fills: readonly FilledBlank[];
  readonly lines: readonly NewLine[];
}

/** A line to be added to a list: the words for its cells, by column. */
export interface NewLine {
  readonly step: string;
  readonly cells: Readonly<Record<string, string>>;
}

/** A blank as it is now. `at` is the place of its line, from 0. */
export interface FoundBlank {
  readonly blank: Blank;
  /** The step's label, or the list's. */
  readonly label: string;
  readonly at?: number;
  readonly value: string | null | undefined;
}

/** A blank by its reference; undefined when the form has none such, or its line is gone. */
export function findBlank(form: Form, answers: Answers, ref: BlankRef): FoundBlank | undefined {
  const step = form.steps.get(ref.step);
  if (step?.type === 'value') {
    return { blank: step, label: step.label, value: valueIn(answers, step.id) };
  }
  const column = step?.columns.find(({ id }) => id === ref.column);
  if (!step) return undefined;
  const rows = rowsOf(answers, ref.step);
  const at = rows.findIndex(({ id }) => id === ref.row);
  const row = rows[at];
  return column && row
    ? { blank: column, label: step.label, at, value: cellOf(row, column.id) }
    : undefined;
}

/** A blank as a sentence names it. */
export function blankInWords({ blank, label, at }: FoundBlank): BlankInWords {
  return at === undefined ? { label } : { label, n: at + 1, column: blank.label };
}

/** Whether something was done to another filing than the one that is open now. */
export function isElsewhere(
  { id }: Pick<Filing, 'id'>,
  did: { readonly filing?: string },
): boolean {
  return did.filing !== undefined && did.filing !== id;
}
