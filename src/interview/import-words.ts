import { trim, withoutStop } from '../domain/text.js';
import type { Conversation, FileUse, ImportWord, Prompt } from './state.js';

const KINDS: readonly (readonly [ImportWord, RegExp])[] = [
  [
    'last-year',
    /^(?:作为|当作|当成|是|这是)*(?:去年|上年|往年|旧)(?:的|度)*(?:表|那份|申报表)?$|^last year'?s?$/i,
  ],
  [
    'this-year',
    /^(?:就填|就是|是|这是|接着填)*(?:这一?份|今年|本年|这张)(?:的|度)*(?:表|申报表)?$|^this (?:one|year'?s?)$/i,
  ],
];

const ALL: readonly (readonly [ImportWord, RegExp])[] = [
  [
    'adopt-all',
    /^(?:其余|剩下|余下|后面|其他|全部|全|所有)的?(?:各节|部分|都|也)*(?:不变|照旧|带入|采用|沿用|确认|同去年)$|^(?:adopt|keep) all$/i,
  ],
];

/** 不变 keeps what last year's form says, 改 asks anew. */
const SECTION: readonly (readonly [ImportWord, RegExp])[] = [
  ...ALL,
  [
    'adopt',
    /^(?:本节|这一?节)?(?:不变|不改|照旧|带入|沿用|采用|保留|同去年|一样|确认|没问题|对|是的?|好的?|可以|行|ok|yes|keep|unchanged)$/i,
  ],
  [
    'leave',
    /^(?:本节|这一?节)?(?:改|要改|有改动|有变化|变了|修改|重新填|重填|不带|不带入|不要|不用|不采用|change)$/i,
  ],
];

/** 采用 takes what the file says now, 不采用 leaves the filing as it is. */
const CHANGES: readonly (readonly [ImportWord, RegExp])[] = [
  ...ALL,
  [
    'adopt',
    /^(?:采用|按文件(?:改|来)?|照文件改|改|更新|确认|没问题|对|是的?|好的?|可以|行|ok|yes|adopt)$/i,
  ],
  ['leave', /^(?:不采用|不变|不改|保持(?:原样)?|不要|不用|不|no|leave)$/i],
];

/** What some words say to the file that is being asked about; undefined when they are about something else. */
export function importWord(
  { prompt, importing }: Conversation,
  text: string,
): ImportWord | undefined {
  if (!importing) return undefined;
  const words = withoutStop(trim(text));
  const known = vocabularyFor(prompt?.importing, importing.use);
  return known.find(([, pattern]) => pattern.test(words))?.[0];
}

/** 其余都不变 can be said at any time; the others only answer what is being asked. */
function vocabularyFor(asked: Prompt['importing'], use: FileUse | undefined) {
  if (asked === 'kind') return KINDS;
  if (asked === undefined) return use === undefined ? [] : ALL;
  return use === 'changes' ? CHANGES : SECTION;
}
