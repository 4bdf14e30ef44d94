import { type Ack, type How, type Kind, unreached } from './carriers.js';
import { findMessage, messagesIn, post, rewrite } from './channel-log.js';
import { changedEvent, eventCallback, messageEvent, subscription } from './events.js';
import {
  actor,
  blockActions,
  choosable,
  chosen,
  pressable,
  remember,
  surfaceFor,
  type Where,
} from './interactions.js';
import type { Host } from './method.js';
import { closeModal, submitModal } from './modal-actions.js';
import type { FilledIn } from './modal-input.js';
import type { PostOffice } from './post-office.js';
import { answerWith, newResponseUrl } from './response-url.js';
import { onScreen } from './screen.js';
import { keepFile, type PersonFile } from './slack-files.js';
import { stateKey } from './typed-state.js';
import { replaceView, viewObject } from './views.js';
import { onTheWire } from './wire-text.js';
import { BOT_USER, type Member, type Message, TEAM } from './workspace.js';

/** In which thread, and in which channel if not in the direct messages. */
export interface InThread extends How {
  readonly channel?: string;
  readonly thread_ts?: string;
}

export type Said = Ack & { readonly ts: string };

/** Somebody who uses Slack. Everything resolves when the app has acknowledged it, or has failed to. */
export interface Person extends Member {
  say(text: string, how?: InThread): Promise<Said>;
  mention(channel: string, text: string, how?: InThread): Promise<Said>;
  edit(ts: string, text: string, how?: InThread): Promise<Ack>;
  remove(ts: string, how?: InThread): Promise<Ack>;
  sendFile(
    name: string,
    bytes: Uint8Array,
    how?: Omit<PersonFile, 'name' | 'bytes'> & InThread & { readonly text?: string },
  ): Promise<Said>;
  sendFiles(
    files: readonly PersonFile[],
    how?: InThread & { readonly text?: string },
  ): Promise<Said>;
  /** A button by its words, its action_id or its value, in the newest message that offers anything. */
  press(name: string, where?: Where & How): Promise<Ack>;
  /** One option, or several of one list, by label or value. */
  choose(labels: string | readonly string[], where?: Where & How): Promise<Ack>;
  submit(values?: FilledIn, how?: How): Promise<Ack>;
  close(how?: { readonly all?: boolean }): Promise<Ack | undefined>;
  openHome(tab?: 'home' | 'messages', how?: How): Promise<Ack>;
  /** `/name and the rest`. What the app acknowledges with is shown. */
  command(line: string, how?: InThread): Promise<Ack>;
  messages(channel?: string): readonly Message[];
  /** Resolves as soon as this holds for what the person sees; says what it saw when it never does. */
  until(
    holds: (messages: readonly Message[]) => boolean,
    channel?: string,
  ): Promise<readonly Message[]>;
  /** Resolves with the first message of the bot, now or later, that satisfies this. */
  answer(is: (message: Message) => boolean, channel?: string): Promise<Message>;
}

