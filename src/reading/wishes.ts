import { halfWidth, trim } from '../domain/text.js';
import { rowsOf } from '../forms/answers.js';
import { isCalled } from '../forms/form.js';
import { doubtOnly, type Reading, type Situation } from './reading.js';
import { lineNumber } from './targets.js';

/** Words about a line that do something with it: hardly content, even when nobody knows what they ask for. */
const LIKE_AN_EDIT =
  /^(?=.*(?:第\s*[\d一二三四五六七八九十]+\s*[条个项行]|(?:最后|上|前|这|那)(?:面)?[一两二三四五\d]+[条个项]))(?=.*(?:删除|删掉|删了|去掉|改成|改为|改到|改一下|移到|移动|挪到|合并|并成|调换|互换|对调|不要了?$|换成|放到|放在|提前|拆成|重写|留空|取消掉?$))/;

/** Words that wish for a change and belong on no form. */
const WISHES: readonly RegExp[] = [
  /^(?:全部|都)(?:删|不要)/, // 全部删除
  /^(?:把|将).{1,12}(?:删了?|删掉|删除|去掉|取消)$/, // 把饮水删了
  /^.{1,8}[条项个]?(?:删了|删掉|不做了|不要了)$/, // 水土保持不做了
  /^再[加减]\s*\d+(?:\.\d+)?\s*[万亿]?元?$/, // 再加60
  /^还差\s*\d/, // 还差60
  /^其[余他](?:为|都是|是)?\s*0$/, // 其余为0
  /^(?:其余|剩余|剩下)的?\s*\d[\d.]*\s*[万亿]?元?$/, // 其余100万
  /^共\s*\d+\s*[条项个]/, // 共3项，600万
  /^(?:不对|错了|弄错了|写错了)/, // 不对，是95
  /^\d+\s*移到\s*第?\d/, // 1移到3
  /^(?:只要|只保留)第/, // 只要第1条
  /^不是.{1,20}[，,]\s*(?:而?是)/, // 不是90，是95
  /^.{0,10}(?:多写|少写|多|少)了?\s*\d+(?:\.\d+)?\s*[万亿]?元?$/, // 总额多写了10万
  /翻[倍番]$/, // 总额翻倍
  /^.{0,8}[“"「].+[”"」].{0,8}(?:改成|改为|删)/, // 任务“没有的”金额改成60
];

/** What people say to each other while they work. */
const CHAT =
  /^(?:等一下|等会|稍等|等等|我看看|我问|我去问|我再|差不多|先这样|先到这|我明天|我回头|回头|改回|退一步|退回|上一个|下一个|打开第|看一?[下看]|给我看|刚才(?:那|的)|导出|打印|发我|把已知悉|都没问题)[^，。；;]{0,16}(?:[，,][^，。；;]{0,12})?$/;

/** 金额改成95, 任务删掉: a change of something the form has a name for. */
const NAMED_CHANGE =
  /^(?:把|将)?(.{1,12}?)(?:改成|改为|改到|应该是|应为|调整为|换成)[^，,。；;]{1,20}(?:[，,]其[余他]不变)?$/;

const NAMED_REMOVAL = /^(?:删除?|删掉|去掉|取消|不要)(?:了)?(.{1,12})$/;

const LONGEST_EDIT = 60;

/** Words about a line that no reader could carry out. */
export function readUnclear(words: string): Reading | undefined {
  return isShort(words) && LIKE_AN_EDIT.test(words) ? unclear(words) : undefined;
}

/** Words that wish for a change which nobody can carry out, such as 总额翻倍: hardly a line of a list. */
export function readWish(situation: Situation, text: string): Reading | undefined {
  const words = withPlainDigits(trim(text));
  if (!isShort(words)) return undefined;
  const named = NAMED_CHANGE.exec(words)?.[1] ?? NAMED_REMOVAL.exec(words)?.[1];
  const isWish =
    WISHES.some((wish) => wish.test(words)) ||
    CHAT.test(words) ||
    (named !== undefined && isNameOnForm(situation.form, named)) ||
    isAboutLine(situation, words);
  return isWish ? unclear(words) : undefined;
}

/** Whether the form calls something so: a list, a value or a column. */
function isNameOnForm({ steps }: Situation['form'], words: string): boolean {
  return [...steps.values()].some((step) => {
    const named = step.type === 'rows' ? [step, ...step.columns] : [step];
    return named.some((each) => isCalled(each, words));
  });
}

/** 第1条，280 while there is a first line: about that line, in no words that anybody knows. */
function isAboutLine({ form, answers, list }: Situation, words: string): boolean {
  const found =
    /^第\s*([\d一二三四五六七八九十]{1,3})\s*[条个]\s*(?:[：:，,]|[加减不总金其]|\d|[a-z])/.exec(
      words,
    );
  const step = form.steps.get(list ?? '');
  const at = found && lineNumber(found[1] ?? '');
  return step?.type === 'rows' && typeof at === 'number' && at < rowsOf(answers, step.id).length;
}

function isShort(words: string): boolean {
  return words.length <= LONGEST_EDIT && !words.includes('\n');
}

/** Words that look like a change, asked back about. */
export function unclear(said: string): Reading {
  return doubtOnly({ code: 'edit-unclear', said });
}

/** 第１条: full-width digits as people's keyboards give them. */
export function withPlainDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => halfWidth(digit));
}
