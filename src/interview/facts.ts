import { compare, sum } from '../domain/amount.js';
import { type Answer, type Change, cellOf, type Row, rowsOf, valueIn } from '../forms/answers.js';
import type { Blank, Column, Form, RowsStep } from '../forms/form.js';
import type { Fact, ReadCell, ReadRow } from '../reading/reading.js';
import { applyChanges, type Filing, totalOf } from './filing.js';
import { type Notice, notice } from './notice.js';
import type { Taken } from './zh-cn.js';

/** A filing while a message is being worked into it. */
export interface Work {
  readonly form: Form;
  filing: Filing;
  readonly changes: Change[];
  readonly notices: Notice[];
  /** Values taken so far: they are said in one sentence. */
  readonly taken: Taken[];
  /** Lines added by this message, by list, in order. */
  readonly added: Map<string, readonly string[]>;
  readonly touched: Set<string>;
  /** Those of the touched steps whose sums may have changed. */
  readonly summed: Set<string>;
  /** Lines added or changed, by list, counted from 0. */
  readonly lines: Map<string, readonly number[]>;
}

export function begin(form: Form, filing: Filing): Work {
  return {
    form,
    filing,
    changes: [],
    notices: [],
    taken: [],
    added: new Map(),
    touched: new Set(),
    summed: new Set(),
    lines: new Map(),
  };
}

/** Makes a change; the revision it belongs to is the filing's next one. */
export function make(work: Work, ...changes: readonly Change[]): void {
  work.changes.push(...changes);
  work.filing = applyChanges(work.form, work.filing, changes);
  for (const change of changes) {
    work.touched.add(change.step);
    if (changesSums(work.form, change)) work.summed.add(change.step);
  }
}

/** Whether a change can alter a sum, or whether a list counts as complete. */
function changesSums(form: Form, change: Change): boolean {
  if (change.type === 'moved') return false;
  if (change.type !== 'cell') return true;
  const step = form.steps.get(change.step);
  const columns = step?.type === 'rows' ? step.columns : [];
  return columns.some(({ id, reads }) => id === change.column && reads === 'amount');
}

/** Works one fact into the filing. */
export function takeFact(work: Work, fact: Fact): void {
  switch (fact.type) {
    case 'value':
      takeValue(work, fact.step, fact.cell);
      break;
    case 'rows':
      takeRows(work, fact.step, fact.rows, fact.at);
      break;
    case 'cells':
      takeCells(work, fact.step, fact.row, fact.cells);
      break;
    case 'none':
      takeNone(work, fact.step);
      break;
    case 'remove':
      removeRows(work, fact.step, fact.rows);
      break;
    case 'merge':
      mergeRows(work, fact.step, fact.rows);
      break;
    case 'move':
      moveRow(work, fact.step, fact.from, fact.to);
      break;
    default:
      fact satisfies never;
  }
}

function listOf({ form }: Work, id: string): RowsStep | undefined {
  const step = form.steps.get(id);
  return step?.type === 'rows' ? step : undefined;
}

/** An answer as it will stand on the form, with the words it came from where they say more. */
function answerOf({ filing }: Work, { value, said }: ReadCell): Answer {
  const isVerbatim = said === value || said === '';
  return { value, ...(!isVerbatim && { said }), rev: filing.revision + 1 };
}

/** A blank's content as a sentence shows it: amounts with their unit. */
export function shown(blank: Blank, value: string | null | undefined): string | undefined {
  if (value === null || value === undefined) return undefined;
  return blank.reads === 'amount' ? `${value} 万元` : value;
}

/** What was taken, and where that is not plain to see, from which words or by which sum. */
function takenOf(blank: Blank, cell: ReadCell, before?: Answer): Taken {
  const value = shown(blank, cell.value);
  const was = before === undefined || before.value === cell.value ? undefined : before;
  const isPlain =
    blank.reads !== 'amount' ||
    /^[\d.]*\s*(?:万元?)?$/.test(cell.said) ||
    cell.working !== undefined;
  return {
    label: blank.label,
    ...(value !== undefined && { value }),
    ...(blank.reads === 'amount' && value !== undefined && { isAmount: true as const }),
    ...(was && { was: shown(blank, was.value) ?? '留空' }),
    ...(cell.working !== undefined && { working: cell.working }),
    ...(!isPlain && cell.value !== '0' && { said: cell.said }),
  };
}

