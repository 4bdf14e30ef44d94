import { LRUCache } from 'lru-cache';
import { AppError } from '../errors.js';
import type { Form } from '../forms/form.js';
import { applyEntry, type Entry, type Filing, openFiling } from '../interview/filing.js';
import type { Log, Store } from './ports.js';
import { entryId, keyOf, load, opened, sealed } from './records.js';

/**
 * Filings as projections of their journals. An entry is small and appended; a snapshot is written beside the
 * turns, once as many changes have been journalled as the form holds lines, so that its cost a turn stays
 * constant however large the form has grown.
 */
export interface Journal {
  /** The filing as its journal has it; a new one when there is none. */
  load(id: string, openedBy: string): Promise<Filing>;
  entry(filing: string, revision: number): Promise<Entry>;
  /** The record of an entry that is about to be written. */
  record(entry: Entry): readonly [key: string, value: unknown];
  /** Takes a filing over after its entry has been written. */
  keep(filing: Filing, changes: number): void;
  /** Resolves when no snapshot is being written. */
  idle(): Promise<void>;
}

interface Kept {
  readonly filing: Filing;
  readonly sinceSnapshot: number;
}

/** Filings held in memory, by the lines they hold. */
const MOST_LINES = 200_000;
const FEWEST_CHANGES = 200;
const ENTRIES_A_READ = 100;

export function openJournal(store: Store, form: Form, log: Log): Journal {
  const kept = new LRUCache<string, Kept>({
    maxSize: MOST_LINES,
    sizeCalculation: ({ filing }) => 20 + linesOf(filing),
  });
  const writing = new Set<Promise<void>>();

  function snapshot(filing: Filing): void {
    const written = store
      .put([sealed('filing', filing.id, filing)])
      .catch((error: unknown) => log('warn', 'snapshot failed', { error: String(error) }))
      .finally(() => writing.delete(written));
    writing.add(written);
  }

  async function replay(id: string, openedBy: string): Promise<Filing> {
    const saved = await load(store, 'filing', id);
    if (saved && saved.form !== form.id) {
      throw new AppError('store', `filing ${id} is of form ${saved.form}, not ${form.id}`);
    }
    let filing = saved ?? openFiling(id, form, openedBy);
    for (;;) {
      const ids = Array.from({ length: ENTRIES_A_READ }, (_, at) =>
        entryId(id, filing.revision + 1 + at),
      );
      const stored = await store.getMany(ids.map((each) => keyOf('entry', each)));
      for (const [at, value] of stored.entries()) {
        const entry = opened('entry', ids[at] ?? '', value);
        if (!entry) return filing;
        filing = applyEntry(form, filing, entry);
      }
    }
  }

  return {
    async load(id, openedBy) {
      const found = kept.get(id);
      if (found) return found.filing;
      const filing = await replay(id, openedBy);
      kept.set(id, { filing, sinceSnapshot: 0 });
      return filing;
    },
    async entry(filing, revision) {
      const found = await load(store, 'entry', entryId(filing, revision));
      if (!found) throw new AppError('store', `entry ${revision} of filing ${filing} is missing`);
      return found;
    },
    record: (entry) => sealed('entry', entryId(entry.filing, entry.revision), entry),
    keep(filing, changes) {
      const since = (kept.get(filing.id)?.sinceSnapshot ?? 0) + changes;
      const isDue = since >= Math.max(FEWEST_CHANGES, linesOf(filing));
      kept.set(filing.id, { filing, sinceSnapshot: isDue ? 0 : since });
      if (isDue) snapshot(filing);
    },
    async idle() {
      await Promise.all(writing);
    },
  };
}

function linesOf({ answers }: Filing): number {
  return Object.values(answers.rows).reduce((count, rows) => count + rows.length, 0);
}
