import type { Vocabulary } from './vocabulary.js';

/** A name found in a sentence, and what stands between it and the next name. */
export interface Segment {
  readonly kind: 'term' | 'rest' | 'all';
  /** The name as the vocabulary knows it. */
  readonly words: string;
  /** Without connecting words; "" when the name stands alone. */
  readonly value: string;
  readonly hasColon: boolean;
  /** 其中 stands before it: it is part of what was named before. */
  readonly isWithin: boolean;
}

/** What may stand before the first name. */
const LEAD =
  /^(?:[\s,，、;；:：。.]|其中|按..性质分|应该|我们?局|局里|全年|今年|本年度?|当年|我们|[我本]单位|预算|那|就|把|将|我?要?填|申?报|please|set|change|and|the|(?:修改|改)(?=.))*$/i;
/** What may stand between a name and its value. */
const VERB =
  /^\s*[:：=]?\s*(?:就?改成|改为|改到|改回|换成|应该是|应该?为|应是|调整[为到成]|更正为|占了?|给了|的|变[成为]|都是|均为|全是|就是|都|是|为|有|叫|填|写|出|拨|给|安排|投入?|共计|共|计|is\b|are\b|to\b|=)?\s*[:：]?\s*/i;
/** The same before words, which may begin with 共 or 计 themselves: 共青团, 计量所. */
const TEXT_VERB =
  /^\s*(?:[:：=]\s*|(?:就?改成|改为|改到|改回|换成|应该是|应该?为|应是|更正为|变[成为]|就是|是|为|叫|填|写|is\b|to\b)?\s*[:：]?\s*)/i;
/** What may stand between a value and the next name. */
const TRAIL =
  /(?:[,，、;；。:：\s]|其中|包括|包含|另外|还有|以及|再?加上?|[和与及]|\band\b|\bthe\b)+$/i;
const WITHIN = /(?:其中|包括|包含|含)[:：]?\s*$/;
/** Words behind a name that say nothing of their own: 都是财政的, 都是财政给的. */
const EMPTY = /^(?:的|给的|出的|拨的|来的|安排的|资金|的钱|就|了)*$/;
const TEXT_END = /[\n,，;；。]|\s{2,}|\s(?=[^\s:：]{2,12}[:：是为叫])/;

/** Cuts a half-width sentence at its names; undefined when it does not begin with one. */
export function segmentsOf(
  text: string,
  { pattern, terms, blanks }: Vocabulary,
): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  const find = new RegExp(pattern);
  let found = find.exec(text);
  if (!found || !LEAD.test(text.slice(0, found.index))) return undefined;
  let isWithin = WITHIN.test(text.slice(0, found.index));
  while (found) {
    const words = found[0].toLowerCase();
    const from = found.index + words.length;
    const term = terms.get(words);
    const isText = term !== undefined && blanks.get(term.key)?.reads === 'text';
    find.lastIndex = isText ? endOfText(text, from) : from;
    const next = find.exec(text);
    const raw = text.slice(from, next?.index ?? text.length);
    const value = raw.replace(TRAIL, '').replace(isText ? TEXT_VERB : VERB, '');
    segments.push({
      kind: kindOf(found),
      words,
      value: EMPTY.test(value) ? '' : value,
      hasColon: /^\s*[:：]/.test(raw),
      isWithin,
    });
    isWithin = WITHIN.test(raw);
    found = next;
  }
  return segments;
}

function kindOf({ groups }: RegExpExecArray): Segment['kind'] {
  if (groups?.['rest']) return 'rest';
  return groups?.['all'] ? 'all' : 'term';
}

/** Words such as a unit's name may hold a label themselves (某县财政局): they end at a stop, not at a label. */
function endOfText(text: string, from: number): number {
  const start = from + (TEXT_VERB.exec(text.slice(from))?.[0].length ?? 0);
  const length = text.slice(start).search(TEXT_END);
  return length < 0 ? text.length : start + length;
}
