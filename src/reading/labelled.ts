import { type Amount, compare, minus, perTenThousand, sum } from '../domain/amount.js';
import { amountUnit, readAmount } from '../domain/read-amount.js';
import { halfWidth } from '../domain/text.js';
import type { Blank } from '../forms/form.js';
import { type CellReading, doubted, readCell, type WordsDoubt } from './cells.js';
import { type Clause, clausesOf } from './clauses.js';
import { type Context, type Gathered, type KeyedDoubt, put } from './gathered.js';
import type { ReadCell } from './reading.js';
import { fillRest, takeRemainder } from './remainders.js';
import { segmentsOf } from './segments.js';
import type { Term } from './vocabulary.js';

/** What a sentence says of the blanks it names, by their keys. */
export interface Labelled {
  readonly cells: ReadonlyMap<string, ReadCell>;
  readonly doubts: readonly KeyedDoubt[];
  /** Blanks of which only parts were named (一般公共预算 of 财政拨款): more of them may follow. */
  readonly partial: ReadonlySet<string>;
}

/** The longest sentence of figures. A block of the printed form is about a third of it. */
const LONGEST = 1000;

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

/** 项目支出呢就是剩下的, 那就其他资金50吧, 没有基金: softened, or turned round. */
function withoutParticles(text: string): string {
  const turned = text.replace(
    /(^|[,，;；、\s])(?:没有|没|无)([^\d,，;；、\s]{2,14})(?=[,，;；、\s]|$)/g,
    '$1$2为0',
  );
  return turned.replace(/(?<=[\p{Script=Han}\d])[呢吧啊嘛呀哦哈](?=[,，。;；\s就]|$)/gu, '');
}

type ValueClause = Extract<Clause, { type: 'value' }>;

/** How an attempt at an amount begins. */
const FIGURE =
  /^(?:约|大概|大约|大致|差不多|将近|近|不到|至少|最多|负|减|[-−–—¥$€£≥≤<>])*\s*[\d.一二三四五六七八九十两零百千几数好XxX×*]/;

/** Figures first, then sums of parts, then what is reckoned from them. */
function gather(clauses: readonly Clause[], context: Context): Labelled | undefined {
  const saysYuan = clauses.some((clause) => clause.type === 'value' && isInYuan(clause.words));
  const gathered: Gathered = { cells: new Map(), doubts: [], parts: new Map(), saysYuan };
  const isUnderstood = clauses.every(
    (clause, at) =>
      clause.type !== 'value' ||
      takeNested(clause, clauses[at - 1], context, gathered) ||
      takeValue(clause, context, gathered),
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

/** 财政拨款900，其中基金100: whether the 100 is within the 900 or beside it, the form has no place for the first. */
function takeNested(
  { term, words, isWithin }: ValueClause,
  before: Clause | undefined,
  { vocabulary }: Context,
  { doubts }: Gathered,
): boolean {
  const group = vocabulary.sums.find(({ parts }) => parts.includes(term.key));
  const isNested =
    isWithin && before?.type === 'value' && group?.parts.includes(before.term.key) === true;
  if (!isNested || before.term.key === term.key) return false;
  doubts.push({ key: term.key, doubt: { code: 'nested', said: words } });
  return true;
}

function takeValue(clause: ValueClause, context: Context, gathered: Gathered): boolean {
  const { term, words, hasColon } = clause;
  const blank = context.vocabulary.blanks.get(term.key);
  if (!blank || (words === '' && !hasColon)) return false;
  const reading = readValue(blank, clause, context, gathered);
  if (reading.type === 'doubt') {
    if (!isAttempt(blank, clause, reading.doubt)) return false;
    gathered.doubts.push({ key: term.key, doubt: reading.doubt });
    return true;
  }
  const { cell } = reading;
  if (term.part !== undefined) return takePart(term, cell, gathered);
  // A sentence that only happens to begin like a label does not name anybody (领导是关键).
  if (cell.value !== null && !blank.schema.safeParse(cell.value).success) return false;
  put(term.key, cell, gathered);
  return true;
}

/** What the words behind a label are for its blank: the amount on the form and more, or a content of their own. */
function readValue(
  blank: Blank,
  { term, words }: ValueClause,
  context: Context,
  gathered: Gathered,
): CellReading {
  const relative = relativeTo(blank, words, context.known(term.key));
  if (relative) return relative;
  const reading = readCell(blank, withoutComment(blank, words), context.today, {
    head: context.unit,
    ceiling: ceilingOf(term.key, context, gathered),
  });
  const value = reading.type === 'cell' ? reading.cell.value : null;
  const known = context.known(term.key);
  // 48632.57元 where 48632.57 万元 stands: more likely the same figure than a ten-thousandth of it.
  const isSame = value !== null && known && isInYuan(words) && sameDigits(value, known);
  if (isSame) return doubted({ code: 'ambiguous-unit', said: words, candidates: [value, known] });
  const yuan = value === null ? undefined : inYuan(value, words, gathered);
  return yuan && value
    ? doubted({ code: 'ambiguous-unit', said: words, candidates: [yuan, value] })
    : reading;
}

/** Whether words are an amount in 元, not in 万元 or 亿元. */
function isInYuan(words: string): boolean {
  return /[元块¥]/.test(words) && amountUnit(words) === 'yuan';
}

/** Whether one amount is the other in 元 taken for 万元. */
function sameDigits(left: Amount, right: Amount): boolean {
  return compare(left, perTenThousand(right)) === 0;
}

/** Whether doubtful words are an attempt at a figure: 项目于11月30日前完成 is none, and no sentence of figures. */
function isAttempt(
  { reads }: Blank,
  { words, hasColon }: ValueClause,
  { code }: WordsDoubt,
): boolean {
  const isUnread = code === 'unknown' || code === 'no-figure' || reads === 'year';
  return !isUnread && (hasColon || FIGURE.test(words));
}

/** What a bare figure is in 万元 if it is in 元 like another of its sentence; undefined when it cannot be. */
function inYuan(value: Amount, words: string, { saysYuan }: Gathered): Amount | undefined {
  const isBare = saysYuan && amountUnit(words) === 'none';
  return isBare && compare(value, '0') > 0 ? perTenThousand(value) : undefined;
}

/** The whole that an amount is a part of, in 万元. */
function ceilingOf(key: string, { vocabulary, known, ceilings }: Context, { cells }: Gathered) {
  const whole = vocabulary.sums.find(({ parts }) => parts.includes(key))?.whole;
  const amount = whole === undefined ? undefined : (cells.get(whole)?.value ?? known(whole));
  return amount && compare(amount, '0') > 0 ? amount : ceilings?.[key];
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
