// @ts-check
import { make } from './dom.js';
import { icon } from './icons.js';
import { show } from './words.js';

/**
 * A dialog with a title and a way out. When it closes, it leaves the page and focus goes back to where it
 * came from.
 *
 * @param {{
 *   class?: string,
 *   title: Node,
 *   content: (Node | undefined)[],
 *   mayDismiss?: () => boolean,
 *   onClose?: () => void,
 * }} options `mayDismiss`: whether a click beside it closes it; not while something is being written.
 */
export function openDialog({ class: name, title, content, mayDismiss, onClose }) {
  const opener = document.activeElement;
  const close = make('button', { type: 'button', class: 'close', onclick: () => dialog.close() });
  show(close, 'close', undefined, 'data-words-label').append(icon('close'));
  opened += 1;
  const heading = make('h2', { id: `title-${opened}` }, title);
  const dialog = make(
    'dialog',
    { class: name, 'aria-labelledby': heading.id },
    make('header', {}, heading, close),
    make('div', { class: 'content' }, ...content),
  );
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog && (mayDismiss?.() ?? true)) dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    // Whoever closed it may have sent the focus elsewhere already.
    if (document.activeElement === document.body && opener instanceof HTMLElement) {
      opener.focus({ preventScroll: true });
    }
    onClose?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** So that two dialogs, one over the other, do not share a title. */
let opened = 0;

/**
 * A button with words that follow the page's language.
 *
 * @param {import('./words.js').Key} key
 * @param {() => void} onclick
 * @param {string} [name] its class
 * @param {import('./words.js').Params} [params]
 */
export function wordedButton(key, onclick, name, params) {
  return show(make('button', { type: 'button', class: name, onclick }), key, params);
}

/**
 * An element with words that follow the page's language.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {import('./words.js').Key} key
 * @param {import('./words.js').Params} [params]
 * @param {string} [name] its class
 */
export function worded(tag, key, params, name) {
  return show(make(tag, { class: name }), key, params);
}
