import { sum } from '../domain/amount.js';
import { readTargetValue } from '../domain/indicator.js';
import { type AmountReading, readAmount } from '../domain/read-amount.js';
import { halfWidth, trim } from '../domain/text.js';
import type { Column, RowsStep } from '../forms/form.js';
import { amountCell, type WordsDoubt } from './cells.js';
import { type Labelled, readLabelled } from './labelled.js';
import type { ReadCell, ReadRow } from './reading.js';
import { columnVocabulary } from './vocabulary.js';

/** What one line of text says of one line of a list. */
export interface LineReading {
  readonly row: ReadRow;
  readonly doubts: readonly { readonly column: string; readonly doubt: WordsDoubt }[];
}

/** Reads a typed line for a list, according to what the list's columns hold. */
export function readListLine(step: RowsStep, line: string, today: string): LineReading {
  const [first, second] = step.columns;
  if (step.split) return readAmountLine(step, line, today);
  if (first && second) return { row: readPair(first, second, line), doubts: [] };
  return { row: first ? { [first.id]: said(trim(line)) } : {}, doubts: [] };
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

function said(words: string): ReadCell {
  return { value: words, said: words };
}

const SAME_AS_NAME = /^(?:(?:主要)?内容)?(?:同名称|同任务名称|同上|与名称相同|和名称一样|same)$/;

interface Gathering {
  readonly texts: string[];
  readonly cells: Map<string, ReadCell>;
  readonly doubts: { column: string; doubt: WordsDoubt }[];
}

/** 「加快建设宪法广场，建设宪法广场，123万，全部财政」: texts in the order of the columns, then amounts. */
function readAmountLine(step: RowsStep, line: string, today: string): LineReading {
  const gathering: Gathering = { texts: [], cells: new Map(), doubts: [] };
  for (const token of tokensOf(line)) {
    const isTaken =
      gathering.texts.length > 0 &&
      (takeLabelled(step, token, today, gathering) || takePlain(step, token, gathering));
    if (!isTaken) gathering.texts.push(token);
  }
  const row = { ...textCells(step, gathering.texts), ...Object.fromEntries(gathering.cells) };
  const isDoubtful = gathering.doubts.some(({ column }) => column === step.split?.whole);
  return { row: isDoubtful ? row : withTotal(step, row), doubts: gathering.doubts };
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
function addedTo(earlier: ReadCell | undefined, cell: ReadCell): ReadCell {
  if (!earlier?.value || !cell.value) return cell;
  const value = sum([earlier.value, cell.value]);
  const working = `${earlier.value} + ${cell.value} = ${value}`;
  return { value, said: `${earlier.said}＋${cell.said}`, working };
}

/** An amount without a name goes to the next column that holds amounts. */
function takePlain(step: RowsStep, token: string, { texts, cells, doubts }: Gathering): boolean {
  const taken = (id: string) => cells.has(id) || doubts.some(({ column }) => column === id);
  const next = step.columns.find(({ id, reads }) => reads === 'amount' && !taken(id));
  const reading = next && plainAmount(token, texts.length);
  if (!next || !reading) return false;
  const cell = amountCell(reading, token);
  if (cell.type === 'cell') cells.set(next.id, cell.cell);
  else doubts.push({ column: next.id, doubt: cell.doubt });
  return true;
}

/** A token that is an amount, or an attempt at one. With both texts given, more can only be attempts. */
function plainAmount(token: string, texts: number): AmountReading | undefined {
  const reading = readAmount(token);
  if (reading.kind !== 'unreadable') return reading;
  if (!/[\d一二三四五六七八九十百千万亿]/.test(token)) return undefined;
  const isAttempt =
    reading.why !== 'unknown' && reading.why !== 'unit' && reading.why !== 'placeholder';
  return isAttempt || (texts > 1 && reading.why === 'unit') ? reading : undefined;
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
  const isBareName = step.split?.parts.some((part) => {
    const column = step.columns.find(({ id }) => id === part);
    return column && (column.label === token || column.aliases.includes(token));
  });
  return readLabelled(isBareName ? `全部${token}` : token, context);
}

function textCells(step: RowsStep, texts: readonly string[]): ReadRow {
  const columns = step.columns.filter(({ reads }) => reads === 'text');
  const cells: Record<string, ReadCell> = {};
  columns.forEach(({ id }, at) => {
    const isLast = at === columns.length - 1;
    const words = isLast ? texts.slice(at).join('，') : texts[at];
    if (words) cells[id] = said(SAME_AS_NAME.test(words) ? (texts[0] ?? words) : words);
  });
  return cells;
}

/** Commas and spaced dashes separate, unless they group thousands; without them blanks do. */
function tokensOf(line: string): readonly string[] {
  const parts = line
    .split(/[，；;\t]|,(?!\d{3}(?!\d))|\s+[—–-]{1,2}\s+/)
    .map(trim)
    .filter((part) => part !== '');
  const separated = parts.length > 1 ? parts : trim(line).split(/\s+/);
  return separated.flatMap(splitTail);
}

/** 「法治宣传 90万」 between commas is a text and an amount. */
function splitTail(token: string): readonly string[] {
  const found = /^(.*\S)\s+(\S+)$/.exec(token);
  const [, text, tail] = found ?? [];
  if (!text || !tail || readAmount(token).kind === 'amount') return [token];
  return readAmount(tail).kind === 'amount' ? [text, tail] : [token];
}

/** A name and a 指标值 in one line: a tab, a colon, a comma or blanks stand between them. */
function readPair(name: Column, value: Column, line: string): ReadRow {
  const text = trim(line);
  const [left, right] = splitPair(text);
  if (right === undefined) return { [name.id]: said(text) };
  return { [name.id]: said(left), [value.id]: said(right.replace(/[；;，,]$/, '')) };
}

function splitPair(text: string): readonly [string, string?] {
  for (const separator of [/\t+/g, /[:：]/g, /[，,；;]/g, /[\s\u3000]+/g]) {
    const pairs = [...text.matchAll(separator)].map(
      ({ 0: mark, index }) =>
        [trim(text.slice(0, index)), trim(text.slice(index + mark.length))] as const,
    );
    const whole = pairs.filter(([left, right]) => left !== '' && right !== '');
    const measured = whole.find(([, right]) => readTargetValue(right).kind !== 'text');
    const [pair] = measured ? [measured] : whole;
    if (pair) return pair;
  }
  return splitGlued(text);
}

/** 「举办培训班2次」, 「调解成功率≥90%」: the value begins at its sign or its number. */
function splitGlued(text: string): readonly [string, string?] {
  const at = halfWidth(text).search(
    /(?:[≥≤<>=]|不低于|不少于|不超过|达到)?\s*\d[\d,.]*\s*[^\d\s]{0,8}$/,
  );
  const left = trim(text.slice(0, at));
  const right = trim(text.slice(at));
  const isPair = at > 1 && readTargetValue(right).kind === 'quantity';
  return isPair ? [left, right] : [text];
}
