import { writePdf } from '../../src/documents/write/pdf.js';
import { AppError } from '../../src/errors.js';
import { answers } from './answers.js';
import { paperOf } from './papers.js';

/** What a reader that knows nothing of this program finds in a PDF. */
export interface ReadPdf {
  readonly title: string;
  /** As PDF writes it: D:20261124000000Z. */
  readonly created: string;
  readonly pages: readonly ReadPage[];
}

export interface ReadPage {
  /** The page's text without blanks and line breaks, which a PDF does not tell from gaps. */
  readonly text: string;
  readonly runs: readonly TextRun[];
}

/** Text in one piece, by the left end of its baseline, in points from the page's lower left corner. */
export interface TextRun {
  readonly text: string;
  /** In points. */
  readonly size: number;
  readonly left: number;
  readonly bottom: number;
}

export async function readPdf(data: Uint8Array): Promise<ReadPdf> {
  // pdfjs asks for what draws pages even where it only reads their texts.
  Object.assign(globalThis, {
    DOMMatrix: class {},
    ImageData: class {},
    Path2D: class {},
  });
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: data.slice(), verbosity: 0 }).promise;
  const info = (await document.getMetadata()).info as Readonly<Record<string, string>>;
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1);
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await document.getPage(number)).getTextContent();
      return readPage(items.flatMap((item) => ('str' in item ? [item] : [])));
    }),
  );
  await document.destroy();
  return { title: info['Title'] ?? '', created: info['CreationDate'] ?? '', pages };
}

function readPage(
  items: readonly { readonly str: string; readonly transform: readonly number[] }[],
): ReadPage {
  const runs = items
    .filter(({ str }) => str.trim() !== '')
    .map(({ str, transform }) => ({
      text: str,
      size: transform[0] ?? 0,
      left: transform[4] ?? 0,
      bottom: transform[5] ?? 0,
    }));
  return { text: withoutBlanks(runs.map(({ text }) => text).join('')), runs };
}

export function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}

/** Why no PDF can be made on this machine, or undefined. */
export async function missingForPdf(): Promise<string | undefined> {
  return missing(() => writePdf(paperOf(answers({}))));
}

/** What is not installed that `make` needs, in the words meant for the operator. Printed: what is skipped is seen. */
export async function missing(make: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await make();
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'unavailable') throw error;
    process.stderr.write(`skipped: ${error.message}\n`);
    return error.message;
  }
}
