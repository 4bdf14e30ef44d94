import { compare, minus, sum } from '../domain/amount.js';
import { type Answers, cellOf, type Row, rowsOf, valueIn } from '../forms/answers.js';
import {
  columnLabel,
  type Form,
  isAnswered,
  type Question,
  type RowsStep,
  type Step,
  type SuggestedLine,
  sectionOf,
  type ValueStep,
} from '../forms/form.js';
import type { Target } from '../reading/reading.js';
import {
  allIs,
  type Choice,
  CONTINUE,
  FINISH,
  lineLike,
  NONE,
  REST_ZERO,
  restIs,
  SAME,
  SIGN,
  SKIP,
  yearIs,
} from './choices.js';
import { isEmpty, saysFor } from './files/says.js';
import { type Filing, totalOf } from './filing.js';
import { type Notice, notice } from './notice.js';
import { linesInShort } from './rows.js';
import type { Asking, Conversation, Prompt, State } from './state.js';
import { inShort } from './work.js';

/** What to ask now: where the person went, or else the first question that is open; undefined when none is. */
export function nextTarget(form: Form, { filing, conversation }: State): Target | undefined {
  if (conversation.focus) return conversation.focus;
  const question = form.questions.find(
    (each) => isOpen(each, filing.answers) && !conversation.postponed.includes(each.id),
  );
  return question && { question: question.id };
}

export function isOpen({ steps }: Question, answers: Answers): boolean {
  return steps.some((step) => !isAnswered(step, answers));
}

/** Asks for a target: where in the form, the question, and what can be pressed. */
export function ask(form: Form, state: State, target: Target): Asking {
  const { filing, conversation } = state;
  const question = form.questions.find(({ id }) => id === target.question);
  const step = stepOf(form, target);
  if (!question) return { type: 'ask', notices: [], prompt: promptOf(conversation, undefined, []) };
  const previous = conversation.prompt?.target;
  const isNew = previous?.question !== question.id;
  const words = questionWords(form, filing, question, target);
  const before = target.row === undefined ? lastYearNotices(state, question) : [];
  const notices = [
    ...(isNew ? sectionNotice(form, previous, question) : []),
    ...newStepNotices(filing, question),
    ...(isNew && step?.type === 'rows' ? lineNotices(filing, step, target) : []),
    ...before,
    ...words,
  ];
  const same = before.length > 0 ? lastYearChoices(state, question) : [];
  const choices = [...same, ...choicesFor(form, filing, question, target)];
  const prompt = promptOf(conversation, target, choices);
  return {
    type: 'ask',
    notices,
    prompt: { ...prompt, keys: takesNumber(question, step, target) ? 'letters' : 'digits' },
  };
}

/** What last year's form says where nothing has been said yet. */
function lastYearNotices({ filing, previous }: State, { steps }: Question): Notice[] {
  if (!previous || !steps.every((step) => isEmpty(step, filing.answers))) return [];
  const said = steps.filter((step) => saysFor(step, previous, undefined));
  if (said.length === 0) return [];
  const cells = said.flatMap((step) =>
    step.type === 'value' ? [inShort(step, valueIn(previous, step.id))] : [],
  );
  const lists = said.flatMap((step) =>
    step.type === 'rows' ? [{ label: step.label, count: rowsOf(previous, step.id).length }] : [],
  );
  return [notice('lastYearWas', { cells, lists })];
}

/** 同去年; of the year itself, the one after it. */
function lastYearChoices({ previous }: State, { steps }: Question): Choice[] {
  const [only] = steps;
  if (only?.type !== 'value' || only.reads !== 'year') return [SAME];
  const year = previous && valueIn(previous, only.id);
  return year ? [yearIs(String(Number.parseInt(year, 10) + 1))] : [];
}

/** The step a target is about, when it is only one. */
export function stepOf(form: Form, { question, step }: Target): Step | undefined {
  if (step !== undefined) return form.steps.get(step);
  const steps = form.questions.find(({ id }) => id === question)?.steps ?? [];
  return steps.length === 1 ? steps[0] : undefined;
}

export function promptOf(
  { prompt }: Conversation,
  target: Target | undefined,
  choices: readonly Choice[],
): Prompt {
  return { id: (prompt?.id ?? 0) + 1, ...(target && { target }), choices, keys: 'digits' };
}

