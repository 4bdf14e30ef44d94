import { type Amount, compare, distance, minus, ROUNDING, sum } from '../../../domain/amount.js';
import type { Place } from '../../../domain/finding.js';
import { EXPENDITURE, INCOME, TASK_AMOUNTS } from '../draft.js';
import type { Checked, Rule } from './rule.js';

/** Two figures that should be equal. `computed` is the exact sum, `stated` the figure on the form. */
interface Mismatch {
  readonly rule: 'A01' | 'A02' | 'A04' | 'A05';
  readonly place: Place;
  readonly stated: Amount;
  readonly computed: Amount;
  readonly params: Readonly<Record<string, string>>;
}

const COLUMN_LABELS = { total: '总额', fiscalFunds: '财政拨款', otherFunds: '其他资金' } as const;

/** Rules A01–A09, A14 and A17: whether the figures of the form tie. All sums and comparisons are exact. */
export const TOTALS_RULES: readonly Rule[] = [
  mismatchRule('A01', '填报说明〔读〕'),
  mismatchRule('A02', '真实公开表〔读〕'),
  {
    id: 'A03',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ draft, sums }) => {
      if (draft.funds.total || !hasIncome(draft) || !hasExpenditure(draft)) return [];
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
  mismatchRule('A04', '同类系统校验“年度资金总额应等于财政拨款和其他资金总和”〔读〕'),
  mismatchRule('A05', '〔推〕'),
  {
    id: 'A06',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ draft, sums }) =>
      exceeds(sums.tasks.total, draft.funds.total)
        ? [
            {
              place: { step: 'tasks' },
              params: { s: sums.tasks.total, T: draft.funds.total ?? '0' },
            },
          ]
        : [],
  },
  {
    id: 'A07',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ draft, sums }) => {
      if (!hasIncome(draft)) return [];
      const { publicBudget, governmentFund, specialAccountNonTax } = draft.funds.income;
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
    breaches: ({ draft, sums }) => {
      if (!hasIncome(draft)) return [];
      const { otherFunds, specialAccountNonTax } = draft.funds.income;
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
    breaches: ({ draft, sums, profile }) => {
      const project = draft.funds.expenditure.projectExpenditure;
      if (!project || profile.strictTaskTotal || draft.tasks.length === 0) return [];
      if (compare(sums.tasks.total, project) >= 0) return [];
      const d = minus(project, sums.tasks.total);
      return [{ place: { step: 'tasks' }, params: { p: project, s: sums.tasks.total, d } }];
    },
  },
  {
    id: 'A09w',
    severity: 'warning',
    source: '〔推〕',
    breaches: ({ draft, sums, profile }) => {
      const project = draft.funds.expenditure.projectExpenditure;
      if (!project || profile.strictTaskTotal || !exceeds(sums.tasks.total, project)) return [];
      return [{ place: { step: 'tasks' }, params: { p: project, s: sums.tasks.total } }];
    },
  },
  {
    id: 'A09s',
    severity: 'error',
    source: '外省表式〔推〕',
    breaches: ({ draft, sums, profile }) => {
      const total = draft.funds.total;
      if (!profile.strictTaskTotal || !total || compare(sums.tasks.total, total) === 0) return [];
      return [{ place: { step: 'tasks' }, params: { d: distance(sums.tasks.total, total) } }];
    },
  },
  {
    id: 'A14',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ draft }) => {
      const project = draft.funds.expenditure.projectExpenditure;
      if (!project || compare(project, '0') === 0 || draft.tasks.length > 0) return [];
      return [{ place: { step: 'tasks' }, params: { p: project } }];
    },
  },
  {
    id: 'A17',
    severity: 'warning',
    source: '公开表核查工具容差 0.01 万元〔读〕',
    breaches: (checked) =>
      mismatches(checked)
        .filter(({ stated, computed }) => compare(distance(stated, computed), ROUNDING) <= 0)
        .map(({ place, stated, computed }) => ({
          place,
          params: { d: distance(stated, computed), stated, computed },
        })),
  },
];

function mismatchRule(id: Mismatch['rule'], source: string): Rule {
  return {
    id,
    severity: 'error',
    source,
    breaches: (checked) =>
      mismatches(checked)
        .filter(({ rule }) => rule === id)
        .filter(({ stated, computed }) => compare(distance(stated, computed), ROUNDING) > 0)
        .map(({ place, params }) => ({ place, params })),
  };
}

function mismatches(checked: Checked): readonly Mismatch[] {
  const found = [
    ...fundMismatches(checked),
    ...taskMismatches(checked),
    ...statedMismatches(checked),
  ];
  return found.filter(({ stated, computed }) => compare(stated, computed) !== 0);
}

function fundMismatches({ draft, sums }: Checked): readonly Mismatch[] {
  const { total, expenditure } = draft.funds;
  if (!total) return [];
  const d = (computed: Amount) => distance(computed, total);
  const more = compare(sums.income, total) > 0 ? 'more' : 'less';
  const income: Mismatch = {
    rule: 'A01',
    place: { step: 'publicBudget' },
    stated: total,
    computed: sums.income,
    params: { I: sums.income, T: total, d: d(sums.income), direction: more },
  };
  const spent: Mismatch = {
    rule: 'A02',
    place: { step: 'basicExpenditure' },
    stated: total,
    computed: sums.expenditure,
    params: {
      b: expenditure.basicExpenditure ?? '0',
      p: expenditure.projectExpenditure ?? '0',
      X: sums.expenditure,
      T: total,
      d: d(sums.expenditure),
    },
  };
  return [...(hasIncome(draft) ? [income] : []), ...(hasExpenditure(draft) ? [spent] : [])];
}

function taskMismatches({ draft }: Checked): readonly Mismatch[] {
  return draft.tasks.flatMap(({ name, total, fiscalFunds, otherFunds }, row) => {
    if (!total) return [];
    const computed = sum([fiscalFunds, otherFunds]);
    const params = {
      n: String(row + 1),
      name: name ?? '',
      f: fiscalFunds ?? '0',
      o: otherFunds ?? '0',
      s: computed,
      a: total,
    };
    const place = { step: 'tasks', row, column: 'total' };
    return [{ rule: 'A04' as const, place, stated: total, computed, params }];
  });
}

function statedMismatches({ draft, sums, remarks }: Checked): readonly Mismatch[] {
  const stated = remarks.totals?.['tasks'] ?? {};
  return TASK_AMOUNTS.flatMap((column) => {
    const figure = stated[column];
    if (figure === undefined) return [];
    const s = sums.tasks[column];
    const params = { column: COLUMN_LABELS[column], v: figure, n: String(draft.tasks.length), s };
    return [
      {
        rule: 'A05' as const,
        place: { step: 'tasks', column },
        stated: figure,
        computed: s,
        params,
      },
    ];
  });
}

function hasIncome({ funds }: Checked['draft']): boolean {
  return INCOME.some((line) => Boolean(funds.income[line]));
}

function hasExpenditure({ funds }: Checked['draft']): boolean {
  return EXPENDITURE.some((line) => Boolean(funds.expenditure[line]));
}

function exceeds(figure: Amount, limit: Amount | null | undefined): boolean {
  return Boolean(limit) && compare(minus(figure, limit ?? '0'), ROUNDING) > 0;
}
