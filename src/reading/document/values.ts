import { readAmount } from '../../domain/read-amount.js';
import { trim } from '../../domain/text.js';
import type { SaidWords } from '../../forms/content.js';
import type { Form, ValueStep } from '../../forms/form.js';
import type { RawCell, RawRows } from '../raw-document.js';
import { headUnit } from '../table-plan.js';
import { bareLabel, wordsOf } from './parts.js';

/** What was found: words by step, and the cells that they and their labels stand in. */
export interface FoundValues {
  readonly values: ReadonlyMap<string, SaidWords>;
  readonly used: ReadonlySet<RawCell>;
}

interface Name {
  readonly words: string;
  readonly step: ValueStep;
}

/** Finds values by their labels: within a text, in the next cell, or in the cell below. */
export function findValues(form: Form, rows: RawRows): FoundValues {
  const names = namesOf(form);
  const values = new Map<string, SaidWords>();
  const used = new Set<RawCell>();
  const take = (step: ValueStep, words: string, at: RawCell, ...also: readonly RawCell[]) => {
    for (const cell of [at, ...also]) used.add(cell);
    if (!values.has(step.id)) values.set(step.id, { words, at: at.at });
  };
  rows.forEach((row, index) => {
    row.forEach((cell, column) => {
      if (!cell) return;
      const within = valuesWithin(names, cell);
      for (const { step, words } of within) take(step, words, cell);
      const step = within.length === 0 && labelled(names, cell);
      const value = step && valueBeside(names, step, rows, index, column);
      if (step && value) take(step, wordsOf(value), value, cell);
    });
  });
  return { values, used };
}

/** Every name of a value that is at least two characters of Chinese, longest first. */
function namesOf({ steps }: Form): readonly Name[] {
  const values = [...steps.values()].filter((step) => step.type === 'value');
  return values
    .flatMap((step) =>
      [step.label, ...step.aliases].map((words) => ({ words: bareLabel(words), step })),
    )
    .filter(({ words }) => /^\p{Script=Han}{2,}/u.test(words))
    .toSorted((a, b) => b.words.length - a.words.length);
}

/** The step whose label is all there is in a cell. */
function labelled(names: readonly Name[], cell: RawCell): ValueStep | undefined {
  const words = bareLabel(wordsOf(cell));
  return names.find((name) => name.words === words)?.step;
}

/** 其中：公共财政拨款：2557.36万元, 单位负责人（签名）：魏中发, 基本支出 1772.65. */
function valuesWithin(names: readonly Name[], { paragraphs }: RawCell) {
  const pattern = new RegExp(
    `(?<=^|[\\s；;，,、。]|其中[:：]?\\s*)(${names.map(({ words }) => words).join('|')})` +
      '(?:[（(][^（()）]*[）)])?\\s*(?:[:：]\\s*|(?=\\d))',
    'g',
  );
  return paragraphs.flatMap((paragraph) => {
    const found = [...paragraph.matchAll(pattern)];
    return found.flatMap((match, n) => {
      const step = names.find(({ words }) => words === match[1])?.step;
      const end = found[n + 1]?.index ?? paragraph.length;
      const words = paragraph.slice(match.index + match[0].length, end);
      const value = withoutJoint(words);
      return step && !isUnit(step, value) ? [{ step, words: value }] : [];
    });
  });
}

/** 单位：万元 names no unit that fills forms in. */
function isUnit({ reads }: ValueStep, words: string): boolean {
  return reads !== 'amount' && headUnit(words.replace(/^人民币/, '')) !== undefined;
}

/** A value without the comma or 其中 that leads to the next one. */
function withoutJoint(words: string): string {
  return trim(words).replace(/[；;，,。\s]*(?:其中[:：]?)?[；;，,。\s]*$/, '');
}

/** The value of a label that stands alone: the next cell of the row; for a head over figures, the cell under it. */
function valueBeside(
  names: readonly Name[],
  step: ValueStep,
  rows: RawRows,
  index: number,
  column: number,
): RawCell | undefined {
  const fits = (cell: RawCell | null | undefined): cell is RawCell =>
    cell !== null && cell !== undefined && labelled(names, cell) === undefined && isFor(step, cell);
  const next = rows[index]?.slice(column + 1).find((cell) => cell !== null);
  const below = step.reads === 'amount' ? rows[index + 1]?.[column] : undefined;
  return [next, below].find(fits);
}

/** Whether a cell may hold the value of a step: an amount, or nothing, for an amount. */
function isFor({ reads }: ValueStep, cell: RawCell): boolean {
  const words = wordsOf(cell);
  if (reads !== 'amount') return words !== '';
  const reading = readAmount(words);
  return (
    reading.kind !== 'unreadable' || (reading.why !== 'no-figure' && reading.why !== 'unknown')
  );
}
