import type { FilingItem } from '../sayable.js';
import type { filingsZhCn } from './zh-cn.js';

const KEPT = {
  archive: 'has been archived',
  unarchive: 'is in use again',
  delete: 'has been deleted',
  restore: 'is back',
} as const;

function nameWords({ unit = 'no unit yet', year }: FilingItem): string {
  return `${unit}${year ? ` ${year}` : ''}`;
}

function itemLine(item: FilingItem): string {
  const state = [
    ...(item.isOpen ? ['open'] : []),
    ...(item.archived ? ['archived'] : []),
    ...(item.daysLeft === undefined
      ? []
      : [`deleted; “restore ${item.n}” works for ${item.daysLeft} more days`]),
  ];
  return `${item.n}. ${nameWords(item)}${state.length > 0 ? ` (${state.join(', ')})` : ''}`;
}

/** What is said about a person's filings, in English. */
export const filingsEn: typeof filingsZhCn = {
  newFiling: () => 'A new form, then. The other one is kept; 〔list〕 takes you back to it.',
  filings: ({ items }) =>
    items.length === 0
      ? 'You have no forms yet. Answer the question to begin one.'
      : `Your forms:\n${items.map(itemLine).join('\n')}\nReply “open 1” to turn to one, “copy 1” to do next year's like it, 〔new〕 for a new one; also “archive 1” and “delete form 1”.`,
  noSuchFiling: ({ n }) => `There is no form ${n}. Reply 〔list〕 to see them.`,
  filingNotDeleted: ({ n }) => `Form ${n} has not been deleted; there is nothing to restore.`,
  filingDeleted: ({ n }) =>
    `Form ${n} has been deleted. Reply “restore ${n}” to have it back; 〔list〕 says for how long that works.`,
  filingKept: ({ how, item, days }) =>
    `Form ${item.n} (${nameWords(item)}) ${KEPT[how]}.${how === 'delete' ? ` Within ${days} days “restore ${item.n}” brings it back; after that it is gone for good.` : ''}`,
  deleteReally: ({ item, days }) =>
    `Delete form ${item.n} (${nameWords(item)})? It can be brought back within ${days} days.`,
  copied: ({ unit = '', from, to }) =>
    `A form for ${to} like that of ${from}${unit ? ` of ${unit}` : ''}, then, section by section. The other one stays as it is.`,
  copyNeedsYear: () =>
    'That form has no year yet, so the next one is not known. Please open it and give its year first.',
  choiceDelete: () => 'delete',
  choiceLeaveIt: () => 'keep it',
};
