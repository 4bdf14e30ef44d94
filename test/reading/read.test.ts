import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { MOST_ROWS, read } from '../../src/reading/read.js';
import { answers } from '../support/answers.js';

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
  const words = fc.constantFrom(
    ...[
      '资金总额',
      '财政',
      '其他',
      '剩下都是',
      '其余为0',
      '第3条',
      '改成',
      '删除',
      '合并',
      '移到',
      '全部',
      '：',
      '，',
      '\t',
      '\n',
      '"',
      '8',
      '2565.36',
      '万元',
      '约',
      '指标',
      '满意度',
      '普法',
      '、',
      '1、',
      '合计',
      '去年',
      '一样',
      '（',
      '）',
      '%',
      '≥',
      ' ',
    ],
  );
  const questions = fc.constantFrom(undefined, ...form.questions.map(({ id }) => id));
  fc.assert(
    fc.property(fc.array(words, { maxLength: 14 }), questions, (parts, question) => {
      const asked = question === undefined ? {} : { asked: { question } };
      const reading = read({ form, answers: filled, today, ...asked }, parts.join(''));
      expect(reading.type).toBeTypeOf('string');
    }),
    { numRuns: 20_000 },
  );
});
