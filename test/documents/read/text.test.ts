import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/documents/read/read-file.js';
import { readCsv, readText } from '../../../src/documents/read/text.js';
import type { RawDocument } from '../../../src/reading/raw-document.js';

function rowsOf({ rows }: RawDocument): readonly (readonly string[])[] {
  return rows.map((row) => row.map((cell) => cell?.paragraphs.join('\n') ?? ''));
}

function linesOf({ lines }: RawDocument): readonly string[] {
  return lines.flatMap(({ paragraphs }) => paragraphs);
}

describe('the published form as tab text, a cell a line', () => {
  const sample = readText(
    readFileSync(new URL('../../fixtures/form-text-2020.txt', import.meta.url), 'utf8'),
  );

  test('has the lines above its table', () => {
    expect(linesOf(sample).map((line) => line.trim())).toEqual([
      '预算公开表10',
      '部门整体支出绩效目标申报表',
      '（ 2020 年度）',
      '填报单位（盖章）：衡阳市司法局',
      '单位负责人（签名）：魏中发',
    ]);
  });

  test('has the 49 rows of the form, with as many cells as each has there', () => {
    const counts = sample.rows.map((row) => row.length);
    expect(counts.slice(0, 8)).toEqual([2, 2, 3, 3, 2, 4, 6, 6]);
    expect(counts.slice(16, 21)).toEqual([6, 5, 2, 5, 5]);
    expect(counts.slice(-2)).toEqual([5, 2]);
    expect(counts).toHaveLength(49);
  });

  test('keeps the paragraphs of a cell, empty ones between them too', () => {
    expect(sample.rows[1]?.[0]?.paragraphs).toEqual(['年度预算申请', '（万元）']);
    expect(sample.rows[3]?.[1]?.paragraphs).toEqual([
      '其中：公共财政拨款：2557.36万元  ',
      '政府性基金拨款：',
      '纳入专户管理的非税收入拨款：',
      '',
      '其他资金：8万元',
    ]);
    expect(sample.rows[4]?.[1]?.paragraphs.filter((text) => text !== '')).toHaveLength(13);
  });

  test('keeps empty cells, which a cell above covers', () => {
    expect(rowsOf(sample)[7]).toEqual([
      '',
      '加快建设宪法广场',
      '建设宪法广场',
      '123万元',
      '123万元',
      '',
    ]);
  });
});

describe('tab text, a cell a line', () => {
  test('a tab within a line above the table does not make that line a cell', () => {
    const text = '填报单位：甲\t负责人：乙\n\t部门名称\n\t甲\n\n\t资金总额\n\t8万元\n';
    expect(linesOf(readText(text))).toEqual(['填报单位：甲\t负责人：乙']);
    expect(rowsOf(readText(text))).toEqual([
      ['部门名称', '甲'],
      ['资金总额', '8万元'],
    ]);
  });

  test('an empty line before text is an empty paragraph, before a cell the end of the row', () => {
    expect(rowsOf(readText('\t甲\n\t一\n\n二\n\n\t乙\n\t三'))).toEqual([
      ['甲', '一\n\n二'],
      ['乙', '三'],
    ]);
  });

  test('has the line ends of Windows', () => {
    expect(rowsOf(readText('标题\r\n\t甲\r\n\t一\r\n\r\n\t乙\r\n\t\r\n'))).toEqual([
      ['甲', '一'],
      ['乙', ''],
    ]);
  });

  test('a line of blanks is a paragraph of its cell where empty lines end rows', () => {
    expect(rowsOf(readText('\t收入：8\n  \n\t支出：8\n　\n\n\t目标\n\t一'))).toEqual([
      ['收入：8', '支出：8'],
      ['目标', '一'],
    ]);
  });

  test('a line of blanks ends a row where no empty line does', () => {
    expect(rowsOf(readText('\t甲\n\t一\n  \n\t乙\n\t\n\t二'))).toEqual([
      ['甲', '一'],
      ['乙', '', '二'],
    ]);
  });

  test('a last empty paragraph within a row reads as the end of the row', () => {
    expect(rowsOf(readText('\t甲\n\t一\n\n\t二\n'))).toEqual([['甲', '一'], ['二']]);
  });
});

