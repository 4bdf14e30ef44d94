import { trim } from '../domain/text.js';

const CHINESE = '一二三四五六七八九十';
const BULLET = /^(?:[·•●■◆○*]|[-–—]\s)\s*/;
const NUMBERED = new RegExp(
  `^(?:[(（]\\s*(?:\\d{1,3}|[${CHINESE}]{1,3})\\s*[)）]|\\d{1,3}\\s*[、．)）]|\\d{1,3}\\.(?!\\d)|[${CHINESE}]{1,3}\\s*[、．.]|[①-⑳]|第[${CHINESE}]{1,3}[，、,])\\s*`,
);

/**
 * Splits pasted text into its items and takes their numbers off: 1、 2. （三） ① 四、, one a line or all in
 * one. Under numbered items a line without a number continues the item above it.
 */
export function splitList(text: string): readonly string[] {
  const lines = text
    .split('\n')
    .map(trim)
    .filter((line) => line !== '');
  const pieces = lines.flatMap(splitInline);
  const isNumbered = pieces.length > 1 && NUMBERED.test(pieces[0] ?? '');
  const items: string[] = [];
  for (const piece of pieces) {
    const item = piece.replace(NUMBERED, '').replace(BULLET, '');
    const continues = isNumbered && !NUMBERED.test(piece) && items.length > 0;
    if (continues) items.push(`${items.pop() ?? ''}${item}`);
    else if (item !== '') items.push(item);
  }
  return items;
}

/** 「1、普法。2、复议。3.矫正」: cut where the next number of the same row of numbers stands after a stop. */
function splitInline(line: string): readonly string[] {
  const first = /^(\d{1,2}|[一二三四五六七八九十]{1,3})\s*[、.．](?!\d)/.exec(line)?.[1];
  if (first === undefined) return [line];
  const pieces: string[] = [];
  let rest = line;
  for (let number = ordinal(first) + 1; ; number += 1) {
    const written = /\d/.test(first) ? String(number) : chinese(number);
    const mark = new RegExp(`(?<=[。；;！!?？，,\\s])${written}\\s*[、.．](?!\\d)`);
    const at = rest.search(mark);
    if (at < 0) return [...pieces, rest];
    pieces.push(trim(rest.slice(0, at)));
    rest = rest.slice(at);
  }
}

function ordinal(written: string): number {
  if (/\d/.test(written)) return Number.parseInt(written, 10);
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written];
  const tenfold = written.includes('十') ? (tens ? CHINESE.indexOf(tens) + 1 : 1) * 10 : 0;
  return tenfold + (ones ? CHINESE.indexOf(ones) + 1 : 0);
}

function chinese(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const high = tens === 0 ? '' : `${tens === 1 ? '' : CHINESE.charAt(tens - 1)}十`;
  return `${high}${ones === 0 ? '' : CHINESE.charAt(ones - 1)}`;
}
