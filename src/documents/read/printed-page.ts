/** Some characters on a page, upright. Points, from the page's top left corner. */
export interface Piece {
  readonly text: string;
  /** Where it begins. */
  readonly x: number;
  /** Its baseline. */
  readonly y: number;
  readonly width: number;
  /** The size of its type. */
  readonly size: number;
}

/** A line that is drawn across a page or down it, in points from the page's top left corner. */
export interface Ruling {
  readonly direction: 'across' | 'down';
  /** Its y when it goes across, its x when it goes down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a page of a PDF shows, without pictures and colours. */
export interface Page {
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly rulings: readonly Ruling[];
}

/** A part of a page. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How far above its baseline the middle of a character stands, in em. */
const MIDDLE = 0.35;

/** Whether the middle of some characters stands in a box. */
export function isWithin({ x, y, width, size }: Piece, { left, right, top, bottom }: Box): boolean {
  const [across, down] = [x + width / 2, y - size * MIDDLE];
  return left <= across && across <= right && top <= down && down <= bottom;
}

/** Pieces sorted by their baselines, from a height on and down to another. */
export function piecesBetween(
  sorted: readonly Piece[],
  top: number,
  bottom: number,
): readonly Piece[] {
  return sorted.slice(firstFrom(sorted, top), firstFrom(sorted, bottom));
}

function firstFrom(sorted: readonly Piece[], height: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.y ?? 0) < height) low = middle + 1;
    else high = middle;
  }
  return low;
}
