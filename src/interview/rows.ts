import { compare, sum } from '../domain/amount.js';
import { type Change, cellOf, type Row, rowsOf } from '../forms/answers.js';
import type { Column, RowsStep } from '../forms/form.js';
import type { ReadCell, ReadRow } from '../reading/reading.js';
import { totalOf } from './filing.js';
import { type Notice, notice } from './notice.js';
import type { LineInShort, LinesInShort, Taken } from './sayable.js';
import { answerOf, make, shown, takenOf, type Work } from './work.js';

/** Adds lines to a list, at its end or before the line `at`. */
export function takeRows(work: Work, step: RowsStep, rows: readonly ReadRow[], at?: number): void {
  if (rows.length === 0) return;
  const start = at ?? rowsOf(work.filing.answers, step.id).length;
  const already = work.added.get(step.id) ?? [];
  const made = rows.map((cells, index) => rowOf(work, step, cells, already.length + index));
  make(
    work,
    ...made.map((row, index): Change => ({ type: 'added', step: step.id, at: start + index, row })),
  );
  work.added.set(step.id, [...already, ...made.map(({ id }) => id)]);
  const lines = made.map((_, index) => start + index);
  markLines(work, step, lines);
  const [only] = rows;
  work.notices.push(
    only && rows.length === 1 ? rowNotice(step, only, start) : rowsNotice(work, step, made, start),
  );
}

/** A new line. Its id is made of the revision that adds it, and is therefore never used again. */
function rowOf(work: Work, step: RowsStep, cells: ReadRow, index: number): Row {
  const answers = Object.entries(cells).map(([id, cell]) => [id, answerOf(work, cell)]);
  return {
    id: `${step.id}.${work.filing.revision + 1}.${index}`,
    cells: Object.fromEntries(answers),
  };
}

function markLines(work: Work, { id }: RowsStep, lines: readonly number[]): void {
  work.lines.set(id, [...(work.lines.get(id) ?? []), ...lines]);
}

function rowNotice(step: RowsStep, row: ReadRow, at: number): Notice {
  const cells = step.columns.flatMap((column) => {
    const cell = row[column.id];
    return cell ? [takenOf(column, cell)] : [];
  });
  return notice('tookRow', { label: step.label, n: at + 1, cells });
}

function rowsNotice(work: Work, step: RowsStep, rows: readonly Row[], start: number): Notice {
  const sums = step.columns
    .filter(({ id, reads }) => reads === 'amount' && totalOf(work.filing, step.id, id) !== '0')
    .map(({ id, label }) => ({ label, amount: totalOf(work.filing, step.id, id) }));
  return notice('tookRows', {
    label: step.label,
    added: rows.length,
    count: rowsOf(work.filing.answers, step.id).length,
    shown: linesInShort(step, rows, start),
    sums,
  });
}

/** Changes cells of one line. */
export function takeCells(work: Work, step: RowsStep, at: number, cells: ReadRow): void {
  const row = rowsOf(work.filing.answers, step.id)[at];
  if (!row) return;
  const taken: Taken[] = [];
  for (const column of step.columns) {
    const cell = cells[column.id];
    if (!cell || cell.value === row.cells[column.id]?.value) continue;
    const before = row.cells[column.id];
    setCell(work, step, row, column, cell);
    taken.push(takenOf(column, cell, before));
  }
  if (taken.length === 0) {
    const same = step.columns.filter(({ id }) => cells[id] !== undefined);
    const value = same.map((column) => shown(column, cellOf(row, column.id)) ?? '').join('，');
    work.notices.push(notice('unchangedLine', { label: step.label, n: at + 1, value }));
    return;
  }
  markLines(work, step, [at]);
  work.notices.push(notice('rowChanged', { label: step.label, n: at + 1, cells: taken }));
}

function setCell(work: Work, { id }: RowsStep, row: Row, column: Column, cell: ReadCell): void {
  const before = row.cells[column.id];
  const after = answerOf(work, cell);
  const where = { type: 'cell' as const, step: id, row: row.id, column: column.id };
  make(work, { ...where, ...(before && { before }), after });
}

