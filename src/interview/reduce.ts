import { distance } from '../domain/amount.js';
import { type Change, inverse, rowsOf } from '../forms/answers.js';
import { type Form, questionOf } from '../forms/form.js';
import type { Doubt, Fact, Reading, ReadRow, StatedTotal, Target } from '../reading/reading.js';
import { ADD, REPLACE } from './choices.js';
import { greeting, obey } from './commands.js';
import { doubtNotice, doubtTarget } from './doubts.js';
import { takeFact } from './facts.js';
import { applyChanges, type Entry, totalOf } from './filing.js';
import { summarise } from './history.js';
import { type Notice, notice } from './notice.js';
import { newFindings } from './review.js';
import { gapIn } from './rows.js';
import type { Conversation, Intent, OpenDoubt, Pending, State } from './state.js';
import { goOn, type Outcome, say, unfocused } from './turn.js';
import { begin, finish, type Work } from './work.js';

/** Longest message, in characters. Longer ones are refused at the door. */
export const MOST_CHARACTERS = 20_000;

/** The pure step of the conversation: no clock, no store, no randomness. */
export function reduce(form: Form, state: State, intent: Intent): Outcome {
  const outcome = reduceIntent(form, state, intent);
  const { pending } = state.conversation;
  const isDropped = pending && intent.type !== 'settle' && !outcome.conversation.pending;
  if (!isDropped) return outcome;
  const label = form.steps.get(pending.step)?.label ?? '';
  const count = linesIn(pending.reading);
  const dropped = say(notice('pendingDropped', { label, count }));
  return { ...outcome, effects: [dropped, ...outcome.effects] };
}

function linesIn({ facts }: Facts): number {
  return facts.reduce((count, fact) => count + (fact.type === 'rows' ? fact.rows.length : 0), 0);
}

function reduceIntent(form: Form, state: State, intent: Intent): Outcome {
  switch (intent.type) {
    case 'opened':
      return goOn(form, state, [greeting(form, state)]);
    case 'reading':
      return reduceReading(form, state, intent.reading);
    case 'undo':
    case 'redo':
      return reduceHistory(form, state, intent.type, intent.entry);
    case 'settle':
      return settle(form, state, intent.how);
    case 'late-press':
      return goOn(form, state, [notice('latePress')]);
    case 'oversize': {
      const params = { characters: intent.characters, most: MOST_CHARACTERS };
      return goOn(form, state, [notice('oversize', params)]);
    }
    default:
      return intent satisfies never;
  }
}

function reduceReading(form: Form, state: State, reading: Reading): Outcome {
  switch (reading.type) {
    case 'command':
      return obey(form, state, reading.command);
    case 'question':
      return goOn(form, state, [answerTo(reading.said)]);
    case 'unknown':
      return goOn(form, state, [notice('unknown', { said: reading.said.slice(0, 40) })]);
    case 'facts':
      return askFirst(form, state, reading) ?? takeReading(form, state, reading);
    default:
      return reading satisfies never;
  }
}

/** What people ask about the assistant itself is answered; any other question is said to be one. */
function answerTo(said: string): Notice {
  if (/去年|上年|旧表|导入|上传/.test(said)) return notice('lastYearNotYet');
  if (/pdf|excel|xlsx|表格版/i.test(said)) return notice('formatsNotYet');
  if (/企业微信|微信|slack|钉钉|网页|手机/i.test(said)) return notice('channelsNotYet');
  if (/签字|审签|盖章|提交|报送|审批/.test(said)) return notice('submitNotYet');
  if (/大模型|人工智能|\bai\b|gpt/i.test(said)) return notice('modelNotYet');
  if (/^(?:你是谁|你是什么|你能(?:做|干)|能做什么|怎么用|这个怎么用)/.test(said))
    return notice('help');
  return notice('question', { said });
}

type Facts = Extract<Reading, { type: 'facts' }>;

