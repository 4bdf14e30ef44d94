// @ts-check
import { openDialog } from './dialog.js';
import { make } from './dom.js';

/**
 * A page of the form as large as the screen allows.
 *
 * @param {string} name
 * @param {string} href
 */
export function openPicture(name, href) {
  openDialog({
    class: 'picture',
    title: document.createTextNode(name),
    content: [make('img', { src: href, alt: name })],
  });
}
