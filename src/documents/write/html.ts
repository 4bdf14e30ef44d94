import { createHash } from 'node:crypto';
import type { Paper } from '../../app/ports.js';
import { clean } from '../../domain/text.js';
import { placeName } from '../../forms/place-name.js';
import { type Cell, cellsByRow, type Line, type Paragraph, type Sheet } from '../../forms/sheet.js';
import { styleOf } from './html-style.js';
import { watermarkOf } from './print-text.js';

/** Writes a form as a web page of its own: it loads nothing, and a browser runs nothing in it. */
export function writeHtml({ sheet }: Paper): Uint8Array {
  const style = styleOf(sheet);
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(sheet.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${sheet.before.map(lineHtml).join('\n')}
${tableHtml(sheet)}
${watermark(sheet)}</main>
</body>
</html>
`;
  return new TextEncoder().encode(page);
}

/** The form's table alone. Its widths come from `styleOf`. */
export function tableHtml(sheet: Sheet): string {
  const byRow = cellsByRow(sheet);
  const rows = sheet.rows.map(({ kept }, row) => {
    const cells = (byRow[row] ?? []).map(cellHtml).join('');
    return `<tr${kept ? ' class="kept"' : ''}>${cells}</tr>`;
  });
  const columns = sheet.columns.map(() => '<col>').join('');
  return `<table>\n<colgroup>${columns}</colgroup>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function cellHtml(cell: Cell): string {
  const { role, align, vertical, rowSpan, columnSpan, paragraphs } = cell;
  const classes = [role, align, ...(vertical ? ['vertical'] : [])].join(' ');
  const spans = [
    rowSpan > 1 ? ` rowspan="${rowSpan}"` : '',
    columnSpan > 1 ? ` colspan="${columnSpan}"` : '',
  ].join('');
  const [tag, scope] = elementOf(cell);
  const inner = paragraphs.map(paragraphHtml).join('');
  return `<${tag}${scope} class="${classes}"${spans}>${inner}</${tag}>`;
}

function elementOf({ role }: Cell): readonly [tag: 'th' | 'td', scope: string] {
  switch (role) {
    case 'label':
    case 'group':
      return ['th', ' scope="row"'];
    case 'head':
      return ['th', ''];
    case 'text':
    case 'amount':
    case 'sum':
    case 'sign':
      return ['td', ''];
    default:
      return role satisfies never;
  }
}

/** Says which answer it shows: a page that lets a person click on it knows what to ask. */
function paragraphHtml({ text, bind }: Paragraph): string {
  const place = bind === undefined ? '' : ` data-bind="${escaped(placeName(bind))}"`;
  return `<p${place}>${escaped(text).replaceAll('\n', '<br>')}</p>`;
}

function lineHtml({ role, texts }: Line): string {
  const [left = '', right = ''] = texts.map(escaped);
  switch (role) {
    case 'title':
      return `<h1>${left}</h1>`;
    case 'signatures':
      return `<p class="${role}"><span>${left}</span> <span>${right}</span></p>`;
    case 'table-number':
    case 'year':
    case 'draft-mark':
      return `<p class="${role}">${left}</p>`;
    default:
      return role satisfies never;
  }
}

/** The draft's mark across the page; it is read out once, above the table. */
function watermark(sheet: Sheet): string {
  const word = watermarkOf(sheet);
  return word === undefined
    ? ''
    : `<div class="watermark" aria-hidden="true">${escaped(word)}</div>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return clean(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
