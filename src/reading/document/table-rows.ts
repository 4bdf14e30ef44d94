import type { Form, RowsStep } from '../../forms/form.js';
import type { RawCell, RawRows } from '../raw-document.js';
import { SUBTOTAL, TOTAL } from '../table-edges.js';
import { bareLabel, filled, headWords, isNumber, type Row, wordsOf } from './cell-words.js';
import { type Columns, headedList } from './columns.js';
import { isFigure } from './figures.js';
import { isOwnLabel, isPartLabel, isSideLabel, textList } from './labels.js';

/** A list with the columns that a table has for it. */
export interface Table {
  readonly list: RowsStep;
  readonly columns: Columns;
}

/** Where a table ends: at the label of another part, at the heads of another list, at notes under it. */
export function endOfTable(form: Form, rows: RawRows, from: number, table: Table): number {
  let at = from + table.columns.from;
  while (at < rows.length && !endsTable(form, rows[at] ?? [], table)) at += 1;
  return at;
}

/** What stands under a table of amounts. 〔推〕 */
const FOOT =
  /^(?:备?注|(?:填报|填表)?说明|填表人|填报人|制表人?|审核人?|经办人|联系人|联系电话|.{0,8}意见)(?:[:：]|$)/;

function endsTable(form: Form, row: Row, table: Table): boolean {
  const [first] = filled(row);
  if (!first || isHeadAgain(row, table)) return false;
  const headed = headedList(form, row);
  // The same heads in another order, or other ones, begin a table of their own.
  if (headed && (headed !== table.list || !hasFigure(row, table))) return true;
  if (row.indexOf(first) > firstColumn(table.columns)) return false;
  if (isTotal(row, table) || isSubtotal(row, table) || isBeside(form, first, row, table))
    return false;
  return isOfForm(form, first, row, table) || isOfOther(form, first, row, table);
}

/** Whether a row begins with the table's own label at the side, or with a number. */
function isBeside(form: Form, first: RawCell, row: Row, { columns }: Table): boolean {
  const isAtSide = columns.isSided && row[0] === first;
  return isAtSide && (isSideLabel(form, first) || isNumber(wordsOf(first)));
}

/** Whether a row begins with a label that the form prints; a task may be called 基本支出 where it has all else. */
function isOfForm(form: Form, first: RawCell, row: Row, table: Table): boolean {
  const { columns } = table;
  const isLine = hasFigure(row, table) && isFilled(row, columns, 'text', 1);
  return isOwnLabel(form, first) && ((columns.isSided && row[0] === first) || !isLine);
}

/** Whether a row without a figure begins with what is no word of a line. */
function isOfOther(form: Form, first: RawCell, row: Row, table: Table): boolean {
  const { list, columns } = table;
  if (hasFigure(row, table) || row[0] !== first) return false;
  if (isPartLabel(form, first) || FOOT.test(bareLabel(wordsOf(first)))) return true;
  if (filled(row).length === 2 && textList(form, first, true)) return true;
  if (list.headings) return !isHeaded(row, columns);
  return columns.isSided && !isFilled(row, columns, 'text', 1);
}

/** The heads once more, as at the top of a page. */
export function isHeadAgain(row: Row, { columns: { heads, isSided } }: Table): boolean {
  const wordsIn = (each: Row) => each.slice(isSided ? 1 : 0).map(headWords);
  const words = wordsIn(row).join('|');
  return heads.some((head) => wordsIn(head).join('|') === words);
}

function firstColumn({ columns }: Columns): number {
  return columns.findIndex(Boolean);
}

/** Words that a heading of indicators has. */
const HEADING = /指标|满意度|效益|影响|成本|产出/;

/** Whether a row stands under a heading of indicators: its own, or one above it that goes on. */
function isHeaded(row: Row, columns: Columns): boolean {
  const own = columns.headings.map((at) => headWords(row[at])).filter(Boolean);
  return own.length > 0
    ? own.some((words) => HEADING.test(words))
    : isFilled(row, columns, 'target', 0);
}

/** Whether a row holds something in a list's column of a kind, the first (0) or the second of it. */
function isFilled(row: Row, { columns }: Columns, reads: 'text' | 'target', which: number) {
  const [at = -1] = columns
    .flatMap((column, place) => (column?.reads === reads ? [place] : []))
    .slice(which);
  return headWords(row[at]) !== '';
}

/** Whether a row has a figure where its list has amounts. */
export function hasFigure(row: Row, { columns: { columns } }: Table): boolean {
  return columns.some((column, at) => {
    return column?.reads === 'amount' && isFigure(wordsOf(row[at]));
  });
}

/** The words up to the first text of a row: those of its name, or of what covers it. */
function leadOf(row: Row, { columns: { columns } }: Table): readonly RawCell[] {
  const isAmount = (at: number) => columns[at]?.reads === 'amount';
  const first = columns.findIndex((column) => column && column.reads !== 'amount');
  return filled(row.slice(0, first + 1).filter((_, at) => !isAmount(at)));
}

/** Whether a row begins with 金额合计. */
export function isTotal(row: Row, table: Table): boolean {
  return table.list.split !== undefined && TOTAL.test(headWords(leadOf(row, table).at(-1)));
}

/** 小计 of any table; 普法类小计, 合计数 and 总合计 of one with amounts. */
export function isSubtotal(row: Row, table: Table): boolean {
  if (filled(row).some((cell) => SUBTOTAL.test(wordsOf(cell)))) return true;
  const words = bareLabel(wordsOf(leadOf(row, table).at(-1)));
  return table.list.split !== undefined && /(?:小计|合计|总计|共计)数?$/.test(words);
}

/** 其中：印刷 is counted in the line above it already; 一、普法类 is a title over lines. */
export function isPartOrTitle(row: Row, table: Table): boolean {
  const { list, columns } = table;
  if (!list.split) return false;
  const lead = leadOf(row, table).map(wordsOf);
  if (lead.some((words) => /^其中\s*[:：]?/.test(words))) return true;
  const isBare = !hasFigure(row, table) && !isFilled(row, columns, 'text', 1);
  return isBare && /^[（(]?[一二三四五六七八九十]{1,3}(?:[、．.)）]|$)/.test(lead[0] ?? '');
}