describe('text with a row a line', () => {
  test('has a cell between every two tabs', () => {
    const read = readText('任务名称\t主要内容\t金额\r\n甲\t\t8\r\n');
    expect(rowsOf(read)).toEqual([
      ['任务名称', '主要内容', '金额'],
      ['甲', '', '8'],
    ]);
    expect(read.rows[1]?.[2]?.at).toBe('C2');
  });

  test('has the lines above its table as rows of one cell', () => {
    expect(rowsOf(readText('申报表\n甲\t乙'))).toEqual([['申报表'], ['甲', '乙']]);
  });

  test('has quotes that close before the line ends of Windows', () => {
    expect(rowsOf(readText('甲\t"一\r\n二"\r\n"三\r\n四"\t乙'))).toEqual([
      ['甲', '一\n二'],
      ['三\n四', '乙'],
    ]);
  });

  test('has line ends of a cell within quotes', () => {
    expect(rowsOf(readText('甲\t"一\n二 ""三"""\n乙\t四'))).toEqual([
      ['甲', '一\n二 "三"'],
      ['乙', '四'],
    ]);
  });
});

test('text without tabs is paragraphs', () => {
  const { lines, rows } = readText('第一段\r\n\r\n  第二段，\u200B完\r\n');
  expect(lines).toEqual([
    { at: '¶1', paragraphs: ['第一段'] },
    { at: '¶2', paragraphs: ['  第二段，完'] },
  ]);
  expect(rows).toEqual([]);
});

describe('text with commas between its cells', () => {
  test('has commas, line ends and quotes of a cell within quotes', () => {
    expect(
      rowsOf(readCsv('部门名称,资金总额\r\n"甲,乙","2,565.36"\r\n"一\r\n二","""三"""\r\n')),
    ).toEqual([
      ['部门名称', '资金总额'],
      ['甲,乙', '2,565.36'],
      ['一\n二', '"三"'],
    ]);
  });

  test('has a quote as it stands where it does not close the cell', () => {
    expect(rowsOf(readCsv('"甲"乙,丙\n"丁,戊'))).toEqual([
      ['"甲"乙', '丙'],
      ['"丁', '戊'],
    ]);
  });

  test('is known by its name only: elsewhere commas stand in amounts', async () => {
    const data = Buffer.from('资金总额 2,565.36万元\n基本支出 1,772.65万元');
    const reading = await readFile({ name: '说明.txt', data });
    expect(reading).toMatchObject({ ok: true, document: { rows: [] } });
  });
});

describe('the encoding of a text', () => {
  const read = async (data: Uint8Array) => {
    const reading = await readFile({ name: 'a.txt', data });
    return reading.ok ? linesOf(reading.document) : reading.fault;
  };

  test('is UTF-8, with a mark or without', async () => {
    expect(await read(Buffer.from('绩效\n目标'))).toEqual(['绩效', '目标']);
    expect(await read(Buffer.from('\uFEFF绩效\n目标'))).toEqual(['绩效', '目标']);
  });

  test('is UTF-16 where a mark says so', async () => {
    const text = Buffer.from('\uFEFF绩效\n目标', 'utf16le');
    expect(await read(text)).toEqual(['绩效', '目标']);
    expect(await read(Buffer.from(text).swap16())).toEqual(['绩效', '目标']);
  });

  test('is GB18030 where it is no UTF-8', async () => {
    const jiXiao = Uint8Array.of(0xbc, 0xa8, 0xd0, 0xa7);
    expect(await read(jiXiao)).toEqual(['绩效']);
  });
});

test('text without end is refused', () => {
  expect(() => readText('甲\n'.repeat(3_001))).toThrow('too-much');
  expect(() => readText('\t甲\n'.repeat(2_000_000))).toThrow('too-much');
  expect(() => readText('甲\t乙\n'.repeat(3_001))).toThrow('too-much');
  expect(() => readCsv('甲,'.repeat(65))).toThrow('too-much');
});
