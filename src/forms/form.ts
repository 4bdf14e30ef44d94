import type { z } from 'zod';
import type { Amount } from '../domain/amount.js';
import type { Finding, Place } from '../domain/finding.js';
import type { Answers } from './answers.js';
import type { Sheet } from './sheet.js';

/** Languages the assistant speaks. What is printed on a form is never translated. */
export type Locale = 'zh-cn' | 'en';

/** How the words for a blank are read. */
export type Reads = 'year' | 'text' | 'amount' | 'target';

/** Something that takes one answer. `label` is what the form prints, `aliases` what people say for it. */
export interface Blank {
  readonly label: string;
  readonly aliases: readonly string[];
  readonly reads: Reads;
  /** Accepts the canonical value; amounts are in 万元. */
  readonly schema: z.ZodType<string>;
  /** Whether it may be left for the pen: signed by hand after printing. */
  readonly signed?: true;
  /** Whether one part alone does not say the whole: 公用经费 belongs to 人员经费. */
  readonly needsAllParts?: true;
  /** Amounts people name instead of the whole: 人员经费 and 公用经费 for 基本支出. */
  readonly parts?: readonly { readonly label: string; readonly aliases: readonly string[] }[];
}

export interface ValueStep extends Blank {
  readonly type: 'value';
  readonly id: string;
  /** Printed with this step's value until it has one of its own, and therefore not asked. */
  readonly follows?: string;
}

export interface Column extends Blank {
  readonly id: string;
  readonly required: boolean;
}

/** A list. Its lines may have the total of some columns in another (总额 = 财政拨款 + 其他资金). */
export interface RowsStep {
  readonly type: 'rows';
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly columns: readonly Column[];
  readonly split?: { readonly whole: string; readonly parts: readonly string[] };
  /** The amount this list is measured against while it grows: 任务总额 against 项目支出. */
  readonly against?: { readonly column: string; readonly step: string };
  /** Columns whose total must not exceed the sum of some values: 任务合计 not above 资金总额. */
  readonly limits?: readonly { readonly column: string; readonly within: readonly string[] }[];
  /** The labels printed left of its lines, outermost first: 产出指标, 数量指标. */
  readonly headings?: readonly string[];
  /** Whether the form prints 1、2、3、 before its lines: the numbers are none of their words. */
  readonly numbered?: true;
  /** Whether the list may well stay empty. */
  readonly optional?: true;
}

export type Step = ValueStep | RowsStep;

/** What is asked in one message: one list, or one or more values. */
export interface Question {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly steps: readonly Step[];
  /** The step that the amounts of this question add up to. */
  readonly sumsTo?: string;
}

export interface Section {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly questions: readonly Question[];
}

/** What a document says besides its answers: checked against them, never stored. */
export interface DocumentRemarks {
  /** The totals of a list's columns as the document prints them, in 万元: tasks → total → "664". */
  readonly totals?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What stands in the box that belongs to the finance bureau. */
  readonly review?: string;
  /** Amounts that could not be read. */
  readonly unread?: readonly { readonly place: Place; readonly words: string }[];
  /** Indicators under a heading that the form does not have: they have no place on it. */
  readonly strays?: readonly { readonly heading: string; readonly name: string }[];
  /** Texts that lost the quotes and tabs a spreadsheet had left around them. */
  readonly stripped?: readonly Place[];
  /** Last year's form of the same unit, for the rules that compare with it. */
  readonly previous?: Answers;
}

/** Sums of the amount columns of lists, in 万元, by step and column. */
export type Totals = Readonly<Record<string, Readonly<Record<string, Amount>>>>;

/** Whether something on the form goes by a name. */
export function isCalled(
  { label, aliases }: Pick<Blank, 'label' | 'aliases'>,
  name: string,
): boolean {
  return label === name || aliases.includes(name);
}

/** The label of a list's column. */
export function columnLabel(
  { columns }: Pick<RowsStep, 'columns'>,
  id: string | undefined,
): string | undefined {
  return columns.find((each) => each.id === id)?.label;
}

