import { rowsOf } from '../forms/answers.js';
import type { Form } from '../forms/form.js';
import type { Doubt, Target } from '../reading/reading.js';
import { doubtTarget } from './doubts.js';
import type { Conversation, OpenDoubt, State } from './state.js';
import type { Work } from './work.js';

/** A doubt that no answer settles: it is said, and the question at hand is asked again. */
export function isAside({ code }: Doubt): boolean {
  return ASIDES.includes(code);
}

const ASIDES: readonly Doubt['code'][] = [
  'no-such-row',
  'which-list',
  'which-row',
  'several-rows',
  'edit-unclear',
  'too-many-rows',
  'last-year',
  'last-year-empty',
  'columns',
  'nameless',
  'rest-later',
  'nested',
  'parts-needed',
];

/** Choices stay in front of a person whose answer to them was not understood. */
export function keptDoubt(
  { doubts: before = [] }: Conversation,
  { changes }: Work,
  doubts: readonly Doubt[],
): readonly OpenDoubt[] | undefined {
  const [first] = before;
  const isTable = first?.doubt.code === 'table-unit';
  const hasChoices = isTable || first?.doubt.candidates !== undefined;
  const isPuzzled = doubts.length > 0 && doubts.every(({ code }) => PUZZLED.includes(code));
  return hasChoices && isPuzzled && changes.length === 0 ? before : undefined;
}

const PUZZLED: readonly Doubt['code'][] = ['unknown', 'no-figure', 'unit'];

/** The doubts of this message, then those of earlier ones that nothing has settled since. */
export function openDoubts(
  form: Form,
  state: State,
  work: Work,
  before: Conversation,
  doubts: readonly Doubt[],
): readonly OpenDoubt[] {
  const own = doubts
    .filter((doubt) => !isAside(doubt))
    .map((doubt): OpenDoubt => {
      const newRows = doubt.step === undefined ? [] : (work.added.get(doubt.step) ?? []);
      const target = doubtTarget(form, state, doubt, newRows);
      const isAlone = work.changes.length === 0;
      return {
        doubt,
        ...(target && { target }),
        ...(isAlone && { at: state.filing.revision }),
      };
    });
  // The first of the earlier ones is what this message answered.
  const earlier = (before.doubts ?? []).slice(1);
  return [...own, ...earlier.filter(({ target }) => target && isUnanswered(work, target))];
}

/** Whether the cell or the value a doubt is about is still empty. */
function isUnanswered({ filing: { answers } }: Work, { step, row, column }: Target): boolean {
  if (step === undefined) return false;
  if (row === undefined) return answers.values[step] === undefined;
  const line = rowsOf(answers, step).find(({ id }) => id === row);
  return line !== undefined && column !== undefined && line.cells[column] === undefined;
}
