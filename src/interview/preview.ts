import { cellsByRow, type Sheet, textOf } from '../forms/sheet.js';

/** The sheet as plain lines, for where no picture can be shown: the cells of a row with │ between them. */
export function previewText(sheet: Sheet): string {
  const head = sheet.before.map(({ texts }) => texts.join('　　'));
  const lines = cellsByRow(sheet).map((cells) =>
    cells.map((cell) => textOf(cell).replaceAll('\n', '\n　')).join(' │ '),
  );
  return [...head, '—'.repeat(20), ...lines].join('\n');
}
