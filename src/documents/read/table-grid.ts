import type { RawCell, RawRows } from '../../reading/raw-document.js';
import { LIMITS } from './limits.js';
import { rawCell } from './raw.js';
import { Refusal } from './refusal.js';

export interface Spans {
  readonly rows: number;
  readonly columns: number;
}

/** Cells that come one after the other, put on the grid that their spans make. */
export interface TableGrid {
  readonly rows: RawRows;
  startRow(): void;
  add(paragraphs: readonly string[], spans: Spans): void;
  /** No more cells come. */
  end(): void;
}

/** An empty grid. @param table which table of the document it is, counted from 0. */
export function tableGrid(table: number): TableGrid {
  const rows: (RawCell | null)[][] = [];
  /** How many rows further down a cell above covers each column. */
  const covers: number[] = [];

  const covered = (column: number) => (covers[column] ?? 0) > 0;
  const cover = (row: (RawCell | null)[]) => {
    covers[row.length] = (covers[row.length] ?? 0) - 1;
    row.push(null);
  };
  const empty = (row: (RawCell | null)[]) =>
    row.push(rawCell({ table, row: rows.length - 1, column: row.length }, []));

  const endRow = () => {
    const row = rows.at(-1);
    if (!row) return;
    const end = covers.findLastIndex((below) => below > 0) + 1;
    while (row.length < end) covered(row.length) ? cover(row) : empty(row);
  };
  const startRow = () => {
    endRow();
    if (rows.length >= LIMITS.rows) throw new Refusal('too-much');
    rows.push([]);
  };

  return {
    rows,
    startRow,
    add(paragraphs, spans) {
      if (rows.length === 0) startRow();
      const row = rows.at(-1) ?? [];
      while (covered(row.length)) cover(row);
      const from = row.length;
      if (from >= LIMITS.columns) throw new Refusal('too-much');
      row.push(rawCell({ table, row: rows.length - 1, column: from }, paragraphs));
      // A span that leaves the grid is cut: a title may claim more columns than the table has.
      const to = Math.min(from + spans.columns, LIMITS.columns);
      while (row.length < to) row.push(null);
      for (let column = from; column < to; column += 1) {
        covers[column] = Math.max((covers[column] ?? 0) - 1, spans.rows - 1, 0);
      }
    },
    end: endRow,
  };
}
