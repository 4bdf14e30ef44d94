import { type Column, isCalled, type RowsStep } from '../forms/form.js';

/** The head of a column of numbers. */
export const NUMBERING = /^(?:序号|编号|No\.?)$/i;
export const HEADING = /^[一二]级指标$/;
export const SIGN = /^(?:计算|比较)?符号$|^(?:指标)?(?:方向|性质)$/;
/** The head of a column of units. */
export const MEASURE = /^(?:计量|度量)?单位$/;

/** A head without what stands in brackets: 其中：财政拨款（万元） is 财政拨款. */
function headName(words: string): string {
  return words.replace(/[（(][^（()）]*[）)]|\s|^其中[:：]?/g, '');
}

/** The part of a column's amount that a head names: 一般公共预算 of 财政拨款. */
export function partCalled(column: Column, words: string): string | undefined {
  return column.parts === undefined ? undefined : partNamed(column, headName(words));
}

function partNamed({ parts = [] }: Column, name: string): string | undefined {
  return parts.find((part) => isCalled(part, name))?.label;
}

/** The column that a head names, in words that were listed for it. */
function columnNamed(list: RowsStep, words: string): Column | undefined {
  const name = headName(words);
  if (name === '') return undefined;
  const [only, ...others] = list.columns;
  const isList = others.length === 0 && isCalled(list, name);
  return (
    list.columns.find(({ label }) => label === name) ??
    list.columns.find(({ aliases }) => aliases.includes(name)) ??
    list.columns.find((column) => partNamed(column, name) !== undefined) ??
    (isList ? only : undefined)
  );
}

/** The column that a head names, or is like. */
export function columnCalled(list: RowsStep, words: string): Column | undefined {
  return columnNamed(list, words) ?? (list.split && columnLike(list, headName(words)));
}

/** 具体内容, 本年预算, 金额合计: a head nobody listed, by the word it ends in. Only for lists with amounts. */
function columnLike({ columns, split }: RowsStep, name: string): Column | undefined {
  if (!split) return undefined;
  const called = (label: RegExp) => columns.find((each) => label.test(each.label));
  if (/内容$/.test(name)) return called(/内容$/);
  if (/名称$/.test(name)) return called(/名称$/);
  if (/上年|去年|以前|增减|占比|比例|累计|已|审核|审定/.test(name)) return undefined;
  const isWhole = /(?:预算|金额|总额|经费|资金合计|合计|总计|投资)(?:数)?$/.test(name);
  return isWhole ? columns.find(({ id }) => id === split.whole) : undefined;
}

/** Heads beside the list's own columns: 序号 of any list, 一级指标 and 计算符号 of lists with headings. */
function isOtherHead(words: string, { headings }: RowsStep): boolean {
  const others = headings ? [NUMBERING, HEADING, SIGN, MEASURE] : [NUMBERING, MEASURE];
  return others.some((pattern) => pattern.test(words));
}

/** Whether a head was listed for a list: not only like one of its columns. */
export function isNamedHead(words: string, list: RowsStep): boolean {
  return isOtherHead(words, list) || columnNamed(list, words) !== undefined;
}

export function isHead(words: string, list: RowsStep): boolean {
  return isOtherHead(words, list) || columnCalled(list, words) !== undefined;
}

/** So many heads that were listed for a list, one of a text among them, are its heads whatever stands beside them. 〔推〕 */
const ENOUGH_HEADS = 3;

/** Whether a row holds the heads of a list. */
export function isHeadRow(row: readonly string[], list: RowsStep): boolean {
  const filled = row.filter((words) => words !== '');
  const known = filled.filter((words) => isHead(words, list));
  const isOwn = known.some((words) => columnCalled(list, words) !== undefined);
  if (!isOwn || known.length < 2) return false;
  if (known.length >= filled.length - 2) return true;
  const named = new Set(known.filter((words) => isNamedHead(words, list)));
  const texts = [...named].flatMap((words) => columnNamed(list, words) ?? []);
  return named.size >= ENOUGH_HEADS && texts.some(({ reads }) => reads !== 'amount');
}
