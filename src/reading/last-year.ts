import { Exact, minus, plain, sum } from '../domain/amount.js';
import { readAmount } from '../domain/read-amount.js';
import { halfWidth, trim, withoutStop } from '../domain/text.js';
import { type Answer, type Answers, rowsOf, valueIn } from '../forms/answers.js';
import type { RowsStep, Step } from '../forms/form.js';
import { askedQuestion, askedStep } from './asked.js';
import {
  doubtOnly,
  type Fact,
  factsOnly,
  type ReadCell,
  type Reading,
  type ReadRow,
  type Situation,
} from './reading.js';
import { resolveTarget } from './targets.js';

const SAME =
  /^(?:不变|照旧|unchanged|same as last year|同去年|同上年|(?:和|与|跟|同)(?:去年|上年)(?:的|一样|相同|不变)*|(?:照搬|照抄|沿用|复制)(?:去年|上年)\S{0,24}|.{0,16}(?:和|与|跟|同)(?:去年|上年)(?:的)?(?:一样|相同))$/;
/** 基本支出同去年 */
const NAMED_SAME = /^(.{2,12}?)(?:就|也|都)?(?:同|和|与|跟)(?:去年|上年)(?:的)?(?:一样|相同)?$/;
/** 照搬去年的，把2019改成2020 */
const REPLACED =
  /把\s*[“"]?([^“”"]{1,20}?)[”"]?\s*(?:都|全部?)?(?:改成|改为|换成)\s*[“"]?([^“”"]{1,20}?)[”"]?$/;
const RELATIVE =
  /^(.{0,12}?)比(?:去年|上年)(多|增加|增长|提高|少|减少|压减|下降|降低)了?\s*(\S{1,20})$/;
const MORE = /多|增|提高/;

/** 不变, 同去年, 比去年压减5%: from last year's form, and asked back about where there is none. */
export function readLastYear(situation: Situation, text: string): Reading | undefined {
  const words = withoutStop(trim(text));
  const name = NAMED_SAME.exec(words)?.[1];
  const named = name === undefined ? undefined : namedStep(situation, name);
  if (named) return sameAs(situation, words, named);
  return SAME.test(words)
    ? sameAs(situation, words, askedStep(situation))
    : relativeTo(situation, words);
}

function sameAs(situation: Situation, words: string, asked: Step | undefined): Reading {
  const { previous } = situation;
  const steps = asked ? [asked] : openSteps(situation);
  // A year is never the same as last year's.
  if (asked?.type === 'value' && asked.reads === 'year')
    return doubtOnly({ code: 'year', said: words, step: asked.id });
  if (steps.length === 0) return { type: 'command', command: { name: 'agreed' } };
  const [, from, to = ''] = REPLACED.exec(words) ?? [];
  const adapt = (text: string) => (from === undefined ? text : text.replaceAll(from, to));
  const facts = previous ? steps.flatMap((step) => factOf(step, previous, words, adapt)) : [];
  if (facts.length > 0) return { type: 'facts', facts, doubts: [], stated: [], isWhole: true };
  return doubtOnly({
    code: previous ? 'last-year-empty' : 'last-year',
    said: words,
    ...(asked && { step: asked.id }),
  });
}

/** The lines of a question that are still open; all of them when none is. */
function openSteps(situation: Situation): readonly Step[] {
  const steps = askedQuestion(situation)?.steps ?? [];
  const open = steps.filter(({ id }) => situation.answers.values[id] === undefined);
  return open.length > 0 ? open : steps;
}

function factOf(
  step: Step,
  previous: Answers,
  said: string,
  adapt: (text: string) => string,
): readonly Fact[] {
  if (step.type === 'rows') {
    const rows = rowsOf(previous, step.id).map((row) => rowFrom(step, row.cells, adapt));
    return rows.length > 0 ? [{ type: 'rows', step: step.id, rows }] : [];
  }
  const answer = previous.values[step.id];
  if (answer === undefined) return [];
  const cell = { value: answer.value, said, ...sourceOf(answer) };
  return [{ type: 'value', step: step.id, cell }];
}

function rowFrom(
  { columns }: RowsStep,
  cells: Readonly<Record<string, Answer>>,
  adapt: (text: string) => string,
): ReadRow {
  const entries = columns.flatMap(({ id, reads }): [string, ReadCell][] => {
    const answer = cells[id];
    if (answer === undefined) return [];
    const { value } = answer;
    const text = value === null || reads === 'amount' ? value : adapt(value);
    return [[id, { value: text, said: text ?? '', ...sourceOf(answer) }]];
  });
  return Object.fromEntries(entries);
}

/** What came from a file still does when it is taken over from last year's form. */
function sourceOf({ source }: Answer): Pick<ReadCell, 'source'> {
  return source ? { source } : {};
}

/** 比去年多50万, 比去年压减5%: with the sum shown. Undefined where no amount is asked for or named. */
function relativeTo(situation: Situation, words: string): Reading | undefined {
  const found = RELATIVE.exec(words);
  if (!found) return undefined;
  const [, name = '', change = '', by = ''] = found;
  const step = name === '' ? askedStep(situation) : namedStep(situation, name);
  if (step?.type !== 'value') return undefined;
  // 比去年多50万 is no name of a unit.
  if (step.reads !== 'amount') return doubtOnly({ code: 'misfit', said: words, step: step.id });
  const { previous } = situation;
  const before = previous && valueIn(previous, step.id);
  if (!before) {
    return doubtOnly({
      code: previous ? 'last-year-empty' : 'last-year',
      said: words,
      step: step.id,
    });
  }
  const reckoned = changedBy(before, MORE.test(change), by);
  if (!reckoned) return undefined;
  return factsOnly({ type: 'value', step: step.id, cell: { ...reckoned, said: words } });
}

function namedStep({ form }: Situation, name: string): Step | undefined {
  const target = resolveTarget(form, name);
  return form.steps.get(target?.step ?? target?.question ?? '');
}

const PERCENT = /^(\d{1,3}(?:\.\d{1,4})?)%$/;

/** An amount and so much more or less, or so many percent of it; undefined when that is no amount. */
function changedBy(
  before: string,
  isMore: boolean,
  by: string,
): Pick<ReadCell, 'value' | 'working'> | undefined {
  const percent = PERCENT.exec(halfWidth(by))?.[1];
  if (percent !== undefined) {
    const factor = isMore
      ? new Exact(100).plus(percent).dividedBy(100)
      : new Exact(100).minus(percent).dividedBy(100);
    const value = plain(new Exact(before).times(factor));
    return factor.isNegative()
      ? undefined
      : { value, working: `${before} × ${plain(factor)} = ${value}` };
  }
  const reading = readAmount(by);
  if (reading.kind !== 'amount') return undefined;
  const value = isMore ? sum([before, reading.amount]) : minus(before, reading.amount);
  if (value.startsWith('-')) return undefined;
  return { value, working: `${before} ${isMore ? '+' : '−'} ${reading.amount} = ${value}` };
}
