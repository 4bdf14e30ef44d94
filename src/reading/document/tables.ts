import { sum } from '../../domain/amount.js';
import { type HeadUnit, readAmount } from '../../domain/read-amount.js';
import type { SaidLine, SaidWords } from '../../forms/content.js';
import type { Form, RowsStep } from '../../forms/form.js';
import type { RawCell, RawRows } from '../raw-document.js';
import { type Plan, planByHead, SUBTOTAL, TOTAL } from '../table-plan.js';
import { listUnder, withMeasure } from '../tables.js';
import { filled, headWords, wordsOf } from './parts.js';

/** What a table of a document holds. */
export interface FoundLines {
  readonly rows: ReadonlyMap<string, readonly SaidLine[]>;
  readonly totals: ReadonlyMap<string, SaidLine>;
  /** Lines under a heading that the form does not have. */
  readonly strays: readonly { readonly heading: string; readonly name: string }[];
  /** Cells under heads that the form has no column for. */
  readonly unplaced: readonly RawCell[];
}

type Row = RawRows[number];

/** Reads a table by its heads: columns in any order, more of them than the form has, merged headings. */
export function readLines(
  form: Form,
  list: RowsStep,
  rows: RawRows,
  unit: HeadUnit | undefined,
): FoundLines | undefined {
  const plan = planByHead(
    rows.map((row) => row.map(headWords)),
    list,
    unit,
  );
  if (!plan) return undefined;
  const body = rows.slice(plan.from);
  const totals = list.split ? body.filter((row) => isTotal(row, plan)) : [];
  const lines = headed(form, list, body, plan).filter(({ row }) => isLine(row, plan));
  const own = new Map<string, readonly SaidLine[]>();
  for (const { row, under } of lines) {
    if (under.step)
      own.set(under.step.id, withLine(own.get(under.step.id) ?? [], lineOf(row, plan), under.step));
  }
  return {
    rows: own,
    totals: new Map(totals.map((row) => [list.id, totalsIn(row, list, plan)])),
    strays: lines.flatMap(({ row, under }) =>
      under.step ? [] : [{ heading: under.words, name: nameIn(row, list, plan) }],
    ),
    unplaced: lines.flatMap(({ row }) => outside(row, plan)),
  };
}

/** A row that holds something under the form's own heads, and no total of others. */
function isLine(row: Row, plan: Plan): boolean {
  const isSubtotal = filled(row).some((cell) => SUBTOTAL.test(wordsOf(cell)));
  return !isTotal(row, plan) && !isSubtotal && !isEmpty(lineOf(row, plan));
}

function nameIn(row: Row, { columns }: RowsStep, plan: Plan): string {
  return lineOf(row, plan)[columns[0]?.id ?? '']?.words ?? '';
}

/** The list that lines stand under, with the words of its heading. */
interface Heading {
  readonly step: RowsStep | undefined;
  readonly outer: string | undefined;
  readonly words: string;
}

/** Every row with what it stands under. */
function headed(form: Form, list: RowsStep, rows: RawRows, plan: Plan) {
  let under: Heading = { step: list.headings ? undefined : list, outer: undefined, words: '' };
  return rows.map((row) => {
    under = headingOf(form, row, plan, under);
    return { row, under };
  });
}

/** Merged headings go on until the next one; one that the form does not have ends them, too. */
function headingOf(form: Form, row: Row, plan: Plan, before: Heading): Heading {
  const words = row.map(headWords);
  const [first = -1] = plan.headings;
  const outer = words[first] || before.outer;
  const innermost = plan.headings.map((at) => words[at] ?? '').findLast((each) => each !== '');
  if (innermost === undefined) return before;
  return { step: listUnder(form, words, plan, outer), outer, words: innermost };
}

