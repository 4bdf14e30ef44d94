import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyvStoreAdapter } from 'keyv';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/app/ports.js';
import { keyvStore } from '../../src/store/keyv-store.js';
import { openStore } from '../../src/store/open.js';
import { openSqlite } from '../../src/store/sqlite-adapter.js';
import { storeContract } from '../contracts/store.js';
import { memoryStore } from '../support/memory-store.js';

function folderOf(): string {
  return mkdtempSync(join(tmpdir(), 'shenbao-store-'));
}

storeContract('embedded SQLite', async () => {
  const folder = folderOf();
  let last: Store = openStore(folder);
  return {
    store: last,
    reopen: async () => {
      last = openStore(folder);
      return last;
    },
    discard: async () => {
      await last.close();
      rmSync(folder, { recursive: true });
    },
  };
});

storeContract('memory, for tests', async () => {
  const records = new Map<string, string>();
  return {
    store: memoryStore(records),
    reopen: async () => memoryStore(records),
    discard: async () => {},
  };
});

describe('a write is whole or not at all', () => {
  test('one record of a batch that cannot be written leaves none of it, and the next batch is written', async () => {
    const folder = folderOf();
    const file = openSqlite(join(folder, 'a.db'));
    const adapter = file.adapter();
    const torn = adapter.setMany?.([
      { key: 'a:1', value: 'one' },
      { key: 'a:2', value: Symbol('not a text') as unknown as string },
    ]);
    const other = adapter.setMany?.([{ key: 'b:1', value: 'other' }]);
    await expect(torn).rejects.toThrow();
    await expect(other).resolves.toEqual([true]);
    expect(await adapter.get('a:1')).toBeUndefined();
    expect(await adapter.get('b:1')).toBe('other');
    file.close();
    rmSync(folder, { recursive: true });
  });

  test('a store that cannot write several records at once is refused', () => {
    const single = { get: () => undefined, set: () => true, delete: () => true, clear: () => {} };
    expect(() =>
      keyvStore(
        () => single as unknown as KeyvStoreAdapter,
        () => {},
      ),
    ).toThrow(/cannot write several records at once/);
  });

  test('a record that a store refuses is a failure, not a silence', async () => {
    const refusing = {
      get: async () => undefined,
      set: async () => true,
      setMany: async () => [true, false],
      delete: async () => true,
      clear: async () => {},
    };
    const store = keyvStore(
      () => refusing as unknown as KeyvStoreAdapter,
      () => {},
    );
    await expect(
      store.put([
        ['a:1', 1],
        ['a:2', 2],
      ]),
    ).rejects.toThrow(/refused/);
  });

  test('what cannot be stored is not to be tried again', async () => {
    const folder = folderOf();
    const store = openStore(folder);
    await expect(store.put([['a:1', 1n]])).rejects.toMatchObject({ retryable: false });
    await store.close();
    rmSync(folder, { recursive: true });
  });

  test('a damaged record is a failure by its key when it is read, and hides no other when all are listed', async () => {
    const folder = folderOf();
    const file = openSqlite(join(folder, 'a.db'));
    await file.adapter().set('a:2', '{"value":{"name":"secret');
    const store = keyvStore(file.adapter, file.close);
    await store.put([
      ['a:1', 1],
      ['a:3', 3],
    ]);
    await expect(store.get('a:2')).rejects.toMatchObject({
      message: 'record a:2 is damaged: not JSON',
      retryable: false,
    });
    await expect(store.getMany(['a:1', 'a:2'])).rejects.toThrow('record a:1 to a:2 is damaged');
    const listed: unknown[] = [];
    for await (const record of store.list('a')) listed.push(record);
    expect(listed).toEqual([
      ['1', 1],
      ['2', null],
      ['3', 3],
    ]);
    await store.close();
    rmSync(folder, { recursive: true });
  });

  test('a read that fails is a failure, not an absence', async () => {
    const broken = {
      get: async () => Promise.reject(new Error('disk')),
      set: async () => true,
      setMany: async () => [],
      delete: async () => true,
      clear: async () => {},
    };
    const store = keyvStore(
      () => broken as unknown as KeyvStoreAdapter,
      () => {},
    );
    await expect(store.get('a:1')).rejects.toThrow(/cannot be read: disk/);
  });
});

describe('a data folder that cannot be used stops the program with one sentence', () => {
  test('a file that is no database is left as it is', () => {
    const folder = folderOf();
    const path = join(folder, 'shenbao.db');
    writeFileSync(path, 'this is not a database, it is a text of some length'.repeat(100));
    expect(() => openStore(folder)).toThrow(
      /shenbao\.db: is not a readable database; nothing was changed/,
    );
    expect(existsSync(path)).toBe(true);
    rmSync(folder, { recursive: true });
  });

  test('a file that has lost its end is refused: what is left of it would greet its people as new ones', async () => {
    const folder = folderOf();
    const store = openStore(folder);
    const text = 'x'.repeat(5000);
    await store.put(Array.from({ length: 20 }, (_, at) => [`filing:${at}`, { text }] as const));
    await store.close();
    const path = join(folder, 'shenbao.db');
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    expect(() => openStore(folder)).toThrow(/is not a readable database/);
    writeFileSync(path, whole);
    const again = openStore(folder);
    expect(await again.get('filing:19')).toEqual({ text });
    await again.close();
    rmSync(folder, { recursive: true });
  });

  test('a second program on the same folder is refused', async () => {
    const folder = folderOf();
    const first = openStore(folder);
    expect(() => openStore(folder)).toThrow(/in use by another running shenbao/);
    await first.close();
    rmSync(folder, { recursive: true });
  });
});
