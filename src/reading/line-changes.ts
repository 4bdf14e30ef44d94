import { isMeasured } from '../domain/indicator.js';
import { readAmount } from '../domain/read-amount.js';
import { cellOf, rowsOf } from '../forms/answers.js';
import type { Column, RowsStep } from '../forms/form.js';
import { readCell } from './cells.js';
import { type Lines, readLines } from './line-refs.js';
import { lineReading, readLineSentence, together } from './line-sentence.js';
import { readListLine } from './lines.js';
import { doubtOnly, type Reading, type Situation } from './reading.js';
import { readList } from './targets.js';
import { columnNamed } from './tokens.js';
import { columnVocabulary } from './vocabulary.js';
import { unclear } from './wishes.js';

const VERB = '(?:改成|改为|改到|改回|应为|应该是|更正为|调整为|换成)';

const REPLACE = new RegExp(
  `^(?:把|将)?\\s*(.+?)(?:里面?|中)的?\\s*[“"「]?(.+?)[”"」]?\\s*${VERB}\\s*[“"「]?(.*?)[”"」]?$`,
);

const CHANGE = new RegExp(
  `^(?:把|将|改一下|修改一?下?)?\\s*(.+?)[，,\\s]*${VERB}\\s*[:：]?\\s*([\\s\\S]+)$`,
);

const AMOUNTS_OF =
  /^(.*?第\s*[\d一二三四五六七八九十]{1,4}(?:\s*[、,，和-]\s*\d{1,3})*\s*[条个项行](?:任务)?)(?:的)?[:：，,\s]*(\S[\s\S]*?)(?:[，,]\s*其[余他]不变)?$/;

/** 把第2条里的重大险情改成重大安全事故: in every text of the line that holds the words. */
export function readReplace(situation: Situation, words: string): Reading | undefined {
  const found = REPLACE.exec(words);
  if (!found) return undefined;
  const [, named = '', from = '', to = ''] = found;
  return withLines(readLines(situation, named), (step, [at = 0]) => {
    const row = rowsOf(situation.answers, step.id)[at];
    const cells = step.columns.flatMap(({ id, reads }) => {
      const text = row && cellOf(row, id);
      if (reads === 'amount' || !text?.includes(from)) return [];
      return [[id, { value: text.replaceAll(from, to), said: '' }] as const];
    });
    return cells.length > 0 ? lineReading(step, at, Object.fromEntries(cells), []) : unclear(words);
  });
}

/** 第3条总额改成50, 普法金额改成95，其他5: cells of lines, by their numbers or names. */
export function readChange(situation: Situation, words: string): Reading | undefined {
  const found = CHANGE.exec(words);
  if (!found) return undefined;
  const [, named = '', content = ''] = found;
  if (/第\s*[\d一二三四五六七八九十]+\s*[条个项行]/.test(content)) return unclear(words);
  for (const { line, column } of [...readingsByName(situation, named), ...readings(named)]) {
    const inList = inListOf(situation, column);
    const lines =
      readLines(inList, line) ?? (inList === situation ? undefined : readLines(situation, line));
    const reading = withLines(lines, (step, rows) =>
      together(rows.map((at) => changeLine(situation, step, at, column, content, words))),
    );
    if (reading) return reading;
  }
  return changeOnlyLine(situation, named, content);
}

/** 第3条的总额 while goals are asked for: the only list with such a column is meant. */
function inListOf(situation: Situation, column: string): Situation {
  const { form, list } = situation;
  const lists = [...form.steps.values()].filter((step) => step.type === 'rows');
  const holding = lists.filter((step) => column !== '' && columnNamed(step, column));
  const [only, ...others] = holding;
  const isOther = only && others.length === 0 && !holding.some(({ id }) => id === list);
  return isOther ? { ...situation, list: only.id } : situation;
}

/** The longest words for a line and a column. */
const LONGEST_NAME = 60;

/** 普法总额: a line by its name, with the column behind it. */
function readingsByName(
  { form }: Situation,
  named: string,
): readonly { line: string; column: string }[] {
  const lists = [...form.steps.values()].filter((step) => step.type === 'rows' && step.split);
  const names = lists.flatMap(({ label, aliases }) => [label, ...aliases]);
  return lists.flatMap((step) => {
    const columns = step.type === 'rows' ? step.columns : [];
    return columns
      .flatMap(({ label, aliases }) => [label, ...aliases])
      .filter((column) => named.length > column.length + 1 && named.endsWith(column))
      .flatMap((column) => {
        const line = named.slice(0, named.length - column.length).replace(/的$/, '');
        return [line, withoutName(line, names)].map((each) => ({ line: each, column }));
      });
  });
}

/** 任务普法 is 普法. */
function withoutName(words: string, names: readonly string[]): string {
  const name = names.find((each) => words.startsWith(each));
  return name !== undefined && words.length > name.length + 1 ? words.slice(name.length) : words;
}

