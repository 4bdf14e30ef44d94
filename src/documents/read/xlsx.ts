import type { Cell, CellValue, MergeRange, Sheet, SheetFilterInfo } from 'hucre';
import { cellName } from '../../domain/cell-name.js';
import type { RawDocument, RawRows } from '../../reading/raw-document.js';
import { LIMITS } from './limits.js';
import { numberAsShown } from './number-format.js';
import { isWritten, rawCell, rawDocument } from './raw.js';

/**
 * What is read of a sheet: a row and a column more than are taken, so that a sheet that goes on beyond them is
 * refused. A cell far outside is no part of a form: Excel leaves such cells behind.
 */
const RANGE = `A1:${cellName(LIMITS.rows, LIMITS.columns)}`;

/**
 * Reads the sheet of an Excel file that holds the most text; hidden ones are left out. Cells are read as a
 * person sees them: numbers in their format, formulas by the value they had. The guard has let the file pass.
 */
export async function readXlsx(data: Uint8Array): Promise<RawDocument> {
  const { readXlsx: readWorkbook } = await import('hucre/xlsx');
  const { formatValue } = await import('hucre');
  const isShown = ({ hidden, veryHidden }: SheetFilterInfo) => !hidden && !veryHidden;
  const workbook = await readWorkbook(data, { sheets: isShown, readStyles: true, range: RANGE });
  const [sheet] = workbook.sheets.toSorted((a, b) => textIn(b) - textIn(a));
  if (!sheet) return rawDocument([], []);
  const shown = (value: CellValue, cell: Cell | undefined) =>
    asShown(value, cell?.style?.numFmt, formatValue);
  return rawDocument([], rowsOf(sheet, shown));
}

/** How many characters of text a sheet holds. */
function textIn({ rows }: Sheet): number {
  return rows.flat().reduce<number>((sum, value) => sum + String(value ?? '').length, 0);
}

type Shown = (value: CellValue, cell: Cell | undefined) => string;

/** The rows up to the last one in which something is written, each up to the last such column. */
function rowsOf({ rows, cells, merges = [] }: Sheet, shown: Shown): RawRows {
  const texts = rows.map((row, at) =>
    row.map((value, column) => shown(value, cells?.get(`${at},${column}`))),
  );
  const height = texts.findLastIndex((row) => row.some(isWritten)) + 1;
  const width = Math.max(0, ...texts.map((row) => row.findLastIndex(isWritten) + 1));
  const isCovered = coveredPlaces(merges, height, width);
  return texts.slice(0, height).map((row, at) =>
    Array.from({ length: width }, (_, column) => {
      const place = { table: 0, row: at, column };
      return isCovered(at, column) ? null : rawCell(place, [row[column] ?? '']);
    }),
  );
}

/** Which places merged cells cover. Marked a row at a time: 5,000 merges over all of a sheet take a moment only. */
function coveredPlaces(merges: readonly MergeRange[], height: number, width: number) {
  const covered = new Uint8Array(height * width);
  const anchors = new Set<number>();
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const columns = Math.min(endCol + 1, width);
    for (let row = startRow; row <= Math.min(endRow, height - 1); row += 1) {
      covered.fill(1, row * width + Math.min(startCol, width), row * width + columns);
    }
    if (startCol < width) anchors.add(startRow * width + startCol);
  }
  return (row: number, column: number) =>
    covered[row * width + column] === 1 && !anchors.has(row * width + column);
}

/** A value as the sheet shows it. Text keeps its line breaks, which may be ends of paragraphs or not. */
function asShown(
  value: CellValue,
  format: string | undefined,
  formatValue: (value: unknown, format: string) => string,
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberAsShown(value, format, formatValue);
  if (value instanceof Date) return formatValue(value, format ?? 'yyyy-mm-dd');
  // 是 and 否 stand in a sheet as TRUE and FALSE.
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
