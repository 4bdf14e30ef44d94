import { rowsOf } from '../forms/answers.js';
import type { Question, Step } from '../forms/form.js';
import type { Situation } from './reading.js';

/** The blank or list that is asked for; undefined when a question with several lines is. */
export function askedStep(situation: Situation): Step | undefined {
  const id = situation.asked?.step ?? onlyStepOf(askedQuestion(situation));
  return id === undefined ? undefined : situation.form.steps.get(id);
}

export function askedQuestion({ form, asked }: Situation): Question | undefined {
  return form.questions.find(({ id }) => id === asked?.question);
}

function onlyStepOf(question: Question | undefined): string | undefined {
  return question?.steps.length === 1 ? question.steps[0]?.id : undefined;
}

/** The list that is being asked for, unless it is still empty: then the one last spoken of. */
export function listSpokenOf(situation: Situation): string | undefined {
  const step = askedStep(situation);
  if (step?.type !== 'rows') return situation.list;
  const isEmpty = rowsOf(situation.answers, step.id).length === 0;
  return isEmpty ? (situation.list ?? step.id) : step.id;
}
