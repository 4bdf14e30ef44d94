import { parseGrid } from '../../reading/grid.js';
import type { RawDocument } from '../../reading/raw-document.js';
import { LIMITS } from './limits.js';
import { isWritten, rawCell, rawDocument } from './raw.js';
import { Refusal } from './refusal.js';

/** Each cell may stand on a line of its own. */
const MOST_LINES = LIMITS.rows * LIMITS.columns;

/**
 * Reads a table that was saved as text: a row a line with tabs between its cells, or a cell a line with a tab
 * before it, as Word's tables come out of a public notice. Text without tabs is paragraphs.
 */
export function readText(text: string): RawDocument {
  const lines = text.replace(/\r\n?/g, '\n').split('\n', MOST_LINES + 1);
  if (lines.length > MOST_LINES) throw new Refusal('too-much');
  if (!lines.some((line) => line.includes('\t'))) return rawDocument(lines, []);
  return isCellByCell(lines) ? cellByCell(lines) : rowByRow(lines);
}

/**
 * Whether tabs stand at the beginnings of lines only, in most lines that have one: the line above a table may hold
 * two texts with a tab between them.
 */
function isCellByCell(lines: readonly string[]): boolean {
  const tabbed = lines.filter((line) => line.includes('\t'));
  return tabbed.filter((line) => line.lastIndexOf('\t') === 0).length > tabbed.length / 2;
}

/**
 * A line with a tab before it begins a cell; lines without one go on with it. An empty line is the end of a row
 * when a cell follows it, and an empty paragraph otherwise. A last empty paragraph of a cell in the middle of a
 * row reads as the end of the row: nothing tells the two apart.
 */
function cellByCell(lines: readonly string[]): RawDocument {
  const first = lines.findIndex(isCell);
  const endsRow = rowEnd(lines.slice(first));
  const rows: string[][][] = [[]];
  lines.slice(first).forEach((line, at, all) => {
    if (isCell(line) && endsRow(all[at - 1])) rows.push([]);
    if (isCell(line)) rows.at(-1)?.push([line.slice(1)]);
    else rows.at(-1)?.at(-1)?.push(line);
  });
  return rawDocument(
    lines.slice(0, first),
    rows.map((cells, row) =>
      cells.map((paragraphs, column) => rawCell({ table: 0, row, column }, paragraphs)),
    ),
  );
}

function isCell(line: string | undefined): boolean {
  return line?.startsWith('\t') ?? false;
}

/** Where no row ends with nothing, one ends with blanks; else a line of blanks is a paragraph. */
function rowEnd(lines: readonly string[]): (line: string | undefined) => boolean {
  const isEmpty = (line: string | undefined) => line === '';
  const isBlank = (line: string | undefined) =>
    line !== undefined && !isCell(line) && !isWritten(line);
  return lines.some((line, at) => isEmpty(line) && isCell(lines[at + 1])) ? isEmpty : isBlank;
}

function rowByRow(lines: readonly string[]): RawDocument {
  return sheetOf(parseGrid(lines.join('\n')));
}

/**
 * A field with commas, line ends or quotes of its own stands in quotes, with "" for "; what begins like one and
 * does not end like one is text as it stands.
 */
const FIELD = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/g;

/** Reads a sheet that was saved with commas between its cells. */
export function readCsv(text: string): RawDocument {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.replace(/\r\n?/g, '\n').matchAll(FIELD)) {
    const row = rows.at(-1) ?? [];
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (row.length > LIMITS.columns || rows.length > LIMITS.rows + 1) {
      throw new Refusal('too-much');
    }
    if (end === '') break;
    if (end === '\n') rows.push([]);
  }
  return sheetOf(rows);
}

function sheetOf(rows: readonly (readonly string[])[]): RawDocument {
  return rawDocument(
    [],
    rows
      .slice(0, rows.findLastIndex((cells) => cells.some(isWritten)) + 1)
      .map((cells, row) =>
        cells.map((words, column) => rawCell({ table: 0, row, column }, [words])),
      ),
  );
}
