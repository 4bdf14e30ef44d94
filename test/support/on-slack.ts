import { type App, openApp } from '../../src/app/app.js';
import { openJournal } from '../../src/app/journal.js';
import type { Documents, Store } from '../../src/app/ports.js';
import { routes } from '../../src/channels/routes.js';
import { type SlackChannel, slack } from '../../src/channels/slack/slack.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import type { Filing } from '../../src/interview/filing.js';
import { filingId } from '../../src/interview/state.js';
import { realDocuments } from './documents.js';
import { memoryStore } from './memory-store.js';
import type { Person } from './slack/person.js';
import { openSlack, type Slack } from './slack/slack-server.js';
import type { View } from './slack/views.js';
import { type Message, TEAM } from './slack/workspace.js';
import { NOON } from './talk.js';

export type Mode = 'socket' | 'http';

const SIGNING_SECRET = 'the-signing-secret-of-the-test';

/** The assistant on a Slack that the test runs itself, and somebody who writes to it. */
export interface OnSlack {
  readonly slack: Slack;
  readonly app: App;
  readonly channel: SlackChannel;
  readonly store: Store;
  readonly li: Person;
  /** What was logged, a line each. */
  readonly logged: readonly string[];
  /** Says something, and gives what the bot said to it. */
  say(text: string): Promise<string>;
  /** Presses the button, or chooses the option, of the newest message that is called so. */
  press(label: string): Promise<string>;
  /** Opens the window of the open question. */
  openForm(): Promise<View>;
  /** What the bot has said since the last time. */
  heard(): Promise<string>;
  /** Resolves once everything that was sent has been handled and answered. */
  idle(): Promise<void>;
  /** The person's first filing as its journal has it. */
  filing(): Promise<Filing>;
  /** Ends the program, and Slack stays; the store is not closed. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

export interface OnSlackOptions {
  readonly mode?: Mode;
  readonly slack?: Slack;
  readonly store?: Store;
  readonly documents?: Documents;
  readonly now?: () => number;
  /** Waiting takes no time unless told otherwise. */
  readonly wait?: (ms: number) => Promise<void>;
}

export async function onSlack(options: OnSlackOptions = {}): Promise<OnSlack> {
  const platform = options.slack ?? (await openSlack());
  const store = options.store ?? memoryStore();
  const documents = options.documents ?? realDocuments;
  const now = options.now ?? (() => NOON);
  const wait = options.wait ?? (() => new Promise((resolve) => setImmediate(resolve)));
  const logged: string[] = [];
  const log = (level: string, event: string, fields?: Readonly<Record<string, unknown>>) => {
    logged.push(JSON.stringify({ level, event, ...fields }));
  };
  const channels: SlackChannel[] = [];
  const { send, busy, fetchFile } = routes(() => channels);
  const form = departmentOverall();
  const app = openApp({
    ...{ store: unclosed(store), form, locale: 'zh-cn', documents: unclosed(documents) },
    ...{ send, busy, fetchFile, log, now, wait },
  });
  const { bot: botToken, app: appToken } = platform.tokens;
  const { views, notes, once } = app;
  const channel = slack({
    ...{ botToken, apiUrl: platform.apiUrl, locale: 'zh-cn', views, notes, once, log, now, wait },
    way:
      options.mode === 'http'
        ? { type: 'http', signingSecret: SIGNING_SECRET, host: '127.0.0.1', port: 0 }
        : { type: 'socket', appToken },
  });
  channels.push(channel);
  await app.recover();
  await channel.listen(app);
  if (options.mode === 'http') {
    platform.deliverTo(`http://127.0.0.1:${channel.port()}/slack/events`, SIGNING_SECRET);
  } else {
    platform.deliverTo();
    await platform.connected();
  }
  const li = platform.person('U0LI', '李会计');
  let seen = li.messages().length;

  async function idle(): Promise<void> {
    // What the bot says comes back to it as an event: quiet is when a round changes nothing.
    for (let calls = -1; calls !== platform.calls.length + platform.delivered.length; ) {
      calls = platform.calls.length + platform.delivered.length;
      await platform.idle();
      await app.idle();
      await platform.idle();
    }
  }

  async function heard(): Promise<string> {
    await idle();
    const all = li.messages();
    const words = all.slice(seen).flatMap((message) => (message.user === 'bot' ? [message] : []));
    seen = all.length;
    return words.map(wordsOf).join('\n');
  }

  const running: OnSlack = {
    ...{ slack: platform, app, channel, store, li, logged, heard, idle },
    async say(text) {
      await li.say(text);
      return heard();
    },
    async press(label) {
      const [name, isOption] = pressableIn(li.messages(), label);
      await (isOption ? li.choose(name) : li.press(name));
      return heard();
    },
    async openForm() {
      const before = platform.modal(li.id);
      const [name] = pressableIn(li.messages(), '一次填好');
      await li.press(name);
      return platform.until(() => {
        const now = platform.modal(li.id);
        return now !== before && now;
      });
    },
    async filing() {
      const journal = openJournal(store, form, log);
      return journal.load(filingId(`slack:${TEAM}:${li.dm}`, 1), '李会计');
    },
    async stop() {
      await channel.stop();
      await app.close();
    },
    async close() {
      await running.stop();
      await platform.close();
    },
  };
  return running;
}

/** What a test shares between programs is closed by the test. */
function unclosed<T extends { close(): Promise<void> }>(shared: T): T {
  return { ...shared, close: async () => {} };
}

interface AnyElement {
  readonly type: string;
  readonly text?: { readonly text: string };
  readonly options?: readonly { readonly text: { readonly text: string } }[];
}

function elementsIn({ blocks }: Message): readonly AnyElement[] {
  return blocks.flatMap((block) =>
    block.type === 'actions' ? (block.elements as unknown as readonly AnyElement[]) : [],
  );
}

/** The whole name of a button or option by its end, and whether it is an option. */
function pressableIn(messages: readonly Message[], label: string): readonly [string, boolean] {
  const newest = messages.findLast(
    (message) => message.user === 'bot' && elementsIn(message).length > 0,
  );
  const elements = newest ? elementsIn(newest) : [];
  const names = elements.flatMap(({ type, text, options }): (readonly [string, boolean])[] =>
    type === 'button'
      ? [[text?.text ?? '', false]]
      : (options ?? []).map((option) => [option.text.text, true]),
  );
  const found = names.find(([name]) => name === label || name.endsWith(` ${label}`));
  if (!found) throw new Error(`nothing called ${label}: ${names.map(([name]) => name).join(', ')}`);
  return found;
}

/** A message as its reader has it: the words of its blocks, and the names of its files. */
export function wordsOf({ blocks, text, files }: Message): string {
  const words = blocks.flatMap((block) => {
    if (block.type === 'section') return block.text ? [block.text.text] : [];
    if (block.type === 'actions') return [];
    return block.type === 'context' ? block.elements.map((each) => JSON.stringify(each)) : [];
  });
  const names = (files ?? []).map(({ name }) => `📎 ${name}`);
  return [...(words.length > 0 ? words : [text]), ...names].join('\n');
}