/** A second paste over a list that is already finished: replace it, or add to it? */
function askFirst(form: Form, state: State, reading: Facts): Outcome | undefined {
  const { filing, conversation } = state;
  const { facts } = reading;
  const [fact] = facts;
  if (facts.length !== 1 || fact?.type !== 'rows' || fact.at !== undefined) return undefined;
  const count = rowsOf(filing.answers, fact.step).length;
  const label = form.steps.get(fact.step)?.label;
  const question = questionOf(form, fact.step);
  const isSecond = count > 0 && filing.answers.finished[fact.step] === true && fact.rows.length > 1;
  if (!isSecond || label === undefined || !question) return undefined;
  const pending: Pending = { step: fact.step, reading };
  const target: Target = { question: question.id, step: fact.step };
  const prompt = {
    id: (conversation.prompt?.id ?? 0) + 1,
    target,
    choices: [REPLACE, ADD],
    keys: 'digits' as const,
  };
  const words = notice('replaceOrAdd', { label, count, added: fact.rows.length });
  return {
    changes: [],
    conversation: { ...conversation, pending, prompt },
    effects: [{ type: 'ask', notices: [words], prompt }],
  };
}

function settle(form: Form, state: State, how: 'replace' | 'add'): Outcome {
  const { pending } = state.conversation;
  if (!pending) return goOn(form, state, []);
  const lines = rowsOf(state.filing.answers, pending.step).map((_, at) => at);
  const remove: Fact = { type: 'remove', step: pending.step, rows: lines };
  const added = pending.reading.facts;
  const facts = how === 'replace' && lines.length > 0 ? [remove, ...added] : added;
  const conversation = unfocused(state.conversation);
  return takeReading(form, { ...state, conversation }, { ...pending.reading, facts });
}

/** Works what was read into the filing, then asks what is doubtful, missing or next. */
function takeReading(form: Form, state: State, reading: Facts): Outcome {
  const work = begin(form, state.filing);
  const malformed: Doubt[] = [];
  for (const fact of inFormOrder(form, reading.facts)) {
    const doubt = malformedIn(form, fact);
    if (doubt) malformed.push(doubt);
    else takeFact(work, fact);
  }
  const doubts = [...reading.doubts, ...malformed];
  finishWhole(work, reading);
  const after = { filing: work.filing, conversation: settled(state.conversation, work) };
  const kept = keptDoubt(state.conversation, work, doubts);
  const asides = (kept ? doubts : doubts.filter(isAside)).map((doubt) =>
    doubtNotice(form, after, doubt),
  );
  const open = kept ?? openDoubts(form, after, work, state.conversation, doubts);
  const gap = open.length > 0 ? undefined : firstGap(work, state.conversation.prompt?.target);
  const conversation: Conversation = {
    ...after.conversation,
    ...(open.length > 0 && { doubts: open }),
    ...(gap && { focus: gap }),
  };
  const isSettled = open.length === 0 && !gap;
  const notices = [
    ...(work.taken.length > 0 ? [notice('took', { lines: work.taken })] : []),
    ...work.notices,
    ...statedNotices(work, reading.stated),
    ...(reading.ignored ? [notice('ignoredColumns', { heads: reading.ignored })] : []),
    ...(reading.notes ? [notice('ignoredNotes', { notes: reading.notes })] : []),
    ...asides,
    ...(isSettled ? newFindings(form, work.filing, work.summed, work.lines) : []),
    ...(open.length > 1 && !kept ? [notice('moreDoubts', { count: open.length })] : []),
  ];
  return goOn(form, { ...after, conversation }, notices, work.changes);
}

/** Choices stay in front of a person whose answer to them was not understood. */
function keptDoubt(
  { doubts: before = [] }: Conversation,
  { changes }: Work,
  doubts: readonly Doubt[],
): readonly OpenDoubt[] | undefined {
  const hasChoices = before[0]?.doubt.candidates !== undefined;
  const isPuzzled = doubts.length > 0 && doubts.every(({ code }) => PUZZLED.includes(code));
  return hasChoices && isPuzzled && changes.length === 0 ? before : undefined;
}

const PUZZLED: readonly Doubt['code'][] = ['unknown', 'no-figure', 'unit'];

/** The doubts of this message, then those of earlier ones that nothing has settled since. */
function openDoubts(
  form: Form,
  state: State,
  work: Work,
  before: Conversation,
  doubts: readonly Doubt[],
): readonly OpenDoubt[] {
  const own = doubts
    .filter((doubt) => !isAside(doubt))
    .map((doubt): OpenDoubt => {
      const newRows = doubt.step === undefined ? [] : (work.added.get(doubt.step) ?? []);
      const target = doubtTarget(form, state, doubt, newRows);
      return { doubt, ...(target && { target }) };
    });
  // The first of the earlier ones is what this message answered.
  const earlier = (before.doubts ?? []).slice(1);
  return [...own, ...earlier.filter(({ target }) => target && isUnanswered(work, target))];
}

