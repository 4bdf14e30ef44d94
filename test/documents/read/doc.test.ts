import { describe, expect, test } from 'vitest';
import { documentOf } from '../../../src/documents/read/doc-text.js';
import { readFile } from '../../../src/documents/read/read-file.js';
import { Refusal } from '../../../src/documents/read/refusal.js';
import { bodyIn, type Container } from '../../../src/documents/read/word-97.js';
import { writeDocx } from '../../../src/documents/write/docx.js';
import type { Answers } from '../../../src/forms/answers.js';
import { departmentOverall } from '../../../src/forms/department-overall/form.js';
import { textOf } from '../../../src/forms/sheet.js';
import { importDocument } from '../../../src/reading/document/import.js';
import type { RawDocument } from '../../../src/reading/raw-document.js';
import { wordFile, wordParagraph } from '../../support/hostile-files.js';
import { resaved, withoutLibreOffice } from '../../support/libreoffice.js';
import { hostileAnswers, paperOf, sampleAnswers } from '../../support/papers.js';

function linesOf({ lines }: RawDocument): readonly string[] {
  return lines.flatMap(({ paragraphs }) => paragraphs);
}

/** The rows of a document, a cell's paragraphs a line each. */
function rowsOf({ rows }: RawDocument): readonly (readonly (string | undefined)[])[] {
  return rows.map((row) => row.map((cell) => cell?.paragraphs.join('\n')));
}

describe('the characters of a body', () => {
  test('are cells, and rows where a row ends', () => {
    const document = documentOf('部门名称\u0007司法局\u0007\n资金总额\u00072565.36\u0007\n');
    expect(rowsOf(document)).toEqual([
      ['部门名称', '司法局'],
      ['资金总额', '2565.36'],
    ]);
    expect(document.rows[1]?.[1]?.at).toBe('B2');
  });

  test('are lines before, between and behind tables', () => {
    const document = documentOf('表一\f2020年度\f甲\u0007\n备注\f乙\u0007\n完\f');
    expect(linesOf(document)).toEqual(['表一', '2020年度', '备注', '完']);
    expect(rowsOf(document)).toEqual([['甲'], ['乙']]);
  });

  test('are lines alone where there is no table', () => {
    expect(documentOf('第一段\r第二段\r')).toEqual({
      lines: [
        { at: '¶1', paragraphs: ['第一段'] },
        { at: '¶2', paragraphs: ['第二段'] },
      ],
      rows: [],
    });
  });

  test('keep the paragraphs of a cell, that of the first cell too, and empty ones within it', () => {
    const document = documentOf('年度预算申请\r（万元）\u0007一\r\r二\r\u0007\n');
    expect(document.rows[0]?.map((cell) => cell?.paragraphs)).toEqual([
      ['年度预算申请', '（万元）'],
      ['一', '', '二'],
    ]);
  });

  test('keep empty cells, which may be covered ones', () => {
    expect(rowsOf(documentOf('甲\u0007\u0007乙\u0007\n'))).toEqual([['甲', '', '乙']]);
  });

  test('break a line within its paragraph', () => {
    expect(rowsOf(documentOf('上\u000b下\u0007\n'))).toEqual([['上\n下']]);
  });

  test('keep hyphens that never break, and lose those that are seen at the end of a line only', () => {
    expect(linesOf(documentOf('2020\u001e05 co\u001foperate\r'))).toEqual(['2020-05 cooperate']);
  });

  test('show nothing for pictures, notes and drawings', () => {
    expect(linesOf(documentOf('\u0001甲\u0002乙\u0005\u0008\r'))).toEqual(['甲乙']);
  });

  test('show what a field came to, and not its code', () => {
    const sum = '\u0013 =SUM(ABOVE) \u0014664\u0015万元';
    expect(rowsOf(documentOf(`合计\u0007${sum}\u0007\n`))).toEqual([['合计', '664万元']]);
  });

  test('show nothing of the fields within a code', () => {
    const inner = '\u0013 PAGE \u00147\u0015';
    expect(linesOf(documentOf(`前\u0013 IF ${inner} = 1 \u0014首页\u0015后\r`))).toEqual([
      '前首页后',
    ]);
  });

  test('are all shown where a field does not end', () => {
    expect(linesOf(documentOf('甲\u0013 PAGE 乙\r'))).toEqual(['甲 PAGE 乙']);
  });

  test('make one long row where no row ends, and lose nothing', () => {
    expect(rowsOf(documentOf('甲\u0007乙\u0007\u0007丙\u0007丁\u0007\u0007'))).toEqual([
      ['甲', '乙', '', '丙', '丁', ''],
    ]);
  });
});

/** Text with its own properties, as the file writes them: a code and its value, in hexadecimal. */
interface Stretch {
  readonly text: string;
  readonly paragraph?: string;
  readonly characters?: string;
  /** Saved with a byte a character. */
  readonly isNarrow?: boolean;
}

