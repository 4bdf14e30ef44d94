import { type App, openApp } from '../../src/app/app.js';
import { openJournal } from '../../src/app/journal.js';
import type {
  Busy,
  Documents,
  FetchFile,
  Log,
  Message,
  Reply,
  Store,
} from '../../src/app/ports.js';
import { renderText } from '../../src/channels/render-text.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import type { Form } from '../../src/forms/form.js';
import type { Filing } from '../../src/interview/filing.js';
import { filingId } from '../../src/interview/state.js';
import { realDocuments } from './documents.js';
import { memoryStore } from './memory-store.js';

/** An assistant under test: a fixed clock, a store of its own, and everything it said. */
export interface Talk {
  readonly app: App;
  /** Replies in the order they were sent. */
  readonly replies: Reply[];
  /** What was waited for, in order. */
  readonly waited: Busy[];
  /** What was logged, a line each. */
  readonly logged: string[];
  /** Accepts a message; `id` defaults to a new one. */
  accept(words: Message['words'] | string, id?: string): Promise<'new' | 'duplicate'>;
  /** Says something and gives the reply as a person sees it. */
  say(text: string): Promise<string>;
  /** The same for a file or a press. */
  sayWords(words: Message['words']): Promise<string>;
  /** The filing as its journal has it now. */
  filing(): Promise<Filing>;
}

export interface TalkOptions {
  readonly store?: Store;
  readonly form?: Form;
  readonly documents?: Documents;
  /** Fails while it returns true. */
  readonly isOffline?: () => boolean;
  /** What the next attempt to send something to a conversation fails with; undefined lets it through. */
  readonly refusal?: (conversation: string) => Error | undefined;
  readonly fetchFile?: FetchFile;
  readonly conversation?: string;
  /** Milliseconds since 1970; stands still at noon unless told otherwise. */
  readonly now?: () => number;
}

let runs = 0;

/** Monday 23 November 2026, noon. */
export const NOON = Date.UTC(2026, 10, 23, 4);

export async function talk(options: TalkOptions = {}): Promise<Talk> {
  const replies: Reply[] = [];
  const waited: Busy[] = [];
  const logged: string[] = [];
  const conversation = options.conversation ?? 'test';
  const log: Log = (level, event, fields) => {
    logged.push(JSON.stringify({ level, event, ...fields }));
  };
  let tick = 0;
  const now = options.now ?? (() => NOON + tick);
  const store = options.store ?? memoryStore();
  const form = options.form ?? departmentOverall();
  const app = openApp({
    store,
    form,
    locale: 'zh-cn',
    documents: options.documents ?? realDocuments,
    send: async (reply) => {
      if (options.isOffline?.()) throw new Error('offline');
      const refusal = options.refusal?.(reply.conversation);
      if (refusal) throw refusal;
      replies.push(reply);
    },
    busy: (busy) => waited.push(busy),
    ...(options.fetchFile && { fetchFile: options.fetchFile }),
    log,
    now,
    // Waiting passes the turn on, so that retries happen without a clock.
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  });
  await app.recover();
  let count = 0;
  runs += 1;
  const run = runs;
  const accept: Talk['accept'] = (words, id) => {
    count += 1;
    tick += 1;
    return app.accept({
      id: id ?? `test:${run}.${count}`,
      conversation,
      channel: 'test',
      person: 'tester',
      at: now(),
      words: typeof words === 'string' ? { type: 'text', text: words } : words,
    });
  };
  const sayWords = async (words: Message['words'] | string) => {
    await accept(words);
    await app.idle();
    return shown(replies.at(-1));
  };
  return {
    app,
    replies,
    waited,
    logged,
    accept,
    say: sayWords,
    sayWords,
    async filing() {
      const journal = openJournal(store, form, log);
      return journal.load(filingId(conversation, 1), 'tester');
    },
  };
}

/** A reply as plain text. */
export function shown(reply: Reply | undefined): string {
  return reply ? renderText(reply.parts, (name) => name) : '';
}
