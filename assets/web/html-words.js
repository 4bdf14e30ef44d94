// @ts-check
/** @import { Token } from './html-tokens.js' */

/** Elements that stand on lines of their own. */
const BLOCKS = new Set('p div li ul ol h1 h2 h3 h4 h5 h6 tr table blockquote'.split(' '));

/** What a token adds to a text; \v marks where a line begins or ends. @param {Token} token */
export function wordsIn(token) {
  if (token.type === 'text') return foldedSpace(token.text);
  if (token.name === 'br') return '\n';
  if (token.name === 'td' || token.name === 'th') return ' ';
  return BLOCKS.has(token.name) ? '\v' : '';
}

/** Word breaks its lines wherever it likes, between Chinese characters too, where no space belongs. */
const BREAK_IN_CHINESE =
  /(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*\r?\n\s*(?=[\u2e80-\u9fff\uff00-\uffef])/g;

/**
 * White space in markup is one space, and none at a line's end between Chinese characters.
 *
 * @param {string} text
 */
function foldedSpace(text) {
  return text.replace(BREAK_IN_CHINESE, '').replace(/[ \t\r\n\f]+/g, ' ');
}

/**
 * However many elements end and begin between two pieces of text, they are one line apart; \v marks where.
 *
 * @param {string} words
 */
export function tidied(words) {
  return words
    .replace(/[\u00a0\u2000-\u200a]/g, ' ')
    .replace(/ *(?:\v *)+/g, '\v')
    .replace(/^\v|\v$/g, '')
    .replace(/\v?\n\v?|\v/g, '\n')
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}
