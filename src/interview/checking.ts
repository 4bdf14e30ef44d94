import { type Finding, ofSeverity } from '../domain/finding.js';
import type { Form, Locale } from '../forms/form.js';
import { type Choice, changeIs, NOTE } from './choices.js';
import { findingSentence, notice, phrase } from './notice.js';
import { reckonings, remarksOf } from './review.js';
import type { CheckedSection } from './sayable.js';
import type { State } from './state.js';
import { goOn, type Outcome } from './turn.js';
import { findingKey, inFormOrder, openWarnings, sectionIdOf } from './warnings.js';
import { begin, make } from './work.js';

/** 核对: every sum anew, then every finding in words, and what can be done about them at a press. */
export function check(form: Form, state: State): Outcome {
  const { answers } = state.filing;
  const { locale } = state.conversation;
  const findings = form.check(answers, remarksOf(state));
  const warnings = openWarnings(form, answers, findings);
  const noted = ofSeverity(findings, 'warning').length - warnings.length;
  const words = notice('checked', {
    reckonings: reckonings(form, answers),
    errors: bySection(form, locale, ofSeverity(findings, 'error')),
    warnings: bySection(form, locale, warnings, true),
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
  const open = openWarnings(form, answers, form.check(answers));
  const meant = numbers === undefined ? open : numbers.flatMap((n) => open[n - 1] ?? []);
  if (meant.length === 0)
    return goOn(form, state, [notice('nothingToNote', { count: open.length })]);
  const work = begin(form, state.filing);
  for (const finding of meant) {
    const key = findingKey(answers, finding);
    make(work, {
      type: 'noted',
      step: finding.place.step,
      finding: key,
      before: false,
      after: true,
    });
  }
  const left = open.length - meant.length;
  return goOn(
    form,
    { ...state, filing: work.filing },
    [notice('noted', { count: meant.length, left })],
    work.changes,
  );
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
  isNumbered = false,
): readonly CheckedSection[] {
  const numbers = new Map(inFormOrder(form, findings).map((finding, at) => [finding, at + 1]));
  return form.sections.flatMap(({ id, label }) => {
    const own = inFormOrder(form, findings).filter((each) => sectionIdOf(form, each) === id);
    const lines = own.flatMap((finding) => {
      const alike = own.filter(({ rule }) => rule === finding.rule);
      const at = alike.indexOf(finding);
      if (isNumbered || at < SPELT_OUT) {
        const n = isNumbered ? numbers.get(finding) : undefined;
        return [{ words: findingSentence(form, locale, finding), ...(n !== undefined && { n }) }];
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
