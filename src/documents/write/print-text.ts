import { clean } from '../../domain/text.js';
import type { Sheet } from '../../forms/sheet.js';

/** Widths in Noto Serif SC, in em, rounded up: of wide letters, of other ASCII, and of other alphabets. */
const WIDTHS = { wide: 1.1, narrow: 0.65, foreign: 1.2, full: 1 } as const;
const WIDE = /[A-Z%@mw]/;
/** What a line may break behind: ideographs, kana, blanks. */
const UNBROKEN = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
/** A tab, and blanks at which no line may break: a text glued together with them would run over the border. */
const BLANKS = /[\t\u00A0\u2007\u202F]/g;

/** A text as it can be printed: control characters and halves of characters are gone. */
export function printable(text: string): string {
  return clean(text).replace(BLANKS, ' ');
}

/** The width of a line at most, in em. */
function widthOf(line: string): number {
  let width = 0;
  for (const character of line) width += WIDTHS[kindOf(character)];
  return width;
}

function kindOf(character: string): keyof typeof WIDTHS {
  if (character < '\u0080') return WIDE.test(character) ? 'wide' : 'narrow';
  return character < '\u2000' ? 'foreign' : 'full';
}

/** How many lines a text takes at most in a room of `room` em. */
export function lineCount(text: string, room: number): number {
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
}

/**
 * A line in pieces between which it may break. Lines break between Chinese characters by themselves; an
 * address, or a row of dashes, that is wider than its room of `room` em would run over the border.
 */
export function pieces(line: string, room: number): readonly string[] {
  const found: string[] = [];
  let from = 0;
  for (const { 0: word, index } of line.matchAll(UNBROKEN)) {
    if (widthOf(word) <= room) continue;
    if (index > from) found.push(line.slice(from, index));
    found.push(...(word.match(/\P{M}\p{M}*/gu) ?? []));
    from = index + word.length;
  }
  return from < line.length || found.length === 0 ? [...found, line.slice(from)] : found;
}

/** What stands large across every page of a draft: the first word of its mark. */
export function watermarkOf({ draftMark }: Pick<Sheet, 'draftMark'>): string | undefined {
  return draftMark?.split(/[\s·]/u)[0];
}
