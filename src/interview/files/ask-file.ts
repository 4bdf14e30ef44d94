import { rowsOf } from '../../forms/answers.js';
import { type Form, type Section, sectionOf } from '../../forms/form.js';
import type { Target } from '../../reading/reading.js';
import { promptOf } from '../ask.js';
import { type Choice, fileChoice, inYear } from '../choices.js';
import { type Notice, notice } from '../notice.js';
import { linesInShort } from '../rows.js';
import type { Asking, FileUse, ImportedFile, State, YearChange } from '../state.js';
import { inShort } from '../work.js';
import { carryable } from './carry.js';
import { differencesIn } from './differences.js';
import { doubtfulIn } from './doubtful.js';
import { merged } from './merge.js';

/**
 * What must be asked about a file before anything else: what it is, the next section with changes, or the
 * section that the next question belongs to. Undefined when it has nothing to say to it.
 */
export function askFile(form: Form, state: State, target: Target | undefined): Asking | undefined {
  const { conversation, file } = state;
  const { importing } = conversation;
  if (!importing || !file || conversation.focus) return undefined;
  const { use } = importing;
  if (!use) return askKind(form, state, file);
  const next =
    use === 'changes' ? importing.sections[0] : target && sectionOf(form, target.question)?.[0].id;
  const section = form.sections.find(({ id }) => id === next);
  if (!section || !importing.sections.includes(section.id)) return undefined;
  return use === 'changes'
    ? askChanges(form, state, file, section)
    : askSection(form, state, file, use, section);
}

/** The sections of a file that there is something to say about, in the order of the form. */
export function sectionsToSettle(
  form: Form,
  { filing: { answers } }: State,
  file: ImportedFile,
  use: FileUse,
): readonly string[] {
  const theirs = use === 'changes' ? merged(form, answers, file.form) : file.form.answers;
  const isMeant = (section: Section) =>
    use === 'changes'
      ? differencesIn(section, answers, theirs).length > 0
      : carryable(section, answers, theirs, use).length > 0;
  return form.sections.filter(isMeant).map(({ id }) => id);
}

/** Last year's form, or the one that is being filled? Only the person knows. */
function askKind(form: Form, { conversation }: State, { name, form: { answers } }: ImportedFile) {
  const { year = '' } = form.identify(answers);
  const choices = (['last-year', 'this-year', 'drop'] as const).map((type) => fileChoice(type));
  const prompt = { ...promptOf(conversation, undefined, choices), importing: 'kind' as const };
  return { type: 'ask' as const, notices: [notice('importKind', { file: name, year })], prompt };
}

function askChanges(form: Form, state: State, file: ImportedFile, section: Section): Asking {
  const { filing, conversation } = state;
  const theirs = merged(form, filing.answers, file.form);
  const others = form.sections
    .filter(({ id }) => id !== section.id && conversation.importing?.sections.includes(id))
    .map((each) => ({
      label: each.label,
      count: differencesIn(each, filing.answers, theirs).length,
    }));
  const changes = differencesIn(section, filing.answers, theirs);
  const words = notice('importChanges', { label: section.label, changes, others });
  return asking(state, section, 'changes', words);
}

function askSection(
  form: Form,
  state: State,
  file: ImportedFile,
  use: FileUse,
  section: Section,
): Asking | undefined {
  const contents = contentsOf(section, state, file, use);
  if (!contents) return undefined;
  const doubtful = doubtfulIn(form, state, file, [section]);
  const year = use === 'last-year' ? yearChange(form, state, file) : undefined;
  const isDated = year !== undefined && doubtful.some(({ words }) => words.includes(year.from));
  const words = notice('importSection', { label: section.label, use, ...contents, doubtful });
  return asking(state, section, use, words, isDated ? [inYear(year)] : []);
}

/** The year of the file, to be that of the filing. */
export function yearChange(
  form: Form,
  { filing }: State,
  file: ImportedFile,
): YearChange | undefined {
  const { year: from } = form.identify(file.form.answers);
  const { year: to } = form.identify(filing.answers);
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
}

function asking(
  { conversation }: State,
  section: Section,
  use: FileUse,
  words: Notice,
  more: readonly Choice[] = [],
): Asking {
  const isLast = (conversation.importing?.sections.length ?? 0) < 2;
  const [first] = section.questions;
  const choices = [
    fileChoice('adopt', use),
    ...more,
    fileChoice('leave', use),
    ...(isLast ? [] : [fileChoice('adopt-all', use)]),
  ];
  const prompt = promptOf(conversation, first && { question: first.id }, choices);
  const importing = { section: section.id };
  return { type: 'ask', notices: [words], prompt: { ...prompt, importing } };
}

/** Lines of a list that are shown where a section has several of them. */
const FEW_LINES = 3;

/** What a file holds of a section for steps that are still open: values, and the lines of lists in short. */
function contentsOf(section: Section, { filing }: State, file: ImportedFile, use: FileUse) {
  const { answers } = file.form;
  const steps = carryable(section, filing.answers, answers, use);
  if (steps.length === 0) return undefined;
  const lists = steps.filter((step) => step.type === 'rows');
  const most = lists.length > 1 ? FEW_LINES : undefined;
  return {
    values: steps.flatMap((step) =>
      step.type === 'value' ? [inShort(step, answers.values[step.id]?.value)] : [],
    ),
    lists: lists.map((step) => {
      const rows = rowsOf(answers, step.id);
      return {
        label: step.label,
        count: rows.length,
        shown: linesInShort(step, rows, 0, most),
      };
    }),
  };
}
