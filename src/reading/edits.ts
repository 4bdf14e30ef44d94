import { readAmount } from '../domain/read-amount.js';
import { trim } from '../domain/text.js';
import { rowsOf } from '../forms/answers.js';
import type { RowsStep } from '../forms/form.js';
import {
  readAmountsByName,
  readAmountsOf,
  readChange,
  readEditByName,
  readReplace,
  withLines,
} from './line-changes.js';
import { readLines } from './line-refs.js';
import { lineReading } from './line-sentence.js';
import { readListLine } from './lines.js';
import { doubtOnly, type Fact, factsOnly, type Reading, type Situation } from './reading.js';
import { lineNumber, readList } from './targets.js';
import { readUnclear, unclear, withPlainDigits } from './wishes.js';

const REMOVE_FIRST =
  /^(?:删除|删掉|删去|去掉|移除|删|不要|取消)\s*(.+?)(?:[这那]一?[条个项行])?了?$/;

const REMOVE_LAST = /^(?:把|将)?\s*(.+?)\s*(?:删除|删掉|删了|删去|去掉|不要|取消)了?$/;

const MERGE_FIRST = /^合并\s*(.+)$/;

const MERGE_LAST = /^(?:把|将)?\s*(.+?)\s*(?:合并|并)(?:起来|到一起|成一条|为一条|成|一下)*$/;

const SWAP = /^(?:把|将)?\s*(.+?)\s*(?:调换|互换|对调|交换)(?:一下|顺序|位置)*$/;

const MOVE =
  /^(?:把|将)?\s*(.+?)\s*(?:移动?|挪|调|放)(?:到|至)\s*(?:第\s*(\d{1,3})\s*[条个项行]?(前面?|后面?|之前|之后)?|(最前面?|最后面?|末尾))$/;

const INSERT =
  /^在?\s*(.+?)(前面?|后面?|之前|之后)\s*(?:加|插入|增加|添加|补)(?:上)?(?:一?[条个项行])?\s*[:：，,]?\s*([\s\S]+)$/;

const ADD =
  /^(?:再|另外)?\s*(?:新增|增加|添加|加|补充|补)(?:上)?(一?[条个项])?\s*(.{0,12}?)\s*[:：]\s*([\s\S]+)$/;

/** A change with its new content; what is longer is content alone. */
const LONGEST_CHANGE = 2000;

/** 第1条改成八五普法，其他不变: what nobody wants changed is no content. */
const UNCHANGED = /[，,]\s*(?:其[他余它]|别的|金额|总额|名称|内容|指标值)(?:都|均)?不[变动]$/;

/** Reads a change to the lines of a list; undefined when the words are none. */
export function readLineEdit(situation: Situation, text: string): Reading | undefined {
  const words = withPlainDigits(trim(text).replace(/[。.！!]$/, '')).replace(UNCHANGED, '');
  if (words.length > LONGEST_CHANGE || words.includes('\t')) return undefined;
  return (
    readRemove(situation, words) ??
    readMerge(situation, words) ??
    readSwap(situation, words) ??
    readMove(situation, words) ??
    readInsert(situation, words) ??
    readAdd(situation, words) ??
    readReplace(situation, words) ??
    readChange(situation, words) ??
    readAmountsOf(situation, words) ??
    readAmountsByName(situation, words) ??
    readEditByName(situation, words) ??
    readNext(situation, words) ??
    readUnclear(words)
  );
}