function takeValue(work: Work, id: string, cell: ReadCell): void {
  const step = work.form.steps.get(id);
  if (step?.type !== 'value') return;
  const before = work.filing.answers.values[id];
  const after = answerOf(work, cell);
  make(work, { type: 'value', step: id, ...(before && { before }), after });
  work.taken.push(takenOf(step, cell, before));
}

function takeRows(work: Work, id: string, rows: readonly ReadRow[], at?: number): void {
  const step = listOf(work, id);
  if (!step || rows.length === 0) return;
  const start = at ?? rowsOf(work.filing.answers, id).length;
  const revision = work.filing.revision + 1;
  const already = work.added.get(id) ?? [];
  const made = rows.map((cells, index): Row => {
    const answers = Object.entries(cells).map(([column, cell]) => [column, answerOf(work, cell)]);
    return {
      id: `${id}.${revision}.${already.length + index}`,
      cells: Object.fromEntries(answers),
    };
  });
  make(
    work,
    ...made.map((row, index): Change => ({ type: 'added', step: id, at: start + index, row })),
  );
  work.added.set(id, [...already, ...made.map((row) => row.id)]);
  markLines(
    work,
    id,
    made.map((_, index) => start + index),
  );
  const [first] = made;
  if (made.length === 1 && first) {
    const cells = step.columns.flatMap((column) => {
      const cell = rows[0]?.[column.id];
      return cell ? [takenOf(column, cell)] : [];
    });
    work.notices.push(notice('tookRow', { label: step.label, n: start + 1, cells }));
  } else {
    work.notices.push(rowsNotice(work, step, made, start));
  }
}

function markLines(work: Work, step: string, lines: readonly number[]): void {
  work.lines.set(step, [...(work.lines.get(step) ?? []), ...lines]);
}

/** Lines that a sentence shows whole before it shows only the ends of a long list. */
const SHOWN_LINES = 12;

function rowsNotice(work: Work, step: RowsStep, rows: readonly Row[], start: number): Notice {
  const names = numberedLines(step, rows, start);
  const sums = step.columns
    .filter(({ id, reads }) => reads === 'amount' && totalOf(work.filing, step.id, id) !== '0')
    .map(({ id, label }) => ({ label, amount: totalOf(work.filing, step.id, id) }));
  const count = rowsOf(work.filing.answers, step.id).length;
  return notice('tookRows', { label: step.label, added: rows.length, count, names, sums });
}

/** Lines in short, numbered as on the form; of a long list only the ends. */
export function numberedLines(step: RowsStep, rows: readonly Row[], start = 0): readonly string[] {
  const line = (at: number) => {
    const row = rows[at];
    return row ? `${start + at + 1}. ${lineSummary(step, row)}` : '';
  };
  const all = rows.length <= SHOWN_LINES;
  const shownFirst = Array.from({ length: all ? rows.length : SHOWN_LINES - 2 }, (_, at) =>
    line(at),
  );
  return all ? shownFirst : [...shownFirst, '……', line(rows.length - 1)];
}

/** A line in short: its first cell, and its value or total. */
export function lineSummary(step: RowsStep, row: Row): string {
  const [first] = step.columns;
  const last = step.split
    ? step.columns.find(({ id }) => id === step.split?.whole)
    : step.columns[1];
  const name = first ? (cellOf(row, first.id) ?? '（空）') : '';
  const value = last && shown(last, cellOf(row, last.id));
  return value === undefined ? clipped(name) : `${clipped(name)}　${clipped(value)}`;
}

function clipped(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}

function takeCells(work: Work, id: string, at: number, cells: ReadRow): void {
  const step = listOf(work, id);
  const row = rowsOf(work.filing.answers, id)[at];
  if (!step || !row) return;
  const taken: Taken[] = [];
  for (const [columnId, cell] of Object.entries(cells)) {
    const column = step.columns.find((each) => each.id === columnId);
    if (!column) continue;
    const before = row.cells[columnId];
    make(work, {
      type: 'cell',
      step: id,
      row: row.id,
      column: columnId,
      ...(before && { before }),
      after: answerOf(work, cell),
    });
    taken.push(takenOf(column, cell, before));
  }
  if (taken.length > 0) {
    markLines(work, id, [at]);
    work.notices.push(notice('rowChanged', { label: step.label, n: at + 1, cells: taken }));
  }
}