/** A line by the columns of its list. What is spread over two columns is added up. */
function lineOf(row: Row, plan: Plan): SaidLine {
  const words = row.map(wordsOf);
  const line: Record<string, SaidWords> = {};
  plan.columns.forEach((column, at) => {
    const cell = row[at];
    if (!column || !cell) return;
    const own = words[at] ?? '';
    if (column.reads !== 'amount') {
      const text = column.reads === 'target' ? withMeasure(own, words, plan) : own;
      line[column.id] = { words: text, at: cell.at };
    } else if (own !== '' || !column.required) {
      // An empty total is left to be asked for: only a part may be blank.
      const unit = plan.units[at];
      line[column.id] = addedTo(line[column.id], { words: own, at: cell.at, unit });
    }
  });
  return line;
}

function addedTo(before: SaidWords | undefined, more: SaidWords): SaidWords {
  if (!before?.words) return more;
  const read = ({ words, unit }: SaidWords) => readAmount(words ?? '', { head: unit });
  const [left, right] = [read(before), read(more)];
  if (left.kind !== 'amount' || right.kind !== 'amount') return before;
  return { words: `${sum([left.amount, right.amount])}万元`, at: `${before.at}+${more.at}` };
}

function isEmpty(line: SaidLine): boolean {
  return Object.values(line).every((said) => !said?.words);
}

/** A line without a name and without a figure goes on with the one above: a page ended within it. */
function withLine(sofar: readonly SaidLine[], line: SaidLine, list: RowsStep): SaidLine[] {
  const last = sofar.at(-1);
  const [name] = list.columns;
  const isRest =
    list.split !== undefined &&
    list.columns.every(
      ({ id, reads }) => (id !== name?.id && reads !== 'amount') || !line[id]?.words,
    );
  if (!last || !isRest) return [...sofar, line];
  const texts = list.columns.filter(({ id, reads }) => reads !== 'amount' && line[id]?.words);
  const joined = texts.map(({ id }) => {
    const words = `${last[id]?.words ?? ''}${line[id]?.words ?? ''}`;
    return [id, { ...last[id], words }] as const;
  });
  return [...sofar.slice(0, -1), { ...last, ...Object.fromEntries(joined) }];
}

/** Whether a row begins, left of its figures, with 金额合计. */
function isTotal(row: Row, plan: Plan): boolean {
  const first = plan.columns.findIndex(Boolean);
  const figure = plan.columns.findIndex((column) => column?.reads === 'amount');
  const lead = row.slice(0, figure < 0 ? row.length : figure);
  const [words = ''] = lead
    .slice(0, first + 1)
    .toReversed()
    .map(headWords)
    .filter(Boolean);
  return TOTAL.test(words);
}

/** The figures of a row of totals, by the columns they stand in, or in their order where the row is shorter. */
function totalsIn(row: Row, { columns }: RowsStep, plan: Plan): SaidLine {
  const inPlace = lineOf(row, plan);
  const amounts = columns.filter(({ reads }) => reads === 'amount');
  const isShorter = row.length < plan.columns.length && !row.includes(null);
  const behind = row.slice(row.findIndex((cell) => TOTAL.test(headWords(cell))) + 1);
  const entries = amounts.map(({ id }, at) => {
    const cell = behind[at];
    const said = cell && { words: wordsOf(cell), at: cell.at };
    return [id, isShorter ? (said ?? undefined) : inPlace[id]] as const;
  });
  return Object.fromEntries(entries);
}

/** Cells of a line that stand under no column of the form. */
function outside(
  row: Row,
  { columns, headings, signs, measures, ignored }: Plan,
): readonly RawCell[] {
  if (ignored.length === 0) return [];
  const known = (at: number) =>
    columns[at] !== undefined || [headings, signs, measures].some((own) => own.includes(at));
  // The first column is that of the labels at the side, or of the numbers.
  return row.flatMap((cell, at) =>
    cell && at > 0 && !known(at) && wordsOf(cell) !== '' ? [cell] : [],
  );
}
