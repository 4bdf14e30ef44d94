import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/app/ports.js';

/** What every store must do. `open` gives a fresh one; `reopen` the same data in a new one. */
export function storeContract(
  name: string,
  open: () => Promise<{ store: Store; reopen: () => Promise<Store>; discard: () => Promise<void> }>,
): void {
  describe(`store contract: ${name}`, () => {
    test('what is put is got, and what was never put is undefined', async () => {
      const { store, discard } = await open();
      await store.put([['entry:a', { n: 1 }]]);
      expect(await store.get('entry:a')).toEqual({ n: 1 });
      expect(await store.get('entry:b')).toBeUndefined();
      await discard();
    });

    test('many are got in the order of their keys, with gaps', async () => {
      const { store, discard } = await open();
      await store.put([
        ['entry:1', 'one'],
        ['entry:3', 'three'],
      ]);
      expect(await store.getMany(['entry:3', 'entry:2', 'entry:1'])).toEqual([
        'three',
        undefined,
        'one',
      ]);
      await discard();
    });

    test('a later value takes the place of an earlier one, also when both are on their way', async () => {
      const { store, discard } = await open();
      await Promise.all([store.put([['a:1', 'first']]), store.put([['a:1', 'second']])]);
      expect(await store.get('a:1')).toBe('second');
      await discard();
    });

    test('a kind is listed by its ids, and no other kind with it', async () => {
      const { store, discard } = await open();
      await store.put([
        ['message:terminal:1', 1],
        ['message:terminal:2', 2],
        ['messages:9', 9],
        ['conversation:terminal', 3],
      ]);
      const listed: unknown[] = [];
      for await (const record of store.list('message')) listed.push(record);
      expect(listed.toSorted()).toEqual([
        ['terminal:1', 1],
        ['terminal:2', 2],
      ]);
      await discard();
    });

    test('more records than one page are all listed', async () => {
      const { store, discard } = await open();
      const keys = Array.from({ length: 1201 }, (_, at) => `entry:${at}`);
      await store.put(keys.map((key) => [key, key]));
      let count = 0;
      for await (const [id, value] of store.list('entry')) if (value === `entry:${id}`) count += 1;
      expect(count).toBe(1201);
      await discard();
    });

    test('what is removed is gone', async () => {
      const { store, discard } = await open();
      await store.put([['a:1', 1]]);
      await store.remove(['a:1', 'a:2']);
      expect(await store.get('a:1')).toBeUndefined();
      await discard();
    });

    test('words keep every character', async () => {
      const { store, discard } = await open();
      const words = '𬭚 ␀ "引号" \\ 全角　\n\t\u{10FFFF}';
      await store.put([[`a:${words}`, words]]);
      expect(await store.get(`a:${words}`)).toBe(words);
      await discard();
    });

    test('what was put is there after a restart', async () => {
      const { store, reopen, discard } = await open();
      await store.put([['a:1', { kept: true }]]);
      await store.close();
      expect(await (await reopen()).get('a:1')).toEqual({ kept: true });
      await discard();
    });
  });
}
