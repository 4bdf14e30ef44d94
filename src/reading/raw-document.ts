/** Words of a document, with the place where a person finds them: B7 in a table, ¶3 outside of one. */
export interface RawCell {
  /** Column and row as a spreadsheet, and a table in Word, counts them; a second table is 2!B7. */
  readonly at: string;
  /** As they stand, a paragraph each; a break within one is a newline. */
  readonly paragraphs: readonly string[];
}

/**
 * The rows of a document's tables, one after the other. null is a place that a cell at its left or above it
 * covers. Formats that do not say which cells are merged give an empty cell for it, or leave it out.
 */
export type RawRows = readonly (readonly (RawCell | null)[])[];

/** What a file holds before anybody knows what it means, whatever its format. */
export interface RawDocument {
  /** Paragraphs outside of tables, in their order. */
  readonly lines: readonly RawCell[];
  readonly rows: RawRows;
  /** The declaration that this program put into the file, or that the file is. */
  readonly declaration?: unknown;
}

/** Why a file was not read. */
export type FileFault =
  | 'gone' // not there any more where it was to be fetched
  | 'too-large' // more bytes than are taken
  | 'too-much' // more cells, pages or parts than a form has
  | 'unsafe' // a zip bomb, sizes that lie, a DOCTYPE, nesting without end
  | 'encrypted'
  | 'macros'
  | 'damaged' // not what its kind should be, or cut off
  | 'old-excel' // .xls, which nothing reads safely
  | 'unknown-kind'
  | 'no-text' // a scan: pictures of text
  | 'too-slow'; // took more time or memory than is allowed
