const MB = 1024 * 1024;

/**
 * What is taken of a file that somebody sent: all that a form needs, and little enough that no library before
 * or behind these limits runs out of time or memory. Source: document notes 4, “Safe rule”, measured on hostile
 * files; `elements`, `columnStyles` and `lines` 〔推〕, measured with mammoth and hucre.
 */
export const LIMITS = {
  /** Parts of a package. */
  entries: 1_500,
  /** Bytes of a part once it is unpacked. */
  entryBytes: 40 * MB,
  /** Bytes of all parts once they are unpacked. */
  packageBytes: 80 * MB,
  /** How many times larger a part may be than its packed bytes, once it is larger than `ratioFrom`. */
  ratio: 250,
  ratioFrom: MB,
  /** Elements within elements. */
  depth: 400,
  /** Elements of all XML parts of a package: mammoth needs about 1.4 kB for each. 300 rows make 42,000. */
  elements: 200_000,
  /** Merged ranges of a sheet. */
  merges: 5_000,
  /** Elements that style columns of a sheet: each may name all 16,384 of them. */
  columnStyles: 1_024,
  /** Paragraphs outside of tables. */
  lines: 3_000,
  rows: 3_000,
  columns: 64,
  /** Bytes of a declaration. A form of 300 lines has a hundredth of it. */
  jsonBytes: 4 * MB,
} as const;
