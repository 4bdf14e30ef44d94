import { Exact } from '../../domain/amount.js';
import type { NumberToken, Section } from './number-tokens.js';

/** A positive number, written into the places that a section of a number format has for its digits. */
export function placedDigits(section: Section, number: string): string {
  const point = section.findIndex(({ type }) => type === 'point');
  const split = point < 0 ? section.length : point;
  const [whole, fraction] = [section.slice(0, split), section.slice(split)];
  const places = fraction.filter(isDigit).length;
  const scaled = new Exact(number)
    .times(new Exact(100).pow(section.filter(({ type }) => type === 'percent').length))
    .div(new Exact(1000).pow(scales(whole) + scales(fraction)));
  // Half goes up, as spreadsheets round: 1.005 shows as 1.01.
  const [digits = '', decimals = ''] = scaled.toFixed(places, Exact.ROUND_HALF_UP).split('.');
  return `${placedWhole(whole, digits)}${placedFraction(fraction, decimals)}`;
}

function isDigit({ type }: NumberToken): boolean {
  return type === 'digit';
}

/** How often a number is divided by a thousand: once for each comma behind the last digit. */
function scales(tokens: Section): number {
  const last = tokens.findLastIndex(isDigit);
  return tokens.slice(last + 1).filter(({ type }) => type === 'comma').length;
}

/** From the right: each place takes a digit, the first all that are left. Text between the digits stays there. */
function placedWhole(tokens: Section, digits: string): string {
  const first = tokens.findIndex(isDigit);
  const last = tokens.findLastIndex(isDigit);
  const isGrouped = tokens.slice(first, last).some(({ type }) => type === 'comma');
  let left = digits === '0' ? '' : digits;
  let placed = 0;
  return tokens.reduceRight((after, token, at) => {
    if (token.type !== 'digit') return `${textOf(token)}${after}`;
    const taken = at === first ? left : left.slice(-1);
    left = left.slice(0, left.length - taken.length);
    const shown = taken === '' ? padding(token.sign) : taken;
    const grouped = isGrouped ? groupedBefore(shown, placed) : shown;
    placed += shown.length;
    return `${grouped}${after}`;
  }, '');
}

/** Digits with a comma before every third one, counted from the right with those already placed. */
function groupedBefore(digits: string, placed: number): string {
  return [...digits].reduceRight((after, digit, at) => {
    const behind = placed + digits.length - 1 - at;
    return `${digit}${behind > 0 && behind % 3 === 0 ? ',' : ''}${after}`;
  }, '');
}

/** From the left; # shows no zero at the end. A point without digits behind it is left out. */
function placedFraction(tokens: Section, decimals: string): string {
  const significant = decimals.replace(/0+$/, '').length;
  let at = 0;
  const shown = tokens.map((token) => {
    if (token.type !== 'digit') return { isDecimal: false, text: textOf(token) };
    const digit =
      at < significant || token.sign === '0' ? decimals.charAt(at) : padding(token.sign);
    at += 1;
    return { isDecimal: true, text: digit };
  });
  const hasDecimals = shown.some(({ isDecimal, text }) => isDecimal && text.trim() !== '');
  return `${hasDecimals ? '.' : ''}${shown.map(({ text }) => text).join('')}`;
}

/** What stands in a place that has no digit. */
function padding(sign: string): string {
  if (sign === '0') return '0';
  return sign === '?' ? ' ' : '';
}

function textOf(token: NumberToken): string {
  if (token.type === 'text') return token.text;
  return token.type === 'percent' ? '%' : '';
}
