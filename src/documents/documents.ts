import type { Documents, FileReading } from '../app/ports.js';
import { AppError } from '../errors.js';
import { type Thread, thread } from './thread.js';
import type { Made, PictureJob, WriteJob } from './worker.js';

export interface DocumentsOptions {
  /** A folder with the fonts of PDF files and pictures, instead of the package of fonts. */
  readonly fonts?: string | undefined;
  /** The module that runs in the threads. */
  readonly worker?: URL;
}

/** Longest a file may take to be read, and to be made, in milliseconds: the sample takes less than 1,000. 〔推〕 */
const READ_MS = 20_000;
const WRITE_MS = 60_000;
/** Megabytes of memory for a reader; files that need more are no forms. pdfjs and the font of a form need 200. */
const READ_MB = 300;
/** Typst holds up to 400 MB for the largest form that was measured. */
const WRITE_MB = 1_500;

/**
 * Files are made in one thread and read in another, so that conversations never wait for either: jobs queue,
 * and a thread that takes too much time or memory is ended and started anew.
 */
export function documents({
  fonts,
  worker = new URL('./worker.js', import.meta.url),
}: DocumentsOptions = {}): Documents {
  const writing = thread({ module: worker, longestMs: WRITE_MS, memoryMb: WRITE_MB });
  const reading = thread({ module: worker, longestMs: READ_MS, memoryMb: READ_MB });
  return {
    async write(paper, format) {
      const job: WriteJob = { paper, format, fonts };
      return madeIn(writing, 'write', job);
    },
    async picture(paper, pages) {
      const job: PictureJob = { paper, pages, fonts };
      return madeIn(writing, 'picture', job);
    },
    async read(file) {
      const result = await reading.run<FileReading>('read', file);
      return result === 'exceeded' ? { ok: false, fault: 'too-slow' } : result;
    },
    async close() {
      await Promise.all([writing.close(), reading.close()]);
    },
  };
}

async function madeIn<T>(where: Thread, name: string, job: unknown): Promise<T> {
  const result = await where.run<Made<T>>(name, job);
  if (result === 'exceeded') throw new AppError('bug', `${name} took too much time or memory`);
  if (!result.ok) throw new AppError('unavailable', result.unavailable);
  return result.made;
}
