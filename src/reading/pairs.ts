import { isMeasured, readTargetValue } from '../domain/indicator.js';
import { halfWidth, trim } from '../domain/text.js';
import type { Column } from '../forms/form.js';
import type { ReadCell, ReadRow } from './reading.js';
import { splitAt } from './tokens.js';

/** A name and a 指标值 in one line: a tab, a colon, a comma or blanks stand between them. */
export function readPair(name: Column, value: Column, line: string): ReadRow {
  const text = trim(line);
  const [left, right] = splitPair(text);
  if (right === undefined) return { [name.id]: said(text) };
  return { [name.id]: said(left), [value.id]: said(right.replace(/[；;，,]$/, '')) };
}

/** A line this long is no name with its value. */
const LONGEST_PAIR = 500;

function splitPair(whole: string): readonly [string, string?] {
  const [left, right] = splitOutside(masked(whole));
  return right === undefined ? [unmasked(left)] : [unmasked(left), unmasked(right)];
}

/** Separators, and what stands for each while it is within brackets: a character for private use. */
const MARKS = '，；;、,：:';
const FIRST_MASK = 0xf8e0;

/** Separators within brackets separate nothing: 培训：10期（线上5期，线下5期）. */
function masked(text: string): string {
  return text.replace(/[（(][^（）()]*[)）]/g, (inner) =>
    inner.replace(/[，；;、,：:]/g, (mark) =>
      String.fromCharCode(FIRST_MASK + MARKS.indexOf(mark)),
    ),
  );
}

function unmasked(text: string): string {
  return text.replace(/[\uF8E0-\uF8E6]/g, (mask) => MARKS.charAt(mask.charCodeAt(0) - FIRST_MASK));
}

function splitOutside(text: string): readonly [string, string?] {
  if (text.length > LONGEST_PAIR) return [text];
  for (const separator of [/\t+/g, /[:：]/g, /[，；;]|,(?!\d{3}(?!\d))/g, /[\s\u3000]+/g]) {
    const pairs = [...text.matchAll(separator)].map(
      ({ 0: mark, index }) =>
        [trim(text.slice(0, index)), trim(text.slice(index + mark.length))] as const,
    );
    const whole = pairs.filter(([left, right]) => left !== '' && right !== '');
    const measured = whole.find(([, right]) => isMeasured(right));
    const [pair] = measured ? [measured] : whole;
    if (pair) return pair;
  }
  return splitGlued(text);
}

/** Words between a name and its value that belong to neither: 要达到, 保持在, 提高到. */
const BETWEEN =
  /(?:要|须|应|需|也|均|都|已|能|可)*(?:(?:保持|维持|稳定|控制|限制)(?:在|为)?|(?:提高|提升|增加|增长|降低|下降|减少|缩短)(?:到|至|为)|为|是|在|于|有)?$/;

const SIGN =
  '(?:[≥≤<>=]|不低于|不少于|不高于|不超过|不大于|达到|至少|最多|不超|约|大约|近|at least|at most|no more than|no less than)';

const DAY = String.raw`(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号]|[底末中])?(?:之?前|以前)?(?:全部|全面|基本)?(?:完成|办结|到位|完工|验收)?`;

const FIGURE = [
  DAY,
  String.raw`\d[\d,.]*\s*[-—–~～至到]\s*\d[\d,.]*\s*[^\d\s]{0,4}`,
  String.raw`\d[\d,.]*\s*[^\d\s]{0,8}(?:\s+[a-z]+){0,2}`,
  '[一二三四五六七八九]成[一二三四五六七八九]?(?:以上|以下|以内)?',
  '百分之[一二三四五六七八九十百点]+(?:以上|以下|以内)?',
].join('|');

const GLUED = new RegExp(`${SIGN}?\\s*(?:${FIGURE})$`, 'i');

/** 「举办培训班2次」, 「差错率控制在1%以内」: the value begins at its sign or its number. */
function splitGlued(text: string): readonly [string, string?] {
  const at = halfWidth(text).search(GLUED);
  const left = trim(text.slice(0, at)).replace(BETWEEN, '');
  const right = trim(text.slice(at));
  const { kind } = readTargetValue(right);
  const isRange = /^\d[\d,.]*\s*[-—–~～至到]/.test(halfWidth(right));
  const isPair = left.length > 1 && (kind === 'quantity' || kind === 'deadline' || isRange);
  return isPair ? [left, right] : [text];
}

/**
 * Several indicators in one line, each with its own value: 「群众满意度90%以上，移民满意度90%以上」, or name and value
 * in turn: 「培训人数，100人，培训次数，5次」.
 */
export function splitIndicators(line: string): readonly string[] {
  if (line.length > LONGEST_PAIR) return [line];
  const pieces = splitAt(masked(line), /[，；;、]|,(?!\d{3}(?!\d))/).map(unmasked);
  if (pieces.length < 2) return [line];
  const isPair = (piece: string) => isMeasured(splitPair(piece)[1] ?? '');
  if (pieces.every(isPair)) return pieces;
  const inTurn = pieces.length > 2 && pieces.length % 2 === 0;
  const isInTurn = inTurn && pieces.every((piece, at) => isMeasured(piece) === (at % 2 === 1));
  if (!isInTurn) return [line];
  return pieces.flatMap((name, at) => (at % 2 === 0 ? [`${name}，${pieces[at + 1] ?? ''}`] : []));
}

/** Words taken as they were said. */
export function said(words: string): ReadCell {
  return { value: words, said: words };
}
