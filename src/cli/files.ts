import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, parse, resolve } from 'node:path';
import {
  type FilePart,
  type FileWords,
  fileWords,
  LARGEST_FILE,
  type UploadedFile,
} from '../app/ports.js';
import type { NoFile } from '../channels/terminal.js';
import { AppError, messageOf } from '../errors.js';
import { cliWording } from './wording.js';

/** Writes a file into a folder and tells its path. A file that is there already is kept: the new one is numbered. */
export async function saveFile(
  folder: string,
  { name, data }: Pick<FilePart, 'name' | 'data'>,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const { name: stem, ext } = parse(name);
  for (let copy = 1; ; copy += 1) {
    const path = resolve(join(folder, copy === 1 ? name : `${stem}（${copy}）${ext}`));
    try {
      await writeFile(path, data, { flag: 'wx' });
      return path;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** A file by its path. Throws a sentence when it cannot be read. */
export async function loadFile(path: string): Promise<UploadedFile> {
  return { name: basename(path), data: await load(path) };
}

/** A text file's content. Throws like `loadFile`. */
export async function readText(path: string): Promise<string> {
  return (await load(path)).toString('utf8');
}

async function load(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const words = isMissing(error)
      ? cliWording().notFound(path)
      : cliWording().unreadable(path, messageOf(error));
    throw new AppError('input', words, { cause: error });
  }
}

/** Whether a file, or the folder it is to be in, does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Endings of files that people send, or try to: what cannot be read is said when it is read. */
const ENDING =
  /\.(?:docx?|docm|xlsx?|xlsm|xlsb|pdf|html?|txt|tsv|csv|json|rtf|odt|ods|wps|et|png|jpe?g|gif|bmp|tiff?|zip|rar|7z)$/i;
/** What may stand before a path, and what no path holds. */
const VERB = /^(?:导入|上传|打开|发送|import)\s*/i;
const PROSE = /[\n，。；？！]/;

/**
 * The file that a line names: 导入 去年.docx, a path, or what a terminal types for a file dropped on it.
 * Undefined when it names none; a sentence that ends like a file is one only where there is such a file.
 */
export async function fileIn(line: string): Promise<FileWords | NoFile | undefined> {
  const path = line
    .trim()
    .replace(VERB, '')
    .replace(/^(['"])(.*)\1$/, '$2')
    .replace(/\\ /g, ' ')
    .replace(/^~(?=\/)/, homedir());
  if (PROSE.test(path) || !ENDING.test(path)) return undefined;
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return { type: 'no-file', path };
  if (found.size > LARGEST_FILE) return { type: 'file', name: basename(path), data: null };
  return fileWords(await loadFile(path));
}
