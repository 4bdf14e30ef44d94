// @ts-check
/** @import { Entry } from './types.js' */
import { openComparison } from './comparison.js';
import { openDialog, worded, wordedButton } from './dialog.js';
import { make } from './dom.js';
import { get } from './requests.js';
import { exactWords, momentWords } from './times.js';
import { show } from './words.js';

/**
 * Every step of the form, the newest first; each can be taken back, any two points can be compared.
 *
 * @param {{ onRevert: (revision: number) => void }} hooks
 */
export async function openHistory({ onRevert }) {
  const list = make('ol', { class: 'timeline' });
  const note = make('p', { role: 'status' });
  const older = wordedButton('older', () => load(), 'quiet');
  const comparison = openComparison();
  const dialog = openDialog({
    class: 'wide',
    title: worded('span', 'history'),
    content: [
      worded('p', 'historyHelp', undefined, 'muted'),
      comparison.element,
      note,
      list,
      older,
    ],
  });
  /** @type {number | undefined} */
  let last;

  async function load() {
    older.disabled = true;
    try {
      const { entries, hasMore } = await get(
        `/api/timeline${last === undefined ? '' : `?before=${last}`}`,
      );
      list.append(...entries.map((/** @type {Entry} */ entry) => entryView(entry, revert)));
      comparison.add(entries);
      last = entries.at(-1)?.revision ?? last;
      older.hidden = !hasMore;
      if (list.childElementCount === 0) show(note, 'historyNone');
    } catch {
      show(note, 'notFetched');
    }
    older.disabled = false;
  }

  /** @param {number} revision */
  function revert(revision) {
    dialog.close();
    onRevert(revision);
  }

  await load();
}

/** @param {Entry} entry @param {(revision: number) => void} onRevert */
function entryView({ revision, at, by, channel, kind, items }, onRevert) {
  const button = wordedButton('revert', () => onRevert(revision), 'small');
  show(button, 'revertLabel', { revision }, 'data-words-label');
  const time = make('time', { datetime: new Date(at).toISOString(), title: exactWords(at) });
  time.textContent = momentWords(at);
  return make(
    'li',
    { class: kind },
    make(
      'div',
      { class: 'entry-head' },
      worded('span', 'step', { revision }, 'step'),
      worded('span', 'kind', { kind }, 'kind'),
      worded('span', 'originWords', { by, at: momentWords(at), channel }, 'muted'),
      button,
    ),
    make('ul', {}, ...items.map((item) => make('li', {}, item))),
  );
}
