import { readTargetValue } from '../domain/indicator.js';
import { readAmount } from '../domain/read-amount.js';
import { halfWidth, trim } from '../domain/text.js';
import { cellOf, rowsOf } from '../forms/answers.js';
import type { Column, RowsStep } from '../forms/form.js';
import { readCell, type WordsDoubt } from './cells.js';
import { readLabelled } from './labelled.js';
import { type Lines, readLines } from './line-refs.js';
import { columnNamed, readListLine, withTotal } from './lines.js';
import {
  doubtOnly,
  type Fact,
  factsOnly,
  type Reading,
  type ReadRow,
  type Situation,
} from './reading.js';
import { lineNumber, readList } from './targets.js';
import { columnVocabulary } from './vocabulary.js';

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
const VERB = '(?:改成|改为|改到|改回|应为|应该是|更正为|调整为|换成)';
const REPLACE = new RegExp(
  `^(?:把|将)?\\s*(.+?)(?:里面?|中)的?\\s*[“"「]?(.+?)[”"」]?\\s*${VERB}\\s*[“"「]?(.*?)[”"」]?$`,
);
const CHANGE = new RegExp(
  `^(?:把|将|改一下|修改一?下?)?\\s*(.+?)[，,\\s]*${VERB}\\s*[:：]?\\s*([\\s\\S]+)$`,
);
const AMOUNTS_OF =
  /^(.*?第\s*[\d一二三四五六七八九十]{1,4}\s*[条个项行](?:任务)?)(?:的)?[:：，,\s]*(\S[\s\S]*?)(?:[，,]\s*其[余他]不变)?$/;
/** Words about a line that do something with it: hardly content, even when nobody knows what they ask for. */
const LIKE_AN_EDIT =
  /^(?=.*(?:第\s*[\d一二三四五六七八九十]+\s*[条个项行]|(?:最后|上|前|这|那)(?:面)?[一两二三四五\d]+[条个项]))(?=.*(?:删除|删掉|删了|去掉|改成|改为|改到|改一下|移到|移动|挪到|合并|并成|调换|互换|对调|不要了?$|换成|放到|放在|提前|拆成|重写|留空|取消掉?$))/;
/** Words that wish for a change and belong on no form. */
const LIKE_A_WISH =
  /^(?:全部|都)(?:删|不要)|^(?:把|将).{1,12}(?:删了?|删掉|删除|去掉|取消)$|^.{1,8}[条项个]?(?:删了|删掉|不做了|不要了)$|^再[加减]\s*\d+(?:\.\d+)?\s*[万亿]?元?$|^还差\s*\d|^其[余他](?:为|都是|是)?\s*0$|^(?:其余|剩余|剩下)的?\s*\d[\d.]*\s*[万亿]?元?$|^共\s*\d+\s*[条项个]|^(?:不对|错了|弄错了|写错了)|^[\d]+\s*移到\s*第?\d|^只要第|翻倍$|翻番$|^.{0,8}[“"「].+[”"」].{0,8}(?:改成|改为|删)/;
/** What people say to each other while they work. */
const CHAT =
  /^(?:等一下|等会|稍等|等等|我看看|我问|我去问|我再|差不多|先这样|先到这|我明天|我回头|回头|改回|退一步|退回|上一个|下一个|打开第|看一?[下看]|给我看|刚才(?:那|的)|导出|打印|发我|把已知悉|都没问题)[^，。；;]{0,16}(?:[，,][^，。；;]{0,12})?$/;
/** 金额改成95, 任务删掉: a change of something the form has a name for. */
const NAMED_CHANGE =
  /^(?:把|将)?(.{1,12}?)(?:改成|改为|改到|应该是|应为|调整为|换成)[^，,。；;]{1,20}(?:[，,]其[余他]不变)?$/;
const NAMED_REMOVAL = /^(?:删除?|删掉|去掉|取消|不要)(?:了)?(.{1,12})$/;
const LONGEST_EDIT = 60;
/** A change with its new content; what is longer is content alone. */
const LONGEST_CHANGE = 2000;

/** Reads a change to the lines of a list; undefined when the words are none. */
export function readLineEdit(situation: Situation, text: string): Reading | undefined {
  const words = withPlainDigits(trim(text).replace(/[。.！!]$/, ''));
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

/** 第１条: full-width digits as people's keyboards give them. */
function withPlainDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => halfWidth(digit));
}

function readUnclear(words: string): Reading | undefined {
  return isShort(words) && LIKE_AN_EDIT.test(words) ? unclear(words) : undefined;
}

/** Words that wish for a change which nobody can carry out, such as 总额翻倍: hardly a line of a list. */
export function readWish(situation: Situation, text: string): Reading | undefined {
  const words = withPlainDigits(trim(text));
  if (!isShort(words)) return undefined;
  const named = NAMED_CHANGE.exec(words)?.[1] ?? NAMED_REMOVAL.exec(words)?.[1];
  const isWish =
    LIKE_A_WISH.test(words) ||
    CHAT.test(words) ||
    (named !== undefined && isNameOnForm(situation.form, named)) ||
    isAboutLine(situation, words);
  return isWish ? unclear(words) : undefined;
}

