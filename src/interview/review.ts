import { distance, sum } from '../domain/amount.js';
import { countBySeverity, type Finding, ofSeverity } from '../domain/finding.js';
import { type Answers, columnOf, rowsOf, valueIn } from '../forms/answers.js';
import {
  columnLabel,
  type DocumentRemarks,
  type Form,
  isAnswered,
  type Locale,
  type Step,
  stepsIn,
} from '../forms/form.js';
import { isOpen } from './ask.js';
import type { Filing } from './filing.js';
import { findingSentence, type Notice, notice } from './notice.js';
import type { Reckoning } from './sayable.js';
import type { Conversation, State } from './state.js';
import { openWarnings } from './warnings.js';

/** Every sum the form makes, term by term and exact: what 核对 shows. Amounts in 万元. */
export function reckonings(form: Form, answers: Answers): readonly Reckoning[] {
  return [...sumReckonings(form, answers), ...listReckonings(form, answers)];
}

function sumReckonings(form: Form, answers: Answers): Reckoning[] {
  return form.questions.flatMap(({ label, steps, sumsTo }) => {
    if (sumsTo === undefined || steps.every(({ id }) => !valueIn(answers, id))) return [];
    const terms = steps.map(({ id, label: name }) => termOf(name, valueIn(answers, id)));
    const total = sum(steps.map(({ id }) => valueIn(answers, id)));
    const isComplete = steps.every(({ id }) => valueIn(answers, id) !== undefined);
    return [{ label, isComplete, terms, sum: total, ...wholeOf(form, answers, sumsTo, total) }];
  });
}

function listReckonings(form: Form, answers: Answers): Reckoning[] {
  return [...form.steps.values()].flatMap((step) => {
    if (step.type !== 'rows' || !step.split || rowsOf(answers, step.id).length === 0) return [];
    const total = (column: string) => sum(columnOf(answers, step.id, column));
    const name = (column: string) => columnLabel(step, column) ?? column;
    const terms = step.split.parts.map((part) => ({ label: name(part), amount: total(part) }));
    const whole = total(step.split.whole);
    const parts = sum(terms.map(({ amount }) => amount));
    const difference = distance(parts, whole);
    const label = `${step.label}${name(step.split.whole)}`;
    const isComplete = rowsOf(answers, step.id).length > 0;
    return [
      {
        label: step.label,
        isComplete,
        terms,
        sum: parts,
        whole: { label, amount: whole, difference },
      },
    ];
  });
}

function termOf(label: string, amount: string | null | undefined) {
  return { label, ...(amount && { amount }) };
}

function wholeOf(
  form: Form,
  answers: Answers,
  step: string,
  total: string,
): Pick<Reckoning, 'whole'> {
  const amount = valueIn(answers, step);
  const label = form.steps.get(step)?.label ?? step;
  return amount ? { whole: { label, amount, difference: distance(total, amount) } } : {};
}

/** What a check may know besides the form: last year's. */
export function remarksOf({ previous }: State): DocumentRemarks {
  return previous ? { previous } : {};
}

/** What is said once every question has been asked. */
export function reviewNotice(form: Form, state: State): Notice {
  const { filing, conversation } = state;
  const findings = form.check(filing.answers, remarksOf(state));
  const counts = countBySeverity(findings);
  return notice('review', {
    ...form.identify(filing.answers),
    title: form.title,
    reckonings: reckonings(form, filing.answers),
    counts: lineCounts(form, filing.answers),
    errors: counts.error,
    warnings: openWarnings(form, filing.answers, findings).length,
    hints: counts.hint,
    first: firstErrors(form, findings, conversation.locale),
    postponed: postponedLabels(form, filing.answers, conversation),
  });
}

/** Errors that a reply shows before it points to 核对. */
const SHOWN_ERRORS = 5;

export function firstErrors(
  form: Form,
  findings: readonly Finding[],
  locale: Locale,
): readonly string[] {
  const errors = ofSeverity(findings, 'error').slice(0, SHOWN_ERRORS);
  return errors.map((finding) => findingSentence(form, locale, finding));
}

/** How many lines each section of lists holds. */
function lineCounts(form: Form, answers: Answers): { label: string; count: number }[] {
  return form.sections.flatMap(({ label, questions }) => {
    const count = lineCount(stepsIn({ questions }), answers);
    return count === undefined ? [] : [{ label, count }];
  });
}

export function postponedLabels(
  form: Form,
  answers: Answers,
  { postponed }: Conversation,
): readonly string[] {
  return form.questions
    .filter((question) => postponed.includes(question.id) && isOpen(question, answers))
    .map(({ label }) => label);
}

/** 进度: how far each section is, and what is still open. */
export function statusNotice(form: Form, { filing: { answers } }: State): Notice {
  const sections = form.sections.map(({ label, questions }) => {
    const steps = stepsIn({ questions });
    const answered = steps.filter((step) => isAnswered(step, answers)).length;
    const lines = lineCount(steps, answers);
    return { label, answered, of: steps.length, ...(lines && { lines }) };
  });
  const missing = form.questions
    .filter((question) => isOpen(question, answers))
    .map(({ label }) => label);
  return notice('status', { sections, missing });
}

/** How many lines the lists among some steps hold; undefined when none is a list. */
export function lineCount(steps: readonly Step[], answers: Answers): number | undefined {
  const lists = steps.filter((step) => step.type === 'rows');
  if (lists.length === 0) return undefined;
  return lists.reduce((count, { id }) => count + rowsOf(answers, id).length, 0);
}

/**
 * The findings about sums that a message may have brought about: on the lines it touched, on the questions
 * it touched, and on those measured against them, once each is answered in full. Looks at running totals
 * and single lines only, so that its cost does not grow with the form.
 */
export function newFindings(
  form: Form,
  { answers, totals }: Filing,
  touched: ReadonlySet<string>,
  lines: ReadonlyMap<string, readonly number[]> = new Map(),
): readonly Notice[] {
  const related = form.questions.filter(
    ({ steps, sumsTo }) =>
      (sumsTo !== undefined && touched.has(sumsTo)) ||
      steps.some((step) => touched.has(step.id) || isMeasuredBy(step, touched)),
  );
  const complete = related.filter((question) => !isOpen(question, answers));
  const places = new Set(complete.flatMap(({ steps }) => steps.map(({ id }) => id)));
  const ofLines = [...lines].flatMap(([step, at]) => form.checkLines(answers, step, at));
  const ofSums =
    places.size === 0
      ? []
      : form.checkBalance(answers, totals).filter(({ place }) => places.has(place.step));
  return [...ofLines, ...ofSums].map((finding) => ({ key: 'finding', params: finding }));
}

function isMeasuredBy(step: Step, touched: ReadonlySet<string>): boolean {
  return step.type === 'rows' && step.against !== undefined && touched.has(step.against.step);
}
