import type { Words } from '../../interview/understand.js';
import type { SlackApi } from './api.js';
import type { Desk } from './desk.js';
import { fieldsOf } from './form-fields.js';
import { errorsAt, windowOf, writtenIn } from './form-window.js';
import { choiceIn, type Place } from './incoming.js';
import type { SlackParts } from './slack-parts.js';
import { promptIn, type Speaker } from './speak.js';

/** What somebody pressed or chose, in the terms of every kind of element. */
export interface Pressed {
  /** The direct conversation; none on the home tab. */
  readonly channel?: string;
  readonly team: string;
  readonly user: string;
  readonly action: string;
  /** When it was pressed: the same on every delivery. */
  readonly ts: string;
  readonly value: string;
  /** What it said. */
  readonly label: string;
  /** Opens a window, within three seconds. */
  readonly trigger: string;
  /** The message it stands under. */
  readonly message: unknown;
}

/** What people do with buttons, lists, windows and the command. */
export interface Presses {
  /** @param ack tells Slack that the press was taken; when it is not, Slack shows so. */
  press(pressed: Pressed, ack: () => Promise<void>): Promise<void>;
  /** Takes what was written in a window; gives sentences by its fields where it cannot be taken. */
  submit(
    person: Omit<Place, 'channel'>,
    view: unknown,
  ): Promise<Readonly<Record<string, string>> | undefined>;
}

export function openPresses(
  api: SlackApi,
  desk: Desk,
  speak: Speaker,
  { views, log }: SlackParts,
): Presses {
  async function choose(pressed: Pressed, ack: () => Promise<void>): Promise<void> {
    const choice = choiceIn(pressed.value);
    const place = await placeOf(pressed);
    if (!choice) return stale(place, ack);
    const { conversation } = await desk.who(place);
    const prompt = promptIn(pressed.message);
    // Before it is taken: the answer to it may be there before this goes on.
    const showChoice = prompt && (await speak.pressing(conversation, prompt));
    await desk.accept(place, `${place.channel}:${pressed.ts}`, { type: 'choose', ...choice });
    await ack();
    await showChoice?.(pressed.label);
  }

  async function openForm(pressed: Pressed, ack: () => Promise<void>): Promise<void> {
    await ack();
    const place = await placeOf(pressed);
    const words = await desk.words(place);
    const view = await views.form(await desk.who(place));
    const fields = fieldsOf(view, words);
    if (!fields || !view.question) return say(place, 'staleButton');
    const subject = { channel: place.channel, filing: view.filing };
    const window = windowOf(subject, view.question.label, fields, words);
    await api.openWindow(pressed.trigger, window).catch(async () => say(place, 'windowFailed'));
  }

  /** A button of the home tab says something in the direct conversation. */
  async function sayFor(pressed: Pressed, ack: () => Promise<void>, words: Words): Promise<void> {
    const place = await placeOf(pressed);
    await desk.accept(place, `${place.channel}:${pressed.ts}`, words);
    await ack();
  }

  async function stale(place: Place, ack: () => Promise<void>): Promise<void> {
    await ack();
    await say(place, 'staleButton');
  }

  async function say(place: Place, key: 'staleButton' | 'windowFailed'): Promise<void> {
    const words = await desk.words(place);
    await api.post(place.channel, { text: words[key], blocks: [] });
  }

  async function placeOf({ team, user, channel }: Pressed): Promise<Place> {
    return channel === undefined ? desk.direct({ team, user }) : { team, user, channel };
  }

  return {
    async press(pressed, ack) {
      // Buttons that stand side by side are told apart by what follows the point.
      const [action = ''] = pressed.action.split('.');
      switch (action) {
        case 'choose':
          return choose(pressed, ack);
        case 'form':
          return openForm(pressed, ack);
        case 'go-on':
          return sayFor(pressed, ack, { type: 'text', text: `打开 ${pressed.value}` });
        case 'another':
          return sayFor(pressed, ack, { type: 'text', text: '换一份' });
        case 'start':
          return sayFor(pressed, ack, { type: 'opened' });
        default:
          log('warn', 'slack action unknown');
          return stale(await placeOf(pressed), ack);
      }
    },
    async submit({ team, user }, view) {
      const written = writtenIn(view);
      const place = { team, user, channel: written.subject.channel };
      const { fills, id } = written;
      const errors = errorsAt(written, await views.faults(await desk.who(place), fills));
      if (errors) return errors;
      const isChanged = fills.fills.length + fills.lines.length > 0;
      if (isChanged) await desk.accept(place, `${place.channel}:${id}`, fills);
      return undefined;
    },
  };
}
