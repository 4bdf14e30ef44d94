import { z } from 'zod';
import type { Place } from '../../domain/finding.js';
import { type AmountReading, readAmount } from '../../domain/read-amount.js';
import { trim } from '../../domain/text.js';
import type { Answer, Answers, Row } from '../answers.js';
import type { Intake } from '../form.js';
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
  duties: z.array(z.string()).optional(),
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
  goals: z.array(z.string()).optional(),
  indicators: z
    .array(z.strictObject({ level1: words, level2: words, name: words, targetValue: words }))
    .optional(),
  review: words,
});

type Document = z.infer<typeof intakeSchema>;

/**
 * Takes a declaration in from JSON. What it does not say stays unasked, an empty text included; null, and an
 * amount that is empty as it is on the printed form, are blanks left on purpose.
 */
export function takeIn(json: unknown, profile: Profile): Intake {
  const parsed = intakeSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      path: path.join('.'),
      message,
    }));
    return { ok: false, problems };
  }
  const unread: { place: Place; words: string }[] = [];
  const reader: Reader = (text, place) => {
    const answer = asWritten(readAmount(text), text);
    if (!answer) unread.push({ place, words: text });
    return answer;
  };
  const indicators = indicatorsOf(parsed.data, profile);
  const answers: Answers = {
    values: { ...textsOf(parsed.data), ...fundsOf(parsed.data, reader) },
    rows: { ...rowsOf(parsed.data, reader), ...indicators.rows },
    finished: {},
  };
  const totals = { tasks: taskTotalsOf(parsed.data, reader) };
  const { review } = parsed.data;
  const { strays } = indicators;
  return { ok: true, answers, remarks: { totals, unread, strays, ...(review && { review }) } };
}

type Reader = (words: string, place: Place) => Answer | undefined;

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

function textAnswer(text: string | null | undefined): Answer | undefined {
  if (text === null) return { value: null, rev: 0 };
  const value = trim(text ?? '');
  return value === '' ? undefined : { value, rev: 0 };
}

function present(
  entries: readonly (readonly [string, Answer | undefined])[],
): Record<string, Answer> {
  return Object.fromEntries(entries.flatMap(([key, answer]) => (answer ? [[key, answer]] : [])));
}

function textsOf(document: Document): Record<string, Answer> {
  const texts = (['year', 'reportingUnit', 'departmentName', 'unitHead'] as const).map(
    (step) => [step, textAnswer(document[step])] as const,
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
  return present(said.map(([step, text]) => [step, amountAnswer(text, { step }, read)] as const));
}

function amountAnswer(
  text: string | null | undefined,
  place: Place,
  read: Reader,
): Answer | undefined {
  if (text === undefined) return undefined;
  return text === null ? { value: null, rev: 0 } : read(text, place);
}

function rowsOf(document: Document, read: Reader): Answers['rows'] {
  const lines = (step: string, texts: readonly string[] = []): [string, Row[]] => [
    step,
    texts.map((text, at) => ({
      id: `${step}.0.${at}`,
      cells: present([['text', textAnswer(text)]]),
    })),
  ];
  const tasks = (document.tasks ?? []).map(
    (task, row): Row => ({
      id: `tasks.0.${row}`,
      cells: present([
        ['name', textAnswer(task.name)],
        ['content', textAnswer(task.content)],
        ...TASK_AMOUNTS.map(
          (column) =>
            [column, amountAnswer(task[column], { step: 'tasks', row, column }, read)] as const,
        ),
      ]),
    }),
  );
  const all = [
    lines('duties', document.duties),
    ['tasks', tasks] as [string, Row[]],
    lines('goals', document.goals),
  ];
  return Object.fromEntries(all.filter(([, rows]) => rows.length > 0));
}

/** The indicators by their kinds; lines without a word are left out. */
function indicatorsOf({ indicators = [] }: Document, profile: Profile) {
  const rows: Record<string, Row[]> = {};
  const strays: { heading: string; name: string }[] = [];
  for (const { level1, level2, name, targetValue } of indicators) {
    const cells = present([
      ['name', textAnswer(name)],
      ['targetValue', textAnswer(targetValue)],
    ]);
    if (!Object.values(cells).some(({ value }) => value)) continue;
    const heading = trim(level2 ?? '') || trim(level1 ?? '');
    const kind = kindCalled(heading, profile);
    if (!kind) {
      strays.push({ heading, name: cells['name']?.value ?? '' });
      continue;
    }
    const step = indicatorStep(kind);
    const own = rows[step] ?? [];
    rows[step] = [...own, { id: `${step}.0.${own.length}`, cells }];
  }
  return { rows, strays };
}

/** The totals a document prints under its tasks. */
function taskTotalsOf({ taskTotals }: Document, read: Reader): Record<string, string> {
  const totals = TASK_AMOUNTS.flatMap((column) => {
    const total = amountAnswer(taskTotals?.[column], { step: 'tasks', column }, read)?.value;
    return total ? [[column, total] as const] : [];
  });
  return Object.fromEntries(totals);
}
