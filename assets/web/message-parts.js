// @ts-check
/** @import { Part } from './types.js' */
import { make } from './dom.js';
import { fileIcon } from './icons.js';
import { openLater } from './later.js';
import { piecesOf } from './table-text.js';
import { show } from './words.js';

/**
 * A part of a message as it stands in the log.
 *
 * @param {Part} part
 * @param {{ onPress: (prompt: number, option: { say: string, key: string, label: string }) => void }} hooks
 * @returns {Node[]}
 */
export function partView(part, { onPress }) {
  switch (part.type) {
    case 'text':
      return textView(part.text);
    case 'choices':
      return [choicesView(part, onPress)];
    case 'file':
      return [fileView(part)];
    case 'image':
      return [pictureView(part)];
    default:
      // A newer server may say what this page cannot show yet.
      return part && [];
  }
}

/** @param {string} text */
export function textView(text) {
  return piecesOf(text).map((piece) =>
    piece.type === 'text' ? make('p', {}, piece.text) : tableView(piece.rows),
  );
}

/** A table scrolls within its own box, by keyboard too. @param {string[][]} rows */
function tableView(rows) {
  const columns = Math.max(...rows.map((cells) => cells.length));
  const lines = rows.map((cells) =>
    make('tr', {}, ...Array.from({ length: columns }, (_, at) => make('td', {}, cells[at] ?? ''))),
  );
  const box = make(
    'div',
    { class: 'table-box', role: 'region', tabindex: 0 },
    make('table', {}, make('tbody', {}, ...lines)),
  );
  return show(box, 'tableInMessage', { rows: rows.length, columns }, 'data-words-label');
}

/**
 * @param {Extract<Part, { type: 'choices' }>} part
 * @param {(prompt: number, option: { say: string, key: string, label: string }) => void} onPress
 */
function choicesView({ prompt, options }, onPress) {
  const buttons = options.map((option) => {
    const press = () => onPress(prompt, option);
    const key = make('span', { class: 'key' }, option.key);
    const label = make('span', { class: 'label' }, option.label);
    return make(
      'button',
      { type: 'button', class: 'choice', 'data-say': option.say, onclick: press },
      key,
      ' ',
      label,
    );
  });
  const group = make('div', { class: 'choices', role: 'group' }, ...buttons);
  return show(group, 'choices', undefined, 'data-words-label');
}

/** @param {Extract<Part, { type: 'file' }>} part */
function fileView({ name, href }) {
  const words = make('span', { class: 'file-name' }, name);
  if (href === undefined) return make('p', { class: 'file' }, fileIcon(name), words);
  const act = show(make('span', { class: 'unseen' }), 'download');
  return make('a', { class: 'file', href, download: true }, fileIcon(name), act, ' ', words);
}

/** @param {Extract<Part, { type: 'image' }>} part */
function pictureView({ name, href }) {
  const picture = make('img', { src: href, alt: name, loading: 'lazy' });
  const enlarge = () =>
    openLater(import('./picture-dialog.js'), ({ openPicture }) => openPicture(name, href));
  const button = make('button', { type: 'button', class: 'thumbnail', onclick: enlarge }, picture);
  return show(button, 'enlarge', { name }, 'data-words-label');
}
