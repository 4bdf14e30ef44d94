import type { Cell as HucreCell, CellStyle as HucreStyle, WriteSheet } from 'hucre/xlsx';
import { writeXlsx as writeWorkbook } from 'hucre/xlsx';
import type { Paper } from '../../app/ports.js';
import { Exact } from '../../domain/amount.js';
import { AUTHOR, FACES, PAGE, RED } from './office-look.js';
import { withDeclaration } from './package.js';
import {
  type CellContent,
  type CellStyle,
  type CellValue,
  type PlannedCell,
  planWorkbook,
  type SheetPlan,
} from './xlsx-plan.js';

/** Writes a form as an Excel file: the form, and a sheet of checks behind it. */
export async function writeXlsx({ sheet, declaration, at }: Paper): Promise<Uint8Array> {
  const { title, sheets, draftMark } = planWorkbook(sheet);
  const data = await writeWorkbook({
    sheets: sheets.map((plan) => worksheet(plan, draftMark)),
    defaultFont: { name: FACES.label, size: 11 },
    properties: { title, creator: AUTHOR, lastModifiedBy: AUTHOR, created: new Date(at) },
  });
  return withDeclaration(data, declaration, at);
}

function worksheet(
  { name, columns, rows, breaks, cells }: SheetPlan,
  mark: string | undefined,
): WriteSheet {
  return {
    name,
    columns: columns.map((width) => ({ width: characters(width) })),
    rowDefs: new Map(rows.map((height, row) => [row, { height }])),
    cells: new Map(cells.flatMap(hucreCells)),
    merges: cells.filter(isMerged).map(({ row, column, rowSpan, columnSpan }) => ({
      startRow: row,
      startCol: column,
      endRow: row + rowSpan - 1,
      endCol: column + columnSpan - 1,
    })),
    // hucre counts the row before a break.
    rowBreaks: breaks.map((row) => row - 1),
    view: { showGridLines: false },
    pageSetup: PAGE_SETUP,
    headerFooter: {
      oddFooter: '&C— &P —',
      ...(mark !== undefined && { oddHeader: `&C&K${RED}${mark.replaceAll('&', '&&')}` }),
    },
  };
}

const INCH = 25.4;

/** One page wide and as many long as it takes. No rows are repeated: the form's three heads differ. */
const PAGE_SETUP: NonNullable<WriteSheet['pageSetup']> = {
  paperSize: 'a4',
  orientation: 'portrait',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: {
    top: PAGE.top / INCH,
    right: PAGE.right / INCH,
    bottom: PAGE.bottom / INCH,
    left: PAGE.left / INCH,
    header: PAGE.edge / INCH,
    footer: PAGE.edge / INCH,
  },
};

/** Pixels of a digit in 宋体 11, of which Excel makes a column's width, and in an inch. */
const DIGIT = 8;
const PIXELS = 96;

/** A width in millimetres as Excel counts it, in whole pixels. Source: ECMA-376 part 1, 18.3.1.13. */
function characters(millimetres: number): number {
  return Math.floor((millimetres / INCH) * PIXELS) / DIGIT;
}

function isMerged({ rowSpan, columnSpan }: PlannedCell): boolean {
  return rowSpan > 1 || columnSpan > 1;
}

/** A planned cell, and those it covers: each has to be ruled for itself. */
function hucreCells(cell: PlannedCell): [string, Partial<HucreCell>][] {
  const { row, column, rowSpan, columnSpan } = cell;
  const style = hucreStyle(cell.style);
  return Array.from({ length: rowSpan * columnSpan }, (_, at) => [
    `${row + Math.floor(at / columnSpan)},${column + (at % columnSpan)}`,
    { style, ...(at === 0 && hucreContent(cell.content)) },
  ]);
}

function hucreContent(content: CellContent): Partial<HucreCell> {
  switch (content.kind) {
    case 'formula':
      return { formula: content.formula, formulaResult: plainValue(content.result) };
    case 'number':
      return { value: plainValue(content) };
    case 'text':
      return content.text === '' ? {} : hucreText(content.text);
    default:
      return content satisfies never;
  }
}

/**
 * Text as a run of rich text, because hucre writes text that reads like an error of Excel (#N/A) as that
 * error. What reads like an escape (_x0041_) is escaped, or it would be read as the character it stands for.
 */
function hucreText(text: string): Partial<HucreCell> {
  const escaped = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return text.startsWith('#') ? { richText: [{ text: escaped }] } : { value: escaped };
}

/** The plan has made sure that a number of the file holds the amount exactly. */
function plainValue(value: CellValue): string | number {
  return value.kind === 'text' ? value.text : new Exact(value.amount).toNumber();
}

const LINE = { style: 'thin', color: { rgb: '000000' } } as const;

function hucreStyle(style: CellStyle): HucreStyle {
  const { face, size, bold, color, align, valign, fit, stacked, edges, format } = style;
  return {
    font: { name: face, size, ...(bold && { bold }), ...(color && { color: { rgb: color } }) },
    alignment: {
      horizontal: align,
      vertical: valign,
      ...(stacked
        ? { textRotation: 255 }
        : fit === 'wrap'
          ? { wrapText: true }
          : { shrinkToFit: true }),
    },
    border: {
      ...(edges.top && { top: LINE }),
      ...(edges.bottom && { bottom: LINE }),
      ...(edges.sides && { left: LINE, right: LINE }),
    },
    ...(format && { numFmt: format }),
  };
}
