// @ts-check
/** @import { Finding } from './types.js' */
import { make } from './dom.js';
import { icon } from './icons.js';
import { show } from './words.js';

/** Long enough not to flicker while the pointer crosses the sheet. */
const DELAY = 250;
/** Long enough to move the pointer onto the tip itself. */
const LINGER = 200;

/**
 * Shows in short what is the matter with a blank while the pointer or the focus is on it. Esc puts it away.
 * It is not read out: the blank's name counts the findings, and its dialog has their words.
 *
 * @param {HTMLElement} paper
 * @param {(place: string) => readonly Finding[]} findingsAt
 */
export function showFindingTips(paper, findingsAt) {
  const tip = make('div', { class: 'tip', 'aria-hidden': 'true', hidden: true });
  document.body.append(tip);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {EventTarget | null} target @param {number} delay */
  function come(target, delay) {
    const blank = target instanceof Element ? target.closest('[data-place]') : null;
    const findings = blank ? findingsAt(blank.getAttribute('data-place') ?? '') : [];
    clearTimeout(timer);
    if (!blank || findings.length === 0) leave();
    else timer = setTimeout(() => draw(blank, findings), delay);
  }

  function leave() {
    clearTimeout(timer);
    timer = setTimeout(hide, LINGER);
  }

  function hide() {
    clearTimeout(timer);
    tip.hidden = true;
  }

  /** @param {Element} blank @param {readonly Finding[]} findings */
  function draw(blank, findings) {
    const items = findings.map(({ severity, words, isNoted }) => {
      const noted = isNoted ? show(make('span', { class: 'noted' }), 'isNoted') : undefined;
      return make(
        'p',
        { class: `finding ${severity}` },
        icon(severity),
        make('span', {}, words, ' ', noted),
      );
    });
    tip.replaceChildren(...items);
    tip.hidden = false;
    const { left, top, bottom } = blank.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = tip;
    const isBelow = bottom + offsetHeight + 12 < innerHeight;
    tip.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`;
    tip.style.top = `${isBelow ? bottom + 6 : top - offsetHeight - 6}px`;
  }

  paper.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'mouse') come(target, DELAY);
  });
  paper.addEventListener('pointerout', leave);
  tip.addEventListener('pointerenter', () => clearTimeout(timer));
  tip.addEventListener('pointerleave', leave);
  paper.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target.matches(':focus-visible')) come(target, 0);
  });
  paper.addEventListener('focusout', leave);
  paper.addEventListener('click', hide);
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  document.addEventListener('scroll', hide, true);
}
