import { type Answers, cellOf, rowsOf } from '../forms/answers.js';
import { type Explanation, explanations } from '../forms/diagnosis.js';
import { columnLabel, type Form, type RowsStep } from '../forms/form.js';
import { type Choice, changeIs } from './choices.js';
import { findingSentence, notice } from './notice.js';
import { reckonings, remarksOf } from './review.js';
import type { DifferenceIdea } from './sayable.js';
import type { State } from './state.js';
import { goOn, type Outcome } from './turn.js';

/** Explanations that are offered; the true one is among the first three. */
const OFFERED = 3;

/** 差在哪: what does not tie, the single changes that would settle all of it, and each of them at a press. */
export function explainDifferences(form: Form, state: State): Outcome {
  const { answers } = state.filing;
  const all = reckonings(form, answers);
  const complete = all.filter(({ isComplete }) => isComplete);
  const off = complete.filter(({ whole }) => whole !== undefined && whole.difference !== '0');
  const found = explanations(form, answers, remarksOf(state));
  if (off.length === 0 && found.length === 0) {
    const open = all.filter(({ isComplete }) => !isComplete).map(({ label }) => label);
    return goOn(form, state, [notice('allTies', { reckonings: complete, open })]);
  }
  const ideas = found.slice(0, OFFERED).map((each) => ideaOf(form, answers, each));
  const words = notice('diagnosed', { off, lines: brokenLines(form, state), ideas });
  const offers = found.slice(0, OFFERED).flatMap((each) => offerOf(form, each));
  return goOn(form, state, [words], [], offers);
}

/** The lines whose own parts do not add up, in words. */
function brokenLines(form: Form, { filing: { answers }, conversation }: State): readonly string[] {
  return [...form.steps.values()].flatMap((step) => {
    if (step.type !== 'rows' || !step.split) return [];
    const all = rowsOf(answers, step.id).map((_, at) => at);
    return form
      .checkLines(answers, step.id, all)
      .map((finding) => findingSentence(form, conversation.locale, finding));
  });
}

function ideaOf(form: Form, answers: Answers, explanation: Explanation): DifferenceIdea {
  const step = form.steps.get(explanation.step);
  const { cause } = explanation;
  const figures =
    explanation.type === 'amount' ? { from: explanation.from, to: explanation.to } : {};
  const isAll = explanation.left === 0;
  if (step?.type !== 'rows') return { cause, isAll, label: step?.label ?? '', ...figures };
  const column = explanation.type === 'amount' ? columnLabel(step, explanation.column) : undefined;
  return {
    cause,
    isAll,
    label: column ?? step.label,
    ...lineOf(step, answers, 'row' in explanation ? explanation.row : undefined),
    ...figures,
    ...('cells' in explanation && { cells: cellsOf(step, explanation.cells) }),
  };
}

/** A line by its number and its name. */
function lineOf(step: RowsStep, answers: Answers, row: number | undefined) {
  if (row === undefined) return {};
  const line = rowsOf(answers, step.id)[row];
  const name = line && cellOf(line, step.columns[0]?.id ?? '');
  return { n: row + 1, ...(name && { name }) };
}

function cellsOf(step: RowsStep, cells: Readonly<Record<string, string>>) {
  return Object.entries(cells).map(([id, amount]) => ({
    label: columnLabel(step, id) ?? id,
    amount,
  }));
}

/** The sentence that makes the change. A line that is missing cannot be made up: it has none. */
function offerOf(form: Form, explanation: Explanation): readonly Choice[] {
  const step = form.steps.get(explanation.step);
  if (!step) return [];
  switch (explanation.type) {
    case 'amount': {
      const { row, column, to } = explanation;
      const where =
        step.type === 'rows' && row !== undefined
          ? `${step.label}第${row + 1}条${columnLabel(step, column) ?? ''}`
          : step.label;
      return [changeIs(`${where}改成${to}万元`)];
    }
    case 'line': {
      if (step.type !== 'rows') return [];
      const cells = cellsOf(step, explanation.cells).map(
        (each) => `${each.label}${each.amount}万元`,
      );
      return [changeIs(`${step.label}第${explanation.row + 1}条 ${cells.join('，')}`)];
    }
    case 'remove':
      return [changeIs(`删除${step.label}第${explanation.row + 1}条`)];
    case 'add':
      return [];
    default:
      return explanation satisfies never;
  }
}
