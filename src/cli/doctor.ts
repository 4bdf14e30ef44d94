import { access, constants, mkdir } from 'node:fs/promises';
import { type Diagnosis, right, wrong } from '../channels/diagnosis.js';
import { type Config, readConfig } from '../config.js';
import { isUnavailable, messageOf } from '../errors.js';
import { NO_ANSWERS } from '../forms/answers.js';
import { departmentOverall } from '../forms/department-overall/form.js';
import { openDocuments } from '../main.js';
import { profileOf } from '../profiles.js';
import { readOptions } from './arguments.js';
import { cliWording } from './wording.js';

const USAGE = 'shenbao doctor';
const MARKS: Readonly<Record<Diagnosis['state'], string>> = {
  right: '✓',
  wrong: '✗',
  unseen: '？',
};

/** `shenbao doctor`: what is set, and what is wrong with it, a line each. 1 when something is wrong. */
export async function doctor(args: readonly string[]): Promise<number> {
  readOptions(args, {}, USAGE);
  const config = readConfig();
  const examined = [
    right(cliWording().node(process.version)),
    await ofFolder(config),
    await ofForm(config),
    ...(await ofSlack(config)),
  ];
  for (const { state, text } of examined) process.stdout.write(`${MARKS[state]} ${text}\n`);
  return examined.some(({ state }) => state === 'wrong') ? 1 : 0;
}

async function ofFolder({ data }: Config): Promise<Diagnosis> {
  try {
    await mkdir(data, { recursive: true });
    await access(data, constants.R_OK | constants.W_OK);
    return right(cliWording().folder(data));
  } catch (error) {
    return wrong(cliWording().folderNot(data, messageOf(error)));
  }
}

/** Whether the region's form is there, and can be made into a PDF: the most that any file needs. */
async function ofForm(config: Config): Promise<Diagnosis> {
  const documents = openDocuments(config);
  try {
    const form = departmentOverall(profileOf(config.profile));
    const sheet = form.layout(NO_ANSWERS, { draft: true });
    await documents.write({ sheet, declaration: form.document(NO_ANSWERS), at: 0 }, 'pdf');
    return right(cliWording().formAndFonts(config.profile));
  } catch (error) {
    const words = isUnavailable(error) ? cliWording().fontsNot : cliWording().formNot;
    return wrong(words(messageOf(error)));
  } finally {
    await documents.close();
  }
}

async function ofSlack({ slack, locale }: Config): Promise<readonly Diagnosis[]> {
  if (slack.type === 'off') return [right(cliWording().off('Slack'))];
  if (slack.type === 'incomplete') return [wrong(cliWording().incomplete('Slack', slack.missing))];
  const { examineSlack } = await import('../channels/slack/doctor.js');
  return examineSlack(slack, locale, Date.now);
}
