import type { DocumentFormat, FileReading, Paper, UploadedFile } from '../app/ports.js';
import { isUnavailable, messageOf } from '../errors.js';

/** What came of making something; a class of errors does not survive the way between threads. */
export type Made<T> =
  | { readonly ok: true; readonly made: T }
  | { readonly ok: false; readonly unavailable: string };

export interface WriteJob {
  readonly paper: Paper;
  readonly format: DocumentFormat;
  readonly fonts: string | undefined;
}

export interface PictureJob {
  readonly paper: Paper;
  readonly pages: number;
  readonly fonts: string | undefined;
}

/** Every format's writer is loaded when the first file of that format is made. */
export function write({ paper, format, fonts }: WriteJob): Promise<Made<Uint8Array>> {
  return made(async () => {
    switch (format) {
      case 'docx':
        return (await import('./write/docx.js')).writeDocx(paper);
      case 'xlsx':
        return (await import('./write/xlsx.js')).writeXlsx(paper);
      case 'pdf':
        return (await import('./write/pdf.js')).writePdf(paper, fonts);
      case 'html':
        return (await import('./write/html.js')).writeHtml(paper);
      default:
        return format satisfies never;
    }
  });
}

export function picture({ paper, pages, fonts }: PictureJob): Promise<Made<readonly Uint8Array[]>> {
  return made(async () => (await import('./write/png.js')).drawPages(paper, pages, fonts));
}

export async function read(file: UploadedFile): Promise<FileReading> {
  return (await import('./read/read-file.js')).readFile(file);
}

async function made<T>(make: () => Promise<T>): Promise<Made<T>> {
  try {
    return { ok: true, made: await make() };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return { ok: false, unavailable: messageOf(error) };
  }
}
