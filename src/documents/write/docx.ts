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
import { type Cell, cellsByRow, type Line, type Sheet, textOf } from '../../forms/sheet.js';

/** A4 with its margins in millimetres; 174 mm between the side margins. Margins 〔推〕. */
const PAGE = { width: 210, height: 297, top: 20, right: 18, bottom: 18, left: 18 };
/** Type faces by name: the office's own machines have them. Source: domain notes 3.2 〔推〕. */
const FACES = {
  title: '方正小标宋简体',
  label: '宋体',
  head: '黑体',
  text: '仿宋_GB2312',
} as const;
/** Sizes in half points. */
const SIZE = { title: 44, line: 24, cell: 21 } as const;
/** Line distance in cells: 15 pt, in twentieths of a point. */
const LINE_HEIGHT = 300;
/** 1 pt between paragraphs, in twentieths: a reader of the PDF made from it can tell a new one from a full line. */
const PARAGRAPH_GAP = 20;
/** Space kept free for the seal above the table, in millimetres. 〔推〕 */
const SEAL_SPACE = 4;

/** A full-width character of a cell, in millimetres: 10.5 pt. */
const CHARACTER = 3.704;
/** Left and right margin of a cell in millimetres; amounts need all the room of their narrow columns. */
const CELL_MARGIN = 1;
const AMOUNT_MARGIN = 0.3;
/** Sizes for amounts in half points: 五号, 小五, and smaller ones for what still does not fit on a line. 〔推〕 */
const AMOUNT_SIZES = [SIZE.cell, 18, 16, 15, 14, 13] as const;
const HALF_POINT = 25.4 / 144;

const LATIN = 'Times New Roman';
const GRID_BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** Writes a form as a Word file. */
export async function writeDocx({ sheet }: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: sheet.title,
    creator: '申报助手',
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
              footer: twips(10),
            },
          },
        },
        footers: { default: footer(sheet.draftMark) },
        children: [...sheet.before.map(line), table(sheet), closing()],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
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
          new TextRun({ text: left, font: font(FACES.head), size: SIZE.line, color: 'C00000' }),
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
  const { columns, rows, cells } = sheet;
  const byRow = cellsByRow(sheet);
  const amountSize = amountSizes(cells, columns);
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

function isAmount({ role }: Cell): boolean {
  return role === 'amount' || role === 'sum';
}

function widthOf({ column, columnSpan }: Cell, columns: readonly number[]): number {
  return columns.slice(column, column + columnSpan).reduce((total, each) => total + each, 0);
}

/** The size of each amount: 2204.32万元 must not break before 元, and columns read evenly in one size. */
function amountSizes(cells: readonly Cell[], columns: readonly number[]): (cell: Cell) => number {
  const largestOf = (cell: Cell) => {
    const room = widthOf(cell, columns) - 2 * AMOUNT_MARGIN;
    const longest = characters(textOf(cell));
    return AMOUNT_SIZES.find((size) => longest * size * HALF_POINT <= room) ?? 13;
  };
  const areOrdinary = cells.filter(isAmount).every((cell) => largestOf(cell) === SIZE.cell);
  return (cell) => (areOrdinary ? SIZE.cell : Math.min(18, largestOf(cell)));
}

/** The length of an amount in full-width characters, with the quarter that is set between figures and 万元. */
function characters(amount: string): number {
  const figures = amount.replace(/\D/g, '').length;
  const points = amount.includes('.') ? 1 : 0;
  const unit = amount.length - figures - points;
  return figures / 2 + points / 4 + unit + (unit > 0 ? 1 / 4 : 0);
}

function tableCell(
  cell: Cell,
  columns: readonly number[],
  amountSize: (cell: Cell) => number,
): TableCell {
  const width = widthOf(cell, columns);
  const margin = twips(AMOUNT_MARGIN);
  return new TableCell({
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    width: { size: twips(width), type: WidthType.DXA },
    verticalAlign: cell.role === 'sign' ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
    ...(isAmount(cell) && { margins: { left: margin, right: margin } }),
    children: cell.paragraphs.map(
      ({ text }, at) =>
        new Paragraph({
          alignment: ALIGNMENTS[cell.align],
          indent: evenIndent(cell, text, width),
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
                ...(isAmount(cell) && { size: amountSize(cell) }),
              }),
          ),
        }),
    ),
  });
}

/**
 * Indents that make a label of several lines break into even ones (年度预／算申请, not 年度预算申／请), a vertical
 * one into single characters, without cutting the text itself: whoever reads the file finds the label whole.
 * Text that is turned would stand off the middle wherever its cell goes on over a page.
 */
function evenIndent({ role, vertical }: Cell, text: string, width: number) {
  const room = width - 2 * CELL_MARGIN;
  const length = text.length * CHARACTER;
  if ((role !== 'label' && role !== 'group') || (length <= room && !vertical)) return {};
  const lines = vertical ? text.length : Math.ceil(length / room);
  const line = Math.ceil(text.length / lines) * CHARACTER + 0.4;
  const indent = twips(Math.max(0, (room - line) / 2));
  return { left: indent, right: indent };
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
    draftMark === undefined ? [] : [new TextRun({ text: `${draftMark}　　`, color: 'C00000' })];
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
