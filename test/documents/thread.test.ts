import { expect, test } from 'vitest';
import { thread } from '../../src/documents/thread.js';

const MODULE = new URL('../support/jobs.mjs', import.meta.url);

test('jobs are done one after the other, in their order', async () => {
  const one = thread({ module: MODULE, longestMs: 5_000, memoryMb: 100 });
  const done: string[] = [];
  await Promise.all(
    ['a', 'b', 'c'].map(async (words) => {
      await one.run('echo', words);
      done.push(words);
    }),
  );
  expect(done).toEqual(['a', 'b', 'c']);
  await one.close();
});

test('a job that takes too long is ended, and the next one is done', async () => {
  const one = thread({ module: MODULE, longestMs: 300, memoryMb: 100 });
  expect(await one.run('loop', undefined)).toBe('exceeded');
  expect(await one.run('echo', 'still there')).toBe('still there');
  await one.close();
});

test('a job that takes too much memory is ended, and the next one is done', async () => {
  const one = thread({ module: MODULE, longestMs: 30_000, memoryMb: 40 });
  expect(await one.run('grow', undefined)).toBe('exceeded');
  expect(await one.run('echo', 'still there')).toBe('still there');
  await one.close();
});

test('a job whose buffers take too much memory is ended, although they are no objects', async () => {
  const one = thread({ module: MODULE, longestMs: 30_000, memoryMb: 100 });
  expect(await one.run('fill', undefined)).toBe('exceeded');
  await one.close();
});

test('a job that comes after the end is refused', async () => {
  const one = thread({ module: MODULE, longestMs: 5_000, memoryMb: 100 });
  await one.close();
  await expect(one.run('echo', 'too late')).rejects.toThrow('closed');
});

test('a job that fails says so, and ends nothing', async () => {
  const one = thread({ module: MODULE, longestMs: 5_000, memoryMb: 100 });
  await expect(one.run('fail', undefined)).rejects.toThrow('boom');
  expect(await one.run('echo', 'still there')).toBe('still there');
  await one.close();
});

test('a thread that was never used closes at once', async () => {
  await thread({ module: MODULE, longestMs: 5_000, memoryMb: 100 }).close();
});
