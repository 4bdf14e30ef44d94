import type { Place } from '../domain/finding.js';
import { type AmountReading, type HeadUnit, readAmount } from '../domain/read-amount.js';
import { trim } from '../domain/text.js';
import type { Answer, Answers, Row } from './answers.js';
import type { Blank, DocumentRemarks, RowsStep, Step } from './form.js';

/** Words of a document for one blank; null where it says that the blank was left so on purpose. */
export interface SaidWords {
  readonly words: string | null;
  /** Where in its file they stand: B7, ¶3. */
  readonly at?: string;
  /** The unit that a head gives to a bare figure. */
  readonly unit?: HeadUnit | undefined;
}

/** A line of a document's list, by column id. */
export type SaidLine = Readonly<Record<string, SaidWords | undefined>>;

/** What a document says, by the ids of a form's steps, before anything of it is read. */
export interface Content {
  readonly values: Readonly<Record<string, SaidWords | undefined>>;
  readonly rows: Readonly<Record<string, readonly SaidLine[]>>;
  /** The totals it prints under its lists, by step and column. */
  readonly totals: Readonly<Record<string, SaidLine>>;
  readonly review?: string;
  readonly strays: NonNullable<DocumentRemarks['strays']>;
  /** Lists that it says were left empty on purpose. */
  readonly leftOut?: readonly string[];
}

export const NO_CONTENT: Content = { values: {}, rows: {}, totals: {}, strays: [] };

/**
 * Takes a document in. What it does not say stays unasked, an empty text included; an amount that is empty as
 * it is on the printed form is a blank left on purpose.
 *
 * @param file the name of the file it comes from: every answer then knows its place in it.
 */
export function takeContent(
  steps: ReadonlyMap<string, Step>,
  content: Content,
  file?: string,
): { readonly answers: Answers; readonly remarks: DocumentRemarks } {
  const unread: { place: Place; words: string }[] = [];
  const stripped: Place[] = [];
  const take = (blank: Blank, said: SaidWords | undefined, place: Place): Answer | undefined => {
    const taken = said && answerTo(blank, said);
    if (!taken) return undefined;
    if (taken === 'unread') unread.push({ place, words: said.words ?? '' });
    if (isStripped(blank, said)) stripped.push(place);
    return taken === 'unread' ? undefined : withSource(taken, said, file);
  };
  const lists = [...steps.values()].filter((step) => step.type === 'rows');
  const values = [...steps.values()].filter((step) => step.type === 'value');
  const lineOf = (step: RowsStep, line: SaidLine, row: number): Row => ({
    id: `${step.id}.0.${row}`,
    cells: present(step.columns, (column) =>
      take(column, line[column.id], { step: step.id, row, column: column.id }),
    ),
  });
  return {
    answers: {
      values: present(values, (step) => take(step, content.values[step.id], { step: step.id })),
      rows: Object.fromEntries(
        lists.flatMap((step) => {
          const lines = content.rows[step.id] ?? [];
          return lines.length > 0
            ? [[step.id, lines.map((line, row) => lineOf(step, line, row))]]
            : [];
        }),
      ),
      finished: Object.fromEntries((content.leftOut ?? []).map((step) => [step, true as const])),
    },
    remarks: {
      totals: totalsOf(lists, content, take),
      unread,
      strays: content.strays,
      stripped,
      ...(content.review !== undefined && { review: content.review }),
    },
  };
}

type Take = (blank: Blank, said: SaidWords | undefined, place: Place) => Answer | undefined;

/** The totals a document states, in 万元; blank ones say nothing. */
function totalsOf(lists: readonly RowsStep[], { totals }: Content, take: Take) {
  const stated = lists.flatMap(({ id, columns }) => {
    const said = totals[id];
    if (!said) return [];
    const own = columns.flatMap((column) => {
      const total = take(column, said[column.id], { step: id, column: column.id })?.value;
      return total ? [[column.id, total] as const] : [];
    });
    return [[id, Object.fromEntries(own)] as const];
  });
  return Object.fromEntries(stated);
}

function present(
  blanks: readonly (Blank & { readonly id: string })[],
  take: (blank: Blank & { readonly id: string }) => Answer | undefined,
): Record<string, Answer> {
  return Object.fromEntries(
    blanks.flatMap((blank) => {
      const answer = take(blank);
      return answer ? [[blank.id, answer]] : [];
    }),
  );
}

function withSource(answer: Answer, { at }: SaidWords, file: string | undefined): Answer {
  return file === undefined || at === undefined ? answer : { ...answer, source: { file, at } };
}

/** What words put into a blank: undefined for nothing, `unread` for an amount that cannot be read. */
function answerTo({ reads }: Blank, { words, unit }: SaidWords): Answer | 'unread' | undefined {
  if (words === null) return { value: null, rev: 0 };
  if (reads === 'amount') return asWritten(readAmount(words, { head: unit }), words) ?? 'unread';
  const value = unpasted(words);
  return value === '' ? undefined : { value, rev: 0 };
}

function isStripped({ reads }: Blank, { words }: SaidWords): boolean {
  if (reads === 'amount' || words === null) return false;
  return unpasted(words) !== trim(words) || /^\t|\t$/.test(words);
}

/** A text without what pasting from a spreadsheet leaves around it: tabs, and quotes around quotes in twos. */
function unpasted(words: string): string {
  const text = trim(words);
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text)?.[1];
  return quoted === undefined ? text : trim(quoted.replaceAll('""', '"'));
}

/** A document's figure counts as it is written: nobody can be asked, and A11 names what is implausible. */
function asWritten(reading: AmountReading, said: string): Answer | undefined {
  switch (reading.kind) {
    case 'amount':
      return { value: reading.amount, said, rev: 0 };
    case 'zero':
      return { value: '0', said, rev: 0 };
    case 'blank':
      return { value: null, rev: 0 };
    case 'ambiguous': {
      if (reading.why !== 'unit') return undefined;
      const literal = /元/.test(said) ? reading.candidates[0] : reading.candidates.at(-1);
      return literal === undefined ? undefined : { value: literal, said, rev: 0 };
    }
    case 'unreadable':
      return undefined;
    default:
      return reading satisfies never;
  }
}
