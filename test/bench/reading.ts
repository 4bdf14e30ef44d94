import { performance } from 'node:perf_hooks';
import { clean } from '../../src/domain/text.js';
import type { Answers } from '../../src/forms/answers.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { read } from '../../src/reading/read.js';
import { chanceFrom } from '../support/chance.js';
import { fixture, type Utterance } from '../support/fixtures.js';
import { randomMessage } from '../support/strings.js';
import { table } from './measure.js';

const form = departmentOverall();
const TODAY = '2026-11-23';
const answers: Answers = {
  values: { totalFunds: { value: '2565.36', rev: 1 } },
  rows: {},
  finished: {},
};
const TASKS = 500;
const HOSTILE = [
  '，',
  '：',
  '的',
  '条',
  '财政',
  '剩下',
  '亿',
  '1,',
  '（',
  '"',
  '\t',
  '\n',
  'a\n',
  '1、',
  ' ',
];
const HOSTILE_LENGTH = 20_000;

function readOnce(text: string, question: string | undefined): number {
  const asked = question === undefined ? {} : { asked: { question } };
  const start = performance.now();
  read({ form, answers, today: TODAY, ...asked }, text);
  return performance.now() - start;
}

/** How long reading takes: everyday messages, a table of 500 rows, and 20,000 characters meant to be slow. */
export async function reading(): Promise<string> {
  const utterances = fixture<readonly Utterance[]>('utterances.json').map(({ text }) => text);
  const questions = form.questions.map(({ id }) => id);
  const everyday = utterances.flatMap((text) => questions.map((each) => readOnce(text, each)));
  for (let warm = 0; warm < 3; warm += 1) {
    everyday.length = 0;
    for (const text of utterances)
      for (const each of questions) everyday.push(readOnce(text, each));
  }
  const rows = Array.from(
    { length: TASKS },
    (_, at) => `任务${at}\t内容${at}\t${at}.5\t${at}.5\t0`,
  );
  const pasted = Array.from({ length: 20 }, () => readOnce(rows.join('\n'), 'tasks'));
  const hostile = HOSTILE.flatMap((unit) => {
    const text = unit.repeat(HOSTILE_LENGTH / unit.length);
    return questions.map((each) => readOnce(text, each));
  });
  const row = (name: string, taken: readonly number[]) => {
    const sorted = taken.toSorted((a, b) => a - b);
    const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2);
    return [name, String(taken.length), at(0.5), at(0.99), at(1)];
  };
  return table(
    ['reading', 'messages', 'p50 ms', 'p99 ms', 'worst ms'],
    [
      row('everyday messages, at every question', everyday),
      row(`a pasted table of ${TASKS} rows`, pasted),
      row(`${HOSTILE_LENGTH} characters meant to be slow`, hostile),
    ],
  );
}

const RUNS = 1_000_000;

/** A million random messages: how many made the reader throw. */
export async function fuzz(): Promise<string> {
  const chance = chanceFrom(20_261_124);
  const questions = [undefined, ...form.questions.map(({ id }) => id)];
  let thrown = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const text = clean(randomMessage(chance));
    try {
      readOnce(text, questions[chance(questions.length)]);
    } catch {
      thrown += 1;
    }
  }
  return table(
    ['random messages read', 'that made the reader throw'],
    [[String(RUNS), String(thrown)]],
  );
}
