import { type Finding, ofSeverity } from '../domain/finding.js';
import { type Answers, rowsOf } from '../forms/answers.js';
import {
  type DocumentRemarks,
  type Form,
  questionOf,
  type Section,
  sectionOf,
} from '../forms/form.js';
import { findingSentence, type Notice, notice } from './notice.js';
import type { State } from './state.js';

/** Every warning in the order of 核对, whether taken note of or not: their numbers hold while the form does. */
export function numberedWarnings(form: Form, findings: readonly Finding[]): readonly Finding[] {
  return inFormOrder(form, ofSeverity(findings, 'warning'));
}

/** Whether nobody has taken note of a warning. */
export function isOpenWarning({ noted = {}, ...answers }: Answers, finding: Finding): boolean {
  return noted[findingKey(answers, finding)] !== true;
}

/** Warnings that nobody has taken note of, in the order of 核对. */
export function openWarnings(
  form: Form,
  answers: Answers,
  findings: readonly Finding[],
): readonly Finding[] {
  return numberedWarnings(form, findings).filter((finding) => isOpenWarning(answers, finding));
}

/** Params that name a place in the order of lines: they change when lines move, and the finding does not. */
const PLACES = ['n', 'i', 'j', 'rows', 'all'];

/** What a finding says, wherever its line has been moved to: the same figures in the same line make the same key. */
export function findingKey(answers: Answers, { rule, place, params }: Finding): string {
  const { step, row, column } = place;
  const line = row === undefined ? '' : (rowsOf(answers, step)[row]?.id ?? '');
  const said = Object.entries(params).filter(([name]) => !PLACES.includes(name));
  return JSON.stringify([rule, step, line, column ?? '', ...said.flat()]);
}

/** The section a finding belongs to. */
export function sectionIdOf(form: Form, { place }: Finding): string {
  const question = questionOf(form, place.step);
  const found = question && sectionOf(form, question.id);
  return found?.[0].id ?? form.sections.at(-1)?.id ?? '';
}

/** In the order of the form: by step, then by line. */
export function inFormOrder(form: Form, findings: readonly Finding[]): readonly Finding[] {
  const order = new Map([...form.steps.keys()].map((id, at) => [id, at]));
  const rank = ({ place }: Finding) => order.get(place.step) ?? order.size;
  return findings.toSorted(
    (a, b) => rank(a) - rank(b) || (a.place.row ?? -1) - (b.place.row ?? -1),
  );
}

/**
 * The errors and open warnings of a section that has just been finished, but for those that have been said.
 * Everything is checked anew here: sections are finished seldom, and their findings may be anywhere in them.
 */
export function sectionNotices(
  form: Form,
  { filing: { answers }, conversation: { locale } }: State,
  remarks: DocumentRemarks,
  section: Section,
  said: readonly Notice[],
): readonly Notice[] {
  const isSaid = (finding: Finding) =>
    said.some(
      ({ key, params }) =>
        key === 'finding' &&
        params.rule === finding.rule &&
        params.place.step === finding.place.step &&
        params.place.row === finding.place.row,
    );
  const isOwn = (finding: Finding) => sectionIdOf(form, finding) === section.id && !isSaid(finding);
  const findings = form.check(answers, remarks);
  const severe = [...ofSeverity(findings, 'error'), ...openWarnings(form, answers, findings)];
  const own = severe.filter(isOwn);
  if (own.length === 0) return [];
  const hints = ofSeverity(findings, 'hint').filter(isOwn).length;
  const lines = own.slice(0, SHOWN).map((each) => findingSentence(form, locale, each));
  const more = own.length - lines.length;
  return [notice('sectionChecked', { label: section.label, lines, more, hints })];
}

/** Findings that are said when a section is finished, before the rest is left to 核对. */
const SHOWN = 4;
