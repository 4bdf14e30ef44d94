import { z } from 'zod';
import { trim } from '../../domain/text.js';
import { type Content, NO_CONTENT, type SaidLine, type SaidWords } from '../content.js';
import { type Problem, problemsOf } from '../form.js';
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
  /** Lists that were left empty on purpose, by step. */
  leftOut: z.array(z.string()).optional(),
});

type Document = z.infer<typeof intakeSchema>;

/** What came of looking at some JSON: what it says by step, or why it is no declaration. */
export type JsonContent =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a declaration in JSON says, by step. */
export function contentOf(json: unknown, profile: Profile): JsonContent {
  const parsed = intakeSchema.safeParse(json);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const { duties, tasks = [], goals, taskTotals = {}, review, leftOut } = parsed.data;
  const { rows, strays } = indicatorsOf(parsed.data, profile);
  return {
    ok: true,
    content: {
      ...NO_CONTENT,
      values: valuesOf(parsed.data),
      rows: {
        duties: linesOf(duties),
        tasks: tasks.map(saidLine),
        goals: linesOf(goals),
        ...rows,
      },
      totals: { tasks: saidLine(taskTotals) },
      strays,
      ...(review && { review }),
      ...(leftOut && { leftOut }),
    },
  };
}

function said(words: string | null | undefined): SaidWords | undefined {
  return words === undefined ? undefined : { words };
}

function saidLine(line: Readonly<Record<string, string | null | undefined>>): SaidLine {
  return Object.fromEntries(Object.entries(line).map(([id, words]) => [id, said(words)]));
}

function linesOf(texts: readonly (string | null | undefined)[] = []): readonly SaidLine[] {
  return texts.map((text) => ({ text: said(text) }));
}

function valuesOf({ funds, year, reportingUnit, departmentName, unitHead }: Document): SaidLine {
  const [basic, project] = EXPENDITURE;
  return saidLine({
    year,
    reportingUnit,
    departmentName,
    unitHead,
    totalFunds: funds?.total,
    ...funds?.income,
    [basic]: funds?.expenditure?.basic,
    [project]: funds?.expenditure?.project,
  });
}

/** The indicators by their kinds; lines without a word are left out. */
function indicatorsOf({ indicators = [] }: Document, profile: Profile) {
  const rows: Record<string, SaidLine[]> = {};
  const strays: { heading: string; name: string }[] = [];
  for (const { level1, level2, name, targetValue } of indicators) {
    if (!trim(name ?? '') && !trim(targetValue ?? '')) continue;
    const heading = trim(level2 ?? '') || trim(level1 ?? '');
    const kind = kindCalled(heading, profile);
    if (kind) {
      const step = indicatorStep(kind);
      rows[step] = [...(rows[step] ?? []), saidLine({ name, targetValue })];
    } else strays.push({ heading, name: trim(name ?? '') });
  }
  return { rows, strays };
}