export function openPerson(host: Host, office: PostOffice, member: Member): Person {
  const { workspace, origin } = host;
  const { id, name, dm } = member;

  /** Sends an event if the app has subscribed to it. */
  async function notify(event: object, subscription: string, how: How): Promise<Ack> {
    if (!workspace.options.events.includes(subscription)) return unreached(`no ${subscription}`);
    return office.send('events_api', eventCallback(workspace, event), how);
  }

  async function write(text: string, how: InThread, files?: readonly PersonFile[]): Promise<Said> {
    const { channel = dm, thread_ts, ...rest } = how;
    const kept = files?.map((file) => keepFile(workspace, id, file));
    const message = post(workspace, {
      channel,
      user: id,
      text,
      blocks: [],
      ...(thread_ts ? { thread_ts } : {}),
      ...(kept ? { files: kept } : {}),
    });
    const event = messageEvent(workspace, message, origin());
    const ack = await notify(event, subscription(channel), rest);
    return { ...ack, ts: message.ts };
  }

  async function change(ts: string, text: string | undefined, how: InThread): Promise<Ack> {
    const { channel = dm, ...rest } = how;
    const before = findMessage(workspace, channel, ts);
    if (before?.user !== id) throw new Error(`${name} wrote no message ${ts}`);
    const after: Message | undefined =
      text === undefined ? undefined : { ...before, text: onTheWire(text), edited: true };
    rewrite(workspace, before, after);
    const event = changedEvent(workspace, before, after, origin());
    return notify(event, subscription(channel), rest);
  }

  function seen(channel: string): readonly Message[] {
    return messagesIn(workspace, channel).filter(({ onlyFor = id }) => onlyFor === id);
  }

  function look<T>(channel: string, found: (messages: readonly Message[]) => T | undefined) {
    const read = () => seen(channel).flatMap(onScreen).join('\n');
    return workspace.watches.until(() => found(seen(channel)), read);
  }

  return {
    ...member,
    say: (text, how = {}) => write(onTheWire(text), how),
    edit: (ts, text, how = {}) => change(ts, text, how),
    remove: (ts, how = {}) => change(ts, undefined, how),
    sendFiles: (files, { text = '', ...how } = {}) => write(onTheWire(text), how, files),
    sendFile(file, bytes, { text = '', channel, thread_ts, ...more } = {}) {
      const { signature, age, retry, times, overlapping, ...odd } = more;
      const given = { signature, age, retry, times, overlapping, channel, thread_ts };
      return write(onTheWire(text), defined(given), [{ name: file, bytes, ...odd }]);
    },
    async mention(channel, text, how = {}) {
      if (!workspace.channels.has(channel)) workspace.channels.set(channel, []);
      // The same words are two events where the app hears the channel, too: same ts, other ids.
      const { thread_ts: _, channel: __, ...rest } = how;
      const words = `<@${BOT_USER}> ${onTheWire(text)}`;
      const { ts } = await write(words, { ...how, channel });
      const message = findMessage(workspace, channel, ts);
      if (!message) throw new Error('The message was taken away while it was being sent');
      const event = {
        ...messageEvent(workspace, message, origin()),
        type: 'app_mention',
      };
      return { ...(await notify(event, 'app_mention', rest)), ts };
    },
    async press(wanted, where = {}) {
      const surface = surfaceFor(workspace, member, where);
      const placed = pressable(surface, wanted);
      const payload = blockActions(host, member, surface, placed, {});
      return office.send('interactive', payload, onlyHow(where));
    },
    async choose(labels, where = {}) {
      const surface = surfaceFor(workspace, member, where);
      const names = [labels].flat();
      const placed = choosable(surface, names[0] ?? '');
      const before = surface.view?.typed ?? workspace.chosen.get(surface.id);
      const value = chosen(placed, names, before?.get(stateKey(placed)));
      if (surface.view) {
        const typed = new Map([...surface.view.typed, [stateKey(placed), value]]);
        replaceView(workspace, { ...surface.view, typed });
      } else if (placed.element.type !== 'overflow') {
        remember(workspace, surface.id, placed, value);
      }
      const now = surface.view ? surfaceFor(workspace, member, where) : surface;
      const payload = blockActions(host, member, now, placed, value);
      return office.send('interactive', payload, onlyHow(where));
    },
    submit: (values = {}, how = {}) => submitModal(host, office, member, values, how),
    close: ({ all = false } = {}) => closeModal(host, office, member, all),
    openHome(tab = 'home', how = {}) {
      const home = workspace.homes.get(id);
      const view = tab === 'home' && home ? { view: viewObject(workspace, home) } : {};
      const event = {
        type: 'app_home_opened',
        user: id,
        channel: dm,
        tab,
        event_ts: workspace.ts(),
      };
      return notify({ ...event, ...view }, 'app_home_opened', how);
    },
    async command(line, { channel = dm, ...how } = {}) {
      const [command = '', ...rest] = line.split(' ');
      const { user, trigger_id, token, api_app_id } = actor(workspace, member);
      const fields = {
        token,
        team_id: TEAM,
        team_domain: 'shenbao',
        channel_id: channel,
        channel_name: channel === dm ? 'directmessage' : 'general',
        user_id: id,
        user_name: user.name,
        command,
        text: rest.join(' '),
        api_app_id,
        is_enterprise_install: 'false',
        response_url: newResponseUrl(host, { channel, user: id }),
        trigger_id,
      };
      const ack = await office.send('slash_commands' satisfies Kind, fields, how);
      if (ack.body) answerWith(host, command, { channel, user: id }, ack.body);
      return ack;
    },
    messages: (channel = dm) => seen(channel),
    until: (holds, channel = dm) => look(channel, (all) => (holds(all) ? all : undefined)),
    answer: (is, channel = dm) =>
      look(channel, (all) => all.find((message) => message.user === 'bot' && is(message))),
  };
}

/** Without the keys that say where. */
function onlyHow({ channel: _, ts: __, on: ___, ...how }: Where & How): How {
  return how;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the keys that say nothing: an optional property is left out rather than undefined. */
function defined<T extends object>(given: T): Defined<T> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}
