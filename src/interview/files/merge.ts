import { type Answers, looksSame, type Row, rowsOf } from '../../forms/answers.js';
import type { Form, RowsStep } from '../../forms/form.js';
import type { ImportedForm } from '../../reading/document/import.js';
import { isSameRow, pairing } from './same.js';

/**
 * What a file of this year's form says now. What it leaves out stays as it is here. In a file of our own only
 * what was edited by hand since it was written counts: whatever else differs was changed here, after it was
 * written, and stays too.
 */
export function merged(form: Form, mine: Answers, { answers, carried }: ImportedForm): Answers {
  if (!carried) return completed(form, mine, answers);
  const steps = [...form.steps.values()];
  const values = steps.flatMap(({ type, id }) => {
    if (type !== 'value') return [];
    const isUntouched = looksSame(carried.values[id], answers.values[id]);
    const answer = (isUntouched ? mine : answers).values[id];
    return answer ? [[id, answer] as const] : [];
  });
  const rows = steps.flatMap((step) =>
    step.type === 'rows' ? [[step.id, mergedList(step, carried, answers, mine)] as const] : [],
  );
  return {
    ...answers,
    values: Object.fromEntries(values),
    rows: Object.fromEntries(rows.filter(([, lines]) => lines.length > 0)),
  };
}

/** A file's answers, with those of the form where it says nothing: a list it does not have, a cell it lacks. */
function completed(form: Form, mine: Answers, theirs: Answers): Answers {
  const lists = [...form.steps.values()].flatMap((step) => {
    if (step.type !== 'rows') return [];
    const [own, found] = [rowsOf(mine, step.id), rowsOf(theirs, step.id)];
    const pairs = pairing(step, own, found);
    const lines = found.map((row, index) => ({
      ...row,
      cells: { ...own[pairs[index] ?? -1]?.cells, ...row.cells },
    }));
    return [[step.id, lines.length > 0 ? lines : own] as const];
  });
  return { ...theirs, rows: Object.fromEntries(lists.filter(([, rows]) => rows.length > 0)) };
}

function mergedList(
  step: RowsStep,
  carried: Answers,
  theirs: Answers,
  mine: Answers,
): readonly Row[] {
  const [base, found, own] = [carried, theirs, mine].map((each) => rowsOf(each, step.id));
  if (!base || !found || !own) return [];
  const inFile = pairing(step, base, found);
  const here = pairing(step, base, own);
  const lines = found.flatMap((row, index) => {
    const at = inFile[index] ?? -1;
    const was = base[at];
    const now = at < 0 ? undefined : own[here.indexOf(at)];
    if (!was) return [row];
    // Taken out here since, and left alone in the file.
    if (!now) return isSameRow(step, was, row) ? [] : [row];
    return [mergedRow(step, was, row, now)];
  });
  return [...lines, ...own.filter((_, index) => (here[index] ?? -1) < 0)];
}

function mergedRow({ columns }: RowsStep, was: Row, row: Row, now: Row): Row {
  const cells = columns.flatMap(({ id }) => {
    const isUntouched = looksSame(was.cells[id], row.cells[id]);
    const cell = (isUntouched ? now : row).cells[id];
    return cell ? [[id, cell] as const] : [];
  });
  return { id: row.id, cells: Object.fromEntries(cells) };
}
