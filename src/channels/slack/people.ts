import { LRUCache } from 'lru-cache';
import type { Locale } from '../../forms/form.js';
import type { SlackApi } from './api.js';
import type { SlackParts } from './slack-parts.js';

/** What is known of a person: what the record of changes calls them, and the language they use Slack in. */
export interface SlackPerson {
  readonly name: string;
  readonly locale?: Locale;
}

/** People by their ids. */
export interface People {
  /** Their id as their name when Slack does not say more soon: asking must not keep a message from being taken. */
  of(user: string): Promise<SlackPerson>;
}

const MOST_PEOPLE = 5_000;
/** Milliseconds that are waited for a name. */
const PATIENCE_MS = 200;
/** Names are asked for anew after a day: people marry. */
const KNOWN_FOR_MS = 24 * 60 * 60 * 1000;

export function openPeople(
  api: Pick<SlackApi, 'person'>,
  { wait }: Pick<SlackParts, 'wait'>,
): People {
  const known = new LRUCache<string, Promise<SlackPerson>>({ max: MOST_PEOPLE, ttl: KNOWN_FOR_MS });

  async function asked(user: string): Promise<SlackPerson> {
    const { name = user, locale: tag } = await api.person(user);
    const locale = localeIn(tag);
    return { name, ...(locale && { locale }) };
  }

  return {
    of(user) {
      const unknown: SlackPerson = { name: user };
      let person = known.get(user);
      if (!person) {
        person = asked(user).catch(() => {
          // Without the right to ask, or without an answer, the id serves until the next message.
          known.delete(user);
          return unknown;
        });
        known.set(user, person);
      }
      return Promise.race([person, wait(PATIENCE_MS).then(() => unknown)]);
    },
  };
}

function localeIn(tag: string | undefined): Locale | undefined {
  if (tag?.startsWith('zh')) return 'zh-cn';
  return tag?.startsWith('en') ? 'en' : undefined;
}
