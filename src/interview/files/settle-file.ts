import { type Form, type Section, stepsIn } from '../../forms/form.js';
import { isOpen } from '../ask.js';
import { type Notice, notice } from '../notice.js';
import type { FileUse, FileWord, ImportedFile, Importing, State } from '../state.js';
import { goOn, type Outcome, unfocused } from '../turn.js';
import { begin, type Work } from '../work.js';
import { type Carrying, carrySection } from './carry.js';
import { adoptDifferences, differencesIn } from './differences.js';
import { doubtfulIn } from './doubtful.js';
import { merged } from './merge.js';
import { counted, forgetFile, goThrough, withoutFile } from './take-file.js';

/** What was said to a file: what it is, or what becomes of the section that was shown. */
export function settleFile(form: Form, state: State, said: FileWord): Outcome {
  const { conversation, file } = state;
  const { importing } = conversation;
  if (!importing || !file) return goOn(form, state, []);
  switch (said.type) {
    case 'last-year':
    case 'this-year':
      return goThrough(form, state, file, said.type, []);
    case 'drop':
      return goOn(form, forgetFile(state), [notice('importStopped')]);
    case 'unclear':
      return goOn(form, state, [notice('importUnclear')]);
    case 'later':
      return putOff(form, state, importing);
    case 'adopt':
    case 'adopt-all':
    case 'leave':
      return settleSections(form, state, file, importing, said);
    default:
      return said satisfies never;
  }
}

type Settling = Extract<FileWord, { type: 'adopt' | 'adopt-all' | 'leave' }>;

function settleSections(
  form: Form,
  state: State,
  file: ImportedFile,
  importing: Importing,
  said: Settling,
): Outcome {
  const { use } = importing;
  const ids = said.type === 'adopt-all' ? importing.sections : shownSections(state);
  const meant = form.sections.filter(({ id }) => ids.includes(id));
  if (!use || meant.length === 0) return goOn(form, state, []);
  const after = { ...state, conversation: settled(state, importing, ids) };
  // 改 brings the lines of lists in, to be changed one by one; values are asked for one by one anyway.
  const isToEdit = said.type === 'leave' && use === 'last-year' && meant.every(isOfLists);
  if (said.type === 'leave' && !isToEdit) {
    return goOn(form, after, use === 'changes' ? [notice('importLeft', labelOf(meant))] : []);
  }
  const work = begin(form, state.filing);
  const year = said.type === 'leave' ? undefined : said.year;
  adopt(work, meant, file, { use, year, isOpen: isToEdit });
  const doubtful =
    said.type === 'adopt-all' && use === 'last-year' && !year
      ? doubtfulIn(form, state, file, meant)
      : [];
  const words = isToEdit
    ? notice('importedToEdit', { file: file.name, ...labelOf(meant) })
    : adoptedNotice(form, state, work, file, meant, use);
  const notices = doubtful.length > 0 ? [words, notice('importDoubtful', { doubtful })] : [words];
  return goOn(form, { ...after, filing: work.filing }, notices, work.changes);
}

/** 跳过: the section is asked about question by question, and last. */
function putOff(form: Form, state: State, importing: Importing): Outcome {
  const ids = shownSections(state);
  const after = settled(state, importing, ids);
  const meant = form.sections.filter(({ id }) => ids.includes(id));
  const open = meant
    .flatMap(({ questions }) => questions)
    .filter((question) => isOpen(question, state.filing.answers))
    .map(({ id }) => id);
  const postponed = [...after.postponed.filter((id) => !open.includes(id)), ...open];
  const conversation = { ...after, postponed };
  return goOn(form, { ...state, conversation }, [notice('skipped', labelOf(meant))]);
}

/** The section that is being asked about. */
function shownSections({ conversation: { prompt } }: State): readonly string[] {
  return typeof prompt?.importing === 'object' ? [prompt.importing.section] : [];
}

function settled({ conversation }: State, importing: Importing, ids: readonly string[]) {
  const sections = importing.sections.filter((id) => !ids.includes(id));
  const home = unfocused(conversation);
  return sections.length > 0
    ? { ...home, importing: { ...importing, sections } }
    : withoutFile(home);
}

function isOfLists(section: Section): boolean {
  return stepsIn(section).every(({ type }) => type === 'rows');
}

function labelOf(sections: readonly Section[]) {
  return { label: sections.map(({ label }) => label).join('、') };
}

function adopt(
  work: Work,
  sections: readonly Section[],
  { form: found }: ImportedFile,
  how: Carrying,
): void {
  const theirs = how.use === 'changes' ? merged(work.form, work.filing.answers, found) : undefined;
  for (const section of sections) {
    if (theirs) adoptDifferences(work, section, theirs);
    else carrySection(work, section, found.answers, how);
  }
}

/** What was filled in, or how much was changed. */
function adoptedNotice(
  form: Form,
  { filing }: State,
  work: Work,
  file: ImportedFile,
  meant: readonly Section[],
  use: FileUse,
): Notice {
  if (use === 'changes') {
    const theirs = merged(form, filing.answers, file.form);
    const items = meant.map((section) => ({
      label: section.label,
      count: differencesIn(section, filing.answers, theirs).length,
    }));
    return notice('importAdopted', { file: file.name, items });
  }
  const touched = new Set(work.changes.map(({ step }) => step));
  const items = meant.flatMap((section) => {
    const steps = stepsIn(section).filter(({ id }) => touched.has(id));
    return steps.length > 0
      ? [{ label: section.label, ...counted(steps, work.filing.answers) }]
      : [];
  });
  return notice('imported', { file: file.name, items });
}
