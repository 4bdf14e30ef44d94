import { trim } from '../domain/text.js';
import { type Row, rowsOf } from '../forms/answers.js';
import type { RowsStep } from '../forms/form.js';
import { readCell, type WordsDoubt } from './cells.js';
import { readLabelled } from './labelled.js';
import { readListLine, withTotal } from './lines.js';
import {
  type Doubt,
  doubtOnly,
  factsOnly,
  type Reading,
  type ReadRow,
  type Situation,
} from './reading.js';
import { lineNumber, readList } from './targets.js';
import { columnVocabulary } from './vocabulary.js';

const NUMBER = '([\\d一二三四五六七八九十]{1,4}|最后一?|末)';
const COUNT = '[条个项行]';
/** 删除第3条任务 · 删掉最后一条 · 删除第2、3条 */
const REMOVE = new RegExp(
  `^(?:删除|删掉|删去|去掉|取消)\\s*(.*?)第?\\s*${NUMBER}((?:\\s*[、,，和]\\s*第?[\\d一二三四五六七八九十]+)*)\\s*${COUNT}?\\s*(.*)$`,
);
/** 把7、8条合并 · 合并第7条和第8条 */
const MERGE = new RegExp(
  `^(?:把|将)?\\s*(.*?)第?\\s*(\\d{1,3})\\s*${COUNT}?\\s*[、,，和与]\\s*第?\\s*(\\d{1,3})\\s*${COUNT}?\\s*(.*?)合并(?:起来|成一条|为一条)?$|^合并\\s*(.*?)第?\\s*(\\d{1,3})\\s*${COUNT}?\\s*[、,，和与]\\s*第?\\s*(\\d{1,3})\\s*${COUNT}?\\s*(.*)$`,
);
/** 第5条移到第2条 · 把第5条移到最前面 */
const MOVE = new RegExp(
  `^(?:把|将)?\\s*(.*?)第?\\s*${NUMBER}\\s*${COUNT}\\s*(.*?)(?:移|挪|调|放)(?:到|至)\\s*(?:第\\s*(\\d{1,3})\\s*${COUNT}?(前面?|后面?|之前|之后)?|(最前面?|最后面?|末尾))$`,
);
/** 在第4条后面加一条：… */
const INSERT = new RegExp(
  `^在?\\s*(.*?)第\\s*${NUMBER}\\s*${COUNT}\\s*(.*?)(前面?|后面?|之前|之后)\\s*(?:加|插入|增加|添加|补)(?:上)?一?${COUNT}?\\s*[:：，,]?\\s*([\\s\\S]*)$`,
);
/** 第2条 财政60，其他8 */
const AMOUNTS_OF = new RegExp(
  `^(.*?)第\\s*${NUMBER}\\s*${COUNT}\\s*(?:任务)?(?:的)?[:：，,\\s]*(\\S[\\s\\S]*)$`,
);
/** 第3条改成… · 第3条任务的总额改成50 · 任务“普法”金额改成95，其他5 */
const CHANGE = new RegExp(
  `^(?:把|将)?\\s*(?:(.*?)第\\s*${NUMBER}\\s*${COUNT}|(.*?)[“"「『](.+?)[”"」』])\\s*(?:的)?\\s*([^改]{0,16}?)\\s*(?:改成|改为|改到|改|应为|应该是|更正为|调整为|换成)\\s*[:：]?\\s*([\\s\\S]+)$`,
);

/** Reads a change to the lines of a list; undefined when the words are none. */
export function readLineEdit(situation: Situation, text: string): Reading | undefined {
  const words = trim(text).replace(/[。.！!]$/, '');
  return (
    readRemove(situation, words) ??
    readMerge(situation, words) ??
    readMove(situation, words) ??
    readInsert(situation, words) ??
    readChange(situation, words) ??
    readAmountsOf(situation, words)
  );
}

/** A list and one of its lines, or the question that must come first. */
type Found = { readonly step: RowsStep; readonly at: number } | { readonly doubt: Doubt };

