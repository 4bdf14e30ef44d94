import {
  type Answer,
  type Answers,
  type Change,
  inverse,
  type Row,
  rowsOf,
} from '../../forms/answers.js';
import type { Form } from '../../forms/form.js';
import type { Entry } from '../filing.js';
import { notice } from '../notice.js';
import type { State } from '../state.js';
import { goOn, type Outcome, unfocused } from '../turn.js';
import { begin, make } from '../work.js';
import { summarise } from './summary.js';

/**
 * Takes back one entry of the journal, whatever came after it. What has been changed again since stays as it
 * is and is said: the later word counts.
 */
export function revert(form: Form, state: State, entry: Entry | undefined): Outcome {
  if (!entry) return goOn(form, state, [notice('noSuchEntry')]);
  const isLatest = entry.revision === state.filing.revision;
  const work = begin(form, state.filing);
  let left = 0;
  for (const change of inverse(entry.changes)) {
    const made = fitting(work.filing.answers, change, isLatest);
    if (made) make(work, made);
    else left += 1;
  }
  const { revision } = entry;
  if (work.changes.length === 0)
    return goOn(form, state, [notice('nothingToRevert', { revision })]);
  const words = notice('reverted', { revision, items: summarise(form, work.changes), left });
  const after = { ...state, filing: work.filing, conversation: unfocused(state.conversation) };
  return { ...goOn(form, after, [words], work.changes), reverts: revision };
}

/** A change as it can still be made; undefined when something else has been said about its place since. */
function fitting(answers: Answers, change: Change, isLatest: boolean): Change | undefined {
  switch (change.type) {
    case 'value':
      return isStill(answers.values[change.step], change.before) ? change : undefined;
    case 'cell': {
      const row = rowsOf(answers, change.step).find(({ id }) => id === change.row);
      return row && isStill(row.cells[change.column], change.before) ? change : undefined;
    }
    case 'removed':
      return removal(rowsOf(answers, change.step), change);
    case 'added':
      return addition(rowsOf(answers, change.step), change);
    case 'moved':
      // A move knows places only: after anything else it could take another line along.
      return isLatest ? change : undefined;
    case 'finished':
      return (answers.finished[change.step] === true) === change.before ? change : undefined;
    case 'noted':
      return (answers.noted?.[change.finding] === true) === change.before ? change : undefined;
    default:
      return change satisfies never;
  }
}

/** A line goes, wherever it stands now, as long as it is as it was. */
function removal(
  rows: readonly Row[],
  change: Extract<Change, { type: 'removed' }>,
): Change | undefined {
  const at = rows.findIndex(({ id }) => id === change.row.id);
  const row = rows[at];
  return row && isSameLine(row, change.row) ? { ...change, at, row } : undefined;
}

/** A line comes back to its place, or to the end of a list that has become shorter. */
function addition(
  rows: readonly Row[],
  change: Extract<Change, { type: 'added' }>,
): Change | undefined {
  const isBack = rows.some(({ id }) => id === change.row.id);
  return isBack ? undefined : { ...change, at: Math.min(change.at, rows.length) };
}

/** Whether an answer is the one that was given: left blank and never spoken of are two. */
function isStill(now: Answer | undefined, then: Answer | undefined): boolean {
  return now?.value === then?.value;
}

function isSameLine(now: Row, then: Row): boolean {
  const columns = new Set([...Object.keys(now.cells), ...Object.keys(then.cells)]);
  return [...columns].every((column) => isStill(now.cells[column], then.cells[column]));
}
