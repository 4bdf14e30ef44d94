import { blankBetween } from './line-breaks.js';
import {
  alignmentOf,
  type CellPart,
  type LinePair,
  leavesRoom,
  pairsOf,
  roomBehind,
} from './line-pairs.js';
import { type Rhythm, type Spacing, spacingOf } from './rhythm.js';
import type { TextLine } from './text-lines.js';

/** A line that could have held the next word and so much more, in em, was ended on purpose. 〔推〕 */
const CLEARLY_SHORT = 2.5;
/** The same, in em, where the distances say that both lines are one paragraph. */
const SHORT = 0.5;
/** A line that has no room for the next word and so much more, in em, is full. */
const FULL = 0.1;

/** What begins a paragraph: 1、 2．（一） 三、 目标1： ①. */
const NUMBERING =
  /^(?:\d{1,2}(?:、|[．.](?!\d))|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|目标[一二三四五六七八九十\d]{1,2}|[①-⑳])/u;
const SENTENCE_END = /[。；;！!？?：:.”]\s*$/u;
const IN_BRACKETS = /^[（(].*[）)]$/u;

/** How a line's text goes on in the next: in the same line as it was written, in a line of its own, or not. */
type Joint = 'joined' | 'broken' | 'ended';

/** The paragraphs of a cell. A break within one is a newline. */
export function paragraphsOf(
  parts: readonly CellPart[],
  rhythm: Rhythm | undefined,
): readonly string[] {
  const lines = parts.flatMap((part) => part.lines);
  if (isVertical(lines)) return [lines.map(({ text }) => text.trim()).join('')];
  const paragraphs = lines.slice(0, 1).map(({ text }) => text);
  const pairs = pairsOf(parts);
  const closest = Math.min(...pairs.flatMap(({ distance }) => distance ?? []));
  for (const pair of pairs) {
    const joint = jointOf(pair, spacingOf(pair.distance, closest, rhythm));
    const last = joint === 'ended' ? undefined : paragraphs.pop();
    paragraphs.push(last === undefined ? pair.after.text : written(last, pair.after.text, joint));
  }
  return paragraphs.map((text) => text.trim());
}

/** A label that is written from top to bottom: a character a line. */
export function isVertical(lines: readonly TextLine[]): boolean {
  return (
    lines.length > 1 && lines.every(({ text }) => /^(?:\p{L}\p{M}*|[（）])$/u.test(text.trim()))
  );
}

function written(before: string, after: string, joint: Joint): string {
  const blank = joint === 'broken' ? '\n' : blankBetween(before, after);
  return `${before.trimEnd()}${blank}${after.trimStart()}`;
}

function jointOf(pair: LinePair, spacing: Spacing): Joint {
  if (spacing === 'between') return 'ended';
  if (spacing === 'unknown' || pair.alignment !== 'left') return guessedJoint(pair);
  return leavesRoom(pair, SHORT) ? 'broken' : 'joined';
}

/** What a line's length and the beginning of the next one say, where distances say nothing. 〔推〕 */
function guessedJoint(pair: LinePair): Joint {
  const { before, after, alignment } = pair;
  if (leavesRoom(pair, CLEARLY_SHORT)) return 'ended';
  if (alignment === 'middle' && IN_BRACKETS.test(after.text.trim())) return 'ended';
  return NUMBERING.test(after.text) && SENTENCE_END.test(before.text) ? 'ended' : 'joined';
}

/**
 * How the text of a cell may go on with that on the next page: within a paragraph, whose last line here is full;
 * with a new one, as one ends here; or not at all. A single line in the middle of its cell is a short answer or
 * a label. 〔推〕
 */
export function goingOn(part: CellPart, next: CellPart): 'within' | 'anew' | 'not' {
  const [last, first] = [part.lines.at(-1), next.lines[0]];
  if (!last || !first) return 'not';
  const alignment = alignmentOf([part, next]);
  const isSingle = part.lines.length < 2;
  if (alignment !== 'left' && isSingle) return 'not';
  if (SENTENCE_END.test(last.text)) {
    return NUMBERING.test(first.text) || (alignment === 'left' && !isSingle) ? 'anew' : 'not';
  }
  const room = roomBehind(part, alignment)(last);
  return leavesRoom({ room, after: first }, FULL) ? 'not' : 'within';
}
