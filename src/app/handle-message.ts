import { LRUCache } from 'lru-cache';
import { AppError, messageOf } from '../errors.js';
import type { Form, Locale } from '../forms/form.js';
import { switched } from '../interview/commands.js';
import {
  applyEntry,
  disagreeingTotals,
  type Entry,
  type Filing,
  openFiling,
} from '../interview/filing.js';
import { notice } from '../interview/notice.js';
import { reduce } from '../interview/reduce.js';
import {
  type Conversation,
  type Effect,
  type Intent,
  newConversation,
  type State,
} from '../interview/state.js';
import { type Outcome, say } from '../interview/turn.js';
import { understand } from '../interview/understand.js';
import type { Journal } from './journal.js';
import type { AppParts, Log, Message } from './ports.js';
import { load, type StoredReply, sealed } from './records.js';

/** A message worked out in memory: what to write, and what stands once it is written. */
export interface Turn {
  readonly records: readonly (readonly [key: string, value: unknown])[];
  readonly reply: StoredReply;
  /** Takes the new state over. Called after the records are on disk, never before. */
  commit(): void;
}

/** Works messages out, one at a time per conversation. Writes nothing itself. */
export interface Handler {
  turn(message: Message): Promise<Turn>;
}

/** Conversations held in memory. */
const MOST_CONVERSATIONS = 10_000;

export function openHandler(parts: AppParts & { readonly journal: Journal }): Handler {
  const { store, journal, form, log } = parts;
  const conversations = new LRUCache<string, Conversation>({ max: MOST_CONVERSATIONS });

  async function conversationOf(id: string, locale: Locale): Promise<Conversation> {
    const kept = conversations.get(id);
    if (kept) return kept;
    return (await load(store, 'conversation', id)) ?? newConversation(id, locale);
  }

  async function stateOf(id: string, locale: Locale, person: string): Promise<State> {
    const conversation = await conversationOf(id, locale);
    return { conversation, filing: await journal.load(conversation.filing, person) };
  }

  return {
    async turn(message) {
      const before = await stateOf(
        message.conversation,
        message.locale ?? parts.locale,
        message.person,
      );
      const { state, intent } = await prepared(form, journal, before, message);
      const outcome = reduced(form, state, intent, message, log);
      const entry = entryOf(state, outcome, message);
      const filing = await filingAfter(form, journal, state, outcome, entry, message.person);
      const { conversation } = outcome;
      const { id, locale } = conversation;
      const { effects } = outcome;
      return {
        records: [
          sealed('conversation', id, conversation),
          ...(entry ? [journal.record(entry)] : []),
        ],
        reply: { conversation: id, locale, effects },
        commit() {
          conversations.set(id, conversation);
          if (entry) journal.keep(filing, entry.changes.length);
        },
      };
    },
  };
}

/** Fetches what an intent needs from outside: the entry to take back, or the filing to turn to. */
async function prepared(
  form: Form,
  journal: Journal,
  state: State,
  message: Message,
): Promise<{ state: State; intent: Intent }> {
  const intent = understand(form, state, message.words, dayOf(message.at));
  if (intent.type === 'undo' || intent.type === 'redo') {
    const { filing } = state;
    const revision = (intent.type === 'undo' ? filing.undoable : filing.redoable).at(-1);
    if (revision === undefined) return { state, intent };
    return {
      state,
      intent: { type: intent.type, entry: await journal.entry(filing.id, revision) },
    };
  }
  const reading = intent.type === 'reading' ? intent.reading : undefined;
  if (reading?.type !== 'command' || reading.command.name !== 'open-filing')
    return { state, intent };
  const chosen = state.conversation.filings[reading.command.number - 1];
  if (!chosen) return { state, intent };
  const filing = await journal.load(chosen.id, message.person);
  return { state: { filing, conversation: switched(state.conversation, chosen.id) }, intent };
}

/** A fault of the program must not lose the conversation: the person is told, and nothing is changed. */
function reduced(form: Form, state: State, intent: Intent, message: Message, log: Log): Outcome {
  try {
    const outcome = reduce(form, state, intent);
    if (outcome.effects.some(isChecking)) assertTotalsAgree(form, state.filing);
    return outcome;
  } catch (error) {
    log('error', 'message not handled', { message: message.id, error: messageOf(error) });
    const effects: Effect[] = [say(notice('failed'))];
    return { changes: [], conversation: state.conversation, effects };
  }
}

function isChecking(effect: Effect): boolean {
  return effect.type === 'export' || (effect.type === 'say' && effect.notice.key === 'checked');
}

/** The running totals and the sums derived anew must agree; if not, the program is wrong. */
function assertTotalsAgree(form: Form, filing: Filing): void {
  const disagreeing = disagreeingTotals(form, filing);
  if (disagreeing.length > 0)
    throw new AppError('bug', `totals disagree: ${disagreeing.join(', ')}`);
}

function entryOf({ filing }: State, outcome: Outcome, message: Message): Entry | undefined {
  if (outcome.changes.length === 0) return undefined;
  const { form, profile, steps, members } = filing;
  return {
    filing: filing.id,
    revision: filing.revision + 1,
    at: message.at,
    by: message.person,
    channel: message.channel,
    message: message.id,
    changes: outcome.changes,
    ...(outcome.undoes !== undefined && { undoes: outcome.undoes }),
    ...(outcome.redoes !== undefined && { redoes: outcome.redoes }),
    ...(filing.revision === 0 && { opens: { form, profile, steps, members } }),
  };
}

async function filingAfter(
  form: Form,
  journal: Journal,
  { filing }: State,
  { conversation }: Outcome,
  entry: Entry | undefined,
  person: string,
): Promise<Filing> {
  if (entry) return applyEntry(form, filing, entry);
  if (conversation.filing === filing.id) return filing;
  return conversation.filings.some(({ id }) => id === conversation.filing)
    ? journal.load(conversation.filing, person)
    : openFiling(conversation.filing, form, person);
}

/** The day of a moment where the program runs, YYYY-MM-DD. */
function dayOf(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
