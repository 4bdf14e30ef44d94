import type { Form, RowsStep, Step, ValueStep } from '../../forms/form.js';
import { isCalled } from '../../forms/form.js';
import type { RawCell } from '../raw-document.js';
import { MEASURE } from '../table-heads.js';
import { bareLabel, wordsOf } from './cell-words.js';
import { isOfOtherTime } from './periods.js';

const LONGEST_LABEL = 20;
/** Names of fewer characters must be the whole label: 目标 is no end of 项目目标. */
const SHORTEST_END = 4;

interface Named {
  readonly label: string;
  readonly aliases: readonly string[];
}

/** A name that a value goes by in a document. */
export interface ValueName {
  readonly words: string;
  readonly step: ValueStep;
  readonly isLabel: boolean;
  /** 负责人, 部门: an everyday word, which must be all there is in a cell. */
  readonly isShort: boolean;
}

/**
 * The names of values, longest first. People call amounts 合计, 财政 or 项目 when they are asked for them; in a
 * document such a word may mean anything, and is none.
 */
export function valueNames({ steps }: Form): readonly ValueName[] {
  const values = [...steps.values()].filter((step) => step.type === 'value');
  return values
    .flatMap((step) => [
      { words: bareLabel(step.label), step, isLabel: true, isShort: false },
      ...step.aliases.map((alias) => {
        const words = bareLabel(alias);
        return { words, step, isLabel: false, isShort: words.length < SHORTEST_END };
      }),
    ])
    .filter(({ words }) => /^\p{Script=Han}{2,}/u.test(words) && !MEASURE.test(words))
    .filter(({ isShort, step }) => !isShort || step.reads !== 'amount')
    .toSorted((a, b) => b.words.length - a.words.length);
}

/** The value whose label is all there is in a cell. */
export function labelIn(names: readonly ValueName[], cell: RawCell): ValueName | undefined {
  const words = bareLabel(wordsOf(cell));
  return words.length > LONGEST_LABEL ? undefined : names.find((name) => name.words === words);
}

export function listsOf(form: Form): readonly RowsStep[] {
  return [...form.steps.values()].filter((step) => step.type === 'rows');
}

/** The label of a cell, as far as it is short enough for one. */
function labelOf(cell: RawCell): string | undefined {
  const words = bareLabel(wordsOf(cell));
  return words === '' || words.length > LONGEST_LABEL ? undefined : words;
}

/** Whether a cell holds what the form itself prints as the label of a part, or of a value. */
export function isOwnLabel(form: Form, cell: RawCell): boolean {
  const words = labelOf(cell);
  const named = [...form.sections, ...[...form.steps.values()].filter(isNamed)];
  return named.some(({ label }) => label === words) || isReview(form, cell);
}

/** Whether a cell is the label of some part of the form, or of one of its values. */
export function isPartLabel(form: Form, cell: RawCell): boolean {
  const words = labelOf(cell);
  if (words === undefined) return false;
  const steps = [...form.steps.values()].filter(isNamed);
  const named = [...form.sections, ...steps].some((each) => endsWithName(each, words));
  return named || isReview(form, cell);
}

/** A kind of indicator is a heading within its table, not a part of the form. */
function isNamed(step: Step): boolean {
  return step.type === 'value' || step.headings === undefined;
}

/** 部门整体支出年度绩效指标 ends with the name of its part. */
function endsWithName(named: Named, words: string): boolean {
  const names = [named.label, ...named.aliases];
  return (
    isCalled(named, words) ||
    names.some((name) => name.length >= SHORTEST_END && words.endsWith(name))
  );
}

/** The list of texts that a label is that of; beside a text also in other words: 部门主要职责及机构设置. */
export function textList(form: Form, cell: RawCell, isBeside: boolean): RowsStep | undefined {
  const words = labelOf(cell);
  if (words === undefined || words.includes(form.title) || isOfOtherTime(words)) return undefined;
  const lists = listsOf(form).filter(({ columns }) => columns.length === 1);
  const holds = ({ label, aliases }: RowsStep) =>
    [label, ...aliases].some((name) => name.length >= SHORTEST_END && words.includes(name));
  return (
    lists.find((list) => endsWithName(list, words)) ?? lists.find((list) => isBeside && holds(list))
  );
}

/** The parts of the form that are tables: a list of several columns, or a section of such lists. */
function tableNames(form: Form): readonly Named[] {
  const isTable = (step: Step) => step.type === 'rows' && step.columns.length > 1;
  const lists = listsOf(form).filter((step) => isTable(step) && isNamed(step));
  const sections = form.sections.filter(({ questions }) =>
    questions.every(({ steps }) => steps.every(isTable)),
  );
  return [...lists, ...sections];
}

/** Whether a cell labels a table of the form: 年度主要任务, 部门整体支出年度绩效指标. */
export function isTableLabel(form: Form, cell: RawCell): boolean {
  const words = labelOf(cell);
  return words !== undefined && tableNames(form).some((each) => endsWithName(each, words));
}

/** The same, also for a piece of such a label: a page may end within it. */
export function isSideLabel(form: Form, cell: RawCell): boolean {
  const words = bareLabel(wordsOf(cell));
  return isTableLabel(form, cell) || tableNames(form).some(({ label }) => label.includes(words));
}

export function isReview({ review }: Form, cell: RawCell): boolean {
  const words = bareLabel(wordsOf(cell));
  return review?.names.some((name) => words === name) ?? false;
}
