import { readAmount } from '../domain/read-amount.js';
import { trim } from '../domain/text.js';
import type { Column, Form, RowsStep } from '../forms/form.js';
import { amountCell } from './cells.js';
import { withTotal } from './lines.js';
import {
  type Doubt,
  doubtOnly,
  type Fact,
  type ReadCell,
  type Reading,
  type ReadRow,
  type Situation,
  type StatedTotal,
} from './reading.js';

/** Cells of a pasted table, row by row, as Excel, WPS and Word put them on the clipboard. */
export type Grid = readonly (readonly string[])[];

/** Splits tab-separated text. A cell with line breaks or tabs of its own stands in quotes, with "" for ". */
export function parseGrid(text: string): Grid {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y;
  for (let at = 0; at <= text.length; ) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    const words = found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? '';
    rows.at(-1)?.push(trim(words));
    at = cell.lastIndex;
    if (text.charAt(at) === '\n') rows.push([]);
    at += 1;
  }
  return rows.filter((row) => row.some((words) => words !== ''));
}

/** Which column of the form each column of a table is; undefined for columns that are none. */
interface Plan {
  readonly columns: readonly (Column | undefined)[];
  /** Columns that hold the headings left of the lines: 一级指标, 二级指标. */
  readonly headings: readonly number[];
  /** The first row that is not a head. */
  readonly from: number;
}

/** Reads a pasted table for the list that its heads name, or else for the list that was asked for. */
export function readTable({ form, asked }: Situation, text: string): Reading | undefined {
  if (!text.includes('\t')) return undefined;
  const grid = parseGrid(text);
  const lists = [...form.steps.values()].filter((step) => step.type === 'rows');
  const askedList = lists.find(({ id }) => id === (asked?.step ?? asked?.question));
  const inOrder = [
    ...(askedList ? [askedList] : []),
    ...lists.filter((list) => list !== askedList),
  ];
  for (const list of inOrder) {
    const plan = planByHead(grid, list);
    if (plan) return readRows(form, grid, list, plan);
  }
  if (!askedList || askedList.columns.length === 1) return undefined;
  const plan = planByContent(grid, askedList);
  if (plan) return readRows(form, grid, askedList, plan);
  const said = grid[0]?.join(' | ') ?? '';
  return doubtOnly({ code: 'columns', said, step: askedList.id });
}

const NUMBERING = /^(?:序号|编号|No\.?)$/i;
const HEADING = /^[一二]级指标$/;
const TOTAL = /^(?:金额)?(?:合计|总计|小计|共计)[:：]?$/;

function columnCalled(list: RowsStep, words: string): Column | undefined {
  const name = words.replace(/[（(].*?[）)]|[\s\u3000]/g, '');
  if (name === '') return undefined;
  return (
    list.columns.find(({ label }) => label === name) ??
    list.columns.find(({ aliases }) => aliases.includes(name))
  );
}

function isHeadRow(row: readonly string[], list: RowsStep): boolean {
  const filled = row.filter((words) => words !== '');
  const known = filled.filter(
    (words) => columnCalled(list, words) || NUMBERING.test(words) || HEADING.test(words),
  );
  return filled.length > 1 && known.length > 1 && known.length >= filled.length - 1;
}

function hasHead(grid: Grid, list: RowsStep): boolean {
  return grid[0] !== undefined && isHeadRow(grid[0], list);
}

/** A plan from one or two rows of heads; the lower head of a column counts (预算金额 over 总额). */
function planByHead(grid: Grid, list: RowsStep): Plan | undefined {
  if (!hasHead(grid, list)) return undefined;
  const from = grid.findIndex((row, at) => at > 0 && !isHeadRow(row, list));
  const heads = grid.slice(0, from < 0 ? grid.length : from);
  const width = Math.max(...grid.map((row) => row.length));
  const names = Array.from({ length: width }, (_, at) =>
    heads.map((row) => row[at] ?? '').filter((words) => words !== ''),
  );
  return {
    columns: names.map((stack) => columnCalled(list, stack.at(-1) ?? '')),
    headings: names.flatMap((stack, at) => (HEADING.test(stack.at(-1) ?? '') ? [at] : [])),
    from: heads.length,
  };
}

/** A plan from what the columns hold: texts in the order of the form's texts, amounts in that of its amounts. */
function planByContent(grid: Grid, list: RowsStep): Plan | undefined {
  const width = Math.max(...grid.map((row) => row.length));
  const all = Array.from({ length: width }, (_, at) => at);
  const numbering = isNumbering(grid, width, list) ? [0] : [];
  const headings = list.headings ? headingColumns(grid, width, list) : [];
  const used = all.filter((at) => !numbering.includes(at) && !headings.includes(at));
  const isAmount = (at: number) => grid.every((row) => isAmountCell(row[at] ?? ''));
  const amounts = list.split
    ? used.filter((at) => isAmount(at) && !isEmptyColumn(grid, at, used))
    : [];
  const texts = used.filter((at) => !amounts.includes(at));
  const textColumns = list.columns.filter(({ reads }) => reads !== 'amount');
  const amountColumns = list.columns.filter(({ reads }) => reads === 'amount');
  if (texts.length > textColumns.length || amounts.length > amountColumns.length) return undefined;
  const columns = all.map((at) => {
    const text = texts.indexOf(at);
    const amount = amounts.indexOf(at);
    return text >= 0 ? textColumns[text] : amount >= 0 ? amountColumns[amount] : undefined;
  });
  return { columns, headings, from: 0 };
}

