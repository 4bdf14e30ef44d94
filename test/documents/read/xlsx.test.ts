import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CellValue, WriteSheet } from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readXlsx } from '../../../src/documents/read/xlsx.js';
import { excelCell, excelFile } from '../../support/hostile-files.js';

async function readSheets(...sheets: readonly WriteSheet[]) {
  const { rows } = await readXlsx(await writeXlsx({ sheets: [...sheets] }));
  return rows.map((row) => row.map((cell) => cell?.paragraphs.join('\n') ?? null));
}

/** A sheet with one cell in a format of its own. */
function formatted(value: CellValue, numFmt: string): WriteSheet {
  return { name: '表', rows: [[value]], cells: new Map([['0,0', { value, style: { numFmt } }]]) };
}

describe('the cells of a sheet', () => {
  test('stand where the sheet has them, empty ones too', async () => {
    const data = await writeXlsx({
      sheets: [
        {
          name: '表',
          rows: [
            ['部门名称', null, '司法局'],
            [null, '甲'],
          ],
        },
      ],
    });
    expect((await readXlsx(data)).rows).toEqual([
      [
        { at: 'A1', paragraphs: ['部门名称'] },
        { at: 'B1', paragraphs: [] },
        { at: 'C1', paragraphs: ['司法局'] },
      ],
      [
        { at: 'A2', paragraphs: [] },
        { at: 'B2', paragraphs: ['甲'] },
        { at: 'C2', paragraphs: [] },
      ],
    ]);
  });

  test('cover the places that are merged with them', async () => {
    const sheet: WriteSheet = {
      name: '表',
      rows: [
        ['甲', '看不见', '乙'],
        ['看不见', '看不见', '丙'],
      ],
      merges: [{ startRow: 0, startCol: 0, endRow: 1, endCol: 1 }],
    };
    expect(await readSheets(sheet)).toEqual([
      ['甲', null, '乙'],
      [null, null, '丙'],
    ]);
  });

  test('go on as an empty cell where a label was cut at the end of a page', async () => {
    const sheet: WriteSheet = {
      name: '表',
      rows: [
        ['主要任务', '一'],
        [null, '二'],
        [null, '三'],
        [null, '四'],
      ],
      merges: [
        { startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
        { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
      ],
    };
    expect(await readSheets(sheet)).toEqual([
      ['主要任务', '一'],
      [null, '二'],
      ['', '三'],
      [null, '四'],
    ]);
  });

  test('that a merge covers beyond them are no cells', async () => {
    const sheet: WriteSheet = {
      name: '表',
      rows: [['甲'], ['乙']],
      merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 7 }],
    };
    expect(await readSheets(sheet)).toEqual([['甲'], ['乙']]);
  });

  test('end with the last row and the last column in which something is written', async () => {
    const sheet: WriteSheet = {
      name: '表',
      rows: [['甲', null, ''], [null], ['乙'], ['', null], [null]],
    };
    expect(await readSheets(sheet)).toEqual([['甲'], [''], ['乙']]);
  });
});

describe('what a person sees is read', () => {
  test('numbers in their format', async () => {
    expect(await readSheets(formatted(2565.36, '"资金总额："General"万元"'))).toEqual([
      ['资金总额：2565.36万元'],
    ]);
    expect(await readSheets(formatted(0.95, '0%'))).toEqual([['95%']]);
  });

  test('numbers without one as they are, without what doubles add', async () => {
    expect(await readSheets({ name: '表', rows: [[2557.36 + 8, 0.1 + 0.2]] })).toEqual([
      ['2565.36', '0.3'],
    ]);
  });

  test('formulas by the value they had', async () => {
    const cells = new Map([['0,1', { formula: 'SUM(A1)', formulaResult: 664 }]]);
    expect(await readSheets({ name: '表', rows: [[664, null]], cells })).toEqual([['664', '664']]);
  });

  test('dates in their format', async () => {
    const date = new Date(Date.UTC(2026, 10, 24));
    expect(await readSheets(formatted(date, 'yyyy"年"m"月"d"日"'))).toEqual([['2026年11月24日']]);
  });

  test('errors and truths as the sheet writes them', async () => {
    const data = excelFile(
      '<sheetData><row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="b"><v>1</v></c></row></sheetData>',
    );
    const { rows } = await readXlsx(data);
    expect(rows[0]?.map((cell) => cell?.paragraphs)).toEqual([['#REF!'], ['TRUE']]);
  });
});

describe('what looks like something else', () => {
  test('is text where the sheet says so', async () => {
    expect(
      await readSheets({ name: '表', rows: [['007', '1E5', '=1+1', '2026-11-24', '14万']] }),
    ).toEqual([['007', '1E5', '=1+1', '2026-11-24', '14万']]);
  });

  test('has the line breaks of its text, and its parts in several faces as one', async () => {
    const data = excelFile(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>年度</t></r><r><rPr><b/></rPr><t>预算\n申请</t></r></is></c></row></sheetData>',
    );
    expect((await readXlsx(data)).rows[0]?.[0]?.paragraphs).toEqual(['年度预算\n申请']);
  });

  test('a formula that gave text is that text', async () => {
    const data = excelFile(
      '<sheetData><row r="1"><c r="A1" t="str"><f>B1&amp;"局"</f><v>司法局</v></c></row></sheetData>',
    );
    expect((await readXlsx(data)).rows[0]?.[0]?.paragraphs).toEqual(['司法局']);
  });
});

describe('of several sheets', () => {
  const form: WriteSheet = { name: '申报表', rows: [['部门整体支出绩效目标申报表']] };

  test('the one with the most text is read, wherever it stands', async () => {
    expect(await readSheets({ name: '说明', rows: [['填表说明']] }, form)).toEqual([
      ['部门整体支出绩效目标申报表'],
    ]);
  });

  test('none is read where all are hidden', async () => {
    const data = await writeXlsx({ sheets: [form, { ...form, name: '二', hidden: true }] });
    const parts = unzipSync(data);
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    const hidden = workbook.replace('sheetId="1"', 'sheetId="1" state="hidden"');
    const changed = zipSync({ ...parts, 'xl/workbook.xml': strToU8(hidden) });
    expect(await readXlsx(changed)).toEqual({ lines: [], rows: [] });
  });

  test('hidden ones are not', async () => {
    const hidden: WriteSheet = { name: '去年', rows: [['去年的'.repeat(99)]], hidden: true };
    const veryHidden: WriteSheet = { ...hidden, name: '前年', hidden: false, veryHidden: true };
    expect(await readSheets(hidden, veryHidden, form)).toEqual([['部门整体支出绩效目标申报表']]);
  });
});

describe('the far end of a sheet', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, at) => excelCell(`A${at + 1}`, '甲')).join('');

  test('is no part of the form when a cell was left behind there', async () => {
    const sheet = `<sheetData>${rows(2)}${excelCell('XFD1048576', '乙')}</sheetData>`;
    expect((await readXlsx(excelFile(sheet))).rows).toHaveLength(2);
  });

  test('makes the sheet too much when it goes on beyond 3,000 rows', async () => {
    const sheet = (count: number) => excelFile(`<sheetData>${rows(count)}</sheetData>`);
    expect((await readXlsx(sheet(3_000))).rows).toHaveLength(3_000);
    await expect(readXlsx(sheet(3_001))).rejects.toThrow('too-much');
  });

  test('makes the sheet too much when a row goes on beyond 64 columns', async () => {
    const wide = { name: '表', rows: [Array.from({ length: 65 }, () => '甲')] };
    await expect(readSheets(wide)).rejects.toThrow('too-much');
  });
});
