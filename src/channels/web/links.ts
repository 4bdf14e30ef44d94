import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { z } from 'zod';
import { fileWords, type Inbox, LARGEST_FILE } from '../../app/ports.js';
import { faultOf } from '../../errors.js';
import type { PageEnv } from './access.js';
import { plainPage, preferredLocale, type Refusal, refusePage, wordsIn } from './refusals.js';
import { tokensOf } from './tokens.js';
import type { WebParts } from './web-parts.js';

/** What a link is for: one filing as one person may see it, or a file for one person's conversation. */
const linkContent = z.object({
  id: z.string(),
  kind: z.enum(['preview', 'upload']),
  channel: z.string(),
  conversation: z.string(),
  person: z.string(),
  filing: z.string(),
  revision: z.number(),
});

type Link = z.infer<typeof linkContent>;

/** Makes links for people whose place of conversation cannot show a form, or take a file. */
export interface Links {
  /** The path and query of a link that works once, within so many milliseconds. */
  make(link: Omit<Link, 'id'>, forMs: number): Promise<string>;
}

/** Room for what a browser adds around a file. */
const FORM_OVERHEAD = 64 * 1024;

/**
 * One-time links. Opening one shows a button: programs that look at a link before a person does, as chat clients
 * do to show what is behind it, use nothing up.
 */
export function linkPages(parts: WebParts & { inbox: Inbox }): {
  links: Links;
  app: Hono<PageEnv>;
} {
  const { views, once, signingKey, inbox, log, now } = parts;
  const tokens = tokensOf<Link>('link', signingKey, linkContent, now);
  const app = new Hono<PageEnv>();
  const localeOf = (c: Context) => preferredLocale(c, parts.locale);
  const no = (c: Context, refusal: Refusal) => refusePage(c, refusal, localeOf(c));

  async function linkIn(c: Context): Promise<Link | undefined> {
    const link = await tokens.open(c.req.param('token') ?? '');
    return link && !(await once.isTaken(link.id)) ? link : undefined;
  }

  app.get('/link/:token', async (c) => {
    const link = await linkIn(c);
    if (!link) return no(c, 'link-used');
    const locale = localeOf(c);
    const words = wordsIn(locale);
    const [title, hint] =
      link.kind === 'preview'
        ? [words.previewLink, words.previewHint]
        : [words.uploadLink, words.uploadHint];
    const field =
      link.kind === 'upload'
        ? html`<label>${words.file}<input type="file" name="file" required></label>`
        : '';
    return plainPage(
      c,
      locale,
      html`<h2>${title}</h2>
<p>${hint}</p>
<form method="post" enctype="multipart/form-data">${field}<button>${link.kind === 'preview' ? words.open : words.upload}</button></form>`,
    );
  });

  app.post(
    '/link/:token',
    bodyLimit({ maxSize: LARGEST_FILE + FORM_OVERHEAD, onError: (c) => no(c, 'too-large') }),
    async (c) => {
      const link = await linkIn(c);
      if (!link) return no(c, 'link-used');
      return link.kind === 'preview' ? preview(c, link) : upload(c, link);
    },
  );

  async function preview(c: Context, link: Link) {
    const { conversation, person, filing: id, revision } = link;
    const page = await views.webPage({ conversation, person, at: now() }, { id, revision });
    if (!page) return no(c, 'not-found');
    if (!(await once.take(link.id, linkEnd()))) return no(c, 'link-used');
    // The form brings a policy of its own, which names its style by its hash.
    c.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
    return c.body(new Uint8Array(page), 200, { 'Content-Type': 'text/html; charset=utf-8' });
  }

  /** The link is used up by a file that has been taken, not by one that was refused. */
  async function upload(c: Context, link: Link) {
    const { file } = await c.req.parseBody();
    if (!(file instanceof File) || file.name === '') return no(c, 'malformed');
    if (file.size > LARGEST_FILE) return no(c, 'too-large');
    const { conversation, person, channel } = link;
    const data = new Uint8Array(await file.arrayBuffer());
    const words = fileWords({ name: file.name, data });
    const message = {
      id: `${channel}:link-${link.id}`,
      conversation,
      person,
      channel,
      at: now(),
      words,
    };
    const outcome = await inbox.accept(message).catch((error: unknown) => {
      log('warn', 'file not accepted', { message: message.id, ...faultOf(error) });
      return undefined;
    });
    if (outcome === undefined) return no(c, 'upload-not-saved');
    await once.take(link.id, linkEnd());
    if (outcome === 'duplicate') return no(c, 'link-used');
    const locale = localeOf(c);
    return plainPage(c, locale, html`<p>${wordsIn(locale).uploaded}</p>`);
  }

  /** A link is remembered as used for longer than any link lives. */
  function linkEnd(): number {
    return now() + LONGEST_LINK_MS;
  }

  return {
    links: {
      async make(link, forMs) {
        const token = await tokens.make(
          { id: randomUUID(), ...link },
          Math.min(forMs, LONGEST_LINK_MS),
        );
        return `/link/${token}`;
      },
    },
    app,
  };
}

const LONGEST_LINK_MS = 7 * 24 * 60 * 60 * 1000;
