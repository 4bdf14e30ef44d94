import { type Finding, ofSeverity } from '../../domain/finding.js';
import type { Form, Section } from '../../forms/form.js';
import { findingSentence } from '../notice.js';
import type { DoubtfulLine } from '../sayable.js';
import type { ImportedFile, State } from '../state.js';
import { inFormOrder, sectionIdOf } from '../warnings.js';

/**
 * What would be wrong with some sections of a file on this form: their errors, and whatever was in order when
 * the file was last year's and no longer is, such as the year in its texts.
 */
export function doubtfulIn(
  form: Form,
  { filing: { answers }, conversation: { locale } }: State,
  { form: { answers: found, remarks } }: ImportedFile,
  sections: readonly Section[],
): readonly DoubtfulLine[] {
  const asItWas = new Set(form.check(found, remarks).map(keyOf));
  const values = { ...found.values, ...answers.values };
  const asItWouldBe = form.check({ ...found, values }, remarks);
  const ids = sections.map(({ id }) => id);
  const own = inFormOrder(form, asItWouldBe).filter((each) =>
    ids.includes(sectionIdOf(form, each)),
  );
  const errors = ofSeverity(own, 'error');
  const stale = own.filter((each) => !errors.includes(each) && !asItWas.has(keyOf(each)));
  return [...stale, ...errors].map((finding) => ({
    ...(finding.place.row !== undefined && { n: finding.place.row + 1 }),
    words: findingSentence(form, locale, finding),
  }));
}

function keyOf({ rule, place: { step, row, column } }: Finding): string {
  return [rule, step, row, column].join(' ');
}
