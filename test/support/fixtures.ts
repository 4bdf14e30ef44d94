import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A published or invented form, transcribed cell by cell. Amounts stand as written, with units and blanks. */
export interface FormCase {
  readonly caseId: string;
  readonly year: string;
  readonly unit: string;
  readonly deptName: string;
  readonly head: string;
  readonly budget: {
    readonly total: string;
    readonly byIncome: Readonly<Record<string, string>>;
    readonly byExpenditure: Readonly<Record<string, string>>;
  };
  readonly duties: readonly string[];
  readonly tasks: readonly Readonly<
    Record<'name' | 'content' | 'total' | 'fiscal' | 'other', string>
  >[];
  readonly tasksTotal: Readonly<Record<'total' | 'fiscal' | 'other', string>>;
  readonly goals: readonly string[];
  readonly indicators: readonly Readonly<
    Record<'level1' | 'level2' | 'level3' | 'value', string>
  >[];
  readonly expectedErrors: readonly string[];
  readonly expectedWarnings: readonly string[];
  readonly expectedHints: readonly string[];
}

export interface Utterance {
  readonly step: string;
  readonly text: string;
  readonly expect: Readonly<Record<string, unknown>> & { readonly type: string };
  readonly note: string;
}

export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(resolve('test/fixtures', name), 'utf8')) as T;
}

export const HENGYANG = fixture<FormCase>('hengyang-justice-2020.json');
export const ARCHIVES = fixture<FormCase>('syn-zero-revenue-archives-2024.json');
export const FULL_WIDTH = fixture<FormCase>('syn-fullwidth-yuan-2026.json');
/** A project's form, which has no place for income lines, duties and tasks. */
export const MIST_CANNON = fixture<
  FormCase & { readonly project: { readonly budgetDept: string } }
>('xiangtan-mistcannon-2023.json');
export const UTTERANCES = fixture<readonly Utterance[]>('utterances.json');

/** A case as the JSON that `shenbao check` reads. Duties come as the list reader splits them. */
export function asDocument(form: FormCase): unknown {
  const { byIncome, byExpenditure } = form.budget;
  return {
    year: form.year.replace(/[０-９]/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) - 0xfee0),
    ),
    reportingUnit: form.unit,
    departmentName: form.deptName,
    unitHead: form.head,
    funds: {
      total: form.budget.total,
      income: {
        publicBudget: byIncome['公共财政拨款'],
        governmentFund: byIncome['政府性基金拨款'],
        specialAccountNonTax: byIncome['纳入专户管理的非税收入拨款'],
        otherFunds: byIncome['其他资金'],
      },
      expenditure: { basic: byExpenditure['基本支出'], project: byExpenditure['项目支出'] },
    },
    duties: form.duties,
    tasks: form.tasks.map(({ name, content, total, fiscal, other }) => ({
      name,
      content,
      total,
      fiscalFunds: fiscal,
      otherFunds: other,
    })),
    taskTotals: {
      total: form.tasksTotal.total,
      fiscalFunds: form.tasksTotal.fiscal,
      otherFunds: form.tasksTotal.other,
    },
    goals: form.goals,
    indicators: form.indicators.map(({ level1, level2, level3, value }) => ({
      level1,
      level2,
      name: level3,
      targetValue: value,
    })),
  };
}
