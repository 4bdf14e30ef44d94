import { trim } from '../../domain/text.js';
import type { SaidLine } from '../../forms/content.js';
import { isCalled, type RowsStep } from '../../forms/form.js';
import type { RawCell, RawRows } from '../raw-document.js';
import {
  bareLabel,
  filled,
  isNumber,
  type Row,
  type Stretch,
  stretchOf,
  wordsOf,
} from './cell-words.js';

/** The lines of a list with one column, and what stands among them and is none. */
export interface FoundTexts {
  readonly lines: readonly SaidLine[];
  readonly unplaced: readonly Stretch[];
}

/** @param rows what stands beside and under the label of the list, without the label. */
export function readTexts(list: RowsStep, rows: RawRows): FoundTexts {
  const others = otherColumns(list, rows[0] ?? []);
  const isOther = (cell: RawCell, row: Row) => others.has(row.indexOf(cell));
  const cells = rows.flatMap((row) => filled(row).filter((cell) => !isOther(cell, row)));
  const texts = cells.filter((cell) => !isNumberOrLabel(list, cell));
  return {
    lines: linesIn(list, texts.length > 0 ? texts : cells),
    unplaced: rows.flatMap((row) =>
      filled(row)
        .filter((cell) => isOther(cell, row))
        .map(stretchOf),
    ),
  };
}

/** Columns under heads such as 上年目标 and 中长期目标 beside 本年目标: they are those of another list. */
function otherColumns(list: RowsStep, heads: Row): ReadonlySet<number> {
  const isHead = (cell: RawCell) => nameIn(list, cell) !== undefined;
  const all = filled(heads);
  if (all.length < 2 || !all.every(isHead)) return new Set();
  const others = all.filter((cell) => !isThisList(list, nameIn(list, cell) ?? ''));
  return new Set(others.map((cell) => heads.indexOf(cell)));
}

/** Longer words are a text themselves. */
const LONGEST_HEAD = 8;

/** The words of a cell that is a head over texts of a list: they end in a name of it. */
function nameIn({ label, aliases }: RowsStep, cell: RawCell): string | undefined {
  const words = bareLabel(wordsOf(cell));
  const isName = words.length <= LONGEST_HEAD && [label, ...aliases].some((n) => words.endsWith(n));
  return isName ? words : undefined;
}

function isThisList(list: RowsStep, words: string): boolean {
  return isCalled(list, words.replace(/^(?:本年度?|当年|今年|年度)/, '')) || isCalled(list, words);
}

/** 1, 目标1 or 本年目标 alone in a cell is no text of its own. */
function isNumberOrLabel(list: RowsStep, cell: RawCell): boolean {
  const words = bareLabel(wordsOf(cell));
  const name = words.replace(/[\d一二三四五六七八九十]{1,3}$/, '');
  return isNumber(words) || (name !== '' && isThisList(list, name));
}

const NUMBERED = /^(\d{1,3})\s*[、.．](?!\d)\s*/;

/** The paragraphs of some cells. Under a number, what follows without one goes on with it. */
function linesIn(list: RowsStep, cells: readonly RawCell[]): readonly SaidLine[] {
  const all = cells.flatMap(({ at, paragraphs: own }) => own.map((text) => ({ text, at })));
  // Where there is only one, its line breaks are all there is to tell its items apart, as in a cell of Excel.
  const items = all.flatMap((each) =>
    all.length === 1 ? each.text.split('\n').map((text) => ({ ...each, text })) : [each],
  );
  const paragraphs = items
    .map(({ text, at }) => ({ text: trim(text), at }))
    .filter(({ text }) => text !== '');
  const isNumbered = NUMBERED.test(paragraphs[0]?.text ?? '');
  const lines: { text: string; at: string }[] = [];
  for (const { text, at } of paragraphs) {
    const last = lines.at(-1);
    if (isNumbered && last && !NUMBERED.test(text)) last.text = `${last.text}\n${text}`;
    else lines.push({ text, at });
  }
  const [column] = list.columns;
  return lines.map(({ text, at }) => ({
    [column?.id ?? '']: { words: list.numbered ? text.replace(NUMBERED, '') : text, at },
  }));
}
