import { describe, expect, test } from 'vitest';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { explanations } from '../../src/forms/diagnosis.js';
import { answers } from '../support/answers.js';
import { CORRUPTIONS, shareNamed } from '../support/corruption.js';
import { asDocument, HENGYANG } from '../support/fixtures.js';

const form = departmentOverall();

function sample() {
  const intake = form.intake(asDocument(HENGYANG));
  if (!intake.ok) throw new Error(JSON.stringify(intake.problems));
  return intake;
}

const FUNDS = {
  totalFunds: '2565.36',
  publicBudget: '2557.36',
  governmentFund: '0',
  specialAccountNonTax: '0',
  otherFunds: '8',
  basicExpenditure: '1772.65',
  projectExpenditure: '792.71',
};

describe('what explains a difference', () => {
  test('nothing, where all sums hold', () => {
    const { answers: sound, remarks } = sample();
    expect(explanations(form, sound, remarks)).toEqual([]);
  });

  test('two swapped digits come first, then the figures that could take the difference', () => {
    const wrong = answers({ ...FUNDS, publicBudget: '2575.36' });
    expect(explanations(form, wrong)).toMatchObject([
      { cause: 'swapped-digits', step: 'publicBudget', from: '2575.36', to: '2557.36' },
    ]);
  });

  test('a total that neither side agrees with, while both agree with each other', () => {
    const wrong = answers({ ...FUNDS, totalFunds: '2600' });
    expect(explanations(form, wrong)).toMatchObject([
      { cause: 'kept-total', step: 'totalFunds', from: '2600', to: '2565.36' },
    ]);
  });

  test('last year’s total is named as such', () => {
    const wrong = answers({ ...FUNDS, totalFunds: '2600' });
    const previous = answers({ totalFunds: '2600' });
    expect(explanations(form, wrong, { previous })[0]).toMatchObject({ cause: 'last-year' });
  });

  test('two mistakes have no single explanation', () => {
    const wrong = answers({ ...FUNDS, publicBudget: '2500', basicExpenditure: '1700' });
    expect(explanations(form, wrong)).toEqual([]);
  });

  test('of two mistakes the one that looks like a slip is named, and what it leaves is counted', () => {
    const wrong = answers({ ...FUNDS, publicBudget: '2575.36', basicExpenditure: '1700' });
    expect(explanations(form, wrong)).toMatchObject([
      { cause: 'swapped-digits', step: 'publicBudget', to: '2557.36', left: 1 },
    ]);
  });

  test('a line that is like no other is never to be taken off to make a form tie', () => {
    const line = { name: '普法', content: '宣传', total: '90', fiscalFunds: '80', otherFunds: '0' };
    const found = explanations(form, answers(FUNDS, { tasks: [line] }));
    expect(found.map(({ type }) => type)).not.toContain('remove');
  });

  test('what has not been asked for yet is no zero', () => {
    const { governmentFund: _, ...begun } = { ...FUNDS, otherFunds: '0' };
    expect(explanations(form, answers(begun))).toEqual([]);
  });

  test('what holds without a figure is not asked of it: a blank is no mistake of its own', () => {
    const { publicBudget: _, otherFunds: __, ...expenditure } = FUNDS;
    expect(explanations(form, answers(expenditure))).toEqual([]);
  });
});

describe('the sample form with one thing wrong', () => {
  test.each(Object.entries(CORRUPTIONS))(
    '%s: the true cause is among the first three',
    (_, corrupt) => {
      const { answers: sound, remarks } = sample();
      const { named } = shareNamed(
        100,
        3,
        (chance) => corrupt(sound, chance),
        (each) => explanations(form, each.answers, { ...remarks, ...each.remarks }),
      );
      expect(named).toBeGreaterThanOrEqual(0.95);
    },
  );
});
