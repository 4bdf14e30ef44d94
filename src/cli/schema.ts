import { z } from 'zod';
import { profileSchema } from '../forms/department-overall/profile.js';
import { declarationSchema } from '../forms/department-overall/schema.js';
import { readOptions } from './arguments.js';

const USAGE = 'shenbao schema [--profile]';

/** `shenbao schema`: the JSON Schema of a finished declaration, or of a profile. */
export async function schema(args: readonly string[]): Promise<number> {
  const { profile } = readOptions(args, { profile: { type: 'boolean' } }, USAGE);
  const json = profile
    ? z.toJSONSchema(profileSchema, { io: 'input' })
    : z.toJSONSchema(declarationSchema);
  process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  return 0;
}
