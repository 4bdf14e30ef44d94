import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OperatorCodes } from './pdf-operators.js';
import { Refusal } from './refusal.js';

/** A form of 300 lines has 13 pages. Source: document notes 4, “Safe rule”. */
const MOST_PAGES = 60;

/** What pdfjs looks for while it loads, though only drawing needs it. In a browser they are there. */
const DRAWING_TYPES = ['DOMMatrix', 'ImageData', 'Path2D'];

/**
 * Lets `read` have an open PDF. pdfjs works in this thread, from its own folder, with nothing from the network
 * and no code made of text; pictures are left out.
 *
 * @throws Refusal `encrypted`, `too-much` pages, or `damaged`.
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  read: (file: PDFDocumentProxy, codes: OperatorCodes) => Promise<T>,
): Promise<T> {
  const { getDocument, OPS } = await loadPdfjs();
  const task = getDocument({ ...options(), data: new Uint8Array(bytes) });
  try {
    const file = await task.promise;
    if (file.numPages > MOST_PAGES) throw new Refusal('too-much');
    return await read(file, OPS);
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(faultOf(error));
  } finally {
    await task.destroy();
  }
}

function loadPdfjs() {
  for (const name of DRAWING_TYPES) {
    if (!(name in globalThis)) Reflect.set(globalThis, name, class {});
  }
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** pdfjs takes over the bytes it is given, and refuses a Buffer: hence the copy above. */
function options() {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return {
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    useSystemFonts: false,
    useWasm: false,
    isEvalSupported: false,
    maxImageSize: 0,
    verbosity: 0,
  };
}

function faultOf(error: unknown): 'encrypted' | 'damaged' {
  return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'damaged';
}
