import { filesZhCn } from './files/zh-cn.js';
import { filingsZhCn } from './filings/zh-cn.js';
import { historyZhCn } from './history/zh-cn.js';
import type {
  CheckedSection,
  DifferenceIdea,
  FormName,
  LineInShort,
  LinesInShort,
  Reckoning,
  StatedSum,
  Taken,
} from './sayable.js';
import { BULLET, bulleted, lineWords, listWords, namedWords, sentence } from './zh-cn-lines.js';

function nameWords({ title, unit = '', year }: FormName): string {
  return unit === '' && !year ? `《${title}》` : `${unit}${year ? `${year}年度` : ''}申报表`;
}

function takenLine({ label, value, isAmount, was, working, said }: Taken): string {
  const now = value === undefined ? '留空' : value;
  const reckoned = working === undefined ? '' : `（${working}）`;
  const words = said === undefined ? '' : `（您说的是“${said}”）`;
  const before = was === undefined ? '' : `，原为${wasWords(was, isAmount)}`;
  return `${label} ${now}${reckoned}${words}${before}`;
}

function wasWords(was: string | null, isAmount?: true): string {
  if (was === null) return '留空';
  return isAmount || /^[\d.]+ 万元$/.test(was) ? ` ${was}` : `「${was}」`;
}

function cellWords({ label, value = '（空）', isAmount, working }: Taken): string {
  return isAmount ? `${label} ${value}${working === undefined ? '' : `（${working}）`}` : value;
}

function reckoningLine({ label, terms, sum, whole }: Reckoning): string {
  const shown = terms.map((term) => `${term.label} ${term.amount ?? '（空）'}`).join(' + ');
  const result = `${label}：${shown} = ${sum} 万元`;
  if (!whole) return result;
  return whole.difference === '0'
    ? `${result}，与${whole.label}一致`
    : `${result}，${whole.label} ${whole.amount} 万元，差 ${whole.difference} 万元`;
}

function severityPart(title: string, sections: readonly CheckedSection[]): readonly string[] {
  const count = sections.reduce((sum, { lines }) => sum + lines.length, 0);
  if (count === 0) return [];
  const words = sections.map(
    ({ section, lines }) =>
      `【${section}】\n${lines.map((line) => `${line.n === undefined ? BULLET : `${line.n}. `}${line.words}`).join('\n')}`,
  );
  return [`${title}：\n${words.join('\n')}`];
}

function unknownNumbers(unknown: readonly number[]): string {
  return unknown.length > 0 ? `没有第 ${unknown.join('、')} 处。` : '';
}

/** What each cause looks like, as a clerk would put it. */
const CAUSES: Readonly<Record<DifferenceIdea['cause'], string>> = {
  'doubled-line': '和前面一条一模一样，像是录重了',
  'swapped-digits': '像是相邻两位数字写颠倒了',
  'swapped-parts': '像是两个数填反了格',
  'last-year': '和去年的数一样，像是没有改过来',
  yuan: '像是“元”和“万元”弄混了',
  'decimal-point': '小数点像是点错了位置',
  'sub-item': '像是“其中”的数又单独算了一遍',
  'kept-total': '两边各自相加都是这个数，像是总数没跟着改',
  'missing-line': '合计里多出这一条的数，像是漏录了一条',
  other: '',
};

function ideaWords({ cause, label, n, name, from, to, cells }: DifferenceIdea): string {
  const line = n === undefined ? '' : `第 ${n} 条${name === undefined ? '' : `“${name}”`}`;
  const why = CAUSES[cause] === '' ? '' : `（${CAUSES[cause]}）`;
  if (from !== undefined && to !== undefined) return `${line}${label} ${from} → ${to} 万元${why}`;
  const amounts = cells?.map((cell) => `${cell.label} ${cell.amount} 万元`).join('，');
  if (cells && n !== undefined) return `${line}改为${amounts}${why}`;
  if (cells) return `${label}补上一条：${amounts}${why}`;
  return `去掉${label}${line}${why}`;
}

