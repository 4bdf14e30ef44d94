import type { Form, Locale } from '../forms/form.js';
import { phrase } from './notice.js';
import type { Effect, Prompt } from './state.js';

/** Something to press: pressing it says `say`. */
export interface Option {
  readonly key: string;
  readonly label: string;
  readonly say: string;
}

/** A piece of a reply, before it is rendered for a channel. Every choice can be typed as well. */
export type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'choices'; readonly prompt: number; readonly options: readonly Option[] };

/** Puts an effect that only speaks into words. */
export function partsOf(
  form: Form,
  locale: Locale,
  effect: Extract<Effect, { type: 'say' | 'ask' }>,
): readonly Part[] {
  if (effect.type === 'say') return [{ type: 'text', text: phrase(form, locale, effect.notice) }];
  const text = effect.notices.map((each) => phrase(form, locale, each)).join('\n');
  return [
    ...(text === '' ? [] : [{ type: 'text' as const, text }]),
    ...choices(form, locale, effect.prompt),
  ];
}

function choices(
  form: Form,
  locale: Locale,
  { id, choices: offered, keys }: Prompt,
): readonly Part[] {
  if (offered.length === 0) return [];
  const options = offered.map(({ label, say }, at) => ({
    key: keys === 'digits' ? String(at + 1) : String.fromCharCode(65 + at),
    label: phrase(form, locale, label),
    say,
  }));
  return [{ type: 'choices', prompt: id, options }];
}
