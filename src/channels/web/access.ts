import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { Who } from '../../app/states.js';
import { preferredLocale, refuse } from './refusals.js';
import { tokensOf } from './tokens.js';
import type { WebParts } from './web-parts.js';

/** Who is at the page. */
export interface Session {
  readonly person: string;
  readonly conversation: string;
}

export type PageEnv = { Variables: { session: Session } };

/** How long nobody has to sign in again, in milliseconds. */
const SESSION_MS = { own: 90 * 24 * 60 * 60 * 1000, shared: 7 * 24 * 60 * 60 * 1000 };

export interface Access {
  /** Lets a person in: their browser knows them from then on. */
  admit(c: Context, person: string): Promise<void>;
  /** Their browser knows nobody any more. */
  dismiss(c: Context): void;
  session(c: Context): Promise<Session | undefined>;
  /** Lets nobody through who has not been let in. */
  readonly members: MiddlewareHandler<PageEnv>;
  /** Lets through what is asked of this server under a name of its own, by a page of its own. */
  readonly ownPages: MiddlewareHandler;
}

/** @param port the port the server has been given. */
export function openAccess(parts: WebParts, port: () => number): Access {
  const { origin, secret, signingKey, now } = parts;
  const isShared = secret !== undefined;
  const content = z.object({ person: z.string(), conversation: z.string() });
  const sessions = tokensOf<Session>('session', `${signingKey}${secret ?? ''}`, content, now);
  // Browsers keep one set of cookies for all ports of a machine.
  const cookie = () => `shenbao-${port()}`;
  const localeOf = (c: Context) => preferredLocale(c, parts.locale);

  async function session(c: Context): Promise<Session | undefined> {
    const token = getCookie(c, cookie());
    return token === undefined ? undefined : sessions.open(token);
  }

  return {
    session,
    async admit(c, person) {
      const token = await sessions.make(
        { person, conversation: conversationOf(person) },
        isShared ? SESSION_MS.shared : SESSION_MS.own,
      );
      setCookie(c, cookie(), token, {
        httpOnly: true,
        sameSite: 'Strict',
        path: '/',
        secure: origin?.startsWith('https:') ?? false,
        maxAge: Math.floor((isShared ? SESSION_MS.shared : SESSION_MS.own) / 1000),
      });
    },
    dismiss(c) {
      deleteCookie(c, cookie(), { path: '/' });
    },
    async members(c, next) {
      const found = await session(c);
      if (!found) return refuse(c, isShared ? 'signed-out-shared' : 'signed-out', localeOf(c));
      // A page that was opened by somebody else speaks for nobody any more.
      const own = c.req.header('x-shenbao-as') ?? c.req.query('as');
      if (own !== undefined && own !== found.conversation) {
        return refuse(c, 'somebody-else', localeOf(c));
      }
      c.set('session', found);
      return next();
    },
    async ownPages(c, next) {
      const origins = ownOrigins(parts, port());
      const hosts = origins.map((each) => new URL(each).host);
      const isOwnHost = hosts.includes(c.req.header('host')?.toLowerCase() ?? '');
      const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
      if (!isOwnHost || !(isRead || isOwnOrigin(c, origins))) {
        return refuse(c, 'foreign', localeOf(c));
      }
      return next();
    },
  };
}

/**
 * The names under which a browser may ask for this server. Any other is a foreign name that somebody has pointed
 * at this address (DNS rebinding).
 */
function ownOrigins({ origin, host }: WebParts, port: number): readonly string[] {
  const local = isLoopback(host) ? ['127.0.0.1', 'localhost', '[::1]'] : [];
  const names = local.map((name) => `http://${name}:${port}`);
  return origin === undefined ? names : [...names, new URL(origin).origin];
}

/** What changes something must say where it comes from, and come from here. */
function isOwnOrigin(c: Context, origins: readonly string[]): boolean {
  const site = c.req.header('sec-fetch-site');
  const isHere = origins.includes(c.req.header('origin') ?? '');
  return isHere && (site === undefined || site === 'same-origin');
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** A person's conversation; its name tells nobody who reads a log whose it is. */
function conversationOf(person: string): string {
  const digest = createHash('sha256').update(person).digest('base64url');
  return `web:${digest.slice(0, 16)}`;
}

/** Whom a view is for. */
export function whoIs({ person, conversation }: Session, at: number): Who {
  return { person, conversation, at };
}
