import { describe, expect, test } from 'vitest';
import { departmentOverall } from '../../../src/forms/department-overall/form.js';
import { allSuggestions } from '../../../src/forms/department-overall/suggestions.js';
import { answers } from '../../support/answers.js';
import { asDocument, HENGYANG } from '../../support/fixtures.js';

const form = departmentOverall();

describe('suggested indicators', () => {
  test.each(allSuggestions())('%s: %o holds no number of its own', (_, { name, unit }) => {
    expect(`${name}${unit}`).not.toMatch(/\d/);
  });

  test.each(allSuggestions())(
    '%s: %o, with a number put in, is nothing that 核对 would object to',
    (kind, { name, sign, unit }) => {
      const targetValue = sign === '' ? '2027年11月底前' : `${sign}50${unit}`;
      const filled = answers({ year: '2027' }, { [`indicators.${kind}`]: [{ name, targetValue }] });
      // A rate of punctuality without a date is common; that it could have one is only a hint (I04).
      const about = form.check(filled).filter(({ rule }) => /^I(?!14|04)/.test(rule));
      expect(about).toEqual([]);
    },
  );

  test('come from the tasks first: 普法 and 培训 for a bureau of justice', () => {
    const intake = form.intake(asDocument(HENGYANG));
    if (!intake.ok) throw new Error('the sample form cannot be read');
    const names = form.suggest(intake.answers, 'indicators.quantity').map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['普法宣传活动场次', '举办培训班期数', '社区矫正对象监管人数']),
    );
  });

  test('fit every unit a little, even one that has said nothing', () => {
    expect(form.suggest(answers({}), 'indicators.satisfaction')).toEqual([
      { name: '服务对象满意度', measure: '≥＿%' },
    ]);
    expect(form.suggest(answers({}), 'duties')).toEqual([]);
  });
});
