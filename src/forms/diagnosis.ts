import { decimals, Exact, plain } from '../domain/amount.js';
import { type Answers, cellOf, columnOf, type Row, rowsOf, valueIn } from './answers.js';
import { type Equation, type Figure, holds, type Sums, sumsOf } from './equations.js';
import type { DocumentRemarks, Form, RowsStep } from './form.js';

/** What may have happened, the likeliest first: explanations are ranked in this order. */
export const CAUSES = [
  'doubled-line', // a line entered twice
  'swapped-digits', // 2575.36 for 2557.36
  'swapped-parts', // 财政拨款 and 其他资金 of a line in each other's place
  'last-year', // the figure of last year's form
  'yuan', // 元 taken for 万元, or 万元 for 元
  'decimal-point', // 255.736 for 2557.36
  'sub-item', // 其中: counted, although its parent holds it
  'kept-total', // the parts agree with each other, and the total does not
  'missing-line', // stated totals hold a line more
  'other', // any one figure
] as const;
export type Cause = (typeof CAUSES)[number];

/**
 * One change that makes sums hold and breaks none: all of them, or with `left` so many fewer. Amounts in 万元;
 * lines count from 0.
 */
export type Explanation = { readonly cause: Cause; readonly left: number } & (
  | {
      readonly type: 'amount';
      readonly step: string;
      readonly row?: number;
      readonly column?: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly type: 'line';
      readonly step: string;
      readonly row: number;
      readonly cells: Readonly<Record<string, string>>;
    }
  | { readonly type: 'remove'; readonly step: string; readonly row: number }
  | {
      readonly type: 'add';
      readonly step: string;
      readonly cells: Readonly<Record<string, string>>;
    }
);

/**
 * Every single change after which all sums of a form hold, likeliest first. Where several things are wrong at
 * once, the changes that settle most of them and look like a known slip. Empty when all hold, and when no one
 * change is that plain.
 *
 * @param remarks totals that a document states, and last year's form, where they are at hand.
 */
export function explanations(
  form: Form,
  answers: Answers,
  remarks: DocumentRemarks = {},
): readonly Explanation[] {
  const ties = tiesOf(sumsOf(form, answers, remarks));
  if (ties.broken.length === 0) return [];
  const lists = [...form.steps.values()].filter((step) => step.type === 'rows');
  const found = [
    ...amountChanges(ties, remarks),
    ...lists.flatMap((list) => [
      ...removals(list, answers, ties),
      ...exchanges(list, ties),
      ...additions(list, answers, ties, remarks),
    ]),
  ];
  const plain = found.filter(({ cause, left }) => left === 0 || cause !== 'other');
  return plain.toSorted(
    (a, b) => a.left - b.left || CAUSES.indexOf(a.cause) - CAUSES.indexOf(b.cause),
  );
}

type Value = InstanceType<typeof Exact>;
type Changes = ReadonlyMap<number, Value>;

/** The sums of a form, with what is needed to try a change: its cost is that of the sums it touches. */
interface Ties extends Sums {
  readonly broken: readonly Equation[];
  /** The equations each figure is part of. */
  readonly touching: readonly (readonly Equation[])[];
  /** The figures of each line, by list. */
  readonly lines: ReadonlyMap<string, readonly (readonly number[])[]>;
}

function tiesOf({ figures, equations }: Sums): Ties {
  const touching = figures.map((): Equation[] => []);
  for (const equation of equations) {
    for (const index of equation.factors.keys()) touching[index]?.push(equation);
  }
  const lines = new Map<string, number[][]>();
  figures.forEach(({ step, row }, index) => {
    if (row === undefined) return;
    const list = lines.get(step) ?? [];
    list[row] = [...(list[row] ?? []), index];
    lines.set(step, list);
  });
  const broken = equations.filter((equation) => !holds(equation));
  return { figures, equations, broken, touching, lines };
}

/**
 * How many sums stay broken after some changes that settle at least one and break none; undefined for any
 * others. `except` are sums that go with the changed line.
 */
function leftAfter(
  { broken, touching }: Ties,
  changes: Changes,
  except?: (equation: Equation) => boolean,
): number | undefined {
  const touched = new Set([...changes.keys()].flatMap((index) => touching[index] ?? []));
  const isCure = [...touched].every(
    (equation) => except?.(equation) === true || holds(equation, changes),
  );
  const cured = broken.filter((equation) => touched.has(equation)).length;
  return isCure && cured > 0 ? broken.length - cured : undefined;
}

/** Single figures whose change makes every sum hold. */
function amountChanges(ties: Ties, { previous }: DocumentRemarks): readonly Explanation[] {
  const { figures, touching } = ties;
  return figures.flatMap((figure, index): Explanation[] => {
    const broken = (touching[index] ?? []).filter((each) => each.kind === 'equal' && !holds(each));
    const [own] = broken;
    if (!own) return [];
    const change = own.factors.get(index) === 1 ? own.difference.negated() : own.difference;
    const to = figure.amount.plus(change);
    const left = leftAfter(ties, new Map([[index, change]]));
    if (to.isNegative() || left === undefined) return [];
    const { step, row, column } = figure;
    const isWhole = broken.length > 1 && broken.every(({ factors }) => factors.get(index) === -1);
    const lastYear = row === undefined && previous ? valueIn(previous, step) : undefined;
    return [
      {
        cause: causeOf(figure, to, isWhole, lastYear),
        left,
        type: 'amount',
        step,
        ...(row !== undefined && { row }),
        ...(column !== undefined && { column }),
        from: plain(figure.amount),
        to: plain(to),
      },
    ];
  });
}

