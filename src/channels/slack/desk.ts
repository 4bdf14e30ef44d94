import type { Inbox, Message } from '../../app/ports.js';
import type { Who } from '../../app/states.js';
import { AppError } from '../../errors.js';
import type { Locale } from '../../forms/form.js';
import type { SlackApi } from './api.js';
import type { Place } from './incoming.js';
import { openPeople } from './people.js';
import type { SlackParts } from './slack-parts.js';
import { slackWords } from './speak.js';
import type { slackZhCn } from './zh-cn.js';

/** Where what comes from Slack is taken in: who it is from, which conversation it belongs to. */
export interface Desk {
  who(place: Place): Promise<Who & { readonly locale?: Locale }>;
  words(place: Place): Promise<typeof slackZhCn>;
  /** Resolves once it is kept: only then may Slack be told that it came. */
  accept(place: Place, id: string, words: Message['words']): Promise<void>;
  /** The direct conversation with a person. */
  direct(person: Omit<Place, 'channel'>): Promise<Place>;
}

export function openDesk(api: SlackApi, parts: SlackParts, inbox: () => Inbox | undefined): Desk {
  const { views, now } = parts;
  const people = openPeople(api, parts);
  const channels = new Map<string, Promise<string>>();

  const who: Desk['who'] = async ({ team, channel, user }) => {
    const { name: person, locale } = await people.of(user);
    const conversation = `slack:${team}:${channel}`;
    return { conversation, person, at: now(), ...(locale && { locale }) };
  };

  return {
    who,
    words: async (place) => slackWords(await views.locale(await who(place))),
    async accept(place, id, words) {
      const taking = inbox();
      if (!taking) throw new AppError('bug', 'not listening yet');
      await taking.accept({ ...(await who(place)), id: `slack:${id}`, channel: 'slack', words });
    },
    async direct({ team, user }) {
      let channel = channels.get(user);
      if (!channel) {
        channel = api.directWith(user);
        channels.set(user, channel);
        channel.catch(() => channels.delete(user));
      }
      return { team, user, channel: await channel };
    },
  };
}
