import type { Form, Locale } from '../forms/form.js';
import { openHandler } from './handle-message.js';
import { openInbox } from './inbox.js';
import { openJournal } from './journal.js';
import { openOutbox } from './outbox.js';
import type { Documents, Inbox, Log, Reply, Store } from './ports.js';

/** What the assistant is made of. Time and waiting arrive as functions, so that tests own them. */
export interface AppParts {
  readonly store: Store;
  readonly form: Form;
  readonly locale: Locale;
  readonly documents: Documents;
  readonly send: (reply: Reply) => Promise<void>;
  readonly log: Log;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

/** The assistant without its channels. */
export interface App extends Inbox {
  /** Takes up what an earlier run left undone. */
  recover(): Promise<{ readonly messages: number; readonly replies: number }>;
  /** Resolves when everything accepted is handled, sent and noted. */
  idle(): Promise<void>;
  /** Finishes what has begun, then closes the store. */
  close(): Promise<void>;
}

export function openApp(parts: AppParts): App {
  const { store, form, log } = parts;
  const journal = openJournal(store, form, log);
  const handler = openHandler({ ...parts, journal });
  const outbox = openOutbox(parts);
  const inbox = openInbox({ ...parts, handler, outbox });

  async function idle(): Promise<void> {
    await inbox.idle();
    await outbox.idle();
    await journal.idle();
  }

  return {
    accept: (message) => inbox.accept(message),
    recover: () => inbox.recover(),
    idle,
    async close() {
      inbox.stop();
      await idle();
      await store.close();
    },
  };
}
