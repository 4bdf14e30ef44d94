import { describe, expect, test } from 'vitest';
import { clean } from '../../src/domain/text.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { MOST_ROWS, read } from '../../src/reading/read.js';
import { answers } from '../support/answers.js';
import { chanceFrom } from '../support/chance.js';
import { randomMessage } from '../support/strings.js';

const form = departmentOverall();
const today = '2026-11-23';
const filled = answers(
  { totalFunds: '300' },
  { tasks: [{ name: '普法', content: '宣传', total: '90' }] },
);

describe('a block of budget lines in one message', () => {
  test('everything is taken whatever its order', () => {
    const reading = read(
      { form, answers: answers({}), asked: { question: 'totalFunds' }, today },
      '总共2565.36万，其中财政2557.36，其他8，基本支出1772.65，剩下的是项目',
    );
    expect(reading).toMatchObject({
      facts: [
        { step: 'totalFunds', cell: { value: '2565.36' } },
        { step: 'publicBudget', cell: { value: '2557.36' } },
        { step: 'otherFunds', cell: { value: '8' } },
        { step: 'basicExpenditure', cell: { value: '1772.65' } },
        {
          step: 'projectExpenditure',
          cell: { value: '792.71', working: '2565.36 − 1772.65 = 792.71' },
        },
      ],
      doubts: [],
    });
  });

  test('the rest cannot be reckoned before the total is known', () => {
    const reading = read(
      { form, answers: answers({}), asked: { question: 'expenditure' }, today },
      '基本100，剩下都是项目',
    );
    expect(reading).toMatchObject({
      facts: [{ step: 'basicExpenditure' }],
      doubts: [{ code: 'total-needed' }],
    });
  });

  test('a rest below zero is not noted', () => {
    const reading = read(
      { form, answers: filled, asked: { question: 'expenditure' }, today },
      '基本400，剩下都是项目',
    );
    expect(reading).toMatchObject({
      doubts: [{ code: 'negative-rest', params: { working: '300 − 400 = -100' } }],
    });
  });
});

describe('limits', () => {
  test(`more than ${MOST_ROWS} lines in one message are refused with the number`, () => {
    const lines = Array.from({ length: MOST_ROWS + 1 }, (_, at) => `任务${at}\t内容\t1\t1\t`).join(
      '\n',
    );
    const reading = read({ form, answers: filled, asked: { question: 'tasks' }, today }, lines);
    expect(reading).toMatchObject({
      facts: [],
      doubts: [{ code: 'too-many-rows', params: { rows: '501' } }],
    });
  });
});

test('no message makes the reader throw, whatever was asked', () => {
  // `npm run bench fuzz` reads a million.
  const chance = chanceFrom(20_261_123);
  const questions = [undefined, ...form.questions.map(({ id }) => id)];
  for (let run = 0; run < 30_000; run += 1) {
    const text = clean(randomMessage(chance));
    const question = questions[chance(questions.length)];
    const asked = question === undefined ? {} : { asked: { question } };
    const reading = read({ form, answers: filled, today, ...asked }, text);
    expect(reading.type, JSON.stringify({ question, text })).toMatch(
      /^(?:command|facts|question|slip|unknown)$/,
    );
  }
});
