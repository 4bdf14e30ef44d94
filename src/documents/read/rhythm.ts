import { type CellPart, type LinePair, leavesRoom, pairsOf } from './line-pairs.js';

/** How far baselines are apart in a document, in points: within a paragraph, and where a new one begins. */
export interface Rhythm {
  readonly line: number;
  readonly paragraph: number;
}

/** What a distance says of two lines: they stand in one paragraph, in two, or nobody knows. */
export type Spacing = 'within' | 'between' | 'unknown';

/** A paragraph begins where the distance is so much larger, in points. Our own writers leave 1 pt. */
const PARAGRAPH_GAP = 0.6;
/** Distances this close to each other, in points, are the same. */
const SAME_DISTANCE = 0.3;
/** A distance that is more than so many times the smallest holds an empty line. 〔推〕 */
const EMPTY_LINE = 1.6;
/** The room, in em, that a line leaves when it is not full. */
const SHORT = 0.5;

/**
 * What a distance says in a document of this rhythm.
 *
 * @param closest the smallest distance of the same cell.
 */
export function spacingOf(
  distance: number | undefined,
  closest: number,
  rhythm: Rhythm | undefined,
): Spacing {
  if (distance === undefined) return 'unknown';
  if (distance > closest * EMPTY_LINE) return 'between';
  if (isAbout(distance, rhythm?.paragraph)) return 'between';
  return isAbout(distance, rhythm?.line) ? 'within' : 'unknown';
}

/**
 * The distances that most cells with two of them agree on, if lines are full before the smaller and often are not
 * before the larger one. Where fonts of different heights mix, distances differ too, but mean nothing.
 */
export function rhythmOf(cells: readonly (readonly CellPart[])[]): Rhythm | undefined {
  const pairs = cells.map(pairsOf);
  const rhythm = mostCommon(pairs.flatMap(distancesOf));
  if (!rhythm) return undefined;
  const all = pairs.flat().filter(({ alignment }) => alignment === 'left');
  const within = all.filter(({ distance }) => isAbout(distance, rhythm.line));
  const between = all.filter(({ distance }) => isAbout(distance, rhythm.paragraph));
  const isShort = (pair: LinePair) => leavesRoom(pair, SHORT);
  const isTold =
    within.filter(isShort).length * 2 <= within.length &&
    between.filter(isShort).length * 3 >= between.length;
  return isTold ? rhythm : undefined;
}

function isAbout(distance: number | undefined, expected: number | undefined): boolean {
  if (distance === undefined || expected === undefined) return false;
  return Math.abs(distance - expected) <= SAME_DISTANCE;
}

/** The two distances of a cell that has two. */
function distancesOf(pairs: readonly LinePair[]): readonly Rhythm[] {
  const distances = pairs.flatMap(({ distance }) => distance ?? []);
  const line = Math.min(...distances);
  const isLarger = (distance: number) =>
    distance >= line + PARAGRAPH_GAP && distance <= line * EMPTY_LINE;
  const paragraph = Math.min(...distances.filter(isLarger));
  return Number.isFinite(paragraph) ? [{ line, paragraph }] : [];
}

function mostCommon(rhythms: readonly Rhythm[]): Rhythm | undefined {
  const byKind = new Map<string, Rhythm[]>();
  for (const rhythm of rhythms) {
    const kind = `${Math.round(rhythm.line * 2)} ${Math.round(rhythm.paragraph * 2)}`;
    const alike = byKind.get(kind);
    if (alike) alike.push(rhythm);
    else byKind.set(kind, [rhythm]);
  }
  const [most] = [...byKind.values()].toSorted((one, other) => other.length - one.length);
  return most?.[Math.floor(most.length / 2)];
}