/** Everything the assistant says in Chinese, by key. Every other language is this one's twin. */
export const zhCn = {
  ...filesZhCn,
  ...filingsZhCn,
  ...historyZhCn,
  greeting: ({ title }: { title: string }) =>
    `您好，我是申报助手，陪您填好《${title}》。\n一次问一件事，您用平常的话回答就行；答过的随时可以改，填了一半也不会丢。〔〕里的词可以直接回复，例如〔帮助〕〔进度〕〔撤销〕〔核对〕〔导出〕。`,
  hello: () => '您好，我在。',
  welcomeBack: ({ answered, of, ...name }: FormName & { answered: number; of: number }) =>
    `欢迎回来。${nameWords(name)}已填 ${answered}/${of} 项，接着来。`,

  took: ({ lines }: { lines: readonly Taken[] }) =>
    lines.length === 1 && lines[0]
      ? sentence(`已记：${takenLine(lines[0])}`)
      : `已记：\n${bulleted(lines.map(takenLine))}`,
  tookRow: ({ label, n, cells }: { label: string; n: number; cells: readonly Taken[] }) =>
    sentence(`已记${label}第 ${n} 条：${cells.map(cellWords).join('，')}`),
  tookRows: ({
    label,
    added,
    count,
    shown,
    sums,
  }: {
    label: string;
    added: number;
    count: number;
    shown: LinesInShort;
    sums: readonly { label: string; amount: string }[];
  }) => {
    const more = count > added ? `，现在共 ${count} 条` : '';
    const totals = sums.map((each) => `${each.label}合计 ${each.amount} 万元`).join('，');
    return `已记${label} ${added} 条${more}${totals === '' ? '' : `；${totals}`}：\n${listWords(shown)}`;
  },
  rowChanged: ({ label, n, cells }: { label: string; n: number; cells: readonly Taken[] }) =>
    sentence(`${label}第 ${n} 条已改：${cells.map(takenLine).join('；')}`),
  removed: ({
    label,
    gone,
    count,
  }: {
    label: string;
    gone: readonly LineInShort[];
    count: number;
  }) =>
    `已从${label}删除：${gone.map(({ n, name = '' }) => `第 ${n} 条“${name}”`).join('、')}，还有 ${count} 条。回复〔撤销〕可以找回。`,
  merged: ({ label, line }: { label: string; line: LineInShort }) =>
    `${label}已合并：\n${lineWords(line)}`,
  moved: ({ label, from, to }: { label: string; from: number; to: number }) =>
    `${label}第 ${from} 条已移到第 ${to} 条。`,
  unmoved: ({ label, n }: { label: string; n: number }) =>
    `${label}第 ${n} 条本来就在那里，没有动。`,
  listNone: ({ label }: { label: string }) => `好的，${label}不填。`,
  noneRefused: ({ label, against, amount }: { label: string; against: string; amount: string }) =>
    `${against}有 ${amount} 万元，${label}不能一条都没有。请至少列一条；${against}确实没有的话，先说“${against}改成0”。`,
  listEmpty: ({ label }: { label: string }) =>
    `${label}还一条都没有。没有内容请回复〔无〕，以后再填请回复〔跳过〕。`,
  listProgress: ({
    label,
    count,
    listed,
    against,
    left,
  }: {
    label: string;
    count: number;
    listed?: string;
    against?: { label: string; amount: string };
    left?: string;
  }) => {
    const sums = against
      ? `，已列 ${listed} / ${against.label} ${against.amount} 万元${left === undefined ? '' : `，还剩 ${left} 万元`}`
      : '';
    return `${label} ${count} 条${sums}。还有就继续发，没有了请回复〔完成〕。`;
  },
  totalsAgree: ({ stated, count }: { stated: readonly StatedSum[]; count: number }) =>
    `您报的${stated.map(({ label, amount }) => `${label}合计 ${amount} 万元`).join('、')}，与 ${count} 条加起来的数一致。`,
  totalDiffers: ({
    label,
    amount,
    sum,
    difference,
  }: StatedSum & { sum: string; difference: string }) =>
    `您报的${label}合计是 ${amount} 万元，逐条加起来是 ${sum} 万元，差 ${difference} 万元。表上按逐条相加的数填；哪一条不对请告诉我。`,
  ignoredColumns: ({ heads }: { heads: readonly string[] }) =>
    `表里的${heads.map((head) => `“${head}”`).join('、')}列，申报表上没有地方放，没有收。`,
  ignoredNotes: ({ notes }: { notes: readonly string[] }) =>
    `${notes.map((note) => `“${note}”`).join('、')}是说明，没有收进表里。`,
  unchanged: ({ label, value = '留空' }: { label: string; value?: string }) =>
    `${label}本来就是 ${value}，没有变。`,
  unchangedLine: ({ label, n, value }: { label: string; n: number; value: string }) =>
    `${label}第 ${n} 条本来就是“${value.replace(/[。；;]$/, '')}”，没有变。`,
  moreDoubts: ({ count }: { count: number }) => `有 ${count} 处拿不准，一处一处来：`,
  replaceOrAdd: ({ label, count, added }: { label: string; count: number; added: number }) =>
    `${label}已有 ${count} 条，这次来了 ${added} 条：替换原来的，还是加在后面？`,

  askAmount: ({ label }: { label: string }) =>
    `${label}是多少万元？没有请回复 0，留空请回复“留空”。`,
  askSeveral: ({ labels }: { labels: readonly string[] }) =>
    `还差${labels.map((label) => `“${label}”`).join('、')}，各多少万元？`,
  askAgain: ({ label, cells }: { label: string; cells: readonly Taken[] }) =>
    `${label}现在是：${cells.length === 1 ? (cells[0]?.value ?? '留空') : cells.map(namedWords).join('，')}。要改成什么？不改请回复〔继续〕。`,
  suggested: () => '下面是按您的任务和职责想到的，合适的可以直接选，数由您定：',
  askMeasure: ({ name, measure }: { name: string; measure: string }) =>
    `“${name}”的指标值是多少？${/＿/.test(measure) ? `一般写成“${measure}”，` : `一般写${measure}，`}数由您定。`,
  listLines: ({ label, shown }: { label: string; shown: LinesInShort }) =>
    `${label}现在是：\n${listWords(shown)}`,
  askLine: ({ label, n, cells }: { label: string; n: number; cells: readonly Taken[] }) =>
    `${label}第 ${n} 条现在是：${cells.map(cellWords).join('，')}。\n要改成什么？可以整条重写；不改请回复〔继续〕。`,
  askSplitOf: ({ n, name, total, sum }: { n: number; name: string; total: string; sum: string }) =>
    `第 ${n} 条“${name}”总额 ${total} 万元，来源只说了 ${sum} 万元。各项来源分别是多少？`,
  section: ({ at, of, label }: { at: number; of: number; label: string }) =>
    `【第 ${at}/${of} 部分 · ${label}】`,
  newStep: ({ label }: { label: string }) => `“${label}”是表上新增的一项，您上次填时还没有。`,
  review: ({
    reckonings,
    counts,
    errors,
    warnings,
    hints,
    postponed,
    first,
    ...name
  }: FormName & {
    reckonings: readonly Reckoning[];
    counts: readonly { label: string; count: number }[];
    errors: number;
    warnings: number;
    hints: number;
    postponed: readonly string[];
    first: readonly string[];
  }) =>
    [
      `${nameWords(name)}，各项都问过了：`,
      bulleted([
        ...reckonings.map(reckoningLine),
        counts.map(({ label, count }) => `${label} ${count} 条`).join('，'),
      ]),
      ...(postponed.length > 0
        ? [`还有跳过没填的：${postponed.join('、')}。回复〔继续〕接着填。`]
        : []),
      errors === 0
        ? `核对结果：没有错误${warnings > 0 ? `，${warnings} 处请再看一眼` : ''}${hints > 0 ? `，${hints} 条提示` : ''}。可以导出了；要改哪里直接说，例如“修改 基本支出”。`
        : `核对结果：还有 ${errors} 处错误要改：\n${bulleted(first)}${errors > first.length ? '\n……其余回复〔核对〕查看。' : ''}`,
    ].join('\n'),
  anythingElse: () => '还要改别的直接说；改完回复〔核对〕或〔导出〕。',

  checked: ({
    reckonings,
    errors,
    warnings,
    hints,
    noted,
  }: {
    reckonings: readonly Reckoning[];
    errors: readonly CheckedSection[];
    warnings: readonly CheckedSection[];
    hints: readonly CheckedSection[];
    noted: number;
  }) => {
    const none = errors.length + warnings.length + hints.length === 0;
    return [
      `核对 · 逐项重算：\n${bulleted(reckonings.map(reckoningLine))}`,
      ...(errors.length === 0 ? ['没有错误。'] : []),
      ...severityPart('错误，改好才能出定稿', errors),
      ...severityPart('请再看一眼', warnings),
      ...(warnings.length > 0
        ? ['核实过、不用改的，回复〔已知悉〕，或“已知悉 1、3”；谁在什么时候确认的会记下来。']
        : []),
      ...severityPart('提示', hints),
      ...(noted > 0 ? [`另有 ${noted} 处您已知悉。`] : []),
      ...(none ? ['也没有需要提示的。'] : []),
    ].join('\n');
  },
  moreAlike: ({ count }: { count: number }) => `同样的情况还有 ${count} 处。`,
  sectionChecked: ({
    label,
    lines,
    more,
    hints,
  }: {
    label: string;
    lines: readonly string[];
    more: number;
    hints: number;
  }) =>
    [
      `“${label}”核对：`,
      bulleted(lines),
      ...(more + hints > 0
        ? [
            `${more > 0 ? `还有 ${more} 处要看，` : ''}${hints > 0 ? `${hints} 条提示，` : ''}回复〔核对〕查看。`,
          ]
        : []),
    ].join('\n'),
  noted: ({
    lines,
    left,
    unknown,
  }: {
    lines: readonly string[];
    left: number;
    unknown: readonly number[];
  }) =>
    `已记下，这 ${lines.length} 处您已知悉：\n${bulleted(lines.slice(0, 6))}${lines.length > 6 ? '\n……' : ''}${left > 0 ? `\n还有 ${left} 处没有确认。` : ''}${unknownNumbers(unknown)}`,
  nothingToNote: ({ count, unknown }: { count: number; unknown: readonly number[] }) =>
    count === 0
      ? '没有需要确认的；提示只供参考，不用确认。'
      : `没有新的要确认。${unknownNumbers(unknown)}回复〔核对〕查看。`,
  diagnosed: ({
    off,
    lines,
    ideas,
  }: {
    off: readonly Reckoning[];
    lines: readonly string[];
    ideas: readonly DifferenceIdea[];
  }) =>
    [
      ...off.map((each) => `${reckoningLine(each)}。`),
      ...(lines.length > 0 ? [bulleted(lines)] : []),
      ...(ideas.length > 0
        ? [
            ideas.every(({ isAll }) => isAll)
              ? '改其中一处，就全部平衡：'
              : '不止一处不平，先看最像的（改了这一处，相关的合计就平）：',
            bulleted(ideas.map(ideaWords)),
          ]
        : ['没有哪一处单独一改就能平，也看不出像是哪种笔误，请对照原始资料核对上面的数。']),
    ].join('\n'),
  allTies: ({ reckonings, open }: { reckonings: readonly Reckoning[]; open: readonly string[] }) =>
    [
      reckonings.length === 0
        ? '还没有可以比较的数。'
        : `各处合计都对得上：\n${bulleted(reckonings.map(reckoningLine))}`,
      ...(open.length > 0 ? [`还没填齐、没有比较的：${open.join('、')}。`] : []),
    ].join('\n'),

  exportedFinal: ({ warnings }: { warnings: number }) =>
    `定稿好了，请查收。${warnings > 0 ? `有 ${warnings} 处建议再看一眼，不影响使用，回复〔核对〕查看。` : ''}打印后请盖章、签名。`,
  exportedDraft: ({ errors, first }: { errors: number; first: readonly string[] }) =>
    `这是草稿，表上标着“草稿”。还有 ${errors} 处错误，改好才能出定稿：\n${bulleted(first)}${errors > first.length ? `\n……其余回复〔核对〕查看。` : ''}`,

  help: () =>
    [
      '随时可以说：',
      bulleted([
        '进度 —— 填到哪了，还差什么',
        '返回 · 跳过 · 完成 —— 上一个问题，先放一放，这一节填完了',
        '修改 基本支出 · 总额改成2600 —— 改任何一项',
        '删除第3条 · 第3条改成… · 第5条移到第2条 · 把7、8条合并 —— 改一条',
        '撤销 · 重做 —— 取消上一次改动，或者再改回来',
        '核对 · 差在哪 —— 重算合计，解释差额',
        '发来去年的表（文件）—— 逐节不变或改；同去年 —— 这一项和去年一样',
        '预览 · 导出 word / excel / pdf / 全部 —— 看一眼，拿文件',
        '重填本节 · 换一份 · 我的申报 · 暂存',
        'English —— switch to English',
      ]),
      '金额默认万元；“元”“亿”“八万”“２５６５．３６”都认得。没有就说“无”，留空就说“留空”。',
    ].join('\n'),
  status: ({
    sections,
    missing,
  }: {
    sections: readonly { label: string; answered: number; of: number; lines?: number }[];
    missing: readonly string[];
  }) =>
    [
      '进度：',
      ...sections.map(({ label, answered, of, lines }) => {
        const sign = answered === of ? '✓' : answered === 0 ? '○' : '◐';
        return `${sign} ${label}${lines === undefined ? '' : ` ${lines} 条`}`;
      }),
      missing.length === 0 ? '各项都问过了。' : `还差：${missing.join('、')}。`,
    ].join('\n'),
  saved: () => '都存好了，每句话当时就存了。下次来说“继续”就行。',
  skipped: ({ label }: { label: string }) => `好的，${label}先放一放，最后再问。`,
  agreed: () => '好的。',
  restartWhat: () => '要重填哪一部分？请带上名称，例如“重填 年度主要任务”。',
  leftOpen: ({ label, gaps }: { label: string; gaps: readonly { n: number; column: string }[] }) =>
    `${label}还有没填的：${gaps
      .slice(0, 6)
      .map(({ n, column }) => `第 ${n} 条的${column}`)
      .join('、')}${gaps.length > 6 ? `等 ${gaps.length} 处` : ''}。先空着，核对时会再提醒。`,
  tableDropped: ({ label }: { label: string }) =>
    `刚才那张表没有收：没有说金额是“元”还是“万元”。要收${label}请再贴一次。`,
  orIsLine: () => '如果它就是要填的一条，请回复〔就是这条〕。',
  pendingDropped: ({ label, count }: { label: string; count: number }) =>
    `刚才发来的 ${count} 条${label}没有收（没有说替换还是加在后面）。要收请再发一次。`,
  atFirst: () => '已经是第一个问题了。',
  doubtDropped: () => '好的，刚才那句没有记，表上没有变。要撤回再前一次改动，请再回复〔撤销〕。',
  restarted: ({ label }: { label: string }) => `“${label}”已清空，重新填。想找回请回复〔撤销〕。`,
  spoken: () => '好的，以后说中文。',
  assignNotYet: () => '分派给科室的功能还没有。可以先〔跳过〕这一节，收齐了再填。',
  submitNotYet: () => '在线提交、审签的功能还没有。请〔导出〕后打印，按原来的办法报送。',
  returnedNotYet: ({ words }: { words: string }) =>
    `按退回意见自动定位的功能还没有。${words === '' ? '' : `意见我看到了：“${words}”。`}请直接说要改哪里，例如“修改 满意度指标”。`,
  lastYearHere: ({ year }: { year: string }) =>
    `您 ${year} 年度的申报在我这里：和去年一样的直接说“同去年”，也可以说“比去年多50万”“比去年压减5%”。`,
  lastYearEmpty: () => '去年的申报里这一项没有填。请直接说今年的。',
  lastYearNotYet: () =>
    '我这里还没有去年的表。把去年的文件（Word、Excel、PDF 都行）发过来，就可以逐节沿用；也可以把这一项的内容直接发给我。',
  latePress: () => '这个问题已经答过了，没有改动。现在的问题在下面。',
  oversize: ({ characters, most }: { characters: number; most: number }) =>
    `这条消息有 ${characters} 字，超过一次 ${most} 字的上限，没有收。请分几次发。`,
  unknown: ({ said }: { said: string }) => `“${said}”我没看懂，原来的内容没有变。`,
  didYouMean: ({ said, meant }: { said: string; meant: string }) =>
    `“${said}”——您是不是想〔${meant}〕？没有记进表里。`,
  question: ({ said }: { said: string }) =>
    `“${said}”是个问题，没有记进表里，我也还答不了。拿不准先〔跳过〕；要看能说什么请回复〔帮助〕。`,
  channelsNotYet: () =>
    '可以在浏览器里填（运行 shenbao serve，电脑、手机都行），也可以在终端里填；管理员设置以后，还可以在 Slack 私信里填。企业微信还没有接上。',
  modelNotYet: () => '没有接大模型，都是按固定规则读和算的，不会编数。',
  welcome: () => '不客气。',
  wrong: () => '上一条记错了请回复〔撤销〕；要改别的直接说，例如“总额改成2600”“第3条改成…”。',
  neverMind: () => '好的，没有改动。要撤回上一次改动请回复〔撤销〕。',
  failed: () =>
    '出了点问题，这条消息没有处理，原来填的内容都没有变。请换个说法再发一次；还不行请找管理员。',
  exportFailed: () => '文件没能生成，填的内容都在。请再试一次；还不行请找管理员。',
  fileNotSaved: ({ name, reason }: { name: string; reason: string }) =>
    `${name} 没能写到文件夹里（${reason}）。填的内容都在，请检查文件夹后再导出一次。`,
  notSaved: () => '这条消息没能存上，原来填的内容都没有变。请稍后再发一次。',
  waiting: () => '消息已收到，但暂时写不进存储，恢复后会自动处理，不用重发。',

  doubt: ({
    code,
    said,
    label,
    params,
  }: {
    code: string;
    said: string;
    label: string;
    params: Readonly<Record<string, string>>;
  }) => {
    const about = label === '' ? '' : `${label}：`;
    const p = (key: string) => params[key] ?? '';
    const sentences: Readonly<Record<string, string>> = {
      approximate: `${about}“${said}”是约数，预算要写准确的数，例如 2565.36。是多少万元？`,
      negative: `${about}“${said}”是负数，金额不能为负。请写正数，例如 2565.36。`,
      range: `${about}“${said}”是一个范围，请写一个准确的数，例如 2565.36。`,
      percent: `${about}“${said}”是比例，这里要写金额，例如 2565.36。`,
      placeholder: `${about}“${said}”像是模板里没替换掉的内容，请写实际的数，例如 2565.36。`,
      separators: `${about}“${said}”里的小数点或逗号不对，请写成 2565.36 或 2,565.36。`,
      unit: `${about}“${said}”的单位我认不出。金额请写万元、元或亿元，例如 2565.36万元。`,
      'too-large': `${about}“${said}”大得不像预算数，请再看一眼单位，例如 2565.36万元。`,
      'no-figure': `${about}“${said}”里没有金额，没有记。请写数，例如 2565.36；没有就说“无”，以后再填就说〔跳过〕。`,
      unknown: `${about}没听懂“${said}”，请换个说法，例如：2565.36；几项一起说就带上名称，例如：财政2557.36，其他8。`,
      'ambiguous-unit': `${about}“${said}”的单位我拿不准，是下面哪一个？`,
      omission: `${about}“${said}”有两种读法，是下面哪一个？`,
      'which-line': `“${said}”是哪一项？`,
      'line-count': `表上有 ${p('lines')} 项，您给了 ${p('given')} 个数，对不上。请带上名称，例如“财政2557.36，其他8，其余为0”。`,
      conflict: `${about}一句话里有两个不同的数（${said}），用哪一个？`,
      'total-needed': `要算“${said}”，得先知道${p('whole') || '总额'}。${p('whole') || '总额'}是多少万元？`,
      'all-or-rest': `“${said}”：别的几项已经有数。是剩下的都归${label}，还是${label}就是全部？`,
      'parts-needed': `${about}“${said}”只是其中一部分，没有记。请把${p('all')}一起说，或者直接说${label}的总数。`,
      'rest-later': `“${said}”先没有算：有一个数还没定，定了请再说一次。`,
      'others-needed': `要算“${said}”，得先知道别的几项。${label}以外的各是多少万元？没有就说“全部是${label}”。`,
      nested: `${label} ${said}：您说的是“其中”，没有记。表上这几项是并列的，各填各的数、加起来等于总额；请把几项分开再说一次。`,
      'negative-rest': `${about}${p('working')}，剩下的是负数，没有记。请先看看前面的数。`,
      'no-such-row': `${label}没有第 ${p('n')} 条，现在共 ${p('count')} 条。`,
      'which-list': `“${said}”是哪一部分的？请带上名称，例如“删除任务第3条”。`,
      'which-row': `“${said}”是哪一条任务的？请带上条数，例如“第3条 财政92，其他8”；是收入里的，请说那一项的全称。`,
      year: `没看懂年度“${said}”，请写四位数字，例如 2027。`,
      misfit: `“${said}”不像${label}，没有记。请只写${label}；拿不准可以先〔跳过〕。`,
      'several-rows': `叫“${said}”的不止一条（${p('names')}），没有改。请写全名，或者说第几条。`,
      'edit-unclear': `“${said}”没有记：像是要改表上的内容，我没看懂怎么改。可以说“第3条改成……”“删除第3条”“第5条移到第2条”“把7、8条合并”。`,
      'too-many-rows': `一次来了 ${p('rows')} 条，超过一次 ${p('most')} 条的上限，没有收。请分几次发。`,
      'table-unit': `这张表的金额（例如“${said}”）是“元”还是“万元”？说了单位再收。`,
      nameless: `“${said}”只有指标值，没有名称，没有记。请连名称一起写，例如“群众满意度，${said}”。`,
      columns: `这张表的列（${said}）我对不上。${label}请按表头的次序贴，或者连表头一起贴。`,
    };
    return sentences[code] ?? sentences['unknown'] ?? '';
  },

  choiceRestZero: () => '其余为0',
  choiceRest: ({ label }: { label: string }) => `剩下都是${label}`,
  choiceAll: ({ label }: { label: string }) => `全部是${label}`,
  choiceSign: () => '手签',
  choiceFinish: () => '完成',
  choiceContinue: () => '继续',
  choiceNone: () => '无',
  choiceSkip: () => '跳过',
  choiceExport: () => '导出',
  choiceCheck: () => '核对',
  choicePreview: () => '预览',
  choiceReplace: () => '替换',
  choiceAdd: () => '加在后面',
  choiceAmount: ({ amount }: { amount: string }) => `${amount}万元`,
  choiceUnit: ({ unit }: { unit: string }) => unit,
  choiceChange: ({ words }: { words: string }) => words,
  choiceNote: () => '已知悉',
  choiceThisLine: () => '就是这条',
  choiceIdea: ({ name, measure }: { name: string; measure: string }) =>
    /＿/.test(measure) ? `${name}，${measure}` : name,
  choiceLine: ({ label }: { label: string }) => label,
};
