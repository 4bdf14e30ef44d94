import { type ChatLog, openChatLog } from './chat-log.js';
import { openFiles } from './files.js';
import { openHandler } from './handle-message.js';
import { openInbox } from './inbox.js';
import { openJournal } from './journal.js';
import { type Notes, openNotes } from './notes.js';
import { type Once, openOnce } from './once.js';
import { openOutbox } from './outbox.js';
import type { AppParts, Inbox } from './ports.js';
import { openPrinter } from './printer.js';
import { signingKey } from './signing-key.js';
import { openStates } from './states.js';
import { openViews, type Views } from './views.js';

/** The assistant without its channels. */
export interface App extends Inbox {
  readonly views: Views;
  readonly chatLog: ChatLog;
  readonly once: Once;
  readonly notes: Notes;
  signingKey(name: string): Promise<string>;
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
  const files = openFiles(parts);
  const printer = openPrinter(form, journal, documents);
  const states = openStates({ ...parts, journal, files });
  const handler = openHandler({ ...parts, journal, files, states });
  const outbox = openOutbox({ ...parts, printer });
  const once = openOnce(store);
  const inbox = openInbox({ ...parts, handler, outbox });

  async function idle(): Promise<void> {
    await inbox.idle();
    await outbox.idle();
    await journal.idle();
  }

  return {
    views: openViews({ form, journal, states, printer }),
    chatLog: openChatLog(store),
    once,
    notes: openNotes(store),
    signingKey: (name) => signingKey(store, name),
    accept: (message, along) => inbox.accept(message, along),
    async recover() {
      await once.forget(parts.now());
      return inbox.recover();
    },
    idle,
    async close() {
      inbox.stop();
      outbox.stop();
      await idle();
      await documents.close();
      await store.close();
    },
  };
}
