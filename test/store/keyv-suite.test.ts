import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite';
import Keyv from 'keyv';
import * as vitest from 'vitest';
import { openSqlite } from '../../src/store/sqlite-adapter.js';

const folder = mkdtempSync(join(tmpdir(), 'shenbao-keyv-'));
const file = openSqlite(join(folder, 'suite.db'));

vitest.afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true });
});

vitest.describe('the SQLite adapter passes Keyv’s own suite', () => {
  keyvTestSuite(vitest, Keyv, file.adapter);
  keyvIteratorTests(vitest, Keyv, file.adapter);
});
