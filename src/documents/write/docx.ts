import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Paper } from '../../app/ports.js';
import { type Cell, cellsByRow, type Line, type Sheet } from '../../forms/sheet.js';
import { AMOUNT_MARGIN, amountSizes, cellWidth, isAmount } from './amount-size.js';
import { evenIndent } from './even-indent.js';
import { AUTHOR, FACES, PAGE, RED, SEAL_SPACE } from './office-look.js';
import { withDeclaration } from './package.js';

/** Sizes in half points. */
const SIZE = { title: 44, line: 24, cell: 21 } as const;
/** Line distance in cells: 15 pt, in twentieths of a point. */
const LINE_HEIGHT = 300;
/** 1 pt between paragraphs, in twentieths: a reader of the PDF made from it can tell a new one from a full line. */
const PARAGRAPH_GAP = 20;
/** Left and right margin of a cell in millimetres. */
const CELL_MARGIN = 1;
/** How wide Times New Roman sets figures and points, in em. */
const FIGURES = { figure: 1 / 2, point: 1 / 4 };

const LATIN = 'Times New Roman';
const GRID_BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** Writes a form as a Word file. */
export async function writeDocx({ sheet, declaration, at }: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: sheet.title,
    creator: AUTHOR,
    lastModifiedBy: AUTHOR,
    styles: { default: { document: { run: { font: font(FACES.text), size: SIZE.cell } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              top: twips(PAGE.top),
              right: twips(PAGE.right),
              bottom: twips(PAGE.bottom),
              left: twips(PAGE.left),
              footer: twips(PAGE.edge),
            },
          },
        },
        footers: { default: footer(sheet.draftMark) },
        children: [...sheet.before.map(line), table(sheet), closing()],
      },
    ],
  });
  return withDeclaration(new Uint8Array(await Packer.toArrayBuffer(document)), declaration, at);
}

function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

function font(eastAsia: string) {
  return { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia };
}

function line({ role, texts }: Line): Paragraph {
  const [left = '', right = ''] = texts;
  const textWidth = twips(PAGE.width - PAGE.left - PAGE.right);
  switch (role) {
    case 'draft-mark':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: left, font: font(FACES.head), size: SIZE.line, color: RED }),
        ],
      });
    case 'table-number':
      return new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ text: left, font: font(FACES.head), size: SIZE.line })],
      });
    case 'title':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: left, font: font(FACES.title), size: SIZE.title, bold: true }),
        ],
      });
    case 'year':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: left, size: SIZE.line })],
      });
    case 'signatures':
      return new Paragraph({
        spacing: { before: twips(SEAL_SPACE), after: 40 },
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [new TextRun({ text: `${left}\t${right}`, size: SIZE.line })],
      });
    default:
      return role satisfies never;
  }
}

function table(sheet: Sheet): Table {
  const { columns, rows } = sheet;
  const byRow = cellsByRow(sheet);
  const amountSize = amountSizes(sheet, FIGURES);
  const width = columns.reduce((total, column) => total + column, 0);
  return new Table({
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: columns.map(twips),
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { top: 20, bottom: 20, left: twips(CELL_MARGIN), right: twips(CELL_MARGIN) },
    borders: {
      top: GRID_BORDER,
      bottom: GRID_BORDER,
      left: GRID_BORDER,
      right: GRID_BORDER,
      insideHorizontal: GRID_BORDER,
      insideVertical: GRID_BORDER,
    },
    rows: rows.map(
      ({ minHeight, kept }, row) =>
        new TableRow({
          cantSplit: kept,
          height: { value: twips(minHeight), rule: HeightRule.ATLEAST },
          children: (byRow[row] ?? []).map((cell) => tableCell(cell, columns, amountSize)),
        }),
    ),
  });
}

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

function tableCell(
  cell: Cell,
  columns: readonly number[],
  amountSize: (cell: Cell) => number,
): TableCell {
  const width = cellWidth(cell, columns);
  const margin = twips(AMOUNT_MARGIN);
  return new TableCell({
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    width: { size: twips(width), type: WidthType.DXA },
    verticalAlign: cell.role === 'sign' ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
    ...(isAmount(cell) && { margins: { left: margin, right: margin } }),
    children: cell.paragraphs.map(({ text }, at) => {
      const indent = twips(evenIndent(cell, text, width - 2 * CELL_MARGIN));
      return new Paragraph({
        alignment: ALIGNMENTS[cell.align],
        ...(indent > 0 && { indent: { left: indent, right: indent } }),
        spacing: {
          line: LINE_HEIGHT,
          lineRule: LineRuleType.EXACT,
          ...(cell.role === 'text' && at > 0 && { before: PARAGRAPH_GAP }),
        },
        children: text.split('\n').map(
          (line, broken) =>
            new TextRun({
              text: line,
              ...(broken > 0 && { break: 1 }),
              ...faceOf(cell),
              ...(isAmount(cell) && { size: amountSize(cell) * 2 }),
            }),
        ),
      });
    }),
  });
}

function faceOf({ role }: Cell) {
  switch (role) {
    case 'label':
    case 'head':
      return { font: font(FACES.label), bold: true };
    case 'group':
    case 'text':
    case 'amount':
    case 'sum':
    case 'sign':
      return { font: font(FACES.text) };
    default:
      return role satisfies never;
  }
}

function footer(draftMark: string | undefined): Footer {
  const mark =
    draftMark === undefined ? [] : [new TextRun({ text: `${draftMark}　　`, color: RED })];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          ...mark,
          new TextRun({ children: ['— '] }),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun({ children: [' —'] }),
        ],
      }),
    ],
  });
}

/** Word wants a paragraph after a table: one point high, so that it never makes a page of its own. */
function closing(): Paragraph {
  return new Paragraph({
    spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [new TextRun({ text: '', size: 2 })],
  });
}
