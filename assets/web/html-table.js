// @ts-check
/** @import { Reader, Tag, Token } from './html-tokens.js' */
import { attributeOf } from './html-tokens.js';
import { tidied, wordsIn } from './html-words.js';

/** Spans beyond these are no table that anybody typed. */
const WIDEST_SPAN = 1000;

/**
 * The rows of a table whose opening tag has been read. A merged cell's value stands once, at its top left
 * corner; the other positions are empty.
 *
 * @param {Reader} reader
 * @returns {string[][]}
 */
export function readTable(reader) {
  const rows = /** @type {string[][]} */ ([]);
  /** For each column, in how many of the rows below a cell from above still stands. */
  const reaching = /** @type {number[]} */ ([]);
  for (let token = reader.next(); token; token = reader.next()) {
    if (isTag(token, 'close', /^table$/)) break;
    if (!isTag(token, 'open', /^tr$/)) continue;
    const cells = readRow(reader, reaching);
    if (!isHidden(token)) rows.push(cells);
  }
  while (rows.length > 0 && rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array(width - row.length).fill('')]);
}

/**
 * @param {Reader} reader
 * @param {number[]} reaching
 * @returns {string[]}
 */
function readRow(reader, reaching) {
  const cells = /** @type {string[]} */ ([]);
  for (let token = reader.next(); token; token = reader.next()) {
    if (isTag(token, 'close', /^tr$/)) break;
    if (isTag(token, 'open', /^tr$/) || isTag(token, 'close', /^t(?:able|body|head)$/)) {
      // The next row or the table's end may come without this one's closing tag.
      reader.back();
      break;
    }
    if (!isTag(token, 'open', /^t[dh]$/)) continue;
    const text = readCell(reader);
    if (!isHidden(token)) place(cells, reaching, token, text);
  }
  skipReached(cells, reaching);
  return cells;
}

/**
 * Puts a cell at the next place that no cell from above stands in.
 *
 * @param {string[]} cells
 * @param {number[]} reaching
 * @param {Tag} tag
 * @param {string} text
 */
function place(cells, reaching, tag, text) {
  skipReached(cells, reaching);
  const below = spanOf(tag, 'rowspan') - 1;
  const across = spanOf(tag, 'colspan');
  for (let at = 0; at < across; at += 1) {
    reaching[cells.length] = below;
    cells.push(at === 0 ? text : '');
  }
}

/** @param {string[]} cells @param {number[]} reaching */
function skipReached(cells, reaching) {
  for (let rest = reaching[cells.length] ?? 0; rest > 0; rest = reaching[cells.length] ?? 0) {
    reaching[cells.length] = rest - 1;
    cells.push('');
  }
}

/** The words of a cell, of tables inside it too. @param {Reader} reader */
function readCell(reader) {
  let words = '';
  let depth = 0;
  for (let token = reader.next(); token; token = reader.next()) {
    if (depth === 0 && isTag(token, 'close', /^t[dh]$/)) break;
    if (depth === 0 && isBeyondCell(token)) {
      reader.back();
      break;
    }
    if (isTag(token, 'open', /^table$/)) depth += 1;
    if (isTag(token, 'close', /^table$/)) depth -= 1;
    words += wordsIn(token);
  }
  return tidied(words);
}

/** What ends a cell whose closing tag was left out. @param {Token} token */
function isBeyondCell(token) {
  return isTag(token, 'open', /^t[dhr]$/) || isTag(token, 'close', /^t(?:r|able|body|head)$/);
}

/**
 * @param {Token} token
 * @param {Tag['type']} type
 * @param {RegExp} name
 * @returns {token is Tag}
 */
function isTag(token, type, name) {
  return token.type === type && name.test(/** @type {Tag} */ (token).name);
}

/**
 * @param {Tag} tag
 * @param {'colspan' | 'rowspan'} name
 */
function spanOf(tag, name) {
  const span = Number.parseInt(attributeOf(tag, name) ?? '1', 10);
  return Math.min(Math.max(span || 1, 1), WIDEST_SPAN);
}

/** Excel ends its tables with a row that only holds widths. @param {Tag} tag */
function isHidden(tag) {
  return /display\s*:\s*none/i.test(attributeOf(tag, 'style') ?? '');
}
