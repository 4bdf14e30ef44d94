import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { KeyvStoreAdapter } from 'keyv';
import Database from 'libsql';

type Handle = InstanceType<typeof Database>;

/** One change of one key; no value deletes it. */
interface Operation {
  readonly key: string;
  readonly value?: string;
}

/** Operations that succeed or fail together, and whoever waits for them. */
interface Job {
  readonly operations: readonly Operation[];
  /** Given, for each operation, whether the key was there. */
  readonly resolve: (existed: readonly boolean[]) => void;
  readonly reject: (error: unknown) => void;
}

/** One SQLite file. Writes that arrive together share one transaction and one flush to disk. */
export interface SqliteFile {
  /** An adapter for one Keyv. Keyv keeps its namespace in the adapter, so each Keyv needs its own. */
  adapter(): KeyvStoreAdapter;
  close(): void;
}

/** Rows read at once while listing. */
const PAGE = 500;

/**
 * Opens a SQLite file for this process alone: write-ahead log, and every commit on disk before it counts.
 * Throws what libsql throws when the file is in use, is no database, or cannot be written.
 */
export function openSqlite(path: string): SqliteFile {
  const database = new Database(path);
  try {
    // The lock makes sure that no second process answers the same people from an older memory.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    // 16 MB: pages that are written again and again go to the database file less often.
    database.exec('PRAGMA wal_autocheckpoint = 4000');
    database.exec(
      'CREATE TABLE IF NOT EXISTS keyv (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID',
    );
    database.exec('BEGIN IMMEDIATE');
    database.exec('COMMIT');
  } catch (error) {
    database.close();
    throw error;
  }
  const writer = openWriter(database);
  return { adapter: () => openAdapter(path, database, writer), close: () => release(database) };
}

/** Folds the log into the file and lets the lock go: prepared statements would keep it until they are collected. */
function release(database: Handle): void {
  try {
    database.exec('PRAGMA journal_mode = DELETE');
    database.exec('PRAGMA locking_mode = NORMAL');
    database.prepare('SELECT count(*) FROM keyv WHERE key = ?').get('');
  } finally {
    database.close();
  }
}

type Writer = (operations: readonly Operation[]) => Promise<readonly boolean[]>;

/** Group commit: what is asked for in one turn of the event loop is written in one transaction. */
function openWriter(database: Handle): Writer {
  const upsert = database.prepare(
    'INSERT INTO keyv (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const remove = database.prepare('DELETE FROM keyv WHERE key = ?');
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  let waiting: Job[] = [];

  function run({ key, value }: Operation): boolean {
    if (value === undefined) return remove.run(key).changes > 0;
    upsert.run(key, value);
    return true;
  }

  function inTransaction<T>(work: () => T): T {
    begin.run();
    try {
      const result = work();
      commit.run();
      return result;
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }

  function flush(): void {
    const jobs = waiting;
    waiting = [];
    try {
      const results = inTransaction(() => runTogether(jobs));
      jobs.forEach((job, at) => {
        job.resolve(results[at] ?? []);
      });
    } catch (error) {
      if (jobs.length === 1) jobs[0]?.reject(error);
      else jobs.forEach(flushAlone);
    }
  }

  /** Of several values for one key in a batch only the last is written: nobody could have read the others. */
  function runTogether(jobs: readonly Job[]): readonly (readonly boolean[])[] {
    const last = new Map<string, Operation>();
    for (const { operations } of jobs) for (const each of operations) last.set(each.key, each);
    const isOvertaken = (each: Operation) =>
      each.value !== undefined && last.get(each.key) !== each;
    return jobs.map(({ operations }) => operations.map((each) => isOvertaken(each) || run(each)));
  }

  /** A job that cannot be written must not take the others of its batch with it. */
  function flushAlone({ operations, resolve, reject }: Job): void {
    try {
      resolve(inTransaction(() => operations.map(run)));
    } catch (error) {
      reject(error);
    }
  }

  return (operations) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ operations, resolve, reject });
    });
}

function openAdapter(path: string, database: Handle, write: Writer): KeyvStoreAdapter {
  const select = database.prepare('SELECT value FROM keyv WHERE key = ?');
  const page = database.prepare(
    'SELECT key, value FROM keyv WHERE key > ? AND key < ? ORDER BY key LIMIT ?',
  );
  const read = (key: string): string | undefined => {
    const row = select.get(key) as { value: string } | undefined;
    return row?.value;
  };

  function* pages(namespace: string | undefined): Generator<readonly [string, string][]> {
    // ';' is the character after ':', so the range holds exactly the keys that begin with the namespace.
    const end = namespace === undefined ? '\u{10FFFF}' : `${namespace};`;
    let after = namespace === undefined ? '' : `${namespace}:`;
    for (;;) {
      const rows = page.all(after, end, PAGE) as { key: string; value: string }[];
      yield rows.map(({ key, value }) => [key, value]);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last.key;
    }
  }

  const adapter = Object.assign(new EventEmitter(), {
    opts: { dialect: 'sqlite', url: `sqlite://${path}` },
    namespace: undefined as string | undefined,
    async get(key: string) {
      return read(key);
    },
    async getMany(keys: string[]) {
      return keys.map(read);
    },
    async has(key: string) {
      return read(key) !== undefined;
    },
    async set(key: string, value: string) {
      await write([{ key, value }]);
      return true;
    },
    async setMany(entries: { key: string; value: string }[]) {
      await write(entries.map(({ key, value }) => ({ key, value })));
      return entries.map(() => true);
    },
    async delete(key: string) {
      const [existed = false] = await write([{ key }]);
      return existed;
    },
    async deleteMany(keys: string[]) {
      const existed = await write(keys.map((key) => ({ key })));
      return existed.some(Boolean);
    },
    async clear() {
      const keys = [...pages(adapter.namespace)].flat().map(([key]) => ({ key }));
      await write(keys);
    },
    async *iterator(namespace?: string) {
      for (const rows of pages(namespace)) {
        yield* rows;
        // A long list keeps nobody waiting for more than a page.
        await nextTurn();
      }
    },
    async disconnect() {
      adapter.removeAllListeners();
    },
  });
  return adapter as unknown as KeyvStoreAdapter;
}
