import { countBySeverity } from '../domain/finding.js';
import { rowsOf } from '../forms/answers.js';
import type { Form, Section, Step } from '../forms/form.js';
import { adoptDifferences, taken, takenRow } from './file-differences.js';
import { sectionsToSettle, stepsOf } from './importing.js';
import { type Notice, notice } from './notice.js';
import { firstErrors } from './review.js';
import { hasWordsFor, saysFor } from './says-for.js';
import type { Conversation, FileUse, ImportedFile, Importing, ImportWord, State } from './state.js';
import { goOn, type Outcome, unfocused } from './turn.js';
import { begin, finish, make, type Work } from './work.js';

/** A file has come: says what it holds, and goes through it as what it is to this filing. */
export function takeFile(form: Form, state: State, file: ImportedFile): Outcome {
  const conversation = withoutImport(unfocused(state.conversation));
  const use = useOf(form, state, file);
  const opened = { ...state, conversation, file };
  const said = [fileNotice(form, state, file)];
  if (!use) {
    const importing: Importing = { id: file.id, sections: [] };
    return goOn(form, { ...opened, conversation: { ...conversation, importing } }, said);
  }
  return goThrough(form, opened, file, use, said);
}

/** What was said to a file: what it is, or what becomes of the section that was shown. */
export function settleImport(form: Form, state: State, how: ImportWord): Outcome {
  const { conversation, file } = state;
  const { importing, prompt } = conversation;
  const shown = prompt?.importing;
  if (!importing || !file) return goOn(form, state, []);
  if (how === 'last-year' || how === 'this-year') return goThrough(form, state, file, how, []);
  const section = typeof shown === 'object' ? [shown.section] : [];
  const meant = how === 'adopt-all' ? importing.sections : section;
  if (!importing.use) return goOn(form, state, []);
  const sections = importing.sections.filter((id) => !meant.includes(id));
  const home = unfocused(conversation);
  const left =
    sections.length > 0 ? { ...home, importing: { ...importing, sections } } : withoutImport(home);
  if (how === 'leave') return goOn(form, { ...state, conversation: left }, []);
  const work = begin(form, state.filing);
  for (const section of form.sections) {
    if (meant.includes(section.id)) adopt(work, section, file, importing.use);
  }
  const after = { ...state, filing: work.filing, conversation: left };
  return goOn(form, after, [adoptedNotice(work, file)], work.changes);
}

/** The file is put aside; last year's form stays at hand for 同去年. */
export function withoutImport({ importing: _, ...conversation }: Conversation): Conversation {
  return conversation;
}

/** What a file is to the filing, where its year tells. */
function useOf(form: Form, { filing }: State, { form: found }: ImportedFile): FileUse | undefined {
  const { year } = form.identify(filing.answers);
  if (year === undefined) return undefined;
  return form.identify(found.answers).year === year ? 'changes' : 'last-year';
}

function goThrough(
  form: Form,
  state: State,
  file: ImportedFile,
  use: FileUse,
  said: readonly Notice[],
): Outcome {
  const sections = sectionsToSettle(form, state, file, use);
  const { lastYearFiles } = state.conversation;
  const conversation: Conversation = {
    ...withoutImport(state.conversation),
    ...(sections.length > 0 && { importing: { id: file.id, use, sections } }),
    ...(use === 'last-year' && {
      lastYearFiles: { ...lastYearFiles, [state.filing.id]: file.id },
    }),
  };
  const nothing = sections.length > 0 ? [] : [notice('importNothing', { use })];
  const previous = use === 'last-year' ? file.form.answers : state.previous;
  const after = { ...state, conversation, file, ...(previous && { previous }) };
  return goOn(form, after, [...said, ...nothing]);
}

function adopt(work: Work, section: Section, file: ImportedFile, use: FileUse): void {
  const { answers } = file.form;
  if (use === 'changes') adoptDifferences(work, section, answers);
  else for (const step of stepsOf(section)) carry(work, step, file, use);
}

/** Takes over what the file says for a step that nobody has answered yet. */
function carry(work: Work, step: Step, { form: { answers } }: ImportedFile, use: FileUse): void {
  const mine = work.filing.answers;
  if (step.type === 'value') {
    const answer = saysFor(step, answers, use) ? answers.values[step.id] : undefined;
    const fits = answer && (answer.value === null || step.schema.safeParse(answer.value).success);
    if (mine.values[step.id] || !answer || !fits) return;
    make(work, { type: 'value', step: step.id, after: taken(work, answer) });
    return;
  }
  if (rowsOf(mine, step.id).length > 0) return;
  const rows = rowsOf(answers, step.id);
  rows.forEach((row, at) => {
    make(work, { type: 'added', step: step.id, at, row: takenRow(work, step, row, at) });
  });
  if (rows.length > 0 || step.optional) finish(work, step.id);
}

function adoptedNotice({ form, filing, changes }: Work, { name }: ImportedFile): Notice {
  const touched = new Set(changes.map(({ step }) => step));
  const items = form.sections.flatMap(({ label, questions }) => {
    const steps = questions
      .flatMap((question) => question.steps)
      .filter(({ id }) => touched.has(id));
    return steps.length > 0 ? [{ label, ...counted(steps, filing.answers) }] : [];
  });
  return notice('imported', { file: name, items });
}

/** How many values and lines there are. */
function counted(steps: readonly Step[], answers: State['filing']['answers']) {
  const values = steps.filter(({ type, id }) => type === 'value' && answers.values[id]).length;
  const lines = steps.reduce((sum, { id }) => sum + rowsOf(answers, id).length, 0);
  return { values, lines };
}

/** What was recognised in a file, what was not, and what is wrong with it in itself. */
function fileNotice(form: Form, state: State, { name, form: found }: ImportedFile): Notice {
  const { answers, remarks, unplaced, edited } = found;
  const steps = [...form.steps.values()];
  const findings = form.check(answers, remarks);
  const mine = form.identify(state.filing.answers);
  const theirs = form.identify(answers);
  const isForeign =
    mine.unit !== undefined && theirs.unit !== undefined && mine.unit !== theirs.unit;
  const isMissing = (step: Step) =>
    !saysFor(step, answers, undefined) &&
    (step.type === 'value' ? step.follows === undefined : !step.optional);
  return notice('fileRead', {
    file: name,
    ...theirs,
    title: form.title,
    found: form.sections.flatMap((section) => {
      const own = stepsOf(section).filter((step) => saysFor(step, answers, undefined));
      const hasWords = own.some((step) => hasWordsFor(step, answers, undefined));
      return hasWords ? [{ label: section.label, ...counted(own, answers) }] : [];
    }),
    missing: steps.filter(isMissing).map(({ label }) => label),
    unplaced,
    strays: remarks.strays ?? [],
    edited: [...new Set(edited.map(({ step }) => form.steps.get(step)?.label ?? step))],
    errors: countBySeverity(findings).error,
    first: firstErrors(form, findings, state.conversation.locale).slice(0, FEW_ERRORS),
    ...(isForeign && { mine: mine.unit }),
  });
}

/** Errors of a file that are spelt out when it comes; its sections show the others. */
const FEW_ERRORS = 3;
