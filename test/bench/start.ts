import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { table } from './measure.js';

const RUNS = 15;

/** From starting the program to its first sentence, beside node starting to print anything at all. */
export async function start(): Promise<string> {
  const folder = mkdtempSync(join(process.cwd(), 'build', 'bench-'));
  const environment = { ...process.env, SHENBAO_DATA: folder };
  const bare = await median(() => firstOutput(['-e', 'process.stdout.write("x")'], process.env));
  const chat = await median(() => firstOutput(['dist/cli.js', 'chat'], environment));
  rmSync(folder, { recursive: true, force: true });
  return table(
    ['start', 'ms (median)'],
    [
      ['node -e, first output', bare.toFixed(0)],
      ['shenbao chat, first reply', chat.toFixed(0)],
      ['the program’s own share', (chat - bare).toFixed(0)],
    ],
  );
}

async function median(run: () => Promise<number>): Promise<number> {
  const taken: number[] = [];
  for (let index = 0; index < RUNS; index += 1) taken.push(await run());
  return taken.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

function firstOutput(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, [...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
    let first = 0;
    child.stdout.once('data', () => {
      first = performance.now() - began;
      child.stdin.end();
    });
    child.once('error', reject);
    child.once('close', () => resolve(first));
  });
}
