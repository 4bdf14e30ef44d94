import { channelBehind, findMessage, post, rewrite } from './channel-log.js';
import { changedEvent, messageEvent, messageObject } from './events.js';
import { type Args, textArg } from './http-body.js';
import { identified } from './identified.js';
import { checkMessage, refused } from './message-check.js';
import type { Answer, Host, Methods } from './method.js';
import type { Message } from './workspace.js';

/** Writing, changing and taking back messages. */
export const CHAT_METHODS: Methods = {
  'chat.postMessage': { scope: 'chat:write', run: postMessage },
  'chat.update': { scope: 'chat:write', run: update },
  'chat.delete': { scope: 'chat:write', run: remove },
  'chat.postEphemeral': { scope: 'chat:write', run: postEphemeral },
  'assistant.threads.setStatus': {
    scope: 'chat:write',
    run: ({ workspace }, args) =>
      workspace.channels.has(textArg(args, 'channel_id') ?? '')
        ? { ok: true }
        : refused('channel_not_found'),
  },
};

function postMessage(host: Host, args: Args): Answer {
  const { workspace, origin } = host;
  const draft = drafted(host, 'chat.postMessage', args);
  if ('ok' in draft) return draft;
  const message = post(workspace, draft);
  announce(host, message);
  const { ts, channel } = message;
  return { ok: true, channel, ts, message: messageObject(workspace, message, origin()) };
}

function postEphemeral(host: Host, args: Args): Answer {
  const user = textArg(args, 'user') ?? '';
  if (!host.workspace.people.has(user)) return refused('user_not_in_channel');
  const draft = drafted(host, 'chat.postEphemeral', args);
  if ('ok' in draft) return draft;
  return { ok: true, message_ts: post(host.workspace, { ...draft, onlyFor: user }).ts };
}

type Draft = Omit<Message, 'ts'>;

function drafted(
  { workspace }: Host,
  method: string,
  args: Args,
): Draft | Extract<Answer, { ok: false }> {
  const channel = channelBehind(workspace, textArg(args, 'channel') ?? '');
  if (!channel) return refused('channel_not_found');
  const text = textArg(args, 'text') ?? '';
  if (text === '' && args['blocks'] === undefined) return refused('no_text');
  const thread_ts = textArg(args, 'thread_ts');
  const parent = thread_ts === undefined || findMessage(workspace, channel, thread_ts);
  if (!parent || (parent !== true && parent.thread_ts)) {
    workspace.violations.push(`${method}: thread_ts ${thread_ts} is not the first of a thread`);
    return refused('cannot_reply_to_message');
  }
  const blocks = checkMessage(workspace, method, text, args['blocks']);
  if ('ok' in blocks) return blocks;
  return {
    user: 'bot',
    channel,
    text,
    blocks: identified(workspace, blocks),
    ...(thread_ts === undefined ? {} : { thread_ts }),
  };
}

/** Tells the app about the bot's own message, as Slack does. */
export function announce({ workspace, origin, tell }: Host, message: Message): void {
  if (workspace.options.echo) tell(messageEvent(workspace, message, origin()));
}

function ours(
  { workspace }: Host,
  args: Args,
  not: string,
): Message | Extract<Answer, { ok: false }> {
  const channel = textArg(args, 'channel') ?? '';
  if (!workspace.channels.has(channel)) return refused('channel_not_found');
  const message = findMessage(workspace, channel, textArg(args, 'ts') ?? '');
  if (!message || message.onlyFor) return refused('message_not_found');
  return message.user === 'bot' ? message : refused(not);
}

/** Without `blocks` the old ones stay; an empty list takes them away. Without `text` that stays. */
function update(host: Host, args: Args): Answer {
  const { workspace, origin } = host;
  const before = ours(host, args, 'cant_update_message');
  if ('ok' in before) return before;
  const given = args['blocks'];
  if (given === undefined && textArg(args, 'text') === undefined) return refused('no_text');
  const text = textArg(args, 'text') ?? before.text;
  const blocks = checkMessage(workspace, 'chat.update', text, given ?? before.blocks);
  if ('ok' in blocks) return blocks;
  const after: Message = { ...before, text, blocks: identified(workspace, blocks), edited: true };
  rewriteAloud(host, before, after);
  const { channel, ts } = after;
  return { ok: true, channel, ts, text, message: messageObject(workspace, after, origin()) };
}

function remove(host: Host, args: Args): Answer {
  const before = ours(host, args, 'cant_delete_message');
  if ('ok' in before) return before;
  rewriteAloud(host, before, undefined);
  return { ok: true, channel: before.channel, ts: before.ts };
}

/** Changes the bot's message, or takes it away, and tells the app as Slack does. */
export function rewriteAloud(host: Host, before: Message, after: Message | undefined): void {
  const { workspace, origin, tell } = host;
  rewrite(workspace, before, after);
  if (workspace.options.echo) tell(changedEvent(workspace, before, after, origin()));
}
