import { type Amount, compare, minus, sum } from '../domain/amount.js';
import { readAmount } from '../domain/read-amount.js';
import { halfWidth } from '../domain/text.js';
import { readCell, type WordsDoubt } from './cells.js';
import type { ReadCell } from './reading.js';
import type { Term, Vocabulary } from './vocabulary.js';

/** What a sentence says of the blanks it names, by their keys. */
export interface Labelled {
  readonly cells: ReadonlyMap<string, ReadCell>;
  readonly doubts: readonly KeyedDoubt[];
}

export interface KeyedDoubt {
  readonly key: string;
  readonly doubt: WordsDoubt;
}

/** What the sentence is read against. */
export interface Context {
  readonly vocabulary: Vocabulary;
  /** What is on the form already, by key. */
  readonly known: (key: string) => string | null | undefined;
  /** The blanks that were asked for: what 其余为0 means when no other is named. */
  readonly asked: readonly string[];
  readonly today: string;
}

/** A name found in the sentence and what stands behind it. */
interface Segment {
  readonly kind: 'term' | 'rest' | 'all';
  readonly words: string;
  readonly value: string;
  readonly hasColon: boolean;
}

const LEAD =
  /^(?:[\s,，、;；:：。.]|其中|今年|本年度?|当年|我们|[我本]单位|预算|那|就|把|将|(?:修改|改)(?=.))*$/;
const VERB =
  /^\s*[:：=]?\s*(?:改成|改为|改到|应该是|应该?为|应是|调整[为到成]|更正为|变[成为]|都是|均为|全是|都|是|为|有|叫|填|写|共计|共|计)?\s*[:：]?\s*/;
const TRAIL = /(?:[,，、;；。:：\s]|其中|另外|还有|以及|再?加上?|[和与及])+$/;
const TEXT_END = /[\n,，;；]|\s{2,}|\s(?=[^\s:：]{2,12}[:：])/;

/**
 * Reads 「总共2565.36万，其中财政2557.36，其他8，剩下的是项目」. Every word must be understood: a sentence
 * of which only a part names figures is content, and undefined is returned.
 */
export function readLabelled(text: string, context: Context): Labelled | undefined {
  const segments = segmentsOf(halfWidth(text), context.vocabulary);
  return segments && gather(segments, context);
}

function segmentsOf(text: string, { pattern, terms, blanks }: Vocabulary): Segment[] | undefined {
  const segments: Segment[] = [];
  const find = new RegExp(pattern);
  let found = find.exec(text);
  if (!found || !LEAD.test(text.slice(0, found.index))) return undefined;
  while (found) {
    const words = found[0];
    const from = found.index + words.length;
    const term = terms.get(words);
    const isText = term !== undefined && blanks.get(term.key)?.reads === 'text';
    find.lastIndex = isText ? endOfText(text, from) : from;
    const next = find.exec(text);
    const raw = text.slice(from, next?.index ?? text.length);
    const kind = found.groups?.['rest'] ? 'rest' : found.groups?.['all'] ? 'all' : 'term';
    const value = raw.replace(TRAIL, '').replace(VERB, '');
    segments.push({ kind, words, value, hasColon: /^\s*[:：]/.test(raw) });
    found = next;
  }
  return segments;
}

/** Words such as a unit's name may hold a label themselves (某县财政局): they end at a stop, not at a label. */
function endOfText(text: string, from: number): number {
  const start = from + (VERB.exec(text.slice(from))?.[0].length ?? 0);
  const length = text.slice(start).search(TEXT_END);
  return length < 0 ? text.length : start + length;
}

interface Gathered {
  cells: Map<string, ReadCell>;
  doubts: KeyedDoubt[];
  parts: Map<string, { words: string[]; amounts: Amount[] }>;
}

/** What a sentence is made of: a figure for a name, all the rest for a name, or nothing for the rest. */
type Clause =
  | { readonly type: 'term'; readonly segment: Segment }
  | {
      readonly type: 'remainder';
      readonly segment: Segment;
      readonly key: string;
      readonly said: string;
    }
  | { readonly type: 'zero-rest'; readonly segment: Segment };

function clausesOf(segments: readonly Segment[], vocabulary: Vocabulary): Clause[] | undefined {
  const clauses: Clause[] = [];
  for (let at = 0; at < segments.length; at += 1) {
    const clause = clauseAt(segments, at, vocabulary);
    if (!clause) return undefined;
    clauses.push(clause);
    if (clause.type === 'remainder') at += 1;
  }
  return clauses;
}

function clauseAt(
  segments: readonly Segment[],
  at: number,
  vocabulary: Vocabulary,
): Clause | undefined {
  const segment = segments[at];
  const next = segments[at + 1];
  if (!segment || segment.kind === 'term') return segment && { type: 'term', segment };
  const isPointed =
    segment.value === '' && next?.kind === 'term' && next.value === '' && !next.hasColon;
  if (isPointed) {
    const key = vocabulary.terms.get(next.words)?.key ?? '';
    return { type: 'remainder', segment, key, said: `${segment.words}${next.words}` };
  }
  return segment.kind === 'rest' && isZero(segment.value)
    ? { type: 'zero-rest', segment }
    : undefined;
}

