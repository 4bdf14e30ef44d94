import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from '../../src/store/sqlite-adapter.js';
import { type Latencies, measure } from './measure.js';

/** The floor: what it costs to write a turn's three records and nothing else, through the same adapter. */
export async function bareCommits(count: number, inFlight: number): Promise<Latencies> {
  const folder = mkdtempSync(join(process.cwd(), 'build', 'bench-'));
  const file = openSqlite(join(folder, 'bare.db'));
  const adapter = file.adapter();
  const result = await measure(count, inFlight, async (index, lane) => {
    const id = String(index).padStart(9, '0');
    await adapter.setMany?.([
      { key: `message:bench:${id}`, value: 'm'.repeat(600) },
      { key: `conversation:c${lane}`, value: 'c'.repeat(330) },
      { key: `entry:c${lane}/1:${id}`, value: 'e'.repeat(380) },
    ]);
  });
  file.close();
  rmSync(folder, { recursive: true, force: true });
  return result;
}
