import { firstUnit } from './line-breaks.js';
import type { Box } from './printed-page.js';
import type { TextLine } from './text-lines.js';

/** The lines of a cell, or of the part of it that stands on one page, between the cell's borders. */
export interface CellPart extends Box {
  readonly lines: readonly TextLine[];
}

type Alignment = 'left' | 'middle' | 'right';

/** Two lines of a cell, one below the other. */
export interface LinePair {
  readonly before: TextLine;
  readonly after: TextLine;
  /** Between their baselines, in points; undefined when a page ends between them. */
  readonly distance: number | undefined;
  /** What the first one leaves of its line, in em. */
  readonly room: number;
  readonly alignment: Alignment;
}

/** The widest margin within a cell, in points, that is no indent; and that of a cell with its text in the middle. */
const WIDEST_MARGIN = 8;
const MARGIN = 3;
/** Text is in the middle when the gaps at its sides differ by no more points: signs at an end take half their room. */
const OFF = 6;

/** The lines of a cell, each with the next. */
export function pairsOf(parts: readonly CellPart[]): readonly LinePair[] {
  const alignment = alignmentOf(parts);
  const placed = parts.flatMap((part) => {
    const behind = roomBehind(part, alignment);
    return part.lines.map((line) => ({ line, part, room: behind(line) }));
  });
  return placed.slice(1).flatMap(({ line: after, part }, at) => {
    const own = placed[at];
    if (!own) return [];
    const distance = own.part === part ? after.y - own.line.y : undefined;
    return [{ before: own.line, after, distance, room: own.room, alignment }];
  });
}

/** What a line leaves of the room between the margins of its cell, in em. */
export function roomBehind(
  { lines, left, right }: CellPart,
  alignment: Alignment,
): (line: TextLine) => number {
  const indent = Math.min(...lines.map((line) => line.left)) - left;
  const margin = alignment === 'left' ? Math.min(WIDEST_MARGIN, Math.max(0, indent)) : MARGIN;
  const reached = Math.max(...lines.map((line) => line.right));
  const edge = Math.min(right, Math.max(right - margin, reached));
  return (line) => {
    const width = line.right - line.left;
    return (
      (alignment === 'left' ? edge - line.right : right - left - 2 * margin - width) / line.size
    );
  };
}

/** Whether the next line's first word and so many em more would have found room. */
export function leavesRoom(
  { room, after }: Pick<LinePair, 'room' | 'after'>,
  more: number,
): boolean {
  return room > firstUnit(after.text) + more;
}

/** How a cell's text is set, told from its shortest line: full ones look alike. */
export function alignmentOf(parts: readonly CellPart[]): Alignment {
  const gaps = parts.flatMap(({ lines, left, right }) =>
    lines.map((line) => ({ before: line.left - left, behind: right - line.right })),
  );
  const [shortest] = gaps.toSorted(
    (one, other) => other.before + other.behind - one.before - one.behind,
  );
  if (!shortest) return 'left';
  const { before, behind } = shortest;
  if (Math.abs(before - behind) <= OFF) return 'middle';
  return before < behind ? 'left' : 'right';
}
