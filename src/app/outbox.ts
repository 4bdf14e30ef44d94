import { faultOf, isRetryable } from '../errors.js';
import type { Locale } from '../forms/form.js';
import { type Notice, notice, phrase } from '../interview/notice.js';
import { partsOf } from '../interview/parts.js';
import type { Effect } from '../interview/state.js';
import type { AppParts, Busy, Message, Reply } from './ports.js';
import type { Printer } from './printer.js';
import { type MessageRecord, type StoredReply, sealed } from './records.js';
import { turnstile } from './turnstile.js';

/** Puts stored replies into words and files and sends them, in order per conversation. */
export interface Outbox {
  deliver(message: string, reply: StoredReply): void;
  /** Says something at once, without keeping it. */
  tell(message: Message, locale: Locale, words: Notice): void;
  /** Writes records and, along with them, which replies have been sent since. All or none. */
  put(records: readonly (readonly [key: string, value: unknown])[]): Promise<void>;
  /** Resolves when everything is sent and noted as sent. */
  idle(): Promise<void>;
  /** Stops trying to send what a channel cannot deliver now; it stays for the next start. */
  stop(): void;
}

/** Notes of sent replies that no later turn has carried along are written after this long. */
const NOTED_AFTER_MS = 200;
/** A channel that cannot be reached is tried again after so long, and then less and less often. */
const FIRST_RESEND_MS = 1_000;
const LONGEST_RESEND_MS = 60_000;

export function openOutbox(parts: AppParts & { readonly printer: Printer }): Outbox {
  const { store, form, printer, send, busy, log, now, wait } = parts;
  const line = turnstile();
  let sent: string[] = [];
  let isNoting = false;
  let isStopped = false;
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });

  /** Losing these notes costs a repeated reply, never an answer: they need no commit of their own. */
  const put: Outbox['put'] = async (records) => {
    const noted = sent;
    sent = [];
    const record: MessageRecord = { state: 'done', at: now() };
    const notes = noted.map((id) => sealed('message', id, record));
    try {
      await store.put([...records, ...notes]);
    } catch (error) {
      sent = [...noted, ...sent];
      throw error;
    }
  };

  async function noteSent(): Promise<void> {
    if (sent.length === 0) return;
    await put([]).catch((error: unknown) => log('warn', 'sent replies not noted', faultOf(error)));
  }

  function markSent(message: string): void {
    sent.push(message);
    if (isNoting) return;
    isNoting = true;
    void wait(NOTED_AFTER_MS).then(() => {
      isNoting = false;
      return noteSent();
    });
  }

  async function performed(effect: Effect, locale: Locale): Promise<Reply['parts']> {
    switch (effect.type) {
      case 'say':
      case 'ask':
        return partsOf(form, locale, effect);
      case 'preview':
        return printer.preview(effect.filing, locale);
      case 'export':
        return printer.file(
          { ...effect.filing, format: effect.format, draft: effect.draft },
          locale,
        );
      default:
        return effect satisfies never;
    }
  }

  /** What cannot be put into words or into a file is said, so that whoever waits has an answer. */
  async function perform(
    effect: Effect,
    { conversation, locale }: StoredReply,
    message: string,
  ): Promise<Reply['parts']> {
    const work = workOf(effect);
    if (work) busy?.({ conversation, message, work });
    try {
      return await performed(effect, locale);
    } catch (error) {
      // What the store may give another time is left for the next start, like a reply that cannot be sent.
      if (isRetryable(error)) throw error;
      log('error', 'effect not performed', { effect: effect.type, ...faultOf(error) });
      const words = notice(effect.type === 'export' ? 'exportFailed' : 'failed');
      return [{ type: 'text', text: phrase(form, locale, words) }];
    }
  }

  /** Sends however often it takes, while the channel says that another time may do: replies keep their order. */
  async function sendPatiently(reply: Reply): Promise<void> {
    for (let delay = FIRST_RESEND_MS; ; delay = Math.min(delay * 2, LONGEST_RESEND_MS)) {
      try {
        await send(reply);
        return;
      } catch (error) {
        if (isStopped || !isRetryable(error)) throw error;
        log('warn', 'reply not sent yet', { message: reply.message, delay, ...faultOf(error) });
      }
      await Promise.race([wait(delay), stopped]);
    }
  }

  async function deliverNow(message: string, reply: StoredReply): Promise<void> {
    const { conversation, effects } = reply;
    try {
      const made: Reply['parts'][number][] = [];
      for (const effect of effects) made.push(...(await perform(effect, reply, message)));
      await sendPatiently({ conversation, message, parts: made });
      markSent(message);
    } catch (error) {
      // The reply stays with its message and is sent at the next start.
      log('warn', 'reply not sent', { conversation, message, ...faultOf(error) });
    }
  }

  return {
    put,
    deliver(message, reply) {
      void line.enter(reply.conversation, () => deliverNow(message, reply));
    },
    tell({ conversation, id }, locale, words) {
      const text = phrase(form, locale, words);
      void line
        .enter(conversation, () =>
          send({ conversation, message: id, parts: [{ type: 'text', text }], isNotice: true }),
        )
        .catch((error: unknown) => log('warn', 'reply not sent', faultOf(error)));
    },
    async idle() {
      await line.idle();
      await noteSent();
    },
    stop() {
      isStopped = true;
      stop();
    },
  };
}

/** What of an effect takes long enough to be shown. */
function workOf({ type }: Effect): Busy['work'] | undefined {
  if (type === 'export') return 'writing';
  return type === 'preview' ? 'drawing' : undefined;
}
