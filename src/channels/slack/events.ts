import type { SlackApi } from './api.js';
import type { Desk } from './desk.js';
import { homeOf } from './home.js';
import { type FromSlack, fromSlack, type Place } from './incoming.js';
import type { SlackParts } from './slack-parts.js';
import type { slackZhCn } from './zh-cn.js';

/** What Slack tells of: messages, mentions, tabs that were opened. */
export interface Events {
  /** Keeps what somebody said, or that they are there. Slack is told that it came only after this. */
  take(body: unknown): Promise<void>;
  /** Answers what changes nothing: it costs nothing when it is lost. */
  answer(body: unknown): Promise<void>;
}

/** Events are remembered for as long as Slack delivers them again. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000;

export function openEvents(api: SlackApi, desk: Desk, parts: SlackParts): Events {
  const { views, once, now } = parts;

  /** Says a sentence once, however often Slack tells of what it is about. */
  async function remark(
    place: Place & { readonly id: string },
    key: 'edited' | 'deleted' | 'inPrivate',
    thread?: string,
  ): Promise<void> {
    if (!(await once.take(`slack:${key}:${place.id}`, now() + REMEMBERED_MS))) return;
    const words: typeof slackZhCn = await desk.words(place);
    await api.post(place.channel, { text: words[key], blocks: [] }, thread);
  }

  /** Whoever opens the conversation for the first time is greeted; later it stands as it was left. */
  async function greet(place: Place): Promise<void> {
    const { conversation } = await desk.who(place);
    const greeted = `${conversation}:greeted`;
    if (await once.isTaken(greeted)) return;
    await desk.accept(place, `${place.channel}:greeting`, { type: 'opened' });
    await once.take(greeted, Number.MAX_SAFE_INTEGER);
  }

  async function showHome(person: Omit<Place, 'channel'>): Promise<void> {
    const place = await desk.direct(person);
    const view = homeOf(await views.filings(await desk.who(place)), await desk.words(place));
    await api.showHome(place.user, view);
  }

  async function answerTo(found: FromSlack): Promise<void> {
    switch (found.type) {
      case 'said':
      case 'opened':
      case 'nothing':
        return;
      case 'edited':
      case 'deleted':
        return remark(found, found.type);
      case 'mentioned':
        return remark(found, 'inPrivate', found.thread);
      case 'home':
        return showHome(found);
      default:
        return found satisfies never;
    }
  }

  return {
    async take(body) {
      const found = fromSlack(body);
      if (found.type === 'opened') return greet(found);
      if (found.type !== 'said') return;
      for (const said of found.said) await desk.accept(said, said.id, said.words);
    },
    answer: (body) => answerTo(fromSlack(body)),
  };
}
