import { Exact } from '../domain/amount.js';
import { type Answers, cellOf, rowsOf, valueIn } from './answers.js';
import type { DocumentRemarks, Form, RowsStep } from './form.js';

type Value = InstanceType<typeof Exact>;

/** A figure on the form, in 万元. Lines count from 0; a blank counts as zero. */
export interface Figure {
  readonly step: string;
  readonly row?: number;
  readonly column?: string;
  readonly amount: Value;
  /** A blank has no digits to have been mistaken. */
  readonly isWritten: boolean;
  /** What nobody has been asked yet is no zero. */
  readonly isAnswered: boolean;
}

/** Figures that must add up to others, or must not exceed them. */
export interface Equation {
  readonly kind: 'equal' | 'at-most';
  /** The figures on the left count once, those on the right count against them. By their place in the list. */
  readonly factors: ReadonlyMap<number, 1 | -1>;
  /** Left less right, in 万元: zero when equal, not above zero when at most. */
  readonly difference: Value;
}

/** Every figure of a form, and all that must hold between them. */
export interface Sums {
  readonly figures: readonly Figure[];
  readonly equations: readonly Equation[];
}

/** The sums of a form: values, lines, and columns against what a document states of them and against their limits. */
export function sumsOf(form: Form, answers: Answers, remarks: DocumentRemarks = {}): Sums {
  const lists = [...form.steps.values()]
    .filter((step) => step.type === 'rows')
    .filter(({ split }) => split !== undefined);
  const figures = [
    ...valueFigures(form, answers),
    ...lists.flatMap((step) => lineFigures(step, answers)),
  ];
  const ledger = ledgerOf(figures);
  const equations = [
    ...form.questions.flatMap(({ steps, sumsTo = '' }) =>
      ledger.equal(
        steps.map(({ id }) => ({ step: id })),
        { step: sumsTo },
      ),
    ),
    ...lists.flatMap((step) => listEquations(step, answers, remarks, ledger)),
  ];
  return { figures, equations };
}

type Place = Pick<Figure, 'step' | 'row' | 'column'>;

function valueFigures(form: Form, answers: Answers): Figure[] {
  return [...form.steps.values()].flatMap((step) =>
    step.type === 'value' && step.reads === 'amount'
      ? [{ step: step.id, ...written(valueIn(answers, step.id)) }]
      : [],
  );
}

function lineFigures({ id, split }: RowsStep, answers: Answers): Figure[] {
  const columns = split ? [split.whole, ...split.parts] : [];
  return rowsOf(answers, id).flatMap((line, row) =>
    columns.map((column) => ({ step: id, row, column, ...written(cellOf(line, column)) })),
  );
}

function written(
  amount: string | null | undefined,
): Pick<Figure, 'amount' | 'isWritten' | 'isAnswered'> {
  return {
    amount: new Exact(amount ?? 0),
    isWritten: Boolean(amount),
    isAnswered: amount !== undefined,
  };
}

function listEquations(
  { id, split, limits = [] }: RowsStep,
  answers: Answers,
  { totals = {} }: DocumentRemarks,
  ledger: Ledger,
): readonly Equation[] {
  const rows = rowsOf(answers, id).map((_, row) => row);
  const column = (name: string) => rows.map((row) => ({ step: id, row, column: name }));
  return [
    ...rows.flatMap((row) =>
      ledger.equal(split?.parts.map((part) => ({ step: id, row, column: part })) ?? [], {
        step: id,
        row,
        column: split?.whole ?? '',
      }),
    ),
    ...Object.entries(totals[id] ?? {}).map(([name, stated]) =>
      ledger.equals(column(name), stated),
    ),
    ...limits.flatMap(({ column: name, within }) =>
      ledger.atMost(
        column(name),
        within.map((step) => ({ step })),
      ),
    ),
  ];
}

/** Makes equations of figures by their places. None comes of places where something is not answered yet. */
interface Ledger {
  equal(left: readonly Place[], right: Place): readonly Equation[];
  equals(left: readonly Place[], stated: string): Equation;
  atMost(left: readonly Place[], right: readonly Place[]): readonly Equation[];
}

function ledgerOf(figures: readonly Figure[]): Ledger {
  const places = new Map(figures.map((figure, index) => [keyOf(figure), index]));
  const find = (place: Place): number[] => {
    const index = places.get(keyOf(place));
    return index === undefined ? [] : [index];
  };
  const isWritten = (place: Place) => find(place).some((index) => figures[index]?.isWritten);
  const isAnswered = (place: Place) => find(place).some((index) => figures[index]?.isAnswered);
  const equation = (
    kind: Equation['kind'],
    left: readonly Place[],
    right: readonly Place[],
    stated = '0',
  ): Equation => {
    const factors = new Map<number, 1 | -1>([
      ...left.flatMap(find).map((index) => [index, 1] as const),
      ...right.flatMap(find).map((index) => [index, -1] as const),
    ]);
    let difference = new Exact(stated).negated();
    for (const [index, factor] of factors) {
      const { amount } = figures[index] ?? { amount: new Exact(0) };
      difference = factor > 0 ? difference.plus(amount) : difference.minus(amount);
    }
    return { kind, factors, difference };
  };
  return {
    equal: (left, right) =>
      isWritten(right) && left.some(isWritten) && left.every(isAnswered)
        ? [equation('equal', left, [right])]
        : [],
    equals: (left, stated) => equation('equal', left, [], stated),
    atMost: (left, right) => (right.some(isWritten) ? [equation('at-most', left, right)] : []),
  };
}

function keyOf({ step, row, column }: Place): string {
  return `${step} ${row ?? ''} ${column ?? ''}`;
}

/** Whether an equation holds after some figures have changed by so much. */
export function holds(
  { kind, factors, difference }: Equation,
  changes: ReadonlyMap<number, Value> = NO_CHANGES,
): boolean {
  let left = difference;
  for (const [index, change] of changes) {
    const factor = factors.get(index);
    if (factor !== undefined) left = factor > 0 ? left.plus(change) : left.minus(change);
  }
  return kind === 'equal' ? left.isZero() : left.lte(0);
}

const NO_CHANGES: ReadonlyMap<number, Value> = new Map();