/** Whether nothing in particular is being asked: every question is done, and all of it may be looked at. */
export function isAtReview(prompt: Prompt | undefined): boolean {
  return prompt?.target === undefined && prompt?.importing === undefined;
}

/** Where a bare number is an answer, choices are lettered. */
function takesNumber(question: Question, step: Step | undefined, target: Target): boolean {
  if (step?.type === 'rows') {
    const column = step.columns.find(({ id }) => id === target.column);
    return column !== undefined && column.reads !== 'text';
  }
  return question.steps.some((each) => each.type === 'value' && each.reads !== 'text');
}

function sectionNotice(form: Form, previous: Target | undefined, question: Question): Notice[] {
  const found = sectionOf(form, question.id);
  const before = previous && sectionOf(form, previous.question);
  if (!found || before?.[0].id === found[0].id) return [];
  return [notice('section', { at: found[1] + 1, of: form.sections.length, label: found[0].label })];
}

/** A form that has gained a step since the filing was opened says so when it asks for it. */
function newStepNotices(filing: Filing, question: Question): Notice[] {
  if (filing.revision === 0) return [];
  return question.steps
    .filter(({ id }) => !filing.steps.includes(id))
    .map(({ label }) => notice('newStep', { label }));
}

function questionWords(form: Form, filing: Filing, question: Question, target: Target): Notice[] {
  const step = stepOf(form, target);
  if (step?.type === 'rows') return listWords(form, filing, question, step, target);
  if (step?.type === 'value') return [valueWords(form, filing, step)];
  const open = question.steps.filter((each) => !isAnswered(each, filing.answers));
  if (open.length === question.steps.length) return [formAsk(question.id)];
  const [only] = open;
  if (only && open.length === 1) return [notice('askAmount', { label: only.label })];
  if (open.length > 0) return [notice('askSeveral', { labels: open.map(({ label }) => label) })];
  const cells = question.steps
    .filter((each) => each.type === 'value')
    .map((each) => inShort(each, valueIn(filing.answers, each.id)));
  return [notice('askAgain', { label: question.label, cells })];
}

/** Whoever turns to a list that has lines sees them, with the numbers to name them by. */
function lineNotices(filing: Filing, step: RowsStep, target: Target): Notice[] {
  const rows = rowsOf(filing.answers, step.id);
  if (rows.length === 0 || target.row !== undefined) return [];
  return [notice('listLines', { label: step.label, shown: linesInShort(step, rows) })];
}

function formAsk(key: string, fill: Readonly<Record<string, string>> = {}): Notice {
  return { key: 'formAsk', params: { ask: key, fill } };
}

function valueWords(form: Form, { answers }: Filing, step: ValueStep): Notice {
  const answer = answers.values[step.id];
  if (answer) {
    return notice('askAgain', { label: step.label, cells: [inShort(step, answer.value)] });
  }
  const isInForm = form.wording['zh-cn'].asks[step.id] !== undefined;
  return isInForm ? formAsk(step.id) : notice('askAmount', { label: step.label });
}

function listWords(
  form: Form,
  filing: Filing,
  question: Question,
  step: RowsStep,
  target: Target,
): Notice[] {
  const rows = rowsOf(filing.answers, step.id);
  const at = rows.findIndex(({ id }) => id === target.row);
  const row = rows[at];
  if (row && target.column !== undefined)
    return [cellWords(form, filing, question, step, row, at, target.column)];
  if (row) {
    const cells = step.columns.map((column) => inShort(column, cellOf(row, column.id)));
    return [notice('askLine', { label: step.label, n: at + 1, cells })];
  }
  if (rows.length > 0) return [listProgress(form, filing, step)];
  const hasIdeas = ideasFor(form, filing, step).length > 0;
  return [formAsk(question.id), ...(hasIdeas ? [notice('suggested')] : [])];
}

