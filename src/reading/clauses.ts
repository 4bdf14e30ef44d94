import { readAmount } from '../domain/read-amount.js';
import type { Segment } from './segments.js';
import type { Term, Vocabulary } from './vocabulary.js';

/** What a sentence is made of: words for a name, all the rest for a name, or nothing for the rest. */
export type Clause =
  | {
      readonly type: 'value';
      readonly term: Term;
      readonly words: string;
      readonly hasColon: boolean;
      /** 其中 stands before it. */
      readonly isWithin: boolean;
    }
  | {
      readonly type: 'remainder';
      readonly key: string;
      readonly said: string;
      /** 剩下都是 X, as opposed to 全部是 X: other parts have been named. */
      readonly isRest: boolean;
    }
  | { readonly type: 'zero-rest'; readonly said: string };

/** Joins segments to clauses; undefined when one of them makes no sense. */
export function clausesOf(
  segments: readonly Segment[],
  vocabulary: Vocabulary,
): Clause[] | undefined {
  const clauses: Clause[] = [];
  for (let at = 0; at < segments.length; ) {
    const found = clauseAt(segments, at, vocabulary);
    if (!found) return undefined;
    clauses.push(found.clause);
    at += found.length;
  }
  return clauses;
}

/** 基本支出一共1480.2万: words that name the total only where no other name stands before them. */
const IN_ALL = /^(?:总共|一共|共计|合计|总计)$/;

interface Found {
  readonly clause: Clause;
  /** How many segments it is made of. */
  readonly length: 1 | 2;
}

function clauseAt(
  segments: readonly Segment[],
  at: number,
  { terms }: Vocabulary,
): Found | undefined {
  const segment = segments[at];
  const next = segments[at + 1];
  if (!segment) return undefined;
  const term = terms.get(segment.words);
  if (term) return termClause(term, segment, next);
  const target = next && isBare(next) ? terms.get(next.words) : undefined;
  if (next && target && segment.value === '') {
    return remainder(target.key, `${segment.words}${next.words}`, segment.kind === 'rest');
  }
  return segment.kind === 'rest' ? restClause(segment, target) : undefined;
}

function termClause(term: Term, segment: Segment, next: Segment | undefined): Found {
  const { words, value, hasColon, isWithin } = segment;
  const isOpen = next !== undefined && isBare(segment);
  // 项目支出就是剩下的
  if (isOpen && next.kind === 'rest' && next.value === '') {
    return remainder(term.key, `${words}${next.words}`, true);
  }
  const isInAll = isOpen && IN_ALL.test(next.words) && next.value !== '';
  return isInAll
    ? { clause: { type: 'value', term, words: next.value, hasColon, isWithin }, length: 2 }
    : { clause: { type: 'value', term, words: value, hasColon, isWithin }, length: 1 };
}

/** 其余为0, or 剩下800是政府性基金: the figure is named before its line. */
function restClause({ words, value }: Segment, target: Term | undefined): Found | undefined {
  if (isZero(value)) return { clause: { type: 'zero-rest', said: `${words}${value}` }, length: 1 };
  const figure = value.replace(/(?:就?是|为|归)$/, '');
  return target && readAmount(figure).kind === 'amount'
    ? {
        clause: { type: 'value', term: target, words: figure, hasColon: false, isWithin: false },
        length: 2,
      }
    : undefined;
}

function remainder(key: string, said: string, isRest: boolean): Found {
  return { clause: { type: 'remainder', key, said, isRest }, length: 2 };
}

/** A name that stands alone. */
function isBare({ kind, value, hasColon }: Segment): boolean {
  return kind === 'term' && value === '' && !hasColon;
}

function isZero(words: string): boolean {
  const reading = readAmount(words);
  return reading.kind === 'zero' || (reading.kind === 'amount' && reading.amount === '0');
}
