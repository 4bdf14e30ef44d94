import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/app/ports.js';
import { readFile } from '../../src/documents/read/read-file.js';
import { writeDocx } from '../../src/documents/write/docx.js';
import { writeHtml } from '../../src/documents/write/html.js';
import { writePdf } from '../../src/documents/write/pdf.js';
import { writeXlsx } from '../../src/documents/write/xlsx.js';
import type { Answers } from '../../src/forms/answers.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { textOf } from '../../src/forms/sheet.js';
import { importDocument } from '../../src/reading/document/import.js';
import { answers } from '../support/answers.js';
import { resaved, withoutLibreOffice } from '../support/libreoffice.js';
import { hostileAnswers, largeAnswers, paperOf, sampleAnswers } from '../support/papers.js';
import { missingForPdf } from '../support/pdf.js';

const form = departmentOverall();
const lacking = await missingForPdf();

/** The form that a file holds, by what is in the file alone. */
async function readBack(name: string, data: Uint8Array) {
  const reading = await readFile({ name, data });
  if (!reading.ok) throw new Error(`${name}: ${reading.fault}`);
  const found = importDocument(form, name, reading.document);
  if (!found.ok) throw new Error(`${name} is no form`);
  return { ...found.form, carried: reading.document.declaration };
}

/** The same without what the program put into the file for itself: only what is seen counts. */
async function seenIn(name: string, data: Uint8Array) {
  const reading = await readFile({ name, data });
  if (!reading.ok) throw new Error(`${name}: ${reading.fault}`);
  const { lines, rows } = reading.document;
  const found = importDocument(form, name, { lines, rows });
  if (!found.ok) throw new Error(`${name} is no form`);
  return found.form;
}

function fieldsOf(filled: Answers): readonly string[] {
  return form.layout(filled, { draft: false }).cells.map(textOf);
}

const FORMS: readonly (readonly [string, Answers])[] = [
  ['the sample form', sampleAnswers()],
  ['an empty form', answers({})],
  ['a form of 120 tasks and 180 indicators', largeAnswers()],
  ['a form of hostile text', hostileAnswers()],
];

const WRITERS: Readonly<Record<string, (paper: Paper) => Promise<Uint8Array> | Uint8Array>> = {
  docx: writeDocx,
  xlsx: writeXlsx,
  html: writeHtml,
};

describe.each(FORMS)('%s, written and read back', (_, filled) => {
  test.each(Object.entries(WRITERS))(
    '%s: what is seen equals the data, field by field',
    async (format, write) => {
      const data = await write(paperOf(filled));
      const { answers: back, unplaced } = await seenIn(`form.${format}`, data);
      expect(fieldsOf(back)).toEqual(fieldsOf(filled));
      expect(unplaced).toEqual([]);
    },
  );

  test.skipIf(lacking)('pdf: what is seen equals the data, field by field', async () => {
    const { answers: back } = await seenIn('form.pdf', await writePdf(paperOf(filled)));
    expect(fieldsOf(back)).toEqual(fieldsOf(filled));
  });

  test.each(['docx', 'xlsx'] as const)(
    '%s: what is carried comes back without loss',
    async (format) => {
      const data = await WRITERS[format]?.(paperOf(filled));
      const { answers: back, edited } = await readBack(`form.${format}`, data ?? new Uint8Array());
      expect(JSON.stringify(form.document(back))).toEqual(JSON.stringify(form.document(filled)));
      expect(edited).toEqual([]);
    },
  );
});

describe('the sample form, however it was saved, is the same declaration', () => {
  const sample = fieldsOf(sampleAnswers());

  test('as tab text, the way it was published', async () => {
    const data = readFileSync(new URL('../fixtures/form-text-2020.txt', import.meta.url));
    const { answers: back } = await seenIn('form.txt', data);
    expect(fieldsOf(back)).toEqual(sample);
  });

  test.skipIf(withoutLibreOffice).each([
    ['docx', 'docx'],
    ['docx', 'doc'],
    ['docx', 'pdf'],
    ['xlsx', 'xlsx'],
  ])('%s, opened by LibreOffice and saved as %s', { timeout: 60_000 }, async (from, to) => {
    const data = await WRITERS[from]?.(paperOf(sampleAnswers()));
    const { answers: back } = await seenIn(
      `form.${to}`,
      resaved(data ?? new Uint8Array(), from, to),
    );
    expect(fieldsOf(back)).toEqual(sample);
  });
});

if (withoutLibreOffice) process.stderr.write(`skipped: ${withoutLibreOffice}\n`);
