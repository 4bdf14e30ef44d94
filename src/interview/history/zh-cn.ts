import type { BlankInWords, ChangeSummary, Difference } from '../sayable.js';

const LONGEST = 40;

function clipped(words: string | null | undefined): string {
  if (words === null || words === undefined) return '空';
  const line = words.replaceAll('\n', ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

function placeWords({ label, n, name, column = '' }: Difference): string {
  const line = n === undefined ? '' : `第 ${n} 条`;
  return `${label}${line}${name ? `“${clipped(name)}”` : ''}${column}`;
}

function blankWords({ label, n, column }: BlankInWords): string {
  return n === undefined ? label : `${label}第 ${n} 条${column ?? ''}`;
}

/** What an entry did, in the words of whoever takes it back. */
function summaryLine(summary: ChangeSummary): string {
  if (summary.kind === 'noted') return `${summary.count} 处已知悉`;
  if (summary.kind === 'value') return `${summary.label} → ${summary.value ?? '空'}`;
  const { label, added, removed, edited } = summary;
  const parts = [
    ...(added > 0 ? [`加回 ${added} 条`] : []),
    ...(removed > 0 ? [`去掉 ${removed} 条`] : []),
    ...(edited > 0 ? [`改回 ${edited} 处`] : []),
  ];
  return `${label}${parts.length > 0 ? parts.join('、') : '可以接着填'}`;
}

/** What is said about the journal and about writing straight into the form. */
export const historyZhCn = {
  undone: ({ items }: { items: readonly ChangeSummary[] }) =>
    `已撤销：${items.map(summaryLine).join('；')}。回复〔重做〕可以再改回来。`,
  redone: ({ items }: { items: readonly ChangeSummary[] }) =>
    `已重做：${items.map(summaryLine).join('；')}。`,
  nothingToUndo: () => '没有可以撤销的改动。',
  nothingToRedo: () => '没有可以重做的改动。',
  changeLine: ({ change }: { change: Difference }) => {
    const { label, n, from, to, movedFrom } = change;
    if (change.isNoted) return `${label}：一处警告已知悉`;
    if (change.isFinished !== undefined)
      return `${label}${change.isFinished ? '填完了' : '接着填'}`;
    if (change.isReordered) return `${label}：顺序变了`;
    if (change.isNew) return `加了${placeWords(change)}`;
    if (change.isGone) return `删了${placeWords(change)}`;
    if (movedFrom !== undefined) return `${label}：第 ${movedFrom} 条移到第 ${n} 条`;
    return `${placeWords(change)}：${clipped(from)} → ${clipped(to)}`;
  },
  moreChanges: ({ count }: { count: number }) => `……另有 ${count} 处`,
  noSuchEntry: () => '没有找到这一步，没有改动。',
  nothingToRevert: ({ revision }: { revision: number }) =>
    `第 ${revision} 步改的地方，后来都又改过了，没有可以撤回的。表上没有变。`,
  reverted: ({
    revision,
    items,
    left,
  }: {
    revision: number;
    items: readonly ChangeSummary[];
    left: number;
  }) =>
    `已撤回第 ${revision} 步：${items.map(summaryLine).join('；')}。${left > 0 ? `其中 ${left} 处后来又改过，没有动。` : ''}回复〔撤销〕可以再改回来。`,
  filledIn: ({ blank, text }: { blank: BlankInWords; text: string }) =>
    `${blankWords(blank)} 改为：${text === '' ? '留空' : text}`,
  revertedEntry: ({ revision }: { revision: number }) => `撤回第 ${revision} 步`,
  elsewhere: () =>
    '您刚才改的是另一份申报，现在打开的不是那一份，没有改动。请先打开那一份，再改一次。',
  blankGone: () => '这一格已经不在表上了（那一行可能刚被删掉），没有改动。',
  writeOneOf: ({ amounts }: { amounts: readonly string[] }) =>
    `请写成：${amounts.map((amount) => `${amount}万元`).join(' 或 ')}。`,
  overtaken: ({ blank, value }: { blank: BlankInWords; value: string | null }) =>
    `${blankWords(blank)}刚才已经改成了${value === null ? '留空' : `“${value}”`}，您写的没有覆盖它。还要改请再改一次。`,
};
