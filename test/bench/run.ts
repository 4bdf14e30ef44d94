import { mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { parked } from './parked.js';
import { start } from './start.js';
import { growth, turns } from './turns.js';

const BENCHES = { turns, growth, parked, start };

mkdirSync('build', { recursive: true });
const wanted = process.argv.slice(2);
const cpu = cpus()[0]?.model ?? 'unknown processor';
process.stdout.write(`Node ${process.version}, ${cpus().length} × ${cpu}\n`);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n${await bench()}\n`);
}