/** What is wrong with an object, and where: `tasks.0.total`; an empty path is the whole of it. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

export function problemsOf({ issues }: z.ZodError): readonly Problem[] {
  return issues.map(({ path, message }) => ({ path: path.join('.'), message }));
}

/** What came of making a declaration: the object, or what is missing or malformed in it. */
export type Declared =
  | { readonly ok: true; readonly declaration: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What came of taking a document in: its answers, or why it is no declaration. */
export type Intake =
  | { readonly ok: true; readonly answers: Answers; readonly remarks: DocumentRemarks }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The sentences of one form in one language. Keys are ids of questions, steps or `step.column`. */
export interface FormWording {
  readonly asks: Readonly<Record<string, string>>;
  readonly findings: Readonly<Record<string, (params: Readonly<Record<string, string>>) => string>>;
}

/** A line that a list could hold. `measure` is how its value is written, with a gap for the number: ≥＿人. */
export interface SuggestedLine {
  readonly name: string;
  readonly measure: string;
}

/** A form's definition in one region's variant: everything the assistant knows about it, as data and pure functions. */
export interface Form {
  readonly id: string;
  readonly profile: string;
  readonly title: string;
  readonly sections: readonly Section[];
  /** The box that somebody else fills: what its label is called, and what is printed in it. */
  readonly review?: { readonly names: readonly string[]; readonly printed: readonly string[] };
  readonly wording: Readonly<Record<Locale, FormWording>>;
  readonly questions: readonly Question[];
  readonly steps: ReadonlyMap<string, Step>;
  /** Every finding on the form, gravest first. */
  check(answers: Answers, remarks?: DocumentRemarks): readonly Finding[];
  /** The findings on totals alone, from the lists' running totals: cheap however long the lists are. */
  checkBalance(answers: Answers, totals: Totals): readonly Finding[];
  /** The findings on single lines of a list, counted from 0. */
  checkLines(answers: Answers, step: string, lines: readonly number[]): readonly Finding[];
  /** Lines that a list could hold, from what else is on the form: names and measures, never a number. */
  suggest(answers: Answers, step: string): readonly SuggestedLine[];
  /** The finished form as cells. A draft is marked as one on every page. */
  layout(answers: Answers, options: { readonly draft: boolean }): Sheet;
  /** Whose form it is, for which year, as far as that is known. */
  identify(answers: Answers): { readonly unit?: string; readonly year?: string };
  /** Its file's name without an ending. */
  fileName(answers: Answers, options: { readonly draft: boolean }): string;
  /** The declaration as far as it is filled, as JSON that `intake` takes back without loss. */
  document(answers: Answers): unknown;
  /** The validated declaration, amounts in 万元. */
  declare(answers: Answers): Declared;
  /** Takes a declaration in from JSON, amounts in any notation. */
  intake(json: unknown): Intake;
  readonly declarationSchema: z.ZodType;
}

/** Completes a form's definition with the orders that are derived from its sections. */
export function defineForm(form: Omit<Form, 'questions' | 'steps'>): Form {
  const questions = form.sections.flatMap((section) => section.questions);
  const steps = new Map(questions.flatMap(({ steps }) => steps.map((step) => [step.id, step])));
  return { ...form, questions, steps };
}

/** The question that asks for a step. */
export function questionOf(form: Form, step: string): Question | undefined {
  return form.questions.find(({ steps }) => steps.some(({ id }) => id === step));
}

/** The steps of a section, in their order. */
export function stepsIn({ questions }: Pick<Section, 'questions'>): readonly Step[] {
  return questions.flatMap(({ steps }) => steps);
}

/** The section that a question belongs to, with its place in the order of sections (from 0). */
export function sectionOf(form: Form, question: string): readonly [Section, number] | undefined {
  const at = form.sections.findIndex(({ questions }) =>
    questions.some(({ id }) => id === question),
  );
  const section = form.sections[at];
  return section && [section, at];
}

/** Whether nothing more needs asking about a step. */
export function isAnswered(step: Step, answers: Answers): boolean {
  if (step.type === 'rows') return answers.finished[step.id] === true;
  return answers.values[step.id] !== undefined || step.follows !== undefined;
}
