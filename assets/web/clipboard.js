// @ts-check
/** @import { Token } from './html-tokens.js' */
import { readTable } from './html-table.js';
import { readerOf, tokensOf } from './html-tokens.js';
import { tidied, wordsIn } from './html-words.js';
import { tsvOf } from './table-text.js';

/**
 * What a clipboard's HTML says as text with tabs: tables as Excel writes them, the words around them as
 * lines. Undefined when it holds no table: the plain text beside it is then the better copy.
 *
 * @param {string} html
 * @returns {string | undefined}
 */
export function textOfHtml(html) {
  if (!/<table\b/i.test(html)) return undefined;
  const reader = readerOf(tokensOf(html));
  const pieces = /** @type {string[]} */ ([]);
  let words = '';
  let hasTable = false;
  for (let token = reader.next(); token; token = reader.next()) {
    if (isTable(token)) {
      const rows = readTable(reader);
      hasTable ||= rows.length > 0;
      pieces.push(tidied(words), tableText(rows));
      words = '';
    } else words += wordsIn(token);
  }
  pieces.push(tidied(words));
  return hasTable ? pieces.filter(Boolean).join('\n') : undefined;
}

/** One cell alone is a value, not a table. @param {string[][]} rows */
function tableText(rows) {
  const [first = []] = rows;
  return rows.length === 1 && first.length === 1 ? (first[0] ?? '') : tsvOf(rows);
}

/** @param {Token} token */
function isTable(token) {
  return token.type === 'open' && token.name === 'table';
}
