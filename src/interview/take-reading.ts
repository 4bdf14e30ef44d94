import type { Form } from '../forms/form.js';
import type { Doubt, Fact, Facts, ReadRow, Target } from '../reading/reading.js';
import { THIS_LINE } from './choices.js';
import { doubtNotice } from './doubts.js';
import { takeFact } from './facts.js';
import { firstGap, rowsWithGaps } from './gaps.js';
import { type Notice, notice } from './notice.js';
import { isAside, keptDoubt, openDoubts } from './open-doubts.js';
import { newFindings } from './review.js';
import { type Conversation, lastYears, type Pending, type State } from './state.js';
import { comparedTotals, statedNotices } from './stated-totals.js';
import { goOn, type Outcome, unfocused } from './turn.js';
import { begin, finish, type Work } from './work.js';

/** Works what was read into the filing, then asks what is doubtful, missing or next. */
export function takeReading(form: Form, state: State, reading: Facts): Outcome {
  const work = begin(form, state.filing);
  const doubts = [...reading.doubts, ...takeFacts(work, reading.facts)];
  finishWhole(work, reading);
  const after = { ...state, filing: work.filing, conversation: settled(state.conversation, work) };
  const kept = keptDoubt(state.conversation, work, doubts);
  const asides = (kept ? doubts : doubts.filter(isAside)).map((doubt) =>
    doubtNotice(form, after, doubt),
  );
  const open = kept ?? openDoubts(form, after, work, state.conversation, doubts);
  const gap = open.length > 0 ? undefined : firstGap(work, state.conversation.prompt?.target);
  const line = lineAfterAll(doubts);
  const conversation: Conversation = {
    ...after.conversation,
    ...(open.length > 0 && { doubts: open }),
    ...(gap && { focus: gap }),
    ...(line && { pending: line }),
  };
  const isSettled = open.length === 0 && !gap;
  const notices = [
    ...takenNotices(work, reading),
    ...lastYearNotices(state, after, work),
    ...asides,
    ...(line ? [notice('orIsLine')] : []),
    ...(isSettled ? newFindings(form, work.filing, work.summed, work.lines) : []),
    ...(open.length > 1 && !kept ? [notice('moreDoubts', { count: open.length })] : []),
  ];
  const offers = line ? [THIS_LINE] : [];
  return goOn(form, { ...after, conversation }, notices, work.changes, offers);
}

/** What looked like a wish for a change, as the line that it may be. */
function lineAfterAll(doubts: readonly Doubt[]): Pending | undefined {
  const doubt = doubts.find(({ otherwise }) => otherwise !== undefined && otherwise.length > 0);
  if (doubt?.step === undefined || doubt.otherwise === undefined) return undefined;
  const reading: Facts = { type: 'facts', facts: doubt.otherwise, doubts: [], stated: [] };
  return { step: doubt.step, reading, isLine: true };
}

/** Said once, when the unit and the year are known: last year's form of this unit is here. */
function lastYearNotices(
  { filing, conversation }: State,
  after: State,
  { form }: Work,
): readonly Notice[] {
  const found = lastYears(conversation.filings, form.identify(after.filing.answers));
  const known = lastYears(conversation.filings, form.identify(filing.answers));
  return found && found.id !== known?.id
    ? [notice('lastYearHere', { year: found.year ?? '' })]
    : [];
}

/** What was taken, how it compares with stated totals, and what was left out. */
function takenNotices(work: Work, { stated, ignored, notes }: Facts): readonly Notice[] {
  return [
    ...(work.taken.length > 0 ? [notice('took', { lines: work.taken })] : []),
    ...work.notices,
    ...statedNotices(work, stated),
    ...(ignored ? [notice('ignoredColumns', { heads: ignored })] : []),
    ...(notes ? [notice('ignoredNotes', { notes })] : []),
  ];
}

/** Takes the facts that fit their blanks, in the order of the form, and gives a doubt for each of the others. */
function takeFacts(work: Work, facts: readonly Fact[]): readonly Doubt[] {
  const malformed: Doubt[] = [];
  for (const fact of inFormOrder(work.form, facts)) {
    const doubt = malformedIn(work.form, fact);
    if (doubt) malformed.push(doubt);
    else takeFact(work, fact);
  }
  return malformed;
}

/** Facts in the order of the form: 其余为0 is reckoned last, but said where it stands. */
function inFormOrder(form: Form, facts: readonly Fact[]): readonly Fact[] {
  const order = [...form.steps.keys()];
  return facts.toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step));
}

/** A value its step does not accept, such as a whole paragraph for a name. */
function malformedIn(form: Form, fact: Fact): Doubt | undefined {
  const cells = cellsOf(form, fact);
  const bad = cells.find(({ schema, value }) => value !== null && !schema.safeParse(value).success);
  return bad && { code: 'misfit', said: (bad.value ?? '').slice(0, 20), step: bad.step };
}

function cellsOf(form: Form, fact: Fact) {
  const step = 'step' in fact ? form.steps.get(fact.step) : undefined;
  if (fact.type === 'value' && step?.type === 'value') {
    return [{ step: step.id, schema: step.schema, value: fact.cell.value }];
  }
  const rows: readonly ReadRow[] =
    fact.type === 'rows' ? fact.rows : fact.type === 'cells' ? [fact.cells] : [];
  if (step?.type !== 'rows') return [];
  return rows.flatMap((row) =>
    step.columns.flatMap(({ id, schema }) => {
      const cell = row[id];
      return cell ? [{ step: step.id, schema, value: cell.value }] : [];
    }),
  );
}

/**
 * A list is finished when it certainly came whole: with totals that agree, as part of a table of several lists,
 * or from last year's form. Otherwise more lines may follow, and only the person knows.
 */
function finishWhole(work: Work, { stated, doubts, isWhole: isAll }: Facts): void {
  if (doubts.length > 0) return;
  const isTotalled =
    stated.length > 0 && comparedTotals(work, stated).every(({ difference }) => difference === '0');
  for (const [id, rows] of work.added) {
    const isWhole = isAll || work.added.size > 1 || isTotalled;
    if (isWhole && rowsWithGaps(work, id, rows).length === 0) finish(work, id);
  }
}

/** Where the person stands after a message: a list in focus stays so until it is finished. */
function settled(conversation: Conversation, work: Work): Conversation {
  const { focus } = conversation;
  const id = focus?.step ?? focus?.question;
  const isListFocus = id !== undefined && focus?.row === undefined && work.touched.has(id);
  const isFinished =
    id !== undefined && work.changes.some(({ type, step }) => type === 'finished' && step === id);
  const isElsewhere = id !== undefined && work.touched.size > 0 && !isAbout(work, focus);
  const isConfirmed = id !== undefined && work.confirmed.has(id);
  const stays =
    (work.touched.size === 0 && !isConfirmed) ||
    isElsewhere ||
    (isListFocus && !isFinished && isList(work, id));
  const list = [...work.touched].findLast((step) => isList(work, step));
  const { doubts: _, pending: __, ...undoubted } = conversation;
  const base = stays ? undoubted : unfocused(conversation);
  return list === undefined ? base : { ...base, list };
}

/** Whether a message touched what the person had turned to. */
function isAbout({ form, touched }: Work, focus: Target | undefined): boolean {
  const question = form.questions.find(({ id }) => id === focus?.question);
  return question?.steps.some(({ id }) => touched.has(id)) ?? false;
}

function isList({ form }: Work, id: string): boolean {
  return form.steps.get(id)?.type === 'rows';
}
