import { parseGrid } from '../../reading/grid.js';
import type { RawDocument } from '../../reading/raw-document.js';
import { isWritten, rawCell, rawDocument } from './raw.js';

/**
 * Reads a table that was saved as text: a row a line with tabs between its cells, or a cell a line with a tab
 * before it, as Word's tables come out of a public notice. Text without tabs is paragraphs.
 */
export function readText(text: string): RawDocument {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (!lines.some((line) => line.includes('\t'))) return rawDocument(lines, []);
  return isCellByCell(lines) ? cellByCell(lines) : rowByRow(text);
}

/** Whether every tab stands at the beginning of its line. */
function isCellByCell(lines: readonly string[]): boolean {
  const tabbed = lines.filter((line) => line.includes('\t'));
  return tabbed.every((line) => line.lastIndexOf('\t') === 0);
}

/**
 * A line with a tab before it begins a cell; lines without one go on with it. An empty line is the end of a row
 * when a cell follows it, and an empty paragraph otherwise. A last empty paragraph of a cell in the middle of a
 * row reads as the end of the row: nothing tells the two apart.
 */
function cellByCell(lines: readonly string[]): RawDocument {
  const first = lines.findIndex((line) => line.startsWith('\t'));
  const rows: string[][][] = [[]];
  lines.slice(first).forEach((line, at) => {
    const isCell = line.startsWith('\t');
    const isAfterGap =
      at > 0 && !isWritten(lines[first + at - 1] ?? '') && !isEmptyCell(lines, first + at - 1);
    if (isCell && isAfterGap) rows.push([]);
    if (isCell) rows.at(-1)?.push([line.slice(1)]);
    else rows.at(-1)?.at(-1)?.push(line);
  });
  return rawDocument(
    lines.slice(0, first),
    rows.map((cells, row) =>
      cells.map((paragraphs, column) => rawCell({ table: 0, row, column }, paragraphs)),
    ),
  );
}

/** A line that is nothing but its tab. */
function isEmptyCell(lines: readonly string[], at: number): boolean {
  return lines[at]?.startsWith('\t') ?? false;
}

function rowByRow(text: string): RawDocument {
  return rawDocument(
    [],
    parseGrid(text).map((cells, row) =>
      cells.map((words, column) => rawCell({ table: 0, row, column }, [words])),
    ),
  );
}
