import type { KnownBlock } from '@slack/types';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Busy, Reply } from '../../app/ports.js';
import type { Locale } from '../../forms/form.js';
import type { SlackApi } from './api.js';
import { slackEn } from './en.js';
import { fieldsOf } from './form-fields.js';
import { openPlaceholders } from './placeholders.js';
import { answeredBlocks, isPressable } from './pressables.js';
import { render, type SlackOp } from './render.js';
import type { SlackParts } from './slack-parts.js';
import { slackZhCn } from './zh-cn.js';

/** Replies that are partly sent: far more than people who write while Slack cannot be reached. */
const MOST_UNSENT = 10_000;

/** A message that can be pressed, as it was sent. */
const promptSchema = z.object({
  ts: z.string(),
  text: z.string().default(''),
  blocks: z.array(z.unknown()).default([]),
});

export type Prompt = z.infer<typeof promptSchema>;

/** A message as Slack gives it back with a press. */
export function promptIn(message: unknown): Prompt | undefined {
  const found = promptSchema.safeParse(message);
  return found.success ? found.data : undefined;
}

/** Says things on Slack, and takes back what can be pressed once it was answered. */
export interface Speaker {
  reply(reply: Reply): Promise<void>;
  busy(busy: Busy): void;
  /**
   * A message is being pressed: if it is the open question, its buttons are looked after by the press from here on.
   * Gives what shows the choice instead of them.
   */
  pressing(conversation: string, prompt: Prompt): Promise<(chosen: string) => Promise<void>>;
}

export function slackWords(locale: Locale): typeof slackZhCn {
  return locale === 'en' ? slackEn : slackZhCn;
}

/** The channel of a conversation: the direct message in which it is held. */
export function channelOf(conversation: string): string {
  return conversation.slice(conversation.lastIndexOf(':') + 1);
}

export function speaker(api: SlackApi, parts: SlackParts): Speaker {
  const { views, notes, log, now } = parts;
  const placeholders = openPlaceholders(api, parts);
  /** How many pieces of a reply have been sent, while it is not known that all of them have. */
  const done = new LRUCache<string, number>({ max: MOST_UNSENT });

  const who = (conversation: string) => ({ conversation, person: '', at: now() });

  async function withoutButtons(
    channel: string,
    { ts, text, blocks }: Prompt,
    chosen?: string,
  ): Promise<void> {
    // Blocks that this program has sent.
    const left = answeredBlocks(blocks as readonly KnownBlock[], chosen);
    // A press on what still stands there is told that it was answered: this is for the eye.
    await api.update(channel, ts, { text, blocks: left }).catch(() => {
      log('debug', 'old buttons stay');
    });
  }

  async function openPrompt(conversation: string): Promise<Prompt | undefined> {
    return promptIn(await notes.load(conversation));
  }

  /** What was answered in words has buttons no more. */
  async function closePrompt(conversation: string): Promise<void> {
    const open = await openPrompt(conversation);
    if (!open) return;
    await notes.save(conversation, null);
    await withoutButtons(channelOf(conversation), open);
  }

  /** The first words of an answer take the place of the word that it is being worked on. */
  async function post(
    op: Extract<SlackOp, { type: 'post' }>,
    { conversation, message, isNotice }: Reply,
  ): Promise<void> {
    const channel = channelOf(conversation);
    const waiting = isNotice ? undefined : await placeholders.take(message);
    if (waiting !== undefined) await api.update(channel, waiting, op);
    const ts = waiting ?? (await api.post(channel, op));
    if (!op.blocks.some(isPressable)) return;
    await notes.save(conversation, { ts, text: op.text, blocks: op.blocks });
  }

  async function upload(
    { name, data }: Extract<SlackOp, { type: 'upload' }>,
    { conversation, message }: Reply,
  ): Promise<void> {
    const channel = channelOf(conversation);
    const waiting = await placeholders.take(message);
    if (waiting !== undefined) await api.remove(channel, waiting).catch(() => {});
    await api.upload(channel, name, data);
  }

  async function wordsFor(conversation: string): Promise<typeof slackZhCn> {
    return slackWords(await views.locale(who(conversation)));
  }

  async function opsFor({
    conversation,
    parts: said,
    isNotice,
  }: Reply): Promise<readonly SlackOp[]> {
    const words = await wordsFor(conversation);
    if (isNotice) return render(said, words, false);
    const view = await views.form(who(conversation));
    return render(said, words, fieldsOf(view, words) !== undefined);
  }

  return {
    async reply(reply) {
      const { conversation, message, isNotice } = reply;
      if (!isNotice && !done.has(message)) await closePrompt(conversation);
      for (const [at, op] of (await opsFor(reply)).entries()) {
        // What was said before something failed is not said again.
        if (at < (done.get(message) ?? 0)) continue;
        done.set(message, at);
        await (op.type === 'post' ? post(op, reply) : upload(op, reply));
      }
      done.delete(message);
    },
    busy(busy) {
      const { conversation } = busy;
      placeholders.begin(busy, channelOf(conversation), () => wordsFor(conversation));
    },
    async pressing(conversation, prompt) {
      const open = await openPrompt(conversation);
      if (open?.ts !== prompt.ts) return async () => {};
      await notes.save(conversation, null);
      return (chosen) => withoutButtons(channelOf(conversation), prompt, chosen);
    },
  };
}
