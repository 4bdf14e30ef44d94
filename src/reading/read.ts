import { compare, sum } from '../domain/amount.js';
import { readAmount } from '../domain/read-amount.js';
import { halfWidth, trim } from '../domain/text.js';
import { rowsOf, valueIn } from '../forms/answers.js';
import type { Form, Question, RowsStep, ValueStep } from '../forms/form.js';
import { askedQuestion, askedStep, listSpokenOf } from './asked.js';
import { readBlock } from './blocks.js';
import { amountCell, readCell } from './cells.js';
import { readCommand } from './commands.js';
import { readLineEdit, readLineSentence, readWish } from './edits.js';
import { withLabels } from './introductions.js';
import { readLabelled } from './labelled.js';
import { readLastYear } from './last-year.js';
import { readLines, readListAnswer } from './list-answers.js';
import { doubtOnly, type Fact, factsOnly, type Reading, type Situation } from './reading.js';
import { rephrased } from './rephrase.js';
import { slipOf } from './slips.js';
import { headUnit } from './table-plan.js';
import { readTable } from './tables.js';
import { formVocabulary } from './vocabulary.js';

/** Most lines that one message may add. */
export const MOST_ROWS = 500;

/**
 * What a message means, given what was asked: a command, facts and doubts about the form, or nothing
 * that is understood. Never changes anything and never throws.
 */
export function read(situation: Situation, text: string): Reading {
  const list = listSpokenOf(situation);
  const command = readCommand(situation.form, text, list);
  if (command) return { type: 'command', command };
  if (isQuestion(text)) return { type: 'question', said: trim(text) };
  if (SIGNS_ONLY.test(text)) return { type: 'unknown', said: trim(text) };
  const slip = mayBeCommand(situation) ? slipOf(text) : undefined;
  if (slip !== undefined) return { type: 'slip', said: trim(text), meant: slip };
  const lines = lineCount(text);
  if (lines > MOST_LINES) return tooMany(lines, text);
  const [content, isLast] = withoutClosing(situation.form, text);
  const reading = readCorrection(situation, content, list) ?? readContent(situation, content, list);
  return limited(isLast ? finished(reading) : reading, text);
}

/** Where a name is asked for, 王成 is no slip of 完成. */
function mayBeCommand(situation: Situation): boolean {
  const step = askedStep(situation);
  return step?.type !== 'value' || step.reads !== 'text';
}

/** A paste whose last line is 完成: the lines, and whether they are all. */
function withoutClosing(form: Form, text: string): readonly [string, boolean] {
  const at = text.trimEnd().lastIndexOf('\n');
  const command = at < 0 ? undefined : readCommand(form, text.slice(at + 1));
  return command?.name === 'finish' ? [text.slice(0, at), true] : [text, false];
}

/** Lines after which no more will come. */
function finished(reading: Reading): Reading {
  if (reading.type !== 'facts') return reading;
  const lists = new Set(reading.facts.flatMap(({ type, step }) => (type === 'rows' ? [step] : [])));
  const none = [...lists].map((step): Fact => ({ type: 'none', step }));
  return { ...reading, facts: [...reading.facts, ...none] };
}

/** A change in everyday words. What does not come out as one is content, in the words it was said in. */
function readCorrection(
  situation: Situation,
  text: string,
  list: string | undefined,
): Reading | undefined {
  const change = rephrased(situation.form, text);
  if (change === text) return undefined;
  const reading =
    readLineEdit(list === undefined ? situation : { ...situation, list }, change) ??
    readSentence(situation, change);
  const isChange = reading?.type === 'facts' && reading.facts.length > 0;
  return isChange || reading?.type === 'command' ? reading : undefined;
}

function readContent(situation: Situation, text: string, list: string | undefined): Reading {
  return (
    readLastYear(situation, text) ??
    readPart(situation, text) ??
    readTable(situation, text) ??
    readLineEdit(list === undefined ? situation : { ...situation, list }, text) ??
    readStatedTotal(situation, text) ??
    readCellSentence(situation, text) ??
    readSentence(situation, text) ??
    readListWish(situation, text) ??
    readAnswer(situation, text)
  );
}

