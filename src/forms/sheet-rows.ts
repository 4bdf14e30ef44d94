import { type Cell, type Paragraph, type SheetRow, textOf } from './sheet.js';

/** The columns a cell covers: from the first (counted from 0) up to, not including, the second. */
export type Span = readonly [from: number, to: number];

/** A cell while its row is being written down; its place follows from where it stands. */
export interface Entry extends Omit<Cell, 'row' | 'column' | 'columnSpan' | 'rowSpan'> {
  readonly span: Span;
  readonly rowSpan?: number;
}

/** A row as it is written down. Cells that hang over from a row above are left out. */
export interface WrittenRow {
  readonly entries: readonly Entry[];
  /** In millimetres. */
  readonly minHeight?: number;
}

/** A row is at least this high. 〔推〕 */
const ROW_HEIGHT = 8;
/** Rows with more characters than this may break across pages, shorter ones are kept whole. */
const KEPT_CHARACTERS = 500;

/** Paragraphs that show no answer. */
export function plain(...texts: readonly string[]): readonly Paragraph[] {
  return texts.map((text) => ({ text }));
}

export function label(span: Span, ...paragraphs: readonly string[]): Entry {
  return { span, role: 'label', align: 'center', paragraphs: plain(...paragraphs) };
}

/** A label from top to bottom beside `rowSpan` rows. */
export function sideLabel(span: Span, words: string, rowSpan: number): Entry {
  return { ...label(span, words), vertical: true, rowSpan };
}

export function head(span: Span, words: string, rowSpan = 1): Entry {
  return { span, role: 'head', align: 'center', paragraphs: plain(words), rowSpan };
}

export function text(span: Span, ...paragraphs: readonly Paragraph[]): Entry {
  return { span, role: 'text', align: 'left', paragraphs };
}

export function centred(span: Span, ...paragraphs: readonly Paragraph[]): Entry {
  return { span, role: 'text', align: 'center', paragraphs };
}

/** For each item the length of the run of equal items that begins there, and 0 inside a run. */
export function runs(items: readonly string[]): readonly number[] {
  return items.map((item, at) => {
    if (at > 0 && items[at - 1] === item) return 0;
    const end = items.findIndex((other, later) => later > at && other !== item);
    return (end < 0 ? items.length : end) - at;
  });
}

/** Places written rows on the grid. */
export function ruled(written: readonly WrittenRow[]): { rows: SheetRow[]; cells: Cell[] } {
  return {
    rows: written.map(({ entries, minHeight = ROW_HEIGHT }) => {
      const longest = Math.max(...entries.map((entry) => textOf(entry).length));
      return { minHeight, kept: longest < KEPT_CHARACTERS };
    }),
    cells: written.flatMap(({ entries }, row) =>
      entries.map(({ span: [from, to], rowSpan = 1, ...cell }) => ({
        ...cell,
        row,
        column: from,
        rowSpan,
        columnSpan: to - from,
      })),
    ),
  };
}
