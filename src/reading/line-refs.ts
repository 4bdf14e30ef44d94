import { readNumeral } from '../domain/numerals.js';
import { cellOf, rowsOf } from '../forms/answers.js';
import type { RowsStep } from '../forms/form.js';
import type { Doubt, Situation } from './reading.js';
import { readList } from './targets.js';

/** Lines of one list, counted from 0, or the question that must come first. */
export type Lines =
  | { readonly step: RowsStep; readonly rows: readonly number[] }
  | { readonly doubt: Doubt };

const NUMERAL = '[\\d一二两三四五六七八九十百]{1,5}';
const COUNT = '[条个项行]';
const JOINT = '(?:[、,，和与跟及]|以及)';
const ONE = `第?\\s*${NUMERAL}\\s*${COUNT}?`;
/** 第2条 · 第2、3条 · 7和8条 · 第2到4条 · 最后一条 · 最后两条 · 前两条 · 上一条 */
const NUMBERS = `(?:第?${NUMERAL}\\s*${COUNT}?(?:到|至|-)第?${NUMERAL}\\s*${COUNT}?|从?第?${NUMERAL}\\s*${COUNT}?(?:往后|以后|之后|开始)|${ONE}(?:\\s*${JOINT}\\s*${ONE})*|(?:这|那)${NUMERAL}${COUNT}|(?:最后|末尾|倒数)\\s*${NUMERAL}?\\s*${COUNT}|前(?:面)?\\s*${NUMERAL}\\s*${COUNT}|(?:上|刚才那)一${COUNT})`;
const BY_NUMBER = new RegExp(`^(.*?)\\s*(${NUMBERS})\\s*(.*)$`);
const LIST_WORDS = /^(?:上面|上述|刚才|这个|那个)|(?:里面?|中|的)+$/g;

/** Reads which lines some words mean: by their numbers, or one by its name. Undefined when they mean none. */
export function readLines(situation: Situation, words: string): Lines | undefined {
  return (
    readByNumber(situation, words) ?? readByNames(situation, words) ?? readByName(situation, words)
  );
}

/** “古籍”和“文献”: lines of one list, each by its name. */
function readByNames(situation: Situation, words: string): Lines | undefined {
  const names = words.split(/\s*[和与、跟]\s*/);
  if (names.length < 2) return undefined;
  const found = names.map((name) => readByName(situation, name));
  const lines = found.flatMap((each) => (each && 'step' in each ? [each] : []));
  const [first] = lines;
  const isOneList =
    lines.length === names.length && lines.every(({ step }) => step === first?.step);
  if (!first || !isOneList) return found.find((each) => each && 'doubt' in each);
  return { step: first.step, rows: lines.flatMap(({ rows }) => rows) };
}

function readByNumber(situation: Situation, words: string): Lines | undefined {
  const found = BY_NUMBER.exec(words.trim());
  if (!found) return undefined;
  const [, before = '', numbers = '', after = ''] = found;
  const isNumbered =
    /[第条个项行]/.test(numbers) || /^\d+(?:\s*[、和与到至-]\s*\d+)*$/.test(numbers);
  if (!isNumbered) return undefined;
  const name = (before || after).replace(LIST_WORDS, '').replace(/^的/, '');
  if (before !== '' && after.replace(/^的/, '') !== '') return undefined;
  const step = readList(situation.form, name, situation.list);
  if (!step) {
    return name === '' ? { doubt: { code: 'which-list', said: words } } : undefined;
  }
  const count = rowsOf(situation.answers, step.id).length;
  // 三条都改成财政: so many, not the third.
  const many = new RegExp(`^(${NUMERAL})\\s*${COUNT}$`).exec(numbers.trim());
  const isAll = many !== null && before === '' && ordinal(many[1]) === count;
  if (many && before === '' && !isAll) {
    return { doubt: { code: 'edit-unclear', said: words } };
  }
  const rows = isAll ? span(0, count) : numbered(numbers, count);
  const isThere = rows.length > 0 && rows.every((row) => row >= 0 && row < count);
  if (isThere) return { step, rows };
  const params = {
    n: numbers.replace(/[第条个项行\s]/g, ''),
    count: String(count),
    label: step.label,
  };
  return { doubt: { code: 'no-such-row', said: words, step: step.id, params } };
}

