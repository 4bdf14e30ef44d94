import { readAmount } from '../domain/read-amount.js';
import { trim } from '../domain/text.js';
import type { Form, RowsStep } from '../forms/form.js';
import { amountCell } from './cells.js';
import { type Grid, parseGrid, tabbed } from './grid.js';
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
import {
  type Plan,
  planByContent,
  planByHead,
  SUBTOTAL,
  TOTAL,
  withoutUnitRow,
} from './table-plan.js';

/** Reads a pasted table for the list that its heads name, or else for the list that was asked for. */
export function readTable({ form, asked }: Situation, text: string): Reading | undefined {
  const table = tabbed(text);
  if (table === undefined) return undefined;
  const { grid, unit } = withoutUnitRow(parseGrid(table));
  const lists = [...form.steps.values()].filter((step) => step.type === 'rows');
  const askedList = lists.find(({ id }) => id === (asked?.step ?? asked?.question));
  const inOrder = [
    ...(askedList ? [askedList] : []),
    ...lists.filter((each) => each !== askedList),
  ];
  for (const list of inOrder) {
    const plan = planByHead(grid, list, unit);
    if (plan) return readRows(form, grid, list, plan);
  }
  if (!askedList) return undefined;
  const said = grid[0]?.join(' | ') ?? '';
  if (askedList.columns.length === 1) {
    const isTable = grid.every((row) => row.filter((words) => words !== '').length > 2);
    return isTable ? doubtOnly({ code: 'columns', said, step: askedList.id }) : undefined;
  }
  const plan = planByContent(grid, askedList, unit);
  return plan
    ? readRows(form, grid, askedList, plan)
    : doubtOnly({ code: 'columns', said, step: askedList.id });
}

function readRows(form: Form, grid: Grid, list: RowsStep, plan: Plan): Reading {
  const lines = grid.slice(plan.from).filter((row) => !row.some((cell) => SUBTOTAL.test(cell)));
  const isTotal = (row: readonly string[]) => row.some((cell) => TOTAL.test(cell));
  const facts = new Map<string, ReadRow[]>();
  const doubts: Doubt[] = [];
  let step: RowsStep = list;
  let outer: string | undefined;
  for (const words of lines) {
    outer = words[plan.headings[0] ?? -1] || outer;
    step = listUnder(form, words, plan, outer) ?? step;
    const { row, problems } = isTotal(words) ? NOTHING : readRow(words, plan);
    if (Object.keys(row).length === 0) continue;
    const rows = facts.get(step.id) ?? [];
    const { id } = step;
    doubts.push(...problems.map((problem) => ({ ...problem, step: id, newRow: rows.length })));
    // A total that is being asked about must not be reckoned meanwhile.
    const isDoubtful = problems.some(({ column }) => column === list.split?.whole);
    facts.set(id, [...rows, isDoubtful ? row : withTotal(step, row)]);
  }
  return {
    type: 'facts',
    facts: [...facts].map(([id, rows]): Fact => ({ type: 'rows', step: id, rows })),
    doubts,
    stated: lines.filter(isTotal).flatMap((words) => statedTotals(words, plan, list)),
    ...(plan.ignored.length > 0 && { ignored: plan.ignored }),
  };
}

const NOTHING = { row: {}, problems: [] };

/** The list that a row's headings name; with merged cells the heading above goes on. */
function listUnder(
  form: Form,
  words: readonly string[],
  { headings }: Plan,
  outer: string | undefined,
): RowsStep | undefined {
  const innermost = headings.map((at) => words[at] ?? '').findLast((cell) => cell !== '');
  if (innermost === undefined) return undefined;
  const lists = [...form.steps.values()].filter((step) => step.type === 'rows');
  const isUnder = ({ headings: own }: RowsStep, name: string) =>
    own?.[0] !== undefined && (own[0] === name || name.includes(own[0].replace(/指标$/, '')));
  const named = lists.find(
    (step) =>
      step.headings !== undefined &&
      (step.label === innermost || step.aliases.includes(innermost)) &&
      (outer === undefined || outer === innermost || isUnder(step, outer)),
  );
  if (named) return named;
  const [only, ...others] = lists.filter((step) => isUnder(step, innermost));
  return others.length === 0 ? only : undefined;
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
      const whole = column.reads === 'target' ? withMeasure(text, words, plan) : text;
      if (whole !== '') row[column.id] = { value: whole, said: whole };
      return;
    }
    const reading = amountCell(readAmount(text, plan.units[at]), text);
    if (reading.type === 'cell') row[column.id] = reading.cell;
    else problems.push({ ...reading.doubt, column: column.id });
  });
  const isBlank = Object.values(row).every(({ value }) => value === null);
  return isBlank && problems.length === 0 ? { row: {}, problems } : { row, problems };
}

/** ≥ ｜ 12 ｜ 座 in three columns is one 指标值: ≥12座. */
function withMeasure(value: string, words: readonly string[], { signs, measures }: Plan): string {
  if (value === '') return '';
  const cell = (at: number) => words[at] ?? '';
  const measure = measures.map(cell).join('');
  return trim(`${signs.map(cell).join('')}${value}${value.endsWith(measure) ? '' : measure}`);
}

/** A row of totals is compared with the exact sums and never stored. */
function statedTotals(
  words: readonly string[],
  plan: Plan,
  list: RowsStep,
): readonly StatedTotal[] {
  return plan.columns.flatMap((column, at) => {
    if (column?.reads !== 'amount') return [];
    const reading = readAmount(words[at] ?? '', plan.units[at]);
    return reading.kind === 'amount'
      ? [{ step: list.id, column: column.id, amount: reading.amount }]
      : [];
  });
}
