import { trim } from '../domain/text.js';

/** Cells of a pasted table, row by row, as Excel, WPS and Word put them on the clipboard. */
export type Grid = readonly (readonly string[])[];

/** A cell with line breaks or tabs of its own stands in quotes, with "" for ". Only at its start does a quote open. */
const CELL = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y;
const OPEN_CELL = /^"(?:[^"]|"")*$/;

/** Splits tab-separated text. */
export function parseGrid(text: string): Grid {
  const rows: string[][] = [[]];
  for (const { words, end } of cellsOf(text)) {
    rows.at(-1)?.push(trim(words));
    if (text.charAt(end) === '\n') rows.push([]);
  }
  return rows.filter((row) => row.some((words) => words !== ''));
}

/** Whether a row stops within a cell in quotes: the line after it belongs to that cell. */
export function endsInCell(row: string): boolean {
  return [...cellsOf(row)].some(({ start }) => OPEN_CELL.test(row.slice(start)));
}

function* cellsOf(text: string) {
  for (let start = 0; start <= text.length; ) {
    CELL.lastIndex = start;
    const found = CELL.exec(text);
    const end = CELL.lastIndex;
    yield { start, end, words: found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? '' };
    start = end + 1;
  }
}

/** A table as tab-separated text, whether it came with tabs, in Markdown or set with blanks; else undefined. */
export function tabbed(text: string): string | undefined {
  if (text.includes('\t')) return text;
  const lines = text.split('\n').filter((line) => trim(line) !== '');
  if (lines.length < 2) return undefined;
  if (lines.every((line) => /^\s*\|.*\|\s*$/.test(line)))
    return lines.flatMap(fromMarkdown).join('\n');
  // Three columns at least: two things with blanks between them are a name and its value.
  const columns = lines.map((line) => trim(line).split(/\s{2,}/));
  const isSet = columns.every((cells) => cells.length > 2);
  return isSet ? columns.map((cells) => cells.join('\t')).join('\n') : undefined;
}

function fromMarkdown(line: string): readonly string[] {
  const cells = trim(line).slice(1, -1).split('|').map(trim);
  const isRule = cells.every((cell) => /^:?-+:?$/.test(cell));
  return isRule ? [] : [cells.join('\t')];
}
