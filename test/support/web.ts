import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { resolve } from 'node:path';
import { type App, openApp } from '../../src/app/app.js';
import type { Documents, Store } from '../../src/app/ports.js';
import { routes } from '../../src/channels/routes.js';
import { type WebChannel, web } from '../../src/channels/web/web.js';
import type { WebParts } from '../../src/channels/web/web-parts.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { openMetrics } from '../../src/metrics.js';
import { realDocuments } from './documents.js';
import { memoryStore } from './memory-store.js';

const ASSETS = resolve('assets/web');

/** What a server answers. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an answer
  json(): any;
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A page's server under test, with the assistant behind it, on a port of its own. */
export interface Site {
  readonly app: App;
  readonly channel: WebChannel;
  readonly base: string;
  readonly logged: string[];
  /** Asks as a program would: without a cookie, and with any header. */
  ask(path: string, ask?: Ask): Promise<Answer>;
  /** Lets a browser in, and gives what asks as it does: with its cookie, from the site's own page. */
  visit(): Promise<Visitor>;
  close(): Promise<void>;
}

export interface Visitor {
  readonly cookie: string;
  ask(path: string, ask?: Ask): Promise<Answer>;
  post(path: string, json: unknown): Promise<Answer>;
  /** Says something, and gives the assistant's lines that answer it. */
  say(words: unknown, id?: string): Promise<string>;
}

/** A line as the page is given it. */
export interface PageLine {
  readonly n: number;
  readonly from: string;
  readonly message: string;
  readonly parts: readonly {
    readonly type: string;
    readonly text?: string;
    readonly name?: string;
    readonly href?: string;
    readonly prompt?: number;
    readonly options?: readonly { readonly label: string; readonly say: string }[];
  }[];
}

let ids = 0;

/** An id as a page makes it. */
export function pageId(): string {
  ids += 1;
  return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
}

export interface SiteOptions extends Partial<Omit<WebParts, 'views' | 'chatLog' | 'once'>> {
  readonly store?: Store;
  readonly documents?: Documents;
}

export async function openSite(options: SiteOptions = {}): Promise<Site> {
  const {
    store = memoryStore(),
    documents = realDocuments,
    now = () => 1_795_492_800_000,
  } = options;
  const logged: string[] = [];
  const log: WebParts['log'] = (level, event, fields) => {
    logged.push(JSON.stringify({ level, event, ...fields }));
  };
  const metrics = openMetrics();
  const channels: WebChannel[] = [];
  const app = openApp({
    store,
    form: departmentOverall(),
    locale: 'zh-cn',
    documents,
    send: routes(() => channels).send,
    log,
    count: metrics.count,
    now,
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const channel = web({
    host: '127.0.0.1',
    port: 0,
    signingKey: 'a key of the test',
    person: '李会计',
    locale: 'zh-cn',
    assets: ASSETS,
    log,
    metrics: metrics.text,
    ...options,
    now,
    views: app.views,
    chatLog: app.chatLog,
    once: app.once,
  });
  channels.push(channel);
  await app.recover();
  await channel.listen(app);
  const base = `http://127.0.0.1:${channel.port()}`;
  const ask: Site['ask'] = (path, asked) => send(`${base}${path}`, asked);

  return {
    app,
    channel,
    base,
    logged,
    ask,
    async visit() {
      const { pathname, search } = new URL(channel.entrance());
      const { headers } = await ask(`${pathname}${search}`);
      return visitor(base, app, cookieIn(headers));
    },
    async close() {
      await channel.stop();
      await app.close();
    },
  };
}

/** The cookie a browser keeps. */
export function cookieIn(headers: IncomingHttpHeaders): string {
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

export function visitor(base: string, app: App, cookie: string): Visitor {
  const ask: Visitor['ask'] = (path, { headers, ...asked } = {}) =>
    send(`${base}${path}`, { ...asked, headers: { cookie, origin: base, ...headers } });
  const post: Visitor['post'] = (path, json) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(json),
    });
  /** What is done on the form is done to the one that is open, unless it says to which. */
  async function onOpenForm(words: unknown): Promise<unknown> {
    const { type } = words as { type: string };
    if (type !== 'fill' && type !== 'revert') return words;
    const { filing } = (await ask('/api/form')).json();
    return { filing, ...(words as object) };
  }
  return {
    cookie,
    ask,
    post,
    async say(words, id = pageId()) {
      const said =
        typeof words === 'string' ? { type: 'text', text: words } : await onOpenForm(words);
      const answer = await post('/api/messages', { id, words: said });
      if (answer.status !== 202) return answer.text;
      await app.idle();
      const { lines }: { lines: readonly PageLine[] } = (
        await ask('/api/lines?before=99999999')
      ).json();
      const answers = lines.filter(({ message, from }) => message === id && from === 'assistant');
      return answers
        .flatMap(({ parts }) => parts.map((part) => part.text ?? part.name ?? ''))
        .join('\n');
    },
  };
}

/** A request as it goes over the wire: no browser adds to it or takes from it. */
export function send(
  url: string,
  { method = 'GET', headers = {}, body }: Ask = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const whole = Buffer.concat(chunks);
        const text = whole.toString('utf8');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: whole,
          text,
          json: () => JSON.parse(text),
        });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
