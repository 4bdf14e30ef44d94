import { Decimal } from 'decimal.js';

/**
 * An amount of money in 万元 as a plain decimal string: no sign, no exponent, no separators.
 * The decimals the person wrote are kept ("792.70"), and every zero is "0".
 */
export type Amount = string;

/** Arithmetic wide enough that no sum of amounts is ever rounded (amounts hold at most 30 digits). */
export const Exact = Decimal.clone({ precision: 80, toExpNeg: -60, toExpPos: 80 });

/** 1 万元 in 元. */
export const YUAN_PER_WAN = 10_000;

/** Differences up to this many 万元 count as rounding. Source: 公开表核查工具容差〔读〕(A17). */
export const ROUNDING = '0.01';

/** What `Amount` looks like. */
export const AMOUNT_PATTERN = /^(0|[1-9]\d*)(\.\d+)?$/;

/** Writes a computed number as a plain decimal string; may be negative. */
export function plain(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed();
}

/** Exact sum in 万元; blank (`null`) and unasked (`undefined`) count as zero. */
export function sum(amounts: Iterable<Amount | null | undefined>): Amount {
  let total = new Exact(0);
  for (const amount of amounts) if (amount) total = total.plus(amount);
  return plain(total);
}

/** `left − right` in 万元, as a plain decimal string that may be negative. */
export function minus(left: Amount, right: Amount): string {
  return plain(new Exact(left).minus(right));
}

/** −1, 0 or 1, by value: "8" equals "8.00". */
export function compare(left: string, right: string): -1 | 0 | 1 {
  if (left === right) return 0;
  const order = new Exact(left).comparedTo(right);
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

/** The size of a difference in 万元, without its sign. */
export function distance(left: Amount, right: Amount): Amount {
  if (left === right) return '0';
  return plain(new Exact(left).minus(right).abs());
}

/** A ten-thousandth: 元 to 万元, or 万元 to 亿元. */
export function perTenThousand(amount: string): string {
  return plain(new Exact(amount).dividedBy(YUAN_PER_WAN));
}

/** How many decimals an amount is written with. */
export function decimals(amount: Amount): number {
  return amount.split('.')[1]?.length ?? 0;
}

/** Thousands separators for a sentence: 25653.6 → 25,653.6. The form itself prints the plain string. */
export function grouped(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