/** Whether a column that holds nothing at all stands left of every amount, and so cannot be one. */
function isEmptyColumn(grid: Grid, at: number, used: readonly number[]): boolean {
  const isEmpty = grid.every((row) => (row[at] ?? '') === '');
  const earlier = used.filter((other) => other < at);
  return isEmpty && !earlier.some((other) => grid.some((row) => /\d/.test(row[other] ?? '')));
}

function isNumbering(grid: Grid, width: number, list: RowsStep): boolean {
  const counts = grid.every((row, at) => row[0] === String(at + 1) || TOTAL.test(row[0] ?? ''));
  return counts && (width > list.columns.length || grid.length > 1);
}

/** Columns left of the lines whose words are headings of the form, merged cells leaving gaps. */
function headingColumns(grid: Grid, width: number, list: RowsStep): readonly number[] {
  const extra = width - list.columns.length;
  const columns = Array.from({ length: Math.max(0, extra) }, (_, at) => at);
  return columns.filter((at) =>
    grid.every((row) => /^$|指标|满意度|效益|影响|成本/.test(row[at] ?? '')),
  );
}

function isAmountCell(words: string): boolean {
  return (
    words === '' || readAmount(words).kind !== 'unreadable' || /^[约\d.,，]+\s*万?元?/.test(words)
  );
}

function readRows(form: Form, grid: Grid, list: RowsStep, plan: Plan): Reading {
  const facts = new Map<string, ReadRow[]>();
  const doubts: Doubt[] = [];
  const stated: StatedTotal[] = [];
  let step: RowsStep = list;
  let outer: string | undefined;
  for (const words of grid.slice(plan.from)) {
    if (words.some((cell) => TOTAL.test(cell))) {
      stated.push(...statedTotals(words, plan, list));
      continue;
    }
    outer = words[plan.headings[0] ?? -1] || outer;
    step = listUnder(form, words, plan, outer) ?? step;
    const rows = facts.get(step.id) ?? [];
    const { row, problems } = readRow(words, plan);
    if (Object.keys(row).length === 0) continue;
    doubts.push(...problems.map((problem) => ({ ...problem, step: step.id, newRow: rows.length })));
    // A total that is being asked about must not be reckoned meanwhile.
    const isDoubtful = problems.some(({ column }) => column === list.split?.whole);
    facts.set(step.id, [...rows, isDoubtful ? row : withTotal(step, row)]);
  }
  return {
    type: 'facts',
    facts: [...facts].map(([id, rows]): Fact => ({ type: 'rows', step: id, rows })),
    doubts,
    stated,
  };
}

/** The list that a row's headings name; with merged cells the heading above goes on. */
function listUnder(
  form: Form,
  words: readonly string[],
  { headings }: Plan,
  outer: string | undefined,
): RowsStep | undefined {
  const named = headings.map((at) => words[at] ?? '').filter((cell) => cell !== '');
  const innermost = named.at(-1);
  if (innermost === undefined) return undefined;
  const lists = [...form.steps.values()].filter((step) => step.type === 'rows' && step.headings);
  const found = lists.find(
    (step) =>
      step.type === 'rows' &&
      (step.label === innermost || step.aliases.includes(innermost)) &&
      (outer === undefined || outer === innermost || sameHeading(step.headings?.[0], outer)),
  );
  return found?.type === 'rows' ? found : onlyListUnder(lists, innermost);
}

function onlyListUnder(lists: readonly { type: string }[], heading: string): RowsStep | undefined {
  const under = (lists as readonly RowsStep[]).filter(({ headings }) =>
    sameHeading(headings?.[0], heading),
  );
  return under.length === 1 ? under[0] : undefined;
}

function sameHeading(heading: string | undefined, words: string): boolean {
  return (
    heading !== undefined && (heading === words || words.includes(heading.replace(/指标$/, '')))
  );
}

type Problem = Pick<Doubt, 'code' | 'said' | 'column' | 'candidates'>;

function readRow(
  words: readonly string[],
  plan: Plan,
): { row: ReadRow; problems: readonly Problem[] } {
  const row: Record<string, ReadCell> = {};
  const problems: Problem[] = [];
  plan.columns.forEach((column, at) => {
    if (!column) return;
    const text = words[at] ?? '';
    if (column.reads !== 'amount') {
      if (text !== '') row[column.id] = { value: text, said: text };
      return;
    }
    const reading = amountCell(readAmount(text), text);
    if (reading.type === 'cell') row[column.id] = reading.cell;
    else problems.push({ ...reading.doubt, column: column.id });
  });
  const isBlank = Object.values(row).every(({ value }) => value === null);
  return isBlank && problems.length === 0 ? { row: {}, problems } : { row, problems };
}

/** A row of totals is compared with the exact sums and never stored. */
function statedTotals(
  words: readonly string[],
  plan: Plan,
  list: RowsStep,
): readonly StatedTotal[] {
  return plan.columns.flatMap((column, at) => {
    if (column?.reads !== 'amount') return [];
    const reading = readAmount(words[at] ?? '');
    return reading.kind === 'amount'
      ? [{ step: list.id, column: column.id, amount: reading.amount }]
      : [];
  });
}
