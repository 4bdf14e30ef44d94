import { type Box, isWithin, type Page } from './printed-page.js';
import { partedLines, type TextLine } from './text-lines.js';

/** A line within this share of a page's height from its upper or lower edge may be its head or foot. */
const EDGE = 0.12;
/** — 1 —, 第 1 页 共 3 页, 1/3, with what a foot may say before it. */
const PAGE_NUMBER =
  /(?:^|[\s\u3000])(?:[—–-]\s*\d{1,4}\s*[—–-]|第\s*\d{1,4}\s*页.{0,12}|\d{1,4}\s*[/／]\s*\d{1,4})$|^\d{1,4}$/u;

/** The lines of each page that stand in none of its boxes, without those that every page has. */
export function linesOutside(
  pages: readonly Page[],
  boxes: readonly (readonly Box[])[],
): readonly (readonly TextLine[])[] {
  const lines = pages.map(({ pieces }, at) =>
    partedLines(pieces.filter((piece) => !boxes[at]?.some((box) => isWithin(piece, box)))),
  );
  const counts = new Map<string, number>();
  for (const key of lines.flatMap((own) => own.map(keyOf)))
    counts.set(key, (counts.get(key) ?? 0) + 1);
  return lines.map((own, at) => {
    const height = pages[at]?.height ?? 0;
    return own.filter((line) => {
      const isAtEdge = line.y < height * EDGE || line.y > height * (1 - EDGE);
      const repeats = (counts.get(keyOf(line)) ?? 0) > 1;
      return !(isAtEdge && (repeats || PAGE_NUMBER.test(line.text.trim())));
    });
  });
}

/** What is the same for a line that repeats on pages: its place, and its words but for the number. */
function keyOf({ text, y }: TextLine): string {
  return `${Math.round(y / 2)} ${text.replace(/\d+/g, '#')}`;
}
