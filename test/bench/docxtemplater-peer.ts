import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { Paper } from '../../src/app/ports.js';
import { cellsByRow, textOf } from '../../src/forms/sheet.js';

let template: Promise<Uint8Array> | undefined;

/** docxtemplater: one row of tags a line, filled with the texts of the sheet; it has no vertical merges. */
export async function withDocxtemplater({ sheet }: Paper): Promise<Uint8Array> {
  template ??= makeTemplate();
  const made = new Docxtemplater(new PizZip(await template), {
    paragraphLoop: true,
    linebreaks: true,
  });
  const rows = cellsByRow(sheet).map((cells) =>
    Object.fromEntries(cells.map((cell) => [`c${cell.column}`, textOf(cell)])),
  );
  made.render({ rows, before: sheet.before.map(({ texts }) => ({ text: texts.join('\t') })) });
  return made.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}

async function makeTemplate(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const tags = Array.from({ length: 8 }, (_, at) => {
    const opening = at === 0 ? '{#rows}' : '';
    return cell(`${opening}{c${at}}${at === 7 ? '{/rows}' : ''}`);
  });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph('{#before}'),
          new Paragraph('{text}'),
          new Paragraph('{/before}'),
          new Table({ rows: [new TableRow({ children: tags })] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
