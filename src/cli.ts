#!/usr/bin/env node
import { cliWording } from './cli/wording.js';
import { loadEnvironment } from './config.js';
import { AppError, messageOf } from './errors.js';

/** Exit codes: 0 done, 1 findings or missed expectations, 2 the command could not be carried out. */
type Command = (args: readonly string[]) => Promise<number>;

/** Each command's code is loaded when it is used. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['chat', async () => (await import('./cli/chat.js')).chat],
  ['check', async () => (await import('./cli/check.js')).check],
  ['convert', async () => (await import('./cli/convert.js')).convert],
  ['doctor', async () => (await import('./cli/doctor.js')).doctor],
  ['read', async () => (await import('./cli/read.js')).readWords],
  ['replay', async () => (await import('./cli/replay.js')).replay],
  ['serve', async () => (await import('./cli/serve.js')).serve],
  ['schema', async () => (await import('./cli/schema.js')).schema],
]);

const HELP = /^(?:--help|-h)$/;

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const load = COMMANDS.get(name);
  const isHelp = name === '' || name === 'help' || [name, ...args].some((arg) => HELP.test(arg));
  loadEnvironment();
  if (!load || isHelp) {
    (isHelp ? process.stdout : process.stderr).write(cliWording().commands);
    return isHelp ? 0 : 2;
  }
  const command = await load();
  return command(args);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isExpected = error instanceof AppError && error.kind !== 'bug';
    const fault = error instanceof AppError ? error.code : undefined;
    const words =
      fault && `${cliWording().faults[fault]} (${messageOf(error).split(': ')[0] ?? ''})`;
    const text =
      words ??
      (isExpected || !(error instanceof Error) ? messageOf(error) : (error.stack ?? error.message));
    process.stderr.write(`shenbao: ${text}\n`);
    process.exitCode = 2;
  },
);
