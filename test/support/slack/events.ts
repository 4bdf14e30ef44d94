import { sharedFile } from './slack-files.js';
import { onTheScreen } from './wire-text.js';
import { APP, BOT, BOT_USER, type Message, TEAM, type Workspace } from './workspace.js';

/** The kind of channel, as events name it. */
export function channelType(channel: string): 'im' | 'channel' {
  return channel.startsWith('D') ? 'im' : 'channel';
}

/** The subscription that lets an app hear this channel. */
export function subscription(channel: string): string {
  return channelType(channel) === 'im' ? 'message.im' : 'message.channels';
}

/** An event in the envelope of the Events API. The id is what stays the same when it is sent again. */
export function eventCallback(workspace: Workspace, event: object): object {
  return {
    token: 'verification token, deprecated',
    team_id: TEAM,
    context_team_id: TEAM,
    context_enterprise_id: null,
    api_app_id: APP,
    event,
    type: 'event_callback',
    event_id: workspace.id('Ev'),
    event_time: Math.floor(workspace.options.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: TEAM,
        user_id: BOT_USER,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${workspace.id('C')}`,
  };
}

/** What both events and answers say of a message. */
export function messageObject(workspace: Workspace, message: Message, origin: string): object {
  const { ts, text, blocks, thread_ts, files, edited } = message;
  const ours = message.user === 'bot';
  const user = ours ? BOT_USER : message.user;
  const created = Math.floor(Number(ts));
  return {
    user,
    type: 'message',
    ts,
    ...(ours
      ? { bot_id: BOT, app_id: APP }
      : { client_msg_id: `00000000-0000-4000-8000-${ts.slice(-6).padStart(12, '0')}` }),
    text,
    team: TEAM,
    ...(ours ? { blocks } : { blocks: asTyped(text) }),
    ...(thread_ts ? { thread_ts, parent_user_id: parentOf(workspace, message) } : {}),
    ...(edited ? { edited: { user, ts } } : {}),
    ...(files
      ? { files: files.map((file) => sharedFile(file, origin, created)), upload: false }
      : {}),
  };
}

/** Slack's own window sends what a person types as rich text as well. */
function asTyped(text: string): object[] {
  const elements = [{ type: 'text', text: onTheScreen(text) }];
  const block = { block_id: 'typed', elements: [{ type: 'rich_text_section', elements }] };
  return text === '' ? [] : [{ type: 'rich_text', ...block }];
}

function parentOf({ channels }: Workspace, { channel, thread_ts }: Message): string {
  const parent = channels.get(channel)?.find((one) => one.ts === thread_ts);
  return parent === undefined || parent.user === 'bot' ? BOT_USER : parent.user;
}

/** A new message. Files make it `file_share`. */
export function messageEvent(workspace: Workspace, message: Message, origin: string): object {
  const { channel, ts, files } = message;
  return {
    ...messageObject(workspace, message, origin),
    ...(files ? { subtype: 'file_share' } : {}),
    channel,
    event_ts: ts,
    channel_type: channelType(channel),
  };
}

/** A message that reads differently now. Its author stands inside only: Bolt does not know its own. */
export function changedEvent(
  workspace: Workspace,
  before: Message,
  after: Message | undefined,
  origin: string,
): object {
  const ts = workspace.ts();
  return {
    type: 'message',
    subtype: after ? 'message_changed' : 'message_deleted',
    ...(after ? { message: messageObject(workspace, after, origin) } : { deleted_ts: before.ts }),
    previous_message: messageObject(workspace, before, origin),
    channel: before.channel,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: channelType(before.channel),
  };
}
