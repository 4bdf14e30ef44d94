import { timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { clean, trim } from '../../domain/text.js';
import type { Access, PageEnv } from './access.js';
import { type Assets, serveAsset } from './assets.js';
import { guessing, LARGEST_MESSAGE } from './limits.js';
import { plainPage, preferredLocale, type Refusal, refusePage, wordsIn } from './refusals.js';
import type { Entries } from './tokens.js';
import type { WebParts } from './web-parts.js';

const LONGEST_PERSON = 40;

/** The page itself, and the ways in: the address that was printed, or a name and the secret. */
export function doors(
  parts: WebParts & { access: Access; entries: Entries; files: Assets },
): Hono<PageEnv> {
  const { access, entries, files, secret } = parts;
  const app = new Hono<PageEnv>();
  const guesses = guessing();
  const localeOf = (c: Context) => preferredLocale(c, parts.locale);
  const no = (c: Context, refusal: Refusal) => refusePage(c, refusal, localeOf(c));

  app.get('/', async (c) => {
    const entry = c.req.query('entry');
    const isIn = (await access.session(c)) !== undefined;
    if (entry !== undefined && secret === undefined) {
      // Who is in already has used the address before, or need not use it.
      if (!isIn && !entries.take(entry)) return no(c, 'entry-used');
      if (!isIn) await access.admit(c, parts.person);
      return c.redirect('/', 303);
    }
    if (isIn) return serveAsset(c, files, 'index.html') ?? no(c, 'not-found');
    return secret === undefined ? no(c, 'signed-out') : signInPage(c);
  });

  app.post('/sign-out', (c) => {
    access.dismiss(c);
    return c.redirect('/', 303);
  });

  app.get('/assets/:name', (c) => {
    return serveAsset(c, files, c.req.param('name')) ?? no(c, 'not-found');
  });

  function signInPage(c: Context, refusal?: Refusal) {
    const locale = localeOf(c);
    const words = wordsIn(locale);
    const said = refusal && words[refusal];
    const wrong = typeof said === 'string' ? html`<p role="alert">${said}</p>` : '';
    return plainPage(
      c,
      locale,
      html`${wrong}<form method="post" action="/sign-in">
<label>${words.name}<input name="name" autocomplete="name" maxlength="${LONGEST_PERSON}" required></label>
<p>${words.nameHint}</p>
<label>${words.secret}<input name="secret" type="password" autocomplete="current-password" required></label>
<p>${words.secretHint}</p>
<button>${words.signIn}</button>
</form>`,
      refusal === undefined ? 200 : refusal === 'wrong-secret' ? 401 : 400,
    );
  }

  app.post(
    '/sign-in',
    bodyLimit({ maxSize: LARGEST_MESSAGE, onError: (c) => no(c, 'malformed') }),
    async (c) => {
      const { name, secret: said } = await c.req.parseBody();
      if (secret === undefined) return no(c, 'not-found');
      const person = typeof name === 'string' ? trim(clean(name)).replace(/\s+/g, ' ') : '';
      const address = getConnInfo(c).remote.address ?? '';
      const waitMs = await guesses.waitFor(address, person);
      if (waitMs > 0) {
        c.header('Retry-After', String(Math.ceil(waitMs / 1000)));
        return no(c, 'too-many');
      }
      if (typeof said !== 'string' || !isSame(said, secret)) {
        await guesses.wrong(address, person);
        return signInPage(c, 'wrong-secret');
      }
      if (person === '' || person.length > LONGEST_PERSON) return signInPage(c, 'name-needed');
      await access.admit(c, person);
      return c.redirect('/', 303);
    },
  );

  return app;
}

/** Compares in a time that says nothing about where two secrets differ. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
