import { readAmount } from '../domain/read-amount.js';
import { halfWidth, trim } from '../domain/text.js';
import { rowsOf, valueIn } from '../forms/answers.js';
import type { RowsStep } from '../forms/form.js';
import { askedQuestion, askedStep } from './asked.js';
import { withLabels } from './introductions.js';
import { readLabelled } from './labelled.js';
import { readLineSentence } from './line-sentence.js';
import { doubtOnly, type Fact, type Reading, type Situation } from './reading.js';
import { headUnit } from './table-edges.js';
import { formVocabulary } from './vocabulary.js';

/** A sentence about the amounts of the line that is being asked about, or of the one just given. */
export function readCellSentence(situation: Situation, text: string): Reading | undefined {
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
export function readSentence(situation: Situation, text: string): Reading | undefined {
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

/** A sentence of names and what they hold, with the unit it names for its figures. */
export function readNamed(situation: Situation, text: string): Reading | undefined {
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

/** 「金额合计664」 while tasks are listed: compared with the exact sum, not stored. */
export function readStatedTotal(situation: Situation, text: string): Reading | undefined {
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
