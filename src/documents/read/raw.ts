import { cellName } from '../../domain/cell-name.js';
import { mendRadicals } from '../../domain/radicals.js';
import { clean } from '../../domain/text.js';
import type { RawCell, RawDocument, RawRows } from '../../reading/raw-document.js';
import { LIMITS } from './limits.js';
import { Refusal } from './refusal.js';

/** Where a cell begins; all three count from 0. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** Text as it comes in at the door: nothing but characters that can be read, and those spelled one way. */
export function cleaned(text: string): string {
  return mendRadicals(clean(text));
}

/** A cell with its paragraphs. Empty ones within stay; those at both ends, which an empty cell has too, go. */
export function rawCell(place: CellPlace, paragraphs: readonly string[]): RawCell {
  const all = paragraphs.map(cleaned);
  const from = all.findIndex(isWritten);
  const to = all.findLastIndex(isWritten);
  return { at: placeName(place), paragraphs: from < 0 ? [] : all.slice(from, to + 1) };
}

/** A document of its paragraphs outside of tables and its rows. Empty paragraphs are left out. */
export function rawDocument(paragraphs: readonly string[], rows: RawRows): RawDocument {
  const written = paragraphs.map(cleaned).filter(isWritten);
  const isTooMuch =
    written.length > LIMITS.lines ||
    rows.length > LIMITS.rows ||
    rows.some((row) => row.length > LIMITS.columns);
  if (isTooMuch) throw new Refusal('too-much');
  return { lines: written.map((text, at) => ({ at: `¶${at + 1}`, paragraphs: [text] })), rows };
}

export function isWritten(text: string): boolean {
  return text.trim() !== '';
}

/** B7, as a spreadsheet names it; in the second table 2!B7. */
function placeName({ table, row, column }: CellPlace): string {
  const name = cellName(row, column);
  return table === 0 ? name : `${table + 1}!${name}`;
}
