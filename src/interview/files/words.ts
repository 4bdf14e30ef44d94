import { trim, withoutStop } from '../../domain/text.js';
import type { Conversation, FileUse, FileWord, Prompt } from '../state.js';

type Vocabulary = readonly (readonly [FileWord['type'], RegExp])[];

const DROP: Vocabulary = [
  ['drop', /^(?:都)?(?:不用|不要|算了|取消|发错了|不是)(?:这一?份|这个)?(?:文件|表)?$|^none$/i],
];

const KINDS: Vocabulary = [
  ...DROP,
  [
    'last-year',
    /^(?:作为|当作|当成|是|这是)*(?:去年|上年|往年|旧)(?:的|度)*(?:表|那份|申报表)?$|^last year[’']?s?(?: form)?$/i,
  ],
  [
    'this-year',
    /^(?:就填|就是|是|这是|接着填)*(?:这一?份|今年|本年|这张)(?:的|度)*(?:表|申报表)?$|^this (?:one|year[’']?s?)$|^the one to fill in$/i,
  ],
];

/** 其余都不变 takes all the rest over. 其余同去年 does not: it answers the lines that are being asked for. */
const ALL: Vocabulary = [
  [
    'adopt-all',
    /^(?:其余|剩下|余下|后面|全部|所有)的?(?:各节|部分|都|也)*(?:不变|照旧|照这样填|带入|采用|沿用)$|^(?:adopt|keep|fill in) all(?: of it)?$|^all the rest unchanged$/i,
  ],
];

/** 跳过 puts a section off with all its questions. */
const LATER: Vocabulary = [['later', /^(?:跳过|先跳过|先放一放|以后再说|skip|later)$/i]];

/** 不变 keeps what last year's form says, 改 is for what is to be changed. */
const SECTION: Vocabulary = [
  ...ALL,
  ...LATER,
  [
    'adopt',
    /^(?:本节|这一?节)?(?:不变|不改|照旧|照这样填|带入|沿用|采用|保留|同去年|一样|确认|没问题|对|是的?|好的?|可以|行|ok|yes|keep|unchanged|fill in like this)$/i,
  ],
  [
    'leave',
    /^(?:本节|这一?节)?(?:改|要改|有改动|有变化|变了|修改|重新填|重填|不带|不带入|不要|不用|不采用|change|start anew)$/i,
  ],
];

/** 采用 takes what the file says now, 不采用 leaves the filing as it is. */
const CHANGES: Vocabulary = [
  ...ALL,
  [
    'adopt',
    /^(?:采用|按文件(?:改|来)?|照文件改|改|更新|确认|没问题|对|是的?|好的?|可以|行|ok|yes|adopt)$/i,
  ],
  ['leave', /^(?:不采用|不变|不改|保持(?:原样|现在的)?|不要|不用|不|no|leave)$/i],
];

/** 不变，把2026改成2027: taken over with another year in its texts. */
const REPLACED =
  /^(.+?)[，,、；;\s]*(?:并|但|只)?(?:是)?(?:把|将)(?:里面|其中)?的?(\d{4})年?(?:都|全部?)?(?:改成|改为|换成)(\d{4})年?$/;

/** What some words say to the file that is being asked about; undefined when they are about something else. */
export function fileWord({ prompt, importing }: Conversation, text: string): FileWord | undefined {
  if (!importing) return undefined;
  const words = withoutStop(trim(text));
  const known = vocabularyFor(prompt?.importing, importing.use);
  const [, plain = words, from, to] = REPLACED.exec(words) ?? [];
  const type = known.find(([, pattern]) => pattern.test(plain))?.[0];
  if (type === undefined) return undefined;
  if (from === undefined || to === undefined) return { type };
  const isTaken = type === 'adopt' || type === 'adopt-all';
  return isTaken ? { type, year: { from, to } } : undefined;
}

/** 其余都不变 can be said at any time; the others only answer what is being asked. */
function vocabularyFor(asked: Prompt['importing'], use: FileUse | undefined): Vocabulary {
  if (asked === 'kind') return KINDS;
  if (asked === undefined) return use === undefined ? [] : ALL;
  return use === 'changes' ? CHANGES : SECTION;
}
