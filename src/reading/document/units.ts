import type { HeadUnit } from '../../domain/read-amount.js';
import { halfWidth } from '../../domain/text.js';
import type { SaidWords } from '../../forms/content.js';
import type { RawDocument } from '../raw-document.js';
import { headUnit } from '../table-edges.js';
import { filled, type Row, wordsOf } from './cell-words.js';

/** A unit of money as a document names it. Without `head` it is known and not taken: 千元, 百万元. */
export interface MoneyUnit {
  readonly words: string;
  readonly head?: HeadUnit;
}

const MONEY = '(?:人民币)?\\s?([十百千万亿]{0,3}元)';
/** 单位：万元, 单位：元、%; never 填报单位：元江县财政局. */
const LINE = new RegExp(`单\\s?位\\s?[:：]?\\s{0,4}(?:为|是)?${MONEY}(?!\\p{Script=Han})`, 'u');
const BRACKET = new RegExp(`\\((?:金额)?(?:单位)?[:：]?${MONEY}\\)`);
/** Longer words declare nothing. */
const LONGEST = 200;

/** The unit that a line declares: 单位：元. */
export function lineUnit(words: string): MoneyUnit | undefined {
  return unitIn(LINE, words);
}

/** The unit in brackets behind a label or a head: 资金总额（元）. */
export function bracketUnit(words: string): MoneyUnit | undefined {
  return unitIn(BRACKET, words.replace(/\s/g, ''));
}

/** A cell that holds nothing but a unit of money. */
export function cellUnit(words: string): MoneyUnit | undefined {
  return unitIn(/^([十百千万亿]{0,3}元)$/, words);
}

function unitIn(pattern: RegExp, words: string): MoneyUnit | undefined {
  const unit = words.length > LONGEST ? undefined : pattern.exec(halfWidth(words))?.[1];
  const head = headUnit(unit);
  return unit === undefined ? undefined : { words: unit, ...(head && { head }) };
}

/** 元、% or 千元: words that name units, and nobody who fills forms in. */
export function areUnits(words: string): boolean {
  return /^(?:人民币)?[十百千万亿]{0,3}元(?:[、，,/和及%％\s]|[十百千万亿]{0,3}元)*$/.test(words);
}

/** Words of an amount in the unit of their place. One that is not taken makes them unreadable, and is shown. */
export function inUnit(said: SaidWords, unit: MoneyUnit | undefined): SaidWords {
  if (!unit) return said;
  if (unit.head) return { ...said, unit: unit.head };
  const isBare = said.words !== null && /\d/.test(said.words) && !/[元万亿]/.test(said.words);
  return isBare ? { ...said, words: `${said.words}（${unit.words}）` } : said;
}

/** The unit that holds for a row: of the nearest line above it that declares one, or else the document's first. */
export type UnitAt = (row: Row | undefined) => MoneyUnit | undefined;

/** @param loose the rows outside of tables: only what they name holds for the whole document. */
export function unitsOf({ lines, rows }: RawDocument, loose: readonly Row[]): UnitAt {
  const declared = new Map<Row, MoneyUnit>();
  let nearest: MoneyUnit | undefined;
  for (const row of rows) {
    nearest = namedIn(row, lineUnit) ?? nearest;
    if (nearest) declared.set(row, nearest);
  }
  const named = (words: string) => lineUnit(words) ?? labelUnit(words);
  const first = firstOf([...lines.map((line) => [line]), ...loose], (row) => namedIn(row, named));
  return (row) => (row && declared.get(row)) ?? first;
}

/** 年度预算申请（万元）: a unit at the end of a label. */
function labelUnit(words: string): MoneyUnit | undefined {
  return /[）)]\s*[:：]?$/.test(words) ? bracketUnit(words) : undefined;
}

function namedIn(row: Row, unit: (words: string) => MoneyUnit | undefined) {
  return firstOf(filled(row), (cell) => unit(wordsOf(cell)));
}

function firstOf<T, U>(all: readonly T[], find: (each: T) => U | undefined): U | undefined {
  for (const each of all) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
