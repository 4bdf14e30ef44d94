import type { Keeping } from '../../reading/filing-commands.js';
import type { FilingItem } from '../sayable.js';

const KEPT: Readonly<Record<Exclude<Keeping, 'ask-delete'>, string>> = {
  archive: '已归档',
  unarchive: '已取消归档',
  delete: '已删除',
  restore: '已恢复',
};

function nameWords({ unit = '未填单位', year }: FilingItem): string {
  return `${unit}${year ? ` ${year}年度` : ''}`;
}

function itemLine(item: FilingItem): string {
  const state = [
    ...(item.isOpen ? ['正在填'] : []),
    ...(item.archived ? ['已归档'] : []),
    ...(item.daysLeft === undefined ? [] : [`已删除，${item.daysLeft} 天内可以“恢复 ${item.n}”`]),
  ];
  const words = state.length > 0 ? `（${state.join('，')}）` : '';
  return `${item.n}. ${nameWords(item)}${words}`;
}

/** What is said about a person's filings. */
export const filingsZhCn = {
  newFiling: () => '好的，另起一份。原来那份还在，回复〔我的申报〕可以换回去。',
  filings: ({ items }: { items: readonly FilingItem[] }): string =>
    items.length === 0
      ? '您还没有申报。直接回答问题就开始了。'
      : `您的申报：\n${items.map(itemLine).join('\n')}\n回复“打开 1”换到那一份，“复制 1”照它做下一年的，〔换一份〕新建；也可以“归档 1”“删除申报 1”。`,
  noSuchFiling: ({ n }: { n: number }) => `没有第 ${n} 份申报。回复〔我的申报〕看看有哪些。`,
  filingNotDeleted: ({ n }: { n: number }) => `第 ${n} 份申报没有删除，不用恢复。`,
  filingDeleted: ({ n }: { n: number }) =>
    `第 ${n} 份申报已经删除。要用它请先回复“恢复 ${n}”；回复〔我的申报〕看看还剩几天。`,
  filingKept: ({
    how,
    item,
    days,
  }: {
    how: Exclude<Keeping, 'ask-delete'>;
    item: FilingItem;
    days: number;
  }) =>
    `第 ${item.n} 份（${nameWords(item)}）${KEPT[how]}。${how === 'delete' ? `${days} 天内回复“恢复 ${item.n}”可以找回，过后就彻底没有了。` : ''}`,
  deleteReally: ({ item, days }: { item: FilingItem; days: number }) =>
    `要删除第 ${item.n} 份（${nameWords(item)}）吗？删除后 ${days} 天内还可以找回。`,
  copied: ({ unit = '', from, to }: { unit?: string; from: string; to: string }) =>
    `好的，照${unit}${from}年度的做一份 ${to} 年度的，一节一节来。原来那份不动。`,
  copyNeedsYear: () => '那一份还没有填预算年度，不知道下一年是哪年。请先打开它填上年度。',
  choiceDelete: () => '删除',
  choiceLeaveIt: () => '不删',
};
