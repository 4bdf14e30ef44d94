import { type Amount, compare, sum } from '../domain/amount.js';
import { type AmountReading, readAmount } from '../domain/read-amount.js';
import { trim } from '../domain/text.js';
import { type Answers, valueIn } from '../forms/answers.js';
import { isCalled, type RowsStep } from '../forms/form.js';
import { amountCell, type WordsDoubt } from './cells.js';
import { type Labelled, readLabelled } from './labelled.js';
import { readPair, said } from './pairs.js';
import { speaksOfParts } from './prose.js';
import type { ReadCell, ReadRow } from './reading.js';
import { columnNamed, tokensOf } from './tokens.js';
import { columnVocabulary } from './vocabulary.js';

/** What one line of text says of one line of a list. */
export interface LineReading {
  readonly row: ReadRow;
  readonly doubts: readonly { readonly column: string; readonly doubt: WordsDoubt }[];
}

/** Reads a typed line for a list, according to what the list's columns hold. */
export function readListLine(
  step: RowsStep,
  line: string,
  today: string,
  ceiling?: Amount,
): LineReading {
  const [first, second] = step.columns;
  if (step.split) return readAmountLine(step, line, today, ceiling);
  if (first && second) return { row: readPair(first, second, line), doubts: [] };
  return { row: first ? { [first.id]: said(trim(line)) } : {}, doubts: [] };
}

/** What a line of a list can hardly exceed: the amount that the list is measured against, in 万元. */
export function ceilingOf(answers: Answers, { against }: RowsStep): Amount | undefined {
  const amount = against && valueIn(answers, against.step);
  return amount && compare(amount, '0') > 0 ? amount : undefined;
}

/** The total of a line when only its parts were named: 财政92 + 其他8 = 100. */
export function withTotal(step: RowsStep, row: ReadRow): ReadRow {
  if (!step.split || row[step.split.whole]) return row;
  const parts = step.split.parts.flatMap((part) => row[part]?.value ?? []);
  if (parts.length === 0) return row;
  const value = sum(parts);
  const words = parts.join('+');
  const working = `${parts.join(' + ')} = ${value}`;
  return {
    ...row,
    [step.split.whole]: { value, said: words, ...(parts.length > 1 && { working }) },
  };
}

const SAME_AS_NAME = /^(?:(?:主要)?内容)?(?:同名称|同任务名称|同上|与名称相同|和名称一样|same)$/;

interface Gathering {
  readonly texts: string[];
  readonly cells: Map<string, ReadCell>;
  readonly doubts: { column: string; doubt: WordsDoubt }[];
  readonly ceiling: Amount | undefined;
}

/** 「加快建设宪法广场，建设宪法广场，123万，全部财政」: texts in the order of the columns, then amounts. */
function readAmountLine(
  step: RowsStep,
  whole: string,
  today: string,
  ceiling: Amount | undefined,
): LineReading {
  const line = withoutBrackets(step, whole);
  const gathering: Gathering = { texts: [], cells: new Map(), doubts: [], ceiling };
  const { tokens, isUnsure } = tokensOf(step, line);
  for (const token of tokens) {
    const isTaken =
      gathering.texts.length > 0 &&
      (takeLabelled(step, token, today, gathering) || takePlain(step, token, gathering));
    if (!isTaken) gathering.texts.push(token);
  }
  const texts = textCells(step, gathering.texts, line);
  if (isUnsure && step.split) {
    const doubt: WordsDoubt = { code: 'separators', said: amountsIn(line) };
    return { row: texts, doubts: [{ column: step.split.whole, doubt }] };
  }
  const row = { ...texts, ...Object.fromEntries(gathering.cells) };
  const isDoubtful = gathering.doubts.some(({ column }) => column === step.split?.whole);
  return { row: isDoubtful ? row : withTotal(step, row), doubts: gathering.doubts };
}

/** 90万元（财政80万元，其他10万元）: parts in brackets are parts all the same. */
function withoutBrackets(step: RowsStep, line: string): string {
  return line.replace(/[（(]([^（）()]{2,60})[)）]/g, (brackets, inner: string) =>
    speaksOfParts(step, inner) ? `，${inner}` : brackets,
  );
}

function amountsIn(line: string): string {
  return /\d[\d,.]*/.exec(line)?.[0] ?? line;
}

function takeLabelled(step: RowsStep, token: string, today: string, line: Gathering): boolean {
  const labelled = readPartOfLine(step, token, line, today);
  if (!labelled) return false;
  for (const [key, cell] of labelled.cells) {
    const isPart = labelled.partial.has(key);
    line.cells.set(key, isPart ? addedTo(line.cells.get(key), cell) : cell);
  }
  line.doubts.push(...labelled.doubts.map(({ key, doubt }) => ({ column: key, doubt })));
  return true;
}

