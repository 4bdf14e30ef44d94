import ExcelJS from 'exceljs';
import type { Paper } from '../../src/app/ports.js';
import { textOf } from '../../src/forms/sheet.js';

/** exceljs: the same cells, merges, borders and fonts, without formulas. */
export async function withExceljs({ sheet }: Paper): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet('申报表');
  page.columns = sheet.columns.map((width) => ({ width: width / 2 }));
  const thin = { style: 'thin' } as const;
  for (const cell of sheet.cells) {
    const [top, left] = [cell.row + 1, cell.column + 1];
    const [bottom, right] = [top + cell.rowSpan - 1, left + cell.columnSpan - 1];
    if (bottom > top || right > left) page.mergeCells(top, left, bottom, right);
    const target = page.getCell(top, left);
    target.value = textOf(cell);
    target.font = { name: '仿宋_GB2312', size: 10.5 };
    target.alignment = { horizontal: cell.align, vertical: 'middle', wrapText: true };
    target.border = { top: thin, left: thin, bottom: thin, right: thin };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
