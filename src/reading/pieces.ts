import { readAmount } from '../domain/read-amount.js';
import { trim } from '../domain/text.js';
import type { RowsStep } from '../forms/form.js';
import { columnNamed, splitAt } from './tokens.js';

/** One line told in pieces, its name, its content and then its amounts, one under the other. */
export function inPieces(step: RowsStep, text: string): string | undefined {
  const lines = splitAt(text, /\n/);
  const texts = step.columns.filter(({ reads }) => reads === 'text').length;
  const isText = (line: string) => !/[，,；;\d]/.test(line);
  const isAmount = (line: string) =>
    readAmount(line.split(/[，,]/)[0]?.replace(/^\D{0,6}/, '') ?? '').kind === 'amount';
  const isLine =
    step.split !== undefined &&
    lines.length > texts &&
    lines.length <= step.columns.length &&
    lines.slice(0, texts).every(isText) &&
    lines.slice(texts).every(isAmount);
  return isLine ? lines.join('，') : undefined;
}

/** A row of a table that was pasted cell by cell, or with each cell's label before it: as a table again. */
export function cellsBelowEachOther(step: RowsStep, text: string): string | undefined {
  const lines = splitAt(text, /\n/);
  const width = step.columns.length;
  if (!step.split || lines.length < width) return undefined;
  const labelled = lines.map((line) => /^([^:：]{1,12})[:：]\s*(.*)$/.exec(line));
  const heads = labelled.map((found) => found && columnNamed(step, trim(found[1] ?? ''))?.id);
  const first = heads.indexOf(heads[0], 1);
  const each = first < 0 ? lines.length : first;
  if (heads.every(Boolean) && lines.length % each === 0) {
    const rows = chunks(
      labelled.map((found) => found?.[2] ?? ''),
      each,
    );
    return [labelled.slice(0, each).map((found) => found?.[1] ?? ''), ...rows]
      .map(joined)
      .join('\n');
  }
  const isAmount = (line: string, at: number) =>
    (step.columns[at % width]?.reads === 'amount') === (readAmount(line).kind !== 'unreadable');
  return lines.length % width === 0 && lines.every(isAmount)
    ? chunks(lines, width).map(joined).join('\n')
    : undefined;
}

function joined(cells: readonly string[]): string {
  return cells.join('\t');
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return items.flatMap((_, at) => (at % size === 0 ? [items.slice(at, at + size)] : []));
}
