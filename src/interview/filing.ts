import type { Amount } from '../domain/amount.js';
import { Exact, plain, sum } from '../domain/amount.js';
import {
  type Answers,
  applyChange,
  type Change,
  cellOf,
  columnOf,
  NO_ANSWERS,
  type Row,
  rowsOf,
} from '../forms/answers.js';
import type { Form, Totals } from '../forms/form.js';

/** One unit's form for one year being filled: the fold of its journal. */
export interface Filing {
  readonly id: string;
  readonly form: string;
  readonly profile: string;
  /** The steps the form had when the filing was opened: a step that is not among them is new. */
  readonly steps: readonly string[];
  /** Who may fill it; the first one opened it. */
  readonly members: readonly string[];
  readonly revision: number;
  readonly answers: Answers;
  /** Kept up to date change by change. */
  readonly totals: Totals;
  /** Revisions that 撤销 takes back, and those that 重做 brings again, the next one last. */
  readonly undoable: readonly number[];
  readonly redoable: readonly number[];
}

/** One line of a filing's journal. Entries are only ever added. */
export interface Entry {
  readonly filing: string;
  readonly revision: number;
  /** Milliseconds since 1970, by the clock of whoever received the message. */
  readonly at: number;
  readonly by: string;
  readonly channel: string;
  readonly message: string;
  readonly changes: readonly Change[];
  readonly undoes?: number;
  readonly redoes?: number;
  /** The entry it takes back out of turn, whatever came after that. */
  readonly reverts?: number;
  /** On the first entry: what the filing was opened as. */
  readonly opens?: Pick<Filing, 'form' | 'profile' | 'steps' | 'members'>;
}

/** How far back 撤销 reaches. */
const DEEPEST_UNDO = 200;

export function openFiling(id: string, form: Form, by: string): Filing {
  return {
    id,
    form: form.id,
    profile: form.profile,
    steps: [...form.steps.keys()],
    members: [by],
    revision: 0,
    answers: NO_ANSWERS,
    totals: {},
    undoable: [],
    redoable: [],
  };
}

/** The filing after one more entry. */
export function applyEntry(form: Form, filing: Filing, entry: Entry): Filing {
  const changed = applyChanges(form, filing, entry.changes);
  return { ...changed, ...entry.opens, revision: entry.revision, ...history(filing, entry) };
}

/** The filing with changes made but not journalled. */
export function applyChanges(form: Form, filing: Filing, changes: readonly Change[]): Filing {
  let { answers, totals } = filing;
  for (const change of changes) {
    totals = changedTotals(form, answers, totals, change);
    answers = applyChange(answers, change);
  }
  return { ...filing, answers, totals };
}

function history(filing: Filing, entry: Entry): Pick<Filing, 'undoable' | 'redoable'> {
  const { undoable, redoable } = filing;
  if (entry.undoes !== undefined) {
    return { undoable: undoable.slice(0, -1), redoable: [...redoable, entry.revision] };
  }
  const kept = [...undoable, entry.revision].slice(-DEEPEST_UNDO);
  return { undoable: kept, redoable: entry.redoes === undefined ? [] : redoable.slice(0, -1) };
}

/** The total of a list's column in 万元; "0" for a list without lines. */
export function totalOf({ totals }: Pick<Filing, 'totals'>, step: string, column: string): Amount {
  return totals[step]?.[column] ?? '0';
}

/** Every total summed anew from its lines. */
export function deriveTotals(form: Form, answers: Answers): Totals {
  const lists = amountLists(form).filter(([step]) => rowsOf(answers, step).length > 0);
  return Object.fromEntries(
    lists.map(([step, columns]) => [
      step,
      Object.fromEntries(columns.map((column) => [column, sum(columnOf(answers, step, column))])),
    ]),
  );
}

/** Columns whose running total is not the exact sum of their lines: none, or the program is wrong. */
export function disagreeingTotals(form: Form, filing: Filing): readonly string[] {
  const derived = deriveTotals(form, filing.answers);
  return amountLists(form).flatMap(([step, columns]) =>
    columns
      .filter(
        (column) => !new Exact(totalOf(filing, step, column)).eq(derived[step]?.[column] ?? '0'),
      )
      .map((column) => `${step}.${column}`),
  );
}

function amountLists(form: Form): readonly (readonly [step: string, columns: readonly string[]])[] {
  return [...form.steps.values()].flatMap((step) => {
    if (step.type !== 'rows') return [];
    const columns = amountColumns(form, step.id);
    return columns.length > 0 ? [[step.id, columns] as const] : [];
  });
}

function amountColumns(form: Form, stepId: string): readonly string[] {
  const step = form.steps.get(stepId);
  if (step?.type !== 'rows') return [];
  return step.columns.filter(({ reads }) => reads === 'amount').map(({ id }) => id);
}

function changedTotals(form: Form, answers: Answers, totals: Totals, change: Change): Totals {
  const columns = amountColumns(form, change.step);
  const added = (row: Row, sign: 1 | -1) =>
    columns.reduce((sofar, id) => withAdded(sofar, change.step, id, cellOf(row, id), sign), totals);
  switch (change.type) {
    case 'added':
      return added(change.row, 1);
    case 'removed': {
      const isLast = rowsOf(answers, change.step).length === 1;
      const { [change.step]: _, ...others } = totals;
      return isLast ? others : added(change.row, -1);
    }
    case 'cell': {
      if (!columns.includes(change.column)) return totals;
      const less = withAdded(totals, change.step, change.column, change.before?.value, -1);
      return withAdded(less, change.step, change.column, change.after?.value, 1);
    }
    default:
      return totals;
  }
}

function withAdded(
  totals: Totals,
  step: string,
  column: string,
  amount: Amount | null | undefined,
  sign: 1 | -1,
): Totals {
  const before = new Exact(totals[step]?.[column] ?? '0');
  const after = amount ? before.plus(sign > 0 ? amount : `-${amount}`) : before;
  return { ...totals, [step]: { ...totals[step], [column]: plain(after) } };
}
