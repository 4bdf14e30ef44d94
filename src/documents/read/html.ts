import { Parser } from 'htmlparser2';
import type { RawDocument } from '../../reading/raw-document.js';
import { LIMITS } from './limits.js';
import { pageTables } from './page-tables.js';
import { type Blanks, paragraphFlow } from './paragraph-flow.js';
import { rawDocument } from './raw.js';
import { Refusal } from './refusal.js';
import type { Spans } from './table-grid.js';

/** Elements whose words nobody sees, or that are struck out as deleted. */
const UNSEEN = words('script style title template noscript del');
/** Elements that end the paragraph before them, and their own. */
const BLOCKS = words(
  'address article aside blockquote body caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul',
);

type Attributes = Readonly<Record<string, string>>;

/**
 * Reads a page: its tables, one after the other, and its paragraphs outside of them. A table within a cell is
 * text of that cell. Read as a stream and never built as a tree, so that a page costs little more than its text.
 * @throws Refusal when it is nested too deep or has more lines, rows or columns than are taken.
 */
export function readHtml(text: string, blanks: Blanks = 'collapsed'): RawDocument {
  const page = openPage(blanks);
  const parser = new Parser({ onopentag: page.open, ontext: page.add, onclosetag: page.close });
  parser.end(text);
  return page.document();
}

function openPage(blanks: Blanks) {
  const lines = paragraphFlow(blanks);
  const tables = pageTables(blanks);
  const flow = () => tables.flow() ?? lines;
  let depth = 0;
  let unseen = 0;

  const open = (name: string, attributes: Attributes) => {
    depth += 1;
    if (depth > LIMITS.depth) throw new Refusal('unsafe');
    if (UNSEEN.has(name)) unseen += 1;
    if (BLOCKS.has(name)) flow().endParagraph();
    if (name === 'br') flow().breakLine();
    if (name === 'table') tables.start();
    if (name === 'tr') tables.startRow();
    if (name === 'td' || name === 'th') tables.startCell(spansOf(attributes));
  };
  const close = (name: string) => {
    depth -= 1;
    if (UNSEEN.has(name)) unseen -= 1;
    if (name === 'p') flow().closeParagraph();
    if (BLOCKS.has(name)) flow().endParagraph();
    if (name === 'td' || name === 'th') tables.endCell();
    if (name === 'table') tables.end();
  };
  const add = (text: string) => {
    if (unseen === 0) flow().add(text);
  };
  return { open, close, add, document: () => rawDocument(lines.paragraphs(), tables.rows) };
}

function spansOf({ rowspan, colspan }: Attributes): Spans {
  return { rows: span(rowspan, LIMITS.rows), columns: span(colspan, LIMITS.columns) };
}

/** A span as it is written, between 1 and the most that a table may have. */
function span(written: string | undefined, most: number): number {
  const count = /^\s*(\d{1,9})/.exec(written ?? '')?.[1] ?? '1';
  return Math.min(Math.max(Number.parseInt(count, 10), 1), most);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
