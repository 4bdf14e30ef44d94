import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why LibreOffice cannot be used here; undefined when it can. */
export const withoutLibreOffice: string | undefined = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'LibreOffice (soffice) is not installed';
  }
})();

/** Has LibreOffice open a file and save it in another format: `doc`, `pdf`, `xlsx`. */
export function resaved(data: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'shenbao-lo-'));
  try {
    writeFileSync(join(folder, `form.${from}`), data);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, 'out');
    const args = ['--headless', profile, '--convert-to', to, '--outdir', out];
    execFileSync('soffice', [...args, join(folder, `form.${from}`)], { stdio: 'ignore' });
    return readFileSync(join(out, `form.${to.split(':')[0]}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
