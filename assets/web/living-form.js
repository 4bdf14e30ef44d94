// @ts-check
/** @import { Blank, FormView, Words } from './types.js' */
import { openCell } from './cell-dialog.js';
import { byId } from './dom.js';
import { showFindingTips } from './finding-tip.js';
import { findingsByPlace } from './findings.js';
import { openFormPane } from './form-pane.js';
import { blankAt, blanksIn } from './form-places.js';
import { openLater } from './later.js';
import { openSheet } from './sheet.js';
import { say, show, speak } from './words.js';

/**
 * The form beside the chat, and everything that is done on it. It is never changed here: what a person does
 * is sent, and the server's next form shows what came of it.
 *
 * @param {{
 *   send: (words: Words, shown?: string) => void,
 *   onTalk: () => void,
 *   onPlace: () => void,
 * }} hooks `onTalk`: the answer will be in the chat; `onPlace`: the sheet is to be seen
 */
export function openLivingForm({ send, onTalk, onPlace }) {
  /** @type {FormView | undefined} */
  let view;
  /** @type {ReturnType<typeof openCell>} */
  let cell;
  const paper = byId('sheet');
  const desk = byId('desk');
  const sheet = openSheet(paper, desk, { onBlank: open });
  const pane = openFormPane({
    onHistory: () => {
      const filing = view?.filing;
      if (filing === undefined) return;
      openLater(import('./history-dialog.js'), ({ openHistory }) =>
        openHistory({ onRevert: (revision) => revert(filing, revision) }),
      );
    },
    onFindings: () => {
      const shown = view;
      if (!shown) return;
      openLater(import('./findings-dialog.js'), ({ openFindings }) =>
        openFindings(shown, { onChange: talk, onGo: go }),
      );
    },
    onSection: (section) => {
      const place = view && blanksIn(view, section)[0]?.place;
      if (place) sheet.reveal(place)?.focus({ preventScroll: true });
    },
  });
  const jump = openJump(byId('to-asked'), desk, (place) => sheet.reveal(place));
  showFindingTips(paper, (place) => findingsByPlace(view?.findings ?? []).get(place) ?? []);

  /** @param {string} text */
  function talk(text) {
    send({ type: 'text', text });
    onTalk();
  }

  /** @param {string} filing @param {number} revision */
  function revert(filing, revision) {
    send({ type: 'revert', filing, revision }, say('reverted', { revision }));
    onTalk();
  }

  /** @param {string} place */
  function go(place) {
    onPlace();
    sheet.reveal(place)?.focus({ preventScroll: true });
  }

  /** @param {string} place */
  function open(place) {
    if (!view) return;
    const { filing } = view;
    const hooks = {
      onSay: talk,
      onFill: (/** @type {Blank} */ blank, /** @type {string} */ text) => fill(filing, blank, text),
      onClose: () => {
        cell = undefined;
        if (document.activeElement === document.body) {
          sheet.find(place)?.focus({ preventScroll: true });
        }
      },
    };
    cell = openCell(view, place, sheet.find(place), hooks);
  }

  /** @param {string} filing @param {Blank} blank @param {string} text */
  function fill(filing, { place, step, row, column, value, label }, text) {
    const at = { step, ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
    const shown = text === '' ? say('filledBlank', { label }) : say('filled', { label, text });
    send({ type: 'fill', filing, ...at, was: value, text }, shown);
    sheet.find(place)?.setAttribute('aria-busy', 'true');
  }

  return {
    /** @param {FormView} next */
    update(next) {
      view = next;
      speak(next.locale);
      document.title = [next.unit, say('product')].filter(Boolean).join(' · ');
      pane.update(next);
      sheet.update(next);
      cell?.update(next);
      const first = next.asked.find((place) => sheet.find(place));
      jump(first ? blankAt(next, first) : undefined, first ? sheet.find(first) : null);
    },
    /** An answer came: whatever was being saved is, or is not, and the chat says which. */
    settle() {
      for (const each of paper.querySelectorAll('[aria-busy]')) each.removeAttribute('aria-busy');
    },
  };
}

/**
 * A button to the blank that is being asked for, while that is out of sight: the sheet itself never moves
 * unasked.
 *
 * @param {HTMLElement} button
 * @param {HTMLElement} desk
 * @param {(place: string) => void} onGo
 */
function openJump(button, desk, onGo) {
  let place = '';
  /** @type {Element | null} */
  let watched = null;
  const words = document.createElement('span');
  button.append(words);
  button.addEventListener('click', () => onGo(place));
  const observer = new IntersectionObserver(
    ([entry]) => {
      button.hidden = !entry || entry.isIntersecting || !watched;
    },
    { root: desk },
  );
  return (/** @type {Blank | undefined} */ blank, /** @type {Element | null} */ element) => {
    place = blank?.place ?? '';
    if (blank) {
      const line = blank.line === undefined ? '' : `${say('lineNumber', { line: blank.line })} `;
      show(words, 'toAsked', { label: line + blank.label });
    }
    if (element === watched) return;
    observer.disconnect();
    watched = element;
    if (element) observer.observe(element);
    else button.hidden = true;
  };
}
