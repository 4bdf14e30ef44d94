import { trim } from '../../domain/text.js';
import { type Form, isCalled, type RowsStep, type Step } from '../../forms/form.js';
import type { RawCell, RawRows } from '../raw-document.js';
import { isHeadRow, planByHead } from '../table-plan.js';

/** A part of a document, as its labels and heads tell it from the others. */
export type DocumentPart =
  /** A table whose first row holds the heads of a list with several columns. */
  | { readonly type: 'table'; readonly list: RowsStep; readonly rows: RawRows }
  /** The texts of a list with one column. */
  | { readonly type: 'texts'; readonly list: RowsStep; readonly cells: readonly RawCell[] }
  /** The box that somebody else fills. */
  | { readonly type: 'review'; readonly cells: readonly RawCell[] }
  /** Anything else: values beside their labels, and what nobody knows. */
  | { readonly type: 'loose'; readonly rows: RawRows };

type Row = RawRows[number];

/** Splits a document's rows at the labels and heads of a form. */
export function partsOf(form: Form, rows: RawRows): readonly DocumentPart[] {
  const parts: DocumentPart[] = [];
  for (let at = 0; at < rows.length; ) {
    const part = partAt(form, rows, at);
    const last = parts.at(-1);
    if (part.type === 'loose' && last?.type === 'loose') {
      parts.splice(-1, 1, { type: 'loose', rows: [...last.rows, ...part.rows] });
    } else parts.push(part);
    at += lengthOf(part, rows, at, form);
  }
  return parts;
}

function partAt(form: Form, rows: RawRows, at: number): DocumentPart {
  const list = headedList(form, rows, at);
  if (list) return { type: 'table', list, rows: rows.slice(at, endOfTable(form, rows, at, list)) };
  const row = rows[at] ?? [];
  const [label, ...others] = filled(row);
  const body = () => [...others, ...rows.slice(at + 1, endOfTexts(form, rows, at)).flatMap(filled)];
  if (label && isReview(form, label)) return { type: 'review', cells: body() };
  const texts = label && textList(form, label, others.length > 0);
  return texts ? { type: 'texts', list: texts, cells: body() } : { type: 'loose', rows: [row] };
}

function lengthOf(part: DocumentPart, rows: RawRows, at: number, form: Form): number {
  switch (part.type) {
    case 'table':
      return part.rows.length;
    case 'texts':
    case 'review':
      return endOfTexts(form, rows, at) - at;
    case 'loose':
      return 1;
    default:
      return part satisfies never;
  }
}

/** The cells of a row that hold something. */
export function filled(row: Row): readonly RawCell[] {
  return row.filter((cell) => cell !== null).filter((cell) => wordsOf(cell) !== '');
}

/** A cell's words, its paragraphs a line each. */
export function wordsOf(cell: RawCell | null | undefined): string {
  return trim((cell?.paragraphs ?? []).join('\n'));
}

/** A label without what stands around it: 一、填报单位（盖章）： is 填报单位. */
export function bareLabel(words: string): string {
  return words
    .replace(/[（(][^（()）]*[）)]|\s/g, '')
    .replace(/^(?:[一二三四五六七八九十]+、|其中[:：]?)/, '')
    .replace(/[:：]$/, '');
}

/** The list whose heads stand in a row, that of its texts among them: amounts alone may head the budget. */
function headedList(form: Form, rows: RawRows, at: number): RowsStep | undefined {
  const heads = (rows[at] ?? []).map(headWords);
  return listsOf(form).find((list) => {
    if (list.columns.length < 2 || !isHeadRow(heads, list)) return false;
    const plan = planByHead([heads], list, undefined);
    return plan?.columns.some((column) => column && column.reads !== 'amount');
  });
}

/** A cell's words as those of a head, which may be broken anywhere. */
export function headWords(cell: RawCell | null): string {
  return (cell?.paragraphs ?? []).join('').replace(/\s/g, '');
}

function listsOf(form: Form): readonly RowsStep[] {
  return [...form.steps.values()].filter((step) => step.type === 'rows');
}

/** A table goes on until another part's label, or the heads of another list. */
function endOfTable(form: Form, rows: RawRows, at: number, list: RowsStep): number {
  const end = rows.findIndex((row, index) => {
    if (index <= at) return false;
    const [first, ...others] = filled(row);
    const isLabel =
      first !== undefined &&
      row[0] === first &&
      (isPartLabel(form, first) || (others.length === 1 && textList(form, first, true)));
    const other = headedList(form, rows, index);
    return isLabel || (other !== undefined && other !== list);
  });
  return end < 0 ? rows.length : end;
}

/** Texts go on while their label's place is covered, empty, or missing. */
function endOfTexts(form: Form, rows: RawRows, at: number): number {
  const isAlone = (rows[at] ?? []).length === 1;
  const end = rows.findIndex((row, index) => {
    if (index <= at) return false;
    const [first] = row;
    if (headedList(form, rows, index)) return true;
    if (isAlone) return first !== undefined && first !== null && isPartLabel(form, first);
    return first !== null && first !== undefined && wordsOf(first) !== '';
  });
  return end < 0 ? rows.length : end;
}

/** Whether a cell is the label of some part of the form, or of one of its values. */
function isPartLabel(form: Form, cell: RawCell): boolean {
  const words = bareLabel(wordsOf(cell));
  if (words.length > LONGEST_LABEL) return false;
  const steps = [...form.steps.values()].filter(isNamed);
  const named = [...form.sections, ...steps].some((each) => endsWithName(each, words));
  return named || isReview(form, cell);
}

/** A kind of indicator is a heading within its table, not a part of the form. */
function isNamed(step: Step): boolean {
  return step.type === 'value' || step.headings === undefined;
}

const LONGEST_LABEL = 20;
/** Names of fewer characters must be the whole label: 目标 is no end of 项目目标. */
const SHORTEST_END = 4;

/** 部门整体支出年度绩效指标 ends with the name of its part. */
function endsWithName(
  named: { label: string; aliases: readonly string[] },
  words: string,
): boolean {
  const names = [named.label, ...named.aliases];
  return (
    isCalled(named, words) ||
    names.some((name) => name.length >= SHORTEST_END && words.endsWith(name))
  );
}

/** The list of texts that a label is that of; beside a text also in other words: 部门主要职责及机构设置. */
function textList(form: Form, cell: RawCell, isBeside: boolean): RowsStep | undefined {
  const words = bareLabel(wordsOf(cell));
  if (words.length > LONGEST_LABEL || words.includes(form.title)) return undefined;
  const lists = listsOf(form).filter(({ columns }) => columns.length === 1);
  const holds = ({ label, aliases }: RowsStep) =>
    [label, ...aliases].some((name) => name.length >= SHORTEST_END && words.includes(name));
  return (
    lists.find((list) => endsWithName(list, words)) ?? lists.find((list) => isBeside && holds(list))
  );
}

function isReview({ review }: Form, cell: RawCell): boolean {
  const words = bareLabel(wordsOf(cell));
  return review?.names.some((name) => words === name) ?? false;
}
