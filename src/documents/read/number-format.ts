import { compare, Exact, plain } from '../../domain/amount.js';
import { type NumberToken, type Section, sectionsOf } from './number-tokens.js';
import { placedDigits } from './placed-digits.js';

/** Digits that a spreadsheet keeps of a number. Source: Excel specifications and limits. */
const DIGITS = 15;

/**
 * A number as a spreadsheet shows it. Written here and not left to hucre, which knows 常规 (General) only alone,
 * reckons with doubles and takes the % of "≥"0"%" for a hundredth.
 *
 * @param otherwise writes a number in a format that is no plain number: with a power or a fraction.
 */
export function numberAsShown(
  value: number,
  format = 'General',
  otherwise: (value: unknown, format: string) => string,
): string {
  const number = plain(new Exact(value.toPrecision(DIGITS)));
  const sections = sectionsOf(format);
  const section = sectionFor(number, sections);
  if (section.some(({ type }) => type === 'other')) return otherwise(value, format).trim();
  const size = number.replace(/^-/, '');
  const isNegative = number !== size && !isForNegatives(section, sections);
  const shown = shownIn(section, size).trim();
  // −0.001 in two decimals is 0.00, without a sign.
  return `${isNegative && /[1-9]/.test(shown) ? '-' : ''}${shown}`;
}

/** The section of a format that a number is shown in: the first whose condition it meets, or that of its sign. */
function sectionFor(number: string, sections: readonly Section[]): Section {
  const numeric = sections.slice(0, 3);
  const [positive = [], negative = positive, zero = positive] = numeric;
  if (numeric.some((section) => section.some(isCondition))) {
    return numeric.find((section) => section.every((token) => isMet(token, number))) ?? [];
  }
  const order = compare(number, '0');
  if (order === 0) return zero;
  return order > 0 ? positive : negative;
}

/** Whether a section says itself how a negative number looks. */
function isForNegatives(section: Section, sections: readonly Section[]): boolean {
  return section === sections[1] && !sections.some((each) => each.some(isCondition));
}

function isCondition({ type }: NumberToken): boolean {
  return type === 'condition';
}

function isMet(token: NumberToken, number: string): boolean {
  if (token.type !== 'condition') return true;
  const order = compare(number, token.bound);
  switch (token.operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '<>':
      return order !== 0;
    default:
      return order === 0;
  }
}

/** A positive number in a section; one without places for digits shows its text alone. */
function shownIn(section: Section, size: string): string {
  if (section.some(({ type }) => type === 'digit')) return placedDigits(section, size);
  return section
    .map((token) => {
      if (token.type === 'general') return size;
      return token.type === 'text' ? token.text : '';
    })
    .join('');
}
