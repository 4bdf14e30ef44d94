import type { Cell, Line, Sheet } from '../../forms/sheet.js';
import { AMOUNT_MARGIN, amountSizes, cellWidth, isAmount } from './amount-size.js';
import { evenIndent } from './even-indent.js';
import { lineCount, pieces, printable, watermarkOf } from './print-text.js';

/** Size of the text in cells, in points. */
const SIZE = 10.5;
/** Left and right margin of a cell in millimetres. */
const CELL_MARGIN = 1;
/** Line distance, in millimetres: 15 pt. */
const LINE = (15 * 25.4) / 72;
/** How wide Noto Serif SC sets figures and points, in em. Source: its hmtx table. */
const FIGURES = { figure: 0.56, point: 0.33 };
/**
 * Rows up to this height in millimetres are kept on one page. What is kept and higher than a page loses its
 * end without a word in Typst, and a high row that moves to the next page leaves a hole: 80 mm is a third of one.
 */
const KEPT_HEIGHT = 80;
const POINT = 25.4 / 72;

/** A paragraph's lines, each in pieces between which it may break too. */
export interface PrintedParagraph {
  readonly lines: readonly (readonly string[])[];
  /** At both sides, in millimetres. */
  readonly indent: number;
}

/** A cell as the template draws it. */
export interface PrintedCell
  extends Pick<Cell, 'row' | 'column' | 'rowSpan' | 'columnSpan' | 'role' | 'align'> {
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
  /** Left and right, in millimetres. */
  readonly margin: number;
  /** Its text must not break across pages. */
  readonly kept: boolean;
  readonly paragraphs: readonly PrintedParagraph[];
}

/** A sheet as the template draws it: everything that can be worked out has been. */
export interface TypstPlan {
  readonly title: string;
  readonly before: readonly {
    readonly role: Line['role'];
    readonly left: string;
    readonly right: string;
  }[];
  readonly columns: readonly number[];
  /** The least height of each row, in millimetres. */
  readonly rows: readonly number[];
  readonly cells: readonly PrintedCell[];
  /** What stands in the footer of every page of a draft. */
  readonly mark: string | null;
  readonly watermark: string | null;
}

/** Works out what the template needs to draw a sheet. */
export function typstPlan(sheet: Sheet): TypstPlan {
  const { title, before, columns, rows, cells, draftMark } = sheet;
  const amountSize = amountSizes(sheet, FIGURES);
  const isKept = keptRows(sheet);
  return {
    title: printable(title),
    before: before.map(({ role, texts: [left = '', right = ''] }) => ({
      role,
      left: printable(left),
      right: printable(right),
    })),
    columns,
    rows: rows.map(({ minHeight }) => minHeight),
    cells: cells.map((cell) =>
      printed(cell, columns, isAmount(cell) ? amountSize(cell) : SIZE, isKept),
    ),
    mark: draftMark ?? null,
    watermark: watermarkOf(sheet) ?? null,
  };
}

function printed(
  cell: Cell,
  columns: readonly number[],
  size: number,
  isKept: (row: number) => boolean,
): PrintedCell {
  const { row, column, rowSpan, columnSpan, role, align } = cell;
  const margin = isAmount(cell) ? AMOUNT_MARGIN : CELL_MARGIN;
  const room = cellWidth(cell, columns) - 2 * margin;
  return {
    ...{ row, column, rowSpan, columnSpan, role, align, size, margin },
    bold: role === 'label' || role === 'head',
    kept: rowSpan === 1 ? isKept(row) : heightOf(cell, columns) <= KEPT_HEIGHT,
    paragraphs: cell.paragraphs.map(({ text }) => ({
      lines: printable(text)
        .split('\n')
        .map((line) => pieces(line, room / (size * POINT))),
      indent: evenIndent(cell, text, room),
    })),
  };
}

/** The rows that are to be kept whole and are low enough for it. */
function keptRows({ rows, cells, columns }: Sheet): (row: number) => boolean {
  const heights = rows.map(() => 0);
  for (const cell of cells.filter(({ rowSpan }) => rowSpan === 1)) {
    heights[cell.row] = Math.max(heights[cell.row] ?? 0, heightOf(cell, columns));
  }
  return (row) => rows[row]?.kept === true && (heights[row] ?? 0) <= KEPT_HEIGHT;
}

/** How high a cell's text is at most, in millimetres. */
function heightOf(cell: Cell, columns: readonly number[]): number {
  const room = (cellWidth(cell, columns) - 2 * CELL_MARGIN) / (SIZE * POINT);
  const lines = ({ text }: { readonly text: string }) =>
    cell.vertical ? text.length : lineCount(text, room);
  return cell.paragraphs.reduce((height, paragraph) => height + lines(paragraph) * LINE, 0);
}
