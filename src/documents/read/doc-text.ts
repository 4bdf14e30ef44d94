import type { RawDocument } from '../../reading/raw-document.js';
import { rawCell, rawDocument } from './raw.js';

/** Ends a cell. In the file it ends a row too: the paragraph's properties tell the two apart. */
export const CELL_END = '\u0007';
export const ROW_END = '\n';
/** Ends a paragraph within a cell. */
export const PARAGRAPH_END = '\r';
/** Ends a paragraph outside of tables; in the file a page or a section. */
export const LINE_END = '\f';
const LINE_BREAK = '\u000b';
const NONBREAKING_HYPHEN = '\u001e';
/** Stand around a field's code, such as =SUM(ABOVE), and what it came to. */
const [FIELD_BEGIN, FIELD_RESULT, FIELD_END] = ['\u0013', '\u0014', '\u0015'];
const FIELD_MARKS = new RegExp(`([${FIELD_BEGIN}${FIELD_RESULT}${FIELD_END}])`);
const ROW_OR_LINE = new RegExp(`(?<=${CELL_END})${ROW_END}|(?<=${LINE_END})`);

/** The document of a body's characters, Word's own marks among them. */
export function documentOf(body: string): RawDocument {
  const text = withoutFieldCodes(body).replaceAll(NONBREAKING_HYPHEN, '-');
  const lines: string[] = [];
  const rows: (readonly string[])[] = [];
  for (const part of text.split(ROW_OR_LINE)) {
    const cells = part.split(CELL_END);
    const after = cells.pop() ?? '';
    if (cells.length > 0) rows.push(cells);
    lines.push(...paragraphsOf(after.replaceAll(LINE_END, PARAGRAPH_END)));
  }
  return rawDocument(
    lines,
    rows.map((cells, row) =>
      cells.map((cell, column) => rawCell({ table: 0, row, column }, paragraphsOf(cell))),
    ),
  );
}

/** The paragraphs of a text. What else Word marks in it (pictures, notes) is cleaned away. */
function paragraphsOf(text: string): readonly string[] {
  return text.split(PARAGRAPH_END).map((paragraph) => paragraph.replaceAll(LINE_BREAK, '\n'));
}

/** What fields came to stays; their codes, which may hold other fields, nobody sees. */
function withoutFieldCodes(text: string): string {
  const open: ('code' | 'result')[] = [];
  const shown = text.split(FIELD_MARKS).filter((words) => {
    if (words === FIELD_BEGIN) open.push('code');
    else if (words === FIELD_RESULT) open.splice(-1, 1, 'result');
    else if (words === FIELD_END) open.pop();
    else return !open.includes('code');
    return false;
  });
  // A field that never ends would hide the rest of the document.
  return open.length === 0 ? shown.join('') : text;
}
