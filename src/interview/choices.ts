import type { Amount } from '../domain/amount.js';
import type { SuggestedLine } from '../forms/form.js';
import { type Notice, notice } from './notice.js';
import type { FileUse, FileWord, YearChange } from './state.js';

/** Something to press instead of typing. `say` is what pressing it means when typed, in any language. */
export interface Choice {
  readonly label: Notice;
  readonly say: string;
}

export const CONTINUE: Choice = { label: notice('choiceContinue'), say: '继续' };
export const FINISH: Choice = { label: notice('choiceFinish'), say: '完成' };
export const SKIP: Choice = { label: notice('choiceSkip'), say: '跳过' };
export const NONE: Choice = { label: notice('choiceNone'), say: '无' };
export const SIGN: Choice = { label: notice('choiceSign'), say: '手签' };
export const EXPORT: Choice = { label: notice('choiceExport'), say: '导出' };
export const CHECK: Choice = { label: notice('choiceCheck'), say: '核对' };
export const NOTE: Choice = { label: notice('choiceNote'), say: '已知悉' };
export const PREVIEW: Choice = { label: notice('choicePreview'), say: '预览' };
export const REPLACE: Choice = { label: notice('choiceReplace'), say: '替换' };
export const ADD: Choice = { label: notice('choiceAdd'), say: '加在后面' };
export const THIS_LINE: Choice = { label: notice('choiceThisLine'), say: '就是这条' };
export const REST_ZERO: Choice = { label: notice('choiceRestZero'), say: '其余为0' };

export const SAME: Choice = { label: notice('choiceSame'), say: '同去年' };

export const LEAVE_IT: Choice = { label: notice('choiceLeaveIt'), say: '不删' };

/** The deletion of a filing, by its number. */
export function confirmDelete(n: number): Choice {
  return { label: notice('choiceDelete'), say: `确认删除 ${n}` };
}

/** The year of the form. */
export function yearIs(year: string): Choice {
  return { label: notice('choiceChange', { words: year }), say: year };
}

/** A section as it was, with another year in its texts. */
export function inYear({ from, to }: YearChange): Choice {
  return { label: notice('choiceInYear', { from, to }), say: `不变，把${from}改成${to}` };
}

/** What can be said to a file, in the words that fit what it is. */
export function fileChoice(type: FileWord['type'], use: FileUse = 'last-year'): Choice {
  switch (type) {
    case 'last-year':
      return { label: notice('choiceLastYearForm'), say: '是去年的表' };
    case 'this-year':
      return { label: notice('choiceThisForm'), say: '就填这一份' };
    case 'drop':
      return { label: notice('choiceDropFile'), say: '不用这个文件' };
    case 'adopt':
      return ADOPT[use];
    case 'leave':
      return LEAVE[use];
    case 'adopt-all':
      return ADOPT_ALL[use];
    case 'unclear':
    case 'later':
      return SKIP;
    default:
      return type satisfies never;
  }
}

const ADOPT: Readonly<Record<FileUse, Choice>> = {
  'last-year': { label: notice('choiceUnchanged'), say: '不变' },
  'this-year': { label: notice('choiceFillIn'), say: '带入' },
  changes: { label: notice('choiceAdopt'), say: '采用' },
};

const LEAVE: Readonly<Record<FileUse, Choice>> = {
  'last-year': { label: notice('choiceToChange'), say: '改' },
  'this-year': { label: notice('choiceAnew'), say: '重新填' },
  changes: { label: notice('choiceLeave'), say: '不采用' },
};

const ADOPT_ALL: Readonly<Record<FileUse, Choice>> = {
  'last-year': { label: notice('choiceAllUnchanged'), say: '其余都不变' },
  'this-year': { label: notice('choiceFillAll'), say: '全部带入' },
  changes: { label: notice('choiceAdoptAll'), say: '全部采用' },
};

/** 剩下都是 a line. */
export function restIs(label: string): Choice {
  return { label: notice('choiceRest', { label }), say: `剩下都是${label}` };
}

/** 全部是 a line. */
export function allIs(label: string): Choice {
  return { label: notice('choiceAll', { label }), say: `全部是${label}` };
}

/** A line that is suggested, by its name; its value is then asked for. */
export function lineLike({ name, measure }: SuggestedLine): Choice {
  return { label: notice('choiceIdea', { name, measure }), say: name };
}

/** A change in the words that make it. */
export function changeIs(words: string): Choice {
  return { label: notice('choiceChange', { words }), say: words };
}

/** An amount in 万元 as the answer to what was asked. */
export function amountIs(amount: Amount): Choice {
  return { label: notice('choiceAmount', { amount }), say: `${amount}万元` };
}

/** The unit of a table's figures. */
export function unitIs(unit: '元' | '万元'): Choice {
  return { label: notice('choiceUnit', { unit }), say: `单位是${unit}` };
}

/** An amount in 万元 as that of a named line. */
export function lineIs(label: string, amount: Amount): Choice {
  return { label: notice('choiceLine', { label }), say: `${label}${amount}万元` };
}
