import { type Amount, compare, minus, sum } from '../domain/amount.js';
import type { WordsDoubt } from './cells.js';
import type { Clause } from './clauses.js';
import { type Context, type Gathered, put } from './gathered.js';

/** 剩下都是 X, 全部是 X: the whole less the other parts, with the sum shown. False when X is part of no sum. */
export function takeRemainder(
  clause: Extract<Clause, { type: 'remainder' }>,
  context: Context,
  gathered: Gathered,
): boolean {
  const { key, said } = clause;
  const group = context.vocabulary.sums.find(({ parts }) => parts.includes(key));
  if (!group) return false;
  const at = (each: string) => gathered.cells.get(each)?.value ?? context.known(each);
  const others = group.parts.filter((part) => part !== key);
  const amounts = others.flatMap((part) => at(part) ?? []);
  const whole = at(group.whole);
  const isOpen = isDoubtful([group.whole, ...group.parts], context, gathered);
  const doubt = isOpen
    ? { code: 'rest-later' as const, said }
    : remainderDoubt(clause, whole, amounts, context);
  if (doubt || whole === null || whole === undefined) {
    if (doubt) gathered.doubts.push({ key, doubt });
    return true;
  }
  const isAll = !clause.isRest && context.overrides === true;
  for (const part of others) {
    if (isAll || at(part) === undefined) put(part, { value: '0', said }, gathered);
  }
  const rest = isAll ? whole : minus(whole, sum(amounts));
  const working = !isAll && amounts.length > 0 && { working: workingOf(whole, amounts) };
  put(key, { value: rest, said, ...working }, gathered);
  return true;
}

/** Why the rest of a whole cannot be reckoned; undefined when it can. */
function remainderDoubt(
  { said, isRest }: Extract<Clause, { type: 'remainder' }>,
  whole: Amount | null | undefined,
  amounts: readonly Amount[],
  { overrides }: Context,
): WordsDoubt | undefined {
  if (whole === null || whole === undefined) return { code: 'total-needed', said };
  if (isRest && amounts.length === 0) return { code: 'others-needed', said };
  const rest = minus(whole, sum(amounts));
  const isContradicted = !isRest && compare(sum(amounts), '0') > 0;
  if (isContradicted) {
    return overrides ? undefined : { code: 'all-or-rest', said, candidates: [rest, whole] };
  }
  const working = workingOf(whole, amounts);
  return compare(rest, '0') < 0 ? { code: 'negative-rest', said, params: { working } } : undefined;
}

function workingOf(whole: Amount, amounts: readonly Amount[]): string {
  return `${[whole, ...amounts].join(' − ')} = ${minus(whole, sum(amounts))}`;
}

/** 其余为0: only blanks of the same sum that nobody has spoken of. */
export function fillRest(said: string, context: Context, gathered: Gathered): boolean {
  const named = [
    ...gathered.cells.keys(),
    ...gathered.doubts.map(({ key }) => key),
    ...context.asked,
  ];
  const group = context.vocabulary.sums.find(({ parts }) =>
    parts.some((part) => named.includes(part)),
  );
  if (!group) return false;
  if (isDoubtful(group.parts, context, gathered)) {
    gathered.doubts.push({ key: group.whole, doubt: { code: 'rest-later', said } });
    return true;
  }
  for (const part of group.parts) {
    const isOpen = !gathered.cells.has(part) && context.known(part) === undefined;
    if (isOpen) put(part, { value: '0', said }, gathered);
  }
  return true;
}

/** Whether a figure of a sum is being asked back about: then nothing of that sum is reckoned. */
function isDoubtful(keys: readonly string[], { doubtful = [] }: Context, { doubts }: Gathered) {
  return keys.some((key) => doubtful.includes(key) || doubts.some((each) => each.key === key));
}
