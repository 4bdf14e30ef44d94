import { halfWidth } from '../domain/text.js';
import type { Form, Locale } from '../forms/form.js';
import { type FilingCommand, readFilingCommand } from './filing-commands.js';
import type { Target } from './reading.js';
import { readLine, resolveTarget } from './targets.js';

/** What the form can be exported as, in the order of 导出 全部. */
export const FILE_FORMATS = ['docx', 'xlsx', 'pdf'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];
export type ExportFormat = FileFormat | 'all';

/** What a person asks the assistant to do, as opposed to what they say about the form. */
export type Command =
  | { readonly name: PlainCommand }
  | { readonly name: 'export'; readonly format: ExportFormat }
  | { readonly name: 'edit'; readonly target: Target }
  /** 已知悉: warnings, by their numbers from 1; without numbers all of them. */
  | { readonly name: 'note'; readonly numbers?: readonly number[] }
  | { readonly name: 'edit-line'; readonly step: string; readonly at: number }
  | { readonly name: 'restart-section'; readonly target?: Target }
  | FilingCommand
  | { readonly name: 'speak'; readonly locale: Locale }
  | {
      readonly name: 'not-yet';
      readonly what: 'assign' | 'submit' | 'returned';
      readonly words: string;
    };

type PlainCommand =
  | 'start'
  | 'help'
  | 'status'
  | 'back'
  | 'skip'
  | 'finish'
  | 'continue' // go on where one was
  | 'undo'
  | 'redo'
  | 'check'
  | 'diagnose'
  | 'preview'
  | 'save'
  | 'leave' // say goodbye; a channel that can be left is left
  | 'new-filing'
  | 'my-filings'
  | 'last-year'
  | 'never-mind' // leave what was begun
  | 'wrong' // something is wrong, but not what
  | 'agreed' // 好的: nothing is to be done
  | 'thanks';

const PHRASES: Readonly<Record<PlainCommand, readonly string[]>> = {
  start: ['你好', '您好', '开始', '在吗', '开始填报', '开始填表', '填表', 'hi', 'hello', 'start'],
  help: ['帮助', '帮忙', '怎么用', '怎么填', '使用说明', '说明', 'help', '?', '？'],
  status: [
    '进度',
    '看看还差什么',
    '还差什么',
    '还差哪些',
    '填到哪了',
    '到哪了',
    '还剩什么',
    '还有哪些没填',
    '状态',
    'status',
    'progress',
  ],
  back: [
    '返回',
    '上一步',
    '上一题',
    '后退',
    '回上一步',
    '退回上一步',
    '退一步',
    '上一个',
    '返回上一步',
    '回到上一步',
    'back',
    'go back',
    'previous',
  ],
  skip: [
    '先放一放',
    '跳过',
    '先跳过',
    '略过',
    '过',
    '下一题',
    '以后再填',
    '稍后再填',
    '晚点再填',
    '先不填',
    'skip',
  ],
  finish: [
    '完成',
    '好了',
    '完了',
    '没有了',
    '没了',
    '就这些',
    '就这样',
    '下一步',
    '下一项',
    '下一节',
    '下一个',
    '结束',
    '填完了',
    '都填完了',
    '可以了',
    '就这些了',
    '就一条',
    '没有别的了',
    'done',
    'finished',
    'next',
    'no more',
    "that's it",
    "that's all",
    'that is all',
  ],
  continue: ['继续', '接着', '接着来', '接着填', '继续填', '补填', 'continue', 'go on', 'resume'],
  undo: [
    '撤销',
    '撤回',
    '撤消',
    '撤销上一步',
    '撤回上一步',
    '撤销刚才的',
    '撤回刚才的',
    '改回去',
    '改回来',
    '恢复上一步',
    'ctrl z',
    'ctrl+z',
    'undo',
  ],
  redo: ['重做', '恢复', '取消撤销', 'redo'],
  check: [
    '核对',
    '核对下',
    '核对看看',
    '看看对不对',
    '检查',
    '校验',
    '核对一下',
    '检查一下',
    '核对合计',
    '合计对不对',
    'check',
  ],
  diagnose: [
    '差在哪',
    '差在哪里',
    '哪里不平',
    '哪里不对',
    '哪不平',
    '为什么不平',
    '差多少',
    'diagnose',
  ],
  preview: ['预览', '看看表', '看表', '查看', '给我看看', 'preview'],
  save: [
    '暂存',
    '先存着',
    '保存',
    '存一下',
    '保存草稿',
    '存草稿',
    '先这样',
    '下次再填',
    '明天再填',
    'save',
  ],
  leave: ['退出', '再见', '拜拜', 'exit', 'quit', 'bye', 'goodbye'],
  'new-filing': ['换一份', '新建', '新的一份', '另填一份', '再填一份', '新建一份', '新申报', 'new'],
  'my-filings': ['我的申报', '我的申报表', '申报列表', '列表', 'my filings', 'list'],
  'never-mind': ['取消', '算了', '不改了', '不用了', '不用改', '不改', 'cancel', 'never mind'],
  wrong: ['改', '要改', '改一下', '不对', '错了', '不是', '弄错了', '填错了', '写错了', 'wrong'],
  thanks: ['谢谢', '谢谢你', '多谢', '辛苦了', 'thanks', 'thank you'],
  agreed: ['好的', '好', '嗯', '收到', '知道了', '明白', '不删', '不删除', 'ok', 'keep it'],
  'last-year': [
    '去年的表',
    '是去年的表',
    '就填这一份',
    '导入去年的表',
    '上传去年的表',
    '导入',
    '上传',
    '发文件',
    '传文件',
    '发去年的表',
    '导入文件',
    'import',
  ],
};

