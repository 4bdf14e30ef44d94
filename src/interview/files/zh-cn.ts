import type { FileFault } from '../../reading/raw-document.js';
import type {
  DoubtfulLine,
  FileDifference,
  FileRest,
  FormName,
  LinesInShort,
  SectionCount,
  Taken,
} from '../sayable.js';
import type { FileUse } from '../state.js';
import { bulleted, listWords, namedWords } from '../zh-cn-lines.js';

/** How much of each is spelt out. */
const MOST_UNPLACED = 5;
const MOST_CHANGES = 20;

function countWords({ label, values, lines }: SectionCount): string {
  const parts = [...(values > 0 ? [`${values} 项`] : []), ...(lines > 0 ? [`${lines} 条`] : [])];
  return `${label} ${parts.join('、')}`;
}

function differenceWords(each: FileDifference): string {
  const line = each.n === undefined ? '' : `第 ${each.n} 条`;
  const name = each.name ? `“${clipped(each.name)}”` : '';
  if (each.isNew) return `${each.label}多了${line}${name}`;
  if (each.isGone) return `${each.label}少了${line}${name}`;
  const what =
    each.n === undefined ? each.label : `${each.label}${line}${name}${each.column ?? ''}`;
  const place = each.at === undefined ? '' : `（文件 ${each.at}）`;
  return `${what}：${side(each.from)} → ${side(each.to)}${place}`;
}

function side(words: string | null | undefined): string {
  return words === null || words === undefined ? '空' : clipped(words);
}

