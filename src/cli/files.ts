import { mkdir, writeFile } from 'node:fs/promises';
import { join, parse, resolve } from 'node:path';
import type { FilePart } from '../app/ports.js';

/** Writes a file into a folder and tells its path. A file that is there already is kept: the new one is numbered. */
export async function saveFile(folder: string, { name, data }: FilePart): Promise<string> {
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
