import { describe, expect, test } from 'vitest';
import type { WebParts } from '../../../src/channels/web/web-parts.js';
import { memoryStore } from '../../support/memory-store.js';
import { sites } from '../../support/sites.js';
import { cookieIn, openSite, pageId, type Site, visitor } from '../../support/web.js';

const site = sites();

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}

function hello(): string {
  return JSON.stringify({ id: pageId(), words: { type: 'opened' } });
}

const NETWORK = {
  host: '0.0.0.0',
  origin: 'https://shenbao.example.gov.cn',
  secret: '预算股二〇二七年度填报口令一二三',
} satisfies Partial<WebParts>;

const PROXIED = { host: 'shenbao.example.gov.cn', origin: 'https://shenbao.example.gov.cn' };

describe('the printed address', () => {
  test('lets a browser in once, by a cookie that no script and no other site can use', async () => {
    const { ask, channel } = await site();
    const { status, headers } = await ask(pathOf(channel.entrance()));
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
    expect(headers['set-cookie']?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await ask('/', { headers: { cookie: cookieIn(headers) } })).text).toContain('<main');
  });

  test('is worth nothing the second time, and says where to get another', async () => {
    const { ask, channel } = await site();
    const address = pathOf(channel.entrance());
    await ask(address);
    const again = await ask(address);
    expect(again.status).toBe(401);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.text).toContain('这个地址只能用一次');
    expect(again.text).toContain('按回车键');
  });

  test('is worth nothing a day later', async () => {
    let now = Date.UTC(2026, 10, 24);
    const { ask, channel } = await site({ now: () => now });
    const address = pathOf(channel.entrance());
    now += 24 * 60 * 60 * 1000;
    expect((await ask(address)).status).toBe(401);
  });

  test('may be opened again by who is in already', async () => {
    const { ask, channel } = await site();
    const address = pathOf(channel.entrance());
    const cookie = cookieIn((await ask(address)).headers);
    expect((await ask(address, { headers: { cookie } })).status).toBe(303);
  });
});

describe('who has not been let in', () => {
  test.each([
    '/api/start',
    '/api/form',
    '/api/events',
    '/api/lines',
    '/api/filings',
    '/api/timeline',
    '/api/file?format=docx',
  ])('learns nothing from %s', async (path) => {
    const { ask } = await site();
    const answer = await ask(path);
    expect(answer.status).toBe(401);
    expect(answer.json().error.message).toContain('请回到运行申报助手的窗口');
  });

  test('says nothing either', async () => {
    const { ask, base } = await site();
    const headers = { origin: base, 'content-type': 'application/json' };
    const answer = await ask('/api/messages', { method: 'POST', headers, body: hello() });
    expect(answer.status).toBe(401);
  });

  test('is told in English where the browser speaks that', async () => {
    const { ask } = await site();
    const answer = await ask('/api/form', { headers: { 'accept-language': 'en-GB,zh;q=0.5' } });
    expect(answer.json().error.message).toContain('You are not signed in');
  });

  test('a cookie that was tampered with, or is too old, is none', async () => {
    let now = Date.UTC(2026, 10, 24);
    const { visit, ask } = await site({ now: () => now });
    const { cookie } = await visit();
    expect((await ask('/api/form', { headers: { cookie } })).status).toBe(200);
    const [name, token = ''] = cookie.split('=');
    const [head, , signature] = token.split('.');
    const content = { person: '别人', conversation: 'web:别人', exp: 9_999_999_999 };
    const forged = `${name}=${head}.${Buffer.from(JSON.stringify(content)).toString('base64url')}.${signature}`;
    expect((await ask('/api/form', { headers: { cookie: forged } })).status).toBe(401);
    now += 91 * 24 * 60 * 60 * 1000;
    expect((await ask('/api/form', { headers: { cookie } })).status).toBe(401);
  });

  test('a cookie is good after the program has been started anew', async () => {
    const store = memoryStore();
    const first = await site({ store });
    const { cookie } = await first.visit();
    await first.channel.stop();
    const second = await site({ store });
    const name = `shenbao-${second.channel.port()}`;
    const answer = await second.ask('/api/form', {
      headers: { cookie: cookie.replace(/^[^=]+/, name) },
    });
    expect(answer.status).toBe(200);
  });
});