const IN_TABLE = '162401';
const ROW = { text: '\u0007', paragraph: `${IN_TABLE}172401` };
const cell = (text: string, characters = ''): Stretch => ({
  text: `${text}\u0007`,
  paragraph: IN_TABLE,
  characters,
});

const PAGES = { paragraphs: 1, characters: 2, text: 3 };

/** A Word 97 file of some stretches, a piece each, with one page for the properties of each kind. */
function wordStreams(stretches: readonly Stretch[], { flags = 0, elsewhere = '' } = {}): Container {
  const main = Buffer.alloc(4096);
  const pieces = Buffer.alloc(4 + stretches.length * 12);
  const places = [PAGES.text * 512];
  let length = 0;
  for (const [at, { text, isNarrow = false }] of stretches.entries()) {
    const from = places.at(-1) ?? 0;
    const end = from + main.write(text, from, isNarrow ? 'latin1' : 'utf16le');
    places.push(end + (end % 2));
    length += text.length;
    pieces.writeUInt32LE(length, (at + 1) * 4);
    const place = isNarrow ? from * 2 + 0x40000000 : from;
    pieces.writeUInt32LE(place, (stretches.length + 1) * 4 + at * 8 + 2);
  }
  const paragraphs = stretches.map(({ paragraph = '' }) => Buffer.from(`0000${paragraph}`, 'hex'));
  page(main, PAGES.paragraphs, places, 13, paragraphs.map(withParagraphLength));
  const characters = stretches.map((each) => Buffer.from(each.characters ?? '', 'hex'));
  page(main, PAGES.characters, places, 1, characters.map(withLength));
  const table = Buffer.alloc(1024);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(flags, 0x0a);
  main.writeUInt32LE(length, 0x4c);
  main.writeUInt32LE(12, 0xfe);
  table.writeUInt32LE(PAGES.characters, 8);
  main.writeUInt32LE(100, 0x102);
  main.writeUInt32LE(12, 0x106);
  table.writeUInt32LE(PAGES.paragraphs, 108);
  main.writeUInt32LE(200, 0x1a2);
  table.writeUInt8(2, 200);
  table.writeUInt32LE(pieces.length, 201);
  pieces.copy(table, 205);
  const streams: Readonly<Record<string, Buffer>> = {
    WordDocument: main,
    '0Table': table,
    Data: Buffer.from(elsewhere, 'hex'),
  };
  return {
    async *stream(name) {
      yield streams[name] ?? Buffer.alloc(0);
    },
  };
}

function withLength(values: Buffer): Buffer {
  return Buffer.concat([Buffer.from([values.length]), values]);
}

/** In words of two bytes, with the length itself; an even number of bytes is told in two steps. */
function withParagraphLength(values: Buffer): Buffer {
  const isEven = values.length % 2 === 0;
  return Buffer.concat([
    Buffer.from(isEven ? [0, values.length / 2] : [(values.length + 1) / 2]),
    values,
  ]);
}

/** Where runs begin; the places of their values, which stand at the end of the page; the values; their count. */
function page(
  main: Buffer,
  number: number,
  places: readonly number[],
  entryBytes: number,
  values: readonly Buffer[],
): void {
  const target = main.subarray(number * 512, (number + 1) * 512);
  let end = 511;
  for (const [at, place] of places.entries()) target.writeUInt32LE(place, at * 4);
  for (const [at, value] of values.entries()) {
    end = (end - value.length) & ~1;
    value.copy(target, end);
    target.writeUInt8(end / 2, places.length * 4 + at * entryBytes);
  }
  target.writeUInt8(values.length, 511);
}

