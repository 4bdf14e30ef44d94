import type { Amount } from '../domain/amount.js';
import { isMeasured } from '../domain/indicator.js';
import { readAmount } from '../domain/read-amount.js';
import { trim } from '../domain/text.js';
import { rowsOf } from '../forms/answers.js';
import type { Column, RowsStep } from '../forms/form.js';
import { readCell } from './cells.js';
import { readLineSentence } from './line-sentence.js';
import { ceilingOf, readListLine } from './lines.js';
import { isHeaded, readNewLines } from './new-lines.js';
import { doubtOnly, factsOnly, type ReadCell, type Reading, type Situation } from './reading.js';

const SAME_AS_NAME = /^(?:同名称|同上|与名称相同|和名称一样|一样|same)$/i;

/** 「280，20」 for the parts of a line, 「300，财政280，其他20」 for its total: the line's amounts, not a line. */
function readAmountsOfLine(
  situation: Situation,
  step: RowsStep,
  at: number,
  column: Column,
  text: string,
): Reading | undefined {
  const { split } = step;
  const tokens = trim(text).split(/[，；;\s]+|,(?!\d{3}(?!\d))/);
  if (column.reads !== 'amount' || !split || tokens.length < 2) return undefined;
  const readings = tokens.map((token) => readAmount(token));
  const amounts = readings.flatMap((each) => (each.kind === 'amount' ? [each.amount] : []));
  const columns = split.parts.includes(column.id) ? split.parts : [split.whole, ...split.parts];
  if (amounts.length === tokens.length && amounts.length === columns.length) {
    const cells = columns.map((id, place): [string, ReadCell] => {
      const value = amounts[place] ?? '0';
      return [id, { value, said: tokens[place] ?? value }];
    });
    return factsOnly({ type: 'cells', step: step.id, row: at, cells: Object.fromEntries(cells) });
  }
  return readings[0]?.kind === 'amount'
    ? readLineSentence(situation, step, at, `${column.label}${text}`)
    : undefined;
}

/** What a cell can hardly exceed: a part the line's total, a total what the list is measured against. */
function rowCeiling(
  { answers }: Situation,
  step: RowsStep,
  at: number,
  column: string,
): Amount | undefined {
  const total = step.split && rowsOf(answers, step.id)[at]?.cells[step.split.whole]?.value;
  return column === step.split?.whole ? ceilingOf(answers, step) : (total ?? undefined);
}

/** A whole line where one cell was asked for: the next line, and the cell stays open. */
function isWholeLine(step: RowsStep, column: Column, text: string, today: string): boolean {
  const { row } = readListLine(step, text, today);
  if (column.reads === 'text') {
    const texts = step.columns.filter(({ id, reads }) => reads === 'text' && row[id] !== undefined);
    return step.split !== undefined && row[step.split.whole] !== undefined && texts.length > 1;
  }
  const first = row[step.columns[0]?.id ?? '']?.value ?? '';
  if (column.reads === 'target') {
    const value = row[column.id]?.value;
    return /[，,：:\t]/.test(text) && value !== undefined && value !== null && isMeasured(value);
  }
  const total = step.split && row[step.split.whole];
  return first.length > 1 && total !== undefined && /[，,\s]/.test(text.trim());
}

/** The plain answer where one cell of a line was asked for. */
export function readCellAnswer(
  situation: Situation,
  step: RowsStep,
  row: string,
  columnId: string,
  text: string,
): Reading {
  const { answers, today } = situation;
  const rows = rowsOf(answers, step.id);
  const at = rows.findIndex(({ id }) => id === row);
  const column = step.columns.find(({ id }) => id === columnId);
  if (!column || at < 0) return { type: 'unknown', said: text };
  const name = rows[at]?.cells[step.columns[0]?.id ?? '']?.value;
  const words = name && SAME_AS_NAME.test(trim(text)) ? name : text;
  const ofLine = readAmountsOfLine(situation, step, at, column, text);
  if (ofLine) return ofLine;
  if (isHeaded(situation, text) || isWholeLine(step, column, text, today)) {
    return readNewLines(situation, step, text);
  }
  const ceiling = rowCeiling(situation, step, at, columnId);
  const reading = readCell(column, words, today, { ceiling });
  if (reading.type === 'doubt') {
    return doubtOnly({ ...reading.doubt, step: step.id, row: at, column: columnId });
  }
  return factsOnly({ type: 'cells', step: step.id, row: at, cells: { [columnId]: reading.cell } });
}