/** Whether the form calls something so: a list, a value or a column. */
function isNameOnForm({ steps }: Situation['form'], words: string): boolean {
  return [...steps.values()].some((step) => {
    const named = step.type === 'rows' ? [step, ...step.columns] : [step];
    return named.some(({ label, aliases }) => label === words || aliases.includes(words));
  });
}

/** 第1条，280 while there is a first line: about that line, in no words that anybody knows. */
function isAboutLine({ form, answers, list }: Situation, words: string): boolean {
  const found =
    /^第\s*([\d一二三四五六七八九十]{1,3})\s*[条个]\s*(?:[：:，,]|[加减不总金其]|\d|[a-z])/.exec(
      words,
    );
  const step = form.steps.get(list ?? '');
  const at = found && lineNumber(found[1] ?? '');
  return step?.type === 'rows' && typeof at === 'number' && at < rowsOf(answers, step.id).length;
}

function isShort(words: string): boolean {
  return words.length <= LONGEST_EDIT && !words.includes('\n');
}

function unclear(said: string): Reading {
  return doubtOnly({ code: 'edit-unclear', said });
}

/** Takes the lines that words name on to what is to be done with them. */
function withLines(
  lines: Lines | undefined,
  take: (step: RowsStep, rows: readonly number[]) => Reading | undefined,
): Reading | undefined {
  if (!lines) return undefined;
  return 'doubt' in lines ? doubtOnly(lines.doubt) : take(lines.step, lines.rows);
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

/** 把第2条里的重大险情改成重大安全事故: in every text of the line that holds the words. */
function readReplace(situation: Situation, words: string): Reading | undefined {
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

function readChange(situation: Situation, words: string): Reading | undefined {
  const found = CHANGE.exec(words);
  if (!found) return undefined;
  const [, named = '', content = ''] = found;
  if (/第\s*[\d一二三四五六七八九十]+\s*[条个项行]/.test(content)) return unclear(words);
  for (const { line, column } of [...readingsByName(situation, named), ...readings(named)]) {
    const lines = readLines(inListOf(situation, column), line) ?? readLines(situation, line);
    const reading = withLines(lines, (step, rows) =>
      together(rows.map((at) => changeLine(situation, step, at, column, content, words))),
    );
    if (reading) return reading;
  }
  return changeOnlyLine(situation, named, content);
}

/** One reading of what was said of several lines; undefined when it does not go for all of them. */
function together(readings: readonly (Reading | undefined)[]): Reading | undefined {
  const [first] = readings;
  if (readings.length === 1) return first;
  const all = readings.flatMap((each) => (each?.type === 'facts' ? [each] : []));
  if (all.length < readings.length) return undefined;
  return {
    type: 'facts',
    facts: all.flatMap(({ facts }) => facts),
    doubts: all.flatMap(({ doubts }) => doubts),
    stated: [],
  };
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

/** 普法总额: a line by its name, and a column behind it. */
function readingsByName(
  { form, answers }: Situation,
  named: string,
): readonly { line: string; column: string }[] {
  const lists = [...form.steps.values()].filter((step) => step.type === 'rows');
  const bare = lists.reduce((words, { label, aliases }) => {
    const name = [label, ...aliases].find((each) => words.startsWith(each));
    return name !== undefined && words.length > name.length ? words.slice(name.length) : words;
  }, named);
  return [named, bare].flatMap((words) =>
    lists.flatMap(({ id, columns }) =>
      rowsOf(answers, id).flatMap((row) => {
        const name = cellOf(row, columns[0]?.id ?? '') ?? '';
        const isNamed = name.length > 1 && words.startsWith(name) && words.length > name.length;
        return isNamed ? [{ line: name, column: words.slice(name.length).replace(/^的/, '') }] : [];
      }),
    ),
  );
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
  if (!isOnly || !target || readTargetValue(content).kind === 'text') return undefined;
  return lineReading(step, 0, { [target.id]: { value: content, said: content } }, []);
}

/** 「第2条 财政60，其他8」: a line's number and nothing but amounts of its columns. */
function readAmountsOf(situation: Situation, words: string): Reading | undefined {
  const found = AMOUNTS_OF.exec(words);
  const lines = found && readLines(situation, found[1] ?? '');
  if (!lines || 'doubt' in lines) return undefined;
  return readLineSentence(situation, lines.step, lines.rows[0] ?? 0, found?.[2] ?? '');
}

/** 农村饮水财政280，其他20: a line's name and nothing but amounts of its columns. */
function readAmountsByName(situation: Situation, words: string): Reading | undefined {
  for (const { line, column } of readingsByName(situation, words)) {
    const lines = readLines(situation, line);
    if (!lines || 'doubt' in lines) continue;
    const said = column.replace(/^[：:，,\s]+/, '');
    const reading = readLineSentence(situation, lines.step, lines.rows[0] ?? 0, said);
    if (reading) return reading;
  }
  return undefined;
}

/** 修改农村饮水: a line by its name. */
function readEditByName(situation: Situation, words: string): Reading | undefined {
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
  return !/[，,：:]/.test(words) && readTargetValue(words).kind !== 'text';
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
  const context = {
    vocabulary: columnVocabulary(step),
    known,
    asked: step.split.parts,
    today,
    overrides: true as const,
  };
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
