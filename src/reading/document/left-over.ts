import type { Form } from '../../forms/form.js';
import { TOTAL } from '../table-edges.js';
import { isDirection } from '../tables.js';
import {
  bracketsIn,
  headWords,
  isNumber,
  type Row,
  type Stretch,
  stretchOf,
  wordsOf,
} from './cell-words.js';
import { type Columns, isShorter, ownColumns } from './columns.js';
import { isSideLabel } from './labels.js';
import type { Table } from './table-rows.js';
import { cellUnit } from './units.js';

/** The columns whose words a line of the form has taken. */
export function lineColumns(row: Row, { list, columns }: Table): readonly number[] {
  const { signs, measures, headings, joined } = columns;
  const target = columns.columns.findIndex((column) => column?.reads === 'target');
  const isMeasured = headWords(row[target]) !== '';
  const ofTarget = isMeasured ? [...signs, ...measures, ...joined] : [];
  const ofAmounts = list.split ? measures.filter((at) => cellUnit(wordsOf(row[at]))) : [];
  const isSign = (at: number) => !signs.includes(at) || !isDirection(headWords(row[at]));
  return [...ownColumns(columns), ...headings, ...ofTarget.filter(isSign), ...ofAmounts];
}

/** A line under a heading that the form does not have is named with that heading: what it should reach is not. */
export function strayColumns(row: Row, columns: Columns): readonly number[] {
  const [name = -1] = ownColumns(columns);
  return headWords(row[name]) === '' ? [] : [...columns.headings, name];
}

/** A row of totals has its figures, behind the word for it. */
export function totalColumns(row: Row, columns: Columns): readonly number[] {
  const lead = row.findIndex((cell) => TOTAL.test(headWords(cell)));
  const amounts = ownColumns(columns).filter((at) => columns.columns[at]?.reads === 'amount');
  return isShorter(row, columns) ? [...row.keys()] : [lead, ...amounts];
}

/** What a row of a table holds besides: all but the columns that are placed, labels at the side and numbers. */
export function leftOver(
  form: Form,
  row: Row,
  columns: Columns,
  placed: readonly number[],
): readonly Stretch[] {
  return row.flatMap((cell, at) => {
    if (!cell || wordsOf(cell) === '') return [];
    const isSide = at === 0 && columns.isSided && isSideLabel(form, cell);
    const isNumbering = columns.numbering.includes(at) || (at === 0 && columns.isSided);
    if (isSide || (isNumbering && isNumber(headWords(cell)))) return [];
    if (!placed.includes(at)) return [stretchOf(cell)];
    // 数量指标（20分）: a score is no word of the heading.
    const scores = columns.headings.includes(at) ? bracketsIn(headWords(cell)) : [];
    return scores.map((words) => ({ words, at: cell.at }));
  });
}
