import type { Answer, Change } from '../forms/answers.js';
import type { Blank, Form } from '../forms/form.js';
import type { ReadCell } from '../reading/reading.js';
import { applyChanges, type Filing } from './filing.js';
import type { Notice } from './notice.js';
import type { Taken } from './sayable.js';

/** A filing while a message is being worked into it. */
export interface Work {
  readonly form: Form;
  filing: Filing;
  readonly changes: Change[];
  readonly notices: Notice[];
  /** Values taken so far: they are said in one sentence. */
  readonly taken: Taken[];
  /** Lines added by this message, by list, in order. */
  readonly added: Map<string, readonly string[]>;
  readonly touched: Set<string>;
  /** Steps whose content a message named again as it is. */
  readonly confirmed: Set<string>;
  /** Those of the touched steps whose sums may have changed. */
  readonly summed: Set<string>;
  /** Lines added or changed, by list, counted from 0. */
  readonly lines: Map<string, readonly number[]>;
}

export function begin(form: Form, filing: Filing): Work {
  return {
    form,
    filing,
    changes: [],
    notices: [],
    taken: [],
    added: new Map(),
    touched: new Set(),
    confirmed: new Set(),
    summed: new Set(),
    lines: new Map(),
  };
}

/** Makes changes; they belong to the filing's next revision. */
export function make(work: Work, ...changes: readonly Change[]): void {
  work.changes.push(...changes);
  work.filing = applyChanges(work.form, work.filing, changes);
  for (const change of changes) {
    work.touched.add(change.step);
    if (changesSums(work.form, change)) work.summed.add(change.step);
  }
}

/** Whether a change can alter a sum, or whether a list counts as complete. */
function changesSums(form: Form, change: Change): boolean {
  if (change.type === 'moved' || change.type === 'noted') return false;
  if (change.type !== 'cell') return true;
  const step = form.steps.get(change.step);
  const columns = step?.type === 'rows' ? step.columns : [];
  return columns.some(({ id, reads }) => id === change.column && reads === 'amount');
}

/** Calls a list finished. */
export function finish(work: Work, step: string): void {
  if (work.filing.answers.finished[step]) return;
  make(work, { type: 'finished', step, before: false, after: true });
}

/** An answer as it will stand on the form, with the words it came from where they say more. */
export function answerOf({ filing }: Work, { value, said, source }: ReadCell): Answer {
  const isVerbatim = said === value || said === '';
  return {
    value,
    ...(!isVerbatim && { said }),
    ...(source && { source }),
    rev: filing.revision + 1,
  };
}

/** A blank's content as a sentence shows it: amounts with their unit. */
export function shown(blank: Blank, value: string | null | undefined): string | undefined {
  if (value === null || value === undefined) return undefined;
  return blank.reads === 'amount' ? `${value} 万元` : value;
}

/** A blank with its content. */
export function inShort(blank: Blank, value: string | null | undefined): Taken {
  const words = shown(blank, value);
  return {
    label: blank.label,
    ...(words !== undefined && { value: words }),
    ...(blank.reads === 'amount' && words !== undefined && { isAmount: true as const }),
  };
}

/** What was taken, and where that is not plain to see, from which words or by which sum. */
export function takenOf(blank: Blank, cell: ReadCell, before?: Answer): Taken {
  const was = before === undefined || before.value === cell.value ? undefined : before;
  const isPlain =
    (blank.reads !== 'amount' && (cell.value !== null || /^留空$/.test(cell.said))) ||
    cell.value === '0' ||
    cell.working !== undefined ||
    /^[\d.]*\s*(?:万元?)?$/.test(cell.said);
  return {
    ...inShort(blank, cell.value),
    ...(was && { was: shown(blank, was.value) ?? null }),
    ...(cell.working !== undefined && { working: cell.working }),
    ...(!isPlain && { said: cell.said }),
  };
}
