import { trim } from '../../domain/text.js';
import type { RawCell, RawRows } from '../raw-document.js';

export type Row = RawRows[number];

/** Words of a document at their place. */
export interface Stretch {
  readonly words: string;
  readonly at: string;
}

/** The cells of a row that hold something. */
export function filled(row: Row): readonly RawCell[] {
  return row.filter((cell) => cell !== null).filter((cell) => wordsOf(cell) !== '');
}

/** A cell's words, its paragraphs a line each. */
export function wordsOf(cell: RawCell | null | undefined): string {
  return trim((cell?.paragraphs ?? []).join('\n'));
}

/** A cell's words as those of a head, which may be broken anywhere. */
export function headWords(cell: RawCell | null | undefined): string {
  return (cell?.paragraphs ?? []).join('').replace(/\s/g, '');
}

export function stretchOf(cell: RawCell): Stretch {
  return { words: wordsOf(cell), at: cell.at };
}

export function withoutBrackets(words: string): string {
  return words.replace(/[（(][^（()）]*[）)]/g, '');
}

/** The brackets in words, each with what stands in it: （万元）, （20分）. */
export function bracketsIn(words: string): readonly string[] {
  return words.match(/[（(][^（()）]*[）)]/g) ?? [];
}

/** A label without what stands around it: 一、填报单位（盖章）： is 填报单位. */
export function bareLabel(words: string): string {
  return withoutBrackets(words)
    .replace(/\s/g, '')
    .replace(/^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[、．.](?!\d))/, '')
    .replace(/^其中[:：]?/, '')
    .replace(/[:：]$/, '');
}

const JOINTS = new Set('；;，,、。：: \n\t　\u00a0');

/** Words without the signs that lead from one value to the next. Counted off: a pattern would be slow on long runs. */
export function withoutJoints(words: string): string {
  let [from, to] = [0, words.length];
  while (from < to && JOINTS.has(words[from] ?? '')) from += 1;
  while (from < to && JOINTS.has(words[to - 1] ?? '')) to -= 1;
  return words.slice(from, to);
}

/** 1, 2、, 三 alone in a cell: the number of what stands beside it. */
export function isNumber(words: string): boolean {
  return /^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[、．.:：]?$/.test(words);
}
