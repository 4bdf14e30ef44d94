import { distance } from '../domain/amount.js';
import { rowsOf } from '../forms/answers.js';
import { columnLabel } from '../forms/form.js';
import type { StatedTotal } from '../reading/reading.js';
import { totalOf } from './filing.js';
import { type Notice, notice } from './notice.js';
import type { Work } from './work.js';

/** Totals that the person or a pasted table states, against the exact sums of the lines. */
export function comparedTotals(work: Work, stated: readonly StatedTotal[]) {
  return stated.map(({ step, column, amount }) => {
    const list = work.form.steps.get(step);
    const label = (list?.type === 'rows' && columnLabel(list, column)) || '';
    const sum = totalOf(work.filing, step, column);
    return { step, label, amount, sum, difference: distance(sum, amount) };
  });
}

/** Says which of the stated totals agree, and by how much the others differ. */
export function statedNotices(work: Work, stated: readonly StatedTotal[]): readonly Notice[] {
  const compared = comparedTotals(work, stated);
  const [first, ...more] = compared.filter(({ difference }) => difference === '0');
  const differing = compared.filter(({ difference }) => difference !== '0');
  const count = rowsOf(work.filing.answers, first?.step ?? '').length;
  return [
    ...(first ? [notice('totalsAgree', { stated: [first, ...more], count })] : []),
    ...differing.map((each) => notice('totalDiffers', each)),
  ];
}
