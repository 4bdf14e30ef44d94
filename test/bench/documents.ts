import { execFileSync } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Paper } from '../../src/app/ports.js';
import { documents } from '../../src/documents/documents.js';
import type { Answers } from '../../src/forms/answers.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { importDocument } from '../../src/reading/document/import.js';
import { largeAnswers, paperOf, sampleAnswers } from '../support/papers.js';
import { table } from './measure.js';

/** What is measured, each over the same papers; what it needs is loaded when it is first used. */
export const WAYS: Readonly<Record<string, (paper: Paper) => Promise<unknown>>> = {
  DOCX: async (paper) => (await import('../../src/documents/write/docx.js')).writeDocx(paper),
  '  docxtemplater, no merges': async (paper) =>
    (await import('./docxtemplater-peer.js')).withDocxtemplater(paper),
  XLSX: async (paper) => (await import('../../src/documents/write/xlsx.js')).writeXlsx(paper),
  '  exceljs, no formulas': async (paper) => (await import('./exceljs-peer.js')).withExceljs(paper),
  HTML: async (paper) => (await import('../../src/documents/write/html.js')).writeHtml(paper),
  PDF: async (paper) => (await import('../../src/documents/write/pdf.js')).writePdf(paper),
  '  LibreOffice, a process': async (paper) =>
    (await import('./libreoffice-peer.js')).withLibreOffice(paper),
  'PNG of page 1': async (paper) =>
    (await import('../../src/documents/write/png.js')).drawPages(paper, 1),
};

const RUNS = 15;
const SLOW_RUNS = 3;
const SIZES = { '38 rows': sampleAnswers, '300 rows': largeAnswers };

/** Milliseconds to make each kind of file, with other data on every run, and how long the event loop waits. */
export async function files(): Promise<string> {
  const rows = [];
  for (const [name, make] of Object.entries(WAYS)) {
    const warm = [];
    for (const answers of Object.values(SIZES)) warm.push(await median(name, make, answers()));
    rows.push([name, ...warm, coldStart(name)]);
  }
  const head = ['file', ...Object.keys(SIZES).map((size) => `${size}, ms warm`), 'first file, ms'];
  return `${table(head, rows)}\n\n${await readings()}\n\n${await waits()}`;
}

async function median(
  name: string,
  make: (paper: Paper) => Promise<unknown>,
  answers: Answers,
): Promise<string> {
  const isSlow = name.includes('LibreOffice');
  const taken: number[] = [];
  for (let run = 0; run < (isSlow ? SLOW_RUNS : RUNS) + 2; run += 1) {
    const paper = paperOf(withTotal(answers, run));
    const began = performance.now();
    const made = await make(paper);
    if (made === undefined) return 'not installed';
    taken.push(performance.now() - began);
  }
  return middle(taken);
}

/** Milliseconds to read and understand a file that this program wrote. */
async function readings(): Promise<string> {
  const { readFile } = await import('../../src/documents/read/read-file.js');
  const form = departmentOverall();
  const rows = [];
  for (const [name, write] of Object.entries(WRITTEN)) {
    const warm = [];
    for (const answers of Object.values(SIZES)) {
      const data = (await WAYS[write]?.(paperOf(answers()))) as Uint8Array;
      const file = { name: `form.${name}`, data };
      const taken: number[] = [];
      for (let run = 0; run < RUNS + 2; run += 1) {
        const began = performance.now();
        const reading = await readFile(file);
        if (!reading.ok || !importDocument(form, file.name, reading.document).ok)
          throw new Error(`${file.name} cannot be read`);
        taken.push(performance.now() - began);
      }
      warm.push(middle(taken));
    }
    rows.push([name, ...warm]);
  }
  return table(['file read', ...Object.keys(SIZES).map((size) => `${size}, ms warm`)], rows);
}

const WRITTEN = { docx: 'DOCX', xlsx: 'XLSX', html: 'HTML', pdf: 'PDF' } as const;

/** The median. The first two runs have loaded and warmed what they need. */
function middle(taken: readonly number[]): string {
  const sorted = taken.slice(2).toSorted((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1);
}

/** Other data on every run, so that nothing comes from a cache. */
function withTotal(answers: Answers, run: number): Answers {
  const total = { value: `${3000 + run}.25`, rev: 1 };
  return { ...answers, values: { ...answers.values, totalFunds: total } };
}

/** Loading and the first file, in a process of its own. */
function coldStart(name: string): string {
  const script = new URL('cold-file.js', import.meta.url);
  return execFileSync(process.execPath, [script.pathname, name], { encoding: 'utf8' }).trim();
}

/** The longest the event loop stood still while files were made as the program makes them. */
async function waits(): Promise<string> {
  const made = documents();
  const paper = paperOf(largeAnswers());
  const rows: string[][] = [];
  for (const format of ['docx', 'xlsx', 'pdf', 'html', 'png'] as const) {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    for (let run = 0; run < 3; run += 1) {
      if (format === 'png') await made.picture(paper, 3);
      else await made.write(paper, format);
    }
    delay.disable();
    rows.push([format, (delay.max / 1e6).toFixed(1)]);
  }
  await made.close();
  return table(['while a file of 300 rows is made', 'longest wait of the event loop, ms'], rows);
}
