import type { RawCell, RawDocument, RawRows } from '../../reading/raw-document.js';
import { paragraphsOf } from './cell-text.js';
import { type FilledTable, filledTable } from './filled-table.js';
import { levels, nearest } from './levels.js';
import { LIMITS } from './limits.js';
import { continued, isAligned } from './long-table.js';
import { withPdf } from './pdf-file.js';
import { readPage } from './pdf-page.js';
import { linesOutside } from './printed-lines.js';
import type { Page } from './printed-page.js';
import { rawCell, rawDocument } from './raw.js';
import { Refusal } from './refusal.js';
import { type Rhythm, rhythmOf } from './rhythm.js';
import { type RuledTable, ruledTables } from './ruling.js';
import type { TextLine } from './text-lines.js';

/** A document with fewer characters is pictures of text. Source: document notes 4. */
const LEAST_CHARACTERS = 20;

/**
 * Reads a PDF whose text is text and whose tables are drawn with lines. What it does not say, where a paragraph
 * ends and which rows a page's end cuts, is told from its geometry: a person should look at the result.
 *
 * @throws Refusal
 */
export async function readPdf(data: Uint8Array): Promise<RawDocument> {
  return documentOf(await pagesOf(data));
}

function pagesOf(data: Uint8Array): Promise<readonly Page[]> {
  return withPdf(data, async (file, codes) => {
    const pages: Page[] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      pages.push(await readPage(await file.getPage(number), codes));
    }
    return pages;
  });
}

function documentOf(pages: readonly Page[]): RawDocument {
  if (charactersOf(pages) < LEAST_CHARACTERS) throw new Refusal('no-text');
  const ruled = pages.map(({ rulings }) => ruledTables(rulings));
  const outside = linesOutside(pages, ruled);
  const tables = joinedTables(
    pages.map((page, at) => pageParts(page, ruled[at] ?? [], outside[at] ?? [])),
  );
  const rhythm = rhythmOf(tables.flatMap(({ cells }) => cells.map(({ parts }) => parts)));
  return rawDocument(
    outside.flatMap((lines) => lines.map(({ text }) => text.trim())),
    tables.flatMap((table, at) => rowsOf(table, at, rhythm)),
  );
}

function charactersOf(pages: readonly Page[]): number {
  return pages
    .flatMap(({ pieces }) => pieces.map(({ text }) => text.trim().length))
    .reduce((sum, count) => sum + count, 0);
}

/** A page's tables, and whether anything stands above the first or below the last of them. */
interface PageParts {
  readonly tables: readonly FilledTable[];
  readonly startsWithTable: boolean;
  readonly endsWithTable: boolean;
}

function pageParts(
  page: Page,
  ruled: readonly RuledTable[],
  outside: readonly TextLine[],
): PageParts {
  const [top, bottom] = [ruled[0]?.top ?? 0, ruled.at(-1)?.bottom ?? 0];
  return {
    tables: ruled.map((table) => filledTable(table, page)),
    startsWithTable: outside.every(({ y }) => y > top),
    endsWithTable: outside.every(({ y }) => y < bottom),
  };
}

/** The tables of all pages. One that ends a page goes on in one of the same width that begins the next. */
function joinedTables(pages: readonly PageParts[]): readonly FilledTable[] {
  const found: FilledTable[] = [];
  let isOpen = false;
  for (const { tables, startsWithTable, endsWithTable } of pages) {
    const [first, ...others] = tables;
    const last = found.at(-1);
    if (first && last && isOpen && startsWithTable && isAligned(last, first)) {
      found[found.length - 1] = continued(last, first);
    } else if (first) found.push(first);
    found.push(...others);
    isOpen = tables.length > 0 && endsWithTable;
  }
  return found;
}

function rowsOf(
  { rowCount, cells }: FilledTable,
  table: number,
  rhythm: Rhythm | undefined,
): RawRows {
  const edges = levels(cells.flatMap(({ left, right }) => [left, right]));
  if (rowCount > LIMITS.rows || edges.length > LIMITS.columns + 1) throw new Refusal('too-much');
  const rows = Array.from({ length: rowCount }, () =>
    new Array<RawCell | null>(edges.length - 1).fill(null),
  );
  for (const { row, left, parts } of cells) {
    const column = nearest(edges, left);
    rows[row]?.splice(column, 1, rawCell({ table, row, column }, paragraphsOf(parts, rhythm)));
  }
  return rows;
}
