import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Paper } from '../../src/app/ports.js';
import { writeDocx } from '../../src/documents/write/docx.js';

/** LibreOffice, a process each: a Word file to PDF. Undefined where it is not installed. */
export async function withLibreOffice(paper: Paper): Promise<true | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-peer-'));
  try {
    const path = join(folder, 'a.docx');
    writeFileSync(path, await writeDocx(paper));
    const profile = `-env:UserInstallation=file://${join(tmpdir(), 'shenbao-peer-profile')}`;
    const args = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, path];
    execFileSync('soffice', args, { stdio: 'ignore' });
    return existsSync(join(folder, 'a.pdf')) ? true : undefined;
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
