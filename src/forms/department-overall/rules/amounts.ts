import { compare, decimals, perTenThousand } from '../../../domain/amount.js';
import { readTargetValue } from '../../../domain/indicator.js';
import { amountUnit, SUSPICIOUSLY_LARGE } from '../../../domain/read-amount.js';
import { INCOME } from '../draft.js';
import { indicatorStep } from '../scheme.js';
import type { Breach, Checked, Rule } from './rule.js';

/** Rules A11–A13, A15, A16 and A18: whether each amount is plausible and written like the others. */
export const AMOUNT_RULES: readonly Rule[] = [
  {
    id: 'A11',
    severity: 'warning',
    source: '〔推〕',
    breaches: ({ draft }) =>
      draft.amounts
        .filter(({ amount }) => compare(amount, SUSPICIOUSLY_LARGE) >= 0)
        .map(({ amount, said, ...place }) => ({
          place,
          params: { v: said, y: perTenThousand(amount) },
        })),
  },
  {
    id: 'A12',
    severity: 'hint',
    source: '真实公开表〔读〕',
    breaches: ({ draft }) =>
      draft.amounts
        .filter(({ amount }) => decimals(amount) > 2)
        .map(({ amount, said: _, ...place }) => ({ place, params: { v: amount } })),
  },
  { id: 'A13', severity: 'hint', source: '样表〔读〕', breaches: blankAmounts },
  { id: 'A15', severity: 'warning', source: '〔推〕', breaches: repeatedTasks },
  { id: 'A16', severity: 'warning', source: '〔推〕', breaches: costsAboveTotal },
  { id: 'A18', severity: 'warning', source: '真实公开表、核查工具〔读〕', breaches: mixedUnits },
];

function blankAmounts({ draft }: Checked): readonly Breach[] {
  // null is a blank left on purpose; what nobody has been asked yet is no finding of this rule.
  const lines = INCOME.filter((line) => draft.funds.income[line] === null);
  const income = lines.map((step) => ({ place: { step }, params: { where: 'income' } }));
  const tasks = draft.tasks.flatMap((task, row) => (task.otherFunds ? [] : [row + 1]));
  if (tasks.length === 0) return income;
  const place = { step: 'tasks', row: (tasks[0] ?? 1) - 1, column: 'otherFunds' };
  return [
    ...income,
    {
      place,
      params: {
        where: 'tasks',
        rows: tasks.join('、'),
        n: String(tasks.length),
        all: tasks.length === draft.tasks.length ? 'yes' : 'no',
      },
    },
  ];
}

function repeatedTasks({ draft }: Checked): readonly Breach[] {
  const first = new Map<string, number>();
  return draft.tasks.flatMap(({ name }, row) => {
    if (!name) return [];
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, row);
      return [];
    }
    return [
      { place: { step: 'tasks', row }, params: { i: String(earlier + 1), j: String(row + 1) } },
    ];
  });
}

function costsAboveTotal({ draft }: Checked): readonly Breach[] {
  const total = draft.funds.total;
  if (!total) return [];
  return draft.indicators.flatMap(({ kind, at, name, targetValue }) => {
    if (!/cost$/i.test(kind.id) || !targetValue) return [];
    const reading = readTargetValue(targetValue);
    if (reading.kind !== 'quantity' || !/^元?$/.test(reading.unit)) return [];
    const cost = perTenThousand(reading.number);
    if (compare(cost, total) <= 0) return [];
    const place = { step: indicatorStep(kind), row: at, column: 'targetValue' };
    return [{ place, params: { name: name ?? '', v: cost } }];
  });
}

const UNIT_NAMES = { yuan: '元', wan: '万元', yi: '亿元' } as const;

function mixedUnits({ draft }: Checked): readonly Breach[] {
  const converted = draft.amounts.flatMap((place) => {
    const unit = amountUnit(place.said);
    if (unit === undefined || compare(place.amount, '0') === 0) return [];
    return [{ unit: unit === 'none' ? ('wan' as const) : unit, place }];
  });
  const units = [...new Set(converted.map(({ unit }) => unit))];
  const [odd] = converted.filter(({ unit }) => unit !== 'wan');
  if (units.length < 2 || !odd) return [];
  const list = converted
    .filter(({ unit }) => unit !== 'wan')
    .map(({ place }) => `${place.said}＝${place.amount}万元`);
  const { amount: _, said: __, ...place } = odd.place;
  return [
    {
      place,
      params: { units: units.map((unit) => UNIT_NAMES[unit]).join('、'), list: list.join('；') },
    },
  ];
}
