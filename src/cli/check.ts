import { z } from 'zod';
import { readConfig } from '../config.js';
import { countBySeverity, type Finding } from '../domain/finding.js';
import { AppError, messageOf } from '../errors.js';
import { departmentOverall } from '../forms/department-overall/form.js';
import type { Profile } from '../forms/department-overall/profile.js';
import { findingSentence } from '../interview/notice.js';
import { profileOf, shippedProfile, shippedProfiles } from '../profiles.js';
import { readArguments, readText } from './arguments.js';
import { cliWording } from './wording.js';

const USAGE = 'shenbao check FILE.json [--last-year FILE2.json] [--json]';
const SIGNS = { error: '✗', warning: '!', hint: '·' } as const;

/** `shenbao check`: the findings on a declaration; exit 1 when one of them is an error. */
export async function check(args: readonly string[]): Promise<number> {
  const options = { json: { type: 'boolean' }, 'last-year': { type: 'string' } } as const;
  const { values, argument } = readArguments(args, options, USAGE);
  const { locale } = readConfig();
  if (locale === 'zh-cn') z.config(z.locales.zhCN());
  const { form, answers, remarks } = await takeIn(argument);
  const lastYear = values['last-year'];
  const previous = lastYear === undefined ? undefined : (await takeIn(lastYear)).answers;
  const findings = form.check(answers, { ...remarks, ...(previous && { previous }) });
  const sentence = (finding: Finding) => findingSentence(form, locale, finding);
  const counts = countBySeverity(findings);
  const output = values.json
    ? JSON.stringify(
        findings.map((each) => ({ ...each, message: sentence(each) })),
        null,
        2,
      )
    : [
        ...findings.map((each) => `${SIGNS[each.severity]} ${each.rule} ${sentence(each)}`),
        cliWording().counts(counts),
      ].join('\n');
  process.stdout.write(`${output}\n`);
  return counts.error > 0 ? 1 : 0;
}

/** A declaration from a file, and the form it is one of. Throws a sentence when it is none. */
async function takeIn(path: string) {
  const document = parse(path, await readText(path));
  const form = departmentOverall(profileFor(path, document));
  const intake = form.intake(document);
  if (intake.ok) return { form, ...intake };
  const words = cliWording();
  const problems = intake.problems.map(
    ({ path: at, message }) => `  ${at || words.wholeFile}: ${message}`,
  );
  throw new AppError('input', words.noDeclaration(path, problems));
}

const namedSchema = z.object({ profile: z.string() });

/** The profile a document names, which must be shipped or set; the one that is set when it names none. */
function profileFor(path: string, document: unknown): Profile {
  const set = profileOf(readConfig().profile);
  const name = namedSchema.safeParse(document).data?.profile ?? set.id;
  const profile = name === set.id ? set : shippedProfile(name);
  if (profile) return profile;
  throw new AppError('input', cliWording().noProfile(path, name, shippedProfiles().join(', ')));
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const words = cliWording().noJson(path, messageOf(error));
    throw new AppError('input', words, { cause: error });
  }
}