describe('the body of a Word file', () => {
  test('has the ends of rows and of lines told apart from those of cells and their paragraphs', async () => {
    const body = await bodyIn(
      wordStreams([
        { text: '标题\r' },
        { text: '年度预算申请\r', paragraph: IN_TABLE },
        cell('（万元）'),
        cell(''),
        ROW,
        { text: '备注\r' },
      ]),
    );
    expect(body).toBe('标题\f年度预算申请\r（万元）\u0007\u0007\n备注\f');
  });

  test('ends a row whose properties stand in another stream, being too many', async () => {
    const body = await bodyIn(
      wordStreams([cell('甲'), { text: '\u0007', paragraph: '466602000000' }], {
        elsewhere: `ffff0600${IN_TABLE}172401`,
      }),
    );
    expect(body).toBe('甲\u0007\n');
  });

  test('ends a row behind the definition of its table, whose length takes two bytes', async () => {
    const definition = `08d6${'0301'}${'00'.repeat(258)}`;
    const row = { text: '\u0007', paragraph: `${IN_TABLE}${definition}172401` };
    expect(await bodyIn(wordStreams([cell('甲'), row]))).toBe('甲\u0007\n');
  });

  test('has no text that was deleted while changes were tracked', async () => {
    const streams = wordStreams([
      { text: '2565', paragraph: IN_TABLE },
      { text: '.36', paragraph: IN_TABLE, characters: '000801' },
      cell('.37'),
      ROW,
    ]);
    expect(await bodyIn(streams)).toBe('2565.37\u0007\n');
  });

  test('keeps letters that are set apart by an odd width', async () => {
    expect(await bodyIn(wordStreams([cell('衡阳市', '40880f00'), ROW]))).toBe('衡阳市\u0007\n');
  });

  test('keeps its text where a page of it begins, and page breaks end a line', async () => {
    expect(await bodyIn(wordStreams([{ text: '上\f' }, { text: '下\r' }]))).toBe('上\f下\f');
  });

  test('may be saved with a byte a character, in part', async () => {
    const streams = wordStreams([
      cell('总额'),
      { ...cell('\u0093A\u0094 1'), isNarrow: true },
      ROW,
    ]);
    expect(await bodyIn(streams)).toBe('总额\u0007“A” 1\u0007\n');
  });

  test('is refused as encrypted where it has a password', async () => {
    await expect(bodyIn(wordStreams([cell('甲')], { flags: 0x0100 }))).rejects.toEqual(
      new Refusal('encrypted'),
    );
  });

  test('is refused where one piece of text is used again and again', async () => {
    const streams = wordStreams([cell('甲'.repeat(600)), cell('乙'.repeat(600))]);
    await expect(bodyIn(streams)).resolves.toHaveLength(1202);
    const many = Array.from({ length: 30 }, () => cell(''));
    await expect(bodyIn(repeated(wordStreams(many)))).rejects.toEqual(new Refusal('unsafe'));
  });

  test('of Word 95 is not read', async () => {
    const streams: Container = {
      async *stream() {
        yield Buffer.from('dca5', 'hex');
        yield Buffer.alloc(100);
      },
    };
    await expect(bodyIn(streams)).rejects.toEqual(new Refusal('unknown-kind'));
  });
});

/** The same with pieces that are all said to be the whole of the file. */
function repeated(streams: Container): Container {
  return {
    async *stream(name) {
      for await (const chunk of streams.stream(name)) {
        if (name === 'WordDocument') chunk.writeUInt32LE(60_000, 0x4c);
        if (name === '0Table') {
          for (let at = 1; at <= 30; at += 1) chunk.writeUInt32LE(at * 2_000, 205 + at * 4);
        }
        yield chunk;
      }
    },
  };
}

const form = departmentOverall();

function fieldsOf(filled: Answers): readonly string[] {
  return form.layout(filled, { draft: false }).cells.map(textOf);
}

/** What LibreOffice makes of a Word file as a .doc, read. */
async function readAsDoc(docx: Uint8Array): Promise<RawDocument> {
  const reading = await readFile({ name: 'form.doc', data: resaved(docx, 'docx', 'doc') });
  if (!reading.ok) throw new Error(reading.fault);
  return reading.document;
}

describe.skipIf(withoutLibreOffice)('a file that LibreOffice saved', { timeout: 60_000 }, () => {
  test.each([
    ['the sample form', sampleAnswers()],
    ['a form of hostile text', hostileAnswers()],
  ])('%s comes back field by field', async (_, filled) => {
    const document = await readAsDoc(await writeDocx(paperOf(filled)));
    const found = importDocument(form, 'form.doc', document);
    expect(found.ok && fieldsOf(found.form.answers)).toEqual(fieldsOf(filled));
    expect(found.ok && found.form.unplaced).toEqual([]);
  });

  test('rows of thirty cells are rows', async () => {
    const row = `<w:tr>${`<w:tc><w:tcPr><w:tcW w:w="300" w:type="dxa"/></w:tcPr>${wordParagraph('1')}</w:tc>`.repeat(30)}</w:tr>`;
    const table = `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="300"/>'.repeat(30)}</w:tblGrid>${row.repeat(2)}</w:tbl>`;
    const document = await readAsDoc(wordFile(`${table}${wordParagraph('完')}`));
    expect(document.rows.map((cells) => cells.length)).toEqual([30, 30]);
    expect(linesOf(document)).toEqual(['完']);
  });

  test('letters set apart stay, deleted ones go, and a field shows what it came to', async () => {
    const apart = '<w:r><w:rPr><w:spacing w:val="15"/></w:rPr><w:t>衡阳</w:t></w:r>';
    const deleted =
      '<w:del w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z"><w:r><w:delText>旧</w:delText></w:r></w:del>';
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>网址</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const document = await readAsDoc(wordFile(`<w:p>${apart}${deleted}${field}</w:p>`));
    expect(linesOf(document)).toEqual(['衡阳网址']);
  });
});

if (withoutLibreOffice) process.stderr.write(`skipped: ${withoutLibreOffice}\n`);