/** Removes lines, counted from 0. */
export function removeRows(work: Work, step: RowsStep, lines: readonly number[]): void {
  const gone: LineInShort[] = [];
  for (const at of [...new Set(lines)].toSorted((a, b) => b - a)) {
    const row = rowsOf(work.filing.answers, step.id)[at];
    if (!row) continue;
    make(work, { type: 'removed', step: step.id, at, row });
    gone.unshift(lineInShort(step, row, at));
  }
  const count = rowsOf(work.filing.answers, step.id).length;
  work.notices.push(notice('removed', { label: step.label, gone, count }));
}

/** 把7、8条合并: texts are joined, amounts are added, and the later lines go. */
export function mergeRows(work: Work, step: RowsStep, lines: readonly number[]): void {
  const [first, ...others] = [...new Set(lines)].toSorted((a, b) => a - b);
  if (first === undefined) return;
  // Each later line moves up by one when the one before it has gone.
  others.forEach((at, gone) => {
    mergeInto(work, step, first, at - gone);
  });
  const merged = rowsOf(work.filing.answers, step.id)[first];
  if (!merged) return;
  markLines(work, step, [first]);
  const line = lineInShort(step, merged, first);
  work.notices.push(notice('merged', { label: step.label, line }));
}

function mergeInto(work: Work, step: RowsStep, first: number, second: number): void {
  const rows = rowsOf(work.filing.answers, step.id);
  const [kept, gone] = [rows[first], rows[second]];
  if (!kept || !gone) return;
  for (const column of step.columns) {
    const cell = mergedCell(column, cellOf(kept, column.id), cellOf(gone, column.id));
    if (cell && cell.value !== cellOf(kept, column.id)) setCell(work, step, kept, column, cell);
  }
  make(work, { type: 'removed', step: step.id, at: second, row: gone });
}

function mergedCell(
  column: Column,
  left: string | null | undefined,
  right: string | null | undefined,
): ReadCell | undefined {
  if (right === undefined || right === null) return undefined;
  if (left === undefined || left === null) return { value: right, said: right };
  if (column.reads === 'amount') {
    const value = sum([left, right]);
    return { value, said: `${left}+${right}` };
  }
  if (left === right) return undefined;
  const joint = /[。；;！!？?]$/.test(left) ? '' : '；';
  return { value: `${left}${joint}${right}`, said: '' };
}

/** Moves a line to another place, both counted from 0. */
export function moveRow(work: Work, step: RowsStep, from: number, to: number): void {
  if (from === to) {
    work.notices.push(notice('unmoved', { label: step.label, n: to + 1 }));
    return;
  }
  make(work, { type: 'moved', step: step.id, from, to });
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

/** Lines that a sentence shows before it shows only the ends of a long list. */
const SHOWN_LINES = 12;

/** Lines in short, numbered as on the form; of a long list only the ends. */
export function linesInShort(
  step: RowsStep,
  rows: readonly Row[],
  start = 0,
  most = SHOWN_LINES,
): LinesInShort {
  const isAll = rows.length <= most;
  const first = isAll ? rows : rows.slice(0, Math.max(1, most - 2));
  const last = isAll ? undefined : rows.at(-1);
  return {
    lines: [
      ...first.map((row, at) => lineInShort(step, row, start + at)),
      ...(last ? [lineInShort(step, last, start + rows.length - 1)] : []),
    ],
    omitted: isAll ? 0 : rows.length - first.length - 1,
  };
}

/** A line in short: its first cell, and its value or total. */
function lineInShort(step: RowsStep, row: Row, at: number): LineInShort {
  const [first, second] = step.columns;
  const measure = step.split ? step.columns.find(({ id }) => id === step.split?.whole) : second;
  const name = first && shown(first, cellOf(row, first.id));
  const value = measure && shown(measure, cellOf(row, measure.id));
  return {
    n: at + 1,
    ...(name !== undefined && { name: clipped(name) }),
    ...(value !== undefined && { value: clipped(value) }),
  };
}

function clipped(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > 30 ? `${line.slice(0, 29)}…` : line;
}
