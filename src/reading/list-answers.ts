import type { Amount } from '../domain/amount.js';
import { readTargetValue } from '../domain/indicator.js';
import { readAmount } from '../domain/read-amount.js';
import { halfWidth, trim } from '../domain/text.js';
import { rowsOf } from '../forms/answers.js';
import type { Column, RowsStep, Step } from '../forms/form.js';
import { readCell } from './cells.js';
import { readLineSentence } from './edits.js';
import { ceilingOf, columnNamed, readListLine, splitIndicators } from './lines.js';
import { splitList } from './lists.js';
import { lineInProse, linesInProse } from './prose.js';
import {
  type Doubt,
  doubtOnly,
  type Fact,
  factsOnly,
  type ReadCell,
  type Reading,
  type ReadRow,
  type Situation,
  type StatedTotal,
} from './reading.js';
import { TOTAL } from './table-plan.js';
import { readTable } from './tables.js';

const NONE =
  /^(?:无|没有|暂无|不适用|不涉及|没有这[类项]\S{0,6}|(?:无|没有|不设|不搞|不做|未设)(?:明显|直接|这方面的?)?[^\d，,。]{0,8}(?:指标|效益|影响|调查|内容)|(?:没有|无)(?:任何)?(?:任务|项目|职责|目标|指标|内容|安排)|not applicable|nothing|(?:没有|无)(?:项目支出|任务)?[，,。]?\s*(?:这[块项节部]分?|本节)?(?:都|就)?(?:不填|不用填|跳过)|none|n\/a)$/i;

/** The plain answer where a list, a line of it or one of its cells was asked for. */
export function readListAnswer(situation: Situation, step: RowsStep, text: string): Reading {
  const { asked, today, answers } = situation;
  if (asked?.row !== undefined && asked.column !== undefined) {
    return readCellAnswer(situation, step, asked.row, asked.column, text);
  }
  if (asked?.row !== undefined) {
    const at = rowsOf(answers, step.id).findIndex(({ id }) => id === asked.row);
    return factsOnly({
      type: 'cells',
      step: step.id,
      row: at,
      cells: readListLine(step, text, today).row,
    });
  }
  if (NONE.test(trim(text))) return factsOnly({ type: 'none', step: step.id });
  return readLines(situation, step, text);
}

/** Lines for a list, however they were sent: one a line, numbered, or told in a sentence. */
export function readLines(situation: Situation, step: RowsStep, text: string): Reading {
  const table = cellsBelowEachOther(step, text);
  const grid = table && readTable(situation, table);
  if (grid) return grid;
  const pieces = inPieces(step, text);
  const items = pieces
    ? [pieces]
    : (linesInProse(step, text) ?? splitList(withHeadingLines(situation, text)));
  const notes = items.filter((item) => NOTE.test(item));
  const reading = readItems(
    situation,
    step,
    items.filter((item) => !NOTE.test(item)),
  );
  return reading.type === 'facts' && notes.length > 0 ? { ...reading, notes } : reading;
}

/** One line told in pieces, its name, its content and then its amounts, one under the other. */
function inPieces(step: RowsStep, text: string): string | undefined {
  const lines = text
    .split('\n')
    .map(trim)
    .filter((line) => line !== '');
  const texts = step.columns.filter(({ reads }) => reads === 'text').length;
  const isText = (line: string) => !/[，,；;\d]/.test(line);
  const isAmount = (line: string) =>
    readAmount(line.split(/[，,]/)[0]?.replace(/^\D{0,6}/, '') ?? '').kind === 'amount';
  const isLine =
    step.split !== undefined &&
    lines.length > texts &&
    lines.length <= step.columns.length &&
    lines.slice(0, texts).every(isText) &&
    lines.slice(texts).every(isAmount);
  return isLine ? lines.join('，') : undefined;
}

/** A row of a table that was pasted cell by cell, or with each cell's label before it: as a table again. */
function cellsBelowEachOther(step: RowsStep, text: string): string | undefined {
  const lines = text
    .split('\n')
    .map(trim)
    .filter((line) => line !== '');
  const width = step.columns.length;
  if (!step.split || lines.length < width) return undefined;
  const labelled = lines.map((line) => /^([^:：]{1,12})[:：]\s*(.*)$/.exec(line));
  const heads = labelled.map((found) => found && columnNamed(step, trim(found[1] ?? ''))?.id);
  const first = heads.indexOf(heads[0], 1);
  const each = first < 0 ? lines.length : first;
  if (heads.every(Boolean) && lines.length % each === 0) {
    const rows = chunks(
      labelled.map((found) => found?.[2] ?? ''),
      each,
    );
    return [labelled.slice(0, each).map((found) => found?.[1] ?? ''), ...rows]
      .map(joined)
      .join('\n');
  }
  const isAmount = (line: string, at: number) =>
    (step.columns[at % width]?.reads === 'amount') === (readAmount(line).kind !== 'unreadable');
  return lines.length % width === 0 && lines.every(isAmount)
    ? chunks(lines, width).map(joined).join('\n')
    : undefined;
}

function joined(cells: readonly string[]): string {
  return cells.join('\t');
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return items.flatMap((_, at) => (at % size === 0 ? [items.slice(at, at + size)] : []));
}

/** 注：以上不含基本支出: said about the lines, none of them. */
const NOTE = /^(?:备?注|说明|注释)[:：]/;

/** 「数量指标：加固水库12座；质量指标：合格率100%」: headings within a line get lines of their own. */
function withHeadingLines({ form }: Situation, text: string): string {
  const names = [...form.steps.values()]
    .filter((each) => each.type === 'rows' && each.headings !== undefined)
    .flatMap(({ label, aliases }) => [label, ...aliases])
    .toSorted((a, b) => b.length - a.length);
  const heading = new RegExp(
    `(^|[；;。\\n])[^\\S\\n]*(${names.join('|')})[^\\S\\n]*[:：][^\\S\\n]*(?=\\S)`,
    'g',
  );
  const lines = text.replace(heading, '$1\n$2\n');
  return lines === text ? text : lines.replace(/[；;]/g, '\n');
}

