import { describe, expect, test } from 'vitest';
import { applyChange, type Change, inverse, NO_ANSWERS } from '../../src/forms/answers.js';
import { answer, answers } from '../support/answers.js';

const filled = answers(
  { totalFunds: '300' },
  { tasks: [{ name: '甲' }, { name: '乙' }, { name: '丙' }] },
);
const row = { id: 'tasks.2.0', cells: { name: answer('丁') } };

const CHANGES: readonly Change[] = [
  { type: 'value', step: 'totalFunds', before: answer('300'), after: answer('310') },
  { type: 'value', step: 'year', after: answer('2027') },
  {
    type: 'cell',
    step: 'tasks',
    row: 'tasks.1.1',
    column: 'name',
    before: answer('乙'),
    after: answer('戊'),
  },
  { type: 'added', step: 'tasks', at: 1, row },
  { type: 'moved', step: 'tasks', from: 0, to: 2 },
  { type: 'finished', step: 'goals', before: false, after: true },
];

describe('changes', () => {
  test.each(CHANGES.map((change) => [change.type, change] as const))(
    '%s is taken back exactly',
    (_, change) => {
      const changed = applyChange(filled, change);
      expect(changed).not.toEqual(filled);
      const [back] = inverse([change]);
      expect(back && applyChange(changed, back)).toEqual(filled);
    },
  );

  test('the last line of a list leaves no empty list behind', () => {
    const added = applyChange(NO_ANSWERS, { type: 'added', step: 'tasks', at: 0, row });
    expect(applyChange(added, { type: 'removed', step: 'tasks', at: 0, row })).toEqual(NO_ANSWERS);
  });
});
