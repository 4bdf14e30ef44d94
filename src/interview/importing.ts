import { type Finding, ofSeverity } from '../domain/finding.js';
import { type Answers, rowsOf } from '../forms/answers.js';
import { type Form, type Section, type Step, sectionOf } from '../forms/form.js';
import type { Target } from '../reading/reading.js';
import { isOpen, promptOf } from './ask.js';
import { type Choice, importChoice } from './choices.js';
import { differencesIn } from './file-differences.js';
import { findingSentence, notice } from './notice.js';
import { linesInShort } from './rows.js';
import { hasWordsFor, saysFor } from './says-for.js';
import type { Asking, FileUse, ImportedFile, State } from './state.js';
import { sectionIdOf } from './warnings.js';
import { inShort } from './work.js';

export function stepsOf({ questions }: Section): readonly Step[] {
  return questions.flatMap(({ steps }) => steps);
}

/** The sections of a file that there is something to say about, in the order of the form. */
export function sectionsToSettle(
  form: Form,
  { filing: { answers } }: State,
  { form: { answers: found } }: ImportedFile,
  use: FileUse,
): readonly string[] {
  const isMeant = (section: Section) =>
    use === 'changes'
      ? differencesIn(section, answers, found).length > 0
      : section.questions.some((question) => isOpen(question, answers)) &&
        stepsOf(section).some((step) => hasWordsFor(step, found, use));
  return form.sections.filter(isMeant).map(({ id }) => id);
}

/**
 * What must be asked about a file before anything else: what it is, the next section with changes, or the
 * section that the next question belongs to. Undefined when it has nothing to say to it.
 */
export function askImport(
  form: Form,
  state: State,
  target: Target | undefined,
): Asking | undefined {
  const { conversation, file } = state;
  const { importing } = conversation;
  if (!importing || !file || conversation.focus) return undefined;
  if (!importing.use) return askKind(form, state, file);
  const next =
    importing.use === 'changes'
      ? importing.sections[0]
      : target && sectionOf(form, target.question)?.[0].id;
  const section = form.sections.find(({ id }) => id === next);
  if (!section || !importing.sections.includes(section.id)) return undefined;
  return askSection(form, state, file, importing.use, section);
}

/** Last year's form, or the one that is being filled? Only the person knows. */
function askKind(form: Form, { conversation }: State, { name, form: { answers } }: ImportedFile) {
  const { year = '' } = form.identify(answers);
  const choices = [importChoice('last-year'), importChoice('this-year')];
  const prompt = { ...promptOf(conversation, undefined, choices), importing: 'kind' as const };
  return { type: 'ask' as const, notices: [notice('importKind', { file: name, year })], prompt };
}

function askSection(
  form: Form,
  state: State,
  file: ImportedFile,
  use: FileUse,
  section: Section,
): Asking {
  const { conversation, filing } = state;
  const [first] = section.questions;
  const choices: Choice[] = [importChoice('adopt', use), importChoice('leave', use)];
  const isLast = (conversation.importing?.sections.length ?? 0) < 2;
  if (!isLast) choices.push(importChoice('adopt-all', use));
  const prompt = promptOf(conversation, first && { question: first.id }, choices);
  const place = { label: section.label, use };
  const words =
    use === 'changes'
      ? notice('importChanges', {
          ...place,
          changes: differencesIn(section, filing.answers, file.form.answers),
        })
      : notice('importSection', {
          ...place,
          ...contentsOf(section, file.form.answers, use),
          doubtful: doubtfulIn(form, state, file, section),
        });
  return {
    type: 'ask',
    notices: [words],
    prompt: { ...prompt, importing: { section: section.id } },
  };
}

/** Lines of a list that are shown where a section has several of them. */
const FEW_LINES = 3;

/** What a file holds of a section: its values, and the lines of its lists in short. */
function contentsOf(section: Section, answers: Answers, use: FileUse) {
  const steps = stepsOf(section).filter((step) => saysFor(step, answers, use));
  const lists = steps.filter((step) => step.type === 'rows');
  return {
    values: steps.flatMap((step) =>
      step.type === 'value' ? [inShort(step, answers.values[step.id]?.value)] : [],
    ),
    lists: lists.map((step) => ({
      label: step.label,
      count: rowsOf(answers, step.id).length,
      shown: linesInShort(
        step,
        rowsOf(answers, step.id),
        0,
        lists.length > 1 ? FEW_LINES : undefined,
      ),
    })),
  };
}

/** Doubtful lines that are spelt out. */
const SPELT_OUT = 5;

/**
 * What would be wrong with a section of the file on this form: its errors, and whatever was in order when the
 * file was last year's and no longer is, such as the year in its texts.
 */
function doubtfulIn(
  form: Form,
  { filing: { answers }, conversation: { locale } }: State,
  { form: { answers: found, remarks } }: ImportedFile,
  section: Section,
): readonly string[] {
  const asItWas = new Set(form.check(found, remarks).map(keyOf));
  const { values } = answers;
  const asItWouldBe = form.check({ ...found, values: { ...found.values, ...values } }, remarks);
  const own = asItWouldBe.filter((finding) => sectionIdOf(form, finding) === section.id);
  const errors = ofSeverity(own, 'error');
  const stale = own.filter((each) => !errors.includes(each) && !asItWas.has(keyOf(each)));
  return [...stale, ...errors]
    .slice(0, SPELT_OUT)
    .map((finding) => findingSentence(form, locale, finding));
}

function keyOf({ rule, place: { step, row, column } }: Finding): string {
  return [rule, step, row, column].join(' ');
}
