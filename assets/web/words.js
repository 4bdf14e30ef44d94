// @ts-check
/** @import { Locale } from './types.js' */
import { setAttribute } from './dom.js';
import { en } from './en.js';
import { zhCn } from './zh-cn.js';

/** @typedef {keyof typeof zhCn} Key */
/** @typedef {Record<string, string | number>} Params */

/** @type {Record<Locale, Record<Key, string | ((params: any) => string)>>} */
const LANGUAGES = { 'zh-cn': zhCn, en };

/** @type {Locale} */
let current = 'zh-cn';

/** What the sentences of an element are filled in with. @type {WeakMap<Element, Params>} */
const filledIn = new WeakMap();

/** Which words of an element are said by which attribute of its own. */
const SAID_BY = /** @type {const} */ ([
  ['data-words', ''],
  ['data-words-label', 'aria-label'],
  ['data-words-title', 'title'],
  ['data-words-placeholder', 'placeholder'],
]);

/**
 * A sentence in the language of the page.
 *
 * @param {Key} key
 * @param {Params} [params]
 */
export function say(key, params = {}) {
  const words = LANGUAGES[current][key];
  return typeof words === 'function' ? words(params) : words;
}

/**
 * Gives an element words that follow the language of the page.
 *
 * @template {Element} E
 * @param {E} element
 * @param {Key} key
 * @param {Params} [params]
 * @param {'data-words' | 'data-words-label' | 'data-words-title'} [as]
 * @returns {E}
 */
export function show(element, key, params, as = 'data-words') {
  element.setAttribute(as, key);
  if (params) filledIn.set(element, params);
  translate(element);
  return element;
}

/**
 * Changes the language of everything that stands on the page.
 *
 * @param {Locale} locale
 */
export function speak(locale) {
  current = locale;
  document.documentElement.lang = locale === 'en' ? 'en' : 'zh-CN';
  const chosen = SAID_BY.map(([attribute]) => `[${attribute}]`).join();
  for (const element of document.querySelectorAll(chosen)) translate(element);
}

export function language() {
  return current;
}

/** @param {Element} element */
function translate(element) {
  for (const [attribute, target] of SAID_BY) {
    const key = /** @type {Key | null} */ (element.getAttribute(attribute));
    if (!key) continue;
    const words = say(key, filledIn.get(element));
    if (target) setAttribute(element, target, words);
    else if (element.textContent !== words) element.textContent = words;
  }
}
