import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { declarationIn } from '../../src/documents/read/package.js';
import { writeDocx } from '../../src/documents/write/docx.js';
import { answers } from '../support/answers.js';
import { readDocx } from '../support/docx.js';
import { expectedTable } from '../support/expected-table.js';
import { HENGYANG } from '../support/fixtures.js';
import { largeAnswers, paperOf, sampleAnswers } from '../support/papers.js';

describe('the Word file of the sample form, read back by mammoth', () => {
  test('equals the published form cell by cell', async () => {
    const read = await readDocx(await writeDocx(paperOf(sampleAnswers())));
    expect(read.rows).toEqual(expectedTable(HENGYANG));
  });

  test('has the lines above the table in their order', async () => {
    const read = await readDocx(await writeDocx(paperOf(sampleAnswers())));
    expect(read.lines).toEqual([
      '预算公开表10',
      '部门整体支出绩效目标申报表',
      '（ 2020 年度）',
      '填报单位（盖章）：衡阳市司法局\t单位负责人（签名）：魏中发',
    ]);
  });
});

test('a draft says so above the table and on every page', async () => {
  const data = await writeDocx(paperOf(answers({}), { draft: true }));
  const read = await readDocx(data);
  expect(read.lines[0]).toBe('草稿 · 尚未定稿，请勿报送');
  expect(entry(data, /^word\/footer\d*\.xml$/)).toContain('草稿');
});

describe('amounts in their narrow columns', () => {
  const written = async (...totals: readonly string[]) => {
    const tasks = totals.map((total) => ({ name: '甲', content: '乙', total }));
    const data = await writeDocx(paperOf(answers({}, { tasks })));
    const xml = entry(data, /^word\/document\.xml$/);
    const sizeOf = (text: string) =>
      new RegExp(`<w:sz w:val="(\\d+)"/>(?:(?!<w:sz ).)*<w:t[^>]*>${text}</w:t>`).exec(xml)?.[1];
    return totals.map((total) => sizeOf(`${total}万元`));
  };

  test('are set like all text while every one fits on a line', async () => {
    expect(await written('123.5', '680.32')).toEqual(['21', '21']);
  });

  test('are all set in 9 pt when one does not fit', async () => {
    expect(await written('664', '2204.32', '12345.67')).toEqual(['18', '18', '18']);
  });

  test('are smaller only where they are longer still', async () => {
    expect(await written('664', '123456.78', '1234567.89')).toEqual(['18', '16', '15']);
  });
});

test('a label beside many rows is one paragraph, a character a line', async () => {
  const data = await writeDocx(paperOf(answers({})));
  const read = await readDocx(data);
  expect(read.rows.flat()).toContain('部门整体支出年度绩效指标');
  expect(entry(data, /^word\/document\.xml$/)).not.toContain('w:textDirection');
});

test('text that looks like markup, or breaks lines, is text', async () => {
  const hostile = answers(
    {},
    { tasks: [{ name: '<w:t>&"甲"</w:t>', content: '第一行\n第二行', total: '1' }] },
  );
  const read = await readDocx(await writeDocx(paperOf(hostile)));
  expect(read.rows[7]?.slice(0, 2)).toEqual(['<w:t>&"甲"</w:t>', '第一行\n第二行']);
});

test('a form of 120 tasks and 180 indicators keeps every line', async () => {
  const read = await readDocx(await writeDocx(paperOf(largeAnswers())));
  const words = read.rows.flat();
  expect(words.filter((text) => /^第\d+项任务$/.test(text))).toHaveLength(120);
  expect(words.filter((text) => /^≥\d+件$/.test(text))).toHaveLength(180);
});

test('the same paper gives the same bytes', async () => {
  const first = await writeDocx(paperOf(sampleAnswers()));
  const second = await writeDocx(paperOf(sampleAnswers()));
  expect(Buffer.compare(first, second)).toBe(0);
});

test('the file has the date of the paper, not of the day', async () => {
  const core = entry(await writeDocx(paperOf(sampleAnswers())), /^docProps\/core\.xml$/);
  expect(core.match(/>2026-11-24T00:00:00Z</g)).toHaveLength(2);
});

test('the file carries the declaration', async () => {
  const paper = paperOf(sampleAnswers());
  expect(declarationIn(await writeDocx(paper))).toEqual(paper.declaration);
});

/** One file out of a zip archive, by its local header. */
function entry(data: Uint8Array, name: RegExp): string {
  const zip = Buffer.from(data);
  for (let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; ) {
    const path = zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28));
    if (name.test(path)) {
      const header = zip.readUInt32LE(at + 42);
      const from = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
      const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
    }
    at = zip.indexOf('PK\u0001\u0002', at + 46, 'latin1');
  }
  throw new Error(`no ${name} in the archive`);
}
