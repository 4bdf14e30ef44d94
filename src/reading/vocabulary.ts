import { halfWidth } from '../domain/text.js';
import type { Blank, Form, RowsStep } from '../forms/form.js';

/** A name for a blank; `part` when it names only a part of its amount (人员经费 of 基本支出). */
export interface Term {
  readonly key: string;
  readonly part?: string;
}

/** The names that a sentence may use for a set of blanks, and which of them add up to which. */
export interface Vocabulary {
  readonly blanks: ReadonlyMap<string, Blank>;
  readonly terms: ReadonlyMap<string, Term>;
  /** Finds the next name, or words for the rest or for all, longest first. */
  readonly pattern: RegExp;
  readonly sums: readonly { readonly whole: string; readonly parts: readonly string[] }[];
}

export const REST =
  '(?:剩下|剩余|其余|余下|别的|其[他它](?=都|均|全|没有|无)|all the rest|the rest|rest)(?:的|部分|那些|几项|各项)*(?:都|全|均|全部|就)*(?:是|为|填|归|算|列|作|放|给|记|\\s+is|\\s+are)?(?:到|入|在|作)?';
export const ALL = '(?:全部|全|都|均|all)(?:是|为|用|来自|\\s+(?:is|from))?';

/** The values of a form as a vocabulary. Computed once a form. */
export function formVocabulary(form: Form): Vocabulary {
  return remembered(form, () => {
    const steps = [...form.steps.values()].filter((step) => step.type === 'value');
    const sums = form.questions.flatMap(({ sumsTo, steps }) =>
      sumsTo === undefined ? [] : [{ whole: sumsTo, parts: steps.map(({ id }) => id) }],
    );
    return vocabularyOf(
      steps.map((step) => [step.id, step]),
      sums,
    );
  });
}

/** The columns of a list as a vocabulary, for a sentence about one of its lines. */
export function columnVocabulary(step: RowsStep): Vocabulary {
  return remembered(step, () =>
    vocabularyOf(
      step.columns.map((column) => [column.id, column]),
      step.split ? [step.split] : [],
    ),
  );
}

const memory = new WeakMap<object, Vocabulary>();

/** Forms are fixed data: what is derived from one stays true for as long as it lives. */
function remembered(owner: object, make: () => Vocabulary): Vocabulary {
  const kept = memory.get(owner) ?? make();
  memory.set(owner, kept);
  return kept;
}

function vocabularyOf(
  blanks: readonly (readonly [string, Blank])[],
  sums: Vocabulary['sums'],
): Vocabulary {
  const byKey = new Map(blanks);
  const terms = new Map<string, Term>();
  for (const [key, { label, aliases, parts = [] }] of blanks) {
    for (const words of [label, ...aliases]) addTerm(terms, words, { key });
    for (const part of parts) {
      for (const words of [part.label, ...part.aliases])
        addTerm(terms, words, { key, part: part.label });
    }
  }
  const named = (isText: boolean) =>
    [...terms]
      .filter(([, { key }]) => (byKey.get(key)?.reads === 'text') === isText)
      .map(([words]) => escaped(words))
      .toSorted((a, b) => b.length - a.length)
      .join('|') || '(?!)';
  const figures = named(false);
  // 单位 and 部门 are everyday words: they name a blank only where 是 or a colon follows.
  const texts = `(?:${named(true)})(?=\\s*(?:[:：是为叫]|改成|改为|应该是))`;
  const source = `(?<rest>${REST})|(?<all>${ALL})(?=\\s*(?:${figures}))|(?<term>${texts}|${figures})`;
  return { blanks: byKey, terms, pattern: new RegExp(source, 'gi'), sums };
}

/** The first blank to use a name keeps it. */
function addTerm(terms: Map<string, Term>, words: string, term: Term): void {
  const half = halfWidth(words).toLowerCase();
  if (!terms.has(half)) terms.set(half, term);
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
