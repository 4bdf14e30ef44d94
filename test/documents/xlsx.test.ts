import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/app/ports.js';
import { declarationIn } from '../../src/documents/read/package.js';
import { writeXlsx } from '../../src/documents/write/xlsx.js';
import { answers } from '../support/answers.js';
import { resaved, withoutLibreOffice } from '../support/libreoffice.js';
import { hostileAnswers, largeAnswers, paperOf, sampleAnswers } from '../support/papers.js';
import { readPdf, withoutBlanks } from '../support/pdf.js';

const FORM = 'xl/worksheets/sheet1.xml';
const CHECKS = 'xl/worksheets/sheet2.xml';

async function written(paper: Paper): Promise<Workbook> {
  return readXlsx(await writeXlsx(paper), { readStyles: true });
}

/** A part of the file as XML. */
function part(data: Uint8Array, name: string): string {
  return strFromU8(unzipSync(data)[name] ?? new Uint8Array());
}

/** What the cells of a sheet show that are not empty, row by row. */
function shown({ sheets }: Workbook, name: string): readonly (readonly unknown[])[] {
  const rows = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  return rows
    .map((row) => row.filter((value) => value !== null && value !== ''))
    .filter((row) => row.length > 0);
}

describe('the Excel file of the sample form, read back by hucre', () => {
  test('has the form and the sheet of checks', async () => {
    const { sheets } = await written(paperOf(sampleAnswers()));
    expect(sheets.map(({ name }) => name)).toEqual(['申报表', '核对']);
  });

  test('has the lines above the table in their order', async () => {
    const rows = shown(await written(paperOf(sampleAnswers())), '申报表');
    expect(rows.slice(0, 5)).toEqual([
      ['预算公开表10'],
      ['部门整体支出绩效目标申报表'],
      ['（ 2020 年度）'],
      ['填报单位（盖章）：衡阳市司法局', '单位负责人（签名）：魏中发'],
      ['部门名称', '衡阳市司法局'],
    ]);
  });

  test('has amounts as numbers and totals as sums with what they come to', async () => {
    const workbook = await written(paperOf(sampleAnswers()));
    const rows = shown(workbook, '申报表');
    expect(rows).toContainEqual(['加快建设宪法广场', '建设宪法广场', 123, 123]);
    expect(rows).toContainEqual(['金额合计', 664, 664]);
    expect(workbook.sheets[0]?.cells?.get('36,5')).toMatchObject({
      formula: 'SUM(F27:F36)',
      formulaResult: 664,
    });
  });

  test('is set up for A4, one page wide, with numbers at the foot', async () => {
    const [sheet] = (await written(paperOf(sampleAnswers()))).sheets;
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    });
    expect(sheet?.headerFooter).toEqual({ oddFooter: '&C— &P —' });
    expect(sheet?.view?.showGridLines).toBe(false);
  });

  test('is computed anew when it is opened', async () => {
    const data = await writeXlsx(paperOf(sampleAnswers()));
    expect(part(data, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });

  test('has the date of the paper', async () => {
    const core = part(await writeXlsx(paperOf(sampleAnswers())), 'docProps/core.xml');
    expect(core.match(/2026-11-24T00:00:00Z/g)).toHaveLength(2);
  });

  test('carries the declaration', async () => {
    const paper = paperOf(sampleAnswers());
    expect(declarationIn(await writeXlsx(paper))).toEqual(paper.declaration);
  });
});

test('the same paper gives the same bytes', async () => {
  const first = await writeXlsx(paperOf(sampleAnswers()));
  const second = await writeXlsx(paperOf(sampleAnswers()));
  expect(Buffer.compare(first, second)).toBe(0);
});

test('a draft says so above the table and on every page', async () => {
  const workbook = await written(paperOf(answers({}), { draft: true }));
  expect(shown(workbook, '申报表')[0]).toEqual(['草稿 · 尚未定稿，请勿报送']);
  expect(workbook.sheets.map(({ headerFooter }) => headerFooter?.oddHeader)).toEqual([
    '&C&KC00000草稿 · 尚未定稿，请勿报送',
    '&C&KC00000草稿 · 尚未定稿，请勿报送',
  ]);
});

describe('texts that mean something to a spreadsheet', () => {
  /** The name and the content of a task as they are read back. */
  const textsOf = async (name: string, content: string) => {
    const paper = paperOf(answers({}, { tasks: [{ name, content, total: '1' }] }));
    const row = shown(await written(paper), '申报表').find((cells) => cells[2] === 1);
    return row?.slice(0, 2);
  };

  test('are text where they look like formulas', async () => {
    const { sheets } = await written(paperOf(hostileAnswers()));
    const formulas = [...(sheets[0]?.cells?.values() ?? [])].flatMap(
      ({ formula }) => formula ?? [],
    );
    expect(formulas).toEqual(['SUM(F17:F19)', 'SUM(G17:G19)', 'SUM(H17:H19)']);
    expect(await textsOf('=1+1', '@SUM(A1)')).toEqual(['=1+1', '@SUM(A1)']);
  });

  test('are text where they look like errors', async () => {
    expect(await textsOf('#N/A', '#DIV/0!')).toEqual(['#N/A', '#DIV/0!']);
  });

  test('are text where they look like escapes or markup', async () => {
    expect(await textsOf('_x0041_', '<c>&"甲"</c>')).toEqual(['_x0041_', '<c>&"甲"</c>']);
  });
});

