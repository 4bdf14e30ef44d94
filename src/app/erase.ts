import { faultOf } from '../errors.js';
import { daysLeft } from '../interview/filings/filings.js';
import { dayOf } from './day.js';
import type { Log, Store } from './ports.js';
import { entryId, keyOf, opened } from './records.js';

/** Entries that are looked for at once. */
const ENTRIES_A_READ = 100;

/**
 * Erases filings that were deleted so long ago that nobody can bring them back: their journals and snapshots.
 * The conversation keeps the number, so that no later filing is taken for it.
 */
export async function eraseDeleted(store: Store, log: Log, now: number): Promise<void> {
  for await (const [id, stored] of store.list('conversation')) {
    try {
      const { filings = [] } = opened('conversation', id, stored) ?? {};
      const gone = filings.filter((filing) => daysLeft(filing, dayOf(now)) === 0);
      for (const filing of gone) await erase(store, filing.id);
    } catch (error) {
      log('warn', 'deleted filing not erased', { conversation: id, ...faultOf(error) });
    }
  }
}

/** All at once, and the first entry last: what an interruption leaves is found by the next run. */
async function erase(store: Store, filing: string): Promise<void> {
  const keys = [keyOf('filing', filing)];
  for (let from = 1; ; from += ENTRIES_A_READ) {
    const page = Array.from({ length: ENTRIES_A_READ }, (_, at) =>
      keyOf('entry', entryId(filing, from + at)),
    );
    const found = await store.getMany(page);
    const there = page.filter((_, at) => found[at] !== undefined);
    if (there.length === 0) break;
    keys.push(...there);
  }
  if (keys.length > 1) await store.remove(keys.toReversed());
}