/** 无: the list stays empty on purpose, unless an amount on the form asks for lines. */
function takeNone(work: Work, id: string): void {
  const step = listOf(work, id);
  if (!step) return;
  const { answers } = work.filing;
  const against = step.against && work.form.steps.get(step.against.step);
  const amount = against && valueIn(answers, against.id);
  const isEmpty = rowsOf(answers, id).length === 0;
  if (isEmpty && against && amount && compare(amount, '0') > 0) {
    const params = { label: step.label, against: against.label, amount };
    work.notices.push(notice('noneRefused', params));
    return;
  }
  finish(work, id);
  if (isEmpty) work.notices.push(notice('listNone', { label: step.label }));
}

/** Calls a list finished. */
export function finish(work: Work, id: string): void {
  if (work.filing.answers.finished[id]) return;
  make(work, { type: 'finished', step: id, before: false, after: true });
}

function removeRows(work: Work, id: string, lines: readonly number[]): void {
  const step = listOf(work, id);
  if (!step) return;
  const names: string[] = [];
  for (const at of [...new Set(lines)].toSorted((a, b) => b - a)) {
    const row = rowsOf(work.filing.answers, id)[at];
    if (!row) continue;
    make(work, { type: 'removed', step: id, at, row });
    names.unshift(lineSummary(step, row));
  }
  const count = rowsOf(work.filing.answers, id).length;
  work.notices.push(notice('removed', { label: step.label, names, count }));
}

/** 把7、8条合并: texts are joined, amounts are added, and the later line goes. */
function mergeRows(work: Work, id: string, lines: readonly number[]): void {
  const step = listOf(work, id);
  const [first, second] = [...lines].toSorted((a, b) => a - b);
  if (!step || first === undefined || second === undefined || first === second) return;
  const rows = rowsOf(work.filing.answers, id);
  const [kept, gone] = [rows[first], rows[second]];
  if (!kept || !gone) return;
  for (const column of step.columns) {
    const cell = mergedCell(column, cellOf(kept, column.id), cellOf(gone, column.id));
    const before = kept.cells[column.id];
    if (!cell || cell.value === before?.value) continue;
    const after = answerOf(work, cell);
    make(work, {
      type: 'cell',
      step: id,
      row: kept.id,
      column: column.id,
      ...(before && { before }),
      after,
    });
  }
  make(work, { type: 'removed', step: id, at: second, row: gone });
  const merged = rowsOf(work.filing.answers, id)[first];
  const text = merged ? lineSummary(step, merged) : '';
  work.notices.push(notice('merged', { label: step.label, n: first + 1, text }));
}

function mergedCell(
  column: Column,
  left: string | null | undefined,
  right: string | null | undefined,
): ReadCell | undefined {
  if (right === undefined || right === null) return undefined;
  if (left === undefined || left === null || left === right) return { value: right, said: right };
  if (column.reads === 'amount') {
    const value = sum([left, right]);
    return { value, said: `${left}+${right}`, working: `${left} + ${right} = ${value}` };
  }
  const joint = /[。；;！!？?]$/.test(left) ? '' : '；';
  return { value: `${left}${joint}${right}`, said: '' };
}

function moveRow(work: Work, id: string, from: number, to: number): void {
  const step = listOf(work, id);
  if (!step || from === to) return;
  make(work, { type: 'moved', step: id, from, to });
  work.notices.push(notice('moved', { label: step.label, from: from + 1, to: to + 1 }));
}

/** The first cell of a line that must still be asked for; undefined when there is none. */
export function gapIn(step: RowsStep, row: Row): string | undefined {
  const missing = step.columns.find(
    ({ id, required }) => required && cellOf(row, id) === undefined,
  );
  if (missing) return missing.id;
  const { split } = step;
  const whole = split && cellOf(row, split.whole);
  if (!split || !whole) return undefined;
  const open = split.parts.filter((part) => cellOf(row, part) === undefined);
  const parts = sum(split.parts.map((part) => cellOf(row, part)));
  return open.length > 0 && compare(parts, whole) !== 0 ? open[0] : undefined;
}
