import { z } from 'zod';

/** A file as Slack tells of it. */
const slackFile = z.object({
  id: z.string(),
  name: z.string().nullish(),
  title: z.string().nullish(),
  url_private_download: z.string().optional(),
  url_private: z.string().optional(),
});

const aMessage = z.object({
  user: z.string().optional(),
  bot_id: z.string().optional(),
  ts: z.string().optional(),
  text: z.string().nullish(),
});

const messageEvent = z.object({
  type: z.literal('message'),
  subtype: z.string().optional(),
  channel: z.string(),
  channel_type: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().nullish(),
  files: z.array(slackFile).optional(),
  /** What it became, and what it was, of a message that was edited or deleted. */
  message: aMessage.optional(),
  previous_message: aMessage.optional(),
});

const eventBody = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  /** Whom the event is delivered to: the bot's own user among them. */
  authorizations: z.array(z.object({ user_id: z.string().optional() })).default([]),
  event: z.discriminatedUnion('type', [
    messageEvent,
    z.object({
      type: z.literal('app_mention'),
      channel: z.string(),
      user: z.string().optional(),
      ts: z.string(),
      thread_ts: z.string().optional(),
    }),
    z.object({
      type: z.literal('app_home_opened'),
      user: z.string(),
      channel: z.string(),
      tab: z.string(),
    }),
  ]),
});

/** Begins the address of a file that Slack tells only the id of, as those of other workspaces. */
export const BY_ID = 'slack-file:';

/** Where something happens on Slack, and who does it. */
export interface Place {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
}

/** Something said, or sent, in a direct message. */
export interface SaidOnSlack extends Place {
  /** Unique for the message, on every redelivery: its channel and moment. */
  readonly id: string;
  readonly words:
    | { readonly type: 'text'; readonly text: string }
    | { readonly type: 'remote-file'; readonly name: string; readonly url: string };
}

/** What an event comes to. Nothing for one that asks for nothing: bots, changes by Slack itself, other channels. */
export type FromSlack =
  | { readonly type: 'said'; readonly said: readonly SaidOnSlack[] }
  /** A message that was taken has been changed, or removed. */
  | (Place & { readonly type: 'edited' | 'deleted'; readonly id: string })
  /** The bot is spoken to where others read along. */
  | (Place & { readonly type: 'mentioned'; readonly id: string; readonly thread: string })
  | (Place & { readonly type: 'opened' })
  | (Omit<Place, 'channel'> & { readonly type: 'home' })
  | { readonly type: 'nothing' };

/** Subtypes of messages that people write. Everything else is Slack's own, or about messages. */
const WRITTEN = new Set([undefined, 'file_share', 'me_message', 'thread_broadcast']);

const NOTHING: FromSlack = { type: 'nothing' };

/** Reads what Slack delivers to an app's events. What is malformed asks for nothing, as an unknown event does. */
export function fromSlack(body: unknown): FromSlack {
  const parsed = eventBody.safeParse(body);
  if (!parsed.success) return NOTHING;
  const { team_id: team, event, authorizations } = parsed.data;
  // What the bot itself says and sends comes back to it, files without a mark that a bot sent them.
  const isOwn = authorizations.some(({ user_id: id }) => id !== undefined && id === event.user);
  if (isOwn) return NOTHING;
  switch (event.type) {
    case 'app_mention': {
      const { channel, ts, thread_ts: thread = ts, user } = event;
      return user === undefined || channel.startsWith('D')
        ? NOTHING
        : { type: 'mentioned', id: `${channel}:${ts}`, ...{ team, channel, user, thread } };
    }
    case 'app_home_opened': {
      const { user, channel, tab } = event;
      return tab === 'home'
        ? { type: 'home', team, user }
        : { type: 'opened', team, channel, user };
    }
    case 'message':
      return fromMessage(team, event);
    default:
      return event satisfies never;
  }
}

function fromMessage(team: string, event: z.infer<typeof messageEvent>): FromSlack {
  const { channel, ts, user, subtype } = event;
  if (event.channel_type !== 'im') return NOTHING;
  if (subtype === 'message_changed' || subtype === 'message_deleted') return fromEdit(team, event);
  if (!WRITTEN.has(subtype) || user === undefined || event.bot_id !== undefined) return NOTHING;
  const about = { team, channel, user };
  const text = plainText(event.text ?? '');
  const files = (event.files ?? []).map((file, at): SaidOnSlack => {
    const name = file.name ?? file.title ?? file.id;
    const url = file.url_private_download ?? file.url_private ?? `${BY_ID}${file.id}`;
    return { ...about, id: `${channel}:${ts}.f${at}`, words: { type: 'remote-file', name, url } };
  });
  const said: SaidOnSlack[] = [
    ...(text.trim() === '' && files.length > 0
      ? []
      : [{ ...about, id: `${channel}:${ts}`, words: { type: 'text' as const, text } }]),
    ...files,
  ];
  return { type: 'said', said };
}

/** A link that Slack has unfolded changes a message too; only what the person changed is worth a word. */
function fromEdit(
  team: string,
  { channel, ts, subtype, message, previous_message: before }: z.infer<typeof messageEvent>,
): FromSlack {
  const { user, bot_id: bot } = before ?? message ?? {};
  if (user === undefined || bot !== undefined) return NOTHING;
  const id = `${channel}:${before?.ts ?? ts}`;
  if (subtype === 'message_deleted') return { type: 'deleted', id, team, channel, user };
  const isTheirs = (message?.text ?? '') !== (before?.text ?? '');
  return isTheirs ? { type: 'edited', id: `${id}.${ts}`, team, channel, user } : NOTHING;
}

/** A text as it was typed: Slack escapes three characters, and writes links, people and channels in brackets. */
export function plainText(text: string): string {
  return (
    text
      // A table that is pasted may begin or end with an empty cell: only a mention takes its spaces along.
      .replace(/<[@!][^>|]*(?:\|([^>]*))?> ?/g, (_, label?: string) => label ?? '')
      .replace(/<#[^>|]*\|?([^>]*)>/g, (_, label: string) => `#${label}`)
      .replace(/<([^>|]+)\|([^>]*)>/g, '$2')
      .replace(/<([^>|]+)>/g, '$1')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  );
}

/** What a choice stands for: the question it belongs to, and its place. */
export function choiceIn(value: string | undefined): { prompt: number; at: number } | undefined {
  const [, prompt = '', at = ''] = /^(\d{1,9}):(\d{1,3})$/.exec(value ?? '') ?? [];
  return prompt === ''
    ? undefined
    : { prompt: Number.parseInt(prompt, 10), at: Number.parseInt(at, 10) };
}
