/** Words of heads over what belongs to an earlier year. */
const EARLIER = /上一?年|去年|往年|以前年度|执行数|已/;
const THIS_YEAR = /[本当今]年|预算年度/;
/** Labels of goals and duties that are none of this year's form. 〔推〕 */
const OTHER_TIME = /上一?年|去年|完成情况|自评|中期|长期|实施期/;

/** 上年预算数, 执行数: figures under it are never those of the form. */
export function isOfEarlierYear(head: string): boolean {
  return EARLIER.test(head);
}

/** Whether a head names a year at all: 上年预算数, 本年预算数. */
export function isOfAnyYear(head: string): boolean {
  return EARLIER.test(head) || THIS_YEAR.test(head);
}

/** 上年绩效目标完成情况, 中长期目标: what it labels is no list of this year. */
export function isOfOtherTime(label: string): boolean {
  return OTHER_TIME.test(label);
}

/** The only one of several that is this year's by its head; undefined where nobody can tell. */
export function ofThisYear<T extends { readonly head: string }>(
  found: readonly T[],
): T | undefined {
  const possible = found.filter(({ head }) => !isOfEarlierYear(head));
  const named = possible.filter(({ head }) => THIS_YEAR.test(head));
  if (named.length === 1) return named[0];
  return possible.length === 1 ? possible[0] : undefined;
}
