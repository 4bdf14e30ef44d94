import { type Amount, decimals } from '../../domain/amount.js';
import type { Figure, Paragraph } from '../../forms/sheet.js';
import type { CellContent, CellValue } from './xlsx-plan.js';

/** Digits that a spreadsheet's number holds exactly. Source: IEEE 754, and Excel's own limit. */
const EXACT_DIGITS = 15;
/** Decimals that are shown once they are typed. */
const DECIMALS = 6;
/** Digits that `General` shows without rounding. */
const GENERAL_DIGITS = 11;

/** A figure where it stands in the workbook. */
export interface PlacedFigure {
  readonly figure: Figure;
  /** B7, or with its sheet: 申报表!B7. */
  readonly address: string;
}

/** Whether a spreadsheet can compute with an amount and lose nothing of it. Blank counts as zero. */
export function isExact(amount: Amount | null): boolean {
  return (amount ?? '').replace(/\D/g, '').replace(/^0+/, '').length <= EXACT_DIGITS;
}

/** A figure as a number, or as text where it is blank or too long to be an exact number. */
export function figureValue({ text, figure }: Paragraph): CellValue {
  const amount = figure?.amount ?? null;
  return amount === null || !isExact(amount) ? { kind: 'text', text } : { kind: 'number', amount };
}

/**
 * Shows a number with the figure's label and unit: "资金总额："General"万元". An amount with decimals keeps the
 * ones it is written with, because General rounds to what its column has room for. It shows no bare point
 * either, which 0.## would do for a whole number.
 */
export function numberFormat({ before, amount, unit }: Figure): string {
  return `${quoted(before)}${digitsFormat(amount)}${quoted(unit)}`;
}

function digitsFormat(amount: Amount | null): string {
  const written = decimals(amount ?? '');
  if (written > 0) return `0.${'0'.repeat(written)}${'#'.repeat(Math.max(0, DECIMALS - written))}`;
  return (amount ?? '').length > GENERAL_DIGITS ? '0' : 'General';
}

/** Words in a number format. A quotation mark cannot stand within quotation marks. */
function quoted(words: string): string {
  if (words === '') return '';
  return words
    .split('"')
    .map((part) => (part === '' ? '' : `"${part}"`))
    .join('\\"');
}

/**
 * A sum that follows its terms, which stand below one another in a column. Where nothing is filled in it stays
 * blank, which is not zero; where a term is no number it is text too, because a formula would leave the term out.
 */
export function sumContent(
  { text, figure }: Paragraph,
  terms: readonly PlacedFigure[],
): CellContent {
  const amount = figure?.amount ?? null;
  const [first, last] = [terms.at(0), terms.at(-1)];
  const areExact = isExact(amount) && terms.every((term) => isExact(term.figure.amount));
  if (first === undefined || last === undefined || !areExact) return { kind: 'text', text };
  const range = `${first.address}:${last.address}`;
  return amount === null
    ? {
        kind: 'formula',
        formula: `IF(COUNT(${range})=0,"",SUM(${range}))`,
        result: { kind: 'text', text: '' },
      }
    : { kind: 'formula', formula: `SUM(${range})`, result: { kind: 'number', amount } };
}
