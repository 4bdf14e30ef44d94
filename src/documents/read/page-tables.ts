import type { RawCell, RawRows } from '../../reading/raw-document.js';
import { LIMITS } from './limits.js';
import { type Blanks, type ParagraphFlow, paragraphFlow } from './paragraph-flow.js';
import { Refusal } from './refusal.js';
import { type Spans, type TableGrid, tableGrid } from './table-grid.js';

/** The tables of a page while it is read. A table within a cell of another is text of that cell. */
export interface PageTables {
  start(): void;
  end(): void;
  startRow(): void;
  startCell(spans: Spans): void;
  endCell(): void;
  /** Where words go, when they stand in a cell. */
  flow(): ParagraphFlow | undefined;
  /** The rows of all tables that have ended. */
  readonly rows: RawRows;
}

export function pageTables(blanks: Blanks): PageTables {
  const rows: (readonly (RawCell | null)[])[] = [];
  let count = 0;
  let grid: TableGrid | undefined;
  let nesting = 0;
  let cell: { readonly flow: ParagraphFlow; readonly spans: Spans } | undefined;

  const endCell = () => {
    if (nesting !== 1 || !cell) return;
    grid?.add(cell.flow.paragraphs(), cell.spans);
    cell = undefined;
  };
  const endTable = () => {
    grid?.end();
    rows.push(...(grid?.rows ?? []));
    if (rows.length > LIMITS.rows) throw new Refusal('too-much');
  };
  return {
    rows,
    start() {
      if (nesting === 0) {
        grid = tableGrid(count);
        count += 1;
      }
      nesting += 1;
    },
    end() {
      endCell();
      if (nesting === 1) endTable();
      nesting = Math.max(0, nesting - 1);
    },
    startRow() {
      endCell();
      if (nesting === 1) grid?.startRow();
    },
    startCell(spans) {
      endCell();
      if (nesting === 1) cell = { flow: paragraphFlow(blanks), spans };
    },
    endCell,
    flow: () => cell?.flow,
  };
}
