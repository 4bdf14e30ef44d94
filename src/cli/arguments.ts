import { readFile } from 'node:fs/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AppError, messageOf } from '../errors.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** A command's options and its one argument. Throws a sentence with the usage when they are wrong. */
export function readArguments<O extends Options>(
  args: readonly string[],
  options: O,
  usage: string,
) {
  const { values, positionals } = parsed(args, options, usage);
  const [argument, ...more] = positionals;
  if (argument === undefined || more.length > 0) throw misused('one argument is needed', usage);
  return { values, argument };
}

/** The options of a command that takes no argument. Throws like `readArguments`. */
export function readOptions<O extends Options>(args: readonly string[], options: O, usage: string) {
  const { values, positionals } = parsed(args, options, usage);
  if (positionals.length > 0) throw misused('no argument is needed', usage);
  return values;
}

function parsed<O extends Options>(args: readonly string[], options: O, usage: string) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw misused(messageOf(error), usage);
  }
}

function misused(what: string, usage: string): AppError {
  return new AppError('input', `${what}\nusage: ${usage}`);
}

/** A text file's content. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new AppError('input', `${path} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}
