import { halfWidth } from '../../domain/text.js';
import type { Form, ValueStep } from '../../forms/form.js';
import { filled, type Row, wordsOf } from './cell-words.js';
import { RANKS, type Sighting } from './sightings.js';
import { titleIn } from './titles.js';

const DIGITS = '〇一二三四五六七八九';
const YEAR = '((?:19|20|21)\\d{2}|二[〇○零Oo][〇○零Oo一二三四五六七八九]{2})';
/** Longer words are no year. */
const LONGEST = 200;

/** The year that words name first: 2027年度, ２０２７, 二〇二七年. */
export function readYear(words: string): string | undefined {
  return inDigits(new RegExp(`(?<!\\d)${YEAR}(?!\\d)`).exec(tidy(words))?.[1]);
}

/** The year of a line that says nothing else: （2027年度）. A date says more. */
export function yearAlone(words: string): string | undefined {
  return inDigits(new RegExp(`^\\(?${YEAR}年度?\\)?$`).exec(tidy(words))?.[1]);
}

function tidy(words: string): string {
  return words.length > LONGEST ? '' : halfWidth(words).replace(/\s/g, '');
}

function inDigits(year: string | undefined): string | undefined {
  return year?.replace(/\D/g, (digit) => String(Math.max(0, DIGITS.indexOf(digit))));
}

/** The year in the title, or in a line of its own. */
export function yearsIn(form: Form, rows: readonly Row[]): readonly Sighting[] {
  const step = [...form.steps.values()].find(isYear);
  if (!step) return [];
  return rows.flatMap((row) => {
    const all = filled(row);
    const [cell] = all;
    // Beside other cells a year is the head of a column.
    if (!cell || all.length > 1) return [];
    const words = wordsOf(cell);
    const titled = titleIn(form, cell)?.year;
    const year = (titled && readYear(titled)) ?? yearAlone(words);
    if (year === undefined) return [];
    const rank = titled ? RANKS.title : RANKS.line;
    return [{ step, said: { words: year, at: cell.at }, rank, shown: words }];
  });
}

function isYear(step: { readonly type: string }): step is ValueStep {
  return step.type === 'value' && 'reads' in step && step.reads === 'year';
}
