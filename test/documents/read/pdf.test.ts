import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readPdf as read } from '../../../src/documents/read/pdf.js';
import { readFile } from '../../../src/documents/read/read-file.js';
import { writeDocx } from '../../../src/documents/write/docx.js';
import { writePdf } from '../../../src/documents/write/pdf.js';
import type { Answers } from '../../../src/forms/answers.js';
import type { RawDocument } from '../../../src/reading/raw-document.js';
import { answers } from '../../support/answers.js';
import { resaved, withoutLibreOffice } from '../../support/libreoffice.js';
import { hostileAnswers, largeAnswers, paperOf, sampleAnswers } from '../../support/papers.js';
import { missingForPdf } from '../../support/pdf.js';

const withoutTypst = await missingForPdf();
if (withoutLibreOffice) process.stderr.write(`skipped: ${withoutLibreOffice}\n`);

/** Long answers: rows and cells that the end of a page cuts, in the middle of a paragraph and between two. */
const longAnswers = answers(
  { year: '2026' },
  {
    duties: [{ text: '职责。' }],
    tasks: [
      { name: '甲', content: `${'开展工作，'.repeat(150)}完。`, total: '3' },
      { name: '乙', content: `${'继续推进，'.repeat(200)}完。\n另起一行。`, total: '3' },
      { name: '丙', content: '短', total: '1' },
    ],
    goals: [
      { text: `目标1：${'做好服务。'.repeat(120)}` },
      { text: `目标2：${'做好服务。'.repeat(100)}` },
    ],
  },
);

const FORMS: readonly (readonly [string, Answers])[] = [
  ['the sample form', sampleAnswers()],
  ['an empty form', answers({})],
  ['a form of 120 tasks and 180 indicators', largeAnswers()],
  ['a form whose cells go on over pages', longAnswers],
];

async function faultOf(data: Uint8Array): Promise<string | undefined> {
  const reading = await readFile({ name: 'a.pdf', data });
  return reading.ok ? undefined : reading.fault;
}

type Places = readonly (readonly (readonly string[] | null)[])[];

/** What the sheet has at each place of its grid; null where a cell covers it. */
function sheetPlaces(filled: Answers): Places {
  const { rows, columns, cells } = paperOf(filled).sheet;
  return rows.map((_, row) =>
    columns.map((_, column) => {
      const cell = cells.find((each) => each.row === row && each.column === column);
      return cell ? cell.paragraphs.map(({ text }) => text).filter((text) => text !== '') : null;
    }),
  );
}

function placesOf({ rows }: RawDocument): Places {
  return rows.map((row) => row.map((cell) => (cell === null ? null : cell.paragraphs)));
}

/** The same with the labels at the left as one text each: nothing in the Word file's look tells their lines apart. */
function withWholeLabels(places: Places): Places {
  return places.map(([label, ...others]) => [label ? [label.join('')] : null, ...others]);
}

describe('a PDF of our own', () => {
  beforeEach(({ skip }) => skip(withoutTypst !== undefined, withoutTypst));

  test.each(FORMS)('of %s equals its sheet, cell by cell', async (_, filled) => {
    const document = await read(await writePdf(paperOf(filled)));
    expect(placesOf(document)).toEqual(sheetPlaces(filled));
  });

  test('of hostile text equals its sheet, but for a character that its font lacks', async () => {
    const document = await read(await writePdf(paperOf(hostileAnswers())));
    const expected = JSON.stringify(sheetPlaces(hostileAnswers()));
    expect(JSON.stringify(placesOf(document))).toBe(expected);
  });

  test('of a draft has its mark once above the table: those at the foot and across pages are no text', async () => {
    const document = await read(await writePdf(paperOf(sampleAnswers(), { draft: true })));
    expect(document.lines).toEqual([
      { at: '¶1', paragraphs: ['草稿 · 尚未定稿，请勿报送'] },
      { at: '¶2', paragraphs: ['预算公开表10'] },
      { at: '¶3', paragraphs: ['部门整体支出绩效目标申报表'] },
      { at: '¶4', paragraphs: ['（ 2020 年度）'] },
      { at: '¶5', paragraphs: ['填报单位（盖章）：衡阳市司法局\t单位负责人（签名）：魏中发'] },
    ]);
    expect(placesOf(document)).toEqual(sheetPlaces(sampleAnswers()));
  });

  test('names cells by their place in the whole table, over all pages', async () => {
    const { rows } = await read(await writePdf(paperOf(sampleAnswers())));
    expect(rows[0]?.[1]?.at).toBe('B1');
    expect(rows[17]?.[5]).toEqual({ at: 'F18', paragraphs: ['664万元'] });
    expect(rows[48]?.[0]).toEqual({ at: 'A49', paragraphs: ['财政部门', '审核意见'] });
  });
});

