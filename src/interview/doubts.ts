import { rowsOf, valueIn } from '../forms/answers.js';
import { type Column, type Form, questionOf, type ValueStep } from '../forms/form.js';
import type { Doubt, Target } from '../reading/reading.js';
import { promptOf, stepOf } from './ask.js';
import { amountIs, type Choice, lineIs, unitIs } from './choices.js';
import { type Notice, notice } from './notice.js';
import type { Asking, State } from './state.js';

/** What a doubt is about, as a target; undefined when it is about no blank in particular. */
export function doubtTarget(
  form: Form,
  { filing, conversation }: State,
  doubt: Doubt,
  newRows: readonly string[],
): Target | undefined {
  const { step, column } = doubt;
  const question = step === undefined ? undefined : questionOf(form, step);
  if (step === undefined || !question || doubt.code === 'no-such-row') {
    return conversation.prompt?.target;
  }
  const row =
    doubt.newRow === undefined
      ? rowsOf(filing.answers, step)[doubt.row ?? -1]?.id
      : newRows[doubt.newRow];
  if (doubt.code === 'total-needed') {
    const whole = wholeOf(form, step);
    return row && whole
      ? { question: question.id, step, row, column: whole.id }
      : { question: question.sumsTo ?? question.id };
  }
  return { question: question.id, step, ...(row && { row }), ...(row && column && { column }) };
}

/** The blank that a step, or the parts of a line, add up to. */
function wholeOf(form: Form, id: string): ValueStep | Column | undefined {
  const step = form.steps.get(id);
  if (step?.type === 'rows') return step.columns.find((each) => each.id === step.split?.whole);
  const whole = form.steps.get(questionOf(form, id)?.sumsTo ?? '');
  return whole?.type === 'value' ? whole : undefined;
}

export function doubtNotice(form: Form, { conversation }: State, doubt: Doubt): Notice {
  if (doubt.code === 'last-year') return notice('lastYearNotYet');
  if (doubt.code === 'last-year-empty') return notice('lastYearEmpty');
  const asked = conversation.prompt?.target;
  const step = doubt.step === undefined ? asked && stepOf(form, asked) : form.steps.get(doubt.step);
  const column =
    step?.type === 'rows' ? step.columns.find(({ id }) => id === doubt.column) : undefined;
  const label = column?.label ?? step?.label ?? '';
  const whole = doubt.step === undefined ? undefined : wholeOf(form, doubt.step)?.label;
  const params = { ...(whole !== undefined && { whole }), ...doubt.params };
  return notice('doubt', { code: doubt.code, said: clipped(doubt.said), label, params });
}

/** Words as they are quoted back: long ones by their beginning. */
function clipped(said: string): string {
  const line = said.replace(/\s+/g, ' ');
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}

const LONGEST_QUOTE = 40;

/** Asks back. What settles a doubt can be pressed. */
export function askBack(
  form: Form,
  state: State,
  doubt: Doubt,
  target: Target | undefined,
): Asking {
  const choices = candidates(form, state, doubt, target);
  const prompt = promptOf(state.conversation, target, choices);
  const takesNumber = target !== undefined && doubt.code !== 'which-line';
  return {
    type: 'ask',
    notices: [doubtNotice(form, state, doubt)],
    prompt: { ...prompt, keys: takesNumber ? 'letters' : 'digits' },
  };
}

function candidates(
  form: Form,
  { filing }: State,
  doubt: Doubt,
  target: Target | undefined,
): Choice[] {
  const amounts = doubt.candidates ?? [];
  if (doubt.code === 'table-unit') return [unitIs('元'), unitIs('万元')];
  if (doubt.code !== 'which-line') return amounts.map(amountIs);
  const question = form.questions.find(({ id }) => id === target?.question);
  const open = question?.steps.filter(({ id }) => valueIn(filing.answers, id) === undefined) ?? [];
  const lines = open.length > 0 ? open : (question?.steps ?? []);
  return lines.map(({ label }) => lineIs(label, amounts[0] ?? ''));
}
