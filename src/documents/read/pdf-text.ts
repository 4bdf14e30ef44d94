import { apply, type Matrix, multiply } from './matrix.js';
import type { Piece } from './printed-page.js';

/** What is needed of a font to tell where its characters stand. */
export interface Font {
  /** From the units of its widths to the size of its type: 0.001, except in fonts made of drawings. */
  readonly unit: number;
  /** Its lines run from top to bottom. */
  readonly vertical: boolean;
}

/** How text is set: what a page saves and brings back together with its transformation. */
export interface TypeSetting {
  readonly font: Font;
  readonly size: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  /** How much wider than usual: 1. */
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
}

export const PLAIN_SETTING: TypeSetting = {
  font: { unit: 0.001, vertical: false },
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
};

/** A shift within shown text that is larger, in em, begins a new piece: it is no kerning. */
const KERNING = 0.2;
/** How far a line of text may lean, as a share of its length, and still count as straight. */
const LEANING = 0.02;
/** How much of a character stands above its baseline. */
const ASCENT = 0.88;

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/**
 * The pieces of text that some glyphs make, which start at `matrix`. Text that is turned is left out, such as a
 * watermark; what runs straight down, a label beside many rows, comes character by character.
 *
 * @param shown glyphs and shifts as pdfjs lists them: a shift is in thousandths of an em, to the left.
 */
export function shownPieces(
  shown: readonly unknown[],
  setting: TypeSetting,
  matrix: Matrix,
): { readonly pieces: readonly Piece[]; readonly advance: number } {
  const { characters, advance } = setCharacters(shown, setting);
  const isDown = setting.font.vertical ? isUpright(matrix) : runsDown(matrix);
  if (isDown) return { pieces: characters.map((each) => standing(each, setting, matrix)), advance };
  const isShown = !setting.font.vertical && isUpright(matrix);
  return { pieces: isShown ? runs(characters, setting, matrix) : [], advance };
}

/** A character and the way it takes, in units of text space from where the text starts. */
interface SetCharacter {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function setCharacters(shown: readonly unknown[], setting: TypeSetting) {
  const { font, size, characterSpacing, wordSpacing, stretch } = setting;
  const characters: SetCharacter[] = [];
  let at = 0;
  for (const item of shown) {
    // Vertical text goes down from its start: there a shift adds where it takes away elsewhere.
    if (typeof item === 'number') at += (((font.vertical ? 1 : -stretch) * item) / 1000) * size;
    if (!isGlyph(item)) continue;
    const width = font.vertical ? size : item.width * font.unit * size;
    const spacing = characterSpacing + (item.isSpace ? wordSpacing : 0);
    const to = at + (font.vertical ? width - spacing : (width + spacing) * stretch);
    characters.push({ text: item.unicode.replace(/[\u200B\u2060\uFEFF]/g, ''), from: at, to });
    at = to;
  }
  return { characters, advance: at };
}

function isGlyph(item: unknown): item is Glyph {
  return (
    typeof item === 'object' &&
    item !== null &&
    'unicode' in item &&
    typeof item.unicode === 'string' &&
    'width' in item &&
    typeof item.width === 'number'
  );
}

/** Characters in pieces that no wide shift parts. Blanks are pieces of their own: they take room, but show nothing. */
function runs(
  characters: readonly SetCharacter[],
  { size }: TypeSetting,
  matrix: Matrix,
): readonly Piece[] {
  const found: SetCharacter[] = [];
  for (const { text, from, to } of characters) {
    const last = found.at(-1);
    const isNear = last && Math.abs(from - last.to) <= KERNING * size;
    if (isNear && isBlank(last.text) === isBlank(text)) {
      found[found.length - 1] = { text: last.text + text, from: last.from, to };
    } else found.push({ text, from, to });
  }
  const wide = Math.hypot(matrix[0], matrix[1]);
  return found.map(({ text, from, to }) => {
    const [x, y] = apply(matrix, from, 0);
    return { text, x, y, width: (to - from) * wide, size: heightOf(matrix) * size };
  });
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** A character of a line that runs down the page, as if it stood there upright. */
function standing({ text, from, to }: SetCharacter, setting: TypeSetting, matrix: Matrix): Piece {
  const size = heightOf(matrix) * setting.size;
  const [x, y] = setting.font.vertical ? apply(matrix, 0, -from) : apply(matrix, from, 0);
  // Turned letters have their feet on the left; those of a vertical font hang from their middle.
  const left = setting.font.vertical ? x - size / 2 : x - (1 - ASCENT) * size;
  return { text, x: left, y: y + ASCENT * (to - from), width: size, size };
}

function heightOf(matrix: Matrix): number {
  return Math.hypot(matrix[2], matrix[3]);
}

function isUpright([a, b]: Matrix): boolean {
  return a > 0 && Math.abs(b) <= LEANING * a;
}

function runsDown([a, b]: Matrix): boolean {
  return b > 0 && Math.abs(a) <= LEANING * b;
}

/** A place within a text object, which `from` moves on from its line's start. */
export interface TextCursor {
  readonly matrix: Matrix;
  readonly x: number;
  readonly y: number;
  readonly lineX: number;
  readonly lineY: number;
}

export function startText(matrix: Matrix): TextCursor {
  return { matrix, x: 0, y: 0, lineX: 0, lineY: 0 };
}

/** The start of another line, so far from the start of this one. */
export function moveLine(cursor: TextCursor, x: number, y: number): TextCursor {
  const [lineX, lineY] = [cursor.lineX + x, cursor.lineY + y];
  return { ...cursor, lineX, lineY, x: lineX, y: lineY };
}

export function moveOn(cursor: TextCursor, { font }: TypeSetting, advance: number): TextCursor {
  return font.vertical
    ? { ...cursor, y: cursor.y - advance }
    : { ...cursor, x: cursor.x + advance };
}

/** From text space at the cursor to the page. */
export function textMatrix(page: Matrix, cursor: TextCursor, { rise }: TypeSetting): Matrix {
  return multiply(multiply(page, cursor.matrix), [1, 0, 0, 1, cursor.x, cursor.y + rise]);
}
