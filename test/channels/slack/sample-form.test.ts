import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openApp } from '../../../src/app/app.js';
import { openJournal } from '../../../src/app/journal.js';
import {
  parseTranscript,
  type TranscriptStep,
  transcriptPlayer,
} from '../../../src/channels/transcript.js';
import { departmentOverall } from '../../../src/forms/department-overall/form.js';
import { filingId } from '../../../src/interview/state.js';
import { realDocuments } from '../../support/documents.js';
import { memoryStore } from '../../support/memory-store.js';
import { type Mode, type OnSlack, onSlack } from '../../support/on-slack.js';
import { NOON } from '../../support/talk.js';

const steps = parseTranscript(
  readFileSync(new URL('../../transcripts/hengyang-2020.md', import.meta.url), 'utf8'),
);
const form = departmentOverall();
const FILE = '衡阳市司法局2020年度部门整体支出绩效目标申报表.docx';

/** The answers that the same conversation gives in the terminal. */
async function inTheTerminal() {
  const store = memoryStore();
  const player = transcriptPlayer({
    conversation: 'terminal',
    now: () => NOON,
    print: () => {},
    open: async () => ({ name: '', data: new Uint8Array() }),
  });
  const app = openApp({
    ...{ store, form, locale: 'zh-cn', documents: realDocuments, send: player.receive },
    ...{ log: () => {}, now: () => NOON, wait: () => new Promise((done) => setImmediate(done)) },
  });
  await player.play(app, steps);
  const journal = openJournal(store, form, () => {});
  return (await journal.load(filingId('terminal', 1), 'x')).answers;
}

/** Plays the transcript as a person would who writes on Slack; gives what was not said that should have been. */
async function play(
  on: OnSlack,
  act: (on: OnSlack, step: TranscriptStep) => Promise<string | undefined>,
): Promise<readonly string[]> {
  await on.li.openHome('messages');
  let heard = await on.heard();
  const missed: string[] = [];
  for (const step of steps) {
    heard = (await act(on, step)) ?? heard;
    const isMissed = step.type === 'expect' && !heard.includes(step.words);
    if (isMissed) missed.push(`${step.line}: ${step.words}\n${heard}`);
  }
  return missed;
}

async function writeOrPress(on: OnSlack, step: TranscriptStep): Promise<string | undefined> {
  if (step.type === 'say') return on.say(step.text);
  return step.type === 'press' ? on.press(step.label) : undefined;
}

/** The parts of the budget are written in the window, some first in a way that cannot be taken. */
async function withWindows(on: OnSlack, step: TranscriptStep): Promise<string | undefined> {
  if (step.type !== 'say') return writeOrPress(on, step);
  if (step.text.startsWith('其中：')) {
    await on.openForm();
    await on.li.submit({ '公共财政拨款（万元）': '约2557', '其他资金（万元）': '8' });
    await on.li.submit({ '公共财政拨款（万元）': '2557.36' });
    await on.heard();
    return on.say('政府性基金拨款留空，专户留空');
  }
  if (step.text.startsWith('基本')) {
    await on.openForm();
    await on.li.submit({ '基本支出（万元）': '1772.65万', '项目支出（万元）': '792.71' });
    return on.heard();
  }
  if (step.text.startsWith('上级主管部门及市委满意度')) {
    await on.openForm();
    await on.li.submit({
      '新的第 1 条 三级指标': '上级主管部门及市委满意度',
      '新的第 1 条 指标值': '100%',
      '新的第 2 条 三级指标': '社会民众满意度',
      '新的第 2 条 指标值': '100%',
      '新的第 3 条 三级指标': '本地各机关、各单位满意度',
      '新的第 3 条 指标值': '100%',
    });
    return on.heard();
  }
  return on.say(step.text);
}

async function declarationInTheFile(on: OnSlack): Promise<unknown> {
  const data = on.slack.files.get(FILE) ?? new Uint8Array();
  const read = await realDocuments.read({ name: FILE, data });
  const taken = read.ok ? form.intake(read.document.declaration) : undefined;
  return taken?.ok ? form.declare(taken.answers) : taken;
}

describe.each<Mode>(['socket', 'http'])('the sample form over %s', (mode) => {
  test('from the greeting to the .docx, in messages and buttons, answer by answer as in the terminal', async () => {
    const on = await onSlack({ mode });
    expect(await play(on, writeOrPress)).toEqual([]);
    const expected = await inTheTerminal();
    expect((await on.filing()).answers).toEqual(expected);
    expect(await declarationInTheFile(on)).toEqual(form.declare(expected));
    expect(on.slack.violations).toEqual([]);
    await on.close();
  }, 60_000);

  test('with windows for what belongs together, the same declaration', async () => {
    const on = await onSlack({ mode });
    const missed = await play(on, withWindows);
    // What the terminal was told in one sentence comes from a window here, and is answered in other words.
    expect(missed.map((each) => each.split('\n')[0])).toEqual([
      '37: 其他资金 8 万元',
      '42: 项目支出 792.71 万元（2565.36 − 1772.65 = 792.71）',
    ]);
    const expected = form.declare(await inTheTerminal());
    expect(form.declare((await on.filing()).answers)).toEqual(expected);
    expect(await declarationInTheFile(on)).toEqual(expected);
    expect(on.slack.violations).toEqual([]);
    await on.close();
  }, 60_000);
});
