import type { Sheet } from '../forms/sheet.js';

/** The sheet as plain lines, for where no picture can be shown: the cells of a row with │ between them. */
export function previewText({ before, rows, cells }: Sheet): string {
  const head = before.map(({ texts }) => texts.join('　　'));
  const lines = rows.map((_, row) =>
    cells
      .filter((cell) => cell.row === row)
      .map(({ paragraphs }) => paragraphs.join(paragraphs.length > 1 ? '\n　' : ''))
      .join(' │ '),
  );
  return [...head, '—'.repeat(20), ...lines].join('\n');
}
