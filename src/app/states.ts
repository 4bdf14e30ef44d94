import { LRUCache } from 'lru-cache';
import type { Answers } from '../forms/answers.js';
import type { Form, Locale } from '../forms/form.js';
import { withoutLost } from '../interview/files/take-file.js';
import type { Filing } from '../interview/filing.js';
import { type Conversation, lastYears, newConversation, type State } from '../interview/state.js';
import { dayOf } from './day.js';
import type { Files } from './files.js';
import type { Journal } from './journal.js';
import type { AppParts, Message } from './ports.js';
import { load } from './records.js';

/** Whose conversation it is, and since when one is looking. */
export type Who = Pick<Message, 'conversation' | 'person' | 'locale' | 'at'>;

/** Conversations as they stand, each with the filing it is about and what that needs. */
export interface States {
  /** Throws when the store cannot be read. `lost` are ids of files that are not there any more. */
  load(who: Who): Promise<{ readonly state: State; readonly lost: readonly string[] }>;
  conversation(who: Who): Promise<Conversation>;
  /** Last year's form of the same unit, as far as this person filled it here or sent it. */
  previous(conversation: Conversation, filing: Filing): Promise<Answers | undefined>;
  /** The language of a conversation, also when it cannot be read. */
  locale(who: Who): Promise<Locale>;
  /** Takes a conversation over after it has been written. */
  keep(conversation: Conversation): void;
}

/** Conversations held in memory. */
const MOST_CONVERSATIONS = 10_000;

export function openStates(
  parts: Pick<AppParts, 'store' | 'form' | 'locale'> & {
    readonly journal: Journal;
    readonly files: Files;
  },
): States {
  const { store, form, journal, files } = parts;
  const conversations = new LRUCache<string, Conversation>({ max: MOST_CONVERSATIONS });

  async function conversationOf({ conversation: id, locale }: Who): Promise<Conversation> {
    const kept = conversations.get(id);
    if (kept) return kept;
    return (await load(store, 'conversation', id)) ?? newConversation(id, locale ?? parts.locale);
  }

  async function previousIn(conversation: Conversation, filing: Filing) {
    const { lastYear } = await files.of(conversation);
    return lastYear?.form.answers ?? previousOf(form, journal, conversation, filing);
  }

  return {
    conversation: conversationOf,
    previous: previousIn,
    async load(who) {
      const known = await conversationOf(who);
      const { file, lost } = await files.of(known);
      const conversation = lost.length > 0 ? withoutLost(known, lost) : known;
      const filing = await journal.load(conversation.filing, who.person);
      const previous = await previousIn(conversation, filing);
      const state: State = {
        conversation,
        filing,
        ...(previous && { previous }),
        ...(file && { file }),
        today: dayOf(who.at),
      };
      return { state, lost };
    },
    locale: (who) =>
      conversationOf(who).then(
        ({ locale }) => locale,
        () => who.locale ?? parts.locale,
      ),
    keep(conversation) {
      conversations.set(conversation.id, conversation);
    },
  };
}

/** What the same person filled in for the same unit the year before. */
async function previousOf(
  form: Form,
  journal: Journal,
  { filings }: Conversation,
  { id, answers }: Filing,
): Promise<Answers | undefined> {
  const found = lastYears(filings, form.identify(answers));
  if (!found || found.id === id) return undefined;
  const { answers: previous } = await journal.load(found.id, '');
  return previous;
}
