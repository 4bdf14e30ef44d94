import { trim } from '../domain/text.js';

/** Cells of a pasted table, row by row, as Excel, WPS and Word put them on the clipboard. */
export type Grid = readonly (readonly string[])[];

/** Splits tab-separated text. A cell with line breaks or tabs of its own stands in quotes, with "" for ". */
export function parseGrid(text: string): Grid {
  const rows: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y;
  for (let at = 0; at <= text.length; ) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    const words = found?.[1]?.replaceAll('""', '"') ?? found?.[2] ?? '';
    rows.at(-1)?.push(trim(words));
    at = cell.lastIndex;
    if (text.charAt(at) === '\n') rows.push([]);
    at += 1;
  }
  return rows.filter((row) => row.some((words) => words !== ''));
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
