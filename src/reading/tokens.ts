import { compare, sum } from '../domain/amount.js';
import { readAmount } from '../domain/read-amount.js';
import { trim } from '../domain/text.js';
import { type Column, isCalled, type RowsStep } from '../forms/form.js';

const SEPARATORS = /[，；;\t]|\s+[—–-]{1,2}\s+/;

const THOUSANDS = /\d,\d{3}(?!\d)/;

/**
 * Commas and spaced dashes separate, unless they group thousands; without them blanks do. In 「普法,宣传,90,800,10」
 * the same comma could be either: it separates where the amounts then tie, else nobody knows.
 */
export function tokensOf(
  step: RowsStep,
  line: string,
): { readonly tokens: readonly string[]; readonly isUnsure: boolean } {
  const isMixed = THOUSANDS.test(line) && /\D,|,\D/.test(line.replace(/\d,(?=\d{3}(?!\d))/g, ''));
  if (isMixed && !SEPARATORS.test(line)) {
    const tokens = splitAt(line, /,/);
    const amounts = tokens.flatMap((token) => {
      const reading = readAmount(token);
      return reading.kind === 'amount' ? [reading.amount] : [];
    });
    const [total, ...parts] = amounts;
    const ties = total !== undefined && parts.length > 1 && compare(sum(parts), total) === 0;
    return { tokens, isUnsure: !ties };
  }
  const parts = splitAt(line, /[，；;\t]|,(?!\d{3}(?!\d))|\s+[—–-]{1,2}\s+/);
  const separated = parts.length > 1 ? parts : trim(line).split(/\s+/);
  return { tokens: separated.flatMap((token) => splitTail(step, token)), isUnsure: false };
}

/** 「法治宣传 90万」 between commas is a text and an amount; 「fiscal 230」 is not. */
function splitTail(step: RowsStep, token: string): readonly string[] {
  const found = /^(.*\S)\s+(\S+)$/.exec(token);
  const [, text, tail] = found ?? [];
  if (!text || !tail || readAmount(token).kind === 'amount') return [token];
  if (columnNamed(step, text) || columnNamed(step, tail)) return [token];
  // EMR level 5 is a name; 法治宣传 90 is a name and an amount.
  if (!/\p{Script=Han}$/u.test(text) && !/[.万亿元]/.test(tail)) return [token];
  return readAmount(tail).kind === 'amount' ? [text, tail] : [token];
}

/** The column that some words name. */
export function columnNamed({ columns }: RowsStep, words: string): Column | undefined {
  return columns.find((each) => isCalled(each, words));
}

/** The parts of a line between its separators, without empty ones. */
export function splitAt(line: string, separator: RegExp): readonly string[] {
  return line
    .split(separator)
    .map(trim)
    .filter((part) => part !== '');
}
