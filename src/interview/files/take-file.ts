import { countBySeverity } from '../../domain/finding.js';
import { type Answers, type Change, looksSame, rowsOf } from '../../forms/answers.js';
import { type Form, type Step, stepsIn } from '../../forms/form.js';
import { type Notice, notice } from '../notice.js';
import { firstErrors } from '../review.js';
import type { SectionCount } from '../sayable.js';
import type { Conversation, FileUse, ImportedFile, Importing, State } from '../state.js';
import { goOn, type Outcome, unfocused } from '../turn.js';
import { sectionsToSettle } from './ask-file.js';
import { hasWordsFor, isEmpty, saysFor } from './says.js';

/** A file has come: says what it holds, and goes through it as what it is to this filing. */
export function takeFile(form: Form, state: State, file: ImportedFile): Outcome {
  const { importing } = state.conversation;
  const left = importing && state.file ? [notice('fileLeft', { file: state.file.name })] : [];
  const said = [...left, fileNotice(form, state, file)];
  const conversation = withoutFile(unfocused(state.conversation));
  const use = useOf(form, state, file);
  const opened = { ...state, conversation, file };
  if (use) return goThrough(form, opened, file, use, said);
  const asked: Importing = { id: file.id, sections: [] };
  return goOn(form, { ...opened, conversation: { ...conversation, importing: asked } }, said);
}

/**
 * Begins to ask about the sections of a file, now that it is known what the file is.
 *
 * @param changes what has been changed in this state before.
 */
export function goThrough(
  form: Form,
  state: State,
  file: ImportedFile,
  use: FileUse,
  said: readonly Notice[],
  changes: readonly Change[] = [],
): Outcome {
  const sections = sectionsToSettle(form, state, file, use);
  const { lastYearFiles } = state.conversation;
  const conversation: Conversation = {
    ...withoutFile(state.conversation),
    ...(sections.length > 0 && { importing: { id: file.id, use, sections } }),
    ...(use === 'last-year' && {
      lastYearFiles: { ...lastYearFiles, [state.filing.id]: file.id },
    }),
  };
  const nothing = sections.length > 0 ? [] : [notice('importNothing', { use })];
  const previous = use === 'last-year' ? file.form.answers : state.previous;
  const after = { ...state, conversation, file, ...(previous && { previous }) };
  return goOn(form, after, [...said, ...nothing], changes);
}

/** The file is put aside; last year's form stays at hand for 同去年. */
export function withoutFile({ importing: _, ...conversation }: Conversation): Conversation {
  return conversation;
}

/** The file is put aside and not spoken of again, not as last year's form either. */
export function forgetFile({ file: _, previous, ...state }: State): State {
  const { importing, lastYearFiles = {}, ...conversation } = unfocused(state.conversation);
  const { filing } = conversation;
  const isLastYears = importing !== undefined && lastYearFiles[filing] === importing.id;
  const { [filing]: _own, ...others } = lastYearFiles;
  return {
    ...state,
    conversation: { ...conversation, lastYearFiles: isLastYears ? others : lastYearFiles },
    ...(previous && !isLastYears && { previous }),
  };
}

/** A conversation without files that are no longer there. */
export function withoutLost(conversation: Conversation, lost: readonly string[]): Conversation {
  const { importing, lastYearFiles = {}, ...others } = conversation;
  const kept = Object.entries(lastYearFiles).filter(([, id]) => !lost.includes(id));
  return {
    ...others,
    lastYearFiles: Object.fromEntries(kept),
    ...(importing && !lost.includes(importing.id) && { importing }),
  };
}

/** What a file is to the filing, where its year and its unit tell. */
function useOf(form: Form, { filing }: State, file: ImportedFile): FileUse | undefined {
  const { answers } = file.form;
  const { year } = form.identify(filing.answers);
  if (year === undefined || isForeign(form, filing.answers, answers)) return undefined;
  if (form.identify(answers).year !== year) return 'last-year';
  const isNew = [...form.steps.values()].every(
    (step) =>
      !saysFor(step, answers, undefined) ||
      isEmpty(step, filing.answers) ||
      looksSame(filing.answers.values[step.id], answers.values[step.id]),
  );
  return isNew && !file.form.carried ? 'this-year' : 'changes';
}

/** Whether two forms are those of different units. */
function isForeign(form: Form, mine: Answers, theirs: Answers): boolean {
  const [own, other] = [form.identify(mine).unit, form.identify(theirs).unit];
  return own !== undefined && other !== undefined && own !== other;
}

/** What was recognised in a file, what was not, and what is wrong with it in itself. */
function fileNotice(form: Form, state: State, { name, form: found }: ImportedFile): Notice {
  const { answers, remarks, unplaced, edited } = found;
  const steps = [...form.steps.values()];
  const findings = form.check(answers, remarks);
  const { unit } = form.identify(state.filing.answers);
  const isMissing = (step: Step) =>
    !saysFor(step, answers, undefined) &&
    (step.type === 'value' ? step.follows === undefined : !step.optional);
  return notice('fileRead', {
    file: name,
    ...form.identify(answers),
    title: form.title,
    found: form.sections.flatMap((section) => {
      const own = stepsIn(section).filter((step) => saysFor(step, answers, undefined));
      const hasWords = own.some((step) => hasWordsFor(step, answers, undefined));
      return hasWords ? [{ label: section.label, ...counted(own, answers) }] : [];
    }),
    missing: steps.filter(isMissing).map(({ label }) => label),
    unplaced,
    strays: remarks.strays ?? [],
    edited: [...new Set(edited.map(({ step }) => form.steps.get(step)?.label ?? step))],
    errors: countBySeverity(findings).error,
    first: firstErrors(form, findings, state.conversation.locale).slice(0, FEW_ERRORS),
    ...(unit !== undefined && isForeign(form, state.filing.answers, answers) && { mine: unit }),
  });
}

/** Errors of a file that are spelt out when it comes; its sections show the others. */
const FEW_ERRORS = 3;

/** How many values and lines there are. */
export function counted(steps: readonly Step[], answers: Answers): Omit<SectionCount, 'label'> {
  const values = steps.filter(({ type, id }) => type === 'value' && answers.values[id]).length;
  const lines = steps.reduce((sum, { id }) => sum + rowsOf(answers, id).length, 0);
  return { values, lines };
}
