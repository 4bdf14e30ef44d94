import { faultOf, isRetryable, messageOf } from '../errors.js';
import { notice } from '../interview/notice.js';
import { cleanMessage } from './clean-message.js';
import { eraseDeleted } from './erase.js';
import type { Handler, Turn } from './handle-message.js';
import { leftovers, type Pending } from './leftovers.js';
import type { Outbox } from './outbox.js';
import type { AppParts, Inbox, Message, StoreRecord } from './ports.js';
import { keyOf, type MessageRecord, sealed } from './records.js';
import { turnstile } from './turnstile.js';

/** Redeliveries are recognised for this long, in milliseconds. Source: Slack's delayed events, 24 h. */
export const REMEMBERED_MS = 24 * 60 * 60 * 1000;
const SWEPT_EVERY_MS = 60 * 60 * 1000;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

/** The way of every message: durable, then handled exactly once and in order, then answered. */
export interface DurableInbox extends Inbox {
  /** Takes up what an earlier run left: messages not handled, replies not sent. Call before accepting. */
  recover(): Promise<{ readonly messages: number; readonly replies: number }>;
  /** Resolves when everything accepted has been handled. */
  idle(): Promise<void>;
  /** Stops trying to write what the store refuses; it stays pending for the next start. */
  stop(): void;
}

/** A message on its way in. */
interface Arrival {
  readonly pending: Pending;
  /** The write of the message as pending. */
  readonly saved: Promise<void>;
  /** What is written with the message, until it is known to be on disk. */
  along: readonly StoreRecord[];
}

/** A turn that is on disk; failed when it is nothing but the word that something went wrong. */
interface Written {
  readonly turn: Turn;
  readonly isFailed: boolean;
}

export function openInbox(
  parts: AppParts & { readonly handler: Handler; readonly outbox: Outbox },
): DurableInbox {
  const { store, handler, outbox, log, count, now, wait } = parts;
  const door = turnstile();
  const line = turnstile();
  const accepting = new Map<string, Promise<unknown>>();
  let sequence = 0;
  let isStopped = false;
  let sweptAt = now();
  let sweeping: Promise<void> = Promise.resolve();

  /**
   * Messages of a conversation pass the door in the order they came. Handling begins while the message is
   * still being written: both writes then share one commit, and nothing is shown to anybody before the
   * second has succeeded.
   */
  async function receive(
    message: Message,
    along: readonly StoreRecord[],
  ): Promise<'new' | 'duplicate'> {
    const passed = await door.enter(message.conversation, async () => {
      const known = await store.get(keyOf('message', message.id));
      if (known !== undefined) return undefined;
      sequence += 1;
      const pending: Pending = { state: 'pending', sequence, message };
      const saved = store.put([sealed('message', message.id, pending), ...along]);
      const arrival: Arrival = { pending, saved, along };
      const isOnDisk = () => {
        arrival.along = [];
      };
      saved.then(isOnDisk, () => {});
      const handled = line.enter(message.conversation, () => handle(arrival));
      return { saved, handled };
    });
    if (!passed) return 'duplicate';
    // A message that is on disk as done has been accepted, even if it is not there as pending.
    await passed.saved.catch(() => passed.handled);
    return 'new';
  }

  /** Handles a message and answers it. Throws when it could be written neither as pending nor as done. */
  async function handle(arrival: Arrival): Promise<void> {
    const { message } = arrival.pending;
    const started = now();
    const written = await writtenTurn(arrival);
    if (!written) return;
    const { turn, isFailed } = written;
    turn.commit();
    const ms = now() - started;
    count?.({ channel: message.channel, ms, isFailed });
    log('info', 'message handled', {
      conversation: message.conversation,
      message: message.id,
      words: message.words.type,
      effects: turn.reply.effects.map(({ type }) => type),
      ms,
    });
    outbox.deliver(message.id, turn.reply);
    sweepNowAndThen();
  }

  /** Writes a turn however often the store must be asked; undefined when the program stops before. */
  async function writtenTurn(arrival: Arrival): Promise<Written | undefined> {
    const { pending, saved } = arrival;
    const { message } = pending;
    for (let delay = FIRST_RETRY_MS; ; delay = Math.min(delay * 2, LONGEST_RETRY_MS)) {
      const written = await attempt(arrival).catch(asError);
      if (!(written instanceof Error)) return written;
      // Not accepted, not acknowledged: whoever sent it knows, and will send it again.
      await saved;
      if (isStopped) return undefined;
      log('warn', 'turn not written', { message: message.id, delay, ...faultOf(written) });
      if (delay === FIRST_RETRY_MS) {
        outbox.tell(message, await handler.localeFor(message), notice('waiting'));
      }
      await wait(delay);
    }
  }

  /** A fault that lasts ends the message as well: the person is told, and it does not come back. */
  async function attempt(arrival: Arrival): Promise<Written> {
    const { message } = arrival.pending;
    try {
      return { turn: await write(arrival, await handler.turn(message)), isFailed: false };
    } catch (error) {
      if (isRetryable(error)) throw error;
      log('error', 'message not handled', { message: message.id, ...faultOf(error) });
      return { turn: await write(arrival, await handler.failedTurn(message)), isFailed: true };
    }
  }

  async function write({ pending, along }: Arrival, turn: Turn): Promise<Turn> {
    const { sequence, message } = pending;
    const done: MessageRecord = { state: 'done', at: now(), sequence, reply: turn.reply };
    await outbox.put([sealed('message', message.id, done), ...turn.records, ...along]);
    return turn;
  }

  async function forget(old: readonly string[]): Promise<void> {
    if (old.length === 0) return;
    await store.remove(old).catch((error: unknown) => {
      log('warn', 'old messages not removed', faultOf(error));
    });
  }

  /** Removes what has become old while the program runs. Costs a look at a day's messages, page by page. */
  function sweepNowAndThen(): void {
    if (now() - sweptAt < SWEPT_EVERY_MS) return;
    sweptAt = now();
    sweeping = leftovers(store, log, now() - REMEMBERED_MS)
      .then(({ old }) => forget(old))
      .then(() => eraseDeleted(store, log, now()))
      .catch((error: unknown) => log('warn', 'old records not looked for', faultOf(error)));
  }

  return {
    accept(message, along = []) {
      const running = accepting.get(message.id);
      if (running) return running.then(() => 'duplicate' as const);
      const accepted = receive(cleanMessage(message), along).finally(() =>
        accepting.delete(message.id),
      );
      accepting.set(message.id, accepted);
      return accepted;
    },
    async recover() {
      const { pending, unsent, old } = await leftovers(store, log, now() - REMEMBERED_MS);
      sequence = Math.max(pending.at(-1)?.sequence ?? 0, unsent.at(-1)?.sequence ?? 0);
      for (const { id, reply } of unsent) outbox.deliver(id, reply);
      for (const each of pending) {
        void line.enter(each.message.conversation, () =>
          handle({ pending: each, saved: Promise.resolve(), along: [] }),
        );
      }
      await forget(old);
      await eraseDeleted(store, log, now());
      await line.idle();
      return { messages: pending.length, replies: unsent.length };
    },
    async idle() {
      await line.idle();
      await sweeping;
    },
    stop() {
      isStopped = true;
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(messageOf(error));
}
