import type { Column, Form, RowsStep } from '../../forms/form.js';
import { columnCalled, isHeadRow, isNamedHead, NUMBERING, partCalled } from '../table-heads.js';
import { type Plan, planByHead } from '../table-plan.js';
import { filled, headWords, type Row } from './cell-words.js';
import { isOwnLabel, isTableLabel, listsOf } from './labels.js';
import { isOfEarlierYear } from './periods.js';
import { bracketUnit, type MoneyUnit } from './units.js';

/** What the columns of a document's table are. */
export interface Columns extends Plan {
  readonly money: readonly (MoneyUnit | undefined)[];
  /** Columns behind that of a 指标值 which its merged head covers, too: ≥ ｜ 20 ｜ 场. */
  readonly joined: readonly number[];
  readonly numbering: readonly number[];
  /** Whether the first column holds labels at the side, or numbers, and none of the list's own words. */
  readonly isSided: boolean;
  /** The rows of heads: a table may repeat them on every page. */
  readonly heads: readonly Row[];
}

/** So many heads that are those of a list, or like them, are its heads. 〔推〕 */
const ENOUGH_ALIKE = 3;
/** More rows of heads than any table has. */
const MOST_HEADS = 5;

/** The columns that the list has a name for. */
export function ownColumns({ columns }: Columns): readonly number[] {
  return columns.flatMap((column, at) => (column ? [at] : []));
}

/** Whether a row has too few cells to stand under its heads: its figures are known by their order. */
export function isShorter(row: Row, { columns }: Columns): boolean {
  return row.length < columns.length && !row.includes(null);
}

/** The list whose heads stand in a row, that of its texts among them: amounts alone may head the budget. */
export function headedList(form: Form, row: Row | undefined): RowsStep | undefined {
  const words = (row ?? []).map(headWords).filter((each) => each !== '');
  if (words.length < 2) return undefined;
  const named = (list: RowsStep) => words.filter((each) => isNamedHead(each, list)).length;
  const isHeaded = (list: RowsStep) => {
    if (list.columns.length < 2 || !isHeadRow(words, list)) return false;
    const own = words.flatMap((each) => columnCalled(list, each) ?? []);
    const isSure = named(list) > 1 || own.length >= ENOUGH_ALIKE;
    return isSure && own.some(({ reads }) => reads !== 'amount');
  };
  const [best] = listsOf(form)
    .filter(isHeaded)
    .toSorted((a, b) => named(b) - named(a));
  return best;
}

/** The columns of a table by its heads, which begin at a row. */
export function columnsOf(
  form: Form,
  rows: readonly Row[],
  at: number,
  list: RowsStep,
): Columns | undefined {
  const planOf = (top: readonly Row[]) =>
    planByHead(
      top.map((row) => row.map(headWords)),
      list,
      undefined,
    );
  const { from = 0 } = planOf(rows.slice(at, at + MOST_HEADS)) ?? {};
  const heads = rows.slice(at, at + from);
  // Wider rows may follow, of other parts: the heads alone say how wide the table is.
  const plan = from > 0 ? planOf(heads) : undefined;
  if (!plan) return undefined;
  const stacks = plan.columns.map((_, at) => stackAt(heads, at));
  const [corner] = heads.flatMap((row) => (row[0] && filled([row[0]])) || []);
  const numbering = stacks.flatMap(({ own }, at) => (NUMBERING.test(own) ? [at] : []));
  const isSide = !corner || isOwnLabel(form, corner) || isTableLabel(form, corner);
  return {
    ...plan,
    columns: taken(plan.columns, stacks),
    money: stacks.map(({ words }) => words.map(bracketUnit).find(Boolean)),
    joined: joinedTo(plan, heads),
    numbering,
    isSided: plan.columns[0] === undefined && (isSide || numbering.includes(0)),
    heads,
  };
}

interface Stack {
  /** The head right above the column's cells. */
  readonly own: string;
  /** All that stand above them, the nearest first. */
  readonly words: readonly string[];
}

/** The heads over a column. One over merged cells is that of the columns behind it, too. */
function stackAt(heads: readonly Row[], at: number): Stack {
  const lowest = heads.findLastIndex((row) => headWords(row[at]) !== '');
  const words = heads.slice(0, lowest + 1).map((row, depth) => {
    const own = headWords(row[at]);
    if (own !== '' || depth === lowest) return own;
    return row.slice(0, at).map(headWords).findLast(Boolean) ?? '';
  });
  return { own: words.at(-1) ?? '', words: words.toReversed() };
}

/**
 * The columns that are taken. Of several texts the first is; several amounts are added up where each is another
 * part of the whole, and none of them is taken where nobody knows which is meant: 2026年预算 ｜ 2027年预算.
 */
function taken(
  columns: readonly (Column | undefined)[],
  stacks: readonly Stack[],
): readonly (Column | undefined)[] {
  const possible = columns.map((column, at) =>
    column?.reads === 'amount' && stacks[at]?.words.some(isOfEarlierYear) ? undefined : column,
  );
  return possible.map((column, at) => {
    if (!column) return undefined;
    if (column.reads !== 'amount') return possible.indexOf(column) === at ? column : undefined;
    const heads = stacks.filter((_, other) => possible[other] === column);
    const parts = new Set(heads.flatMap(({ own }) => partCalled(column, own) ?? []));
    return heads.length === 1 || parts.size === heads.length ? column : undefined;
  });
}

function joinedTo({ columns }: Plan, heads: readonly Row[]): readonly number[] {
  const first = columns.findIndex((column) => column?.reads === 'target');
  const row = heads.findLast((each) => headWords(each[first]) !== '') ?? [];
  const end = row.findIndex((cell, at) => at > first && cell !== null);
  const covered = columns.map((_, at) => at).slice(first + 1, end < 0 ? row.length : end);
  return first < 0 ? [] : covered;
}
