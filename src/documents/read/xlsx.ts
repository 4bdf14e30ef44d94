import type { Cell, CellValue, Sheet, SheetFilterInfo } from 'hucre';
import type { RawCell, RawDocument } from '../../reading/raw-document.js';
import { LIMITS } from './limits.js';
import { numberAsShown } from './number-format.js';
import { columnName, isWritten, rawCell, rawDocument } from './raw.js';

/** What is read of a sheet. A cell outside of it is no part of a form: Excel leaves such cells behind. */
const RANGE = `A1:${columnName(LIMITS.columns - 1)}${LIMITS.rows}`;

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

function rowsOf({ rows, cells, merges = [] }: Sheet, shown: Shown): (RawCell | null)[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const table = rows.map((row, at) =>
    Array.from({ length: width }, (_, column): RawCell | null => {
      const text = shown(row[column] ?? null, cells?.get(`${at},${column}`));
      return rawCell({ table: 0, row: at, column }, [text]);
    }),
  );
  for (const { startRow, startCol, endRow, endCol } of merges) {
    for (let row = startRow; row <= Math.min(endRow, table.length - 1); row += 1) {
      for (let column = startCol; column <= Math.min(endCol, width - 1); column += 1) {
        if (row > startRow || column > startCol) table[row]?.splice(column, 1, null);
      }
    }
  }
  const isEmpty = (row: readonly (RawCell | null)[]) =>
    !row.some((cell) => cell?.paragraphs.some(isWritten));
  return table.slice(0, table.findLastIndex((row) => !isEmpty(row)) + 1);
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
  return String(value);
}