function readRemove(situation: Situation, words: string): Reading | undefined {
  const said = REMOVE_FIRST.exec(words)?.[1] ?? REMOVE_LAST.exec(words)?.[1];
  // 删掉普法那条: the line that holds the word.
  const isPart = said !== undefined && /那[条个项]/.test(words) && !/[“"「第\d]/.test(said);
  const named = isPart ? `“${said.replace(/[这那][条个项行]$/, '')}”` : said;
  if (named === undefined || /[，,；;\n]/.test(named.replace(/第[\d、,，和]+条/g, '')))
    return undefined;
  return withLines(readLines(situation, named), (step, rows) =>
    factsOnly({ type: 'remove', step: step.id, rows }),
  );
}

/** 第3条：… while there are two is the next line; 第2条：… is the second one, rewritten. */
function readNext(situation: Situation, words: string): Reading | undefined {
  const found = /^第\s*([\d一二三四五六七八九十]{1,3})\s*[条个项]\s*[:：，,、]\s*(\S[\s\S]*)$/.exec(
    words,
  );
  const [, numeral = '', content = ''] = found ?? [];
  const step = situation.form.steps.get(situation.list ?? '');
  if (!found || step?.type !== 'rows') return undefined;
  const at = lineNumber(numeral) ?? -1;
  const count = rowsOf(situation.answers, step.id).length;
  if (at === count) return newLine(situation, step, content);
  const isRewritten =
    at >= 0 && at < count && readAmount(content.split(/[，,\s]/)[0] ?? '').kind === 'unreadable';
  if (!isRewritten) return undefined;
  const { row, doubts } = readListLine(step, content, situation.today);
  return lineReading(step, at, row, doubts);
}

function readMerge(situation: Situation, words: string): Reading | undefined {
  const named = MERGE_FIRST.exec(words)?.[1] ?? MERGE_LAST.exec(words)?.[1];
  if (named === undefined) return undefined;
  return withLines(readLines(situation, named), (step, rows) =>
    new Set(rows).size > 1 ? factsOnly({ type: 'merge', step: step.id, rows }) : unclear(words),
  );
}

function readSwap(situation: Situation, words: string): Reading | undefined {
  const named = SWAP.exec(words)?.[1];
  if (named === undefined) return undefined;
  return withLines(readLines(situation, named), (step, rows) => {
    const [low, high, ...more] = rows.toSorted((a, b) => a - b);
    const isPair = low !== undefined && high !== undefined && low !== high && more.length === 0;
    if (!isPair) return unclear(words);
    const up: Fact = { type: 'move', step: step.id, from: high, to: low };
    const down: Fact = { type: 'move', step: step.id, from: low + 1, to: high };
    return factsOnly(up, ...(high === low + 1 ? [] : [down]));
  });
}

function readMove(situation: Situation, words: string): Reading | undefined {
  const found = MOVE.exec(words);
  if (!found) return undefined;
  const [, named = '', target, side = '', end] = found;
  return withLines(readLines(situation, named), (step, [from = 0]) => {
    const count = rowsOf(situation.answers, step.id).length;
    const to = end ? (end.startsWith('最前') ? 0 : count - 1) : place(target, side, from);
    if (to >= 0 && to < count) return factsOnly({ type: 'move', step: step.id, from, to });
    const params = { n: target ?? '', count: String(count), label: step.label };
    return doubtOnly({ code: 'no-such-row', said: words, step: step.id, params });
  });
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
  const [, named = '', side = '', content = ''] = found;
  return withLines(readLines(situation, named), (step, [row = 0]) =>
    newLine(situation, step, content, row + (side.includes('后') ? 1 : 0)),
  );
}

/** 再加一个任务：…, 再加一条数量指标：… */
function readAdd(situation: Situation, words: string): Reading | undefined {
  const found = ADD.exec(words);
  const [, one, name = '', content = ''] = found ?? [];
  // 增加就业：… is content; 增加任务：… and 增加一条：… are not.
  if (one === undefined && name === '') return undefined;
  const step = readList(situation.form, name, situation.list);
  return step && newLine(situation, step, content);
}

function newLine(situation: Situation, step: RowsStep, content: string, at?: number): Reading {
  const { row, doubts } = readListLine(step, content, situation.today);
  return {
    type: 'facts',
    facts: [{ type: 'rows', step: step.id, rows: [row], ...(at !== undefined && { at }) }],
    doubts: doubts.map(({ column, doubt }) => ({ ...doubt, step: step.id, newRow: 0, column })),
    stated: [],
  };
}
