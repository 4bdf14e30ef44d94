import type { RawCell, RawDocument } from '../../src/reading/raw-document.js';

/** A document written down: rows of cells, null where a merged cell covers its place. */
export function rawDocument(
  rows: readonly (readonly (string | null)[])[],
  lines: readonly string[] = [],
): RawDocument {
  return {
    lines: lines.map((line, at) => ({ at: `¶${at + 1}`, paragraphs: [line] })),
    rows: rows.map((row, at) =>
      row.map((words, column) => (words === null ? null : rawCell(words, column, at))),
    ),
  };
}

function rawCell(words: string, column: number, row: number): RawCell {
  return { at: `${String.fromCharCode(65 + column)}${row + 1}`, paragraphs: words.split('\n') };
}
