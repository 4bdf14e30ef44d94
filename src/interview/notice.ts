import type { Finding } from '../domain/finding.js';
import type { Form, Locale } from '../forms/form.js';
import { en } from './en.js';
import { zhCn } from './zh-cn.js';

/** Everything that can be said, by key. */
export type Wording = typeof zhCn;

type Phrase = {
  [Key in keyof Wording]: { readonly key: Key; readonly params: PhraseParams<Key> };
}[keyof Wording];

type PhraseParams<Key extends keyof Wording> =
  Parameters<Wording[Key]> extends [infer P] ? P : Readonly<Record<string, never>>;

/** Something to say, as data: a sentence of the assistant, a question of the form, or a finding. */
export type Notice =
  | Phrase
  | {
      readonly key: 'formAsk';
      readonly params: { readonly ask: string; readonly fill: Readonly<Record<string, string>> };
    }
  | { readonly key: 'finding'; readonly params: Finding };

const WORDINGS: Readonly<Record<Locale, Wording>> = { 'zh-cn': zhCn, en };

/** The sentences of a language, for those that need no form. */
export function wordingOf(locale: Locale): Wording {
  return WORDINGS[locale];
}

/** A notice, typed by its key. */
export function notice<Key extends keyof Wording>(
  key: Key,
  ...params: Parameters<Wording[Key]> extends [infer P] ? [P] : []
): Notice {
  return { key, params: params[0] ?? {} } as Notice;
}

/** Puts a notice into words. */
export function phrase(form: Form, locale: Locale, { key, params }: Notice): string {
  if (key === 'formAsk') return filled(form.wording[locale].asks[params.ask] ?? '', params.fill);
  if (key === 'finding') return findingSentence(form, locale, params);
  // The key and the params of a Phrase belong together; TypeScript cannot carry that through the index.
  const say = WORDINGS[locale][key] as (params: unknown) => string;
  return say(params);
}

/** A finding's sentence in the form's own words. */
export function findingSentence(
  form: Form,
  locale: Locale,
  { rule, place, params }: Finding,
): string {
  const label = form.steps.get(place.step)?.label ?? '';
  const say = form.wording[locale].findings[rule];
  return say ? say({ label, ...params }) : rule;
}

function filled(template: string, fill: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => fill[name] ?? '');
}
