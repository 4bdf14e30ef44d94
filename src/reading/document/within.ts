import type { RawCell } from '../raw-document.js';
import { withoutJoints } from './cell-words.js';
import type { ValueName } from './labels.js';
import { areUnits, bracketUnit, type MoneyUnit } from './units.js';
import { readYear } from './year.js';

/** A value that stands behind its label in one paragraph. */
export interface ValueWithin {
  readonly name: ValueName;
  readonly words: string;
  /** The unit in the label's own bracket. */
  readonly unit?: MoneyUnit | undefined;
}

/** What a paragraph says, and all the words of it that say nothing to the form. */
export interface Paragraph {
  readonly values: readonly ValueWithin[];
  readonly rest: readonly string[];
}

/** A label, its bracket, and the colon or the figure behind it. Every repetition has an end: lines may be long. */
export function labelPattern(names: readonly ValueName[]): RegExp {
  const own = names.filter(({ isShort }) => !isShort).map(({ words }) => words);
  return new RegExp(
    `(?<=^|[\\s；;，,、。:：]|其中)(${own.join('|')})([（(][^（()）]{0,30}[）)])?\\s{0,4}(?:([:：])|(?=[\\d０-９]))`,
    'g',
  );
}

/** Another label: it ends the value before it. */
const LABEL =
  '(?<=^|[\\s；;，,、。])\\p{Script=Han}{2,8}(?:[（(][^（()）]{0,12}[）)])?\\s{0,2}[:：]';
const AMOUNT_END = new RegExp(`[；;。，,、](?![\\d０-９])|\\t|\\s\\s|${LABEL}`, 'u');
const TEXT_END = new RegExp(`\\t|\\s\\s|\\s(?=[（(]?(?:19|20|21)\\d{2}\\s?年)|${LABEL}`, 'u');
/** 1000  万元: blanks within a value. */
const SPACED_AMOUNT = /^[\d０-９.,，]+\s+(?=[十百千万亿]{0,3}元)/;
/** 李　　明 */
const SPACED_NAME = /^\p{Script=Han}\s{1,4}\p{Script=Han}(?=$|[\s；;，,])/u;
/** 上年预算：, 去年 before a label: what follows in the same sentence is none of this year's. */
const EARLIER = /(?:上一?年|去年)[^，,、；;。\d]{0,10}[，,：:\s]{0,2}$/;
const AFRESH = /[；;。]|[本当今]年/;

/** 其中：公共财政拨款：2557.36万元, 单位负责人（签名）：魏中发, 基本支出 1772.65. */
export function valuesWithin(
  names: readonly ValueName[],
  pattern: RegExp,
  paragraph: string,
): Paragraph {
  const values: ValueWithin[] = [];
  const rest: string[] = [];
  const matches = [...paragraph.matchAll(pattern)];
  let isEarlier = false;
  let [covered, seen] = [0, 0];
  matches.forEach((match, n) => {
    const gap = paragraph.slice(seen, match.index);
    isEarlier = EARLIER.test(gap.slice(-LONGEST_LEAD)) || (isEarlier && !AFRESH.test(gap));
    const from = match.index + match[0].length;
    const found = valueAt(names, match, paragraph.slice(from, matches[n + 1]?.index));
    seen = from + found.end;
    if (isEarlier || !found.value) return;
    rest.push(paragraph.slice(covered, match.index), ...remarkIn(match[2]));
    values.push(found.value);
    covered = seen;
  });
  rest.push(paragraph.slice(covered));
  return { values, rest: rest.map(withoutLead).filter((words) => words !== '') };
}

const LONGEST_LEAD = 30;

/** What lies between two values, without the 其中 that leads to the next one. */
function withoutLead(words: string): string {
  const bare = withoutJoints(words);
  return bare.endsWith('其中') ? withoutJoints(bare.slice(0, -2)) : bare;
}

function valueAt(
  names: readonly ValueName[],
  [, label, bracket, colon]: RegExpExecArray,
  behind: string,
): { readonly end: number; readonly value?: ValueWithin } {
  const name = names.find(({ words }) => words === label);
  const isAmount = name?.step.reads === 'amount';
  const from = behind.length - behind.trimStart().length;
  const said = behind.slice(from);
  const spaced = (isAmount ? SPACED_AMOUNT : SPACED_NAME).exec(said)?.[0].length ?? 0;
  const stop = (isAmount ? AMOUNT_END : TEXT_END).exec(masked(said.slice(spaced)))?.index;
  const end = stop === undefined ? said.length : spaced + stop;
  const words = withoutJoints(said.slice(0, end));
  if (!name || (!isAmount && colon === undefined)) return { end: 0 };
  const value = valueFor(name, words);
  if (value === undefined) return { end: 0 };
  return { end: from + end, value: { name, words: value, unit: bracketUnit(bracket ?? '') } };
}

/** Words with all brackets filled in: what stands within them ends nothing. */
function masked(words: string): string {
  return words.replace(/[（(][^（()）]*[）)]/g, (bracket) => '（'.repeat(bracket.length));
}

/** The words that a value takes: a year in four digits, no unit for a name. */
export function valueFor({ step }: ValueName, words: string): string | undefined {
  if (step.reads === 'year') return readYear(words);
  return step.reads !== 'amount' && areUnits(words) ? undefined : words;
}

/** 资金总额（含结转33万元）: a bracket with a figure says more than the label. */
export function remarkIn(bracket = ''): readonly string[] {
  return /\d/.test(bracket) ? [bracket] : [];
}

/** Whether a paragraph begins with the label of a text and a colon: 填报单位：某局. */
export function beginsWithText(names: readonly ValueName[], { paragraphs }: RawCell): boolean {
  const words = (paragraphs[0] ?? '').slice(0, LONGEST_LEAD).trim();
  const label = /^(\p{Script=Han}{2,12})(?:[（(][^（()）]{0,12}[）)])?\s{0,2}[:：]/u.exec(
    words,
  )?.[1];
  return names.some(
    ({ words: name, step, isShort }) => name === label && !isShort && step.reads === 'text',
  );
}

/** Whether a cell begins with some label and a colon. */
export function beginsWithLabel({ paragraphs }: RawCell): boolean {
  const words = (paragraphs[0] ?? '').slice(0, LONGEST_LEAD).trim();
  return /^\p{Script=Han}{2,12}(?:[（(][^（()）]{0,12}[）)])?\s{0,2}[:：]/u.test(words);
}
