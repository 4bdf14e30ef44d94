import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import type { Inbox, NetworkChannel } from '../../app/ports.js';
import { faultOf } from '../../errors.js';
import { slackApi } from './api.js';
import { connect } from './connect.js';
import { openDesk } from './desk.js';
import { openEvents } from './events.js';
import { fetchSlackFile } from './fetch-file.js';
import { BY_ID } from './incoming.js';
import { openPresses, type Pressed } from './presses.js';
import type { SlackParts } from './slack-parts.js';
import { speaker } from './speak.js';

/** Slack, by Bolt: over a socket that this program opens, or by calls that Slack makes. */
export interface SlackChannel extends NetworkChannel {
  /** The port that Slack's calls come to; undefined over a socket. */
  port(): number | undefined;
}

export function slack(parts: SlackParts): SlackChannel {
  const api = slackApi(parts);
  let inbox: Inbox | undefined;
  let port: number | undefined;
  let isListening = false;
  let finish: () => void = () => {};
  const desk = openDesk(api, parts, () => inbox);
  const speak = speaker(api, parts);
  const events = openEvents(api, desk, parts);
  const presses = openPresses(api, desk, speak, parts);
  const connection = connect(parts, events.take);
  listenTo(connection.app);

  function listenTo(app: App): void {
    app.event(/^/, async ({ body }) => {
      await events.answer(body);
    });
    app.action<BlockAction>(/^/, async ({ body, action, ack }) => {
      await presses.press(pressedIn(body, action), () => ack());
    });
    app.view<ViewSubmitAction>(/^/, async ({ body, ack }) => {
      const { user, team, view } = body;
      const errors = await presses.submit({ team: team?.id ?? '', user: user.id }, view);
      await (errors ? ack({ response_action: 'errors', errors }) : ack());
    });
    app.command('/shenbao', async ({ command, ack }) => {
      const { team_id: team, user_id: user, text, trigger_id, channel_id } = command;
      const place = await desk.direct({ team, user });
      const isGreeting = text.trim() === '';
      const words = isGreeting ? { type: 'opened' as const } : { type: 'text' as const, text };
      await desk.accept(place, `${place.channel}:${trigger_id}`, words);
      const isHere = channel_id === place.channel;
      await ack(isHere ? undefined : (await desk.words(place)).inMessages);
    });
    app.error(async (error) => parts.log('error', 'slack event not handled', faultOf(error)));
  }

  async function listen(given: Inbox): Promise<void> {
    inbox = given;
    port = await connection.start();
    isListening = true;
  }

  return {
    id: 'slack',
    title: 'Slack',
    listen,
    port: () => port,
    async start(given) {
      if (!isListening) await listen(given);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    },
    send: speak.reply,
    busy: speak.busy,
    async fetchFile({ url }) {
      if (!url.startsWith(BY_ID)) return fetchSlackFile(url, parts);
      const address = await api.fileAddress(url.slice(BY_ID.length)).catch(() => undefined);
      return address === undefined ? 'gone' : fetchSlackFile(address, parts);
    },
    async stop() {
      await connection.stop();
      finish();
    },
  };
}

/** A press, whatever kind of element it came by. */
function pressedIn(body: BlockAction, action: BlockAction['actions'][number]): Pressed {
  const { team, user, channel, message, trigger_id: trigger } = body;
  const isList = action.type === 'static_select';
  return {
    ...(channel && { channel: channel.id }),
    team: team?.id ?? user.team_id ?? '',
    user: user.id,
    action: action.action_id,
    ts: action.action_ts,
    value: isList ? action.selected_option.value : 'value' in action ? String(action.value) : '',
    label: textIn(isList ? action.selected_option.text : 'text' in action && action.text),
    trigger,
    message,
  };
}

function textIn(text: unknown): string {
  return typeof text === 'object' && text !== null && 'text' in text ? String(text.text) : '';
}
