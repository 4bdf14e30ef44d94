import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../app/ports.js';
import { AppError, messageOf } from '../errors.js';
import { keyvStore } from './keyv-store.js';
import { openSqlite } from './sqlite-adapter.js';

/** Opens the embedded store in a data folder. Throws one clear sentence when that cannot be. */
export function openStore(folder: string): Store {
  const path = join(folder, 'shenbao.db');
  try {
    mkdirSync(folder, { recursive: true });
    const file = openSqlite(path);
    return keyvStore(file.adapter, file.close);
  } catch (error) {
    throw new AppError('store', `${path}: ${reason(messageOf(error))}`, { cause: error });
  }
}

function reason(message: string): string {
  if (/locked|busy/i.test(message))
    return 'is in use by another running shenbao; close that one first';
  if (/not a database|malformed|corrupt/i.test(message)) {
    return 'is not a readable database; nothing was changed, please restore it from a backup';
  }
  return `cannot be opened (${message})`;
}
