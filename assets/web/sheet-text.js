// @ts-check
/** @import { Finding, Text } from './types.js' */
import { make, setAttribute } from './dom.js';
import { blankName, gravest } from './findings.js';
import { icon } from './icons.js';
import { language, say } from './words.js';

/**
 * What a text of the sheet is drawn with. `isFirst`: nothing is news yet.
 *
 * @typedef {{
 *   findings: Map<string, Finding[]>,
 *   asked: Set<string>,
 *   isFirst: boolean,
 * }} Drawing
 */

/** What an element shows, so that it is left alone when that is still so. @type {WeakMap<Element, string>} */
const shown = new WeakMap();

/**
 * A text of the sheet; one that shows a blank can be pressed.
 *
 * @param {Text} text
 * @param {'p' | 'span'} tag
 */
export function makeText({ blank }, tag) {
  return make(tag, blank ? { role: 'button', tabindex: 0 } : {});
}

/** @param {Text} text */
export function textKey({ blank }) {
  return blank ? `${blank.step}/${blank.row ?? ''}/${blank.column ?? ''}` : '';
}

/**
 * @param {Element} element
 * @param {Text} content
 * @param {Drawing} drawing
 */
export function patchText(element, { text, blank }, { findings, asked, isFirst }) {
  const own = blank ? (findings.get(blank.place) ?? []) : [];
  const isWanted = blank !== undefined && asked.has(blank.place);
  const marks = own.map(({ id, severity, words, isNoted }) => [id, severity, words, isNoted]);
  const signature = JSON.stringify([language(), text, blank, marks, isWanted]);
  if (shown.get(element) === signature) return;
  shown.set(element, signature);
  const before = element.getAttribute('data-text');
  if (before !== text) setAttribute(element, 'data-text', text);
  if (!blank) {
    element.textContent = text;
    return;
  }
  const grave = gravest(own);
  const name = [
    'blank',
    blank.state,
    isWanted && 'wanted',
    grave && (grave.isNoted ? 'known' : grave.severity),
  ];
  element.className = name.filter(Boolean).join(' ');
  setAttribute(element, 'data-place', blank.place);
  setAttribute(element, 'aria-label', blankName(text, blank, own));
  setAttribute(element, 'aria-busy', undefined);
  element.replaceChildren(...contentOf(text, blank.state));
  if (grave) element.append(icon(grave.severity));
  if (!isFirst && before !== text) flash(element);
}

/**
 * @param {string} text
 * @param {import('./types.js').Blank['state']} state
 * @returns {(Node | string)[]}
 */
function contentOf(text, state) {
  if (state === 'filled') return [text];
  const name = state === 'asked' ? 'todo' : 'left-out';
  const words = say(state === 'asked' ? 'asked' : 'leftBlank');
  // （    年度） has its gap in the middle: that is where the year will stand.
  const gap = /[ \u3000]{2,}/.exec(text);
  const mark = make('span', { class: `${name} on-screen` }, words);
  if (!gap) return [text, mark];
  const printed = make('span', { class: 'on-paper' }, gap[0]);
  return [text.slice(0, gap.index), printed, mark, text.slice(gap.index + gap[0].length)];
}

/** @param {Element} element */
function flash(element) {
  element.classList.remove('changed');
  // Without a look at its size in between, the browser would not start it anew.
  element.getBoundingClientRect();
  element.classList.add('changed');
  element.addEventListener('animationend', () => element.classList.remove('changed'), {
    once: true,
  });
}
