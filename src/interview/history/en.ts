import { plural } from '../en-lines.js';
import type { BlankInWords, ChangeSummary, Difference } from '../sayable.js';
import type { historyZhCn } from './zh-cn.js';

const LONGEST = 60;

function clipped(words: string | null | undefined): string {
  if (words === null || words === undefined) return 'empty';
  const line = words.replaceAll('\n', ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

function placeWords({ label, n, name, column }: Difference): string {
  const line = n === undefined ? '' : `, line ${n}`;
  return `${label}${line}${name ? ` “${clipped(name)}”` : ''}${column === undefined ? '' : `, ${column}`}`;
}

function blankWords({ label, n, column }: BlankInWords): string {
  return n === undefined
    ? label
    : `${label}, line ${n}${column === undefined ? '' : `, ${column}`}`;
}

function summaryLine(summary: ChangeSummary): string {
  if (summary.kind === 'noted') return `${summary.count} taken note of`;
  if (summary.kind === 'value') return `${summary.label} → ${summary.value ?? 'empty'}`;
  const { label, added, removed, edited } = summary;
  const parts = [
    ...(added > 0 ? [`${plural(added, 'line')} back`] : []),
    ...(removed > 0 ? [`${plural(removed, 'line')} gone`] : []),
    ...(edited > 0 ? [`${plural(edited, 'change')} reverted`] : []),
  ];
  return `${label}: ${parts.length > 0 ? parts.join(', ') : 'open again'}`;
}

/** What is said about the journal and about writing straight into the form, in English. */
export const historyEn: typeof historyZhCn = {
  undone: ({ items }) => `Undone: ${items.map(summaryLine).join('; ')}. 〔redo〕 brings it again.`,
  redone: ({ items }) => `Done again: ${items.map(summaryLine).join('; ')}.`,
  nothingToUndo: () => 'There is nothing to undo.',
  nothingToRedo: () => 'There is nothing to redo.',
  changeLine: ({ change }) => {
    const { label, n, from, to, movedFrom } = change;
    if (change.isNoted) return `${label}: a warning taken note of`;
    if (change.isFinished !== undefined) {
      return `${label}: ${change.isFinished ? 'finished' : 'open again'}`;
    }
    if (change.isReordered) return `${label}: in another order`;
    if (change.isNew) return `added: ${placeWords(change)}`;
    if (change.isGone) return `removed: ${placeWords(change)}`;
    if (movedFrom !== undefined) return `${label}: line ${movedFrom} moved to ${n}`;
    return `${placeWords(change)}: ${clipped(from)} → ${clipped(to)}`;
  },
  moreChanges: ({ count }) => `… and ${count} more`,
  noSuchEntry: () => 'That step was not found; nothing was changed.',
  nothingToRevert: ({ revision }) =>
    `Everything that step ${revision} changed has been changed again since; nothing was taken back.`,
  reverted: ({ revision, items, left }) =>
    `Step ${revision} taken back: ${items.map(summaryLine).join('; ')}. ${left > 0 ? `${left} of its changes had been changed again since and stay. ` : ''}〔undo〕 brings it again.`,
  filledIn: ({ blank, text }) => `${blankWords(blank)}: ${text === '' ? 'left blank' : text}`,
  revertedEntry: ({ revision }) => `Take back step ${revision}`,
  elsewhere: () =>
    'That was meant for another form than the one which is open now; nothing was changed. Please open that form and do it again.',
  blankGone: () =>
    'That blank is not on the form any more (its line may just have been removed); nothing was changed.',
  writeOneOf: ({ amounts }) =>
    `Please write ${amounts.map((amount) => `${amount}万元`).join(' or ')}.`,
  overtaken: ({ blank, value }) =>
    `${blankWords(blank)} has just become ${value === null ? 'blank' : `“${value}”`}; what you wrote did not replace it. To change it, please write it again.`,
};
