import { trim } from '../domain/text.js';
import { type Form, isCalled } from '../forms/form.js';

/** Longest message that is taken for a correction; anything longer is content. */
const LONGEST = 200;

type Rewriting = readonly [pattern: RegExp, standard: string];

const LINE = '第?\\s*[\\d一二三四五六七八九十]{1,3}\\s*[条个项行]?';
const BECOMES = '(?:应该?(?:是|为)|应是|才是|是|改成|改为|该是)';
const WRONG = '(?:写错|填错|记错|弄错|说错|搞错|错|不对|有误)了?';

/** How people talk about changes, and the sentence that the readers of changes know for it. */
const REWRITINGS: readonly Rewriting[] = [
  // 财政写错了，是1230.4 · 总额不对，应为1100万
  [new RegExp(`^(.{1,20}?)${WRONG}[，,、。\\s]*${BECOMES}\\s*(\\S.*)$`, 's'), '$1改成$2'],
  // 基本支出不是712.9，是721.9
  [/^(.{1,20}?)不是([^，,]{1,30})[，,\s]*(?:而?是|应该?[是为])\s*(\S.*)$/s, '$1改成$3'],
  // 其他资金也跟着改，改成50
  [/^(.{1,20}?)(?:也|都)?(?:跟着|一起)?改(?:一下)?[，,]\s*改[成为]\s*(\S.*)$/s, '$1改成$2'],
  // 第1条去掉前面“我们的职责是：”这几个字
  [
    /^(?:把|将)?(第.{1,5}?条)(?:里面?|中)?的?(?:(?:前面|后面|里面?|开头|结尾)的?)?(?:去掉|删掉|删除|去除)(?:(?:前面|后面|里面?|开头|结尾)的?)?[“"「](.+?)[”"」](?:这.{0,6}字)?(?:去掉|删掉)?$/s,
    '$1里的“$2”改成“”',
  ],
  // 第1条不对，删了 · 第二条也删
  [
    new RegExp(`^(${LINE})(?:${WRONG}[，,\\s]*|也|都)(?:删|删了|删掉|删除|不要|去掉)了?$`),
    '删除$1',
  ],
  // 第4到10条都不要 · 这两条都删了 · 时效指标从第3条往后都删掉
  [/^(?:把|将)?(.{1,20}?)(?:都|全部?|也)(?:删|删了|删掉|删除|不要|不要了|去掉)了?$/, '删除$1'],
  // 任务漏了一条：… · 还有一条：…
  [/^(.{0,12}?)(?:漏了|少了|缺了|还有|再来)一[条个项]\s*[:：，,]\s*(\S.*)$/s, '加一条$1：$2'],
  // 水土保持那条总额改成75 · 古籍那条和文献那条合并
  [
    /^(?:把|将)(.{2,30}?)那[条个项行]和(.{2,30}?)那[条个项行]合并(?:成一条|起来)?$/,
    '合并“$1”和“$2”',
  ],
  [/^(?:把|将)?([^“”"，,]{2,30}?)那[条个项行]的?(?=\S*改[成为])(.+)$/s, '“$1”的$2'],
];

const ENGLISH: readonly Rewriting[] = [
  [
    /^(?:please\s+)?(?:delete|remove|drop)\s+(?:the\s+)?(?:line|row|task|item|no\.?)\s*(\d+)$/i,
    '删除第$1条',
  ],
  [
    /^(?:please\s+)?(?:delete|remove|drop)\s+the\s+last\s+(?:line|row|task|item|one)$/i,
    '删除最后一条',
  ],
  [
    /^(?:please\s+)?merge\s+(?:lines?|rows?|tasks?|items?)\s*(\d+)\s*(?:and|,|&)\s*(\d+)$/i,
    '合并第$1、$2条',
  ],
  [
    /^(?:please\s+)?move\s+(?:line|row|task|item)\s*(\d+)\s+to\s+(?:line\s+|row\s+|position\s+)?(\d+)$/i,
    '第$1条移到第$2条',
  ],
  [
    /^(?:please\s+)?(?:change|set)\s+(?:line|row|task|item)\s*(\d+)\s+to\s+(\S.*)$/is,
    '第$1条改成$2',
  ],
  [
    /^(?:please\s+)?(?:change|set)?\s*(?:line|row|task|item)\s*(\d+)[,:]?\s+(\S.*\d.*)$/is,
    '第$1条$2',
  ],
  [/^(?:please\s+)?add\s+(?:a\s+)?(?:line|row|task|item)\s*[:：]\s*(\S.*)$/is, '加一条：$1'],
];

/** Puts a correction as it is talked about into the words that the readers know; else the text as it is. */
export function rephrased(form: Form, text: string): string {
  const words = trim(text).replace(/[。.！!]$/, '');
  if (words.length > LONGEST || /[\n\t]/.test(words)) return text;
  const plain = withListBehind(
    form,
    words.replace(/^(?:那么?|嗯|哦|对了|等等|抱歉|不好意思)[，,\s]+(?=.)/, ''),
  );
  for (const [pattern, standard] of [...REWRITINGS, ...ENGLISH]) {
    if (pattern.test(plain)) return plain.replace(pattern, standard);
  }
  return plain === words ? text : plain;
}

/** 职责删除第1、2条: the list before what is to be done with its lines. */
function withListBehind(form: Form, words: string): string {
  const found = /^(.{2,16}?)(?:里|中|的)?(删除|删掉|去掉|合并)(第.+)$/.exec(words);
  const [, name = '', verb = '', lines = ''] = found ?? [];
  const isList = [...form.steps.values()].some(
    (step) => step.type === 'rows' && isCalled(step, name),
  );
  return isList ? `${verb}${name}${lines}` : words;
}