/** Whether a text begins with the name of a list and a colon: 成本指标：不超预算. */
function isHeaded({ form }: Situation, text: string): boolean {
  const name = /^(.{2,16}?)[:：]/.exec(trim(text))?.[1];
  return name !== undefined && listHeaded([...form.steps.values()], name) !== undefined;
}

/** Items of a list. A line that is the name of a neighbouring list (质量指标) turns to that list. */
function readItems(
  { form, today, answers }: Situation,
  asked: RowsStep,
  items: readonly string[],
): Reading {
  const steps = [...form.steps.values()];
  const rows = new Map<string, ReadRow[]>();
  const none: Fact[] = [];
  const doubts: Doubt[] = [];
  const stated: StatedTotal[] = [];
  let step = asked;
  for (const item of items.flatMap((each) => piecesOf(asked, each, today))) {
    const heading = listHeaded(steps, item);
    if (heading) {
      step = heading === 'outer' ? step : heading;
      continue;
    }
    const empty = emptyList(steps, step, item);
    if (empty) {
      none.push({ type: 'none', step: empty.id });
      continue;
    }
    const total = statedTotal(step, item);
    if (total) {
      stated.push(total);
      continue;
    }
    if (isBareValue(step, item)) {
      doubts.push({ code: 'nameless', said: item });
      continue;
    }
    const sofar = rows.get(step.id) ?? [];
    const line = readListLine(step, item, today, ceilingOf(answers, step));
    doubts.push(
      ...line.doubts.map(({ column, doubt }) => ({
        ...doubt,
        step: step.id,
        newRow: sofar.length,
        column,
      })),
    );
    rows.set(step.id, [...sofar, line.row]);
  }
  const facts = [...rows].map(([id, lines]): Fact => ({ type: 'rows', step: id, rows: lines }));
  return { type: 'facts', facts: [...facts, ...none], doubts, stated };
}

/** Lines within a line: each indicator, or each task with its own amount. */
function piecesOf(step: RowsStep, line: string, today: string): readonly string[] {
  if (!step.split) {
    return step.columns.some(({ reads }) => reads === 'target') ? splitIndicators(line) : [line];
  }
  const pieces = line
    .split(/[；;]/)
    .map(trim)
    .filter((piece) => piece !== '');
  const total = step.split.whole;
  const isLine = (piece: string) => {
    const { row } = readListLine(step, piece, today);
    return row[total] !== undefined && row[step.columns[0]?.id ?? ''] !== undefined;
  };
  const lines = pieces.length > 1 && pieces.every(isLine) ? pieces : [line];
  return lines.map((piece) => lineInProse(step, piece) ?? piece);
}

/** 「合计，140万」 among the lines: compared, not stored. */
function statedTotal({ id, split }: RowsStep, item: string): StatedTotal | undefined {
  const [, name = '', words = ''] =
    /^(\D{2,8}?)[，,：:\s]*(\d[\d.,]*\s*[万亿]?元?)(?:[，,\s].*)?$/.exec(item) ?? [];
  const reading = split && TOTAL.test(name) ? readAmount(words) : undefined;
  return split && reading?.kind === 'amount'
    ? { step: id, column: split.whole, amount: reading.amount }
    : undefined;
}

/** ≥95%: a 指标值 that nobody said the name of. */
function isBareValue({ columns }: RowsStep, item: string): boolean {
  const hasTarget = columns.some(({ reads }) => reads === 'target');
  const isFigure = /^(?:[≥≤<>=]|不超|不低于|不少于|不高于|\d[\d,.]*\s*[^\d\s]{0,2}$)/.test(
    halfWidth(item),
  );
  return hasTarget && isFigure && isMeasured(item);
}

/** 「生态效益：无」, or 无 under its heading: the list that stays empty. */
function emptyList(steps: readonly Step[], step: RowsStep, item: string): RowsStep | undefined {
  const [, name, words] =
    /^(?:(.{2,16}?)[:：，,\s]*)?(无|没有|不涉及|不适用|暂无|\/|[—–-]+)$/.exec(item) ?? [];
  if (words === undefined || !step.headings) return undefined;
  if (name === undefined) return step;
  const named = listHeaded(steps, name);
  return named === 'outer' ? undefined : named;
}

/** The list a heading names; 'outer' for a heading over several lists (产出指标). */
function listHeaded(steps: readonly Step[], line: string): RowsStep | 'outer' | undefined {
  const name = line.replace(/[:：]$/, '').replace(/^[（(]?[一二三四五六七八九十]+[)）、.]\s*/, '');
  const lists = steps.filter((step) => step.type === 'rows' && step.headings !== undefined);
  const named = lists.find((step) => step.label === name || step.aliases.includes(name));
  if (named?.type === 'rows') return named;
  return lists.some((step) => step.type === 'rows' && step.headings?.[0] === name)
    ? 'outer'
    : undefined;
}

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

function isMeasured(words: string): boolean {
  return readTargetValue(words).kind !== 'text';
}

function readCellAnswer(
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
    return readLines(situation, step, text);
  }
  const ceiling = rowCeiling(situation, step, at, columnId);
  const reading = readCell(column, words, today, { ceiling });
  if (reading.type === 'doubt') {
    return doubtOnly({ ...reading.doubt, step: step.id, row: at, column: columnId });
  }
  return factsOnly({ type: 'cells', step: step.id, row: at, cells: { [columnId]: reading.cell } });
}
