import { basename } from 'node:path';
import { z } from 'zod';
import type { Documents } from '../app/ports.js';
import { readConfig } from '../config.js';
import { short } from '../domain/text.js';
import { AppError } from '../errors.js';
import { departmentOverall } from '../forms/department-overall/form.js';
import type { Profile } from '../forms/department-overall/profile.js';
import type { Form, Problem } from '../forms/form.js';
import { wordingOf } from '../interview/notice.js';
import { profileOf, shippedProfile, shippedProfiles } from '../profiles.js';
import { type ImportedForm, importDocument } from '../reading/document/import.js';
import { loadFile } from './files.js';
import { cliWording } from './wording.js';

/** A form that a file holds, and the variant of it that it follows. */
export interface FormInFile extends ImportedForm {
  readonly definition: Form;
}

/** Reads a form from a file of any readable format. Throws a sentence when it holds none. */
export async function formIn(path: string, documents: Documents): Promise<FormInFile> {
  const reading = await documents.read(await loadFile(path));
  if (!reading.ok) {
    const words = wordingOf(readConfig().locale).fileFault({ fault: reading.fault });
    throw new AppError('input', `${path}: ${words}`);
  }
  const { document } = reading;
  const definition = departmentOverall(profileFor(path, document.declaration));
  const found = importDocument(definition, basename(path), document);
  if (!found.ok) throw noForm(path, found.problems);
  return { definition, ...found.form };
}

function noForm(path: string, problems: readonly Problem[]): AppError {
  const words = cliWording();
  if (problems.length === 0) return new AppError('input', words.noForm(path));
  const lines = problems.map(({ path: at, message }) => `  ${at || words.wholeFile}: ${message}`);
  return new AppError('input', words.noDeclaration(path, lines));
}

const namedSchema = z.object({ profile: z.string() });

/** The profile a declaration names, which must be shipped or set; the one that is set when it names none. */
function profileFor(path: string, declaration: unknown): Profile {
  const set = profileOf(readConfig().profile);
  const name = namedSchema.safeParse(declaration).data?.profile ?? set.id;
  const profile = name === set.id ? set : shippedProfile(name);
  if (profile) return profile;
  throw new AppError('input', cliWording().noProfile(path, name, shippedProfiles().join(', ')));
}

/** What of a file was not taken, in words: texts without a place on the form, kinds it does not have, amounts. */
export function notTaken({ definition: form, unplaced, remarks }: FormInFile): readonly string[] {
  const words = cliWording();
  const places = [
    ...unplaced.map((each) => words.quoted(short(each.words), each.at)),
    ...(remarks.strays ?? []).map(({ heading, name }) => words.quoted(short(name), heading)),
  ];
  const unread = (remarks.unread ?? []).map((each) =>
    words.quoted(short(each.words), form.steps.get(each.place.step)?.label ?? ''),
  );
  return [
    ...(places.length > 0 ? [words.unplaced(places)] : []),
    ...(unread.length > 0 ? [words.unread(unread)] : []),
  ];
}
