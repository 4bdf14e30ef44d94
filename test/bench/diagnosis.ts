import { performance } from 'node:perf_hooks';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { explanations } from '../../src/forms/diagnosis.js';
import { answers } from '../support/answers.js';
import { CORRUPTIONS, shareNamed } from '../support/corruption.js';
import { asDocument, HENGYANG } from '../support/fixtures.js';
import { table } from './measure.js';

const RUNS = 1000;
const FIRST = 3;
const LINES = 120;

/** How often 差在哪 names the true cause of one mistake in the sample form, and what it costs at 120 lines. */
export async function diagnosis(): Promise<string> {
  const form = departmentOverall();
  const intake = form.intake(asDocument(HENGYANG));
  if (!intake.ok) throw new Error('the sample form cannot be read');
  const rows = Object.entries(CORRUPTIONS).map(([name, corrupt]) => {
    const { named, topped } = shareNamed(
      RUNS,
      FIRST,
      (chance) => corrupt(intake.answers, chance),
      (each) => explanations(form, each.answers, { ...intake.remarks, ...each.remarks }),
    );
    return [name, percent(named), percent(topped)];
  });
  return `${table(['one mistake in the sample form', `among the first ${FIRST}`, 'the very first'], rows)}\n\n${cost()}`;
}

function cost(): string {
  const form = departmentOverall();
  const tasks = Array.from({ length: LINES }, (_, at) => ({
    name: `任务${at}`,
    content: `内容${at}`,
    total: `${at + 1}.5`,
    fiscalFunds: `${at + 1}.5`,
    otherFunds: '0',
  }));
  const wrong = answers(
    {
      totalFunds: '9000',
      publicBudget: '8990',
      otherFunds: '10',
      basicExpenditure: '1',
      projectExpenditure: '8990',
    },
    { tasks },
  );
  const totals = { tasks: { total: '7331', fiscalFunds: '7330', otherFunds: '0' } };
  const taken = Array.from({ length: 50 }, () => {
    const start = performance.now();
    explanations(form, wrong, { totals });
    return performance.now() - start;
  }).toSorted((a, b) => a - b);
  return `At ${LINES} lines it takes ${(taken[25] ?? 0).toFixed(1)} ms (median), ${(taken.at(-1) ?? 0).toFixed(1)} ms at worst.`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
