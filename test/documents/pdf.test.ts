import { beforeEach, describe, expect, test } from 'vitest';
import { writePdf } from '../../src/documents/write/pdf.js';
import type { Answers } from '../../src/forms/answers.js';
import { textOf } from '../../src/forms/sheet.js';
import { answers } from '../support/answers.js';
import { hostileAnswers, largeAnswers, paperOf, sampleAnswers } from '../support/papers.js';
import { missingForPdf, type ReadPdf, readPdf, withoutBlanks } from '../support/pdf.js';

const lacking = await missingForPdf();

beforeEach(({ skip }) => skip(lacking !== undefined, lacking));

async function written(filled: Answers, options: { readonly draft?: boolean } = {}) {
  return readPdf(await writePdf(paperOf(filled, options)));
}

function wholeText({ pages }: ReadPdf): string {
  return pages.map(({ text }) => text).join('');
}

/** The texts of a form's cells that the pages do not show. */
function lostTexts(filled: Answers, read: ReadPdf): readonly string[] {
  const text = wholeText(read);
  return paperOf(filled)
    .sheet.cells.map(textOf)
    .filter((cell) => !text.includes(withoutBlanks(cell)));
}

describe('the PDF of the sample form', () => {
  test('has three pages, each with a number', async () => {
    const read = await written(sampleAnswers());
    expect(read.pages.map(({ text }) => /—\d—/.exec(text)?.[0])).toEqual(['—1—', '—2—', '—3—']);
  });

  test('shows every text of the form', async () => {
    expect(lostTexts(sampleAnswers(), await written(sampleAnswers()))).toEqual([]);
  });

  test('has the lines above the table in their order', async () => {
    const { pages } = await written(sampleAnswers());
    expect(pages[0]?.text).toMatch(
      /^预算公开表10部门整体支出绩效目标申报表（2020年度）填报单位（盖章）：衡阳市司法局单位负责人（签名）：魏中发部门名称/,
    );
  });

  test('is PDF/A-2b with its title and the date of the paper', async () => {
    const data = await writePdf(paperOf(sampleAnswers()));
    const source = Buffer.from(data).toString('latin1');
    expect(source).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(source).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    const { title, created } = await readPdf(data);
    expect(title).toBe('部门整体支出绩效目标申报表');
    expect(created).toBe('D:20261124000000Z');
  });

  test('carries its fonts, and no others than Noto Serif SC', async () => {
    const source = Buffer.from(await writePdf(paperOf(sampleAnswers()))).toString('latin1');
    const families = source.match(/(?<=\/BaseFont \/[A-Z]{6}\+)\S+/g) ?? [];
    expect([...new Set(families)].sort()).toEqual(['NotoSerifSC-Bold', 'NotoSerifSC-Regular']);
    expect(source.match(/\/Type \/FontDescriptor/g)).toHaveLength(2);
    expect(source.match(/\/FontFile2 /g)).toHaveLength(2);
  });

  test('is the same bytes for the same paper', async () => {
    const first = await writePdf(paperOf(sampleAnswers()));
    await writePdf(paperOf(hostileAnswers()));
    expect(Buffer.compare(await writePdf(paperOf(sampleAnswers())), first)).toBe(0);
  });
});

describe('a draft', () => {
  test('says so above the table, and across and at the foot of every page', async () => {
    const { pages } = await written(sampleAnswers(), { draft: true });
    const marks = pages.map(({ runs }) => runs.filter(({ text }) => /^草稿/.test(text)));
    expect(marks.map((found) => found.map(({ text }) => text.trim()))).toEqual([
      ['草稿', '草稿 · 尚未定稿，请勿报送', '草稿 · 尚未定稿，请勿报送'],
      ['草稿', '草稿 · 尚未定稿，请勿报送'],
      ['草稿', '草稿 · 尚未定稿，请勿报送'],
    ]);
  });

  test('has no mark once it is final', async () => {
    expect(wholeText(await written(sampleAnswers()))).not.toContain('草稿');
  });
});

test('text that looks like markup or code is text', async () => {
  const text = wholeText(await written(hostileAnswers()));
  expect(text).toContain('#settext(red)$x^2$\\*粗*_斜_');
  expect(text).toContain(']]></w:t></td><script>alert(1)</script>');
  expect(text).toContain('=HYPERLINK("http://a")');
  expect(text).toContain('{{目标}}$x$%s');
});

test('a character that the font lacks costs the archive mark, not the form', async () => {
  const filled = answers({ reportingUnit: '𠮷野局', unitHead: '欧阳娜' });
  const data = await writePdf(paperOf(filled));
  expect(Buffer.from(data).toString('latin1')).not.toContain('pdfaid');
  expect(wholeText(await readPdf(data))).toContain('野局');
});

