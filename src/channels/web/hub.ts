import type { ChatLine } from '../../app/chat-log.js';
import type { FormView } from '../../interview/form-view/form-view.js';

/** What an open page is told. */
export type PageEvent =
  | { readonly type: 'line'; readonly line: ChatLine }
  | { readonly type: 'form'; readonly form: FormView }
  /** The conversation is not the one the page knows: it has to be opened anew. */
  | { readonly type: 'reset' }
  | { readonly type: 'notice'; readonly message: string; readonly text: string };

export type Listener = (event: PageEvent) => void;

/** The open pages of each conversation. */
export interface Hub {
  /** Gives the function that ends it. */
  listen(conversation: string, listener: Listener): () => void;
  tell(conversation: string, event: PageEvent): void;
  has(conversation: string): boolean;
  count(conversation: string): number;
}

export function openHub(): Hub {
  const listeners = new Map<string, Set<Listener>>();
  return {
    listen(conversation, listener) {
      const own = listeners.get(conversation) ?? new Set();
      listeners.set(conversation, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(conversation) === own) listeners.delete(conversation);
      };
    },
    tell(conversation, event) {
      for (const listener of [...(listeners.get(conversation) ?? [])]) listener(event);
    },
    has: (conversation) => listeners.has(conversation),
    count: (conversation) => listeners.get(conversation)?.size ?? 0,
  };
}
