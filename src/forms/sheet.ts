import type { Amount } from '../domain/amount.js';
import type { Place } from '../domain/finding.js';

/** What a cell is for: it decides its type face and alignment in every file format. */
export type CellRole = 'label' | 'head' | 'group' | 'text' | 'amount' | 'sum' | 'sign';

/** An amount as it stands in a text: what computes takes the amount, what prints the text. */
export interface Figure {
  /** What is printed before it: 资金总额：. */
  readonly before: string;
  /** In 万元; null prints as nothing. */
  readonly amount: Amount | null;
  /** What is printed behind it, where there is an amount. */
  readonly unit: string;
}

/** A line within a cell. */
export interface Paragraph {
  /** What a reader sees. A break within it is a newline. */
  readonly text: string;
  /** Which answer it shows. */
  readonly bind?: Place;
  readonly figure?: Figure;
}

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
  readonly paragraphs: readonly Paragraph[];
  /** The rows whose cells of the same column it adds up: from the first (counted from 0) up to, not including, the second. */
  readonly sums?: readonly [from: number, to: number];
}

/** Figures of the sheet that should add up to another: 收入 to 资金总额. */
export interface SheetSum {
  readonly label: string;
  readonly terms: readonly Place[];
  readonly whole: Place;
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
  /** Which answers its texts show, one for each. */
  readonly binds?: readonly Place[];
}

/** The form as rows of cells with spans, independent of any file format. Lengths are in millimetres. */
export interface Sheet {
  readonly title: string;
  readonly before: readonly Line[];
  readonly columns: readonly number[];
  readonly rows: readonly SheetRow[];
  readonly cells: readonly Cell[];
  readonly sums: readonly SheetSum[];
  /** Set on every page of a draft. */
  readonly draftMark?: string;
}

/** What a reader sees in a cell, a line each. */
export function textOf({ paragraphs }: Pick<Cell, 'paragraphs'>): string {
  return paragraphs.map(({ text }) => text).join('\n');
}

/** The cells that begin in each row, in their order. */
export function cellsByRow({ rows, cells }: Sheet): readonly (readonly Cell[])[] {
  const found = rows.map((): Cell[] => []);
  for (const cell of cells) found[cell.row]?.push(cell);
  return found;
}
