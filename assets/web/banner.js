// @ts-check
/** @import { Connection } from './types.js' */
import { byId, make } from './dom.js';
import { show } from './words.js';

/**
 * Says above everything how the page stands with the server; nothing while all is well.
 *
 * @param {Connection} connection
 * @param {string} [words] what the server said
 */
export function showConnection(connection, words = '') {
  const banner = byId('banner');
  // Who is signed out stays so until they sign in: nothing that comes later says otherwise.
  if (banner.classList.contains('signed-out')) return;
  banner.className = `banner ${connection}`;
  banner.hidden = connection === 'connected';
  banner.removeAttribute('data-words');
  if (connection === 'lost') show(banner, 'lost');
  else banner.replaceChildren(words, ' ', show(make('a', { href: '/' }), 'signIn'));
}
