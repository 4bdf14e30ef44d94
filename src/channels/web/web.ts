import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { LinePart } from '../../app/chat-log.js';
import type { Channel, Inbox, Reply } from '../../app/ports.js';
import { AppError, faultOf } from '../../errors.js';
import { isLoopback, openAccess } from './access.js';
import { pageApi } from './api.js';
import { readAssets } from './assets.js';
import { doors } from './doors.js';
import { openHub } from './hub.js';
import { type Links, linkPages } from './links.js';
import { preferredLocale, refuse } from './refusals.js';
import { openEntries } from './tokens.js';
import type { WebParts } from './web-parts.js';

/** The page in a browser: a server on this machine, or for a unit behind its own proxy. */
export interface WebChannel extends Channel {
  /** Listens; resolves once it does. Throws when the address is taken, or must not be used as it is. */
  listen(inbox: Inbox): Promise<void>;
  /** Where to go: with the words that let this machine's user in, once, or to sign in. */
  entrance(): string;
  /** The port it was given. */
  port(): number;
  readonly links: Links;
}

/** A secret that can hardly be guessed has so many characters. 〔推〕 */
const SHORTEST_SECRET = 16;

/** Nothing is loaded from elsewhere, nothing runs but the page's own modules, and nobody may frame it. */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

export function web(parts: WebParts): WebChannel {
  assertGuarded(parts);
  const { views, chatLog, log, now, origin } = parts;
  const hub = openHub();
  const entries = openEntries(now);
  let server: Server | undefined;
  let inbox: Inbox | undefined;
  let finish: () => void = () => {};
  const port = () => {
    const address = server?.address();
    return typeof address === 'object' && address ? address.port : parts.port;
  };
  const taken: Inbox = {
    accept: (message, along) =>
      inbox
        ? inbox.accept(message, along)
        : Promise.reject(new AppError('bug', 'not listening yet')),
  };
  const access = openAccess(parts, port);
  const { links, app: linkApp } = linkPages({ ...parts, inbox: taken });

  async function serverApp(): Promise<Hono> {
    const files = await readAssets(parts.assets);
    const app = new Hono();
    app.use(
      secureHeaders({
        contentSecurityPolicy: POLICY,
        overwrite: false,
        // With no-referrer a browser would not say either where a form that is sent comes from.
        referrerPolicy: 'same-origin',
        xFrameOptions: 'DENY',
        strictTransportSecurity: origin?.startsWith('https:') ?? false,
      }),
    );
    // Whoever watches over the program asks by address, and gets nothing that anybody has said.
    app.get('/healthz', (c) => c.json({ status: 'ok', channels: { web: 'up' } }));
    app.get('/metrics', async (c) => c.text(await parts.metrics()));
    app.use(access.ownPages);
    app.route('/', doors({ ...parts, access, entries, files }));
    app.route('/', linkApp);
    app.route('/api', pageApi({ ...parts, hub, access, inbox: taken }));
    app.notFound((c) => refuse(c, 'not-found', preferredLocale(c, parts.locale)));
    app.onError((error, c) => {
      log('error', 'request failed', { path: c.req.routePath, ...faultOf(error) });
      return refuse(c, 'failed', preferredLocale(c, parts.locale));
    });
    return app;
  }

  async function showForm(conversation: string): Promise<void> {
    if (!hub.has(conversation)) return;
    const form = await views.form({ conversation, person: '', at: now() });
    hub.tell(conversation, { type: 'form', form });
  }

  async function listen(given: Inbox): Promise<void> {
    inbox = given;
    const app = await serverApp();
    const made = createAdaptorServer({ fetch: app.fetch }) as Server;
    server = made;
    await new Promise<void>((resolve, reject) => {
      made.once('error', (error) => reject(notListening(parts, error)));
      made.listen(parts.port, parts.host, () => resolve());
    });
  }

  return {
    id: 'web',
    links,
    port,
    listen,
    async start(given) {
      if (!server) await listen(given);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    },
    entrance() {
      const base = origin ?? `http://${hostInUrl(parts.host)}:${port()}`;
      return parts.secret === undefined ? `${base}/?entry=${entries.issue()}` : `${base}/`;
    },
    /** To send a reply is to write it down: whoever looks, now or later, finds it. */
    async send({ conversation, message, parts: said, isNotice }: Reply) {
      if (isNotice) {
        const text = said.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
        const id = message.slice(message.lastIndexOf(':') + 1);
        hub.tell(conversation, { type: 'notice', message: id, text });
        return;
      }
      const line = { at: now(), from: 'assistant' as const, message, parts: said.map(kept) };
      const added = await chatLog.append(conversation, line);
      if (added) hub.tell(conversation, { type: 'line', line: added });
      await showForm(conversation);
    },
    async stop() {
      server?.close();
      server?.closeAllConnections();
      finish();
    },
  };
}

/** A part as it is written down: of files, what they are made of. */
function kept(part: Reply['parts'][number]): LinePart {
  if (part.type !== 'file' && part.type !== 'image') return part;
  const { data: _, ...rest } = part;
  return rest.type === 'file' ? { type: 'file', name: rest.name, of: rest.of } : rest;
}

/** An address that others can reach needs a secret, and a name that the page knows as its own. */
function assertGuarded({ host, secret, origin }: WebParts): void {
  if (secret !== undefined && secret.length < SHORTEST_SECRET) {
    throw new AppError('config', `SHENBAO_WEB_SECRET: at least ${SHORTEST_SECRET} characters`);
  }
  if (isLoopback(host)) return;
  if (secret === undefined) {
    throw new AppError(
      'config',
      `SHENBAO_WEB_HOST=${host} can be reached by others: SHENBAO_WEB_SECRET must be set`,
    );
  }
  if (origin === undefined) {
    throw new AppError(
      'config',
      `SHENBAO_WEB_HOST=${host}: SHENBAO_WEB_ORIGIN must be the address that people open, for example http://10.1.2.3:8790`,
    );
  }
}

function notListening({ host, port }: WebParts, cause: Error): AppError {
  const isTaken = 'code' in cause && cause.code === 'EADDRINUSE';
  const reason = isTaken
    ? `another program uses port ${port}; set SHENBAO_WEB_PORT to another`
    : cause.message;
  return new AppError('config', `${host}:${port}: ${reason}`, { cause });
}

function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
