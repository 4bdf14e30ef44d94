import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ZodError } from 'zod';
import { AppError, messageOf } from './errors.js';
import {
  DEFAULT_PROFILE,
  type Profile,
  profileSchema,
} from './forms/department-overall/profile.js';

const SHIPPED = new URL('./forms/department-overall/profiles/', import.meta.url);

/** What the profiles that come with the program are called. */
export function shippedProfiles(): readonly string[] {
  return [DEFAULT_PROFILE.id, ...readdirSync(SHIPPED).map((file) => basename(file, '.json'))];
}

/** A shipped profile by its name; undefined when none is called so. */
export function shippedProfile(name: string): Profile | undefined {
  if (name === DEFAULT_PROFILE.id) return DEFAULT_PROFILE;
  return shippedProfiles().includes(name)
    ? readProfile(name, new URL(`${name}.json`, SHIPPED))
    : undefined;
}

/** The profile that SHENBAO_PROFILE names: a shipped one, or a JSON file. Throws one line that names what is wrong. */
export function profileOf(setting: string): Profile {
  const shipped = shippedProfile(setting);
  if (shipped) return shipped;
  if (/[./\\]/.test(setting)) return readProfile(setting, setting);
  const names = shippedProfiles().join(', ');
  throw new AppError(
    'config',
    `SHENBAO_PROFILE: ${setting} is neither a JSON file nor one of ${names}`,
  );
}

function readProfile(name: string, path: string | URL): Profile {
  try {
    return profileSchema.parse(JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')));
  } catch (error) {
    throw new AppError('config', `SHENBAO_PROFILE: ${name}: ${reason(error)}`, { cause: error });
  }
}

function reason(error: unknown): string {
  const issue = error instanceof ZodError ? error.issues[0] : undefined;
  if (!issue) return messageOf(error).replace(/\s+/g, ' ');
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message;
}