/** Figures first, then sums of parts, then what is reckoned from them. */
function gather(segments: readonly Segment[], context: Context): Labelled | undefined {
  const clauses = clausesOf(segments, context.vocabulary);
  if (!clauses) return undefined;
  const gathered: Gathered = { cells: new Map(), doubts: [], parts: new Map() };
  const isUnderstood = clauses.every(
    ({ type, segment }) => type !== 'term' || takeTerm(segment, context, gathered),
  );
  if (!isUnderstood) return undefined;
  addParts(gathered);
  const isReckoned = clauses.every((clause) => {
    if (clause.type === 'remainder')
      return takeRemainder(clause.key, clause.said, context, gathered);
    return clause.type === 'term' || fillRest(clause.segment, context, gathered);
  });
  return isReckoned ? gathered : undefined;
}

function takeTerm(segment: Segment, context: Context, gathered: Gathered): boolean {
  const term = context.vocabulary.terms.get(segment.words);
  const blank = term && context.vocabulary.blanks.get(term.key);
  if (!blank || (segment.value === '' && !segment.hasColon)) return false;
  const reading = readCell(blank, segment.value, context.today);
  if (reading.type === 'doubt') {
    if (reading.doubt.code === 'unknown' || blank.reads === 'year') return false;
    gathered.doubts.push({ key: term.key, doubt: reading.doubt });
    return true;
  }
  if (term.part !== undefined) return takePart(term, reading.cell, gathered);
  put(term.key, reading.cell, gathered);
  return true;
}

function takePart({ key, part = '' }: Term, { value }: ReadCell, { parts }: Gathered): boolean {
  if (value === null) return false;
  const sofar = parts.get(key) ?? { words: [], amounts: [] };
  parts.set(key, {
    words: [...sofar.words, `${part}${value}`],
    amounts: [...sofar.amounts, value],
  });
  return true;
}

/** 人员1500 + 公用272.65: the amount is their sum, and the sum is shown. */
function addParts(gathered: Gathered): void {
  for (const [key, { words, amounts }] of gathered.parts) {
    const value = sum(amounts);
    put(
      key,
      { value, said: words.join('＋'), working: `${amounts.join(' + ')} = ${value}` },
      gathered,
    );
  }
}

/** Two different figures for one blank are a question, never the later one. */
function put(key: string, cell: ReadCell, { cells, doubts }: Gathered): void {
  const earlier = cells.get(key);
  const agree = earlier === undefined || sameValue(earlier.value, cell.value);
  if (agree) {
    cells.set(key, cell);
    return;
  }
  cells.delete(key);
  const candidates = [earlier.value, cell.value].filter((value) => value !== null);
  doubts.push({
    key,
    doubt: { code: 'conflict', said: `${earlier.said}、${cell.said}`, candidates },
  });
}

function sameValue(left: string | null, right: string | null): boolean {
  if (left === null || right === null) return left === right;
  return left === right || (/^[\d.]+$/.test(left + right) && compare(left, right) === 0);
}

/** 剩下都是 X, 全部是 X: the whole less the other parts, with the sum shown. */
function takeRemainder(key: string, words: string, context: Context, gathered: Gathered): boolean {
  const group = context.vocabulary.sums.find(({ parts }) => parts.includes(key));
  if (!group) return false;
  const at = (each: string) => gathered.cells.get(each)?.value ?? context.known(each);
  const whole = at(group.whole);
  if (whole === null || whole === undefined) {
    gathered.doubts.push({ key, doubt: { code: 'total-needed', said: words } });
    return true;
  }
  const others = group.parts.filter((part) => part !== key);
  const amounts = others.flatMap((part) => at(part) ?? []);
  const rest = minus(whole, sum(amounts));
  const working = `${[whole, ...amounts].join(' − ')} = ${rest}`;
  if (compare(rest, '0') < 0) {
    gathered.doubts.push({
      key,
      doubt: { code: 'negative-rest', said: words, params: { working } },
    });
    return true;
  }
  for (const part of others) {
    if (at(part) === undefined) put(part, { value: '0', said: words }, gathered);
  }
  put(key, { value: rest, said: words, ...(amounts.length > 0 && { working }) }, gathered);
  return true;
}

/** 其余为0: only blanks of the same sum that nobody has spoken of. */
function fillRest({ words, value }: Segment, context: Context, gathered: Gathered): boolean {
  const named = [...gathered.cells.keys(), ...context.asked];
  const group = context.vocabulary.sums.find(({ parts }) =>
    parts.some((part) => named.includes(part)),
  );
  if (!group) return false;
  for (const part of group.parts) {
    const isOpen = !gathered.cells.has(part) && context.known(part) === undefined;
    if (isOpen) put(part, { value: '0', said: `${words}${value}` }, gathered);
  }
  return true;
}

function isZero(words: string): boolean {
  const reading = readAmount(words);
  return reading.kind === 'zero' || (reading.kind === 'amount' && reading.amount === '0');
}
