import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Locale } from '../../forms/form.js';
import { refuse } from './refusals.js';

/** Bytes of a message: the longest text, three bytes a character, and what JSON adds. */
export const LARGEST_MESSAGE = 256 * 1024;

/** Pages one person may have open at once. */
export const MOST_PAGES = 20;

/** Requests a minute, by what they are. A person at a keyboard stays far below all of them. 〔推〕 */
const A_MINUTE = { messages: 120, files: 20, reads: 900 };

/** Wrong guesses a minute: of one name, and from one address, behind which a whole unit may sit. 〔推〕 */
const GUESSES = { name: 10, address: 100 };

/** Counts wrong guesses; right ones cost nothing. */
export function guessing() {
  const byName = new RateLimiterMemory({ points: GUESSES.name, duration: 60 });
  const byAddress = new RateLimiterMemory({ points: GUESSES.address, duration: 60 });
  const nameKey = (address: string, name: string) => `${address} ${name}`;
  return {
    /** Milliseconds until somebody may try again; 0 when they may. */
    async waitFor(address: string, name: string): Promise<number> {
      const [own, all] = [await byName.get(nameKey(address, name)), await byAddress.get(address)];
      const full = [own, all].find((each) => each && each.remainingPoints <= 0);
      return full?.msBeforeNext ?? 0;
    },
    async wrong(address: string, name: string): Promise<void> {
      await byName.consume(nameKey(address, name)).catch(() => {});
      await byAddress.consume(address).catch(() => {});
    },
  };
}

/** Files that are being taken in at once, over all people: each may be 20 MB and is held twice. */
export const UPLOADS_AT_ONCE = 3;

/** Lets so many requests through at a time; the others are asked to come again. */
export function atOnce(
  most: number,
  refuse: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  let inside = 0;
  return async (c, next) => {
    if (inside >= most) {
      c.header('Retry-After', '2');
      return refuse(c);
    }
    inside += 1;
    try {
      return await next();
    } finally {
      inside -= 1;
    }
  };
}

/** Lets so many requests of a kind through each minute, for each key. */
export function limited(
  kind: keyof typeof A_MINUTE,
  keyOf: (c: Context) => string,
  localeOf: (c: Context) => Locale,
): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: A_MINUTE[kind], duration: 60 });
  return async (c, next) => {
    const waitMs = await limiter.consume(keyOf(c)).then(
      () => 0,
      (full: RateLimiterRes) => full.msBeforeNext,
    );
    if (waitMs === 0) return next();
    c.header('Retry-After', String(Math.ceil(waitMs / 1000)));
    return refuse(c, 'too-many', localeOf(c));
  };
}
