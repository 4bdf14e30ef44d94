import { type IndicatorKind, indicatorStep } from '../scheme.js';
import { indicatorLine, overLines } from './indicator-line.js';
import { INDICATOR_LINE_RULES } from './indicator-quality.js';
import { type Breach, type Checked, once, type Rule } from './rule.js';

/** Rules I01–I20: the indicators one by one, and beside each other. */
export const INDICATOR_RULES: readonly Rule[] = [
  ...INDICATOR_LINE_RULES.map(overLines).map(
    ({ breaches, ...rule }): Rule => ({ ...rule, breaches: (on) => breaches(linesOf(on)) }),
  ),
  { id: 'I12', severity: 'warning', source: '〔推〕', breaches: repeatedNames },
  { id: 'I14', severity: 'hint', source: '〔推〕', breaches: oddCount },
];

/** Values are read once a check, however many rules look at them. */
const linesOf = once(({ draft }: Checked) => {
  const about = { year: draft.year, total: draft.funds.total };
  return draft.indicators.flatMap((indicator) => indicatorLine(indicator, about) ?? []);
});

function repeatedNames({ draft }: Checked): readonly Breach[] {
  const seen = new Set<string>();
  return draft.indicators.flatMap(({ kind, name, at }) => {
    if (!name) return [];
    const key = `${kind.id} ${name}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ place: { step: indicatorStep(kind), row: at, column: 'name' }, params: { name } }];
  });
}

/** Source: I14. */
const FEWEST = { quantity: 2, all: 8 };
const MOST = 40;

function oddCount({ draft: { indicators } }: Checked): readonly Breach[] {
  const n = indicators.length;
  const first = indicators[0];
  const quantities = indicators.filter(({ kind }) => kind.id === 'quantity');
  if (!first || (n <= MOST && n >= FEWEST.all && quantities.length >= FEWEST.quantity)) return [];
  const quantity: Pick<IndicatorKind, 'id'> = { id: 'quantity' };
  const few = n < FEWEST.all ? 'all' : 'quantity';
  return [
    {
      place: { step: indicatorStep(quantity) },
      params: {
        n: String(few === 'all' || n > MOST ? n : quantities.length),
        what: n > MOST ? 'many' : few,
      },
    },
  ];
}