const POWERS_OF_TEN = ['10', '100', '1000', '0.1', '0.01', '0.001'];

function causeOf(
  { amount, isWritten }: Figure,
  to: Value,
  isWhole: boolean,
  lastYear: string | null | undefined,
): Cause {
  if (lastYear && amount.eq(lastYear)) return 'last-year';
  if (isTransposed(plain(amount), plain(to))) return 'swapped-digits';
  const ratio = amount.isZero() ? undefined : to.dividedBy(amount);
  if (ratio?.eq('10000') || ratio?.eq('0.0001')) return 'yuan';
  if (ratio && POWERS_OF_TEN.some((power) => ratio.eq(power))) return 'decimal-point';
  if (isWritten && to.isZero()) return 'sub-item';
  return isWhole ? 'kept-total' : 'other';
}

/** Whether two figures differ by two neighbouring digits in each other's place, and by nothing else. */
function isTransposed(left: string, right: string): boolean {
  const places = Math.max(decimals(left), decimals(right));
  const one = digitsOf(left, places);
  const other = digitsOf(right, places);
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((digit, index) => digit !== other[index]);
  if (at < 0) return false;
  const exchanged = `${one.slice(0, at)}${one[at + 1] ?? ''}${one[at] ?? ''}${one.slice(at + 2)}`;
  return exchanged === other;
}

function digitsOf(amount: string, places: number): string {
  const [whole = '', fraction = ''] = amount.split('.');
  return `${whole}${fraction.padEnd(places, '0')}`;
}

const SUB_ITEM = /其中|包括|内含/;

/** Lines without which every sum holds: entered twice, or counted although another holds them. */
function removals(list: RowsStep, answers: Answers, ties: Ties): readonly Explanation[] {
  const rows = rowsOf(answers, list.id);
  return (ties.lines.get(list.id) ?? []).flatMap((indexes, row): Explanation[] => {
    const changes = new Map(
      indexes.map((index) => [index, ties.figures[index]?.amount.negated() ?? new Exact(0)]),
    );
    const isOwn = ({ factors }: Equation) => [...factors.keys()].every((each) => changes.has(each));
    const line = rows[row];
    const left = leftAfter(ties, changes, isOwn);
    if (!line || left === undefined) return [];
    const name = cellOf(line, list.columns[0]?.id ?? '') ?? '';
    const isTwin = rows.some((other, at) => at < row && isSameLine(other, line));
    // A line that is like no other and part of none is not to be taken off a form to make it tie.
    const cause = isTwin ? 'doubled-line' : SUB_ITEM.test(name) ? 'sub-item' : undefined;
    return cause ? [{ cause, left, type: 'remove', step: list.id, row }] : [];
  });
}

function isSameLine(left: Row, right: Row): boolean {
  const columns = new Set([...Object.keys(left.cells), ...Object.keys(right.cells)]);
  return [...columns].every(
    (column) => (cellOf(left, column) ?? null) === (cellOf(right, column) ?? null),
  );
}

/** Lines of which two amounts stand in each other's place. */
function exchanges({ id }: RowsStep, ties: Ties): readonly Explanation[] {
  return (ties.lines.get(id) ?? []).flatMap((indexes, row) =>
    indexes.flatMap((one, at) =>
      indexes.slice(at + 1).flatMap((other): Explanation[] => {
        const [a, b] = [ties.figures[one], ties.figures[other]];
        if (!a || !b || a.amount.eq(b.amount)) return [];
        const change = b.amount.minus(a.amount);
        const changes = new Map([
          [one, change],
          [other, change.negated()],
        ]);
        const left = leftAfter(ties, changes);
        if (left === undefined) return [];
        const cells = {
          [a.column ?? '']: plain(b.amount),
          [b.column ?? '']: plain(a.amount),
        };
        return [{ cause: 'swapped-parts', left, type: 'line', step: id, row, cells }];
      }),
    ),
  );
}

/** The line that stated totals hold more: where the differences of all columns make one whole line. */
function additions(
  { id, split }: RowsStep,
  answers: Answers,
  { broken, figures }: Ties,
  { totals }: DocumentRemarks,
): readonly Explanation[] {
  const stated = totals?.[id];
  if (!split || stated?.[split.whole] === undefined) return [];
  // Only what is stated of the columns is broken: each line, and the form, hold by themselves.
  const isOfColumns = broken.every(
    ({ factors, kind }) =>
      kind === 'equal' &&
      new Set([...factors.keys()].map((index) => figures[index]?.column)).size < 2 &&
      [...factors.keys()].every((index) => figures[index]?.step === id),
  );
  const missing = (column: string) =>
    columnOf(answers, id, column).reduce<Value>(
      (left, amount) => left.minus(amount ?? 0),
      new Exact(stated[column] ?? 0),
    );
  const whole = missing(split.whole);
  const parts = split.parts.map((part) => [part, missing(part)] as const);
  const sum = parts.reduce((all, [, amount]) => all.plus(amount), new Exact(0));
  const isLine = whole.gt(0) && sum.eq(whole) && parts.every(([, amount]) => !amount.isNegative());
  if (!isOfColumns || !isLine) return [];
  const cells = Object.fromEntries(
    [[split.whole, whole] as const, ...parts].map(([column, amount]) => [column, plain(amount)]),
  );
  return [{ cause: 'missing-line', left: 0, type: 'add', step: id, cells }];
}
