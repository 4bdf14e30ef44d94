import { z } from 'zod';
import type { Place } from '../../domain/finding.js';
import { type AmountReading, readAmount } from '../../domain/read-amount.js';
import { trim } from '../../domain/text.js';
import type { Answer, Answers, Row } from '../answers.js';
import { type Intake, problemsOf } from '../form.js';
import { EXPENDITURE, INCOME, TASK_AMOUNTS } from './draft.js';
import type { Profile } from './profile.js';
import { indicatorStep, kindCalled } from './scheme.js';

const words = z.string().nullish();
const amounts = <K extends string>(...keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, words])) as Record<K, typeof words>);

/** A declaration as a file may hold it: parts may be missing, amounts stand as somebody wrote them. */
const intakeSchema = z.strictObject({
  form: z.literal('department-overall').optional(),
  profile: words,
  year: words,
  reportingUnit: words,
  departmentName: words,
  unitHead: words,
  funds: z
    .strictObject({
      total: words,
      income: amounts(...INCOME).optional(),
      expenditure: amounts('basic', 'project').optional(),
    })
    .optional(),
  duties: z.array(words).optional(),
  tasks: z
    .array(
      z.strictObject({
        name: words,
        content: words,
        total: words,
        fiscalFunds: words,
        otherFunds: words,
      }),
    )
    .optional(),
  /** The totals the document prints under its tasks: compared, never stored. */
  taskTotals: amounts(...TASK_AMOUNTS).optional(),
  goals: z.array(words).optional(),
  indicators: z
    .array(z.strictObject({ level1: words, level2: words, name: words, targetValue: words }))
    .optional(),
  review: words,
  /** Lists that were left empty on purpose. */
  leftOut: z.array(z.string()).optional(),
});

type Document = z.infer<typeof intakeSchema>;

/**
 * Takes a declaration in from JSON. What it does not say stays unasked, an empty text included; null, and an
 * amount that is empty as it is on the printed form, are blanks left on purpose.
 */
export function takeIn(json: unknown, profile: Profile): Intake {
  const parsed = intakeSchema.safeParse(json);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const unread: { place: Place; words: string }[] = [];
  const stripped: Place[] = [];
  const read: Reader = {
    amount: (words, place) => {
      const answer = asWritten(readAmount(words), words);
      if (!answer) unread.push({ place, words });
      return answer;
    },
    text: (words, place) => {
      const value = unpasted(words);
      if (value !== trim(words) || /^\t|\t$/.test(words)) stripped.push(place);
      return value === '' ? undefined : { value, rev: 0 };
    },
  };
  const indicators = indicatorsOf(parsed.data, profile, read);
  const answers: Answers = {
    values: { ...textsOf(parsed.data, read), ...fundsOf(parsed.data, read) },
    rows: { ...rowsOf(parsed.data, read), ...indicators.rows },
    finished: Object.fromEntries((parsed.data.leftOut ?? []).map((step) => [step, true])),
  };
  const totals = { tasks: taskTotalsOf(parsed.data, read) };
  const { review } = parsed.data;
  const { strays } = indicators;
  return {
    ok: true,
    answers,
    remarks: { totals, unread, strays, stripped, ...(review && { review }) },
  };
}

/** Takes words in for their place; undefined when there is nothing to take. */
type Reader = Readonly<
  Record<'amount' | 'text', (words: string, place: Place) => Answer | undefined>
>;

/** A text without what pasting from a spreadsheet leaves around it: tabs, and quotes around quotes in twos. */
function unpasted(words: string): string {
  const text = trim(words);
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text)?.[1];
  return quoted === undefined ? text : trim(quoted.replaceAll('""', '"'));
}

/** A document's figure counts as it is written: nobody can be asked, and A11 names what is implausible. */
function asWritten(reading: AmountReading, said: string): Answer | undefined {
  switch (reading.kind) {
    case 'amount':
      return { value: reading.amount, said, rev: 0 };
    case 'zero':
      return { value: '0', said, rev: 0 };
    case 'blank':
      return { value: null, rev: 0 };
    case 'ambiguous': {
      if (reading.why !== 'unit') return undefined;
      const literal = /元/.test(said) ? reading.candidates[0] : reading.candidates.at(-1);
      return literal === undefined ? undefined : { value: literal, said, rev: 0 };
    }
    case 'unreadable':
      return undefined;
    default:
      return reading satisfies never;
  }
}

