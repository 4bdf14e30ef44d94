import { describe, expect, test } from 'vitest';
import type { FetchFile } from '../../src/app/ports.js';
import { AppError } from '../../src/errors.js';
import { memoryStore } from '../support/memory-store.js';
import { NOON, shown, talk } from '../support/talk.js';

const PASSING = new AppError('channel', 'not reachable', { retryable: true });
const LASTING = new AppError('channel', 'channel_not_found');

/** Fails so many times, then no more. */
function failing(times: number, error: Error): () => Error | undefined {
  let left = times;
  return () => {
    left -= 1;
    return left >= 0 ? error : undefined;
  };
}

describe('a channel that does not take a reply', () => {
  test('gets it again until it takes it; what was said later comes after it', async () => {
    const { accept, app, replies } = await talk({ refusal: failing(5, PASSING) });
    await accept('2027');
    await accept('某县档案馆');
    await app.idle();
    expect(replies.map(shown)).toEqual([
      expect.stringContaining('已记：年度 2027'),
      expect.stringContaining('某县档案馆'),
    ]);
  });

  test('keeps no other conversation waiting', async () => {
    const { accept, app, replies } = await talk({
      refusal: (to) => (to === 'test' && replies.length === 0 ? PASSING : undefined),
    });
    await accept('2027');
    const at = NOON;
    const words = { type: 'opened' as const };
    await app.accept({
      ...{ id: 'test:other', conversation: 'other', channel: 'test', person: 'another', at, words },
    });
    await app.idle();
    expect(replies.map(({ conversation }) => conversation)).toEqual(['other', 'test']);
  });

  test('is asked once when another time will not do; the reply is sent at the next start', async () => {
    const store = memoryStore();
    const first = await talk({ store, refusal: () => LASTING });
    await first.say('2027');
    expect(first.replies).toHaveLength(0);
    expect(first.logged.filter((line) => line.includes('reply not sent'))).toHaveLength(1);
    const second = await talk({ store });
    await second.app.idle();
    expect(second.replies.map(shown)).toEqual([expect.stringContaining('已记：年度 2027')]);
  });

  test('keeps nobody from closing the program; the reply is sent at the next start', async () => {
    const store = memoryStore();
    const first = await talk({ store, refusal: () => PASSING });
    await first.accept('2027');
    await first.app.close();
    expect(first.replies).toHaveLength(0);
    const second = await talk({ store });
    await second.app.idle();
    expect(second.replies.map(shown)).toEqual([expect.stringContaining('已记：年度 2027')]);
  });
});

describe('a file that lies with the platform it was sent on', () => {
  const SENT = { type: 'remote-file' as const, name: '去年.json', url: 'https://files.example/1' };

  test('is fetched when its message is handled, and read as if it had been sent along', async () => {
    const fetched: string[] = [];
    const fetchFile: FetchFile = async ({ url }, channel) => {
      fetched.push(`${channel} ${url}`);
      return new TextEncoder().encode('{"不是":"申报表"}');
    };
    const { sayWords, waited } = await talk({ fetchFile });
    expect(await sayWords(SENT)).toContain('去年.json');
    expect(fetched).toEqual(['test https://files.example/1']);
    expect(waited.map(({ conversation, work }) => [conversation, work])).toEqual([
      ['test', 'reading'],
    ]);
  });

  test('that cannot be had is asked for again', async () => {
    const { sayWords } = await talk({ fetchFile: async () => 'gone' });
    expect(await sayWords(SENT)).toContain('没有取到，可能已经删除或过期。请再发一次');
  });

  test('that is too large is refused like any other', async () => {
    const { sayWords } = await talk({ fetchFile: async () => 'too-large' });
    expect(await sayWords(SENT)).toContain('超过 20 MB');
  });

  test('of a channel that fetches none cannot be had', async () => {
    const { sayWords } = await talk();
    expect(await sayWords(SENT)).toContain('没有取到');
  });
});

test('whoever waits for files or pictures is told what is being made', async () => {
  const { say, waited } = await talk();
  await say('2027');
  await say('导出 word');
  await say('预览');
  expect(waited.map(({ work }) => work)).toEqual(['writing', 'drawing']);
});

test('what a channel notes of a conversation is there after a restart', async () => {
  const store = memoryStore();
  const { app } = await talk({ store });
  await app.notes.save('slack:T1:D1', { ts: '1.2' });
  const { app: next } = await talk({ store });
  expect(await next.notes.load('slack:T1:D1')).toEqual({ ts: '1.2' });
  expect(await next.notes.load('slack:T1:D2')).toBeUndefined();
});