const BY_PHRASE: ReadonlyMap<string, PlainCommand> = new Map(
  Object.entries(PHRASES).flatMap(([name, phrases]) =>
    phrases.map((phrase) => [phrase, name as PlainCommand] as const),
  ),
);

/** Everything that is a command as it stands. */
export const COMMAND_PHRASES: readonly string[] = [...BY_PHRASE.keys()];

/** 就这五个, 就这3条: so many and no more. */
const SO_MANY = /^就这?[\d一二两三四五六七八九十]{1,3}[个条项](?:了|吧)?$/;

/** Commands are short; a longer message is content, whatever it begins with. */
const LONGEST_COMMAND = 24;

/** Reads a message that is a command as a whole. "导出档案管理系统运行维护" is none. */
export function readCommand(form: Form, text: string, list?: string): Command | undefined {
  const returned = readReturned(text);
  if (returned) return returned;
  if (text.length > 2 * LONGEST_COMMAND || text.trim().includes('\n')) return undefined;
  const words = bare(text);
  if (words.length > LONGEST_COMMAND) return undefined;
  const later = readNotYet(words);
  if (later) return later;
  const plain = readPlainCommand(text);
  if (plain) return { name: plain };
  return readParametric(form, words, list);
}

/** The command that a message's words stand for as they are, in whatever form. */
export function readPlainCommand(text: string): PlainCommand | undefined {
  if (text.length > 2 * LONGEST_COMMAND) return undefined;
  const words = bare(text);
  if (SO_MANY.test(words)) return 'finish';
  return BY_PHRASE.get(words) ?? BY_PHRASE.get(halfWidth(text).trim());
}

/** Words without what politeness and punctuation add to them. */
function bare(text: string): string {
  return halfWidth(text)
    .trim()
    .toLowerCase()
    .replace(/[。.!！~～]+$/, '')
    .replace(/^(?:请|麻烦|帮我|我要|我想|给我|先)+(?=.)/, '')
    .replace(/(?:一下|吧|谢谢)$/, '')
    .trim();
}

function readParametric(form: Form, words: string, list?: string): Command | undefined {
  const format = readExport(words);
  if (format) return { name: 'export', format };
  if (/^差\s*[\d.,]*\s*[万亿]?元?\s*(?:差)?在哪里?[?？]?$/.test(words)) return { name: 'diagnose' };
  if (/^(?:中文|说中文|chinese)$/.test(words)) return { name: 'speak', locale: 'zh-cn' };
  if (/^(?:英文|英语|说英文|english)$/.test(words)) return { name: 'speak', locale: 'en' };
  return (
    readFilingCommand(words) ??
    readNote(words) ??
    readRestart(form, words) ??
    readEdit(form, words, list)
  );
}

