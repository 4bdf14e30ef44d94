import { mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { diagnosis } from './diagnosis.js';
import { files } from './documents.js';
import { page } from './page.js';
import { parked } from './parked.js';
import { fuzz, reading } from './reading.js';
import { slack } from './slack.js';
import { start } from './start.js';
import { growth, turns } from './turns.js';

const BENCHES = { turns, growth, parked, start, reading, diagnosis, files, page, slack };
/** Run only when asked for by name: it takes a minute or two. */
const ON_REQUEST = { fuzz };

mkdirSync('build', { recursive: true });
const wanted = process.argv.slice(2);
const cpu = cpus()[0]?.model ?? 'unknown processor';
process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpu}\n`);
for (const [name, bench] of Object.entries({ ...BENCHES, ...ON_REQUEST })) {
  if (wanted.length > 0 ? !wanted.includes(name) : name in ON_REQUEST) continue;
  process.stdout.write(`\n${await bench()}\n`);
}