/** The lines that numbers name in a list of `count`, counted from 0. */
function numbered(numbers: string, count: number): readonly number[] {
  const range = new RegExp(`^第?(${NUMERAL})\\s*${COUNT}?(?:到|至|-)第?(${NUMERAL})`).exec(numbers);
  if (range) return span(ordinal(range[1]) - 1, ordinal(range[2]));
  const onwards = new RegExp(`^从?第?(${NUMERAL})\\s*${COUNT}?(?:往后|以后|之后|开始)`).exec(
    numbers,
  );
  if (onwards) return span(ordinal(onwards[1]) - 1, count);
  // 这两条: all there are, or nobody knows which.
  const these = new RegExp(`^[这那](${NUMERAL})`).exec(numbers);
  if (these) return ordinal(these[1]) === count ? span(0, count) : [-1];
  const last = new RegExp(`^(?:最后|末尾|倒数)\\s*(${NUMERAL})?`).exec(numbers);
  if (last) return span(count - (last[1] ? ordinal(last[1]) : 1), count);
  const first = new RegExp(`^前(?:面)?\\s*(${NUMERAL})`).exec(numbers);
  if (first) return span(0, ordinal(first[1]));
  if (/^(?:上|刚才)/.test(numbers)) return [count - 1];
  return [...numbers.matchAll(new RegExp(NUMERAL, 'g'))].map(([numeral]) => ordinal(numeral) - 1);
}

function span(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

/** 3, 三, 两, 十二; 0 when it is no whole number. */
function ordinal(numeral: string | undefined): number {
  const reading = readNumeral(numeral ?? '');
  return reading?.kind === 'numeral' && reading.value.isInteger() ? reading.value.toNumber() : 0;
}

/** 任务“普法”, “普法宣传”, 普法宣传: the one line whose first cell is called so, or else holds the name. */
function readByName(situation: Situation, words: string): Lines | undefined {
  const quoted = /^(.*?)[“"「『](.+?)[”"」』](.*)$/.exec(words.trim());
  const name = (quoted?.[2] ?? words).trim();
  const list = `${quoted?.[1] ?? ''}${quoted?.[3] ?? ''}`
    .replace(LIST_WORDS, '')
    .replace(/^的/, '');
  const named = list === '' ? undefined : readList(situation.form, list, situation.list);
  if ((list !== '' && !named) || (!quoted && name.length < 2)) return undefined;
  const steps = named
    ? [named]
    : [...situation.form.steps.values()].filter((step) => step.type === 'rows');
  const found = matching(situation, steps, (first) => first === name);
  const holding =
    found.length > 0 || !quoted
      ? found
      : matching(situation, steps, (first) => first.includes(name));
  const [only, ...others] = holding;
  if (!only) return undefined;
  if (others.length === 0) return { step: only.step, rows: [only.row] };
  const params = { names: holding.map(({ first }) => first).join('、') };
  return { doubt: { code: 'several-rows', said: name, params } };
}

interface Match {
  readonly step: RowsStep;
  readonly row: number;
  readonly first: string;
}

function matching(
  { answers }: Situation,
  steps: readonly RowsStep[],
  isNamed: (first: string) => boolean,
): readonly Match[] {
  const found: Match[] = [];
  for (const step of steps) {
    const column = step.columns[0]?.id ?? '';
    rowsOf(answers, step.id).forEach((line, row) => {
      const first = cellOf(line, column);
      if (first && isNamed(first)) found.push({ step, row, first });
    });
  }
  return found;
}
