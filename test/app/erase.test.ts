import { expect, test } from 'vitest';
import { memoryStore } from '../support/memory-store.js';
import { NOON, talk } from '../support/talk.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A store in which the first of two filings was deleted on the day of `NOON`. */
async function deletedFiling(): Promise<Map<string, string>> {
  const records = new Map<string, string>();
  const { say, app } = await talk({ store: memoryStore(records) });
  for (const text of ['2026', '某县档案馆', '总额300万', '换一份', '2027']) await say(text);
  await say('确认删除 1');
  await app.close();
  return records;
}

function entriesOf(records: ReadonlyMap<string, string>, filing: string): number {
  return [...records.keys()].filter((key) => key.startsWith(`entry:${filing}:`)).length;
}

test('a deleted filing is there for 30 days, with every entry of its journal', async () => {
  const records = await deletedFiling();
  const later = await talk({ store: memoryStore(records), now: () => NOON + 29 * DAY_MS });
  expect(entriesOf(records, 'test/1')).toBe(3);
  expect(await later.say('恢复 1')).toContain('已恢复');
  expect(await later.say('打开 1')).toContain('某县档案馆2026年度');
});

test('after 30 days nothing of it is left, and no other filing takes its number', async () => {
  const records = await deletedFiling();
  const later = await talk({ store: memoryStore(records), now: () => NOON + 30 * DAY_MS });
  expect(entriesOf(records, 'test/1')).toBe(0);
  expect(entriesOf(records, 'test/2')).toBe(1);
  expect(await later.say('我的申报')).not.toContain('某县档案馆');
  expect(await later.say('恢复 1')).toContain('没有第 1 份申报');
});

test('what an interrupted erasure left is erased by the next', async () => {
  const records = await deletedFiling();
  records.delete('filing:test/1');
  records.delete('entry:test/1:00000003');
  await talk({ store: memoryStore(records), now: () => NOON + 31 * DAY_MS });
  expect(entriesOf(records, 'test/1')).toBe(0);
});
