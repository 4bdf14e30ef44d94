import { clean } from '../domain/text.js';
import { AppError, messageOf } from '../errors.js';
import { notice } from '../interview/notice.js';
import { MOST_CHARACTERS } from '../interview/reduce.js';
import type { Words } from '../interview/understand.js';
import type { Handler } from './handle-message.js';
import type { Outbox } from './outbox.js';
import type { AppParts, Inbox, Message, Store } from './ports.js';
import { keyOf, type MessageRecord, opened, type StoredReply, sealed } from './records.js';
import { turnstile } from './turnstile.js';

/** Redeliveries are recognised for this long, in milliseconds. Source: Slack's delayed events, 24 h [S]. */
export const REMEMBERED_MS = 24 * 60 * 60 * 1000;
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

export function openInbox(
  parts: AppParts & { readonly handler: Handler; readonly outbox: Outbox },
): DurableInbox {
  const { store, handler, outbox, log, now, wait } = parts;
  const door = turnstile();
  const line = turnstile();
  const accepting = new Map<string, Promise<unknown>>();
  let sequence = 0;
  let isStopped = false;

  /**
   * Messages of a conversation pass the door in the order they came. Handling begins while the message is
   * still being written: both writes then share one commit, and nothing is shown to anybody before the
   * second has succeeded.
   */
  async function receive(message: Message): Promise<'new' | 'duplicate'> {
    const passed = await door.enter(message.conversation, async () => {
      const known = await store.get(keyOf('message', message.id));
      if (known !== undefined) return undefined;
      sequence += 1;
      const record: MessageRecord = { state: 'pending', sequence, message };
      const saved = store.put([sealed('message', message.id, record)]);
      void line.enter(message.conversation, () => handle(message, saved));
      return { saved };
    });
    if (!passed) return 'duplicate';
    await passed.saved;
    return 'new';
  }

  /** Handles a message however often the store must be asked. */
  async function handle(message: Message, saved: Promise<void>): Promise<void> {
    for (let delay = FIRST_RETRY_MS; ; delay = Math.min(delay * 2, LONGEST_RETRY_MS)) {
      const failure = await attempt(message).then(() => undefined, asError);
      if (!failure || !(await mayRetry(message, failure, saved))) return;
      log('warn', 'turn not written', { message: message.id, error: failure.message, delay });
      if (delay === FIRST_RETRY_MS) outbox.tell(message, notice('waiting'));
      await wait(delay);
    }
  }

  async function mayRetry(
    message: Message,
    failure: Error,
    saved: Promise<void>,
  ): Promise<boolean> {
    const isAccepted = await saved.then(
      () => true,
      () => false,
    );
    // Not accepted, not acknowledged: whoever sent it knows, and will send it again.
    if (!isAccepted || isStopped) return false;
    const isLasting = failure instanceof AppError && !failure.retryable;
    if (!isLasting) return true;
    log('error', 'message left pending', { message: message.id, error: failure.message });
    outbox.tell(message, notice('failed'));
    return false;
  }

  async function attempt(message: Message): Promise<void> {
    const started = now();
    const turn = await handler.turn(message);
    const done: MessageRecord = { state: 'done', at: started, reply: turn.reply };
    await store.put([sealed('message', message.id, done), ...turn.records, ...outbox.takeSent()]);
    turn.commit();
    log('info', 'message handled', {
      conversation: message.conversation,
      message: message.id,
      words: message.words.type,
      effects: turn.reply.effects.map(({ type }) => type),
      ms: now() - started,
    });
    outbox.deliver(message.id, turn.reply);
  }

  return {
    accept(message) {
      const running = accepting.get(message.id);
      if (running) return running.then(() => 'duplicate' as const);
      const accepted = receive(cleaned(message)).finally(() => accepting.delete(message.id));
      accepting.set(message.id, accepted);
      return accepted;
    },
    async recover() {
      const { pending, unsent, old } = await leftovers(store, now() - REMEMBERED_MS);
      if (old.length > 0) await store.remove(old);
      for (const { id, reply } of unsent) outbox.deliver(id, reply);
      sequence = pending.at(-1)?.sequence ?? 0;
      for (const { message } of pending) {
        void line.enter(message.conversation, () => handle(message, Promise.resolve()));
      }
      await line.idle();
      return { messages: pending.length, replies: unsent.length };
    },
    idle: () => line.idle(),
    stop() {
      isStopped = true;
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(messageOf(error));
}

interface Leftovers {
  /** Accepted but not handled, in the order they were accepted. */
  readonly pending: { sequence: number; message: Message }[];
  /** Handled, but nobody knows whether the reply arrived. */
  readonly unsent: { id: string; reply: StoredReply }[];
  /** Keys of messages that no redelivery can concern any more. */
  readonly old: string[];
}

async function leftovers(store: Store, before: number): Promise<Leftovers> {
  const found: Leftovers = { pending: [], unsent: [], old: [] };
  for await (const [id, stored] of store.list('message')) {
    const record = opened('message', id, stored);
    if (record?.state === 'pending') found.pending.push(record);
    else if (record?.reply) found.unsent.push({ id, reply: record.reply });
    else if (record && record.at < before) found.old.push(keyOf('message', id));
  }
  found.pending.sort((a, b) => a.sequence - b.sequence);
  return found;
}

/** Cleans words once, at the door, and keeps what is too long from being stored. */
function cleaned(message: Message): Message {
  const { words } = message;
  if (words.type !== 'text') return message;
  const text = clean(words.text);
  const kept: Words =
    text.length > MOST_CHARACTERS
      ? { type: 'oversize', characters: text.length }
      : { type: 'text', text };
  return { ...message, words: kept };
}