function clipped(words: string): string {
  const line = words.replaceAll('\n', ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

/** Doubtful lines that are spelt out. */
const MOST_DOUBTFUL = 6;

function doubtfulWords(doubtful: readonly DoubtfulLine[]): readonly string[] {
  if (doubtful.length === 0) return [];
  const lines = doubtful
    .slice(0, MOST_DOUBTFUL)
    .map(({ n, words }) =>
      n === undefined || words.startsWith('第') ? words : `第 ${n} 条：${words}`,
    );
  const more = doubtful.length > lines.length ? `\n……共 ${doubtful.length} 处` : '';
  return [`请特别看看：\n${bulleted(lines)}${more}`];
}

/** What was not taken, and what was edited since. */
function restWords({ unplaced, strays, edited }: FileRest): readonly string[] {
  const some = unplaced
    .slice(0, MOST_UNPLACED)
    .map(({ words, at }) => `“${clipped(words)}”（${at}）`);
  const more = unplaced.length > some.length ? `等 ${unplaced.length} 处` : '';
  const others = strays.map(({ heading, name }) => `${heading}“${clipped(name)}”`);
  return [
    ...(some.length > 0 ? [`没有地方放、没有收的：${some.join('、')}${more}。`] : []),
    ...(others.length > 0 ? [`表上没有这类指标、没有收的：${others.join('、')}。`] : []),
    ...(edited.length > 0 ? [`导出以后手工改过的：${edited.join('、')}，以现在看到的为准。`] : []),
  ];
}

/** Why a file was not read, and what to do. */
const FAULTS: Readonly<Record<FileFault, string>> = {
  gone: '文件没有取到，可能已经删除或过期。请再发一次。',
  'too-large': '文件超过 20 MB，没有读。请只发申报表本身，图片、附件请去掉。',
  'too-much': '文件里的单元格或页数远多于一张申报表，没有读。请只发申报表那一页或那一个工作表。',
  unsafe:
    '文件的内部结构不正常（例如展开后异常巨大），为了安全没有读。请用 Word 或 WPS 打开后另存一份再发。',
  encrypted: '文件加了密码，没有读。请去掉密码、另存后再发。',
  macros: '文件带有宏，没有读。请另存为不带宏的 .docx 或 .xlsx 再发。',
  damaged: '文件打不开，可能不完整，或者扩展名与内容不符。请重新保存后再发。',
  'old-excel': '这是旧版 Excel（.xls）文件，没有读。请在 Excel 或 WPS 里另存为 .xlsx 再发。',
  'unknown-kind':
    '这种文件我读不了。可以发 .docx、.doc、.xlsx、.pdf、.html、.txt 或 .json，也可以把表格直接粘贴过来。',
  'no-text':
    '文件里只有图片，没有文字，像是扫描件，要先做文字识别（OCR）才能读。有原来的 Word 或 Excel 文件请发那一份。',
  'too-slow': '文件太大或太复杂，限定的时间和内存里没能读完。请只发申报表本身。',
};

/** What is said about files that people send, in Chinese. */
export const filesZhCn = {
  noFile: ({ path }: { path: string }) =>
    `没有找到文件“${path}”，请检查文件名和所在的文件夹；也可以把文件拖到这个窗口里。`,
  fileFault: ({ fault }: { fault: FileFault }): string => FAULTS[fault],
  fileRefused: ({ file, fault }: { file: string; fault: FileFault }) =>
    `“${file}”：${FAULTS[fault]}填过的内容没有变。`,
  noForm: ({
    file,
    title,
    problems,
  }: {
    file: string;
    title: string;
    problems: readonly string[];
  }) =>
    problems.length === 0
      ? `“${file}”不像《${title}》：没有找到它的标题和栏目，什么都没有收。要发去年的申报表，请看看是不是发错了文件。`
      : `“${file}”不是一份申报表，什么都没有收：\n${bulleted(problems)}`,
  fileRead: ({
    file,
    unit,
    year,
    found,
    missing,
    errors,
    first,
    mine,
    ...rest
  }: FormName &
    FileRest & {
      file: string;
      found: readonly SectionCount[];
      missing: readonly string[];
      errors: number;
      first: readonly string[];
      mine?: string;
    }) =>
    [
      `读了“${file}”${unit || year ? `：${unit ?? ''}${year ? `${year}年度` : ''}申报表` : ''}。还没有填进表里，确认了才填。`,
      found.length > 0
        ? `认出来的：${found.map(countWords).join('，')}。`
        : '表上的各栏都是空的，没有可用的内容。',
      ...(found.length > 0 && missing.length > 0 ? [`没有找到的：${missing.join('、')}。`] : []),
      ...restWords(rest),
      ...(errors > 0
        ? [
            `这份文件本身有 ${errors} 处不对：\n${bulleted(first)}${errors > first.length ? '\n……' : ''}`,
          ]
        : []),
      ...(mine ? [`请留意：正在填的是“${mine}”，文件里的单位是“${unit ?? ''}”。`] : []),
    ].join('\n'),
  importKind: ({ file, year }: { file: string; year: string }) =>
    `“${file}”${year === '' ? '' : `是 ${year} 年度的，`}是去年的表，还是就填这一份？`,
  importSection: ({
    label,
    use,
    values,
    lists,
    doubtful,
  }: {
    label: string;
    use: FileUse;
    values: readonly Taken[];
    lists: readonly { label: string; count: number; shown: LinesInShort }[];
    doubtful: readonly DoubtfulLine[];
  }) =>
    [
      `【${label}】${use === 'last-year' ? '去年是' : '文件里是'}：`,
      ...(values.length > 0 ? [bulleted(values.map(namedWords))] : []),
      ...lists.map(({ label: name, count, shown }) =>
        [...(name === label ? [`${count} 条`] : [`${name} ${count} 条`]), listWords(shown)].join(
          '：\n',
        ),
      ),
      ...doubtfulWords(doubtful),
      use === 'last-year'
        ? `今年不变，还是要改？不变就照这样填上，之后仍可以改${lists.length > 0 ? '；回复〔改〕是先填上，再逐条改' : ''}。`
        : '照这样填上，还是重新填？',
    ].join('\n'),
  importChanges: ({
    label,
    changes,
    others,
  }: {
    label: string;
    changes: readonly FileDifference[];
    others: readonly { label: string; count: number }[];
  }) => {
    const shown = bulleted(changes.slice(0, MOST_CHANGES).map(differenceWords));
    const more = changes.length > MOST_CHANGES ? `\n……共 ${changes.length} 处` : '';
    const rest = others.map((each) => `${each.label} ${each.count} 处`).join('，');
    return `【${label}】文件与现在填的不同：\n${shown}${more}\n采用文件里的，还是保持现在的？${rest === '' ? '' : `（后面还有：${rest}）`}`;
  },
  importNothing: ({ use }: { use: FileUse }): string =>
    use === 'last-year'
      ? '没有可以直接带过来的，已填的不动。和去年一样的可以说“同去年”。'
      : '文件里的内容和现在填的一样，没有要改的。',
  imported: ({ file, items }: { file: string; items: readonly SectionCount[] }) =>
    items.length === 0
      ? '这一节没有可以填上的内容，下面一项一项来。'
      : `已按“${file}”填上：${items.map(countWords).join('，')}。回复〔撤销〕可以整节收回。`,
  formats: () =>
    'Word、Excel、PDF 都能出：〔导出 word〕〔导出 excel〕〔导出 pdf〕，要齐了说〔导出 全部〕；先看一眼说〔预览〕。',
  noPicture: () => '这台机器没有装画图的组件，先给您看文字版：',
  formatUnavailable: ({ format }: { format: string }) =>
    `${format} 文件现在出不了：这台机器没有装相应的组件，请找管理员（见 README 的“PDF and pictures”一节）。可以先〔导出 word〕。`,
  importStopped: () => '好的，这个文件里没有确认的内容都不用了。',
  importUnclear: () => '请先说这个文件是什么，再往下填。',
  importLeft: ({ label }: { label: string }) => `好的，${label}保持现在的。`,
  importedToEdit: ({ file, label }: { file: string; label: string }) =>
    `${label}先照“${file}”填上了，请逐条改，可以说“第1条改成……”“删除第3条”；改好了回复〔完成〕。`,
  importAdopted: ({
    file,
    items,
  }: {
    file: string;
    items: readonly { label: string; count: number }[];
  }) =>
    `已按“${file}”改了：${items.map(({ label, count }) => `${label} ${count} 处`).join('，')}。回复〔撤销〕可以改回来。`,
  importDoubtful: ({ doubtful }: { doubtful: readonly DoubtfulLine[] }) =>
    doubtfulWords(doubtful).join('\n'),
  fileLeft: ({ file }: { file: string }) => `“${file}”里还没有确认的部分不再问了。`,
  fileLost: () => '您发来的那个文件读不出来了，里面没有确认的内容没有填。要用请再发一次。',
  lastYearWas: ({
    cells,
    lists,
  }: {
    cells: readonly Taken[];
    lists: readonly { label: string; count: number }[];
  }) =>
    `去年：${[...cells.map(namedWords), ...lists.map(({ label, count }) => `${label} ${count} 条`)].join('，')}。`,

  choiceInYear: ({ from, to }: { from: string; to: string }) => `不变，${from} 改成 ${to}`,
  choiceDropFile: () => '不用这个文件',
  choiceLastYearForm: () => '是去年的表',
  choiceThisForm: () => '就填这一份',
  choiceUnchanged: () => '不变',
  choiceToChange: () => '改',
  choiceAllUnchanged: () => '其余都不变',
  choiceFillIn: () => '照这样填',
  choiceAnew: () => '重新填',
  choiceFillAll: () => '全部照这样填',
  choiceAdopt: () => '采用',
  choiceLeave: () => '不采用',
  choiceAdoptAll: () => '全部采用',
  choiceSame: () => '同去年',
};