describe('other sites', () => {
  test('that have been pointed at this address under a name of their own get nothing', async () => {
    const { visit, channel } = await site();
    const { ask } = await visit();
    const answer = await ask('/api/form', {
      headers: { host: `evil.example:${channel.port()}` },
    });
    expect(answer.status).toBe(403);
    expect(answer.json().error.message).toContain('不是从申报助手自己的页面发来的');
  });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['nowhere', { origin: 'null' }],
    ['a name before its own', (base: string) => ({ origin: base.replace('//', '//evil@') })],
    [
      'its own host without its protocol',
      (base: string) => ({ origin: base.replace('http', 'https') }),
    ],
    ['a page that the browser calls foreign', { 'sec-fetch-site': 'cross-site' }],
  ])('cannot hand in a message from %s, and nothing is kept of it', async (_, headers) => {
    const { visit, app, base } = await site();
    const { ask } = await visit();
    const own = typeof headers === 'function' ? headers(base) : headers;
    const answer = await ask('/api/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...own },
      body: hello(),
    });
    expect(answer.status).toBe(403);
    await app.idle();
    expect((await ask('/api/lines?before=9')).json()).toEqual({ lines: [], hasMore: false });
  });

  test('a request that changes something must say where it comes from', async () => {
    const { visit, ask } = await site();
    const { cookie } = await visit();
    const headers = { cookie, 'content-type': 'application/json' };
    expect((await ask('/api/messages', { method: 'POST', headers, body: hello() })).status).toBe(
      403,
    );
  });
});

describe('every answer', () => {
  test.each(['/', '/assets/main.js', '/api/form', '/api/file?format=docx', '/nowhere', '/healthz'])(
    '%s runs nothing but the page’s own modules, and is taken for nothing else',
    async (path) => {
      const { visit } = await site();
      const { ask } = await visit();
      const { headers } = await ask(path);
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-frame-options']).toBe('DENY');
      expect(headers['referrer-policy']).toBe('same-origin');
    },
  );

  test('with what people filled in is kept by no browser and no proxy', async () => {
    const { visit } = await site();
    const { ask } = await visit();
    expect((await ask('/api/form')).headers['cache-control']).toBe('no-store');
    expect((await ask('/api/file?format=docx')).headers['cache-control']).toBe('no-store');
  });

  test('a name that is no file of the page is nothing, however it is written', async () => {
    const { visit } = await site();
    const { ask } = await visit();
    for (const name of ['..%2F..%2Fpackage.json', '%2e%2e/%2e%2e/package.json', 'package.json']) {
      expect((await ask(`/assets/${name}`)).status).toBe(404);
    }
  });
});

