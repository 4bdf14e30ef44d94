import mammoth from 'mammoth';

/** What a reader that knows nothing of this program finds in a Word file. */
export interface ReadDocx {
  /** Paragraphs above the table. */
  readonly lines: readonly string[];
  /** The table row by row: the text of each cell that begins in the row, its paragraphs a line each. */
  readonly rows: readonly (readonly string[])[];
}

export async function readDocx(data: Uint8Array): Promise<ReadDocx> {
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(data) });
  const [before = '', table = ''] = html.split('<table>');
  return {
    lines: [...before.matchAll(/<p>(.*?)<\/p>/g)].map(([, inner = '']) => textOf(inner)),
    rows: [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) =>
        [...cell.matchAll(/<p>(.*?)<\/p>/gs)].map(([, inner = '']) => textOf(inner)).join('\n'),
      ),
    ),
  };
}

function textOf(html: string): string {
  return html
    .replace(/<br \/>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
