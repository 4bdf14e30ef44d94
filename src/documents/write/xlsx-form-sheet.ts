import { cellName } from '../../domain/cell-name.js';
import type { Paragraph, Sheet } from '../../forms/sheet.js';
import { PAGE } from './office-look.js';
import { fittedHeights, MILLIMETRE } from './row-heights.js';
import { figureValue, sumContent } from './xlsx-figures.js';
import { linesAbove } from './xlsx-lines.js';
import { cutAtPages, type Kept, pageStarts, rowsNeeded } from './xlsx-pages.js';
import { bandsOf, leastHeights, type Piece, tablePieces } from './xlsx-pieces.js';
import type { CellContent, PlannedCell, SheetPlan } from './xlsx-plan.js';

/** The sheet that holds the form. */
export const FORM_SHEET = '申报表';

/** The form's sheet, and where each figure of it stands. */
export interface FormPlan {
  readonly plan: SheetPlan;
  /** The cell of a paragraph: B7. */
  readonly addressOf: (paragraph: Paragraph) => string | undefined;
}

/** No row of Excel is higher, in points: it shows nothing of what is below. */
const HIGHEST_ROW = 409;
/** Eight lines: where a paragraph needs several rows, they fill a page to its end. In points. */
const PART_OF_PARAGRAPH = 120;
/** Screens show heights in steps of a pixel, in points. */
const STEP = 0.75;
/** What a page takes, in points: a little less than stands between its margins, because printers differ. 〔推〕 */
const PAGE_HEIGHT = 0.985 * (PAGE.height - PAGE.top - PAGE.bottom) * MILLIMETRE;

/**
 * Lays the form out as rows of a spreadsheet. A row of Excel can only be so high, and merged cells never get
 * the height of their text by themselves; so each paragraph of a long text gets a row of its own, with no rule
 * between them, and heights are worked out from the lengths of the texts.
 *
 * A single paragraph that is higher than a row may be is merged over as many rows as it needs: it stays one
 * cell, so that who reads the file finds one paragraph. One that is higher than a page goes on over pages
 * without a rule at their ends, and a line of it may be parted there.
 *
 * Pages are planned too, with a break before each: a spreadsheet leaves what is merged over two pages without
 * a rule between them, and parts the characters of a label that stands there.
 */
export function planForm(sheet: Sheet): FormPlan {
  const bands = bandsOf(sheet);
  const pieces = [...linesAbove(sheet), ...tablePieces(sheet, bands)];
  const needs = [...pieces, ...leastHeights(sheet, bands)];
  const { heights, startOf } = rowsOf(fittedHeights(bands.at(-1) ?? 0, needs));
  const addresses = new Map(
    pieces.map(({ paragraph, from, column }) => [paragraph, cellName(startOf(from), column)]),
  );
  const addressOf = (paragraph: Paragraph) => addresses.get(paragraph);
  const cells = pieces.map((piece) => {
    const cell = placed(piece, startOf, contentOf(piece, sheet, addressOf));
    return { cell, whole: rowsNeeded(cell, piece.height, heights) };
  });
  const kept = [...cells.map(({ whole }) => whole), ...keptRows(sheet, bands, startOf)];
  const breaks = pageStarts(heights, PAGE_HEIGHT, kept);
  return {
    plan: {
      name: FORM_SHEET,
      columns: sheet.columns,
      rows: heights,
      breaks,
      cells: cells.flatMap(({ cell, whole }) => cutAtPages(cell, whole, breaks)),
    },
    addressOf,
  };
}

/** Heights of the spreadsheet's rows, and the first row of each band: a band may be too high for one. */
function rowsOf(bands: readonly number[]) {
  const heights: number[] = [];
  const starts: number[] = [];
  for (const band of bands) {
    const rows = band > HIGHEST_ROW ? Math.ceil(band / PART_OF_PARAGRAPH) : 1;
    starts.push(heights.length);
    const height = Math.round(band / rows / STEP + (rows > 1 ? 1 / 2 : 0)) * STEP;
    heights.push(...Array.from({ length: rows }, () => height));
  }
  return { heights, startOf: (band: number) => starts[band] ?? heights.length };
}

function placed(
  { from, to, column, columnSpan, style }: Piece,
  startOf: (band: number) => number,
  content: CellContent,
): PlannedCell {
  const row = startOf(from);
  return { row, rowSpan: startOf(to) - row, column, columnSpan, content, style };
}

function keptRows(
  { rows }: Sheet,
  bands: readonly number[],
  startOf: (band: number) => number,
): readonly Kept[] {
  return rows.flatMap(({ kept }, row) =>
    kept ? [{ from: startOf(bands[row] ?? 0), to: startOf(bands[row + 1] ?? 0) }] : [],
  );
}

function contentOf(
  { cell, paragraph }: Piece,
  { cells }: Sheet,
  addressOf: (paragraph: Paragraph) => string | undefined,
): CellContent {
  const { sums, column } = cell ?? {};
  if (!sums) return figureValue(paragraph);
  const terms = cells
    .filter(({ row, column: other }) => other === column && row >= sums[0] && row < sums[1])
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap((term) => {
      const place = addressOf(term);
      return term.figure && place ? [{ figure: term.figure, address: place }] : [];
    });
  return sumContent(paragraph, terms);
}
