#!/usr/bin/env node
import { loadEnvironment } from './config.js';
import { AppError, messageOf } from './errors.js';

/** Exit codes: 0 done, 1 findings or missed expectations, 2 the command could not be carried out. */
type Command = (args: readonly string[]) => Promise<number>;

/** Each command's code is loaded when it is used. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  chat: async () => (await import('./cli/chat.js')).chat,
  check: async () => (await import('./cli/check.js')).check,
  read: async () => (await import('./cli/read.js')).readWords,
  replay: async () => (await import('./cli/replay.js')).replay,
  schema: async () => (await import('./cli/schema.js')).schema,
};

const USAGE = `申报助手 shenbao

  shenbao chat                          在终端里对话 / talk in this terminal
  shenbao check FILE.json [--json]      核对一份申报，有错误时退出码为 1 / check a declaration; exit 1 on errors
  shenbao read --step ID "text"         一句话怎么理解 / how a sentence is understood
  shenbao replay TRANSCRIPT [--out DIR] 重放一段对话 / play a conversation file
  shenbao schema                        申报表的 JSON Schema / JSON Schema of a declaration
`;

const HELP = /^(?:--help|-h)$/;

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const load = COMMANDS[name];
  const isHelp = name === '' || name === 'help' || [name, ...args].some((arg) => HELP.test(arg));
  if (!load || isHelp) {
    (isHelp ? process.stdout : process.stderr).write(USAGE);
    return isHelp ? 0 : 2;
  }
  loadEnvironment();
  const command = await load();
  return command(args);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const isExpected = error instanceof AppError && error.kind !== 'bug';
    const text =
      isExpected || !(error instanceof Error) ? messageOf(error) : (error.stack ?? error.message);
    process.stderr.write(`shenbao: ${text}\n`);
    process.exitCode = 2;
  },
);