/** Words that wish for a change, where a list is asked for: with what they would be as a line, if they are one after all. */
function readListWish(situation: Situation, text: string): Reading | undefined {
  const step = askedStep(situation);
  const wish = step?.type === 'rows' ? readWish(situation, text) : undefined;
  if (wish?.type !== 'facts' || step?.type !== 'rows') return wish;
  const content = readListAnswer(situation, step, text);
  const otherwise = content.type === 'facts' ? content.facts : [];
  const doubts = wish.doubts.map((doubt) => ({ ...doubt, step: step.id, otherwise }));
  return { ...wish, doubts };
}

/** Nothing but blanks and stops: —— and / mean nothing on a form, these mean nothing at all. */
const SIGNS_ONLY = /^[\s。，、；：！·….,;:!'"“”‘’()（）]*$/;

/** A part of the printed form, copied as a whole. */
function readPart(situation: Situation, text: string): Reading | undefined {
  const block = readBlock(situation.form, text);
  switch (block?.type) {
    case 'list':
      return readLines(situation, block.list, block.text);
    case 'sentence':
      return readNamed(situation, block.text);
    default:
      return undefined;
  }
}

const ASKING =
  /[?？]$|^(?:为什么|为啥|怎么|咋|什么是|啥是|请问|你是谁|你是什么|how|what|why|can you|do you)|(?:是什么意思|是啥意思|啥意思|怎么[填写改算弄用办]\S{0,4}|要不要填\S?|有没有(?:模板|例子|范本)|(?:对不对|行不行|好不好|能不能|可不可以|是不是)\S{0,8}|(?:剩|差|是|成|要|变成)了?多少了?|[^不]吗|怎么办|能不能\S{1,12})$|^(?:我?不知道|我?不清楚|我?不会|没想好|不太懂|看不懂|能不能|可不可以|有\S{1,8}版[本吗]?|可以\S{2,12}吗)/i;
const LONGEST_QUESTION = 40;

/** A question is never content, whatever was asked. */
function isQuestion(text: string): boolean {
  const words = trim(text);
  return words.length <= LONGEST_QUESTION && !/[\t\n]/.test(words) && ASKING.test(words);
}

function limited(reading: Reading, text: string): Reading {
  if (reading.type !== 'facts') return reading;
  const rows = reading.facts.reduce(
    (count, fact) => count + (fact.type === 'rows' ? fact.rows.length : 0),
    0,
  );
  return rows <= MOST_ROWS ? reading : tooMany(rows, text);
}

function tooMany(rows: number, text: string): Reading {
  const params = { rows: String(rows), most: String(MOST_ROWS) };
  return doubtOnly({ code: 'too-many-rows', said: text.slice(0, 40), params });
}

/** Lines of text that no message of 500 rows has, heads, totals and broken cells included. */
const MOST_LINES = 2 * MOST_ROWS;

function lineCount(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

/** 「700，300」 could be 700300: not where the two are known to add up to 1000. */
function partsOfWhole(
  { answers }: Situation,
  { steps, sumsTo }: Question,
  text: string,
): Reading | undefined {
  const whole = sumsTo === undefined ? undefined : valueIn(answers, sumsTo);
  const tokens = halfWidth(trim(text)).split(/\s*,\s*/);
  const readings = tokens.map((token) => readAmount(token));
  const amounts = readings.flatMap((each) => (each.kind === 'amount' ? [each.amount] : []));
  const isWhole = whole && amounts.length === steps.length && tokens.length === steps.length;
  if (!isWhole || compare(sum(amounts), whole) !== 0) return undefined;
  return factsOnly(
    ...steps.map(({ id }, at): Fact => {
      const value = amounts[at] ?? '0';
      return { type: 'value', step: id, cell: { value, said: tokens[at] ?? value } };
    }),
  );
}

/** 「金额合计664」 while tasks are listed: compared with the exact sum, not stored. */
function readStatedTotal(situation: Situation, text: string): Reading | undefined {
  const step = askedStep(situation);
  if (step?.type !== 'rows' || !step.split) return undefined;
  const found =
    /^(?:金额|任务)?(?:合计|总计|共计|一共|总共|(?<=任务)总(?:额|金额))(?:金额)?\s*[:：是为]?\s*(.+)$/.exec(
      halfWidth(trim(text)),
    );
  const reading = found && readAmount(found[1] ?? '');
  if (reading?.kind !== 'amount') return undefined;
  const stated = [{ step: step.id, column: step.split.whole, amount: reading.amount }];
  return { type: 'facts', facts: [], doubts: [], stated };
}

/** A sentence about the amounts of the line that is being asked about, or of the one just given. */
function readCellSentence(situation: Situation, text: string): Reading | undefined {
  const { asked, answers } = situation;
  const step = askedStep(situation);
  if (step?.type !== 'rows' || !step.split) return undefined;
  const rows = rowsOf(answers, step.id);
  if (isOfForm(situation, text)) return undefined;
  const at =
    asked?.row === undefined ? rows.length - 1 : rows.findIndex(({ id }) => id === asked.row);
  const sentence = readLineSentence(situation, step, at, text);
  if (!sentence || asked?.row !== undefined || lacksSplit(step, rows[at]?.cells)) return sentence;
  // 财政92，其他8 could be of any line, or of the income lines.
  return namesOnlyParts(sentence, step)
    ? doubtOnly({ code: 'which-row', said: trim(text), step: step.id })
    : undefined;
}

/** 财政拨款改成1230.4 in the list of tasks: a value of the form that stands already is being changed. */
function isOfForm(situation: Situation, text: string): boolean {
  if (!/改[成为到]|应该?[是为]|调整为|更正为/.test(text)) return false;
  const reading = readNamed(situation, text);
  return (
    reading?.type === 'facts' &&
    reading.facts.length > 0 &&
    reading.facts.every(
      (fact) => fact.type === 'value' && Boolean(valueIn(situation.answers, fact.step)),
    )
  );
}

function namesOnlyParts(sentence: Reading, { split }: RowsStep): boolean {
  if (sentence.type !== 'facts') return false;
  const columns = sentence.facts.flatMap((fact) =>
    fact.type === 'cells' ? Object.keys(fact.cells) : [],
  );
  const isPart = (column: string) => split?.parts.includes(column) === true;
  return (
    columns.some(isPart) && columns.every((column) => isPart(column) || column === split?.whole)
  );
}

function lacksSplit(
  { split }: RowsStep,
  cells: Readonly<Record<string, unknown>> | undefined,
): boolean {
  return (
    split !== undefined &&
    cells !== undefined &&
    split.parts.every((part) => cells[part] === undefined)
  );
}

/** A sentence that names the form's values, wherever the person is. */
function readSentence(situation: Situation, text: string): Reading | undefined {
  const step = askedStep(situation);
  const named = readNamed(situation, text);
  if (named && step?.type === 'rows') return meansForm(named, text) ? named : undefined;
  if (named || step?.type !== 'value') return named;
  const withAll = withLabels(step, text);
  return withAll === text ? undefined : readNamed(situation, withAll);
}

const CHANGES =
  /改[成为到回]|应该?[是为]|调整[为到成]|更正为|换成|(?:加|减|增加|减少|调增|压减|追加)\s*\d|\bto\b/i;

/** 单位 and 部门 are in every other line of a form. */
const LOOSE_NAME = /^(?:把|将)?(?:单位|部门)(?!名称|负责人)/;

/**
 * While lines are asked for, 公用经费 20万元 is a line. Values of the form are meant where the words say that
 * something changes, or name several of them and nothing else.
 */
function meansForm(reading: Reading, text: string): boolean {
  if (LOOSE_NAME.test(text)) return false;
  if (CHANGES.test(text)) return true;
  if (reading.type !== 'facts') return false;
  return reading.facts.length > 1 && reading.doubts.length === 0;
}

/** 单位：元 in a sentence is the unit of its figures. */
const UNIT = /(?:金额)?单位(?:[:：]|是|为)\s*(万元|元|亿元)(?=$|[\s，,；;。）)])/;
/** What else stands in the head of the printed form. */
const BESIDES =
  /(?:填报)?(?:日期|时间|联系人|联系电话|电话|填表人|经办人|制表人)[:：]\s*[^\s，,；;]*/g;

function readNamed(situation: Situation, text: string): Reading | undefined {
  const { form, answers, today } = situation;
  const unit = headUnit(UNIT.exec(text)?.[1]);
  const sentence = readLabelled(text.replace(UNIT, '').replace(BESIDES, '').trim(), {
    vocabulary: formVocabulary(form),
    known: (key) => valueIn(answers, key),
    asked: askedQuestion(situation)?.steps.map(({ id }) => id) ?? [],
    doubtful: situation.doubtful ?? [],
    unit,
    today,
  });
  if (!sentence) return undefined;
  return {
    type: 'facts',
    facts: [...sentence.cells].map(([step, cell]): Fact => ({ type: 'value', step, cell })),
    doubts: sentence.doubts.map(({ key, doubt }) => ({ ...doubt, step: key })),
    stated: [],
  };
}

/** The plain answer to what was asked. */
function readAnswer(situation: Situation, text: string): Reading {
  const step = askedStep(situation);
  const question = askedQuestion(situation);
  if (step?.type === 'rows') return readListAnswer(situation, step, text);
  if (step?.type === 'value') return readValueAnswer(situation, step, text);
  if (question) return readSeveral(situation, question, text);
  return { type: 'unknown', said: text };
}

const SAME = /^(?:同上|同填报单位|一样|相同|same)$/i;

function readValueAnswer({ answers, today }: Situation, step: ValueStep, text: string): Reading {
  const words = trim(text)
    .replace(/^(?:我们?|[我本]单位)(?:单位)?(?:是|叫)/, '')
    .replace(/[。.！!]$/, '');
  const same = step.follows === undefined ? undefined : valueIn(answers, step.follows);
  if (same && SAME.test(words)) {
    return factsOnly({ type: 'value', step: step.id, cell: { value: same, said: words } });
  }
  const reading = readCell(step, words, today);
  if (reading.type === 'doubt') return doubtOnly({ ...reading.doubt, step: step.id });
  const { value } = reading.cell;
  if (value !== null && !step.schema.safeParse(value).success) {
    return doubtOnly({ code: 'misfit', said: words.slice(0, 40), step: step.id });
  }
  return factsOnly({ type: 'value', step: step.id, cell: reading.cell });
}

/** 「2557.36 0 0 8」: as many amounts as the question has lines, in the form's order. */
function readSeveral(situation: Situation, question: Question, text: string): Reading {
  const tokens = halfWidth(trim(text))
    .split(/[\s、；;|和与跟及]+|,(?!\d{3}(?!\d))/)
    .filter((token) => token !== '');
  const readings = tokens.map((token) => amountCell(readAmount(token), token));
  const open = question.steps.filter(({ id }) => valueIn(situation.answers, id) === undefined);
  const whole = amountCell(readAmount(text), trim(text));
  const [only] = open;
  if (whole.type === 'cell' && only && open.length === 1) {
    return factsOnly({ type: 'value', step: only.id, cell: whole.cell });
  }
  const isPositional = tokens.length > 1 && readings.every(({ type }) => type === 'cell');
  if (isPositional && tokens.length === question.steps.length) {
    return factsOnly(
      ...question.steps.flatMap(({ id }, at): Fact[] => {
        const reading = readings[at];
        return reading?.type === 'cell' ? [{ type: 'value', step: id, cell: reading.cell }] : [];
      }),
    );
  }
  const byComma = partsOfWhole(situation, question, text);
  if (byComma) return byComma;
  const said = trim(text);
  if (isPositional) {
    const params = { given: String(tokens.length), lines: String(question.steps.length) };
    return doubtOnly({ code: 'line-count', said, params });
  }
  if (whole.type === 'cell' && whole.cell.value !== null) {
    return doubtOnly({ code: 'which-line', said, candidates: [whole.cell.value] });
  }
  return doubtOnly(whole.type === 'doubt' ? whole.doubt : { code: 'unknown', said });
}
