import type { Place } from '../../domain/finding.js';
import { type Answers, cellOf, rowsOf, valueIn } from '../../forms/answers.js';
import {
  type Form,
  questionOf,
  type Reads,
  type RowsStep,
  sectionOf,
  type ValueStep,
} from '../../forms/form.js';
import { placeName } from '../../forms/place-name.js';
import { gapIn } from '../rows.js';

/**
 * A blank on the sheet. `asked`: nobody has spoken of it and it will be asked for; `blank`: it is empty and may
 * stay so; `filled`: something is printed there.
 */
export interface BlankView {
  /** Its name on the sheet: tasks[3].total. */
  readonly place: string;
  readonly step: string;
  /** The ids of the question that asks for it, and of their section. */
  readonly question: string;
  readonly section: string;
  /** The id of its line, which stays when lines move. */
  readonly row?: string;
  readonly column?: string;
  /** What it is called: a step, or a column of a list. */
  readonly label: string;
  /** It stands for a list that has no lines yet: it is filled in the conversation. */
  readonly isEmptyList?: true;
  /** The list it belongs to. */
  readonly list?: string;
  /** The number of its line, from 1. */
  readonly line?: number;
  readonly value: string | null;
  readonly state: 'asked' | 'blank' | 'filled';
  readonly reads: Reads;
}

type Blank = Omit<BlankView, 'place' | 'step' | 'question' | 'section'>;

/** The blank that stands at a place of the sheet; none where an empty list shows its second cell. */
export function blankAt(form: Form, answers: Answers, place: Place): BlankView | undefined {
  const step = form.steps.get(place.step);
  if (!step) return undefined;
  const blank = step.type === 'value' ? valueBlank(step, answers) : listBlank(step, answers, place);
  const question = questionOf(form, step.id);
  const section = (question && sectionOf(form, question.id)?.[0].id) ?? '';
  const ids = { step: step.id, question: question?.id ?? '', section };
  return blank && { place: placeName(place), ...ids, ...blank };
}

function valueBlank(step: ValueStep, answers: Answers): Blank {
  const value = valueIn(answers, step.id);
  // A step that prints another's value until it has its own is not asked for.
  const printed =
    value ?? (step.follows === undefined ? undefined : valueIn(answers, step.follows));
  return {
    label: step.label,
    value: value ?? null,
    state: printed ? 'filled' : value === null ? 'blank' : 'asked',
    reads: step.reads,
  };
}

function listBlank(step: RowsStep, answers: Answers, place: Place): Blank | undefined {
  const { row: at = 0, column: id } = place;
  const row = rowsOf(answers, step.id)[at];
  if (!row)
    return id === undefined || id === step.columns[0]?.id ? emptyList(step, answers) : undefined;
  const column = step.columns.find((each) => each.id === id);
  if (!column) return undefined;
  const value = cellOf(row, column.id);
  const isAsked = value === undefined && (column.required || gapIn(step, row) === column.id);
  return {
    row: row.id,
    column: column.id,
    label: column.label,
    list: step.label,
    line: at + 1,
    value: value ?? null,
    state: value ? 'filled' : isAsked ? 'asked' : 'blank',
    reads: column.reads,
  };
}

function emptyList(step: RowsStep, answers: Answers): Blank {
  return {
    label: step.label,
    isEmptyList: true,
    value: null,
    state: answers.finished[step.id] ? 'blank' : 'asked',
    reads: 'text',
  };
}
