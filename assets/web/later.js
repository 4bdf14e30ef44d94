// @ts-check
import { tell } from './composer.js';

/**
 * Opens a dialog whose code is fetched when it is wanted; says so where it cannot be fetched.
 *
 * @template T
 * @param {Promise<T>} loading
 * @param {(dialog: T) => void} open
 */
export function openLater(loading, open) {
  loading.then(open, () => tell('notFetched', {}, true));
}
