import { z } from 'zod';
import { readConfig } from '../config.js';
import { countBySeverity, type Finding } from '../domain/finding.js';
import { findingSentence } from '../interview/notice.js';
import { openDocuments } from '../main.js';
import { readArguments } from './arguments.js';
import { type FormInFile, formIn, notTaken } from './document.js';
import { cliWording } from './wording.js';

const USAGE = 'shenbao check FILE [--last-year FILE2] [--json]';
const SIGNS = { error: '✗', warning: '!', hint: '·' } as const;

/** `shenbao check`: the findings on a form in a file; exit 1 when one of them is an error. */
export async function check(args: readonly string[]): Promise<number> {
  const options = { json: { type: 'boolean' }, 'last-year': { type: 'string' } } as const;
  const { values, argument } = readArguments(args, options, USAGE);
  const config = readConfig();
  if (config.locale === 'zh-cn') z.config(z.locales.zhCN());
  const documents = openDocuments(config);
  try {
    const found = await formIn(argument, documents);
    const lastYear = values['last-year'];
    const previous =
      lastYear === undefined ? undefined : (await formIn(lastYear, documents)).answers;
    const { definition: form, answers, remarks } = found;
    const findings = form.check(answers, { ...remarks, ...(previous && { previous }) });
    const sentence = (finding: Finding) => findingSentence(form, config.locale, finding);
    const output = values.json ? asJson(findings, sentence) : asText(found, findings, sentence);
    process.stdout.write(`${output}\n`);
    return countBySeverity(findings).error > 0 ? 1 : 0;
  } finally {
    await documents.close();
  }
}

function asJson(findings: readonly Finding[], sentence: (finding: Finding) => string): string {
  const worded = findings.map((each) => ({ ...each, message: sentence(each) }));
  return JSON.stringify(worded, null, 2);
}

/** The findings, what of the file was not taken, and how many findings there are. */
function asText(
  found: FormInFile,
  findings: readonly Finding[],
  sentence: (finding: Finding) => string,
): string {
  return [
    ...findings.map((each) => `${SIGNS[each.severity]} ${each.rule} ${sentence(each)}`),
    ...notTaken(found),
    cliWording().counts(countBySeverity(findings)),
  ].join('\n');
}
