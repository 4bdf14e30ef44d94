import { readFile } from 'node:fs/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AppError, messageOf } from '../errors.js';

/** A command's options and its one argument. Throws a sentence with the usage when they are wrong. */
export function readArguments<O extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: O,
  usage: string,
) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    const [argument] = parsed.positionals;
    if (argument === undefined || parsed.positionals.length > 1)
      throw new Error('one argument is needed');
    return { values: parsed.values, argument };
  } catch (error) {
    throw new AppError('input', `${messageOf(error)}\nusage: ${usage}`);
  }
}

/** A text file's content. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new AppError('input', `${path} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}