/** How 「第3条任务的总额」 may divide into a line and a column: the longest line first. */
function readings(named: string): readonly { line: string; column: string }[] {
  if (named.length > LONGEST_NAME) return [];
  const cuts = Array.from({ length: named.length }, (_, at) => named.length - at);
  return cuts
    .filter(
      (at) =>
        at === named.length ||
        /[条个项行的”"」』]$|任务$|(?:任务|指标|目标|职责)\s*(?:\d{1,2}|[一二三四五六七八九十])$/.test(
          named.slice(0, at),
        ),
    )
    .map((at) => ({
      line: named.slice(0, at).replace(/的$/, ''),
      column: named.slice(at).replace(/^的/, '').trim(),
    }));
}

/** 把满意度改成≥95%: a list that has one line only. */
function changeOnlyLine(situation: Situation, named: string, content: string): Reading | undefined {
  const step = named === '' ? undefined : readList(situation.form, named);
  const target = step?.columns.find(({ reads }) => reads === 'target');
  const isOnly = step && rowsOf(situation.answers, step.id).length === 1;
  if (!isOnly || !target || !isMeasured(content)) return undefined;
  return lineReading(step, 0, { [target.id]: { value: content, said: content } }, []);
}

/** 「第2条 财政60，其他8」: a line's number and nothing but amounts of its columns. */
export function readAmountsOf(situation: Situation, words: string): Reading | undefined {
  const [, named = '', said = ''] = AMOUNTS_OF.exec(words) ?? [];
  const lines = named === '' ? undefined : readLines(situation, named);
  if (!lines || 'doubt' in lines) return undefined;
  // 第1条跟第3条的总额都是75 names more lines than the first.
  if (/^(?:[跟和与及、]|以及)/.test(said)) return unclear(words);
  return together(lines.rows.map((at) => readLineSentence(situation, lines.step, at, said)));
}

/** 农村饮水财政280，其他20: a line's name and nothing but amounts of its columns. */
export function readAmountsByName(situation: Situation, words: string): Reading | undefined {
  for (const step of situation.form.steps.values()) {
    if (step.type !== 'rows' || !step.split || words.length > LONGEST_NAME) continue;
    // The name ends where the first column is named.
    const at = words.search(columnVocabulary(step).pattern);
    const name = words.slice(0, Math.max(0, at)).replace(/[：:，,\s的]+$/, '');
    const lines = name.length > 1 ? readLines(situation, name) : undefined;
    if (!lines || 'doubt' in lines || lines.step !== step) continue;
    const reading = readLineSentence(situation, step, lines.rows[0] ?? 0, words.slice(at));
    if (reading) return reading;
  }
  return undefined;
}

/** 修改农村饮水: a line by its name. */
export function readEditByName(situation: Situation, words: string): Reading | undefined {
  const name = /^(?:修改|改一下|编辑)\s*(.{2,40})$/.exec(words)?.[1];
  const lines = name === undefined ? undefined : readLines(situation, name);
  if (!lines || 'doubt' in lines) return undefined;
  const [at = 0] = lines.rows;
  return { type: 'command', command: { name: 'edit-line', step: lines.step.id, at } };
}

function changeLine(
  situation: Situation,
  step: RowsStep,
  at: number,
  columnName: string,
  content: string,
  words: string,
): Reading | undefined {
  const sentence = readLineSentence(situation, step, at, `${columnName}${content}`);
  if (sentence) return sentence;
  if (columnName === '') {
    // 编目差错率改成≤0.5%: a 指标值 alone changes the value, not the name.
    const target = step.columns.find(({ reads }) => reads === 'target');
    if (target && isBareValue(content)) {
      return lineReading(step, at, { [target.id]: { value: content, said: content } }, []);
    }
    // 第1条改成8万: of which column, nobody said.
    const isAmount = step.columns.length > 1 && readAmount(content).kind !== 'unreadable';
    if (isAmount) return unclear(words);
    const { row, doubts } = readListLine(step, content, situation.today);
    return lineReading(step, at, row, doubts);
  }
  const column = columnNamed(step, columnName);
  if (!column) return undefined;
  const [own, more] = withOwnContent(situation, step, at, column, content);
  if (more) return together([changeLine(situation, step, at, columnName, own, words), more]);
  const reading = readCell(column, content, situation.today);
  return reading.type === 'cell'
    ? lineReading(step, at, { [column.id]: reading.cell }, [])
    : lineReading(step, at, {}, [{ column: column.id, doubt: reading.doubt }]);
}

/** 内容改成加固8座，总额改成250: the text, and what else is said of the line. */
function withOwnContent(
  situation: Situation,
  step: RowsStep,
  at: number,
  { reads }: Column,
  content: string,
): readonly [string, Reading?] {
  const cut = reads === 'text' ? content.search(/[，,；;](?=[^，,；;]*\d)/) : -1;
  const more = cut < 0 ? undefined : readLineSentence(situation, step, at, content.slice(cut + 1));
  return more ? [content.slice(0, cut), more] : [content];
}

/** A 指标值 with nothing before it that could be a name. */
function isBareValue(words: string): boolean {
  return !/[，,：:]/.test(words) && isMeasured(words);
}

/** Takes the lines that words name on to what is to be done with them. */
export function withLines(
  lines: Lines | undefined,
  take: (step: RowsStep, rows: readonly number[]) => Reading | undefined,
): Reading | undefined {
  if (!lines) return undefined;
  return 'doubt' in lines ? doubtOnly(lines.doubt) : take(lines.step, lines.rows);
}
