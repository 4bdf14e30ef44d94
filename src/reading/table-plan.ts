import { type HeadUnit, readAmount } from '../domain/read-amount.js';
import type { Column, RowsStep } from '../forms/form.js';
import type { Grid } from './grid.js';
import { headUnit, TOTAL } from './table-edges.js';
import {
  columnCalled,
  HEADING,
  isHead,
  isHeadRow,
  MEASURE,
  partCalled,
  SIGN,
} from './table-heads.js';

/** Which column of the form each column of a table is; undefined for columns that are none. */
export interface Plan {
  readonly columns: readonly (Column | undefined)[];
  /** The unit that the head gives to the figures of each column. */
  readonly units: readonly (HeadUnit | undefined)[];
  /** Columns that hold the headings left of the lines: 一级指标, 二级指标. */
  readonly headings: readonly number[];
  /** Columns whose words belong before or behind a 指标值: 计算符号, 计量单位. */
  readonly signs: readonly number[];
  readonly measures: readonly number[];
  /** Whether two heads are the same column, and nobody knows which of them is meant: 2026年预算 ｜ 2027年预算. */
  readonly isAmbiguous: boolean;
  /** Heads of columns that the form has no place for. */
  readonly ignored: readonly string[];
  /** The first row that is not a head. */
  readonly from: number;
}

/** Titles that may stand over the heads of a table, in cells of their own. */
const MOST_TITLES = 4;

/** A table from its heads on: what stands above them alone in its row is a title. */
function fromHeads(grid: Grid, list: RowsStep): Grid | undefined {
  const at = grid.slice(0, MOST_TITLES + 1).findIndex((row) => isHeadRow(row, list));
  const titles = grid.slice(0, Math.max(0, at));
  const areTitles = titles.every((row) => row.filter((words) => words !== '').length === 1);
  return at >= 0 && areTitles ? grid.slice(at) : undefined;
}

/** 一般公共预算 beside 财政拨款 only breaks it down: the column itself holds the sum. */
function withoutParts(
  heads: readonly string[],
  found: readonly (Column | undefined)[],
): readonly (Column | undefined)[] {
  const isPart = (at: number, column: Column) => partCalled(column, heads[at] ?? '') !== undefined;
  return found.map((column, at) => {
    if (!column || !isPart(at, column)) return column;
    const isWholeThere = found.some((each, other) => each === column && !isPart(other, column));
    return isWholeThere ? undefined : column;
  });
}

function isAmbiguous(list: RowsStep, heads: readonly string[]): boolean {
  const found = heads.flatMap((words) => columnCalled(list, words) ?? []);
  const twice = found.filter((column, at) => found.indexOf(column) !== at);
  return twice.some(({ parts }) => parts === undefined);
}

/** How many columns of a table are the list's own. */
export function ownColumns({ columns }: Plan): number {
  return columns.filter((column) => column !== undefined).length;
}

/** A plan from one or two rows of heads; the lower head of a column counts (预算金额 over 总额). */
export function planByHead(
  whole: Grid,
  list: RowsStep,
  unit: HeadUnit | undefined,
): Plan | undefined {
  const grid = fromHeads(whole, list);
  if (!grid) return undefined;
  const from = grid.findIndex((row, at) => at > 0 && !isHeadRow(row, list));
  const rows = grid.slice(0, from < 0 ? grid.length : from);
  const heads = Array.from({ length: widthOf(grid) }, (_, at) =>
    rows.map((row) => row[at] ?? '').filter((words) => words !== ''),
  );
  const last = heads.map((stack) => stack.at(-1) ?? '');
  const where = (pattern: RegExp) => last.flatMap((words, at) => (pattern.test(words) ? [at] : []));
  return {
    columns: withoutParts(
      last,
      last.map((words) =>
        SIGN.test(words) || MEASURE.test(words) ? undefined : columnCalled(list, words),
      ),
    ),
    units: unitsOf(rows, heads.length).map((each) => each ?? unit),
    headings: where(HEADING),
    signs: where(SIGN),
    measures: where(MEASURE),
    ignored: last.filter((words) => words !== '' && !isHead(words, list)),
    from: whole.length - grid.length + rows.length,
    isAmbiguous: isAmbiguous(list, last),
  };
}

