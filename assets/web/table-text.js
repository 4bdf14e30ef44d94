// @ts-check

/**
 * Rows as Excel puts them on the clipboard: tabs between cells, quotes around a cell that holds a tab, a
 * quote or a line break.
 *
 * @param {readonly (readonly string[])[]} rows
 */
export function tsvOf(rows) {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\n');
}

/** @param {string} cell */
function quoted(cell) {
  return /[\t\n\r]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * @typedef {{ type: 'text', text: string } | { type: 'table', rows: string[][] }} Piece
 */

/**
 * What was pasted, in pieces: lines with tabs are tables, the rest is text. Nothing of it is lost.
 *
 * @param {string} text
 * @returns {Piece[]}
 */
export function piecesOf(text) {
  if (!text.includes('\t')) return text === '' ? [] : [{ type: 'text', text }];
  const pieces = /** @type {Piece[]} */ ([]);
  for (const { cells, source } of recordsOf(text)) {
    const last = pieces.at(-1);
    if (cells.length > 1) {
      if (last?.type === 'table') last.rows.push(cells);
      else pieces.push({ type: 'table', rows: [cells] });
    } else if (last?.type === 'text') last.text += `\n${source}`;
    else pieces.push({ type: 'text', text: source });
  }
  return pieces.filter((piece) => piece.type === 'table' || piece.text.trim() !== '');
}

/**
 * How large the tables in a text are together; undefined when it holds none.
 *
 * @param {string} text
 * @returns {{ rows: number, columns: number } | undefined}
 */
export function tableSize(text) {
  const rows = piecesOf(text).flatMap((piece) => (piece.type === 'table' ? piece.rows : []));
  if (rows.length === 0) return undefined;
  return { rows: rows.length, columns: Math.max(...rows.map((cells) => cells.length)) };
}

/**
 * @param {string} text
 * @returns {{ cells: string[], source: string }[]}
 */
function recordsOf(text) {
  const records = /** @type {{ cells: string[], source: string }[]} */ ([]);
  for (let at = 0; at <= text.length; ) {
    const start = at;
    const cells = /** @type {string[]} */ ([]);
    for (let isMore = true; isMore; ) {
      const field = fieldAt(text, at);
      cells.push(field.value);
      at = field.end;
      isMore = text[at] === '\t';
      if (isMore) at += 1;
    }
    records.push({ cells, source: text.slice(start, at) });
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return records;
}

/** A quote opens a cell only where another closes it before a tab or a line's end. */
const QUOTED = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)/y;
const PLAIN = /[^\t\r\n]*(?:\r(?!\n)[^\t\r\n]*)*/y;

/**
 * @param {string} text
 * @param {number} at
 */
function fieldAt(text, at) {
  QUOTED.lastIndex = at;
  const inQuotes = QUOTED.exec(text);
  if (inQuotes) {
    return { value: (inQuotes[1] ?? '').replaceAll('""', '"'), end: QUOTED.lastIndex };
  }
  PLAIN.lastIndex = at;
  const plain = PLAIN.exec(text)?.[0] ?? '';
  return { value: plain, end: at + plain.length };
}
