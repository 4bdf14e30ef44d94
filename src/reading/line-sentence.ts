import { rowsOf } from '../forms/answers.js';
import type { RowsStep } from '../forms/form.js';
import type { WordsDoubt } from './cells.js';
import { readLabelled } from './labelled.js';
import { ceilingOf, withTotal } from './lines.js';
import type { Reading, ReadRow, Situation } from './reading.js';
import { columnVocabulary } from './vocabulary.js';

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
    ceilings: { [step.split.whole]: ceilingOf(answers, step) },
  };
  const sentence = readLabelled(words, context);
  if (!sentence) return undefined;
  const cells = Object.fromEntries(sentence.cells);
  const total = known(step.split.whole);
  const doubts = sentence.doubts.map(({ key, doubt }) => ({ column: key, doubt }));
  return lineReading(step, at, total ? cells : withTotal(step, cells), doubts);
}

/** A reading of some cells of one line. */
export function lineReading(
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

/** One reading of what was said of several lines; undefined when it does not go for all of them. */
export function together(readings: readonly (Reading | undefined)[]): Reading | undefined {
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
