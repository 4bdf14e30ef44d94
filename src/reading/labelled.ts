import { type Amount, compare, minus, perTenThousand, sum } from '../domain/amount.js';
import { amountUnit, type HeadUnit, readAmount } from '../domain/read-amount.js';
import { halfWidth } from '../domain/text.js';
import type { Blank } from '../forms/form.js';
import { type CellReading, doubted, readCell, type WordsDoubt } from './cells.js';
import type { ReadCell } from './reading.js';
import { type Segment, segmentsOf } from './segments.js';
import type { Term, Vocabulary } from './vocabulary.js';

/** What a sentence says of the blanks it names, by their keys. */
export interface Labelled {
  readonly cells: ReadonlyMap<string, ReadCell>;
  readonly doubts: readonly KeyedDoubt[];
  /** Blanks of which only parts were named (一般公共预算 of 财政拨款): more of them may follow. */
  readonly partial: ReadonlySet<string>;
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
  /** Blanks that are already being asked back about: nothing is reckoned from them. */
  readonly doubtful?: readonly string[];
  /** The unit of figures that name none, where the words before them gave one. */
  readonly unit?: HeadUnit | undefined;
  /** Whether 全部是 X may take back what the other parts hold: of one line, not of the form. */
  readonly overrides?: true;
  readonly today: string;
}

/**
 * Reads 「总共2565.36万，其中财政2557.36，其他8，剩下的是项目」. Every word must be understood: a sentence
 * of which only a part names figures is content, and undefined is returned.
 */
export function readLabelled(text: string, context: Context): Labelled | undefined {
  if (text.length > LONGEST) return undefined;
  const segments = segmentsOf(withoutParticles(halfWidth(text)), context.vocabulary);
  const clauses = segments && clausesOf(segments, context.vocabulary);
  return clauses && gather(clauses, context);
}

/** The longest sentence of figures. A block of the printed form is about a third of it. */
const LONGEST = 1000;

/** 项目支出呢就是剩下的, 那就其他资金50吧: words that only soften. */
function withoutParticles(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}\d])[呢吧啊嘛呀哦哈](?=[,，。;；\s就]|$)/gu, '');
}

/** What a sentence is made of: words for a name, all the rest for a name, or nothing for the rest. */
type Clause =
  | {
      readonly type: 'value';
      readonly term: Term;
      readonly words: string;
      readonly hasColon: boolean;
    }
  | {
      readonly type: 'remainder';
      readonly key: string;
      readonly said: string;
      /** 剩下都是 X, as opposed to 全部是 X: other parts have been named. */
      readonly isRest: boolean;
    }
  | { readonly type: 'zero-rest'; readonly said: string };

function clausesOf(segments: readonly Segment[], vocabulary: Vocabulary): Clause[] | undefined {
  const clauses: Clause[] = [];
  for (let at = 0; at < segments.length; ) {
    const found = clauseAt(segments, at, vocabulary);
    if (!found) return undefined;
    clauses.push(found.clause);
    at += found.length;
  }
  return clauses;
}

/** 基本支出一共1480.2万: words that name the total only where no other name stands before them. */
const IN_ALL = /^(?:总共|一共|共计|合计|总计)$/;

interface Found {
  readonly clause: Clause;
  /** How many segments it is made of. */
  readonly length: 1 | 2;
}

function clauseAt(
  segments: readonly Segment[],
  at: number,
  { terms }: Vocabulary,
): Found | undefined {
  const segment = segments[at];
  const next = segments[at + 1];
  if (!segment) return undefined;
  const term = terms.get(segment.words);
  if (term) {
    // 项目支出就是剩下的
    const isRest = isBare(segment) && next?.kind === 'rest' && next.value === '';
    if (isRest) return remainder(term.key, `${segment.words}${next.words}`, true);
    const { value, hasColon } = segment;
    if (next && isBare(segment) && IN_ALL.test(next.words) && next.value !== '') {
      return { clause: { type: 'value', term, words: next.value, hasColon }, length: 2 };
    }
    return { clause: { type: 'value', term, words: value, hasColon }, length: 1 };
  }
  const target = next && isBare(next) ? terms.get(next.words) : undefined;
  if (next && target && segment.value === '') {
    return remainder(target.key, `${segment.words}${next.words}`, segment.kind === 'rest');
  }
  if (segment.kind !== 'rest') return undefined;
  const said = `${segment.words}${segment.value}`;
  if (isZero(segment.value)) return { clause: { type: 'zero-rest', said }, length: 1 };
  // 剩下800是政府性基金: the figure is named before its line.
  const figure = segment.value.replace(/(?:就?是|为|归)$/, '');
  return target && readAmount(figure).kind === 'amount'
    ? { clause: { type: 'value', term: target, words: figure, hasColon: false }, length: 2 }
    : undefined;
}

function remainder(key: string, said: string, isRest: boolean): Found {
  return { clause: { type: 'remainder', key, said, isRest }, length: 2 };
}

