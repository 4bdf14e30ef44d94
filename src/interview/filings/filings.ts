import { daysBetween } from '../../domain/day.js';
import type { Form } from '../../forms/form.js';
import type { Keeping } from '../../reading/filing-commands.js';
import { promptOf } from '../ask.js';
import { confirmDelete, LEAVE_IT } from '../choices.js';
import { goThrough, withoutFile } from '../files/take-file.js';
import { openFiling } from '../filing.js';
import { greeting } from '../greeting.js';
import { type Notice, notice } from '../notice.js';
import type { FilingItem } from '../sayable.js';
import {
  type Conversation,
  type FilingSummary,
  filingId,
  type ImportedFile,
  type Prompt,
  type State,
} from '../state.js';
import { goOn, type Outcome, unfocused } from '../turn.js';
import { answerOf, begin, make } from '../work.js';

/** Days within which a deleted filing can be brought back; then it is erased. */
export const KEPT_DAYS = 30;

/** Days left to bring a filing back, 0 when it is too late; undefined when it is not deleted. */
export function daysLeft({ deletedOn }: FilingSummary, today: string): number | undefined {
  if (deletedOn === undefined) return undefined;
  return Math.max(0, KEPT_DAYS - daysBetween(deletedOn, today));
}

/** Filings by their numbers, which never change; without those that cannot be brought back any more. */
export function listedFilings(
  { filings, filing }: Conversation,
  today: string,
): readonly (FilingItem & FilingSummary)[] {
  return filings.flatMap((each, at) => {
    const left = daysLeft(each, today);
    if (left === 0) return [];
    const days = left === undefined ? {} : { daysLeft: left };
    return [{ ...each, n: at + 1, isOpen: each.id === filing, ...days }];
  });
}

/** The filing that can be opened or copied under a number. */
export function filingAt({ filings }: Conversation, n: number): FilingSummary | undefined {
  const found = filings[n - 1];
  return found?.deletedOn === undefined ? found : undefined;
}

/** 我的申报. */
export function listFilings(form: Form, state: State): Outcome {
  const items = listedFilings(state.conversation, state.today);
  return goOn(form, state, [notice('filings', { items })]);
}

/** 换一份: the filing in hand is kept. */
export function startAnother(form: Form, state: State): Outcome {
  if (state.filing.revision === 0) return goOn(form, state, [greeting(form, state)]);
  return goOn(form, fresh(form, state), [notice('newFiling')]);
}

/** The filing itself has been fetched before: when it is not the one in hand, there is no such filing. */
export function openAnother(form: Form, state: State, n: number): Outcome {
  const isOpen = filingAt(state.conversation, n)?.id === state.filing.id;
  return goOn(form, state, [isOpen ? greeting(form, state) : noSuchFiling(state, n)]);
}

/** The filing itself comes with the intent `copy`: a number that got here belongs to none. */
export function copyFiling(form: Form, state: State, n: number): Outcome {
  return goOn(form, state, [noSuchFiling(state, n)]);
}

/**
 * A new filing for the year after, already turned to: it goes through the other section by section, as through
 * a file.
 */
export function takeCopy(form: Form, state: State, file: ImportedFile): Outcome {
  const { unit, year: from } = form.identify(file.form.answers);
  const step = [...form.steps.values()].find(
    (each) => each.type === 'value' && each.reads === 'year',
  );
  if (from === undefined || !step) return goOn(form, state, [notice('copyNeedsYear')]);
  const to = String(Number.parseInt(from, 10) + 1);
  const work = begin(form, state.filing);
  make(work, { type: 'value', step: step.id, after: answerOf(work, { value: to, said: '' }) });
  const said = notice('copied', { ...(unit !== undefined && { unit }), from, to });
  const after = { ...state, filing: work.filing };
  return goThrough(form, after, file, 'last-year', [said], work.changes);
}

/** Puts a filing away, deletes it, or brings it back. */
export function keepFiling(form: Form, state: State, how: Keeping, n: number): Outcome {
  const { conversation, today } = state;
  const item = listedFilings(conversation, today).find((each) => each.n === n);
  const isMeant = how === 'restore' ? item?.deletedOn !== undefined : item?.deletedOn === undefined;
  if (item && how === 'restore' && !isMeant)
    return goOn(form, state, [notice('filingNotDeleted', { n })]);
  if (!item || !isMeant) return goOn(form, state, [noSuchFiling(state, n)]);
  if (how === 'ask-delete') return askToDelete(state, item);
  const { archived: _, deletedOn: __, ...plain } = conversation.filings[n - 1] ?? { id: item.id };
  const filings = conversation.filings.with(n - 1, { ...plain, ...marksOf(how, today) });
  const after = { ...state, conversation: { ...conversation, filings } };
  const words = notice('filingKept', { how, item, days: KEPT_DAYS });
  // Who puts the filing in hand away goes on with another.
  const isLeft = item.isOpen && (how === 'delete' || how === 'archive');
  return goOn(form, isLeft ? fresh(form, after) : after, [words]);
}

/** What was being asked stays open behind it: an answer to that is still one, and deletes nothing. */
function askToDelete({ conversation }: State, item: FilingItem): Outcome {
  const choices = [confirmDelete(item.n), LEAVE_IT];
  const before = promptOf(conversation, conversation.prompt?.target, choices);
  const prompt: Prompt = { ...conversation.prompt, ...before, keys: 'letters' };
  const notices = [notice('deleteReally', { item, days: KEPT_DAYS })];
  return {
    changes: [],
    conversation: { ...conversation, prompt },
    effects: [{ type: 'ask', notices, prompt }],
  };
}

function marksOf(
  how: Exclude<Keeping, 'ask-delete'>,
  today: string,
): Pick<FilingSummary, 'archived' | 'deletedOn'> {
  switch (how) {
    case 'archive':
      return { archived: true };
    case 'delete':
      return { deletedOn: today };
    case 'unarchive':
    case 'restore':
      return {};
    default:
      return how satisfies never;
  }
}

/** A state that has turned to a filing which nothing has been said in. */
export function fresh(form: Form, state: State): State {
  const { filing, conversation } = state;
  const id = filingId(conversation.id, conversation.filings.length + 1);
  const opened = openFiling(id, form, filing.members[0] ?? '');
  return { today: state.today, filing: opened, conversation: switched(conversation, id) };
}

/** A conversation that has turned to another filing. */
export function switched(conversation: Conversation, filing: string): Conversation {
  const { prompt, list: _, ...rest } = withoutFile(unfocused(conversation));
  const turned = prompt && { prompt: { id: prompt.id, choices: [], keys: prompt.keys } };
  return { ...rest, ...turned, filing, postponed: [], reviewed: false };
}

function noSuchFiling({ conversation, today }: State, n: number): Notice {
  const isHere = listedFilings(conversation, today).some((each) => each.n === n);
  return isHere && !filingAt(conversation, n)
    ? notice('filingDeleted', { n })
    : notice('noSuchFiling', { n });
}
