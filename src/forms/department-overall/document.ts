import { type Answers, valueIn } from '../answers.js';
import { draftOf, EXPENDITURE } from './draft.js';
import type { Profile } from './profile.js';

/**
 * The declaration as far as it is filled, nested as the finished one is: null where something was left blank
 * on purpose, nothing where nobody has spoken of it. `takeIn` takes it back without loss.
 */
export function documentOf(answers: Answers, profile: Profile) {
  const { funds, duties, tasks, goals, indicators, leftOut } = draftOf(answers, profile);
  const [basic, project] = EXPENDITURE;
  return {
    form: 'department-overall' as const,
    profile: profile.id,
    year: valueIn(answers, 'year'),
    reportingUnit: valueIn(answers, 'reportingUnit'),
    departmentName: valueIn(answers, 'departmentName'),
    unitHead: valueIn(answers, 'unitHead'),
    funds: {
      total: funds.total,
      income: funds.income,
      expenditure: { basic: funds.expenditure[basic], project: funds.expenditure[project] },
    },
    duties,
    tasks,
    goals,
    indicators: indicators.map(({ kind, name, targetValue }) => ({
      level1: kind.level1,
      level2: kind.level2,
      name,
      targetValue,
    })),
    ...(leftOut.size > 0 && { leftOut: [...leftOut] }),
  };
}
