import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Locale } from '../../forms/form.js';
import { type Refusal, refuse } from './refusals.js';

/** Bytes of a message: the longest text, three bytes a character, and what JSON adds. */
export const LARGEST_MESSAGE = 256 * 1024;

/** Pages one person may have open at once. */
export const MOST_PAGES = 20;

/** Requests a minute, by what they are. A person at a keyboard stays far below all of them. 〔推〕 */
const A_MINUTE = { messages: 120, files: 20, reads: 900, signIns: 10 };

/** Lets so many requests of a kind through each minute, for each key. */
export function limited(
  kind: keyof typeof A_MINUTE,
  keyOf: (c: Context) => string,
  localeOf: (c: Context) => Locale,
  say: (c: Context, refusal: Refusal, locale: Locale) => Response | Promise<Response> = refuse,
): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: A_MINUTE[kind], duration: 60 });
  return async (c, next) => {
    const waitMs = await limiter.consume(keyOf(c)).then(
      () => 0,
      (full: RateLimiterRes) => full.msBeforeNext,
    );
    if (waitMs === 0) return next();
    c.header('Retry-After', String(Math.ceil(waitMs / 1000)));
    return say(c, 'too-many', localeOf(c));
  };
}
