import type { RawCell, RawRows } from '../raw-document.js';
import { filled, type Row, wordsOf } from './cell-words.js';
import { isFigure } from './figures.js';
import { labelIn, type ValueName } from './labels.js';
import { ofThisYear } from './periods.js';
import { cellUnit } from './units.js';
import { beginsWithLabel } from './within.js';

/** Where a label stands. */
export interface LabelPlace {
  readonly names: readonly ValueName[];
  readonly rows: RawRows;
  readonly index: number;
  readonly column: number;
  /** The heads over the columns of its row. */
  readonly heads: readonly (string | undefined)[];
  /** Whether its row may be one of heads over figures. */
  readonly isHead: boolean;
}

/** Whether a row has several cells, and no figure in them. */
export function isOfHeads(row: Row): boolean {
  const all = filled(row);
  return all.length > 1 && !all.some((cell) => isFigure(wordsOf(cell)));
}

/** A figure, with the words of its head, or of the row it stands in, and the cell that holds its unit. */
export interface Figure {
  readonly cell: RawCell;
  readonly head: string;
  readonly unit?: RawCell;
}

/** What stands for a label: a figure, nothing on purpose, or nothing that can be told. */
export type Beside = Figure | 'blank' | undefined;

/**
 * The text of a label that stands alone: the next cell of its row, or past empty ones the only one that holds
 * something. Of an even number of cells up to the next label each two are a label and its own text: 联系人 ｜ 李四.
 */
export function textBeside({ names, rows, index, column }: LabelPlace): RawCell | undefined {
  const right = (rows[index] ?? []).slice(column + 1).filter((cell) => cell !== null);
  const all = filled(right);
  const end = all.findIndex((cell) => isLabel(names, cell));
  const [next, ...others] = end < 0 ? all : all.slice(0, end);
  if (!next || others.length % 2 > 0) return undefined;
  return next === right[0] || others.length === 0 ? next : undefined;
}

/** The figure of a label that stands alone: right of it up to the next label, or under it where labels are heads. */
export function figureBeside(place: LabelPlace): Beside {
  const { names, rows, index, column, heads } = place;
  const row = rows[index] ?? [];
  const right = [...row.entries()].filter(([at, cell]) => at > column && cell !== null);
  const end = right.findIndex(([, cell]) => isStop(names, cell));
  const own = end < 0 ? right : right.slice(0, end);
  const figures = own.flatMap(([at, cell]) =>
    cell && isFigure(wordsOf(cell)) ? [{ cell, head: heads[at] ?? '' }] : [],
  );
  const unit = own.find(([, cell]) => cellUnit(wordsOf(cell)))?.[1];
  if (figures.length > 0) return chosen(figures, unit);
  const next = right[end]?.[1];
  const isBesideText = next ? !isLabel(names, next) : false;
  const isBlank = !isBesideText && (own.length > 0 || /[:：]$/.test(wordsOf(row[column])));
  const isHead = place.isHead && (own.length === 0 || isBesideText);
  return (isHead ? figureBelow(place) : undefined) ?? (isBlank ? 'blank' : undefined);
}

/** Where a figure is looked for no further: at another label, and at words that are none and no unit. */
function isStop(names: readonly ValueName[], cell: RawCell | null): boolean {
  const words = wordsOf(cell);
  if (!cell || words === '') return false;
  return isLabel(names, cell) || (!isFigure(words) && cellUnit(words) === undefined);
}

/** The only figure, or the only one of this year; a share of the whole (90%) is none. */
function chosen(figures: readonly Figure[], unit?: RawCell | null): Figure | undefined {
  const one = ofThisYear(figures.filter(({ cell }) => !/[%％]/.test(wordsOf(cell))));
  return one && { ...one, ...(unit && { unit }) };
}

/** Labels over rows of figures: the cell under each is its own, or that in the row of this year. */
function figureBelow({ rows, index, column }: LabelPlace): Beside {
  let from = index + 1;
  while (from < rows.length && rows[from]?.[column] === null) from += 1;
  const below: Figure[] = [];
  for (const row of rowsOfFigures(rows, from)) {
    const cell = row[column];
    const [lead] = filled(row);
    if (!cell) break;
    if (wordsOf(cell) === '') return below.length > 0 ? chosen(below) : 'blank';
    below.push({ cell, head: lead === cell ? '' : wordsOf(lead) });
  }
  return chosen(below);
}

/** More rows of figures than these are a list, and none of them is that of the form. 〔推〕 */
const MOST_BELOW = 4;

function rowsOfFigures(rows: RawRows, from: number): RawRows {
  const below = rows.slice(from, from + MOST_BELOW + 1);
  const end = below.findIndex((row) => !isOfFigures(row));
  if (end < 0) return below.length > MOST_BELOW ? [] : below;
  return below.slice(0, end);
}

/** Whether a row holds figures, and nothing else but its own label. */
function isOfFigures(row: Row): boolean {
  const [lead, ...others] = filled(row).map(wordsOf);
  if (lead === undefined) return false;
  return others.every(isFigure) && (others.length > 0 || isFigure(lead));
}

function isLabel(names: readonly ValueName[], cell: RawCell): boolean {
  return labelIn(names, cell) !== undefined || beginsWithLabel(cell);
}
