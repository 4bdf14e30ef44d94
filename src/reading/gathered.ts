import { type Amount, compare } from '../domain/amount.js';
import type { HeadUnit } from '../domain/read-amount.js';
import type { WordsDoubt } from './cells.js';
import type { ReadCell } from './reading.js';
import type { Vocabulary } from './vocabulary.js';

/** What the sentence is read against. */
export interface Context {
  readonly vocabulary: Vocabulary;
  /** What is on the form already, by key. */
  readonly known: (key: string) => string | null | undefined;
  /** The blanks that were asked for: what 其余为0 means when no other is named. */
  readonly asked: readonly string[];
  /** Blanks that are already being asked back about: nothing is reckoned from them. */
  readonly doubtful?: readonly string[];
  /** The unit of figures that name none, where the words before them gave one. */
  readonly unit?: HeadUnit | undefined;
  /** What figures can hardly exceed, by key, in 万元. */
  readonly ceilings?: Readonly<Record<string, Amount | undefined>>;
  /** Whether 全部是 X may take back what the other parts hold: of one line, not of the form. */
  readonly overrides?: true;
  readonly today: string;
}

/** A doubt and the blank it is about. */
export interface KeyedDoubt {
  readonly key: string;
  readonly doubt: WordsDoubt;
}

/** What has been taken from a sentence so far. */
export interface Gathered {
  cells: Map<string, ReadCell>;
  doubts: KeyedDoubt[];
  parts: Map<string, { words: string[]; amounts: Amount[] }>;
  /** Whether a figure of the sentence is in 元: then the others may be, too. */
  readonly saysYuan: boolean;
}

/** Two different figures for one blank are a question, never the later one. */
export function put(key: string, cell: ReadCell, { cells, doubts }: Gathered): void {
  const earlier = cells.get(key);
  if (earlier === undefined || sameValue(earlier.value, cell.value)) {
    cells.set(key, cell);
    return;
  }
  cells.delete(key);
  const candidates = [earlier.value, cell.value].filter((value) => value !== null);
  doubts.push({
    key,
    doubt: { code: 'conflict', said: `${earlier.said}、${cell.said}`, candidates },
  });
}

function sameValue(left: string | null, right: string | null): boolean {
  if (left === null || right === null) return left === right;
  return left === right || (/^[\d.]+$/.test(left + right) && compare(left, right) === 0);
}
