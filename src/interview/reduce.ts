import { distance } from '../domain/amount.js';
import { type Change, inverse, rowsOf } from '../forms/answers.js';
import { type Form, questionOf } from '../forms/form.js';
import type { Doubt, Fact, Reading, ReadRow, StatedTotal, Target } from '../reading/reading.js';
import { ADD, REPLACE } from './choices.js';
import { greeting, obey } from './commands.js';
import { askBack, doubtNotice, doubtTarget } from './doubts.js';
import { takeFact } from './facts.js';
import { applyChanges, type Entry, totalOf } from './filing.js';
import { summarise } from './history.js';
import { type Notice, notice } from './notice.js';
import { newFindings } from './review.js';
import { gapIn } from './rows.js';
import type { Conversation, Intent, Pending, State } from './state.js';
import { goOn, type Outcome, say, unfocused } from './turn.js';
import { begin, finish, type Work } from './work.js';

/** Longest message, in characters. Longer ones are refused at the door. */
export const MOST_CHARACTERS = 20_000;

/** The pure step of the conversation: no clock, no store, no randomness. */
export function reduce(form: Form, state: State, intent: Intent): Outcome {
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
      return goOn(form, state, [notice('question', { said: reading.said })]);
    case 'unknown':
      return goOn(form, state, [notice('unknown', { said: reading.said.slice(0, 40) })]);
    case 'facts':
      return askFirst(form, state, reading) ?? takeReading(form, state, reading);
    default:
      return reading satisfies never;
  }
}

type Facts = Extract<Reading, { type: 'facts' }>;

/** A second paste over a list that is already finished: replace it, or add to it? */
function askFirst(form: Form, state: State, { facts }: Facts): Outcome | undefined {
  const { filing, conversation } = state;
  const [fact] = facts;
  if (facts.length !== 1 || fact?.type !== 'rows' || fact.at !== undefined) return undefined;
  const count = rowsOf(filing.answers, fact.step).length;
  const label = form.steps.get(fact.step)?.label;
  const question = questionOf(form, fact.step);
  const isSecond = count > 0 && filing.answers.finished[fact.step] === true && fact.rows.length > 1;
  if (!isSecond || label === undefined || !question) return undefined;
  const pending: Pending = { step: fact.step, rows: fact.rows };
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
  const add: Fact = { type: 'rows', step: pending.step, rows: pending.rows };
  const facts = how === 'replace' && lines.length > 0 ? [remove, add] : [add];
  const conversation = unfocused(state.conversation);
  return takeReading(
    form,
    { ...state, conversation },
    { type: 'facts', facts, doubts: [], stated: [] },
  );
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
  finishPasted(work, state.conversation, doubts);
  const notices = [
    ...(work.taken.length > 0 ? [notice('took', { lines: work.taken })] : []),
    ...work.notices,
    ...statedNotices(work, reading.stated),
    ...(reading.ignored ? [notice('ignoredColumns', { heads: reading.ignored })] : []),
  ];
  const [doubt, ...others] = doubts;
  const after = { filing: work.filing, conversation: settled(state.conversation, work) };
  if (doubt && isAside(doubt)) {
    const words = doubts.map((each) => doubtNotice(form, after, each));
    return goOn(form, after, [...notices, ...words], work.changes);
  }
  if (doubt) return askBackAbout(form, after, work, notices, doubt, others);
  const gap = firstGap(work, state.conversation.focus);
  if (gap) {
    const conversation = { ...after.conversation, focus: gap };
    return goOn(form, { ...after, conversation }, notices, work.changes);
  }
  const findings = newFindings(form, work.filing, work.summed, work.lines);
  return goOn(form, after, [...notices, ...findings], work.changes);
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

/** A list that came whole, and a list filled in passing, is finished; single lines may have more to come. */
function finishPasted(work: Work, { prompt }: Conversation, doubts: readonly Doubt[]): void {
  for (const [id, rows] of work.added) {
    const asked = prompt?.target?.step ?? prompt?.target?.question;
    const isWhole = rows.length > 1 || asked !== id || work.added.size > 1;
    const isDoubtful = doubts.some(({ step }) => step === id);
    if (isWhole && !isDoubtful && rowsWithGaps(work, id, rows).length === 0) finish(work, id);
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
  const isWhole = id !== undefined && (work.added.get(id)?.length ?? 0) > 1;
  const stays = work.touched.size === 0 || (isListFocus && !isWhole && isList(work, id));
  const list = [...work.touched].findLast((step) => isList(work, step));
  const base = stays ? conversation : unfocused(conversation);
  return list === undefined ? base : { ...base, list };
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
];

function askBackAbout(
  form: Form,
  state: State,
  work: Work,
  notices: readonly Notice[],
  doubt: Doubt,
  others: readonly Doubt[],
): Outcome {
  const newRows = doubt.step === undefined ? [] : (work.added.get(doubt.step) ?? []);
  const target = doubtTarget(form, state, doubt, newRows);
  const asking = askBack(form, state, doubt, target);
  const aside = others.map((other) => doubtNotice(form, state, other));
  const conversation: Conversation = {
    ...state.conversation,
    prompt: asking.prompt,
    ...(target?.row !== undefined && { focus: target }),
  };
  return {
    changes: work.changes,
    conversation,
    effects: [...[...notices, ...aside].map(say), asking],
  };
}

/** Totals that the person or a pasted table states, against the exact sums of the lines. */
function statedNotices(work: Work, stated: readonly StatedTotal[]): readonly Notice[] {
  const compared = stated.map(({ step, column, amount }) => {
    const list = work.form.steps.get(step);
    const columns = list?.type === 'rows' ? list.columns : [];
    const label = columns.find(({ id }) => id === column)?.label ?? '';
    const sum = totalOf(work.filing, step, column);
    return { step, label, amount, sum, difference: distance(sum, amount) };
  });
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
  const conversation = unfocused(state.conversation);
  const outcome = goOn(form, { filing, conversation }, [words], changes);
  return {
    ...outcome,
    ...(type === 'undo' ? { undoes: entry.revision } : { redoes: entry.revision }),
  };
}
