import type { Change } from '../forms/answers.js';
import { type Form, type Section, sectionOf } from '../forms/form.js';
import type { Target } from '../reading/reading.js';
import { ask, isAtReview, isOpen, nextTarget, promptOf } from './ask.js';
import { CHECK, type Choice, CONTINUE, EXPORT, PREVIEW } from './choices.js';
import { askBack } from './doubts.js';
import { askFile } from './files/ask-file.js';
import type { Filing } from './filing.js';
import { type Notice, notice } from './notice.js';
import { postponedLabels, remarksOf, reviewNotice } from './review.js';
import type { Asking, Conversation, Effect, FilingSummary, State } from './state.js';
import { sectionNotices } from './warnings.js';

/** What comes of an intent: changes for the journal, the conversation as it then stands, and what must happen. */
export interface Outcome {
  readonly changes: readonly Change[];
  readonly undoes?: number;
  readonly redoes?: number;
  readonly reverts?: number;
  readonly conversation: Conversation;
  readonly effects: readonly Effect[];
}

/**
 * Says something about a state that `changes` have already been made in, and asks what comes next.
 *
 * @param offers what can be pressed besides the answers to the next question.
 */
export function goOn(
  form: Form,
  state: State,
  notices: readonly Notice[],
  changes: readonly Change[] = [],
  offers: readonly Choice[] = [],
): Outcome {
  const { filing } = state;
  const conversation = withSummary(form, state.conversation, filing, changes);
  const asking = withOffers(nextEffect(form, { ...state, conversation }), offers);
  const isReview = isAtReview(asking.prompt);
  const left = sectionLeft(form, state, asking.prompt.target, changes);
  const said = left
    ? [...notices, ...sectionNotices(form, state, remarksOf(state), left, notices)]
    : notices;
  return {
    changes,
    conversation: {
      ...conversation,
      prompt: asking.prompt,
      reviewed: conversation.reviewed || isReview,
      ...saidDoubts(conversation),
    },
    effects: [...said.map(say), asking],
  };
}

/** The section that some changes have just finished, when the next question is in another. */
function sectionLeft(
  form: Form,
  { conversation, filing }: State,
  next: Target | undefined,
  changes: readonly Change[],
): Section | undefined {
  const before = conversation.prompt?.target;
  const section = before && sectionOf(form, before.question)?.[0];
  const isLeft =
    next !== undefined && section && sectionOf(form, next.question)?.[0].id !== section.id;
  if (!isLeft || section.questions.some((question) => isOpen(question, filing.answers))) {
    return undefined;
  }
  const steps = section.questions.flatMap((question) => question.steps.map(({ id }) => id));
  return changes.some(({ step }) => steps.includes(step)) ? section : undefined;
}

/** A question with more to press than its own answers, in front of them. */
function withOffers(asking: Asking, offers: readonly Choice[]): Asking {
  if (offers.length === 0) return asking;
  const { prompt } = asking;
  return { ...asking, prompt: { ...prompt, choices: [...offers, ...prompt.choices] } };
}

/** The doubt that is being asked about has now been said. */
function saidDoubts({ doubts }: Conversation): Pick<Conversation, 'doubts'> {
  const [first, ...others] = doubts ?? [];
  return first ? { doubts: [{ ...first, isSaid: true }, ...others] } : {};
}

export function say(said: Notice): Effect {
  return { type: 'say', notice: said };
}

/** A conversation whose person is nowhere in particular: the next question is the first open one. */
export function unfocused({
  focus: _,
  isWalkingBack: __,
  pending: ___,
  doubts: ____,
  ...conversation
}: Conversation): Conversation {
  return conversation;
}

function nextEffect(form: Form, state: State): Asking {
  const [open] = state.conversation.doubts ?? [];
  const hasChoices = open?.doubt.candidates !== undefined || open?.doubt.code === 'table-unit';
  if (open && (!open.isSaid || hasChoices)) {
    return askBack(form, state, open.doubt, open.target);
  }
  if (open?.target) return ask(form, state, open.target);
  const target = nextTarget(form, state);
  const importing = askFile(form, state, target);
  if (importing) return importing;
  if (target) return ask(form, state, target);
  const { conversation, filing } = state;
  const words = conversation.reviewed ? notice('anythingElse') : reviewNotice(form, state);
  const hasPostponed = postponedLabels(form, filing.answers, conversation).length > 0;
  const choices = [...(hasPostponed ? [CONTINUE] : []), EXPORT, CHECK, PREVIEW];
  return { type: 'ask', notices: [words], prompt: promptOf(conversation, undefined, choices) };
}

/** Keeps the list of filings true: a filing is on it from its first change. */
function withSummary(
  form: Form,
  conversation: Conversation,
  { id, answers, revision }: Filing,
  changes: readonly Change[],
): Conversation {
  if (revision === 0 && changes.length === 0) return conversation;
  const summary: FilingSummary = { id, ...form.identify(answers) };
  const at = conversation.filings.findIndex((each) => each.id === id);
  const filings =
    at < 0 ? [...conversation.filings, summary] : conversation.filings.with(at, summary);
  return { ...conversation, filings };
}
