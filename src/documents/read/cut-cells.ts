import { goingOn, isVertical } from './cell-text.js';
import { type FilledCell, hasText, linesOf } from './filled-table.js';

/** Edges this close to each other, in points, on two pages are the same. */
const SAME_EDGE = 3;
/** The room that a line takes at most, in em, with what is free below it. 〔推〕 */
const LINE = 2;
/** A cell of so many rows is beside them on purpose; a head may stand beside two. 〔推〕 */
const MANY_ROWS = 3;

/** A cell at the top of a page, and the one as wide as it at the end of the page before. */
export interface CellPair {
  readonly cell: FilledCell;
  readonly before: FilledCell | undefined;
}

export function pairOf(cell: FilledCell, above: readonly FilledCell[]): CellPair {
  const before = above.find(
    ({ left, right }) => isSameEdge(left, cell.left) && isSameEdge(right, cell.right),
  );
  return { cell, before };
}

/** Whether two edges on different pages are the same. */
export function isSameEdge(one: number, other: number): boolean {
  return Math.abs(one - other) <= SAME_EDGE;
}

/**
 * Whether the first row of a page is the rest of the last row of the page before: some of its cells were
 * finished there and are empty here, and each that has text goes on with what stands there. Writers close a
 * cut row with borders on both pages (measured on LibreOffice), so that lines do not tell.
 */
export function isCutRow(pairs: readonly CellPair[]): boolean {
  const isFinished = pairs.some(
    ({ cell, before }) => !hasText(cell) && before?.rowSpan === 1 && hasText(before),
  );
  const ways = pairs.filter(({ cell }) => hasText(cell)).map(wayOn);
  // Where several cells have text, they may be the answers of a new row: no sentence ends in both by chance.
  const isOn = ways.every((way) => way === 'within') || (ways.length === 1 && ways[0] === 'anew');
  return isFinished && ways.length > 0 && isOn && pairs.every(isPaired);
}

function isPaired({ before }: CellPair): boolean {
  return before !== undefined;
}

function wayOn({ cell, before }: CellPair): 'within' | 'anew' | 'not' {
  const [last, next] = [before?.parts.at(-1), cell.parts[0]];
  return last && next ? goingOn(last, next) : 'not';
}

/**
 * Whether a cell beside several rows goes on at the top of a page, as all at its left do. One that has a single
 * row on each page does so only under a head that is parted there, or where its column groups rows elsewhere:
 * else it is an answer left blank.
 */
export function hangsOver(
  pairs: readonly CellPair[],
  at: number,
  all: readonly FilledCell[],
): boolean {
  const { cell, before } = pairs[at] ?? {};
  if (!cell || !before) return false;
  const isBesideRows =
    before.rowSpan > 1 ||
    cell.rowSpan > 1 ||
    !pairs.every(isPaired) ||
    all.some((other) => other.rowSpan >= MANY_ROWS && isPaired(pairOf(other, [before])));
  return (
    isBesideRows &&
    pairs.filter((pair) => pair.cell.left <= cell.left).every((pair) => mayHangOver(pair, all))
  );
}

/** Its text stands on one of both pages, or the page's end cuts it in two. */
function mayHangOver({ cell, before }: CellPair, all: readonly FilledCell[]): boolean {
  if (!before) return false;
  return !hasText(cell) || !hasText(before) || isCutLabel(before, cell, all);
}

/**
 * Whether two cells are a label cut in two: one from top to bottom that fills its cell; or one in a column whose
 * labels end alike, as 数量指标 and 质量指标 do, that ends so only together: 可持续影 and 响指标.
 */
function isCutLabel(before: FilledCell, cell: FilledCell, all: readonly FilledCell[]): boolean {
  if (isVertical([...linesOf(before), ...linesOf(cell)])) return isFilled(before);
  const others = all.filter((other) => isPaired(pairOf(other, [before])));
  const ending = commonest(others.map(endingOf));
  const areGroups = others.some(({ rowSpan }) => rowSpan >= MANY_ROWS);
  return areGroups && endingOf(cell) === ending && endingOf(before) !== ending;
}

/** Whether no other line would have had room. */
function isFilled({ parts }: FilledCell): boolean {
  const part = parts.at(-1);
  const last = part?.lines.at(-1);
  return !!part && !!last && part.bottom - last.y < LINE * last.size;
}

/** The last two characters of a label. */
function endingOf(cell: FilledCell): string {
  const text = linesOf(cell)
    .map((line) => line.text.trim())
    .join('');
  return text.slice(-2);
}

function commonest(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts.filter((each) => each !== ''))
    counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}
