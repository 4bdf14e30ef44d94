import { type Amount, compare, distance, minus, ROUNDING, sum } from '../../../domain/amount.js';
import type { Place } from '../../../domain/finding.js';
import { type DraftTask, hasExpenditure, hasIncome, TASK_AMOUNTS } from '../draft.js';
import { type Balance, type Checked, once, type Rule } from './rule.js';

/** Two figures that should be equal. `computed` is the exact sum, `stated` the figure on the form. */
interface Mismatch {
  readonly rule: 'A01' | 'A02' | 'A04' | 'A05';
  readonly place: Place;
  readonly stated: Amount;
  readonly computed: Amount;
  readonly params: Readonly<Record<string, string>>;
}

/** Three rules look at the same mismatches of one balance: they are worked out once. */
const ofFunds = once(fundMismatches);

/** Whether the totals of the form tie: A01–A03, A06–A10, A14, A17. All sums and comparisons are exact. */
export const BALANCE_RULES: readonly Rule<Balance>[] = [
  mismatchRule('A01', '填报说明〔读〕', ofFunds),
  mismatchRule('A02', '真实公开表〔读〕', ofFunds),
  {
    id: 'A03',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ funds, sums }) => {
      if (funds.total || !hasIncome(funds) || !hasExpenditure(funds)) return [];
      const agree = compare(sums.income, sums.expenditure) === 0;
      return [
        {
          place: { step: 'totalFunds' },
          params: { I: sums.income, X: sums.expenditure, agree: agree ? 'yes' : 'no' },
          ...(agree && { change: `资金总额改成${sums.income}万元` }),
        },
      ];
    },
  },
  {
    id: 'A06',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ funds, sums }) =>
      exceeds(sums.tasks.total, funds.total)
        ? [
            {
              place: { step: 'tasks' },
              params: { s: sums.tasks.total, T: funds.total ?? '0' },
            },
          ]
        : [],
  },
  {
    id: 'A07',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ funds, sums }) => {
      if (!hasIncome(funds)) return [];
      const { publicBudget, governmentFund, specialAccountNonTax } = funds.income;
      const available = sum([publicBudget, governmentFund, specialAccountNonTax]);
      return exceeds(sums.tasks.fiscalFunds, available)
        ? [{ place: { step: 'tasks' }, params: { f: sums.tasks.fiscalFunds, F: available } }]
        : [];
    },
  },
  {
    id: 'A08',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ funds, sums }) => {
      if (!hasIncome(funds)) return [];
      const { otherFunds, specialAccountNonTax } = funds.income;
      const available = sum([otherFunds, specialAccountNonTax]);
      return exceeds(sums.tasks.otherFunds, available)
        ? [{ place: { step: 'tasks' }, params: { o: sums.tasks.otherFunds, O: available } }]
        : [];
    },
  },
  {
    id: 'A09',
    severity: 'hint',
    source: '样表〔读〕',
    breaches: ({ funds, sums, profile, taskCount }) => {
      const project = funds.expenditure.projectExpenditure;
      if (!project || profile.strictTaskTotal || taskCount === 0) return [];
      if (compare(sums.tasks.total, project) >= 0) return [];
      const d = minus(project, sums.tasks.total);
      return [{ place: { step: 'tasks' }, params: { p: project, s: sums.tasks.total, d } }];
    },
  },
  {
    id: 'A09w',
    severity: 'warning',
    source: '〔推〕',
    breaches: ({ funds, sums, profile }) => {
      const project = funds.expenditure.projectExpenditure;
      if (!project || profile.strictTaskTotal || !exceeds(sums.tasks.total, project)) return [];
      return [{ place: { step: 'tasks' }, params: { p: project, s: sums.tasks.total } }];
    },
  },
  {
    id: 'A09s',
    severity: 'error',
    source: '外省表式〔推〕',
    breaches: ({ funds, sums, profile }) => {
      const total = funds.total;
      if (!profile.strictTaskTotal || !total || compare(sums.tasks.total, total) === 0) return [];
      return [{ place: { step: 'tasks' }, params: { d: distance(sums.tasks.total, total) } }];
    },
  },
  {
    id: 'A10',
    severity: 'error',
    source: '〔推〕',
    // A negative amount cannot be on the form: it is refused where it is read. What is left is a total of 0.
    breaches: ({ funds }) =>
      funds.total && compare(funds.total, '0') === 0 ? [{ place: { step: 'totalFunds' } }] : [],
  },
  {
    id: 'A14',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ funds, taskCount }) => {
      const project = funds.expenditure.projectExpenditure;
      if (!project || compare(project, '0') === 0 || taskCount > 0) return [];
      return [{ place: { step: 'tasks' }, params: { p: project } }];
    },
  },
  roundingRule(ofFunds),
];

