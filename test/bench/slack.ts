import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { App, HTTPReceiver } from '@slack/bolt';
import { documents } from '../../src/documents/documents.js';
import { openStore } from '../../src/store/open.js';
import { type Mode, onSlack } from '../support/on-slack.js';
import type { Person } from '../support/slack/person.js';
import { openSlack, type Slack } from '../support/slack/slack-server.js';
import { quantile, table } from './measure.js';

/** People who have files made all the time, people who write meanwhile, a message a second, and for how long. */
const EXPORTING = 4;
const WRITING = 40;
const MESSAGES = 15;
const BETWEEN_MS = 1_000;

/** How soon Slack is told that a message was taken, while documents are made; beside a Bolt that keeps nothing. */
export async function slack(): Promise<string> {
  const rows = [
    await acknowledgements('socket'),
    await acknowledgements('http'),
    await acknowledgementsOfBolt(),
  ];
  const made = `${WRITING * MESSAGES} messages, ${WRITING} a second, while ${EXPORTING} others have Word, Excel and PDF made all the time; Slack's side runs in the same process`;
  return `${table(['acknowledged, ms', 'p50', 'p99', 'slowest', 'files made'], rows)}\n${made}`;
}

async function acknowledgements(mode: Mode): Promise<readonly string[]> {
  const folder = mkdtempSync(join(process.cwd(), 'build', 'bench-'));
  const store = openStore(folder);
  const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms).unref());
  const on = await onSlack({ mode, store, documents: documents(), now: Date.now, wait });
  const { slack: platform } = on;
  const exporting = peopleOf(platform, 'E', EXPORTING);
  for (const person of exporting) {
    for (const words of ['2027', `${person.name}档案馆`, '李某', '2565.36，全部财政']) {
      await person.say(words);
    }
  }
  await on.idle();
  let isOver = false;
  const making = exporting.map(async (person) => {
    while (!isOver) {
      const before = person.messages().length;
      await person.say('导出 全部');
      await platform.until(() => person.messages().length >= before + 5);
    }
  });
  const acks = await written(peopleOf(platform, 'W', WRITING));
  isOver = true;
  await Promise.all(making);
  await on.idle();
  const files = platform.calls.filter(({ method }) => method === 'files.completeUploadExternal');
  await on.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return [`shenbao over ${mode}`, ...quantiles(acks), String(files.length)];
}

/** The same messages to an app that keeps nothing and makes nothing. */
async function acknowledgementsOfBolt(): Promise<readonly string[]> {
  const platform = await openSlack();
  const receiver = new HTTPReceiver({ signingSecret: 'bench' });
  const app = new App({ receiver, authorize: async () => ({ botToken: platform.tokens.bot }) });
  app.message(async () => {});
  const server = await receiver.start({ host: '127.0.0.1', port: 0 });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  platform.deliverTo(`http://127.0.0.1:${port}/slack/events`, 'bench');
  const acks = await written(peopleOf(platform, 'W', WRITING));
  await app.stop();
  await platform.close();
  return ['  bare Bolt, nothing kept, nothing made', ...quantiles(acks), '0'];
}

function peopleOf(platform: Slack, letter: string, count: number): readonly Person[] {
  return Array.from({ length: count }, (_, at) => platform.person(`U${letter}${at}`, `${at}号`));
}

/** Everybody writes once a second, one after the other, whether acknowledged or not; milliseconds of each. */
async function written(people: readonly Person[]): Promise<readonly number[]> {
  const acks: Promise<number>[] = [];
  const began = performance.now();
  for (let n = 0; n < MESSAGES * people.length; n += 1) {
    const due = began + (n * BETWEEN_MS) / people.length;
    await new Promise((done) => setTimeout(done, due - performance.now()));
    const person = people[n % people.length];
    if (person) acks.push(person.say(`总额改成${n + 100}`).then(({ ms }) => ms));
  }
  return Promise.all(acks);
}

function quantiles(acks: readonly number[]): readonly string[] {
  return [quantile(acks, 0.5), quantile(acks, 0.99), Math.max(...acks)].map((ms) => ms.toFixed(1));
}
