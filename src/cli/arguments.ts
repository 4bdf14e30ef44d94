import { type ParseArgsConfig, parseArgs } from 'node:util';
import { AppError, messageOf } from '../errors.js';
import { cliWording } from './wording.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** A command's options and its one argument. Throws a sentence with the usage when they are wrong. */
export function readArguments<O extends Options>(
  args: readonly string[],
  options: O,
  usage: string,
) {
  const { values, positionals } = parsed(args, options, usage);
  const [argument, ...more] = positionals;
  if (argument === undefined || more.length > 0) throw misused(cliWording().oneArgument, usage);
  return { values, argument };
}

/** The two arguments of a command. Throws like `readArguments`. */
export function readTwo(args: readonly string[], usage: string): readonly [string, string] {
  const { positionals } = parsed(args, {}, usage);
  const [first, second, ...more] = positionals;
  if (first === undefined || second === undefined || more.length > 0)
    throw misused(cliWording().twoArguments, usage);
  return [first, second];
}

/** The options of a command that takes no argument. Throws like `readArguments`. */
export function readOptions<O extends Options>(args: readonly string[], options: O, usage: string) {
  const { values, positionals } = parsed(args, options, usage);
  if (positionals.length > 0) throw misused(cliWording().noArgument, usage);
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
  return new AppError('input', cliWording().misused(what, usage));
}
