import type { Form, RowsStep } from '../../forms/form.js';
import type { RawCell, RawRows } from '../raw-document.js';
import { filled, type Row } from './cell-words.js';
import { columnsOf, headedList } from './columns.js';
import { isPartLabel, isReview, isTableLabel, textList, type ValueName } from './labels.js';
import { endOfTable, type Table } from './table-rows.js';
import { beginsWithText } from './within.js';

/** A part of a document, as its labels and heads tell it from the others. */
export type DocumentPart =
  /** A table whose first rows hold the heads of a list with several columns. */
  | ({ readonly type: 'table'; readonly rows: RawRows } & Table)
  /** The texts of a list with one column, without its label. */
  | { readonly type: 'texts'; readonly list: RowsStep; readonly rows: RawRows }
  /** What stands beside the label of a table and is none: nobody can tell its columns. */
  | { readonly type: 'words'; readonly cells: readonly RawCell[] }
  /** The box that somebody else fills. */
  | { readonly type: 'review'; readonly cells: readonly RawCell[] }
  /** Anything else: values beside their labels, and what nobody knows. */
  | { readonly type: 'loose'; readonly rows: RawRows };

/** Splits a document's rows at the labels and heads of a form. */
export function partsOf(
  form: Form,
  names: readonly ValueName[],
  rows: RawRows,
): readonly DocumentPart[] {
  const parts: DocumentPart[] = [];
  let loose: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const found = tableAt(form, rows, at) ?? labelledAt(form, names, rows, at);
    if (found) {
      parts.push(found.part);
      loose = [];
    } else {
      if (loose.length === 0) parts.push({ type: 'loose', rows: loose });
      loose.push(rows[at] ?? []);
    }
    at = found?.end ?? at + 1;
  }
  return parts;
}

interface Found {
  readonly part: DocumentPart;
  readonly end: number;
}

/** A table that begins with a row. Heads without anything under them are those of something else. */
function tableAt(form: Form, rows: RawRows, at: number): Found | undefined {
  const list = headedList(form, rows[at]);
  const columns = list && columnsOf(form, rows, at, list);
  if (!columns) return undefined;
  const end = endOfTable(form, rows, at, { list, columns });
  if (end <= at + columns.from) return undefined;
  return { part: { type: 'table', list, columns, rows: rows.slice(at, end) }, end };
}

function labelledAt(
  form: Form,
  names: readonly ValueName[],
  rows: RawRows,
  at: number,
): Found | undefined {
  const row = rows[at] ?? [];
  const [label, ...others] = filled(row);
  if (!label) return undefined;
  const list = textList(form, label, others.length > 0);
  if (!list && !isReview(form, label) && !isTableLabel(form, label)) return undefined;
  const end = endOfTexts(form, names, rows, at);
  const body = [row.map((cell) => (cell === label ? null : cell)), ...rows.slice(at + 1, end)];
  const cells = body.flatMap(filled);
  if (isReview(form, label)) return { part: { type: 'review', cells }, end };
  if (list) return { part: { type: 'texts', list, rows: body }, end };
  return cells.length > 0 ? { part: { type: 'words', cells }, end } : undefined;
}

/** Texts go on while their label's place is covered, empty, or missing; loose ones until another label. */
function endOfTexts(form: Form, names: readonly ValueName[], rows: RawRows, from: number): number {
  const isAlone = (rows[from] ?? []).length === 1;
  const isEnd = (row: Row) => {
    const [first] = row;
    if (headedList(form, row)) return true;
    if (!isAlone) return first !== undefined && filled([first]).length > 0;
    return first ? isPartLabel(form, first) || beginsWithText(names, first) : false;
  };
  let at = from + 1;
  while (at < rows.length && !isEnd(rows[at] ?? [])) at += 1;
  return at;
}