describe('on a network', () => {
  test.each([
    [{ host: '0.0.0.0' }, 'SHENBAO_WEB_SECRET must be set'],
    [{ host: '10.1.2.3', secret: 'short' }, 'at least 16 characters'],
    [{ host: '10.1.2.3', secret: NETWORK.secret }, 'SHENBAO_WEB_ORIGIN must be'],
  ])('%o does not start', async (options, reason) => {
    await expect(openSite(options)).rejects.toThrow(reason);
  });

  test('a name and the secret let in, under that name, over https only', async () => {
    const { ask, base, app } = await site(NETWORK);
    const page = await ask('/', { headers: { host: PROXIED.host } });
    expect(page.text).toContain('<form method="post" action="/sign-in">');
    const answer = await signIn(ask, '王 会计', NETWORK.secret);
    expect(answer.status).toBe(303);
    expect(answer.headers['set-cookie']?.[0]).toContain('; Secure;');
    const { ask: askAs } = visitor(base, app, cookieIn(answer.headers));
    const start = await askAs('/api/start', { headers: PROXIED });
    expect(start.json()).toMatchObject({ person: '王 会计', locale: 'zh-cn' });
  });

  test('a wrong secret lets nobody in, and guessing is slowed down', async () => {
    const { ask } = await site(NETWORK);
    const answers = [];
    for (let n = 0; n < 11; n += 1) answers.push(await signIn(ask, '王会计', `猜${n}`));
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.text).toContain('口令不对');
    expect(answers.every(({ headers }) => headers['set-cookie'] === undefined)).toBe(true);
    expect(answers[10]?.status).toBe(429);
    expect(Number(answers[10]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn(ask, '王会计', NETWORK.secret)).status).toBe(429);
  });

  test('those who know the secret do not slow each other down', async () => {
    const { ask } = await site(NETWORK);
    for (let n = 0; n < 12; n += 1) {
      expect((await signIn(ask, '王会计', NETWORK.secret)).status).toBe(303);
    }
    expect((await signIn(ask, '李会计', '猜')).status).toBe(401);
    expect((await signIn(ask, '李会计', NETWORK.secret)).status).toBe(303);
  });

  test('a page that was opened by one person takes nothing in once another has signed in', async () => {
    const { ask, base, app } = await site(NETWORK);
    const cookieOf = async (name: string) =>
      cookieIn((await signIn(ask, name, NETWORK.secret)).headers);
    const wang = visitor(base, app, await cookieOf('王会计'));
    const { conversation } = (await wang.ask('/api/start', { headers: PROXIED })).json();
    const zhao = visitor(base, app, await cookieOf('赵会计'));
    const headers = {
      ...PROXIED,
      'content-type': 'application/json',
      'x-shenbao-as': conversation,
    };
    const answer = await zhao.ask('/api/messages', { method: 'POST', headers, body: hello() });
    expect(answer.status).toBe(409);
    expect(answer.json().error.message).toContain('换了人登录');
    const events = `/api/events?as=${encodeURIComponent(conversation)}`;
    expect((await zhao.ask(events, { headers: PROXIED })).status).toBe(409);
  });

  test('whoever signs out is known no more', async () => {
    const { ask } = await site(NETWORK);
    const cookie = cookieIn((await signIn(ask, '王会计', NETWORK.secret)).headers);
    const out = await ask('/sign-out', { method: 'POST', headers: { ...PROXIED, cookie } });
    expect(out.headers['set-cookie']?.[0]).toContain('Max-Age=0');
  });

  test('nobody gets in without a name', async () => {
    const { ask } = await site(NETWORK);
    const answer = await signIn(ask, ' \u200b ', NETWORK.secret);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('请写您的姓名');
  });

  test('a new secret signs everybody out', async () => {
    const store = memoryStore();
    const first = await site({ ...NETWORK, store });
    const cookie = cookieIn((await signIn(first.ask, '王会计', NETWORK.secret)).headers);
    await first.channel.stop();
    const second = await site({ ...NETWORK, store, secret: `${NETWORK.secret}又` });
    const name = `shenbao-${second.channel.port()}`;
    const headers = { host: PROXIED.host, cookie: cookie.replace(/^[^=]+/, name) };
    expect((await second.ask('/api/form', { headers })).status).toBe(401);
  });

  test('one person’s filing is not there for another', async () => {
    const { ask, base, app } = await site(NETWORK);
    const as = async (name: string) =>
      visitor(base, app, cookieIn((await signIn(ask, name, NETWORK.secret)).headers));
    const [wang, li] = [await as('王会计'), await as('李会计')];
    const words = { id: pageId(), words: { type: 'text', text: '2027' } };
    const headers = { ...PROXIED, 'content-type': 'application/json' };
    await wang.ask('/api/messages', { method: 'POST', headers, body: JSON.stringify(words) });
    await app.idle();
    const { filing, revision } = (await wang.ask('/api/form', { headers: PROXIED })).json();
    const query = `filing=${encodeURIComponent(filing)}&revision=${revision}`;
    const file = `/api/file?${query}&format=docx`;
    expect(revision).toBe(1);
    expect((await wang.ask(file, { headers: PROXIED })).status).toBe(200);
    expect((await li.ask(file, { headers: PROXIED })).status).toBe(404);
    expect((await li.ask(`/api/picture?${query}&page=1`, { headers: PROXIED })).status).toBe(404);
    expect((await li.ask('/api/filings', { headers: PROXIED })).json()).toEqual({ filings: [] });
  });
});

function signIn(ask: Site['ask'], name: string, secret: string) {
  return ask('/sign-in', {
    method: 'POST',
    headers: { ...PROXIED, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ name, secret }).toString(),
  });
}

describe('watching over the program', () => {
  test('health and figures are there by address, and hold nothing that anybody said', async () => {
    const { visit, ask } = await site();
    const { say } = await visit();
    await say('2027');
    await say('某县档案馆');
    const anywhere = { headers: { host: '10.0.0.9:9090' } };
    expect((await ask('/healthz', anywhere)).json()).toMatchObject({ status: 'ok' });
    const { text } = await ask('/metrics', anywhere);
    expect(text).toContain('shenbao_turn_seconds_count{channel="web"} 2');
    expect(text).toContain('shenbao_turn_failures_total{channel="web"} 0');
    expect(text).not.toMatch(/档案馆|李会计|2027/);
  });

  test('the log holds no words, no names and no cookie', async () => {
    const { visit, logged } = await site();
    const { say, cookie } = await visit();
    await say('某县档案馆');
    await say({ type: 'fill', step: 'totalFunds', was: null, text: '1234.56' });
    expect(logged.join('\n')).toContain('message handled');
    expect(logged.join('\n')).not.toMatch(/档案馆|1234|李会计/);
    expect(logged.join('\n')).not.toContain(cookie.split('=')[1]);
  });
});
