import type { Amount } from '../domain/amount.js';
import { type HeadUnit, readAmount } from '../domain/read-amount.js';
import { trim } from '../domain/text.js';
import { type Column, type Form, isCalled, type RowsStep } from '../forms/form.js';
import { amountCell } from './cells.js';
import { type Grid, parseGrid, tabbed } from './grid.js';
import { addedTo, ceilingOf, withTotal } from './lines.js';
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
import { headUnit, SUBTOTAL, TOTAL, trimmedTable } from './table-edges.js';
import { ownColumns, type Plan, planByContent, planByHead } from './table-plan.js';

/**
 * Reads a pasted table for the list that its heads name, or else for the list that was asked for.
 *
 * @param stated the unit of its figures, where the person named one.
 */
export function readTable(
  situation: Situation,
  text: string,
  stated?: HeadUnit,
): Reading | undefined {
  const table = tabbed(text);
  if (table === undefined) return undefined;
  const { grid, unit = stated, notes } = trimmedTable(parseGrid(table));
  const reading = readGrid(situation, grid, unit);
  return reading?.type === 'facts' && notes.length > 0 ? { ...reading, notes } : reading;
}

function readGrid(
  situation: Situation,
  grid: Grid,
  unit: HeadUnit | undefined,
): Reading | undefined {
  const { form, asked } = situation;
  const lists = [...form.steps.values()].filter((step) => step.type === 'rows');
  const askedList = lists.find(({ id }) => id === (asked?.step ?? asked?.question));
  const planned = bestPlan(grid, lists, askedList, unit);
  if (planned?.plan.isAmbiguous || isOfBudget(form, grid))
    return unknownColumns(grid, planned?.list);
  if (planned) return readRows(situation, grid, planned.list, planned.plan);
  const headed = lists.find(({ headings }) => headings !== undefined);
  if (headed && isHeaded(grid, lists)) {
    const plan = planByContent(grid, headed, unit);
    if (plan) return readRows(situation, grid, headed, plan);
  }
  if (!askedList) return undefined;
  const plan = planByContent(grid, askedList, unit);
  return plan ? readRows(situation, grid, askedList, plan) : unknownColumns(grid, askedList);
}

/** A table of the budget in more columns than names and amounts: whose figures are whose, nobody can tell. */
function isOfBudget({ steps }: Form, grid: Grid): boolean {
  const names = new Set(
    [...steps.values()].flatMap((step) =>
      step.type === 'value' && step.reads === 'amount' ? [step.label, ...step.aliases] : [],
    ),
  );
  const isName = (words: string) =>
    words.length > 2 && names.has(words.replace(/[（(][^（()）]*[）)]|\s/g, ''));
  const lines = grid.slice(1).filter((row) => isName(row[0] ?? ''));
  return lines.length > 1;
}

function unknownColumns(grid: Grid, list: RowsStep | undefined): Reading {
  const said = grid[0]?.join(' | ') ?? '';
  return doubtOnly({ code: 'columns', said, ...(list && { step: list.id }) });
}

interface Planned {
  readonly list: RowsStep;
  readonly plan: Plan;
}

/** The list with the most columns among a table's heads; the one that was asked for where several have as many. */
function bestPlan(
  grid: Grid,
  lists: readonly RowsStep[],
  asked: RowsStep | undefined,
  unit: HeadUnit | undefined,
): Planned | undefined {
  const inOrder = [...(asked ? [asked] : []), ...lists.filter((each) => each !== asked)];
  const planned = inOrder.flatMap((list): Planned[] => {
    const plan = planByHead(grid, list, unit);
    return plan ? [{ list, plan }] : [];
  });
  const [best] = planned.toSorted((a, b) => ownColumns(b.plan) - ownColumns(a.plan));
  return best;
}

/** Whether every row of a table without heads begins with the name of a list: 数量指标 ｜ 新建水厂 ｜ 3座. */
function isHeaded(grid: Grid, lists: readonly RowsStep[]): boolean {
  const names = new Set(
    lists.flatMap(({ headings, label, aliases }) =>
      headings ? [...headings, label, ...aliases] : [],
    ),
  );
  const isNamed = (words = '') => words === '' || names.has(words);
  return names.has(grid[0]?.[0] ?? '') && grid.every((row) => row.length > 2 && isNamed(row[0]));
}

