import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openApp } from '../../src/app/app.js';
import { parseTranscript, transcriptPlayer } from '../../src/channels/transcript.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { openStore } from '../../src/store/open.js';
import { realDocuments } from '../support/documents.js';
import { readDocx } from '../support/docx.js';
import { expectedTable } from '../support/expected-table.js';
import { HENGYANG } from '../support/fixtures.js';
import { NOON } from '../support/talk.js';

const FOLDER = new URL('../transcripts/', import.meta.url);

/** Plays a transcript against the real store, as `shenbao replay` does. */
async function play(name: string) {
  const data = mkdtempSync(join(tmpdir(), 'shenbao-play-'));
  const player = transcriptPlayer({
    conversation: 'replay',
    now: () => NOON,
    print: () => {},
    open: async (file) => ({ name: basename(file), data: readFileSync(new URL(file, FOLDER)) }),
  });
  const app = openApp({
    store: openStore(data),
    form: departmentOverall(),
    locale: 'zh-cn',
    documents: realDocuments,
    send: player.receive,
    log: () => {},
    now: () => NOON,
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const played = await player.play(
    app,
    parseTranscript(readFileSync(new URL(name, FOLDER), 'utf8')),
  );
  await app.close();
  rmSync(data, { recursive: true });
  return played;
}

describe('every transcript plays as it is written', () => {
  test.each(readdirSync(FOLDER).filter((name) => name.endsWith('.md')))('%s', async (name) => {
    expect((await play(name)).misses).toEqual([]);
  });
});

describe('the whole conversation of the sample form', () => {
  test('takes at most 30 messages and gives the published form cell by cell', async () => {
    const { messages, files } = await play('hengyang-2020.md');
    expect(messages).toBeLessThanOrEqual(30);
    const [file] = files;
    if (!file) throw new Error('no file came back');
    const read = await readDocx(file.data);
    expect(read.rows).toEqual(expectedTable(HENGYANG));
    expect(read.lines).toContain('填报单位（盖章）：衡阳市司法局\t单位负责人（签名）：魏中发');
  });
});
