import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../app/ports.js';
import { AppError, type FaultCode, messageOf } from '../errors.js';
import { keyvStore } from './keyv-store.js';
import { openSqlite } from './sqlite-adapter.js';

/** Opens the embedded store in a data folder. Throws one clear sentence when that cannot be. */
export function openStore(folder: string): Store {
  const path = join(folder, 'shenbao.db');
  try {
    mkdirSync(folder, { recursive: true });
    if (isCutShort(path)) throw new Error('database disk image is malformed');
    const file = openSqlite(path);
    return keyvStore(file.adapter, file.close);
  } catch (error) {
    const code = codeOf(messageOf(error));
    throw new AppError('store', `${path}: ${REASONS[code]} (${messageOf(error)})`, {
      cause: error,
      code,
    });
  }
}

const REASONS: Readonly<Record<FaultCode, string>> = {
  'in-use': 'is in use by another running shenbao; close that one first',
  damaged: 'is not a readable database; nothing was changed, please restore it from a backup',
  'not-opened': 'cannot be opened',
};

function codeOf(message: string): FaultCode {
  if (/locked|busy/i.test(message)) return 'in-use';
  return /not a database|malformed|corrupt/i.test(message) ? 'damaged' : 'not-opened';
}

/** The header of a SQLite file. Source: sqlite.org/fileformat.html, 1.3. */
const HEADER = { length: 100, pageSize: 16, pages: 28 };

/**
 * Whether a database file has fewer pages than it says. SQLite opens such a file and gives what is left of it,
 * and a person whose filings are gone would be greeted as a new one. Pages may also stand in the log beside it.
 */
function isCutShort(path: string): boolean {
  if (!existsSync(path) || (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0))
    return false;
  const { size } = statSync(path);
  if (size === 0) return false;
  const header = Buffer.alloc(HEADER.length);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, header, 0, HEADER.length, 0) < HEADER.length) return true;
  } finally {
    closeSync(file);
  }
  const written = header.readUInt16BE(HEADER.pageSize);
  const pageSize = written === 1 ? 65_536 : written;
  return size < header.readUInt32BE(HEADER.pages) * pageSize;
}