/** 导出word, 要pdf盖章版, 导出. */
function readExport(words: string): FileFormat | 'all' | undefined {
  const found =
    /^(?:导出|下载|生成|输出|要|发我|export|download)?\s*(?:成|为|个|份|一份|我的)?\s*(word|docx|doc|文档|excel|xlsx|表格|pdf|全部|所有|all)?\s*(?:版|文件|格式|盖章版|定稿|文档|文)*$|^定稿$/.exec(
      words,
    );
  const verb = /^(?:导出|下载|生成|输出|要|发我|export|download)/.test(words);
  const isAll = /^(?:全部|所有|all)$/.test(found?.[1] ?? '');
  if (words === '定稿') return 'docx';
  if (!found || (!verb && (found[1] === undefined || isAll))) return undefined;
  switch (found[1]) {
    case 'excel':
    case 'xlsx':
    case '表格':
      return 'xlsx';
    case 'pdf':
      return 'pdf';
    case '全部':
    case '所有':
    case 'all':
      return 'all';
    default:
      return words === '要' ? undefined : 'docx';
  }
}

const NOTED =
  /^(?:(?:都|全部?|我)*(?:已?知悉了?|已阅|noted|acknowledged)|(?:都|全部)(?:已?知道了?|没问题了?|保留)(?:[，,]已知悉)?)$/;
const NUMBERS = '\\d{1,3}(?:\\s*[、,，和到至-]\\s*\\d{1,3})*';
const NOTED_SOME = new RegExp(
  `^(?:已?知悉|noted)\\s*第?\\s*(${NUMBERS})\\s*[条个项处]?$|^第?\\s*(${NUMBERS})\\s*[条个项处]?(?:都)?已?知悉$`,
);
const MOST_NUMBERS = 200;

function readNote(words: string): Command | undefined {
  if (NOTED.test(words)) return { name: 'note' };
  const [, behind, before] = NOTED_SOME.exec(words) ?? [];
  const list = behind ?? before;
  if (list === undefined) return undefined;
  const numbers = list.split(/[、,，和]/).flatMap((part) => {
    const [from = 0, to = from] = part
      .split(/[到至-]/)
      .map((digits) => Number.parseInt(digits, 10));
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  });
  return { name: 'note', numbers: numbers.slice(0, MOST_NUMBERS) };
}

function readRestart(form: Form, words: string): Command | undefined {
  if (/^(?:删除全部|全部删除|全删了?|都删了?|全部清空)$/.test(words))
    return { name: 'restart-section' };
  const found = /^(?:重填|重新填|重来|清空|restart)\s*(.*)$/.exec(words);
  if (!found) return undefined;
  const what = found[1] ?? '';
  if (/^(?:本节|这一?节|本部分|这一?部分|section)?$/.test(what)) return { name: 'restart-section' };
  const target = resolveTarget(form, what);
  return target && { name: 'restart-section', target };
}

function readEdit(form: Form, words: string, list?: string): Command | undefined {
  const found =
    /^(?:修改一?下?|更改|编辑|改一下|改|跳到|回到|去填|填|添加|补充|继续添加|edit|change|go to)\s*(.+)$/.exec(
      words,
    );
  const what = found?.[1];
  if (what === undefined) return undefined;
  const bare = /^\d{1,3}$/.test(what) ? `第${what}条` : what;
  const line = readLine(form, bare, list);
  if (line) return { name: 'edit-line', step: line.step.id, at: line.at };
  const target = resolveTarget(form, what);
  return target && { name: 'edit', target };
}

/** What people ask for that later versions will do. Recognised so that it is never taken for content. */
function readReturned(text: string): Command | undefined {
  const returned =
    /^财政(?:局|部门)?(?:把\S{0,8})?退回(?:来)?了?(?:[,，。;；:：\s]*(?:说|意见(?:是|为)?)?[:：]?\s*([\s\S]*))?$/.exec(
      text.trim(),
    );
  return returned
    ? { name: 'not-yet', what: 'returned', words: returned[1]?.trim() ?? '' }
    : undefined;
}

function readNotYet(words: string): Command | undefined {
  const assigned =
    /^(?:(?:分派|派给|转给)\s*(?:给)?|(?:交给|(?:这部分|这块|这一节|这个)(?:找|问|让|由|要))(?=.*(?:要|填|负责|提供)$))\s*(.*?)(?:要|填|来填|负责|提供)?$/.exec(
      words,
    );
  if (assigned) return { name: 'not-yet', what: 'assign', words: assigned[1] ?? '' };
  const submitted =
    /^(?:提交|报送|送审|提交给|报给|送给)\s*(局长|领导|主任|处长|科长|财政局?|审核|审批)?$/.exec(
      words,
    );
  return submitted ? { name: 'not-yet', what: 'submit', words: submitted[1] ?? '' } : undefined;
}
