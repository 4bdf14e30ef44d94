import type { Place } from '../../domain/finding.js';
import { type Answers, rowsOf } from '../../forms/answers.js';
import { type Form, isAnswered, type RowsStep } from '../../forms/form.js';
import type { Target } from '../../reading/reading.js';

/** The places a question asks for: all of those that it leaves open. */
export function askedPlaces(
  form: Form,
  answers: Answers,
  target: Target | undefined,
): readonly Place[] {
  const question = form.questions.find(({ id }) => id === target?.question);
  if (!target || !question) return [];
  const steps = question.steps.filter(({ id }) => target.step === undefined || id === target.step);
  const open = steps.filter((step) => !isAnswered(step, answers));
  return (open.length > 0 ? open : steps).flatMap((step) =>
    step.type === 'rows' ? placesIn(step, answers, target) : [{ step: step.id }],
  );
}

/** The line or the cell that is asked for; of a list that goes on, nothing that is printed already. */
function placesIn(step: RowsStep, answers: Answers, { row: id, column }: Target): Place[] {
  const rows = rowsOf(answers, step.id);
  if (rows.length === 0) return [{ step: step.id }];
  const row = rows.findIndex((each) => each.id === id);
  if (row < 0) return [];
  const columns = column === undefined ? step.columns.map((each) => each.id) : [column];
  return columns.map((each) => ({ step: step.id, row, column: each }));
}