function findLine(
  situation: Situation,
  name: string,
  number: string,
  said: string,
): Found | undefined {
  const step = readList(situation.form, name, situation.list);
  if (!step) return name === '' ? { doubt: { code: 'which-list', said } } : undefined;
  const rows = rowsOf(situation.answers, step.id);
  const asked = lineNumber(number);
  const at = asked === -1 ? rows.length - 1 : asked;
  if (at === undefined || at < 0 || at >= rows.length) {
    const params = { n: number, count: String(rows.length), label: step.label };
    return { doubt: { code: 'no-such-row', said, step: step.id, params } };
  }
  return { step, at };
}

function readRemove(situation: Situation, words: string): Reading | undefined {
  const found = REMOVE.exec(words);
  if (!found) return undefined;
  const [, before = '', number = '', more = '', after = ''] = found;
  const numbers = [number, ...(more.match(/[\d一二三四五六七八九十]+/g) ?? [])];
  const lines = numbers.map((each) => findLine(situation, before || after, each, words));
  const rows: number[] = [];
  let step = '';
  for (const line of lines) {
    if (!line) return undefined;
    if ('doubt' in line) return doubtOnly(line.doubt);
    step = line.step.id;
    rows.push(line.at);
  }
  return factsOnly({ type: 'remove', step, rows });
}

function readMerge(situation: Situation, words: string): Reading | undefined {
  const found = MERGE.exec(words);
  if (!found) return undefined;
  const name = found[1] || found[4] || found[5] || found[8] || '';
  const left = findLine(situation, name, found[2] ?? found[6] ?? '', words);
  const right = findLine(situation, name, found[3] ?? found[7] ?? '', words);
  if (!left || !right) return undefined;
  if ('doubt' in left) return doubtOnly(left.doubt);
  if ('doubt' in right) return doubtOnly(right.doubt);
  return factsOnly({ type: 'merge', step: left.step.id, rows: [left.at, right.at] });
}

function readMove(situation: Situation, words: string): Reading | undefined {
  const found = MOVE.exec(words);
  if (!found) return undefined;
  const [, before = '', number = '', after = '', target, side = '', end] = found;
  const line = findLine(situation, before || after, number, words);
  if (!line) return undefined;
  if ('doubt' in line) return doubtOnly(line.doubt);
  const count = rowsOf(situation.answers, line.step.id).length;
  const to = end ? (end.startsWith('最前') ? 0 : count - 1) : place(target, side, line.at);
  if (to < 0 || to >= count) {
    const params = { n: target ?? '', count: String(count), label: line.step.label };
    return doubtOnly({ code: 'no-such-row', said: words, step: line.step.id, params });
  }
  return factsOnly({ type: 'move', step: line.step.id, from: line.at, to });
}

/** Where a line comes to stand: 到第2条 and 到第2条前 make it the second, 到第2条后 puts it behind. */
function place(target: string | undefined, side: string, from: number): number {
  const at = Number.parseInt(target ?? '', 10) - 1;
  if (side.includes('后')) return from > at ? at + 1 : at;
  return side.includes('前') && from < at ? at - 1 : at;
}

function readInsert(situation: Situation, words: string): Reading | undefined {
  const found = INSERT.exec(words);
  if (!found) return undefined;
  const [, before = '', number = '', after = '', side = '', content = ''] = found;
  const line = findLine(situation, before || after, number, words);
  if (!line) return undefined;
  if ('doubt' in line) return doubtOnly(line.doubt);
  if (trim(content) === '') return undefined;
  const at = line.at + (side.includes('后') ? 1 : 0);
  const { row, doubts } = readListLine(line.step, content, situation.today);
  return {
    type: 'facts',
    facts: [{ type: 'rows', step: line.step.id, rows: [row], at }],
    doubts: doubts.map(({ column, doubt }) => ({
      ...doubt,
      step: line.step.id,
      newRow: 0,
      column,
    })),
    stated: [],
  };
}

