import { readAmount } from '../../domain/read-amount.js';
import type { SaidWords } from '../../forms/content.js';
import type { ValueStep } from '../../forms/form.js';
import type { Stretch } from './cell-words.js';

/** Words that stand where a value does. */
export interface Sighting {
  readonly step: ValueStep;
  readonly said: SaidWords;
  /** How sure it is that they are the value; the lowest is. */
  readonly rank: number;
  /** The words as they stand, to name them where they are not taken. */
  readonly shown: string;
}

export const RANKS = { title: 0, label: 1, alias: 2, line: 3, blank: 4 } as const;

export interface Settled {
  readonly values: Readonly<Record<string, SaidWords>>;
  readonly unplaced: readonly Stretch[];
}

/** One value for each blank: the surest, the first of several as sure. What says something else is named. */
export function settled(sightings: readonly Sighting[]): Settled {
  const best = new Map<string, Sighting>();
  for (const each of sightings.toSorted((a, b) => a.rank - b.rank)) {
    if (!best.has(each.step.id)) best.set(each.step.id, each);
  }
  const others = sightings.filter((each) => {
    const taken = best.get(each.step.id);
    return taken !== each && each.rank !== RANKS.blank && !isSame(each, taken);
  });
  return {
    values: Object.fromEntries([...best].map(([id, { said }]) => [id, said])),
    unplaced: others.map(({ shown, said }) => ({ words: shown, at: said.at ?? '' })),
  };
}

function isSame(one: Sighting, other: Sighting | undefined): boolean {
  const [a, b] = [one, other].map(valueIn);
  return a === b;
}

function valueIn(sighting: Sighting | undefined): string | null | undefined {
  if (sighting?.step.reads !== 'amount') return sighting?.said.words;
  const { words, unit } = sighting.said;
  const reading = readAmount(words ?? '', { head: unit });
  return reading.kind === 'amount' ? reading.amount : words;
}
