import type { Store } from './ports.js';
import { keyOf, load, opened, sealed } from './records.js';
import { turnstile } from './turnstile.js';

/** Things that may happen once: a link that is used up, even when the program starts anew. */
export interface Once {
  /** Whether it is the first time. Remembered until a moment, in milliseconds since 1970. */
  take(id: string, until: number): Promise<boolean>;
  /** Whether it has happened. */
  isTaken(id: string): Promise<boolean>;
  /** Forgets what need not be remembered any more. */
  forget(now: number): Promise<void>;
}

export function openOnce(store: Store): Once {
  const door = turnstile();
  const isTaken = async (id: string) => (await load(store, 'spent', id)) !== undefined;
  return {
    isTaken,
    take: (id, until) =>
      door.enter(id, async () => {
        if (await isTaken(id)) return false;
        await store.put([sealed('spent', id, { until })]);
        return true;
      }),
    async forget(now) {
      const old: string[] = [];
      for await (const [id, stored] of store.list('spent')) {
        if ((opened('spent', id, stored)?.until ?? 0) < now) old.push(keyOf('spent', id));
      }
      if (old.length > 0) await store.remove(old);
    },
  };
}
