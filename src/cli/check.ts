import { z } from 'zod';
import { readConfig } from '../config.js';
import { countBySeverity, type Finding } from '../domain/finding.js';
import { AppError, messageOf } from '../errors.js';
import { departmentOverall } from '../forms/department-overall/form.js';
import type { Profile } from '../forms/department-overall/profile.js';
import { findingSentence } from '../interview/notice.js';
import { profileOf, shippedProfile, shippedProfiles } from '../profiles.js';
import { readArguments, readText } from './arguments.js';

const USAGE = 'shenbao check FILE.json [--json]';
const SIGNS = { error: '✗', warning: '!', hint: '·' } as const;

/** `shenbao check`: the findings on a declaration; exit 1 when one of them is an error. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, argument } = readArguments(args, { json: { type: 'boolean' } }, USAGE);
  const document = parse(argument, await readText(argument));
  const form = departmentOverall(profileFor(argument, document));
  const intake = form.intake(document);
  if (!intake.ok) {
    const problems = intake.problems.map(
      ({ path, message }) => `  ${path || '(file)'}: ${message}`,
    );
    throw new AppError('input', `${argument} is no declaration\n${problems.join('\n')}`);
  }
  const findings = form.check(intake.answers, intake.remarks);
  const { locale } = readConfig();
  const sentence = (finding: Finding) => findingSentence(form, locale, finding);
  const output = values.json
    ? JSON.stringify(
        findings.map((each) => ({ ...each, message: sentence(each) })),
        null,
        2,
      )
    : findings.map((each) => `${SIGNS[each.severity]} ${each.rule} ${sentence(each)}`).join('\n');
  const counts = countBySeverity(findings);
  const summary = `${counts.error} error, ${counts.warning} warning, ${counts.hint} hint`;
  process.stdout.write(
    values.json ? `${output}\n` : `${output}${output === '' ? '' : '\n'}${summary}\n`,
  );
  return counts.error > 0 ? 1 : 0;
}

const namedSchema = z.object({ profile: z.string() });

/** The profile a document names, which must be shipped or set; the one that is set when it names none. */
function profileFor(path: string, document: unknown): Profile {
  const set = profileOf(readConfig().profile);
  const name = namedSchema.safeParse(document).data?.profile ?? set.id;
  const profile = name === set.id ? set : shippedProfile(name);
  if (profile) return profile;
  const known = shippedProfiles().join(', ');
  throw new AppError(
    'input',
    `${path}: profile: ${name} is not here; SHENBAO_PROFILE may name its file; shipped are ${known}`,
  );
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new AppError('input', `${path} is no JSON: ${messageOf(error)}`, { cause: error });
  }
}
