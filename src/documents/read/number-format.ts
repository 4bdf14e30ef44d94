import { Exact, plain } from '../../domain/amount.js';

/** Digits that a spreadsheet keeps of a number. Source: Excel specifications and limits. */
const DIGITS = 15;
const QUOTED = /"([^"]*)"|\\(.)|\[[^\]]*\]|[_*]./g;

/**
 * A number as a spreadsheet shows it. 常规 (General) among other signs, as in "资金总额："General"万元", is put
 * together here: the library knows it only alone.
 *
 * @param formatValue writes a number in any other format.
 */
export function numberAsShown(
  value: number,
  format = 'General',
  formatValue: (value: unknown, format: string) => string,
): string {
  const section = sectionFor(value, format);
  const bare = section.replace(QUOTED, '');
  if (!/General/i.test(bare)) return formatValue(value, format).trim();
  const sign = section === format.split(';')[0] && value < 0 ? '-' : '';
  const digits = plain(new Exact(value.toPrecision(DIGITS)).abs());
  return `${sign}${section
    .replace(QUOTED, (_, quoted = '', escaped = '') => `${quoted}${escaped}`)
    .replace(/General/i, digits)}`;
}

/** The part of a format that a number is shown in: positive; negative; zero. */
function sectionFor(value: number, format: string): string {
  const sections = format.match(/(?:"[^"]*"|[^;"])+/g) ?? [];
  const [positive = '', negative = positive, zero = positive] = sections;
  if (value < 0) return negative;
  return value === 0 ? zero : positive;
}