test('an empty form has its labels, and no number and no formula that is not blank', async () => {
  const rows = shown(await written(paperOf(answers({}))), '申报表');
  expect(rows).toContainEqual(['年度预算申请\n（万元）', '资金总额：']);
  expect(rows).toContainEqual(['金额合计']);
  expect(rows.flat().filter((value) => typeof value === 'number')).toEqual([]);
});

test('a form of 120 tasks and 180 indicators keeps every line', async () => {
  const words = shown(await written(paperOf(largeAnswers())), '申报表')
    .flat()
    .map(String);
  expect(words.filter((text) => /^第\d+项任务$/.test(text))).toHaveLength(120);
  expect(words.filter((text) => /^≥\d+件$/.test(text))).toHaveLength(180);
});

describe.skipIf(withoutLibreOffice)('printed by LibreOffice', () => {
  const printed = async (paper: Paper) =>
    readPdf(new Uint8Array(resaved(await writeXlsx(paper), 'xlsx', 'pdf')));
  /** Texts of the form that the pages do not show. A label from top to bottom is in the wrong order there. */
  const lost = (paper: Paper, pages: readonly { readonly text: string }[]) => {
    const text = pages.map((page) => page.text.replace(/—\d+—/, '')).join('');
    return paper.sheet.cells
      .filter(({ vertical }) => !vertical)
      .flatMap(({ paragraphs }) => paragraphs.map((paragraph) => withoutBlanks(paragraph.text)))
      .filter((words) => !text.includes(words));
  };

  test('the sample form is three pages and one of checks, and loses no text', async () => {
    const paper = paperOf(sampleAnswers());
    const { pages } = await printed(paper);
    expect(pages).toHaveLength(4);
    expect(lost(paper, pages)).toEqual([]);
  });

  test('hostile texts are printed as they stand', async () => {
    const paper = paperOf(hostileAnswers(), { draft: true });
    const { pages } = await printed(paper);
    expect(lost(paper, pages)).toEqual([]);
    expect(pages.map(({ text }) => text.includes('草稿·尚未定稿，请勿报送'))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('120 tasks and 180 indicators take as many pages as their rows are high', async () => {
    const paper = paperOf(largeAnswers());
    const { pages } = await printed(paper);
    expect(pages).toHaveLength(13);
    expect(lost(paper, pages)).toEqual([]);
  });

  test('a paragraph of four thousand characters goes on over pages to its end', async () => {
    const sentences = Array.from({ length: 399 }, (_, at) => `第${1000 + at}段文字测试`);
    const paper = paperOf(answers({}, { duties: [{ text: sentences.join('') }] }));
    const text = (await printed(paper)).pages.map((page) => page.text).join('');
    expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
  });
});

describe.skipIf(withoutLibreOffice)('an amount that is changed by hand', () => {
  /** A number of the form is changed, and every result is taken out: LibreOffice works them out anew. */
  const changed = async (address: string, amount: string) => {
    const data = await writeXlsx(paperOf(sampleAnswers()));
    const withoutResults = (name: string) =>
      part(data, name).replace(/<\/f><v>[^<]*<\/v>/g, '</f>');
    const cell = new RegExp(`(?<=<c r="${address}"[^>]*><v>)[^<]*`);
    const edited = zipSync({
      ...unzipSync(data),
      [FORM]: strToU8(withoutResults(FORM).replace(cell, amount)),
      [CHECKS]: strToU8(withoutResults(CHECKS)),
    });
    return readXlsx(resaved(edited, 'xlsx', 'xlsx'));
  };

  test('changes the total, and the total among the checks', async () => {
    const workbook = await changed('F28', '1080');
    expect(shown(workbook, '申报表')).toContainEqual(['金额合计', 1664, 664]);
    expect(shown(workbook, '核对')).toContainEqual(['总额', 1664]);
  });

  test('shows as a difference among the checks', async () => {
    const rows = shown(await changed('B8', '2557.26'), '核对');
    expect(rows).toContainEqual(['收入合计', 2565.26]);
    expect(rows).toContainEqual(['差额（应为 0）', -0.1, '不相符，请核对']);
    expect(rows).toContainEqual(['差额（应为 0）', 0, '相符']);
  });
});
