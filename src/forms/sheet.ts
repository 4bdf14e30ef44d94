import type { Place } from '../domain/finding.js';

/** What a cell is for: it decides its type face and alignment in every file format. */
export type CellRole = 'label' | 'head' | 'group' | 'text' | 'amount' | 'sum' | 'sign';

/** A cell of the sheet, placed by its top left corner; rows and columns count from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly role: CellRole;
  readonly align: 'left' | 'center' | 'right';
  /** A label written from top to bottom, beside many rows. */
  readonly vertical?: true;
  /** What a reader sees, a paragraph each. */
  readonly paragraphs: readonly string[];
  /** Which answer the cell shows. */
  readonly bind?: Place;
}

/** A row of the sheet. `kept` rows must not break across pages. */
export interface SheetRow {
  readonly minHeight: number;
  readonly kept: boolean;
}

/** A line above the table; two texts stand at the left and the right margin. */
export interface Line {
  readonly role: 'table-number' | 'title' | 'year' | 'signatures' | 'draft-mark';
  readonly texts: readonly string[];
}

/** The form as rows of cells with spans, independent of any file format. Lengths are in millimetres. */
export interface Sheet {
  readonly title: string;
  readonly before: readonly Line[];
  readonly columns: readonly number[];
  readonly rows: readonly SheetRow[];
  readonly cells: readonly Cell[];
  /** Set on every page of a draft. */
  readonly draftMark?: string;
}

/** The cells that begin in each row, in their order. */
export function cellsByRow({ rows, cells }: Sheet): readonly (readonly Cell[])[] {
  const found = rows.map((): Cell[] => []);
  for (const cell of cells) found[cell.row]?.push(cell);
  return found;
}