/** 一般公共预算2000，政府性基金800: the parts of one column, with the sum shown. */
export function addedTo(earlier: ReadCell | undefined, cell: ReadCell): ReadCell {
  if (!earlier?.value || !cell.value) return cell;
  const value = sum([earlier.value, cell.value]);
  const working = `${earlier.value} + ${cell.value} = ${value}`;
  return { value, said: `${earlier.said}＋${cell.said}`, working };
}

/** An amount without a name goes to the next column that holds amounts. */
function takePlain(step: RowsStep, token: string, line: Gathering): boolean {
  const { texts, cells, doubts, ceiling } = line;
  const taken = (id: string) => cells.has(id) || doubts.some(({ column }) => column === id);
  const next = step.columns.find(({ id, reads }) => reads === 'amount' && !taken(id));
  const reading = next && plainAmount(token, texts.length, ceiling);
  if (!next || !reading) return false;
  const cell = amountCell(reading, token);
  if (cell.type === 'cell') cells.set(next.id, cell.cell);
  else doubts.push({ column: next.id, doubt: cell.doubt });
  return true;
}

/** A token that is an amount, or an attempt at one. With both texts given, more can only be attempts. */
function plainAmount(
  token: string,
  texts: number,
  ceiling: Amount | undefined,
): AmountReading | undefined {
  const reading = readAmount(token, { ceiling });
  if (reading.kind !== 'unreadable') return reading;
  // 2026年12月前完成 holds digits and is no attempt at an amount.
  if (!/[\d一二三四五六七八九十百千万亿]/.test(token) || /[年月日]/.test(token)) return undefined;
  const isAttempt =
    reading.why !== 'unknown' && reading.why !== 'unit' && reading.why !== 'placeholder';
  // 共4期, 365天 and 压减5% are content; 100美元, 约50万 and 5% alone are attempts.
  const isMoney =
    /^(?:约|大概|近|不到|至少|最多|[-−–—¥$€£])*\s*[\d一二三四五六七八九十百千万亿两几.,]+/.test(
      token,
    );
  const isOdd = texts > 1 && reading.why === 'unit' && /[元块]/.test(token) && !/元\//.test(token);
  return (isAttempt && isMoney) || isOdd ? reading : undefined;
}

/** 财政92万, 其他8, 全部财政, or 财政 alone: where the total comes from. */
function readPartOfLine(
  step: RowsStep,
  token: string,
  { cells, doubts }: Gathering,
  today: string,
): Labelled | undefined {
  const context = {
    vocabulary: columnVocabulary(step),
    known: (key: string) => cells.get(key)?.value,
    asked: [],
    doubtful: doubts.map(({ column }) => column),
    today,
  };
  return readLabelled(withAll(step, token) ?? withNameFirst(step, token) ?? token, context);
}

/** 财政, 用政府性基金: a part's name alone is where all of it comes from. */
function withAll(step: RowsStep, token: string): string | undefined {
  const name = token
    .replace(/^(?:都|全部?)?(?:用|由|走|从|来自|使用)/, '')
    .replace(/(?:支出|安排|列支|出)$/, '');
  const isPart = step.split?.parts.some((id) => {
    const column = step.columns.find((each) => each.id === id);
    const names = [column, ...(column?.parts ?? [])];
    return names.some((each) => each && isCalled(each, name));
  });
  return isPart ? `全部${name}` : undefined;
}

/** 83.5 fiscal: the amount before its name. */
function withNameFirst(step: RowsStep, token: string): string | undefined {
  const [, amount, name] = /^([\d.,]+)\s+(\D+)$/.exec(token) ?? [];
  return amount && name && columnNamed(step, name) ? `${name}${amount}` : undefined;
}

function textCells(step: RowsStep, texts: readonly string[], line: string): ReadRow {
  const columns = step.columns.filter(({ reads }) => reads === 'text');
  const cells: Record<string, ReadCell> = {};
  columns.forEach(({ id }, at) => {
    const isLast = at === columns.length - 1;
    const words = isLast ? asWritten(texts.slice(at), line) : texts[at];
    if (words) cells[id] = said(SAME_AS_NAME.test(words) ? (texts[0] ?? words) : words);
  });
  return cells;
}

/** Pieces of a text together with the commas and stops that stood between them. */
function asWritten(pieces: readonly string[], line: string): string {
  const from = line.indexOf(pieces[0] ?? '');
  const last = pieces.at(-1) ?? '';
  const piece = line.slice(from, line.indexOf(last, from) + last.length);
  const isWhole = piece.replace(/[，；;,\s]/g, '') === pieces.join('').replace(/[，；;,\s]/g, '');
  return isWhole ? piece : pieces.join('，');
}
