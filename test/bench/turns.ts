import { type Assistant, answerBasics, fillTasks, openAssistant, taskLine } from './assistant.js';
import { bareCommits } from './bare.js';
import { type Latencies, measure, table } from './measure.js';

const SINGLE = 5000;
const IN_FLIGHT = 64;
const TOGETHER = 20_000;

/** Durable turns a second: one person, then 64 at once; beside bare SQLite commits of as many bytes. */
export async function turns(): Promise<string> {
  const assistant = await openAssistant();
  await prepare(assistant);
  const single = await measure(SINGLE, 1, async (index) => {
    await assistant.say('one', edit(index));
  });
  const together = await measure(TOGETHER, IN_FLIGHT, async (index, lane) => {
    // Each conversation says every kind of thing in turn, however the lanes overtake each other.
    await assistant.say(`c${lane}`, edit(Math.floor(index / IN_FLIGHT) + lane));
  });
  await assistant.close();
  const bareSingle = await bareCommits(SINGLE, 1);
  const bareTogether = await bareCommits(TOGETHER, IN_FLIGHT);
  return table(
    ['durable turns', 'per second', 'p50 ms', 'p99 ms'],
    [
      row('one at a time', single),
      row('  bare SQLite, the same records', bareSingle),
      row(`${IN_FLIGHT} in flight`, together),
      row('  bare SQLite, the same records', bareTogether),
    ],
  );
}

/** What people do most: answers, changes, new lines, and commands that change nothing. */
function edit(index: number): string {
  switch (index % 4) {
    case 0:
      return `基本支出改成${1700 + (index % 70)}.65`;
    case 1:
      return taskLine(index);
    case 2:
      return '删掉最后一条';
    default:
      return '第1条任务总额改成20，财政20';
  }
}

/** Also warms the code up: what is measured is a process that has been running for a while. */
async function prepare(assistant: Assistant): Promise<void> {
  const conversations = ['one', ...Array.from({ length: IN_FLIGHT }, (_, lane) => `c${lane}`)];
  for (const conversation of conversations) {
    await answerBasics(assistant, conversation);
    for (let index = 0; index < 40; index += 1) await assistant.say(conversation, edit(index));
  }
}

function row(name: string, { perSecond, p50, p99 }: Latencies): string[] {
  return [name, perSecond.toFixed(0), p50.toFixed(3), p99.toFixed(3)];
}

/** The cost of a turn as the form grows. */
export async function growth(): Promise<string> {
  const rows: string[][] = [];
  for (const lines of [30, 300, 3000]) {
    const assistant = await openAssistant();
    await prepare(assistant);
    await answerBasics(assistant, 'grown');
    await fillTasks(assistant, 'grown', lines);
    await assistant.say('grown', '添加任务');
    const { p50, p99 } = await measure(2000, 1, async (index) => {
      await assistant.say('grown', edit(index));
    });
    rows.push([String(lines), p50.toFixed(3), p99.toFixed(3)]);
    await assistant.close();
  }
  const [first, , last] = rows.map(([, p50 = '']) => Number(p50));
  const ratio = ((last ?? 0) / (first ?? 1)).toFixed(2);
  return `${table(['rows of the form', 'turn p50 ms', 'p99 ms'], rows)}\n\n3,000 rows cost ${ratio} times what 30 cost.`;
}
