import type { Busy } from '../../app/ports.js';
import type { SlackApi, SlackMessage } from './api.js';
import type { SlackParts } from './slack-parts.js';
import type { slackZhCn } from './zh-cn.js';

/** Says that something takes a while, in the place where the answer will stand. */
export interface Placeholders {
  begin(busy: Busy, channel: string, words: Words): void;
  /** The message to put the answer in; undefined when nothing was said. Nothing is said any more after this. */
  take(message: string): Promise<string | undefined>;
}

/** The words of a person's language, asked for only when something is said. */
type Words = () => Promise<typeof slackZhCn>;

/** What is done sooner is not announced. */
const SAID_AFTER_MS = 700;
/** The least time between two changes of what is said. Source: 50 changes a minute, over all conversations. */
const CHANGED_AFTER_MS = 2_000;

interface Placeholder {
  work: Busy['work'];
  isTaken: boolean;
  /** When it was last said what is being done. */
  saidAt: number;
  /** The message's name; undefined when it could not be sent. Not there before anything is sent. */
  ts?: Promise<string | undefined>;
}

export function openPlaceholders(
  api: Pick<SlackApi, 'post' | 'update'>,
  { now, wait }: Pick<SlackParts, 'now' | 'wait'>,
): Placeholders {
  const open = new Map<string, Placeholder>();

  async function sayLater(placeholder: Placeholder, channel: string, words: Words): Promise<void> {
    await wait(SAID_AFTER_MS);
    if (placeholder.isTaken) return;
    placeholder.saidAt = now();
    // It is a courtesy: the answer comes also where it could not be said.
    placeholder.ts = saying(placeholder.work, words)
      .then((message) => api.post(channel, message))
      .catch(() => undefined);
  }

  async function change(placeholder: Placeholder, channel: string, words: Words): Promise<void> {
    const ts = await placeholder.ts;
    const isDue = now() - placeholder.saidAt >= CHANGED_AFTER_MS;
    if (ts === undefined || placeholder.isTaken || !isDue) return;
    placeholder.saidAt = now();
    await saying(placeholder.work, words)
      .then((message) => api.update(channel, ts, message))
      .catch(() => undefined);
  }

  return {
    begin({ message, work }, channel, words) {
      const known = open.get(message);
      if (known?.work === work) return;
      if (known) {
        known.work = work;
        void change(known, channel, words);
        return;
      }
      const placeholder: Placeholder = { work, isTaken: false, saidAt: 0 };
      open.set(message, placeholder);
      void sayLater(placeholder, channel, words);
    },
    async take(message) {
      const placeholder = open.get(message);
      if (!placeholder) return undefined;
      open.delete(message);
      placeholder.isTaken = true;
      return placeholder.ts;
    },
  };
}

async function saying(work: Busy['work'], words: Words): Promise<SlackMessage> {
  return { text: (await words())[work], blocks: [] };
}