function readRows({ form, answers }: Situation, grid: Grid, list: RowsStep, plan: Plan): Reading {
  const ceiling = ceilingOf(answers, list);
  const lines = grid.slice(plan.from).filter((row) => !row.some((cell) => SUBTOTAL.test(cell)));
  const isTotal = (row: readonly string[]) =>
    list.split !== undefined && row.some((cell) => TOTAL.test(cell));
  const facts = new Map<string, ReadRow[]>();
  const none: Fact[] = [];
  const doubts: Doubt[] = [];
  let step: RowsStep = list;
  let outer: string | undefined;
  for (const words of lines) {
    outer = words[plan.headings[0] ?? -1] || outer;
    step = listUnder(form, words, plan, outer) ?? step;
    const { row, problems } = isTotal(words) ? NOTHING : readRow(words, plan, ceiling);
    if (Object.keys(row).length === 0) continue;
    if (list.headings && isNothing(row, step)) {
      none.push({ type: 'none', step: step.id });
      continue;
    }
    const rows = facts.get(step.id) ?? [];
    const { id } = step;
    doubts.push(...problems.map((problem) => ({ ...problem, step: id, newRow: rows.length })));
    // A total that is being asked about must not be reckoned meanwhile.
    const isDoubtful = problems.some(({ column }) => column === list.split?.whole);
    facts.set(id, [...rows, isDoubtful ? row : withTotal(step, row)]);
  }
  // Figures so large that 元 may be meant: then they are all in one unit, and it is asked for once.
  const large = doubts.find(({ code }) => code === 'ambiguous-unit');
  if (large) {
    const table = grid.map((row) => row.join('\t')).join('\n');
    return doubtOnly({ code: 'table-unit', said: large.said, step: list.id, params: { table } });
  }
  return {
    type: 'facts',
    facts: [
      ...[...facts].map(([id, rows]): Fact => ({ type: 'rows', step: id, rows })),
      ...none.filter((fact) => !facts.has(fact.step)),
    ],
    doubts,
    stated: lines.filter(isTotal).flatMap((words) => statedTotals(words, plan, list)),
    ...ignoredHeads(form, plan),
  };
}

/** 生态效益指标 ｜ 无: a list that stays empty. */
function isNothing(row: ReadRow, { columns }: RowsStep): boolean {
  const first = row[columns[0]?.id ?? '']?.value ?? '';
  return /^(?:无|没有|不涉及|不适用|暂无|\/|[—–-]+)$/.test(first);
}

/** The label left of a section of the form (年度主要任务) is no column that could be lost. */
function ignoredHeads({ sections, questions }: Form, { ignored }: Plan) {
  const labels = [...sections, ...questions].flatMap(({ label, aliases }) => [label, ...aliases]);
  const heads = ignored.filter((head) => !labels.includes(head));
  return heads.length > 0 ? { ignored: heads } : {};
}

const NOTHING = { row: {}, problems: [] };

/** The list that a row's headings name; with merged cells the heading above goes on. */
export function listUnder(
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
      isCalled(step, innermost) &&
      (outer === undefined || outer === innermost || isUnder(step, outer)),
  );
  if (named) return named;
  const [only, ...others] = lists.filter((step) => isUnder(step, innermost));
  return others.length === 0 ? only : undefined;
}

/** 1.开放天数: the number of a line within its first cell. */
const NUMBER = /^(?:\d{1,2}[、．.](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])\s*(?=\S)/;

type Problem = Pick<Doubt, 'code' | 'said' | 'column' | 'candidates'>;

function readRow(
  words: readonly string[],
  plan: Plan,
  ceiling: Amount | undefined,
): { row: ReadRow; problems: readonly Problem[] } {
  const row: Record<string, ReadCell> = {};
  const problems: Problem[] = [];
  const unit = headUnit(plan.measures.map((at) => words[at] ?? '').join(''));
  plan.columns.forEach((column, at) => {
    if (!column) return;
    const text = words[at] ?? '';
    if (column.reads !== 'amount') {
      const whole = textOf(column, at, words, plan);
      if (whole !== '') row[column.id] = { value: whole, said: whole };
      return;
    }
    const reading = amountCell(readAmount(text, { head: plan.units[at] ?? unit, ceiling }), text);
    // An empty total is left to be reckoned from its parts, or asked for.
    if (text === '' && column.required) return;
    if (reading.type === 'cell') row[column.id] = addedTo(row[column.id], reading.cell);
    else problems.push({ ...reading.doubt, column: column.id });
  });
  const isBlank = Object.values(row).every(({ value }) => value === null);
  return isBlank && problems.length === 0 ? { row: {}, problems } : { row, problems };
}

/** A cell's text: a 指标值 with its sign and unit, the first cell of a line without its number. */
function textOf({ reads }: Column, at: number, words: readonly string[], plan: Plan): string {
  const text = words[at] ?? '';
  if (reads === 'target') return withMeasure(text, words, plan);
  return at === plan.columns.findIndex(Boolean) ? text.replace(NUMBER, '') : text;
}

/** 正向, 定量: a direction or a kind is no sign. Whatever else stands for one (≥, 不超过) leads the value. */
export function isDirection(words: string): boolean {
  return /^(?:(?:正|反|负|逆|中)[向性]|定[量性])(?:指标)?$/.test(words);
}

/** ≥ ｜ 12 ｜ 座 in three columns is one 指标值: ≥12座. */
export function withMeasure(
  value: string,
  words: readonly string[],
  { signs, measures }: Plan,
): string {
  if (value === '') return '';
  const cell = (at: number) => words[at] ?? '';
  const measure = measures.map(cell).join('');
  const sign = signs.map(cell).filter((words) => !isDirection(words));
  return trim(`${sign.join('')}${value}${value.endsWith(measure) ? '' : measure}`);
}

/** A row of totals is compared with the exact sums and never stored. */
function statedTotals(
  words: readonly string[],
  plan: Plan,
  list: RowsStep,
): readonly StatedTotal[] {
  return plan.columns.flatMap((column, at) => {
    if (column?.reads !== 'amount') return [];
    const reading = readAmount(words[at] ?? '', { head: plan.units[at] });
    return reading.kind === 'amount'
      ? [{ step: list.id, column: column.id, amount: reading.amount }]
      : [];
  });
}
