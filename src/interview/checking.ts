import { type Finding, ofSeverity } from '../domain/finding.js';
import type { Form, Locale } from '../forms/form.js';
import { type Choice, changeIs, NOTE } from './choices.js';
import { findingSentence, notice, phrase } from './notice.js';
import { reckonings, remarksOf } from './review.js';
import type { CheckedSection } from './sayable.js';
import type { State } from './state.js';
import { goOn, type Outcome } from './turn.js';
import {
  findingKey,
  inFormOrder,
  isOpenWarning,
  numberedWarnings,
  sectionIdOf,
} from './warnings.js';
import { begin, make } from './work.js';

/** 核对: every sum anew, then every finding in words, and what can be done about them at a press. */
export function check(form: Form, state: State): Outcome {
  const { answers } = state.filing;
  const { locale } = state.conversation;
  const findings = form.check(answers, remarksOf(state));
  const numbered = numberedWarnings(form, findings);
  const warnings = numbered.filter((each) => isOpenWarning(answers, each));
  const noted = numbered.length - warnings.length;
  const words = notice('checked', {
    reckonings: reckonings(form, answers),
    errors: bySection(form, locale, ofSeverity(findings, 'error')),
    warnings: bySection(form, locale, warnings, numbered),
    hints: bySection(form, locale, ofSeverity(findings, 'hint')),
    noted,
  });
  const offers = [...changesOf(findings), ...(warnings.length > 0 ? [NOTE] : [])];
  return goOn(form, state, [words], [], offers);
}

/** 已知悉: warnings that somebody has seen and lets stand; without numbers, all of them. */
export function takeNote(
  form: Form,
  state: State,
  numbers: readonly number[] | undefined,
): Outcome {
  const { answers } = state.filing;
  const all = numberedWarnings(form, form.check(answers, remarksOf(state)));
  const named = numbers?.flatMap((n) => all[n - 1] ?? []) ?? all;
  const meant = named.filter((each) => isOpenWarning(answers, each));
  const unknown = numbers?.filter((n) => all[n - 1] === undefined) ?? [];
  if (meant.length === 0) {
    return goOn(form, state, [notice('nothingToNote', { count: all.length, unknown })]);
  }
  const work = begin(form, state.filing);
  for (const finding of meant) {
    const { step } = finding.place;
    const key = findingKey(answers, finding);
    make(work, { type: 'noted', step, finding: key, before: false, after: true });
  }
  const after = { ...state, filing: work.filing };
  const left = all.filter((each) => isOpenWarning(work.filing.answers, each)).length;
  const lines = meant.map((each) => findingSentence(form, state.conversation.locale, each));
  const words = notice('noted', { lines, left, unknown });
  return goOn(form, after, [words], work.changes);
}

/** Changes that settle findings, gravest first: as many as fit under a message. */
const MOST_CHANGES = 3;

function changesOf(findings: readonly Finding[]): readonly Choice[] {
  const changes = findings.flatMap(({ change }) => change ?? []);
  return [...new Set(changes)].slice(0, MOST_CHANGES).map(changeIs);
}

/** Findings of one rule in one section that are spelt out before the rest is only counted. */
const SPELT_OUT = 2;

function bySection(
  form: Form,
  locale: Locale,
  findings: readonly Finding[],
  numbered: readonly Finding[] = [],
): readonly CheckedSection[] {
  const ordered = inFormOrder(form, findings);
  return form.sections.flatMap(({ id, label }) => {
    const own = ordered.filter((each) => sectionIdOf(form, each) === id);
    const lines = own.flatMap((finding) => {
      const alike = own.filter(({ rule }) => rule === finding.rule);
      const at = alike.indexOf(finding);
      const n = numbered.indexOf(finding) + 1;
      if (n > 0 || at < SPELT_OUT) {
        return [{ words: findingSentence(form, locale, finding), ...(n > 0 && { n }) }];
      }
      const isFirstLeftOut = at === SPELT_OUT;
      return isFirstLeftOut ? [{ words: moreAlike(form, locale, alike.length - SPELT_OUT) }] : [];
    });
    return lines.length > 0 ? [{ section: label, lines }] : [];
  });
}

function moreAlike(form: Form, locale: Locale, count: number): string {
  return phrase(form, locale, notice('moreAlike', { count }));
}
