import { trim } from '../domain/text.js';
import { splitAt } from './tokens.js';

const CHINESE = '一二三四五六七八九十';
const BULLET = /^(?:[·•●■◆○*]|[-–—]\s)\s*/;
const NUMBERED = new RegExp(
  `^(?:[(（]\\s*(?:\\d{1,3}|[${CHINESE}]{1,3})\\s*[)）]|\\d{1,3}\\s*[、．)）]|\\d{1,3}\\.(?!\\d)|\\d{1,3}\\.\\d{1,2}\\s+|[${CHINESE}]{1,3}\\s*[、．.]|[①-⑳]|第[${CHINESE}]{1,3}(?:条[，、,：:\\s]*|[，、,]))\\s*`,
);
/** A line of totals or a note under numbered items is none of them. */
const TOTAL_LINE =
  /^(?:金额)?(?:合\s*计|总\s*计|共\s*计)|^(?:备?注|说明|填表人|审核人|制表人)[:：]/;
/** A line over a list that only announces it: 主要职责是： */
const HEADING = /[:：]$/;

/**
 * Splits pasted text into its items and takes their numbers off: 1、 2. （三） ① 四、, one a line or all in
 * one. Under numbered items a line without a number continues the item above it.
 */
export function splitList(text: string): readonly string[] {
  const lines = splitAt(text, /\n/);
  const [first, ...others] = lines;
  const announced = first !== undefined && others.length > 0 && HEADING.test(first);
  return joined(withoutGluedNumbers(announced ? others : lines).flatMap(splitInline));
}

function joined(pieces: readonly string[]): readonly string[] {
  const isNumbered = pieces.length > 1 && NUMBERED.test(pieces[0] ?? '');
  const items: string[] = [];
  for (const [at, piece] of pieces.entries()) {
    const number = isNumbered ? gluedNumber(pieces, at, items.length + 1) : '';
    const item = withoutNumber(piece.slice(number.length), pieces.length).replace(BULLET, '');
    const isOwn = number !== '' || NUMBERED.test(piece) || TOTAL_LINE.test(piece);
    if (isNumbered && !isOwn && items.length > 0) items.push(`${items.pop() ?? ''}${item}`);
    else if (item !== '') items.push(item);
  }
  return items;
}

/** 「2.」 of 2.5万亩 where 1. stands before it and 3. behind it; elsewhere 2.5 is a number. */
function gluedNumber(pieces: readonly string[], at: number, next: number): string {
  const number = `${next}.`;
  const isGlued = pieces[at]?.startsWith(number) === true && /^\d+\.\d/.test(pieces[at] ?? '');
  const isFollowed = new RegExp(`^${next + 1}\\s*[.、．]`).test(pieces[at + 1] ?? '');
  return next > 1 && isGlued && isFollowed ? number : '';
}

/** A lone 第一条… may be a text of its own; under others it is a number. */
function withoutNumber(piece: string, of: number): string {
  return /^第/.test(piece) && of === 1 ? piece : piece.replace(NUMBERED, '');
}

/** 「1贯彻方针」 「2负责普法」: numbers without a mark count as such only where every line has its own. */
function withoutGluedNumbers(lines: readonly string[]): readonly string[] {
  const glued = (line: string, at: number) =>
    new RegExp(`^${at + 1}(?=[^\\d.、．)）,，%\\s]{3})`).exec(line)?.[0];
  const isGlued = lines.length > 1 && lines.every((line, at) => glued(line, at) !== undefined);
  return isGlued ? lines.map((line, at) => line.slice(glued(line, at)?.length ?? 0)) : lines;
}

/** How items may be numbered within one line: the mark of the n-th item, as a pattern. */
const STYLES: readonly ((n: number) => string)[] = [
  (n) => `${n}\\s*[、．.](?!\\d)`,
  (n) => `${chinese(n)}\\s*[、．.]`,
  (n) => `[(（]\\s*${chinese(n)}\\s*[)）]`,
  (n) => `[(（]\\s*${n}\\s*[)）]`,
  (n) => `目标\\s*(?:${n}|${chinese(n)})\\s*[:：、]`,
  (n) => (n <= 20 ? String.fromCharCode(0x245f + n) : '(?!)'),
];

/** 「1、普法。2、复议。3.矫正」: cut where the next number of the same row of numbers stands. */
function splitInline(line: string): readonly string[] {
  if (!LIKE_A_NUMBER.test(line)) return [line];
  for (const [style, mark] of STYLES.entries()) {
    const start = firstNumber(line, style);
    if (start === undefined) continue;
    const pieces = cutAt(line, mark, start + 1);
    if (pieces.length > 1) return pieces;
  }
  return [line];
}

const HIGHEST_NUMBER = 40;

/** How a line of each style may begin: made once, for every line is looked at. */
const BEGINNINGS = STYLES.map((mark) =>
  Array.from({ length: HIGHEST_NUMBER }, (_, at) => new RegExp(`^${mark(at + 1)}`)),
);
/** What every numbered line begins with, in whatever style. */
const LIKE_A_NUMBER = /^[\d一二三四五六七八九十(（①-⑳目]/;

/** The number a line begins with in a style; undefined when it has none. */
function firstNumber(line: string, style: number): number | undefined {
  const at = BEGINNINGS[style]?.findIndex((beginning) => beginning.test(line)) ?? -1;
  return at < 0 ? undefined : at + 1;
}

function cutAt(line: string, mark: (n: number) => string, from: number): readonly string[] {
  const pieces: string[] = [];
  let rest = line;
  for (let n = from; ; n += 1) {
    // A number in brackets may stand anywhere, any other only behind a stop.
    const at = rest.search(
      new RegExp(`(?<=[。；;！!?？，,\\s])${mark(n)}|(?<=.)(?=[(（①-⑳])${mark(n)}`),
    );
    if (at < 0) return [...pieces, rest];
    pieces.push(trim(rest.slice(0, at)));
    rest = rest.slice(at);
  }
}

function chinese(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const high = tens === 0 ? '' : `${tens === 1 ? '' : CHINESE.charAt(tens - 1)}十`;
  return `${high}${ones === 0 ? '' : CHINESE.charAt(ones - 1)}`;
}
