import type { Store } from './ports.js';
import { load, sealed } from './records.js';

/** What a channel has to remember of a conversation beyond what was said: the message whose buttons are open. */
export interface Notes {
  load(conversation: string): Promise<unknown>;
  save(conversation: string, content: unknown): Promise<void>;
}

export function openNotes(store: Store): Notes {
  return {
    load: async (conversation) => (await load(store, 'note', conversation))?.content,
    save: (conversation, content) =>
      store.put([sealed('note', conversation, { content: content ?? null })]),
  };
}