function readChange(situation: Situation, words: string): Reading | undefined {
  const found = CHANGE.exec(words);
  if (!found) return undefined;
  const [, list = '', number, listOfName = '', name, tail = '', content = ''] = found;
  const named = splitTail(situation, tail, list || listOfName);
  const line =
    number === undefined
      ? findNamed(situation, list || listOfName, name ?? '')
      : findLine(situation, named.list, number, words);
  if (!line) return undefined;
  if ('doubt' in line) return doubtOnly(line.doubt);
  return changeLine(situation, line.step, line.at, named.column, content);
}

/** 「第2条 财政60，其他8」: a line's number and nothing but amounts of its columns. */
function readAmountsOf(situation: Situation, words: string): Reading | undefined {
  const found = AMOUNTS_OF.exec(words);
  const line = found && findLine(situation, found[1] ?? '', found[2] ?? '', words);
  if (!line || 'doubt' in line) return undefined;
  return readLineSentence(situation, line.step, line.at, found[3] ?? '');
}

/** 「任务的总额」 behind a line's number may name its list, its column, or both. */
function splitTail(
  { form }: Situation,
  tail: string,
  list: string,
): { list: string; column: string } {
  if (list !== '') return { list, column: tail.replace(/^的/, '') };
  const [first = '', second] = tail.split('的');
  if (second !== undefined) return { list: first, column: second };
  return readList(form, first) ? { list: first, column: '' } : { list: '', column: first };
}

/** The line whose first cell holds a name, in the list that the words name or in any. */
function findNamed(situation: Situation, list: string, name: string): Found | undefined {
  const named = list === '' ? undefined : readList(situation.form, list);
  if (list !== '' && !named) return undefined;
  const steps = named
    ? [named]
    : [...situation.form.steps.values()].filter((step) => step.type === 'rows');
  for (const step of steps) {
    const first = step.columns[0]?.id ?? '';
    const holds = (row: Row) => row.cells[first]?.value?.includes(name) === true;
    const at = rowsOf(situation.answers, step.id).findIndex(holds);
    if (at >= 0) return { step, at };
  }
  return undefined;
}

function changeLine(
  situation: Situation,
  step: RowsStep,
  at: number,
  columnName: string,
  content: string,
): Reading | undefined {
  const { today } = situation;
  const sentence = readLineSentence(situation, step, at, `${columnName}${content}`);
  if (sentence) return sentence;
  if (columnName === '') {
    const { row, doubts } = readListLine(step, content, today);
    return lineReading(step, at, row, doubts);
  }
  const column = step.columns.find(
    ({ label, aliases }) => label === columnName || aliases.includes(columnName),
  );
  if (!column) return undefined;
  const reading = readCell(column, content, today);
  return reading.type === 'cell'
    ? lineReading(step, at, { [column.id]: reading.cell }, [])
    : lineReading(step, at, {}, [{ column: column.id, doubt: reading.doubt }]);
}

/** 「金额95，其他5」, 「财政92，其他8」, 「全部财政」 about one line of a list with amounts. */
export function readLineSentence(
  { answers, today }: Situation,
  step: RowsStep,
  at: number,
  words: string,
): Reading | undefined {
  if (!step.split) return undefined;
  const row = rowsOf(answers, step.id)[at];
  const known = (key: string) => row?.cells[key]?.value;
  const context = { vocabulary: columnVocabulary(step), known, asked: step.split.parts, today };
  const sentence = readLabelled(words, context);
  if (!sentence) return undefined;
  const cells = Object.fromEntries(sentence.cells);
  const total = known(step.split.whole);
  const doubts = sentence.doubts.map(({ key, doubt }) => ({ column: key, doubt }));
  return lineReading(step, at, total ? cells : withTotal(step, cells), doubts);
}

function lineReading(
  step: RowsStep,
  at: number,
  cells: ReadRow,
  doubts: readonly { readonly column: string; readonly doubt: WordsDoubt }[],
): Reading {
  const hasCells = Object.keys(cells).length > 0;
  return {
    type: 'facts',
    facts: hasCells ? [{ type: 'cells', step: step.id, row: at, cells }] : [],
    doubts: doubts.map(({ column, doubt }) => ({ ...doubt, step: step.id, row: at, column })),
    stated: [],
  };
}
