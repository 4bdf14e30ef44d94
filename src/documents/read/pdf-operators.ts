import type { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { drawnRulings } from './drawn-rulings.js';
import { asMatrix, IDENTITY, type Matrix, multiply } from './matrix.js';
import {
  type Font,
  moveLine,
  moveOn,
  PLAIN_SETTING,
  shownPieces,
  startText,
  type TextCursor,
  type TypeSetting,
  textMatrix,
} from './pdf-text.js';
import type { Piece, Ruling } from './printed-page.js';

/** The operators of a page, by their names in pdfjs. */
export type OperatorCodes = typeof OPS;

/** What `q` saves and `Q` brings back. */
interface Pen {
  /** From the space things are drawn in to the page. */
  readonly matrix: Matrix;
  readonly setting: TypeSetting;
}

/** A page while its operators are followed. */
export interface Tracing {
  pen: Pen;
  cursor: TextCursor;
  readonly saved: Pen[];
  /** What each piece of marked content that is open is: Artifact for the head and foot of a page. */
  readonly marks: unknown[];
  readonly fonts: ReadonlyMap<unknown, Font>;
  readonly pieces: Piece[];
  readonly rulings: Ruling[];
}

type Args = readonly unknown[];
type Follow = (page: Tracing, args: Args) => void;

/** `q` within `q` that is remembered. 〔推〕 */
const DEEPEST = 400;

/** What each operator does to a page. Those left out change neither text nor lines. Source: ISO 32000-1, 8 and 9. */
export function follows(codes: OperatorCodes): ReadonlyMap<number, Follow> {
  return new Map<number, Follow>([
    [codes.save, save],
    [codes.restore, restore],
    [codes.transform, transform],
    [codes.paintFormXObjectBegin, beginForm],
    [codes.paintFormXObjectEnd, restore],
    [codes.constructPath, pathFollow(codes)],
    [codes.beginMarkedContent, mark],
    [codes.beginMarkedContentProps, mark],
    [codes.endMarkedContent, ({ marks }) => void marks.pop()],
    [codes.beginText, (page) => setCursor(page, startText(IDENTITY))],
    [codes.setTextMatrix, (page, [row]) => setCursor(page, startText(asMatrix(row) ?? IDENTITY))],
    [codes.moveText, (page, [x, y]) => move(page, number(x), number(y))],
    [codes.setLeadingMoveText, moveWithLeading],
    [codes.nextLine, (page) => move(page, 0, -page.pen.setting.leading)],
    [codes.showText, show],
    [codes.setFont, setFont],
    [codes.setCharSpacing, (page, [size]) => set(page, { characterSpacing: number(size) })],
    [codes.setWordSpacing, (page, [size]) => set(page, { wordSpacing: number(size) })],
    [codes.setHScale, (page, [percent]) => set(page, { stretch: number(percent) / 100 })],
    [codes.setLeading, (page, [size]) => set(page, { leading: number(size) })],
    [codes.setTextRise, (page, [size]) => set(page, { rise: number(size) })],
  ]);
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function save({ saved, pen }: Tracing): void {
  saved.push(pen);
  if (saved.length > DEEPEST) saved.shift();
}

function restore(page: Tracing): void {
  page.pen = page.saved.pop() ?? page.pen;
}

function transform(page: Tracing, args: Args): void {
  const matrix = multiply(page.pen.matrix, asMatrix(args) ?? IDENTITY);
  page.pen = { ...page.pen, matrix };
}

function beginForm(page: Tracing, [row]: Args): void {
  save(page);
  transform(page, [...(asMatrix(row) ?? IDENTITY)]);
}

function mark({ marks }: Tracing, [tag]: Args): void {
  const isName = typeof tag === 'object' && tag !== null && 'name' in tag;
  marks.push(isName ? tag.name : tag);
}

/** Paths come with what is done to them: pdfjs writes [operator, [steps], bounds]. */
function pathFollow(codes: OperatorCodes): Follow {
  const filling: readonly unknown[] = [codes.fill, codes.eoFill];
  const stroking: readonly unknown[] = [codes.stroke, codes.closeStroke];
  const both: readonly unknown[] = [
    codes.fillStroke,
    codes.eoFillStroke,
    codes.closeFillStroke,
    codes.closeEOFillStroke,
  ];
  return ({ rulings, pen }, [operator, steps]) => {
    const path: unknown = Array.isArray(steps) ? steps[0] : undefined;
    if (!(path instanceof Float32Array)) return;
    const stroked = stroking.includes(operator) || both.includes(operator);
    const filled = filling.includes(operator) || both.includes(operator);
    for (const ruling of drawnRulings(path, { stroked, filled }, pen.matrix)) rulings.push(ruling);
  };
}

function set(page: Tracing, change: Partial<TypeSetting>): void {
  page.pen = { ...page.pen, setting: { ...page.pen.setting, ...change } };
}

function setFont(page: Tracing, [name, size]: Args): void {
  set(page, { font: page.fonts.get(name) ?? PLAIN_SETTING.font, size: number(size) });
}

function setCursor(page: Tracing, cursor: TextCursor): void {
  page.cursor = cursor;
}

function move(page: Tracing, x: number, y: number): void {
  setCursor(page, moveLine(page.cursor, x, y));
}

function moveWithLeading(page: Tracing, [x, y]: Args): void {
  set(page, { leading: -number(y) });
  move(page, number(x), number(y));
}

function show(page: Tracing, [glyphs]: Args): void {
  const { pen, cursor } = page;
  const shown: readonly unknown[] = Array.isArray(glyphs) ? glyphs : [];
  const matrix = textMatrix(pen.matrix, cursor, pen.setting);
  const { pieces, advance } = shownPieces(shown, pen.setting, matrix);
  // What is marked so belongs to the page, not to what it says: its number, a head row that is repeated.
  if (!page.marks.includes('Artifact')) page.pieces.push(...pieces);
  setCursor(page, moveOn(cursor, pen.setting, advance));
}
