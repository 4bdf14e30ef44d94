import { sum } from '../../domain/amount.js';
import { readAmount } from '../../domain/read-amount.js';
import { trim } from '../../domain/text.js';
import type { SaidLine, SaidWords } from '../../forms/content.js';
import type { RowsStep } from '../../forms/form.js';
import type { RawCell } from '../raw-document.js';
import { TOTAL } from '../table-edges.js';
import { withMeasure } from '../tables.js';
import { headWords, type Row, wordsOf } from './cell-words.js';
import { type Columns, isShorter, ownColumns } from './columns.js';
import { cellUnit, inUnit, type MoneyUnit } from './units.js';

/** A line by the columns of its list. What is spread over the parts of a column is added up. */
export function lineOf(row: Row, columns: Columns, unit: MoneyUnit | undefined): SaidLine {
  const words = row.map(wordsOf);
  const line: Record<string, SaidWords> = {};
  columns.columns.forEach((column, at) => {
    const cell = row[at];
    if (!column || !cell) return;
    const own = words[at] ?? '';
    if (column.reads !== 'amount') {
      const text = column.reads === 'target' ? targetIn(words, at, columns) : own;
      line[column.id] = { words: text, at: cell.at };
    } else if (own !== '' || !column.required) {
      // An empty total is left to be asked for: only a part may be blank.
      const said = { words: own, at: cell.at };
      line[column.id] = addedTo(line[column.id], inUnit(said, unitAt(words, at, columns) ?? unit));
    }
  });
  return line;
}

/** A 指标值 with all that its merged head covers, its sign and its unit. */
function targetIn(words: readonly string[], at: number, columns: Columns): string {
  const whole = [at, ...columns.joined].map((each) => words[each] ?? '').join('');
  return withMeasure(whole, words, columns);
}

/** The unit of a figure: that of its head, or in a column of units beside it. */
function unitAt(words: readonly string[], at: number, columns: Columns): MoneyUnit | undefined {
  const beside = columns.measures.map((measure) => cellUnit(words[measure] ?? ''));
  return columns.money[at] ?? beside.find(Boolean);
}

/** Two amounts that cannot be added up are both kept in their words. */
function addedTo(before: SaidWords | undefined, more: SaidWords): SaidWords {
  if (!before?.words) return more;
  if (!more.words) return before;
  const read = ({ words, unit }: SaidWords) => readAmount(words ?? '', { head: unit });
  const amounts = [before, more].map(read).map((reading) => {
    if (reading.kind === 'zero') return '0';
    return reading.kind === 'amount' ? reading.amount : undefined;
  });
  const known = amounts.filter((amount) => amount !== undefined);
  const at = `${before.at}+${more.at}`;
  if (known.length < amounts.length) return { words: `${before.words}+${more.words}`, at };
  return { words: `${sum(known)}万元`, at };
}

export function isEmpty(line: SaidLine): boolean {
  return Object.values(line).every((said) => !said?.words);
}

/** A line without a name and without a figure goes on with the one above: a page ended within it. */
export function isRestOfLine(line: SaidLine, { columns, split }: RowsStep): boolean {
  const [name] = columns;
  return (
    split !== undefined &&
    columns.every(({ id, reads }) => (id !== name?.id && reads !== 'amount') || !line[id]?.words)
  );
}

export function joined(last: SaidLine, rest: SaidLine, { columns }: RowsStep): SaidLine {
  const texts = columns.filter(({ id, reads }) => reads !== 'amount' && rest[id]?.words);
  const entries = texts.map(({ id }) => {
    const words = `${last[id]?.words ?? ''}${rest[id]?.words ?? ''}`;
    return [id, { ...last[id], words }] as const;
  });
  return { ...last, ...Object.fromEntries(entries) };
}

/** The figures of a row of totals, by the columns they stand in, or in their order where the row is shorter. */
export function totalsIn(
  row: Row,
  { columns: own }: RowsStep,
  columns: Columns,
  unit: MoneyUnit | undefined,
): SaidLine {
  const inPlace = lineOf(row, columns, unit);
  const isInOrder = isShorter(row, columns);
  const behind = row.slice(row.findIndex((cell) => TOTAL.test(headWords(cell))) + 1);
  const amounts = own.filter(({ reads }) => reads === 'amount');
  const entries = amounts.map(({ id }, at) => {
    const cell = behind[at];
    const said = cell && inUnit({ words: wordsOf(cell), at: cell.at }, unit);
    return [id, isInOrder ? (said ?? undefined) : inPlace[id]] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * A row of indicators whose name and 指标值 are as many paragraphs each, more than one, is as many rows: each
 * cell of a line that has as many gives one to each.
 */
export function rowsWithin(row: Row, columns: Columns): readonly Row[] {
  const own = ownColumns(columns);
  const isTargeted = columns.columns.some((column) => column?.reads === 'target');
  const counts = new Set(own.map((at) => itemsIn(row[at]).length));
  const [count = 0] = counts;
  if (!isTargeted || own.length < 2 || counts.size > 1 || count < 2) return [row];
  const split = new Set([...own, ...columns.joined, ...columns.signs, ...columns.measures]);
  const itemOf = (cell: RawCell, at: number, item: number): RawCell => {
    const items = split.has(at) ? itemsIn(cell) : [];
    return { ...cell, paragraphs: [items.length === count ? (items[item] ?? '') : wordsOf(cell)] };
  };
  return Array.from({ length: count }, (_, item) =>
    row.map((cell, at) => cell && itemOf(cell, at, item)),
  );
}

/** The paragraphs of a cell; where there is only one, its lines. */
function itemsIn(cell: RawCell | null | undefined): readonly string[] {
  const isSomething = (words: string) => trim(words) !== '';
  const paragraphs = (cell?.paragraphs ?? []).filter(isSomething);
  const [only = '', ...others] = paragraphs;
  return others.length > 0 ? paragraphs : only.split('\n').filter(isSomething);
}
