// @ts-check
/** @import { Blank, Origin } from './types.js' */
import { worded } from './dialog.js';
import { make } from './dom.js';
import { Fault, get } from './requests.js';
import { exactWords } from './times.js';

/**
 * Where a blank's value came from. It is asked for when somebody looks, and stays away when nobody knows.
 *
 * @param {Blank} blank
 */
export function originView({ step, row, column, state }) {
  const place = make('p', { class: 'origin' }, worded('span', 'from', undefined, 'term'));
  if (state === 'asked') {
    place.hidden = true;
    return place;
  }
  const query = new URLSearchParams({ step, ...(row && { row }), ...(column && { column }) });
  get(`/api/origin?${query}`).then(
    (/** @type {Origin} */ origin) => place.append(...wordsOf(origin)),
    (error) => {
      const isUnknown = error instanceof Fault && error.status === 404;
      place.append(worded('span', isUnknown ? 'originNone' : 'notFetched'));
    },
  );
  return place;
}

/** @param {Origin} origin */
function wordsOf({ by, at, channel, said, source }) {
  const parts = [worded('span', 'originWords', { by, at: exactWords(at), channel })];
  if (source) parts.push(worded('span', 'source', source));
  if (said) parts.push(worded('span', 'quote', { said }));
  return parts.flatMap((part, at) => (at === 0 ? [part] : [make('br'), part]));
}
