import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, parse, resolve } from 'node:path';
import type { FilePart, FileWords, UploadedFile } from '../app/ports.js';
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
  try {
    return { name: basename(path), data: await readFile(path) };
  } catch (error) {
    const words = cliWording().unreadable(path, messageOf(error));
    throw new AppError('input', words, { cause: error });
  }
}

/** Endings of files that are taken for one when their path is typed. */
const READABLE = /\.(?:docx?|docm|xlsx?|xlsm|pdf|html?|txt|tsv|csv|json)$/i;

/** The file that a line names: 导入 去年.docx, a path, or what a terminal types for a file dropped on it. */
export async function fileIn(line: string): Promise<FileWords | undefined> {
  const path = line
    .trim()
    .replace(/^(?:导入|上传|打开|import)\s*/i, '')
    .replace(/^(['"])(.*)\1$/, '$2')
    .replace(/\\ /g, ' ')
    .replace(/^~(?=\/)/, homedir());
  if (path.includes('\n') || !READABLE.test(path)) return undefined;
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const { name, data } = await loadFile(path);
  return { type: 'file', name, data: Buffer.from(data).toString('base64') };
}
