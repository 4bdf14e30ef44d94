import { LRUCache } from 'lru-cache';
import { AppError, faultOf } from '../errors.js';
import type { Form } from '../forms/form.js';
import { applyEntry, type Entry, type Filing, openFiling } from '../interview/filing.js';
import type { FilingAt } from '../interview/state.js';
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
  /** The filing as it was at a revision. Throws when its journal does not reach so far. */
  loadAt(filing: FilingAt): Promise<Filing>;
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
  /** Changes that no snapshot holds: what a start must replay. */
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
  const writing = new Map<string, Promise<void>>();

  /** Writes a filing of which so many changes stand in the journal alone. Until that has succeeded it stays due. */
  function snapshot(filing: Filing, changes: number): void {
    const written = store
      .put([sealed('filing', filing.id, filing)])
      .then(
        () => {
          const now = kept.peek(filing.id);
          if (now) kept.set(filing.id, { ...now, sinceSnapshot: now.sinceSnapshot - changes });
        },
        (error: unknown) => log('warn', 'snapshot failed', faultOf(error)),
      )
      .finally(() => writing.delete(filing.id));
    writing.set(filing.id, written);
  }

  async function snapshotOf(id: string): Promise<Filing | undefined> {
    const saved = await load(store, 'filing', id);
    if (saved && saved.form !== form.id) {
      throw new AppError('store', `filing ${id} is of form ${saved.form}, not ${form.id}`);
    }
    return saved;
  }

  /** A filing with the entries that follow it, up to a revision. */
  async function replay(from: Filing, revision = Number.POSITIVE_INFINITY): Promise<Kept> {
    let filing = from;
    let sinceSnapshot = 0;
    while (filing.revision < revision) {
      const length = Math.min(ENTRIES_A_READ, revision - filing.revision);
      const ids = Array.from({ length }, (_, at) => entryId(from.id, filing.revision + 1 + at));
      const stored = await store.getMany(ids.map((each) => keyOf('entry', each)));
      for (const [at, value] of stored.entries()) {
        const entry = opened('entry', ids[at] ?? '', value);
        if (!entry) return { filing, sinceSnapshot };
        filing = applyEntry(form, filing, entry);
        sinceSnapshot += entry.changes.length;
      }
    }
    return { filing, sinceSnapshot };
  }

  return {
    async load(id, openedBy) {
      const found = kept.get(id);
      if (found) return found.filing;
      const replayed = await replay((await snapshotOf(id)) ?? openFiling(id, form, openedBy));
      // A filing without entries is opened by whoever makes the first: it is not kept for the next to come.
      if (replayed.filing.revision > 0) kept.set(id, replayed);
      return replayed.filing;
    },
    async loadAt({ id, revision }) {
      const found = kept.get(id);
      if (found?.filing.revision === revision) return found.filing;
      const saved = await snapshotOf(id);
      const from = saved && saved.revision <= revision ? saved : openFiling(id, form, '');
      const { filing } = await replay(from, revision);
      if (filing.revision !== revision) throw missing(id, revision);
      return filing;
    },
    async entry(filing, revision) {
      const found = await load(store, 'entry', entryId(filing, revision));
      if (!found) throw missing(filing, revision);
      return found;
    },
    record: (entry) => sealed('entry', entryId(entry.filing, entry.revision), entry),
    keep(filing, changes) {
      const sinceSnapshot = (kept.get(filing.id)?.sinceSnapshot ?? 0) + changes;
      kept.set(filing.id, { filing, sinceSnapshot });
      const isDue = sinceSnapshot >= Math.max(FEWEST_CHANGES, linesOf(filing));
      if (isDue && !writing.has(filing.id)) snapshot(filing, sinceSnapshot);
    },
    async idle() {
      await Promise.all(writing.values());
    },
  };
}

function missing(filing: string, revision: number): AppError {
  return new AppError('store', `entry ${revision} of filing ${filing} is missing`);
}

function linesOf({ answers }: Filing): number {
  return Object.values(answers.rows).reduce((count, rows) => count + rows.length, 0);
}
