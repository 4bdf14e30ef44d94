import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { fileWords, type Inbox, LARGEST_FILE, type Message, type Reply } from '../../app/ports.js';
import { clean } from '../../domain/text.js';
import type { Locale } from '../../forms/form.js';
import { MOST_CHARACTERS } from '../../interview/reduce.js';
import { type Access, type PageEnv, whoIs } from './access.js';
import { download } from './download.js';
import { FIRST_LINES, pageEvents } from './events.js';
import { fileQuery, lineForPage, pageQuery } from './file-links.js';
import type { Hub } from './hub.js';
import { incomingMessage, wordsOf } from './incoming.js';
import { atOnce, LARGEST_MESSAGE, limited, MOST_PAGES, UPLOADS_AT_ONCE } from './limits.js';
import { preferredLocale, type Refusal, refuse } from './refusals.js';
import { takingIn } from './take-in.js';
import type { WebParts } from './web-parts.js';

/** Entries of the timeline that are given at once. */
const ENTRIES = 30;
const LONGEST_NAME = 255;

/** A name in one line. */
const fileName = z
  .string()
  .transform((name) => clean(name).replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1).max(LONGEST_NAME));

const revisionQuery = z.coerce.number().int().min(0);

/** What a page must know before it begins. */
export interface StartAnswer {
  readonly person: string;
  /** What the page says with every request: it is refused once somebody else has signed in. */
  readonly conversation: string;
  /** Whether others can sign in, and one can sign out. */
  readonly isShared: boolean;
  readonly locale: Locale;
  /** Bytes of a file, and characters of a message, that are taken. */
  readonly largestFile: number;
  readonly longestText: number;
}

/** What the page asks for and hands in. Everything belongs to the person who is signed in. */
export function pageApi(
  parts: WebParts & { hub: Hub; access: Access; inbox: Inbox },
): Hono<PageEnv> {
  const { views, chatLog, hub, access, now } = parts;
  const takeIn = takingIn(parts);
  const api = new Hono<PageEnv>();
  const localeOf = (c: Context) => preferredLocale(c, parts.locale);
  const ownKey = (c: Context<PageEnv>) => c.get('session').conversation;
  const who = (c: Context<PageEnv>) => whoIs(c.get('session'), now());
  const no = (c: Context, refusal: Refusal, limit?: string) =>
    refuse(c, refusal, localeOf(c), limit);
  const atMost = (maxSize: number, limit: string): MiddlewareHandler =>
    bodyLimit({ maxSize, onError: (c) => no(c, 'too-large', limit) });

  async function accepted(c: Context<PageEnv>, id: string, words: Message['words']) {
    const outcome = await takeIn(c.get('session'), { id, words, locale: localeOf(c) });
    return outcome === 'not-saved' ? no(c, outcome) : c.json({ accepted: outcome }, 202);
  }

  function sent(c: Context, made: Reply['parts'] | undefined) {
    const [part] = made ?? [];
    return part ? (download(c, part) ?? no(c, 'unavailable')) : no(c, 'not-found');
  }

  api.use(access.members);
  // What people have filled in is on no disk but that of the program.
  api.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  api.get('*', limited('reads', ownKey, localeOf));
  api.get('/start', async (c) => {
    const { person } = c.get('session');
    const locale = await views.locale({ ...who(c), locale: localeOf(c) });
    const limits = { largestFile: LARGEST_FILE, longestText: MOST_CHARACTERS };
    const isShared = parts.secret !== undefined;
    const own = { person, conversation: ownKey(c), isShared };
    return c.json({ ...own, locale, ...limits } satisfies StartAnswer);
  });
  api.get('/events', (c) =>
    hub.count(ownKey(c)) >= MOST_PAGES ? no(c, 'too-many') : pageEvents(c, parts),
  );
  api.get('/lines', async (c) => {
    const before = revisionQuery.safeParse(c.req.query('before'));
    if (!before.success) return no(c, 'malformed');
    const lines = await chatLog.before(ownKey(c), before.data, FIRST_LINES);
    return c.json({ lines: lines.map(lineForPage), hasMore: (lines[0]?.n ?? 1) > 1 });
  });
  api.get('/form', async (c) => c.json(await views.form(who(c))));
  api.get('/origin', async (c) => {
    const { step = '', row, column } = c.req.query();
    const blank = { step, ...(row && { row }), ...(column && { column }) };
    const origin = await views.origin(who(c), blank);
    return origin ? c.json(origin) : no(c, 'not-found');
  });
  api.get('/timeline', async (c) => {
    const before = revisionQuery.safeParse(c.req.query('before') ?? Number.MAX_SAFE_INTEGER);
    if (!before.success) return no(c, 'malformed');
    const entries = await views.timeline(who(c), before.data, ENTRIES);
    return c.json({ entries, hasMore: (entries.at(-1)?.revision ?? 1) > 1 });
  });
  api.get('/differences', async (c) => {
    const { from, to } = c.req.query();
    const asked = z.tuple([revisionQuery, revisionQuery]).safeParse([from, to]);
    if (!asked.success) return no(c, 'malformed');
    const sections = await views.differences(who(c), ...asked.data);
    return sections ? c.json({ sections }) : no(c, 'not-found');
  });
  api.get('/filings', async (c) => c.json({ filings: await views.filings(who(c)) }));
  api.get('/file', async (c) => {
    const query = fileQuery.safeParse(c.req.query());
    if (!query.success) return no(c, 'malformed');
    const { data } = query;
    const of =
      data.filing === undefined
        ? await views.currentFile(who(c), data.format)
        : { id: data.filing, ...data, draft: data.draft === '1' };
    return sent(c, await views.file(who(c), of));
  });
  api.get('/picture', async (c) => {
    const query = pageQuery.safeParse(c.req.query());
    if (!query.success) return no(c, 'malformed');
    return sent(c, await views.page(who(c), { id: query.data.filing, ...query.data }));
  });
  api.post(
    '/messages',
    limited('messages', ownKey, localeOf),
    atMost(LARGEST_MESSAGE, '256 KB'),
    async (c) => {
      const json: unknown = await c.req.json().catch(() => undefined);
      const message = incomingMessage.safeParse(json);
      if (!message.success) return no(c, 'malformed');
      return accepted(c, message.data.id, wordsOf(message.data));
    },
  );
  api.post(
    '/files',
    limited('files', ownKey, localeOf),
    atOnce(UPLOADS_AT_ONCE, (c) => no(c, 'too-many')),
    atMost(LARGEST_FILE, '20 MB'),
    async (c) => {
      const query = z.object({ id: z.uuid(), name: fileName }).safeParse(c.req.query());
      if (!query.success) return no(c, 'malformed');
      const data = new Uint8Array(await c.req.arrayBuffer());
      return accepted(c, query.data.id, fileWords({ name: query.data.name, data }));
    },
  );
  return api;
}