/** The mismatches of lines and of stated totals, worked out once for the rules that look at them. */
const ofLines = once((checked: Checked) => [
  ...checked.draft.tasks.flatMap(taskMismatch),
  ...statedMismatches(checked),
]);

/** Rules about single tasks and about totals that a document states: A04, A05, and A17 for both. */
export const LINE_RULES: readonly Rule[] = [
  mismatchRule('A04', '同类系统校验“年度资金总额应等于财政拨款和其他资金总和”〔读〕', ofLines),
  mismatchRule('A05', '〔推〕', ofLines),
  roundingRule(ofLines),
];

/** The A04 and A17 rules for some tasks only, given with their place in the list. */
export function lineRules(
  lines: readonly (readonly [task: DraftTask, row: number])[],
): readonly Rule<unknown>[] {
  const find = () => lines.flatMap(([task, row]) => taskMismatch(task, row));
  return [mismatchRule('A04', '', find), roundingRule(find)];
}

type Find<On> = (on: On) => readonly Mismatch[];

function mismatchRule<On>(id: Mismatch['rule'], source: string, find: Find<On>): Rule<On> {
  return {
    id,
    severity: 'error',
    source,
    breaches: (on) =>
      find(on)
        .filter(({ rule }) => rule === id)
        .filter(({ stated, computed }) => compare(distance(stated, computed), ROUNDING) > 0)
        .map(({ place, params }) => ({ place, params })),
  };
}

function roundingRule<On>(find: Find<On>): Rule<On> {
  return {
    id: 'A17',
    severity: 'warning',
    source: '公开表核查工具容差 0.01 万元〔读〕',
    breaches: (on) =>
      find(on)
        .map(({ place, stated, computed }) => ({
          place,
          stated,
          computed,
          d: distance(stated, computed),
        }))
        .filter(({ d }) => d !== '0' && compare(d, ROUNDING) <= 0)
        .map(({ place, stated, computed, d }) => ({ place, params: { d, stated, computed } })),
  };
}

function fundMismatches({ funds, sums }: Balance): readonly Mismatch[] {
  const { total, expenditure } = funds;
  if (!total) return [];
  const found: Mismatch[] = [];
  if (hasIncome(funds) && compare(sums.income, total) !== 0) {
    found.push({
      rule: 'A01',
      place: { step: 'publicBudget' },
      stated: total,
      computed: sums.income,
      params: {
        I: sums.income,
        T: total,
        d: distance(sums.income, total),
        direction: compare(sums.income, total) > 0 ? 'more' : 'less',
      },
    });
  }
  if (hasExpenditure(funds) && compare(sums.expenditure, total) !== 0) {
    found.push({
      rule: 'A02',
      place: { step: 'basicExpenditure' },
      stated: total,
      computed: sums.expenditure,
      params: {
        b: expenditure.basicExpenditure ?? '0',
        p: expenditure.projectExpenditure ?? '0',
        X: sums.expenditure,
        T: total,
        d: distance(sums.expenditure, total),
      },
    });
  }
  return found;
}

function taskMismatch(task: DraftTask, row: number): readonly Mismatch[] {
  const { name, total, fiscalFunds, otherFunds } = task;
  if (!total) return [];
  const computed = sum([fiscalFunds, otherFunds]);
  if (compare(computed, total) === 0) return [];
  const params = {
    n: String(row + 1),
    name: name ?? '',
    f: fiscalFunds ?? '0',
    o: otherFunds ?? '0',
    s: computed,
    a: total,
  };
  const place = { step: 'tasks', row, column: 'total' };
  return [{ rule: 'A04', place, stated: total, computed, params }];
}

function statedMismatches({ draft, sums, remarks }: Checked): readonly Mismatch[] {
  const stated = remarks.totals?.['tasks'] ?? {};
  return TASK_AMOUNTS.flatMap((column): readonly Mismatch[] => {
    const figure = stated[column];
    if (figure === undefined) return [];
    const s = sums.tasks[column];
    const params = { column, v: figure, n: String(draft.tasks.length), s };
    return [{ rule: 'A05', place: { step: 'tasks', column }, stated: figure, computed: s, params }];
  });
}

function exceeds(figure: Amount, limit: Amount | null | undefined): boolean {
  return Boolean(limit) && compare(minus(figure, limit ?? '0'), ROUNDING) > 0;
}