/** 总额（元）, or 预算金额（元） above it: a head over merged cells is that of the columns behind it, too. */
function unitsOf(rows: Grid, width: number): readonly (HeadUnit | undefined)[] {
  return Array.from({ length: width }, (_, at) => {
    const stack = rows.map((row) => row.slice(0, at + 1).findLast((words) => words !== '') ?? '');
    const own = rows.map((row) => row[at] ?? '');
    const named = [...own.toReversed(), ...stack.slice(0, -1).toReversed()]
      .map((words) => /[（(]\s*(?:单位[:：]?)?(万元|元|亿元)\s*[）)]/.exec(words)?.[1])
      .find((words) => words !== undefined);
    return headUnit(named);
  });
}

function widthOf(grid: Grid): number {
  return Math.max(...grid.map((row) => row.length));
}

/** More columns than any form has. */
const WIDEST = 40;

/** A plan from what the columns hold: texts in the order of the form's texts, amounts in that of its amounts. */
export function planByContent(
  grid: Grid,
  list: RowsStep,
  unit: HeadUnit | undefined,
): Plan | undefined {
  const width = widthOf(grid);
  if (width > WIDEST) return undefined;
  const all = Array.from({ length: width }, (_, at) => at);
  const numbering = isNumbering(grid, width, list) ? [0] : [];
  const headings = list.headings ? headingColumns(grid, width, list) : [];
  const used = all.filter((at) => !numbering.includes(at) && !headings.includes(at));
  const units = all.map(() => unit);
  const inPlace = planInPlace(grid, list, used);
  if (inPlace) {
    const columns = all.map((at) => inPlace.get(at));
    return { columns, units, headings, ...NOTHING_ELSE };
  }
  const isAmount = (at: number) =>
    at !== used[0] &&
    grid.every((row) => isAmountCell(row[at] ?? '')) &&
    !leadsEmpty(grid, at, used);
  const amounts = list.split ? used.filter(isAmount) : [];
  const texts = used.filter((at) => !amounts.includes(at));
  const textColumns = list.columns.filter(({ reads }) => reads !== 'amount');
  const amountColumns = list.columns.filter(({ reads }) => reads === 'amount');
  if (texts.length > textColumns.length || amounts.length > amountColumns.length) return undefined;
  const columns = all.map((at) => {
    const text = texts.indexOf(at);
    const amount = amounts.indexOf(at);
    return text >= 0 ? textColumns[text] : amount >= 0 ? amountColumns[amount] : undefined;
  });
  return { columns, units, headings, ...NOTHING_ELSE };
}

/** A table without heads has columns only. */
const NOTHING_ELSE = { signs: [], measures: [], ignored: [], from: 0, isAmbiguous: false };

/** As many columns as the list has, amounts where its amounts are: each stands in its place, the empty ones too. */
function planInPlace(
  grid: Grid,
  { columns, split }: RowsStep,
  used: readonly number[],
): ReadonlyMap<number, Column> | undefined {
  if (!split || used.length !== columns.length) return undefined;
  const isInPlace = columns.every(
    ({ reads }, place) =>
      reads !== 'amount' || grid.every((row) => isAmountCell(row[used[place] ?? -1] ?? '')),
  );
  if (!isInPlace) return undefined;
  return new Map(columns.map((column, place) => [used[place] ?? -1, column]));
}

/** Whether a column holds nothing at all and stands left of every amount: then it cannot be one. */
function leadsEmpty(grid: Grid, at: number, used: readonly number[]): boolean {
  const isEmpty = grid.every((row) => (row[at] ?? '') === '');
  const earlier = used.filter((other) => other < at);
  return isEmpty && !earlier.some((other) => grid.some((row) => /\d/.test(row[other] ?? '')));
}

function isNumbering(grid: Grid, width: number, list: RowsStep): boolean {
  const counts = grid.every((row, at) => row[0] === String(at + 1) || TOTAL.test(row[0] ?? ''));
  return counts && (width > list.columns.length || grid.length > 1);
}

/** Columns left of the lines whose words are headings of the form, merged cells leaving gaps. */
function headingColumns(grid: Grid, width: number, list: RowsStep): readonly number[] {
  const extra = width - list.columns.length;
  const columns = Array.from({ length: Math.max(0, extra) }, (_, at) => at);
  return columns.filter((at) =>
    grid.every((row) => /^$|指标|满意度|效益|影响|成本/.test(row[at] ?? '')),
  );
}

/** Something that was meant as an amount, even where it must be asked about. */
function isAmountCell(words: string): boolean {
  const reading = readAmount(words);
  if (reading.kind !== 'unreadable') return true;
  return reading.why !== 'no-figure' && reading.why !== 'unknown' && reading.why !== 'unit';
}
