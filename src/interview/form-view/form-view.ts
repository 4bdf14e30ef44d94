import type { Finding, Place, Severity } from '../../domain/finding.js';
import { SEVERITIES } from '../../domain/finding.js';
import type { Answers } from '../../forms/answers.js';
import type { Column, Form, Locale } from '../../forms/form.js';
import { isAnswered, type Section, sectionOf, stepsIn } from '../../forms/form.js';
import { placeName } from '../../forms/place-name.js';
import type { Cell, Line, Paragraph, Sheet } from '../../forms/sheet.js';
import type { Target } from '../../reading/reading.js';
import { findingSentence } from '../notice.js';
import { lineCount, remarksOf } from '../review.js';
import type { State } from '../state.js';
import { isOpenWarning, sectionIdOf } from '../warnings.js';
import { type AnchorOf, anchorsOf } from './anchors.js';
import { askedPlaces } from './asked-places.js';
import { type BlankView, blankAt } from './blanks.js';

/** A text on the sheet, and the blank it shows. */
export interface TextView {
  readonly text: string;
  readonly blank?: BlankView;
}

/** A cell of the sheet with its blanks. */
export interface CellView extends Omit<Cell, 'paragraphs' | 'sums'> {
  readonly paragraphs: readonly TextView[];
}

/** A line above the sheet with its blanks. */
export interface LineView {
  readonly role: Line['role'];
  readonly texts: readonly TextView[];
}

/** A column of a list. */
export type ColumnView = Pick<Column, 'id' | 'label' | 'reads'>;

/** How far a section is, and what a check says of it. */
export interface SectionView {
  readonly id: string;
  readonly label: string;
  readonly answered: number;
  readonly of: number;
  readonly lines?: number;
  readonly errors: number;
  /** Those that nobody has taken note of. */
  readonly warnings: number;
  readonly isCurrent: boolean;
}

/** A finding in words. `place` names a blank that stands on the sheet. */
export interface FindingView {
  readonly id: string;
  readonly severity: Severity;
  readonly place?: string;
  readonly section: string;
  readonly words: string;
  /** A sentence that settles it. */
  readonly change?: string;
  readonly isNoted?: true;
}

/** The form as it stands, for a page that shows it beside the conversation. */
export interface FormView {
  readonly filing: string;
  readonly revision: number;
  readonly locale: Locale;
  readonly title: string;
  readonly unit?: string;
  readonly year?: string;
  /** Whether errors keep it from being final. */
  readonly isDraft: boolean;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly sections: readonly SectionView[];
  /** The columns of each list, by step. */
  readonly columns: Readonly<Record<string, readonly ColumnView[]>>;
  /** The open question, its steps, and the line of its list that is asked about. */
  readonly question?: {
    readonly id: string;
    readonly label: string;
    readonly steps: readonly string[];
    readonly row?: string;
  };
  /** Names of the blanks that the open question asks for. */
  readonly asked: readonly string[];
  readonly sheet: {
    readonly before: readonly LineView[];
    readonly columns: Sheet['columns'];
    readonly rows: Sheet['rows'];
    readonly cells: readonly CellView[];
  };
  readonly findings: readonly FindingView[];
}

/** Everything a page shows of a filing: its sheet, what each blank is, how far it is, and what a check says. */
export function formView(form: Form, state: State): FormView {
  const { filing, conversation } = state;
  const { answers } = filing;
  const found = form.check(answers, remarksOf(state));
  const isDraft = found.some(({ severity }) => severity === 'error');
  const sheet = form.layout(answers, { draft: isDraft });
  const anchorOf = anchorsOf(sheet);
  const findings = findingViews(form, state, anchorOf, found);
  const target = conversation.prompt?.target;
  const current = target && sectionOf(form, target.question)?.[0].id;
  return {
    filing: filing.id,
    revision: filing.revision,
    locale: conversation.locale,
    title: form.title,
    ...form.identify(answers),
    isDraft,
    counts: openCounts(findings),
    sections: form.sections.map((section) => sectionView(section, state, findings, current)),
    columns: columnsOf(form),
    ...questionView(form, target),
    asked: askedPlaces(form, answers, target).flatMap((place) => {
      const anchor = anchorOf(place);
      return anchor ? [placeName(anchor)] : [];
    }),
    sheet: {
      before: sheet.before.map((line) => lineView(form, answers, line)),
      columns: sheet.columns,
      rows: sheet.rows,
      cells: sheet.cells.map((cell) => cellView(form, answers, cell)),
    },
    findings,
  };
}