/** A name that stands alone. */
function isBare({ kind, value, hasColon }: Segment): boolean {
  return kind === 'term' && value === '' && !hasColon;
}

function isZero(words: string): boolean {
  const reading = readAmount(words);
  return reading.kind === 'zero' || (reading.kind === 'amount' && reading.amount === '0');
}

/** How an attempt at an amount begins. */
const FIGURE =
  /^(?:约|大概|大约|大致|差不多|将近|近|不到|至少|最多|负|减|[-−–—¥$€£≥≤<>])*\s*[\d.一二三四五六七八九十两零百千几数好XxX×*]/;

interface Gathered {
  cells: Map<string, ReadCell>;
  doubts: KeyedDoubt[];
  parts: Map<string, { words: string[]; amounts: Amount[] }>;
  /** Whether a figure of the sentence is in 元: then the others may be, too. */
  readonly saysYuan: boolean;
}

/** Figures first, then sums of parts, then what is reckoned from them. */
function gather(clauses: readonly Clause[], context: Context): Labelled | undefined {
  const saysYuan = clauses.some(
    (clause) => clause.type === 'value' && amountUnit(clause.words) === 'yuan',
  );
  const gathered: Gathered = { cells: new Map(), doubts: [], parts: new Map(), saysYuan };
  const isUnderstood = clauses.every(
    (clause) => clause.type !== 'value' || takeValue(clause, context, gathered),
  );
  if (!isUnderstood) return undefined;
  addParts(gathered, context);
  const isReckoned = clauses.every((clause) => {
    if (clause.type === 'remainder') {
      return takeRemainder(clause, context, gathered);
    }
    return clause.type === 'value' || fillRest(clause.said, context, gathered);
  });
  const { cells, doubts, parts } = gathered;
  return isReckoned ? { cells, doubts, partial: new Set(parts.keys()) } : undefined;
}

function takeValue(
  { term, words, hasColon }: Extract<Clause, { type: 'value' }>,
  context: Context,
  gathered: Gathered,
): boolean {
  const blank = context.vocabulary.blanks.get(term.key);
  if (!blank || (words === '' && !hasColon)) return false;
  const reading =
    relativeTo(blank, words, context.known(term.key)) ??
    readCell(blank, withoutComment(blank, words), context.today, {
      head: context.unit,
      ceiling: ceilingOf(term.key, context, gathered),
    });
  if (reading.type === 'doubt') {
    const { code } = reading.doubt;
    const isFigure = hasColon || FIGURE.test(words);
    if (code === 'unknown' || code === 'no-figure' || blank.reads === 'year') return false;
    // 项目于11月30日前完成: words behind a label that are no attempt at a figure.
    if (!isFigure) return false;
    gathered.doubts.push({ key: term.key, doubt: reading.doubt });
    return true;
  }
  const { cell } = reading;
  const yuan = inYuan(cell, words, gathered);
  if (yuan) {
    const { value: amount } = cell;
    const candidates = [yuan, amount ?? yuan];
    gathered.doubts.push({
      key: term.key,
      doubt: { code: 'ambiguous-unit', said: words, candidates },
    });
    return true;
  }
  if (term.part !== undefined) return takePart(term, cell, gathered);
  // A sentence that only happens to begin like a label does not name anybody (领导是关键).
  if (cell.value !== null && !blank.schema.safeParse(cell.value).success) return false;
  put(term.key, cell, gathered);
  return true;
}

/** What a bare figure is in 万元 if it is in 元 like another of its sentence; undefined when it cannot be. */
function inYuan({ value }: ReadCell, words: string, { saysYuan }: Gathered): Amount | undefined {
  const isBare = saysYuan && amountUnit(words) === 'none';
  return isBare && value && compare(value, '0') > 0 ? perTenThousand(value) : undefined;
}

/** The whole that an amount is a part of, in 万元. */
function ceilingOf(key: string, { vocabulary, known }: Context, { cells }: Gathered) {
  const whole = vocabulary.sums.find(({ parts }) => parts.includes(key))?.whole;
  const amount = whole === undefined ? undefined : (cells.get(whole)?.value ?? known(whole));
  return amount && compare(amount, '0') > 0 ? amount : undefined;
}

/** 400万，上级的移民后扶资金: what an amount is for, behind it. */
function withoutComment({ reads }: Blank, words: string): string {
  const found = /^([^,，]+)[,，]\s*[^\d,，]{2,20}$/.exec(words);
  const [, amount] = found ?? [];
  return reads === 'amount' && amount && readAmount(amount).kind === 'amount' ? amount : words;
}

const MORE = /^(?:再?加上?|再?增加|调增|多|追加)\s*(.+)$/;
const LESS = /^(?:减少?|再减少?|调减|压减|少|扣)\s*(.+)$/;