/** What a document's words put on the form; null is a blank left on purpose. */
function answerTo(
  words: string | null | undefined,
  place: Place,
  read: Reader[keyof Reader],
): Answer | undefined {
  if (words === undefined) return undefined;
  return words === null ? { value: null, rev: 0 } : read(words, place);
}

function present(
  entries: readonly (readonly [string, Answer | undefined])[],
): Record<string, Answer> {
  return Object.fromEntries(entries.flatMap(([key, answer]) => (answer ? [[key, answer]] : [])));
}

function textsOf(document: Document, read: Reader): Record<string, Answer> {
  const texts = (['year', 'reportingUnit', 'departmentName', 'unitHead'] as const).map(
    (step) => [step, answerTo(document[step], { step }, read.text)] as const,
  );
  return present(texts);
}

function fundsOf({ funds }: Document, read: Reader): Record<string, Answer> {
  const [basic, project] = EXPENDITURE;
  const said: readonly (readonly [string, string | null | undefined])[] = [
    ['totalFunds', funds?.total],
    ...INCOME.map((line) => [line, funds?.income?.[line]] as const),
    [basic, funds?.expenditure?.basic],
    [project, funds?.expenditure?.project],
  ];
  return present(
    said.map(([step, text]) => [step, answerTo(text, { step }, read.amount)] as const),
  );
}

function rowsOf(document: Document, read: Reader): Answers['rows'] {
  const lines = (
    step: string,
    texts: readonly (string | null | undefined)[] = [],
  ): [string, Row[]] => [
    step,
    texts.map((text, at) => ({
      id: `${step}.0.${at}`,
      cells: present([['text', answerTo(text, { step, row: at, column: 'text' }, read.text)]]),
    })),
  ];
  const tasks = (document.tasks ?? []).map((task, row): Row => {
    const cell = (column: keyof typeof task, reader: Reader[keyof Reader]) =>
      [column, answerTo(task[column], { step: 'tasks', row, column }, reader)] as const;
    return {
      id: `tasks.0.${row}`,
      cells: present([
        cell('name', read.text),
        cell('content', read.text),
        ...TASK_AMOUNTS.map((column) => cell(column, read.amount)),
      ]),
    };
  });
  const all = [
    lines('duties', document.duties),
    ['tasks', tasks] as [string, Row[]],
    lines('goals', document.goals),
  ];
  return Object.fromEntries(all.filter(([, rows]) => rows.length > 0));
}

/** The indicators by their kinds; lines without a word are left out. */
function indicatorsOf({ indicators = [] }: Document, profile: Profile, read: Reader) {
  const rows: Record<string, Row[]> = {};
  const strays: { heading: string; name: string }[] = [];
  for (const { level1, level2, name, targetValue } of indicators) {
    if (!trim(name ?? '') && !trim(targetValue ?? '')) continue;
    const heading = trim(level2 ?? '') || trim(level1 ?? '');
    const kind = kindCalled(heading, profile);
    if (!kind) {
      strays.push({ heading, name: trim(name ?? '') });
      continue;
    }
    const step = indicatorStep(kind);
    const own = rows[step] ?? [];
    const row = own.length;
    const cells = present([
      ['name', answerTo(name, { step, row, column: 'name' }, read.text)],
      ['targetValue', answerTo(targetValue, { step, row, column: 'targetValue' }, read.text)],
    ]);
    rows[step] = [...own, { id: `${step}.0.${row}`, cells }];
  }
  return { rows, strays };
}

/** The totals a document prints under its tasks. */
function taskTotalsOf({ taskTotals }: Document, read: Reader): Record<string, string> {
  const totals = TASK_AMOUNTS.flatMap((column) => {
    const total = answerTo(taskTotals?.[column], { step: 'tasks', column }, read.amount)?.value;
    return total ? [[column, total] as const] : [];
  });
  return Object.fromEntries(totals);
}
