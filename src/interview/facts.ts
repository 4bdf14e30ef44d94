import { compare } from '../domain/amount.js';
import { rowsOf, valueIn } from '../forms/answers.js';
import type { RowsStep, ValueStep } from '../forms/form.js';
import type { Fact, ReadCell } from '../reading/reading.js';
import { type Notice, notice } from './notice.js';
import { mergeRows, moveRow, removeRows, takeCells, takeRows } from './rows.js';
import { answerOf, finish, make, shown, takenOf, type Work } from './work.js';

/** Works one fact into the filing. */
export function takeFact(work: Work, fact: Fact): void {
  const step = work.form.steps.get(fact.step);
  if (step?.type === 'value' && fact.type === 'value') takeValue(work, step, fact.cell);
  else if (step?.type === 'rows' && fact.type !== 'value') takeListFact(work, step, fact);
}

type ListFact = Exclude<Fact, { type: 'value' }>;

function takeListFact(work: Work, step: RowsStep, fact: ListFact): void {
  switch (fact.type) {
    case 'rows':
      takeRows(work, step, fact.rows, fact.at);
      break;
    case 'cells':
      takeCells(work, step, fact.row, fact.cells);
      break;
    case 'none':
      takeNone(work, step);
      break;
    case 'remove':
      removeRows(work, step, fact.rows);
      break;
    case 'merge':
      mergeRows(work, step, fact.rows);
      break;
    case 'move':
      moveRow(work, step, fact.from, fact.to);
      break;
    default:
      fact satisfies never;
  }
}

function takeValue(work: Work, step: ValueStep, cell: ReadCell): void {
  const before = work.filing.answers.values[step.id];
  if (before && before.value === cell.value) {
    work.confirmed.add(step.id);
    work.notices.push(unchanged(step, cell.value));
    return;
  }
  const after = answerOf(work, cell);
  make(work, { type: 'value', step: step.id, ...(before && { before }), after });
  work.taken.push(takenOf(step, cell, before));
}

function unchanged(step: ValueStep, value: string | null): Notice {
  const words = shown(step, value);
  return notice('unchanged', { label: step.label, ...(words !== undefined && { value: words }) });
}

/** 无: the list stays empty on purpose, unless an amount on the form asks for lines. */
function takeNone(work: Work, step: RowsStep): void {
  const { answers } = work.filing;
  const isEmpty = rowsOf(answers, step.id).length === 0;
  const against = step.against && work.form.steps.get(step.against.step);
  const amount = against && valueIn(answers, against.id);
  if (isEmpty && against && amount && compare(amount, '0') > 0) {
    const params = { label: step.label, against: against.label, amount };
    work.notices.push(notice('noneRefused', params));
    return;
  }
  finish(work, step.id);
  work.confirmed.add(step.id);
  if (isEmpty) work.notices.push(notice('listNone', { label: step.label }));
}
