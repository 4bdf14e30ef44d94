import {
  type Answer,
  type Answers,
  type Change,
  cellOf,
  type Row,
  rowsOf,
} from '../../forms/answers.js';
import { columnLabel, type Form, type Locale, type RowsStep, type Step } from '../../forms/form.js';
import type { Entry } from '../filing.js';
import { notice, phrase } from '../notice.js';
import type { Difference } from '../sayable.js';
import { shown } from '../work.js';

/** What an entry of the journal did, as a person reads it. */
export interface EntryInWords {
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
  readonly channel: string;
  readonly kind: 'change' | 'undo' | 'redo' | 'revert';
  readonly items: readonly string[];
}

/** Changes of one entry that are spelt out. */
const SPELT_OUT = 8;

/** An entry in words. Lines are numbered as they stand in `answers`, where they still do. */
export function entryInWords(
  form: Form,
  locale: Locale,
  answers: Answers,
  entry: Entry,
): EntryInWords {
  const { revision, at, by, channel } = entry;
  const changed = tellingChanges(entry).flatMap(
    (change) => differenceOf(form, answers, change) ?? [],
  );
  const lines = changed
    .slice(0, SPELT_OUT)
    .map((change) => phrase(form, locale, notice('changeLine', { change })));
  const more = changed.length - lines.length;
  const rest = more > 0 ? [phrase(form, locale, notice('moreChanges', { count: more }))] : [];
  return { revision, at, by, channel, kind: kindOf(entry), items: [...lines, ...rest] };
}

/** That a list was called finished goes without saying, where something else was done besides. */
function tellingChanges({ changes }: Entry): readonly Change[] {
  const telling = changes.filter(({ type }) => type !== 'finished');
  return telling.length > 0 ? telling : changes;
}

function kindOf({ undoes, redoes, reverts }: Entry): EntryInWords['kind'] {
  if (undoes !== undefined) return 'undo';
  if (redoes !== undefined) return 'redo';
  return reverts === undefined ? 'change' : 'revert';
}

/** A change as a difference; undefined for one that a reader of the form would not see. */
function differenceOf(form: Form, answers: Answers, change: Change): Difference | undefined {
  const step = form.steps.get(change.step);
  if (!step) return undefined;
  const { label } = step;
  switch (change.type) {
    case 'value': {
      const words = (answer: Answer | undefined) =>
        step.type === 'value' ? (shown(step, answer?.value) ?? null) : null;
      return { label, from: words(change.before), to: words(change.after) };
    }
    case 'cell':
      return step.type === 'rows' ? cellDifference(step, answers, change) : undefined;
    case 'added':
    case 'removed': {
      const is = change.type === 'added' ? { isNew: true as const } : { isGone: true as const };
      return { label, n: change.at + 1, name: nameOf(step, change.row), ...is };
    }
    case 'moved':
      return { label, n: change.to + 1, movedFrom: change.from + 1 };
    case 'noted':
      return change.after ? { label, isNoted: true } : undefined;
    case 'finished':
      return { label, isFinished: change.after };
    default:
      return change satisfies never;
  }
}

function cellDifference(
  step: RowsStep,
  answers: Answers,
  { row: id, column, before, after }: Extract<Change, { type: 'cell' }>,
): Difference {
  const rows = rowsOf(answers, step.id);
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  const blank = step.columns.find((each) => each.id === column);
  const words = (answer: Answer | undefined) =>
    (blank ? shown(blank, answer?.value) : answer?.value) ?? null;
  return {
    label: step.label,
    ...(row && { n: at + 1, name: nameOf(step, row) }),
    column: columnLabel(step, column) ?? column,
    from: words(before),
    to: words(after),
  };
}

function nameOf(step: Step, row: Row): string {
  const first = step.type === 'rows' ? step.columns[0]?.id : undefined;
  return cellOf(row, first ?? '') ?? '';
}
