import { cellName } from '../../domain/cell-name.js';
import type { Sheet } from '../../forms/sheet.js';
import type { RawCell, RawDocument } from '../raw-document.js';

/** A sheet as whoever reads the file made of it finds it: what can be compared with what is in a file now. */
export function printed({ before, rows, columns, cells }: Sheet): RawDocument {
  const grid = rows.map((): (RawCell | null)[] => columns.map(() => null));
  for (const cell of cells) {
    const at = cellName(cell.row, cell.column);
    const paragraphs = cell.paragraphs.map(({ text }) => text);
    grid[cell.row]?.splice(cell.column, 1, { at, paragraphs });
  }
  const lines = before.map(({ texts }, at) => ({
    at: `¶${at + 1}`,
    paragraphs: [texts.join('\t')],
  }));
  return { lines, rows: grid };
}
