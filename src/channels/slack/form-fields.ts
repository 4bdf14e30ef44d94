import type { BlankView } from '../../interview/form-view/blanks.js';
import type { BlankRef } from '../../interview/form-view/fill.js';
import type { ColumnView, FormView } from '../../interview/form-view/form-view.js';
import { LIMITS } from './limits.js';
import type { slackZhCn } from './zh-cn.js';

/** Lines of a list that a window shows, and empty ones to add. */
const MOST_LINES = 12;
const NEW_LINES = 3;

/** A field of a window: a blank of the form, or a cell of a line to be added. */
export interface Field {
  readonly place: FieldPlace;
  readonly label: string;
  readonly reads: BlankView['reads'];
  /** What stands there now; null for nothing. */
  readonly value: string | null;
}

export type FieldPlace =
  | ({ readonly type: 'blank' } & BlankRef)
  /** `n` tells the new lines of a window apart, from 0. */
  | {
      readonly type: 'new';
      readonly n: number;
      readonly step: string;
      readonly column: string;
    };

/**
 * The fields that the open question is worth a window for: several values that belong together, the lines of a
 * list of two columns, or one line of a wider list. Undefined where a plain answer is easier, or where something
 * that stands there is longer than a field.
 */
export function fieldsOf(view: FormView, words: typeof slackZhCn): readonly Field[] | undefined {
  const blanks = blanksOf(view).filter(({ question }) => question === view.question?.id);
  const fields = valueFields(blanks) ?? listFields(view, blanks, words);
  const fit = fields?.every(({ value }) => (value ?? '').length <= LIMITS.input) === true;
  return fit ? fields : undefined;
}

function valueFields(blanks: readonly BlankView[]): readonly Field[] | undefined {
  const values = blanks.filter(({ list, isEmptyList }) => list === undefined && !isEmptyList);
  return values.length > 1 ? values.map((blank) => known(blank, blank.label)) : undefined;
}

function listFields(
  view: FormView,
  blanks: readonly BlankView[],
  words: typeof slackZhCn,
): readonly Field[] | undefined {
  const [step = ''] = view.question?.steps ?? [];
  const columns = view.columns[step] ?? [];
  const lines = blanks.filter(({ row }) => row !== undefined);
  const last = Math.max(0, ...lines.map(({ line = 0 }) => line));
  if (columns.length < 2) return undefined;
  if (columns.length === 2) {
    if (last > MOST_LINES) return undefined;
    const there = lines.map((blank) =>
      known(blank, `${words.line(blank.line ?? 0)} ${blank.label}`),
    );
    return [...there, ...newLines(step, columns, last, NEW_LINES, words)];
  }
  const asked = lines.filter(({ row }) => row === view.question?.row);
  return asked.length > 0
    ? asked.map((blank) => known(blank, blank.label))
    : newLines(step, columns, last, 1, words);
}

function newLines(
  step: string,
  columns: readonly ColumnView[],
  last: number,
  count: number,
  words: typeof slackZhCn,
): readonly Field[] {
  return Array.from({ length: count }, (_, n) =>
    columns.map(
      ({ id: column, label, reads }): Field => ({
        place: { type: 'new', n, step, column },
        label: `${words.newLine(last + n + 1)} ${label}`,
        reads,
        value: null,
      }),
    ),
  ).flat();
}

function known({ step, row, column, reads, value }: BlankView, label: string): Field {
  const cell = row === undefined || column === undefined ? {} : { row, column };
  return { place: { type: 'blank', step, ...cell }, label, reads, value };
}

function blanksOf({ sheet }: Pick<FormView, 'sheet'>): readonly BlankView[] {
  const texts = [
    ...sheet.before.flatMap((line) => line.texts),
    ...sheet.cells.flatMap((cell) => cell.paragraphs),
  ];
  return texts.flatMap(({ blank }) => blank ?? []);
}
