import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Locale } from '../../forms/form.js';
import { en } from './en.js';
import { zhCn } from './zh-cn.js';

/** Why a request is refused. Each has a status and a sentence. */
export type Refusal =
  | 'malformed'
  | 'signed-out'
  | 'signed-out-shared'
  | 'somebody-else'
  | 'entry-used'
  | 'foreign'
  | 'not-found'
  | 'too-large'
  | 'too-many'
  | 'not-saved'
  | 'upload-not-saved'
  | 'unavailable'
  | 'failed'
  | 'wrong-secret'
  | 'name-needed'
  | 'link-used';

const STATUS: Readonly<Record<Refusal, ContentfulStatusCode>> = {
  malformed: 400,
  'signed-out': 401,
  'signed-out-shared': 401,
  'somebody-else': 409,
  'entry-used': 401,
  foreign: 403,
  'not-found': 404,
  'too-large': 413,
  'too-many': 429,
  'not-saved': 503,
  'upload-not-saved': 503,
  unavailable: 501,
  failed: 500,
  'wrong-secret': 401,
  'name-needed': 400,
  'link-used': 410,
};

export function wordsIn(locale: Locale): typeof zhCn {
  return locale === 'en' ? en : zhCn;
}

/** The language that whoever asks prefers, as far as the request tells; the first one that we speak. */
export function preferredLocale(c: Context, otherwise: Locale): Locale {
  const header = c.req.header('accept-language') ?? '';
  const known = header.split(',').flatMap((part): Locale[] => {
    const tag = part.trim().toLowerCase();
    if (tag.startsWith('zh')) return ['zh-cn'];
    return tag.startsWith('en') ? ['en'] : [];
  });
  return known[0] ?? otherwise;
}

export function sentenceOf(refusal: Refusal, locale: Locale, limit = ''): string {
  const words = wordsIn(locale)[refusal];
  return typeof words === 'string' ? words : words(limit);
}

/** A refusal for a program: the page shows its sentence. */
export function refuse(c: Context, refusal: Refusal, locale: Locale, limit?: string): Response {
  const error = { code: refusal, message: sentenceOf(refusal, locale, limit) };
  return c.json({ error }, STATUS[refusal]);
}

/** A refusal for a person who opened an address. */
export function refusePage(
  c: Context,
  refusal: Refusal,
  locale: Locale,
): Response | Promise<Response> {
  return plainPage(c, locale, html`<p>${sentenceOf(refusal, locale)}</p>`, STATUS[refusal]);
}

/** A page of a few words, which needs no script. */
export function plainPage(
  c: Context,
  locale: Locale,
  content: ReturnType<typeof html>,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  const { title } = wordsIn(locale);
  return c.html(
    html`<!doctype html>
<html lang="${locale === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/assets/plain.css">
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`,
    status,
  );
}
