import { readConfig } from '../config.js';
import { clean } from '../domain/text.js';
import { AppError } from '../errors.js';
import { NO_ANSWERS } from '../forms/answers.js';
import { departmentOverall } from '../forms/department-overall/form.js';
import { type Form, questionOf } from '../forms/form.js';
import { profileOf } from '../profiles.js';
import { read } from '../reading/read.js';
import type { Target } from '../reading/reading.js';
import { readArguments } from './arguments.js';
import { cliWording } from './wording.js';

const USAGE = 'shenbao read --step ID "text"';

/** `shenbao read`: how a sentence is understood when a step is being asked for, as JSON. */
export async function readWords(args: readonly string[]): Promise<number> {
  const { values, argument } = readArguments(args, { step: { type: 'string' } }, USAGE);
  const form = departmentOverall(profileOf(readConfig().profile));
  const asked = targetOf(form, values.step);
  const today = new Date().toISOString().slice(0, 10);
  const reading = read({ form, answers: NO_ANSWERS, asked, today }, clean(argument));
  process.stdout.write(`${JSON.stringify(reading, null, 2)}\n`);
  return 0;
}

/** A step or a question, such as totalFunds or income. */
function targetOf(form: Form, id: string | undefined): Target {
  const question = form.questions.find((each) => each.id === id);
  if (question) return { question: question.id };
  const owner = id === undefined ? undefined : questionOf(form, id);
  if (owner && id !== undefined) return { question: owner.id, step: id };
  const ids = [...new Set([...form.questions.map((each) => each.id), ...form.steps.keys()])];
  const known = ids.join(', ');
  const words = cliWording();
  const what = id === undefined ? words.stepNeeded(known) : words.unknownStep(id, known);
  throw new AppError('input', words.misused(what, USAGE));
}
