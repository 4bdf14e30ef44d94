// @ts-check
/** @import { Notice } from './types.js' */
import { show } from './words.js';

/** Words that belong to no message go away after this. */
const PASSING = 8000;

/**
 * Says below the log that an answer is being made. The place is kept free, so that nothing moves when it
 * appears.
 *
 * @param {HTMLElement} element
 * @param {{ around: (change: () => void) => void }} scroll
 */
export function openWaiting(element, scroll) {
  /** @type {Map<string, { isFile: boolean, words?: string }>} */
  const messages = new Map();
  /** @type {string | undefined} */
  let passing;

  function draw() {
    scroll.around(() => {
      const [first] = messages.values();
      element.removeAttribute('data-words');
      element.classList.toggle('is-on', Boolean(first));
      if (passing ?? first?.words) element.textContent = passing ?? first?.words ?? '';
      else if (first) show(element, first.isFile ? 'readingFile' : 'thinking');
      else element.textContent = '';
    });
  }

  return {
    /** @param {string} message @param {boolean} [isFile] */
    begin(message, isFile = false) {
      if (messages.has(message)) return;
      messages.set(message, { isFile });
      draw();
    },
    /** @param {string} message */
    end(message) {
      if (messages.delete(message)) draw();
    },
    /** @param {Notice} notice */
    say({ message, text }) {
      const waiting = message === undefined ? undefined : messages.get(message);
      if (waiting) waiting.words = text;
      else {
        passing = text;
        setTimeout(() => {
          passing = undefined;
          draw();
        }, PASSING);
      }
      draw();
    },
  };
}
