import { afterAll, describe, expect, test } from 'vitest';
import { documents } from '../../../src/documents/documents.js';
import { writeDocx } from '../../../src/documents/write/docx.js';
import type { FileFault } from '../../../src/reading/raw-document.js';
import {
  encryptedPart,
  endlessContainer,
  excelCell,
  excelFile,
  lyingSizes,
  oldExcelFile,
  otherArchive,
  passwordFile,
  scannedPdf,
  twoOfOneName,
  wordFile,
  wordFileWithDoctype,
  wordParagraph,
  zipBomb,
} from '../../support/hostile-files.js';
import { paperOf, sampleAnswers } from '../../support/papers.js';

/** Read as the program reads: in a thread that may hold 300 MB and is ended when it takes too long. */
const reader = documents({
  worker: new URL('../../../dist/documents/worker.js', import.meta.url),
});
afterAll(() => reader.close());

/** A hostile file is refused, or read, within this; making it may take longer. */
const LONGEST_MS = 5_000;

/** What a file comes to: why it is refused, or the words of its first cell or line. */
async function outcome(name: string, data: Uint8Array): Promise<string> {
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const reading = await reader.read({ name, data });
  expect(performance.now() - began).toBeLessThan(LONGEST_MS);
  const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
  expect(grown).toBeLessThan(300);
  if (!reading.ok) return reading.fault;
  const { lines, rows } = reading.document;
  const first = [...lines, ...rows.flat()].find((cell) => cell && cell.paragraphs.length > 0);
  return `read: ${first?.paragraphs[0] ?? ''}`;
}

const LAUGHS = Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
);
const NESTED = 120_000;
const MERGES = Array.from(
  { length: 40_000 },
  (_, at) => `<mergeCell ref="A${at + 1}:B${at + 1}"/>`,
);
const FIRST = excelCell('A1', '甲');

const FILES: readonly (readonly [
  string,
  string,
  () => Uint8Array | Promise<Uint8Array>,
  FileFault | string,
])[] = [
  ['a zip bomb of 300 MB', 'a.docx', zipBomb, 'unsafe'],
  ['a part that is larger than it says', 'a.docx', lyingSizes, 'unsafe'],
  [
    'an external entity',
    'a.docx',
    () => wordFileWithDoctype('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    'unsafe',
  ],
  [
    'a billion laughs',
    'a.docx',
    () =>
      wordFileWithDoctype(`<!DOCTYPE d [<!ENTITY l0 "ha">${LAUGHS.join('')}<!ENTITY x "&l9;">]>`),
    'unsafe',
  ],
  [
    '120,000 elements within each other',
    'a.docx',
    () => wordFile(`${'<w:a>'.repeat(NESTED)}${'</w:a>'.repeat(NESTED)}`),
    'unsafe',
  ],
  [
    'XML in UTF-16, in which a DOCTYPE could hide',
    'a.docx',
    () => wordFile('', { 'word/a.xml': Buffer.from('\uFEFF<a/>', 'utf16le') }),
    'unsafe',
  ],
  [
    'XML in UTF-16 that does not say so',
    'a.docx',
    () => wordFile('', { 'word/a.xml': Buffer.from('<!DOCTYPE a><a/>', 'utf16le') }),
    'unsafe',
  ],
  [
    'a DOCTYPE in a part that is not called XML',
    'a.docx',
    () => wordFile('', { 'word/a.bin': Buffer.from('\n<!DOCTYPE a><a/>') }),
    'unsafe',
  ],
  [
    'a picture that is XML with a DOCTYPE',
    'a.docx',
    () =>
      wordFile(wordParagraph('甲'), {
        'word/media/a.svg': Buffer.from('<!DOCTYPE svg><svg/>'),
      }),
    'read: 甲',
  ],
  [
    'a part that would be unpacked elsewhere',
    'a.docx',
    () => wordFile('', { '../a.xml': Buffer.from('<a/>') }),
    'unsafe',
  ],
  [
    'a merge over a million rows',
    'a.xlsx',
    () =>
      excelFile(
        `<sheetData>${FIRST}</sheetData><mergeCells><mergeCell ref="A100:XFD1048576"/></mergeCells>`,
      ),
    'read: 甲',
  ],
  [
    '40,000 merges',
    'a.xlsx',
    () => excelFile(`<sheetData>${FIRST}</sheetData><mergeCells>${MERGES.join('')}</mergeCells>`),
    'too-much',
  ],
  [
    '5,000 merges over all that is read of a sheet',
    'a.xlsx',
    () =>
      excelFile(
        `<sheetData>${FIRST}${excelCell('BL3000', '乙')}</sheetData><mergeCells>${'<mergeCell ref="A1:BL3000"/>'.repeat(5_000)}</mergeCells>`,
      ),
    'read: 甲',
  ],
  [
    'one cell at the far end of the sheet',
    'a.xlsx',
    () => excelFile(`<sheetData>${FIRST}${excelCell('XFD1048576', '乙')}</sheetData>`),
    'read: 甲',
  ],
  [
    'a file that is cut off',
    'a.docx',
    async () => (await writeDocx(paperOf(sampleAnswers()))).slice(0, 9_000),
    'damaged',
  ],
  ['a Word file that is called Excel', 'a.xlsx', () => wordFile(wordParagraph('甲')), 'read: 甲'],
  ['a text that is called Word', 'a.docx', () => Buffer.from('甲\n'), 'read: 甲'],
  ['two parts of one name', 'a.docx', twoOfOneName, 'unsafe'],
  ['a part with a password', 'a.docx', encryptedPart, 'encrypted'],
  ['a file with a password', 'a.xlsx', passwordFile, 'encrypted'],
  ['macros', 'a.docm', () => wordFile('', { 'word/vbaProject.bin': new Uint8Array(9) }), 'macros'],
  ['a Word file of 1997 without an end', 'a.doc', endlessContainer, 'damaged'],
  ['an old Excel file', 'a.xls', oldExcelFile, 'old-excel'],
  ['an archive of something else', 'a.zip', otherArchive, 'unknown-kind'],
  ['nothing at all', 'a.docx', () => new Uint8Array(0), 'damaged'],
  ['bytes without meaning', 'a.bin', () => Buffer.from('00ff10008899aabb', 'hex'), 'unknown-kind'],
  ['a PDF without text', 'a.pdf', scannedPdf, 'no-text'],
  ['a PDF that is cut off', 'a.pdf', () => Buffer.from('%PDF-1.7\n1 0 obj'), 'damaged'],
  ['JSON that is cut off', 'a.json', () => Buffer.from('{"year": '), 'damaged'],
  ['20 MB and one byte', 'a.txt', () => new Uint8Array(20 * 1024 * 1024 + 1), 'too-large'],
];

describe('a file meant to do harm, or broken', () => {
  test.each(FILES)('%s', { timeout: 60_000 }, async (_, name, make, expected) => {
    expect(await outcome(name, await make())).toBe(expected);
  });

  test('leaves the program able to read the next one', async () => {
    const data = await writeDocx(paperOf(sampleAnswers()));
    expect(await outcome('a.docx', data)).toBe('read: 预算公开表10');
  });
});
