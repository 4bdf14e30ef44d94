import { rowsOf } from '../forms/answers.js';
import { type Form, questionOf } from '../forms/form.js';
import type { Fact, Facts, Target } from '../reading/reading.js';
import { promptOf } from './ask.js';
import { ADD, REPLACE } from './choices.js';
import { type Notice, notice } from './notice.js';
import type { Pending, State } from './state.js';
import { takeReading } from './take-reading.js';
import { goOn, type Outcome, unfocused } from './turn.js';

/** A second paste over a list that is already finished: replace it, or add to it? */
export function askFirst(form: Form, state: State, reading: Facts): Outcome | undefined {
  const { filing, conversation } = state;
  const { facts } = reading;
  const [fact] = facts;
  if (facts.length !== 1 || fact?.type !== 'rows' || fact.at !== undefined) return undefined;
  const count = rowsOf(filing.answers, fact.step).length;
  const label = form.steps.get(fact.step)?.label;
  const question = questionOf(form, fact.step);
  const isSecond =
    count > 0 &&
    (filing.answers.finished[fact.step] === true || reading.isWhole === true) &&
    fact.rows.length > 1;
  if (!isSecond || label === undefined || !question) return undefined;
  const pending: Pending = { step: fact.step, reading };
  const target: Target = { question: question.id, step: fact.step };
  const prompt = promptOf(conversation, target, [REPLACE, ADD]);
  const words = notice('replaceOrAdd', { label, count, added: fact.rows.length });
  return {
    changes: [],
    conversation: { ...conversation, pending, prompt },
    effects: [{ type: 'ask', notices: [words], prompt }],
  };
}

/** Takes a reading that waited, once it was said how. */
export function settle(form: Form, state: State, how: 'replace' | 'add'): Outcome {
  const { pending } = state.conversation;
  if (!pending) return goOn(form, state, []);
  const lines = rowsOf(state.filing.answers, pending.step).map((_, at) => at);
  const remove: Fact = { type: 'remove', step: pending.step, rows: lines };
  const added = pending.reading.facts;
  const facts = how === 'replace' && lines.length > 0 ? [remove, ...added] : added;
  const conversation = unfocused(state.conversation);
  return takeReading(form, { ...state, conversation }, { ...pending.reading, facts });
}

/** Says that lines which waited for a word were not taken, because another came. */
export function droppedNotice(form: Form, { step, reading }: Pending): Notice {
  const label = form.steps.get(step)?.label ?? '';
  return notice('pendingDropped', { label, count: linesIn(reading) });
}

function linesIn({ facts }: Facts): number {
  return facts.reduce((count, fact) => count + (fact.type === 'rows' ? fact.rows.length : 0), 0);
}