function columnsOf(form: Form): FormView['columns'] {
  const lists = [...form.steps.values()].flatMap((step) =>
    step.type === 'rows'
      ? [[step.id, step.columns.map(({ id, label, reads }) => ({ id, label, reads }))] as const]
      : [],
  );
  return Object.fromEntries(lists);
}

function questionView(form: Form, target: Target | undefined): Pick<FormView, 'question'> {
  const question = form.questions.find(({ id }) => id === target?.question);
  if (!question) return {};
  const { id, label } = question;
  const steps = question.steps.map((step) => step.id);
  return { question: { id, label, steps, ...(target?.row !== undefined && { row: target.row }) } };
}

function lineView(form: Form, answers: Answers, { role, texts, binds }: Line): LineView {
  return { role, texts: texts.map((text, at) => textView(form, answers, text, binds?.[at])) };
}

function cellView(form: Form, answers: Answers, { paragraphs, sums: _, ...cell }: Cell): CellView {
  return {
    ...cell,
    paragraphs: paragraphs.map(({ text, bind }: Paragraph) => textView(form, answers, text, bind)),
  };
}

function textView(form: Form, answers: Answers, text: string, bind: Place | undefined): TextView {
  const blank = bind && blankAt(form, answers, bind);
  return { text, ...(blank && { blank }) };
}

function sectionView(
  section: Section,
  { filing: { answers } }: State,
  findings: readonly FindingView[],
  current: string | undefined,
): SectionView {
  const steps = stepsIn(section);
  const lines = lineCount(steps, answers);
  const own = findings.filter(({ section: id, isNoted }) => id === section.id && !isNoted);
  const count = (severity: Severity) => own.filter((each) => each.severity === severity).length;
  return {
    id: section.id,
    label: section.label,
    answered: steps.filter((step) => isAnswered(step, answers)).length,
    of: steps.length,
    ...(lines !== undefined && { lines }),
    errors: count('error'),
    warnings: count('warning'),
    isCurrent: section.id === current,
  };
}

/** A blank that will still be asked for is no mistake yet: nothing is said of it but that it is open. */
function findingViews(
  form: Form,
  { filing: { answers }, conversation: { locale } }: State,
  anchorOf: AnchorOf,
  findings: readonly Finding[],
): readonly FindingView[] {
  return findings.flatMap((finding, at) => {
    const { severity, change } = finding;
    const place = anchorOf(finding.place);
    if (place && blankAt(form, answers, place)?.state === 'asked') return [];
    const isNoted = severity === 'warning' && !isOpenWarning(answers, finding);
    const view: FindingView = {
      id: `${finding.rule}.${at}`,
      severity,
      ...(place && { place: placeName(place) }),
      section: sectionIdOf(form, finding),
      words: findingSentence(form, locale, finding),
      ...(change !== undefined && { change }),
      ...(isNoted && { isNoted: true as const }),
    };
    return [view];
  });
}

/** How many of each severity are to be looked at. */
function openCounts(findings: readonly FindingView[]): Readonly<Record<Severity, number>> {
  const open = findings.filter(({ isNoted }) => !isNoted);
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const severity of SEVERITIES) {
    counts[severity] = open.filter((each) => each.severity === severity).length;
  }
  return counts;
}
