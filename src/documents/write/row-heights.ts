/** What stands in some rows, from one up to, not including, the other, and the height it needs in points. */
export interface HeightNeed {
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

/** A millimetre in points. */
export const MILLIMETRE = 72 / 25.4;
/** Line distance of a size: 15 pt for 10.5 pt, which holds every face that may stand in for ours. */
const LINE_DISTANCE = 10 / 7;
/** What a spreadsheet leaves free at the left and at the right of a text, in millimetres. */
const SIDE = 0.8;
/** How much of a line is counted on: Excel makes columns narrower on some screens and printers. 〔推〕 */
const SAFE = 0.96;
/** What must stay on one line: a Latin word or a character, with the signs that never begin a line. */
const UNBROKEN = /(?:[!-~]+|[^!-~\s])[、，。；：！？）》】〕”’…％]*|\s/gu;

/** The distance of lines in points. */
export function lineHeight(size: number): number {
  return size * LINE_DISTANCE;
}

/** How many lines a text of a size in points takes in a cell of a width in millimetres. */
export function lineCount(text: string, size: number, width: number): number {
  const room = Math.max(2, Math.floor((((width - 2 * SIDE) * MILLIMETRE) / size) * 2 * SAFE));
  return text.split('\n').reduce((lines, line) => lines + wrapped(line, room), 0);
}

/** The width of a text in millimetres. */
export function textWidth(text: string, size: number): number {
  return ((units(text) / 2) * size) / MILLIMETRE;
}

/** Half-width characters count 1, all others 2. */
function units(text: string): number {
  let width = 0;
  for (const character of text) width += character < '\u0080' ? 1 : 2;
  return width;
}

function wrapped(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const [word] of line.matchAll(UNBROKEN)) {
    const width = units(word);
    if (used + width <= room) {
      used += width;
      continue;
    }
    // A word longer than a line begins a new one and goes on over as many as it needs.
    lines += Math.ceil(width / room) - (used === 0 ? 1 : 0);
    used = width % room || room;
  }
  return lines;
}

/**
 * Heights of rows in points that hold everything that stands in them. What spans several rows comes after
 * what stands in one, and spreads what it still lacks over its rows.
 */
export function fittedHeights(count: number, needs: readonly HeightNeed[]): readonly number[] {
  const heights = Array.from({ length: count }, () => 0);
  const ordered = needs.toSorted((one, other) => one.to - one.from - (other.to - other.from));
  for (const { from, to, height } of ordered) {
    const lacking = height - heights.slice(from, to).reduce((sum, each) => sum + each, 0);
    if (lacking <= 0) continue;
    for (let row = from; row < to; row += 1)
      heights[row] = (heights[row] ?? 0) + lacking / (to - from);
  }
  return heights;
}
