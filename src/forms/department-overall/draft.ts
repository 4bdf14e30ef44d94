import type { Amount } from '../../domain/amount.js';
import { type Answers, cellOf, type Row, rowsOf, valueIn } from '../answers.js';
import type { Profile } from './profile.js';
import { type IndicatorKind, indicatorKinds, indicatorStep } from './scheme.js';

/** undefined: nobody has spoken of it. null: left blank on purpose. */
export type Maybe<T> = T | null | undefined;

export interface DraftTask {
  readonly name: Maybe<string>;
  readonly content: Maybe<string>;
  readonly total: Maybe<Amount>;
  readonly fiscalFunds: Maybe<Amount>;
  readonly otherFunds: Maybe<Amount>;
}

export interface DraftIndicator {
  readonly kind: IndicatorKind;
  /** Its line within its own 二级指标, from 0. */
  readonly at: number;
  readonly name: Maybe<string>;
  readonly targetValue: Maybe<string>;
}

/** An amount together with the words it came from. */
export interface SaidAmount {
  readonly step: string;
  readonly row?: number;
  readonly column?: string;
  readonly amount: Amount;
  readonly said: string;
}

/** The form as far as it is filled, nested as the declaration is. Checks and layout read this. */
export interface Draft {
  readonly year: Maybe<string>;
  readonly reportingUnit: Maybe<string>;
  /** 部门名称: the reporting unit until it is given another name. */
  readonly departmentName: Maybe<string>;
  readonly unitHead: Maybe<string>;
  readonly funds: {
    readonly total: Maybe<Amount>;
    readonly income: Readonly<Record<IncomeLine, Maybe<Amount>>>;
    readonly expenditure: Readonly<Record<ExpenditureLine, Maybe<Amount>>>;
  };
  readonly duties: readonly Maybe<string>[];
  readonly tasks: readonly DraftTask[];
  readonly goals: readonly Maybe<string>[];
  readonly indicators: readonly DraftIndicator[];
  /** Lists that were left empty on purpose. */
  readonly leftOut: ReadonlySet<string>;
  /** Every amount on the form. */
  readonly amounts: readonly SaidAmount[];
}

export const INCOME = [
  'publicBudget',
  'governmentFund',
  'specialAccountNonTax',
  'otherFunds',
] as const;
export type IncomeLine = (typeof INCOME)[number];

/** The steps of the two expenditure lines. */
export const EXPENDITURE = ['basicExpenditure', 'projectExpenditure'] as const;
export type ExpenditureLine = (typeof EXPENDITURE)[number];

export const TASK_AMOUNTS = ['total', 'fiscalFunds', 'otherFunds'] as const;

/** Whether any line of income has an amount; zero is one. */
export function hasIncome({ income }: Draft['funds']): boolean {
  return INCOME.some((line) => Boolean(income[line]));
}

/** Whether any line of expenditure has an amount; zero is one. */
export function hasExpenditure({ expenditure }: Draft['funds']): boolean {
  return EXPENDITURE.some((line) => Boolean(expenditure[line]));
}

/** Nests a form's flat answers. */
export function draftOf(answers: Answers, profile: Profile): Draft {
  const value = (step: string) => valueIn(answers, step);
  return {
    year: value('year'),
    reportingUnit: value('reportingUnit'),
    departmentName: value('departmentName') ?? value('reportingUnit'),
    unitHead: value('unitHead'),
    funds: fundsOf(answers),
    duties: rowsOf(answers, 'duties').map((row) => cellOf(row, 'text')),
    tasks: rowsOf(answers, 'tasks').map(taskOf),
    goals: rowsOf(answers, 'goals').map((row) => cellOf(row, 'text')),
    indicators: indicatorKinds(profile).flatMap((kind) =>
      rowsOf(answers, indicatorStep(kind)).map((row, at) => ({
        kind,
        at,
        name: cellOf(row, 'name'),
        targetValue: cellOf(row, 'targetValue'),
      })),
    ),
    leftOut: new Set(
      Object.keys(answers.finished).filter((step) => rowsOf(answers, step).length === 0),
    ),
    amounts: amountsOf(answers),
  };
}

/** The budget block of a form. */
export function fundsOf(answers: Answers): Draft['funds'] {
  const value = (step: string) => valueIn(answers, step);
  return {
    total: value('totalFunds'),
    income: {
      publicBudget: value('publicBudget'),
      governmentFund: value('governmentFund'),
      specialAccountNonTax: value('specialAccountNonTax'),
      otherFunds: value('otherFunds'),
    },
    expenditure: {
      basicExpenditure: value('basicExpenditure'),
      projectExpenditure: value('projectExpenditure'),
    },
  };
}

export function taskOf(row: Row): DraftTask {
  return {
    name: cellOf(row, 'name'),
    content: cellOf(row, 'content'),
    total: cellOf(row, 'total'),
    fiscalFunds: cellOf(row, 'fiscalFunds'),
    otherFunds: cellOf(row, 'otherFunds'),
  };
}

function amountsOf(answers: Answers): SaidAmount[] {
  const values = ['totalFunds', ...INCOME, ...EXPENDITURE].flatMap((step) => {
    const answer = answers.values[step];
    return answer?.value ? [{ step, amount: answer.value, said: answer.said ?? answer.value }] : [];
  });
  const cells = rowsOf(answers, 'tasks').flatMap((row, at) =>
    TASK_AMOUNTS.flatMap((column) => {
      const answer = row.cells[column];
      if (!answer?.value) return [];
      return [
        { step: 'tasks', row: at, column, amount: answer.value, said: answer.said ?? answer.value },
      ];
    }),
  );
  return [...values, ...cells];
}
