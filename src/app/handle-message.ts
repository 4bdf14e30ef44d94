import { AppError } from '../errors.js';
import type { Form, Locale } from '../forms/form.js';
import { applyEntry, disagreeingTotals, type Entry, type Filing } from '../interview/filing.js';
import { notice } from '../interview/notice.js';
import { reduce } from '../interview/reduce.js';
import type { Effect, Intent, State } from '../interview/state.js';
import { type Outcome, say } from '../interview/turn.js';
import type { Files } from './files.js';
import type { Journal } from './journal.js';
import type { AppParts, Message } from './ports.js';
import { prepare } from './prepare.js';
import { type StoredReply, sealed } from './records.js';
import type { States } from './states.js';

/** A message worked out in memory: what to write, and what stands once it is written. */
export interface Turn {
  readonly records: readonly (readonly [key: string, value: unknown])[];
  readonly reply: StoredReply;
  /** Takes the new state over. Called after the records are on disk, never before. */
  commit(): void;
}

/** Works messages out, one at a time per conversation. Writes nothing itself. */
export interface Handler {
  /** Throws when the store cannot be read, and whatever a fault of the program throws. */
  turn(message: Message): Promise<Turn>;
  /** The turn of a message that cannot be handled: the person is told, and nothing is changed. */
  failedTurn(message: Message): Promise<Turn>;
  /** The language to answer a message in, also when its conversation cannot be read. */
  localeFor(message: Message): Promise<Locale>;
}

export function openHandler(
  parts: AppParts & { readonly journal: Journal; readonly files: Files; readonly states: States },
): Handler {
  const { journal, form, files, states } = parts;

  return {
    localeFor: (message) => states.locale(message),
    async turn(message) {
      const { state: before, lost } = await states.load(message);
      const { state, intent } = await prepare({ form, journal, files, states }, before, message);
      const outcome = withLoss(reduced(form, state, intent), lost);
      const entry = entryOf(state, outcome, message);
      const { id, locale } = outcome.conversation;
      const after = entry && applyEntry(form, state.filing, entry);
      return {
        records: [
          sealed('conversation', id, outcome.conversation),
          ...(entry ? [journal.record(entry)] : []),
          ...files.records(intent),
        ],
        reply: { conversation: id, locale, effects: outcome.effects },
        commit() {
          states.keep(outcome.conversation);
          if (entry && after) journal.keep(after, entry.changes.length);
        },
      };
    },
    async failedTurn(message) {
      const { conversation } = message;
      const effects = [say(notice('failed'))];
      return {
        records: [],
        reply: { conversation, locale: await states.locale(message), effects },
        commit() {},
      };
    },
  };
}

/** Says first that a file which was being gone through is not there any more. */
function withLoss(outcome: Outcome, lost: readonly string[]): Outcome {
  if (lost.length === 0) return outcome;
  return { ...outcome, effects: [say(notice('fileLost')), ...outcome.effects] };
}

function reduced(form: Form, state: State, intent: Intent): Outcome {
  const outcome = reduce(form, state, intent);
  if (outcome.effects.some(isChecking)) assertTotalsAgree(form, state.filing);
  return outcome;
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
    ...(outcome.reverts !== undefined && { reverts: outcome.reverts }),
    ...(filing.revision === 0 && { opens: { form, profile, steps, members } }),
  };
}
