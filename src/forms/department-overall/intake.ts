import { z } from 'zod';
import { type AmountReading, readAmount } from '../../domain/read-amount.js';
import { trim } from '../../domain/text.js';
import type { Answer, Answers, Row } from '../answers.js';
import type { DocumentRemarks, Intake } from '../form.js';
import { EXPENDITURE, INCOME, TASK_AMOUNTS } from './draft.js';
import type { Profile } from './profile.js';
import { indicatorKinds, indicatorStep } from './scheme.js';

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

/** Takes a declaration in from JSON. What it does not say stays unasked; "" and null are blanks left on purpose. */
export function takeIn(json: unknown, profile: Profile): Intake {
  const parsed = intakeSchema.safeParse(json);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      path: path.join('.'),
      message,
    }));
    return { ok: false, problems };
  }
  const unread: { place: { step: string; row?: number; column?: string }; words: string }[] = [];
  const reader: Reader = (text, place) => {
    const answer = asWritten(readAmount(text), text);
    if (!answer) unread.push({ place, words: text });
    return answer;
  };
  const answers: Answers = {
    values: { ...textsOf(parsed.data), ...fundsOf(parsed.data, reader) },
    rows: rowsOf(parsed.data, profile, reader),
    finished: {},
  };
  return { ok: true, answers, remarks: { ...remarksOf(parsed.data), unread } };
}

type Reader = (
  words: string,
  place: { step: string; row?: number; column?: string },
) => Answer | undefined;

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
  if (text === undefined) return undefined;
  return { value: text === null || trim(text) === '' ? null : trim(text), rev: 0 };
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
  place: { step: string; row?: number; column?: string },
  read: Reader,
): Answer | undefined {
  if (text === undefined) return undefined;
  return text === null ? { value: null, rev: 0 } : read(text, place);
}

function rowsOf(document: Document, profile: Profile, read: Reader): Answers['rows'] {
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
    ...indicatorRows(document, profile),
  ];
  return Object.fromEntries(all.filter(([, rows]) => rows.length > 0));
}

function indicatorRows({ indicators = [] }: Document, profile: Profile): [string, Row[]][] {
  return indicatorKinds(profile.indicatorScheme).map((kind) => {
    const step = indicatorStep(kind);
    const own = indicators.filter(({ level1, level2 }) => {
      const name = level2 || level1 || '';
      return name === kind.level2 || kind.aliases.includes(name);
    });
    const rows = own
      .filter(({ name, targetValue }) => name || targetValue)
      .map(({ name, targetValue }, at) => ({
        id: `${step}.0.${at}`,
        cells: present([
          ['name', textAnswer(name)],
          ['targetValue', textAnswer(targetValue)],
        ]),
      }));
    return [step, rows];
  });
}

function remarksOf({ taskTotals, review }: Document): DocumentRemarks {
  const totals = TASK_AMOUNTS.flatMap((column) => {
    const reading = readAmount(taskTotals?.[column] ?? '');
    return reading.kind === 'amount' ? [[column, reading.amount] as const] : [];
  });
  return { totals: { tasks: Object.fromEntries(totals) }, ...(review && { review }) };
}
