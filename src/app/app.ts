import { openHandler } from './handle-message.js';
import { openInbox } from './inbox.js';
import { openJournal } from './journal.js';
import { openOutbox } from './outbox.js';
import type { AppParts, Inbox } from './ports.js';

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
  const { store, form, documents, log } = parts;
  const journal = openJournal(store, form, log);
  const handler = openHandler({ ...parts, journal });
  const outbox = openOutbox({ ...parts, journal });
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
      await documents.close();
      await store.close();
    },
  };
}
