import { type Answers, rowsOf } from '../../forms/answers.js';
import type { Step } from '../../forms/form.js';
import type { FileUse } from '../state.js';

/** Whether a file says something for a step. The year is asked anew when the form is last year's. */
export function saysFor(step: Step, answers: Answers, use: FileUse | undefined): boolean {
  if (step.type === 'rows') return rowsOf(answers, step.id).length > 0;
  const isKept = use === 'last-year' && step.reads === 'year';
  return !isKept && answers.values[step.id] !== undefined;
}

/** Whether a file has words for a step, and not only a blank. */
export function hasWordsFor(step: Step, answers: Answers, use: FileUse | undefined): boolean {
  const isBlank = step.type === 'value' && answers.values[step.id]?.value === null;
  return !isBlank && saysFor(step, answers, use);
}

/** Whether nothing has been said of a step. */
export function isEmpty(step: Step, answers: Answers): boolean {
  return step.type === 'rows'
    ? rowsOf(answers, step.id).length === 0
    : answers.values[step.id] === undefined;
}