function cellWords(
  form: Form,
  filing: Filing,
  question: Question,
  step: RowsStep,
  row: Row,
  at: number,
  column: string,
): Notice {
  const name = cellOf(row, step.columns[0]?.id ?? '') ?? '';
  const total = step.split && cellOf(row, step.split.whole);
  if (step.split?.parts.includes(column) && total) {
    const parts = sum(step.split.parts.map((part) => cellOf(row, part)));
    if (compare(parts, '0') > 0) {
      return notice('askSplitOf', { n: at + 1, name, total, sum: parts });
    }
  }
  const idea = form.suggest(filing.answers, step.id).find((each) => each.name === name);
  const isMeasure = step.columns.find(({ id }) => id === column)?.reads === 'target';
  if (idea && isMeasure) return notice('askMeasure', { name, measure: idea.measure });
  const asks = form.wording['zh-cn'].asks;
  const family = sectionOf(form, question.id)?.[0].id ?? '';
  const key = [`${step.id}.${column}`, `${family}.${column}`].find(
    (each) => asks[each] !== undefined,
  );
  return formAsk(key ?? question.id, { n: String(at + 1), name, total: total ?? '' });
}

/** 任务 4 条，已列 331 / 项目支出 792.71 万元，还剩 461.71 万元。 */
function listProgress(form: Form, filing: Filing, step: RowsStep): Notice {
  const count = rowsOf(filing.answers, step.id).length;
  const measure = step.against && form.steps.get(step.against.step);
  const amount = measure && valueIn(filing.answers, measure.id);
  if (!step.against || !measure || !amount) {
    return notice('listProgress', { label: step.label, count });
  }
  const listed = totalOf(filing, step.id, step.against.column);
  const left = minus(amount, listed);
  return notice('listProgress', {
    label: step.label,
    count,
    listed,
    against: { label: measure.label, amount },
    ...(compare(left, '0') > 0 && { left }),
  });
}

function choicesFor(form: Form, filing: Filing, question: Question, target: Target): Choice[] {
  const step = stepOf(form, target);
  if (step?.type === 'rows') return listChoices(form, filing, step, target);
  const back = question.steps.every((each) => isAnswered(each, filing.answers)) ? [CONTINUE] : [];
  if (step?.signed) return [SIGN, ...back];
  return question.sumsTo === undefined
    ? back
    : [...sumChoices(filing, question, question.sumsTo), ...back];
}

/** 全部是公共财政拨款 before any line is known, then 其余为0 and 剩下都是 each line that is open. */
function sumChoices({ answers }: Filing, { steps }: Question, sumsTo: string): Choice[] {
  const whole = valueIn(answers, sumsTo);
  const open = steps.filter(({ id }) => valueIn(answers, id) === undefined);
  const known = steps.flatMap(({ id }) => valueIn(answers, id) ?? []);
  if (open.length === 0) return [];
  const [first] = steps;
  if (open.length === steps.length) {
    return whole && first ? [allIs(first.label)] : [];
  }
  const left = whole ? minus(whole, sum(known)) : '0';
  const rest = open.map(({ label }) => restIs(label));
  return compare(left, '0') > 0 ? rest : [REST_ZERO];
}

/** Suggestions for a list that are not on it yet. */
function ideasFor(form: Form, { answers }: Filing, step: RowsStep): readonly SuggestedLine[] {
  const first = step.columns[0]?.id ?? '';
  const names = rowsOf(answers, step.id).map((row) => cellOf(row, first));
  return form
    .suggest(answers, step.id)
    .filter(({ name }) => !names.includes(name))
    .slice(0, MOST_IDEAS);
}

const MOST_IDEAS = 4;

/** Suggestions while lines are coming in already. */
const FEW_IDEAS = 2;

function listChoices(form: Form, filing: Filing, step: RowsStep, target: Target): Choice[] {
  if (target.column !== undefined) return splitChoices(step, target.column);
  if (target.row !== undefined) return [CONTINUE];
  const ideas = ideasFor(form, filing, step).map(lineLike);
  if (rowsOf(filing.answers, step.id).length > 0) return [FINISH, ...ideas.slice(0, FEW_IDEAS)];
  return [...ideas, ...(step.optional ? [NONE, SKIP] : [SKIP])];
}

function splitChoices({ split, columns }: RowsStep, column: string): Choice[] {
  if (!split?.parts.includes(column)) return [SKIP];
  return split.parts.map((part) => {
    const label = columnLabel({ columns }, part) ?? part;
    return allIs(label);
  });
}
