import type { RawDocument } from '../../reading/raw-document.js';
import { rawCell, rawDocument } from './raw.js';
import { Refusal } from './refusal.js';

/** Ends a cell, and a row too where nothing else does. Source: MS-DOC 2.8.25. */
const CELL_END = '\u0007';
/** word-extractor puts it in place of the second mark at the end of a row, where it finds that mark's style. */
const ROW_END = '\n';
const PARAGRAPH_END = '\r';
const LINE_BREAK = '\u000b';
const NONBREAKING_HYPHEN = '\u001e';

/** Reads a Word 97–2003 file. Cells that are merged come as empty ones. */
export async function readDoc(data: Uint8Array): Promise<RawDocument> {
  const { default: Extractor } = await import('word-extractor/lib/word-ole-extractor.js');
  const { default: BufferReader } = await import('word-extractor/lib/buffer-reader.js');
  const extractor = new Extractor();
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  await extractor.extract(new BufferReader(bytes)).catch((cause: unknown) => {
    throw new Refusal('damaged', { cause });
  });
  const all = extractor._pieces.map(({ text }) => text).join('');
  return documentOf(all.slice(0, extractor._boundaries.ccpText));
}

/** The document of a body's characters, Word's own marks among them. */
export function documentOf(body: string): RawDocument {
  const text = body.replaceAll(NONBREAKING_HYPHEN, '-');
  const lines: string[] = [];
  const rows: (readonly string[])[] = [];
  for (const row of text.split(new RegExp(`(?<=${CELL_END})${ROW_END}`))) {
    const cells = row.split(CELL_END);
    const after = cells.pop() ?? '';
    if (cells.length === 0) {
      lines.push(...paragraphsOf(after));
      continue;
    }
    // Paragraphs before a table stand in front of its first cell.
    const [first = '', ...others] = cells;
    const paragraphs: readonly string[] = rows.length === 0 ? paragraphsOf(first) : [first];
    lines.push(...paragraphs.slice(0, -1));
    rows.push(...splitRows([paragraphs.at(-1) ?? '', ...others], rows.at(-1)?.length));
    lines.push(...paragraphsOf(after));
  }
  return rawDocument(
    lines,
    rows.map((cells, row) =>
      cells.map((cell, column) => rawCell({ table: 0, row, column }, paragraphsOf(cell))),
    ),
  );
}

/**
 * The rows of some cells. Where the end of a row was not found it is one more empty cell: it stands where the
 * row above ended.
 */
function splitRows(cells: readonly string[], width = cells.length): readonly (readonly string[])[] {
  if (cells.length <= width + 1 || cells[width] !== '') return [cells];
  return [cells.slice(0, width), ...splitRows(cells.slice(width + 1), width)];
}

/** The paragraphs of a text. What else Word marks in it (pictures, notes) is cleaned away. */
function paragraphsOf(text: string): readonly string[] {
  return text.split(PARAGRAPH_END).map((paragraph) => paragraph.replaceAll(LINE_BREAK, '\n'));
}