describe.skipIf(withoutLibreOffice)('our Word file, printed by LibreOffice', () => {
  const printed = new Map<Answers, Uint8Array>();
  const hostile = hostileAnswers();

  beforeAll(async () => {
    for (const filled of [...FORMS.map(([, each]) => each), hostile]) {
      printed.set(filled, resaved(await writeDocx(paperOf(filled)), 'docx', 'pdf'));
    }
  }, 120_000);

  test.each([...FORMS, ['hostile text', hostile] as const])(
    '%s: the table equals the sheet, cell by cell',
    async (_, filled) => {
      const document = await read(printed.get(filled) ?? new Uint8Array());
      expect(withWholeLabels(placesOf(document))).toEqual(withWholeLabels(sheetPlaces(filled)));
    },
  );
});

/** A PDF of pages that all draw the same. */
function pdf(drawing: string, { pages = 1, trailer = '' } = {}): Uint8Array {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 5} 0 R`);
  const page =
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 3 0 R>>';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${kids.join(' ')}]>>`,
    `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...kids.map(() => page),
  ];
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  const end = `trailer<</Root 1 0 R/Size ${objects.length + 1}${trailer}>>`;
  return new TextEncoder().encode(`%PDF-1.4\n${body}${end}`);
}

const TEXT = 'BT /F 12 Tf 50 700 Td (reporting unit: a bureau) Tj ET';

describe('text on a page', () => {
  test('is one line with blanks where words stand apart, and a tab where they stand far apart', async () => {
    const drawing = 'BT /F 12 Tf 50 700 Td [(reporting)-300(unit)-9000(head of the unit)] TJ ET';
    const { lines } = await read(pdf(drawing));
    expect(lines).toEqual([{ at: '¶1', paragraphs: ['reporting unit\thead of the unit'] }]);
  });

  test('is left out when it leans across the page', async () => {
    const mark = 'BT 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT) Tj ET';
    const { lines } = await read(pdf(`${TEXT} ${mark}`));
    expect(lines).toEqual([{ at: '¶1', paragraphs: ['reporting unit: a bureau'] }]);
  });

  test('is read in a label that is turned to run down beside its rows', async () => {
    const frame = '50 600 m 400 600 l 50 700 m 400 700 l 50 600 m 50 700 l 400 600 m 400 700 l S';
    const inner = '80 600 m 80 700 l 80 650 m 400 650 l S';
    const label = 'BT /F 12 Tf 0 -1 1 0 60 690 Tm (tasks) Tj ET';
    const cells = 'BT /F 12 Tf 90 670 Td (the first task) Tj 0 -50 Td (the second task) Tj ET';
    const { rows } = await read(pdf(`${frame} ${inner} ${label} ${cells}`));
    expect(rows.map((row) => row.map((each) => each?.paragraphs.join() ?? null))).toEqual([
      ['tasks', 'the first task'],
      [null, 'the second task'],
    ]);
  });
});

describe('a file that is not read says why', () => {
  test('one that is cut off, however early', async () => {
    expect(await faultOf(new TextEncoder().encode('%PDF-1.7'))).toBe('damaged');
    expect(await faultOf(pdf(TEXT).slice(0, 40))).toBe('damaged');
  });

  test('a password', async () => {
    const hash = 'A'.repeat(32);
    const encrypt = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(${hash})/U(${hash})>>/ID[(a)(a)]`;
    expect(await faultOf(pdf(TEXT, { trailer: encrypt }))).toBe('encrypted');
  });

  test('hardly any text: a scan', async () => {
    expect(await faultOf(pdf('BT /F 12 Tf 50 700 Td (1 / 2) Tj ET'))).toBe('no-text');
  });

  test('more than 60 pages', async () => {
    expect(await faultOf(pdf(TEXT, { pages: 60 }))).toBeUndefined();
    expect(await faultOf(pdf(TEXT, { pages: 61 }))).toBe('too-much');
  });
});

test('what is read stays as it was given, in a buffer of Node too', async () => {
  const data = Buffer.from(pdf(TEXT));
  expect(await faultOf(data)).toBeUndefined();
  expect(data).toEqual(Buffer.from(pdf(TEXT)));
});