test('half a character does not stop the form', async () => {
  const text = wholeText(await written(answers({ reportingUnit: '甲\uD800乙' })));
  expect(text).toMatch(/甲.?乙/);
});

describe('lines within a cell', () => {
  test('stand 15 pt apart in a paragraph, and 1 pt more between two', async () => {
    const duties = [{ text: '甲的第一行\n甲的第二行' }, { text: '乙的一行' }];
    const { pages } = await written(answers({}, { duties }));
    const bottomOf = (words: string) =>
      pages[0]?.runs.find(({ text }) => text.includes(words))?.bottom ?? Number.NaN;
    expect(bottomOf('甲的第一行') - bottomOf('甲的第二行')).toBeCloseTo(15, 1);
    expect(bottomOf('甲的第二行') - bottomOf('乙的一行')).toBeCloseTo(16, 1);
  });

  test('stay within the borders however long a word is', async () => {
    const goals = [{ text: 'https://'.padEnd(300, 'a') }, { text: '—'.repeat(200) }];
    const { pages } = await written(answers({}, { goals }));
    const furthest = Math.max(...pages.flatMap(({ runs }) => runs.map(({ left }) => left)));
    expect(furthest).toBeLessThan(545);
    expect(pages.map(({ text }) => text).join('')).toContain('https://'.padEnd(300, 'a'));
  });
});

describe('long forms', () => {
  test('of 120 tasks and 180 indicators keep every line', async () => {
    const read = await written(largeAnswers());
    expect(lostTexts(largeAnswers(), read)).toEqual([]);
    expect(wholeText(read).match(/第\d+项任务/g)).toHaveLength(120);
    expect(wholeText(read).match(/≥\d+件/g)).toHaveLength(180);
  });

  test('have no page without content, and nothing below the margin', async () => {
    const { pages } = await written(largeAnswers());
    const bare = pages.filter(({ text }) => /^—\d+—$/.test(text));
    expect(bare).toEqual([]);
    const lowest = pages.flatMap(({ runs }) =>
      runs.filter(({ text }) => !text.includes('—')).map(({ bottom }) => bottom),
    );
    expect(Math.min(...lowest)).toBeGreaterThan(51);
  });

  test('go on over the page within a row that is higher than a page', async () => {
    const content = Array.from({ length: 150 }, (_, at) => `第${at + 1}行`).join('\n');
    const filled = answers({}, { tasks: [{ name: '甲', content, total: '1' }] });
    const read = await written(filled);
    expect(read.pages.map(({ text }) => text.match(/第\d+行/g)?.length ?? 0)).not.toContain(150);
    expect(wholeText(read).match(/第\d+行/g)).toHaveLength(150);
  });
});

describe('amounts in their narrow columns', () => {
  const runsOf = async (...totals: readonly string[]) => {
    const tasks = totals.map((total) => ({ name: '甲', content: '乙', total }));
    const { pages } = await written(answers({}, { tasks }));
    return pages[0]?.runs.filter(({ text }) => /^\d[\d.]+|^[万元]/.test(text)) ?? [];
  };

  test('are set like all text while every one fits on a line', async () => {
    const runs = await runsOf('123.5', '80');
    expect(runs.map(({ text, size }) => [withoutBlanks(text), size])).toEqual([
      ['123.5万元', 10.5],
      ['80万元', 10.5],
      ['203.5万元', 10.5],
    ]);
  });

  test('are all set in 9 pt when one does not fit', async () => {
    const runs = await runsOf('2204.32', '80');
    expect(runs.map(({ text, size }) => [withoutBlanks(text), size])).toEqual([
      ['2204.32万元', 9],
      ['80万元', 9],
      ['2284.32万元', 9],
    ]);
  });

  test('do not break before 元, however long they are', async () => {
    const runs = await runsOf('1234567890.12');
    expect(runs.map(({ text }) => text)).toEqual([
      '1234567890.12',
      '万元',
      '1234567890.12',
      '万元',
    ]);
  });
});

describe('row heights', () => {
  const bottomOf = ({ pages }: ReadPdf, words: string) =>
    pages.flatMap(({ runs }) => runs).find(({ text }) => text.includes(words))?.bottom ??
    Number.NaN;

  test('are 8 mm for a single line', async () => {
    const read = await written(answers({}));
    expect(bottomOf(read, '质量指标') - bottomOf(read, '时效指标')).toBeCloseTo(22.68, 1);
  });

  test('leave 25 mm for the bureau: its label in the middle, the date at the foot', async () => {
    const read = await written(answers({}));
    expect(bottomOf(read, '审核意见') - bottomOf(read, '月')).toBeCloseTo(18.94, 1);
  });
});

test('a folder without the font is named to the operator', async () => {
  await expect(writePdf(paperOf(sampleAnswers()), 'test/fixtures')).rejects.toMatchObject({
    kind: 'unavailable',
    message: expect.stringContaining('Noto Serif SC'),
  });
});
