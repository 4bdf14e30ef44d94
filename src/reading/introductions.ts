import { readAmount } from '../domain/read-amount.js';
import type { ValueStep } from '../forms/form.js';

const YEAR = /(^|[，,；;\s填报])((?:19|20|21)\d{2})年(?:度)?的?(?=[，,；;\s]|$)/;
const UNIT = /(^|[，,；;\s])(?:我们|[我本]单位)(?=是|叫)/;
const HEAD = /(^|[，,；;\s])((?:单位)?负责人)(?=[\p{Script=Han}·]{2,4}(?:$|[，,；;。\s]))/u;

/**
 * Gives each thing said at once the label it goes by: 「填2026年的，我们是清溪县图书馆，负责人刘文秀」. What
 * stands before the first of them answers what was asked: 「100，都是财政的」.
 */
export function withLabels(asked: ValueStep, text: string): string {
  if (asked.reads === 'amount') {
    const first = firstOf(text);
    const isFigure = first && /^[\d０-９]/.test(first) && readAmount(first).kind === 'amount';
    return isFigure ? `${asked.label}：${text}` : text;
  }
  const named = text.replace(YEAR, '$1年度$2').replace(UNIT, '$1填报单位').replace(HEAD, '$1$2是');
  if (named === text || asked.reads !== 'text') return named;
  const first = firstOf(named);
  return first && !/年度\d|填报单位|负责人/.test(first) ? `${asked.label}：${named}` : named;
}

/** What stands before the first comma or gap. A comma within a figure (2,565.36) is none. */
function firstOf(text: string): string | undefined {
  return /^[^，,；;\s:：]{1,30}(?:,\d{3}[^，,；;\s:：]*)*(?=[，,；;\s])/.exec(text)?.[0];
}