/** 总额加10万: the amount on the form and as much more, with the sum shown. */
function relativeTo(
  { reads }: Blank,
  words: string,
  known: string | null | undefined,
): CellReading | undefined {
  if (reads !== 'amount' || !known) return undefined;
  const more = MORE.exec(words)?.[1];
  const change = readAmount(more ?? LESS.exec(words)?.[1] ?? '');
  if (change.kind !== 'amount') return undefined;
  const value = more === undefined ? minus(known, change.amount) : sum([known, change.amount]);
  const working = `${known} ${more === undefined ? '−' : '+'} ${change.amount} = ${value}`;
  if (compare(value, '0') < 0)
    return doubted({ code: 'negative-rest', said: words, params: { working } });
  return { type: 'cell', cell: { value, said: words, working } };
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
function addParts(gathered: Gathered, { vocabulary }: Context): void {
  for (const [key, { words, amounts }] of gathered.parts) {
    const blank = vocabulary.blanks.get(key);
    // 人员80 is not all of 基本支出: 公用 is still to come.
    if (blank?.needsAllParts && amounts.length < (blank.parts?.length ?? 0)) {
      const all = blank.parts?.map(({ label }) => label).join('、') ?? '';
      gathered.doubts.push({
        key,
        doubt: { code: 'parts-needed', said: words.join('＋'), params: { all } },
      });
      continue;
    }
    const value = sum(amounts);
    const working = amounts.length > 1 && { working: `${amounts.join(' + ')} = ${value}` };
    put(key, { value, said: words.join('＋'), ...working }, gathered);
  }
}

/** Two different figures for one blank are a question, never the later one. */
function put(key: string, cell: ReadCell, { cells, doubts }: Gathered): void {
  const earlier = cells.get(key);
  if (earlier === undefined || sameValue(earlier.value, cell.value)) {
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

/** Whether a figure of a sum is being asked back about: then nothing of that sum is reckoned. */
function isDoubtful(keys: readonly string[], { doubtful = [] }: Context, { doubts }: Gathered) {
  return keys.some((key) => doubtful.includes(key) || doubts.some((each) => each.key === key));
}

/** 剩下都是 X, 全部是 X: the whole less the other parts, with the sum shown. */
function takeRemainder(
  { key, said, isRest }: Extract<Clause, { type: 'remainder' }>,
  context: Context,
  gathered: Gathered,
): boolean {
  const group = context.vocabulary.sums.find(({ parts }) => parts.includes(key));
  if (!group) return false;
  if (isDoubtful([group.whole, ...group.parts], context, gathered)) {
    gathered.doubts.push({ key, doubt: { code: 'rest-later', said } });
    return true;
  }
  const at = (each: string) => gathered.cells.get(each)?.value ?? context.known(each);
  const whole = at(group.whole);
  if (whole === null || whole === undefined) {
    gathered.doubts.push({ key, doubt: { code: 'total-needed', said } });
    return true;
  }
  const others = group.parts.filter((part) => part !== key);
  const amounts = others.flatMap((part) => at(part) ?? []);
  if (isRest && amounts.length === 0) {
    gathered.doubts.push({ key, doubt: { code: 'others-needed', said } });
    return true;
  }
  const isContradicted = !isRest && compare(sum(amounts), '0') > 0;
  if (isContradicted && context.overrides) {
    for (const part of others) put(part, { value: '0', said }, gathered);
    put(key, { value: whole, said }, gathered);
    return true;
  }
  if (isContradicted) {
    const candidates = [minus(whole, sum(amounts)), whole];
    gathered.doubts.push({ key, doubt: { code: 'all-or-rest', said, candidates } });
    return true;
  }
  const rest = minus(whole, sum(amounts));
  const working = `${[whole, ...amounts].join(' − ')} = ${rest}`;
  if (compare(rest, '0') < 0) {
    gathered.doubts.push({ key, doubt: { code: 'negative-rest', said, params: { working } } });
    return true;
  }
  for (const part of others) {
    if (at(part) === undefined) put(part, { value: '0', said }, gathered);
  }
  put(key, { value: rest, said, ...(amounts.length > 0 && { working }) }, gathered);
  return true;
}

/** 其余为0: only blanks of the same sum that nobody has spoken of. */
function fillRest(said: string, context: Context, gathered: Gathered): boolean {
  const named = [
    ...gathered.cells.keys(),
    ...gathered.doubts.map(({ key }) => key),
    ...context.asked,
  ];
  const group = context.vocabulary.sums.find(({ parts }) =>
    parts.some((part) => named.includes(part)),
  );
  if (!group) return false;
  if (isDoubtful(group.parts, context, gathered)) {
    gathered.doubts.push({ key: group.whole, doubt: { code: 'rest-later', said } });
    return true;
  }
  for (const part of group.parts) {
    const isOpen = !gathered.cells.has(part) && context.known(part) === undefined;
    if (isOpen) put(part, { value: '0', said }, gathered);
  }
  return true;
}