/** Whether the cell or the value a doubt is about is still empty. */
function isUnanswered({ filing: { answers } }: Work, { step, row, column }: Target): boolean {
  if (step === undefined) return false;
  if (row === undefined) return answers.values[step] === undefined;
  const line = rowsOf(answers, step).find(({ id }) => id === row);
  return line !== undefined && column !== undefined && line.cells[column] === undefined;
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
 * A list is finished when it certainly came whole: with totals that agree, or as part of a table of several
 * lists. Otherwise more lines may follow, and only the person knows.
 */
function finishWhole(work: Work, { stated, doubts }: Facts): void {
  if (doubts.length > 0) return;
  const isTotalled =
    stated.length > 0 && comparedTotals(work, stated).every(({ difference }) => difference === '0');
  for (const [id, rows] of work.added) {
    const isWhole = work.added.size > 1 || isTotalled;
    if (isWhole && rowsWithGaps(work, id, rows).length === 0) finish(work, id);
  }
}

function rowsWithGaps(work: Work, id: string, rowIds: readonly string[]): readonly Target[] {
  const step = work.form.steps.get(id);
  const question = questionOf(work.form, id);
  if (step?.type !== 'rows' || !question) return [];
  const wanted = new Set(rowIds);
  return rowsOf(work.filing.answers, id)
    .filter((row) => wanted.has(row.id))
    .flatMap((row) => {
      const column = gapIn(step, row);
      return column === undefined ? [] : [{ question: question.id, step: id, row: row.id, column }];
    });
}

/** The first cell that a new line, or the lines from the one in focus on, still lack. */
function firstGap(work: Work, focus: Target | undefined): Target | undefined {
  const inNew = [...work.added].flatMap(([id, rows]) => rowsWithGaps(work, id, rows));
  if (inNew[0] || focus?.row === undefined || focus.step === undefined) return inNew[0];
  const rows = rowsOf(work.filing.answers, focus.step);
  const from = rows.findIndex(({ id }) => id === focus.row);
  const later = rows.slice(Math.max(0, from)).map(({ id }) => id);
  return rowsWithGaps(work, focus.step, later)[0];
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
  const { doubts: _, ...undoubted } = conversation;
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

/** A doubt that no answer settles: it is said, and the question at hand is asked again. */
function isAside({ code }: Doubt): boolean {
  return ASIDES.includes(code);
}

const ASIDES: readonly Doubt['code'][] = [
  'no-such-row',
  'which-list',
  'which-row',
  'several-rows',
  'edit-unclear',
  'too-many-rows',
  'last-year',
  'columns',
  'nameless',
  'rest-later',
  'parts-needed',
];

/** Totals that the person or a pasted table states, against the exact sums of the lines. */
function comparedTotals(work: Work, stated: readonly StatedTotal[]) {
  return stated.map(({ step, column, amount }) => {
    const list = work.form.steps.get(step);
    const columns = list?.type === 'rows' ? list.columns : [];
    const label = columns.find(({ id }) => id === column)?.label ?? '';
    const sum = totalOf(work.filing, step, column);
    return { step, label, amount, sum, difference: distance(sum, amount) };
  });
}

function statedNotices(work: Work, stated: readonly StatedTotal[]): readonly Notice[] {
  const compared = comparedTotals(work, stated);
  const [first, ...more] = compared.filter(({ difference }) => difference === '0');
  const differing = compared.filter(({ difference }) => difference !== '0');
  const count = rowsOf(work.filing.answers, first?.step ?? '').length;
  return [
    ...(first ? [notice('totalsAgree', { stated: [first, ...more], count })] : []),
    ...differing.map((each) => notice('totalDiffers', each)),
  ];
}

/** 撤销 and 重做 are entries of their own: they put back what an earlier entry changed. */
function reduceHistory(form: Form, state: State, type: 'undo' | 'redo', entry?: Entry): Outcome {
  if (!entry) return obey(form, state, { name: type });
  const changes: readonly Change[] = inverse(entry.changes);
  const filing = applyChanges(form, state.filing, changes);
  const items = summarise(form, changes);
  const words = type === 'undo' ? notice('undone', { items }) : notice('redone', { items });
  const { focus } = state.conversation;
  const conversation = {
    ...unfocused(state.conversation),
    ...(focus?.row === undefined && focus && { focus }),
  };
  const outcome = goOn(form, { filing, conversation }, [words], changes);
  return {
    ...outcome,
    ...(type === 'undo' ? { undoes: entry.revision } : { redoes: entry.revision }),
  };
}
