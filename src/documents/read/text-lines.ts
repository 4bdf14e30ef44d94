import { isLatin } from './line-breaks.js';
import type { Piece } from './printed-page.js';

/** A line of text, in points from the page's top left corner. */
export interface TextLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Its baseline. */
  readonly y: number;
  readonly size: number;
}

/** Pieces whose baselines are nearer, in em, stand on one line. */
const SAME_LINE = 0.4;
/**
 * A gap that is wider, in em, is a blank. Between words; between Chinese characters and figures, where writers
 * leave a quarter to set them off; measured on LibreOffice and Typst, which both write real blanks.
 */
const WORD_GAP = 0.2;
const WIDE_GAP = 0.75;
/** A gap that is wider, in em, parts what stands at the left from what stands at the right. */
const APART = 2;
/** Blanks that are wider, in em, are such a gap: 填报单位：某局　　　　　负责人：某某. */
const BLANKS = 4;

/** How a gap between two pieces reads. */
type Joint = (gap: number, before: string, after: string) => string;

/** The lines that pieces of text make, from the top. A gap within a line is at most one blank. */
export function textLines(pieces: readonly Piece[]): readonly TextLine[] {
  return lines(pieces, blankFor);
}

/** The same, with a tab between what stands far apart. */
export function partedLines(pieces: readonly Piece[]): readonly TextLine[] {
  const isWritten = ({ text, width, size }: Piece) => text.trim() !== '' || width < BLANKS * size;
  return lines(pieces.filter(isWritten), (gap, before, after) =>
    gap > APART ? '\t' : blankFor(gap, before, after),
  );
}

function lines(pieces: readonly Piece[], joint: Joint): readonly TextLine[] {
  const levels: Piece[][] = [];
  for (const piece of pieces.toSorted((one, other) => one.y - other.y)) {
    if (piece.text === '') continue;
    const level = levels.at(-1);
    const last = level?.at(-1);
    if (last && piece.y - last.y <= SAME_LINE * Math.max(piece.size, last.size)) level?.push(piece);
    else levels.push([piece]);
  }
  return levels.map((level) => line(level, joint)).filter(({ text }) => text.trim() !== '');
}

function line(level: readonly Piece[], joint: Joint): TextLine {
  const sorted = level.toSorted((one, other) => one.x - other.x).filter(isNew);
  const size = Math.max(...sorted.map((piece) => piece.size));
  const text = sorted.reduce((before, piece, at) => {
    const last = sorted[at - 1];
    if (!last) return piece.text;
    const gap = (piece.x - last.x - last.width) / size;
    return `${before}${joint(gap, before, piece.text)}${piece.text}`;
  }, '');
  return { text, ...extent(sorted), y: Math.max(...sorted.map(({ y }) => y)), size };
}

/** Blanks at either end take no room. */
function extent(pieces: readonly Piece[]): { readonly left: number; readonly right: number } {
  const written = pieces.filter(({ text }) => text.trim() !== '');
  const last = written.at(-1);
  return { left: written[0]?.x ?? 0, right: last ? last.x + last.width : 0 };
}

/** Some writers make text bold by setting it twice, a hair apart. */
function isNew({ text, x, size }: Piece, at: number, pieces: readonly Piece[]): boolean {
  const last = pieces[at - 1];
  return !(last && last.text === text && x - last.x < size * WORD_GAP);
}

function blankFor(gap: number, before: string, after: string): string {
  if (/\s$/.test(before) || /^\s/.test(after)) return '';
  const isInWords = isLatin(before.at(-1)) && isLatin(after.at(0));
  return gap > (isInWords ? WORD_GAP : WIDE_GAP) ? ' ' : '';
}
