import { trim } from '../domain/text.js';
import type { Form } from '../forms/form.js';
import { readAnswer } from './answers.js';
import { askedStep, listSpokenOf } from './asked.js';
import { readBlock } from './blocks.js';
import { readCommand } from './commands.js';
import { readLineEdit } from './edits.js';
import { readLastYear } from './last-year.js';
import { readListAnswer } from './list-answers.js';
import { readNewLines } from './new-lines.js';
import { isQuestion } from './questions.js';
import { doubtOnly, type Fact, type Reading, type Situation } from './reading.js';
import { rephrased } from './rephrase.js';
import { readCellSentence, readNamed, readSentence, readStatedTotal } from './sentences.js';
import { slipOf } from './slips.js';
import { readTable } from './tables.js';
import { readWish } from './wishes.js';

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
      return readNewLines(situation, block.list, block.text);
    case 'sentence':
      return readNamed(situation, block.text);
    default:
      return undefined;
  }
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
