// @ts-check
/** @import { Line, Part, Sent } from './types.js' */
import { worded, wordedButton } from './dialog.js';
import { make } from './dom.js';
import { icon } from './icons.js';
import { partView } from './message-parts.js';
import { exactWords, momentWords } from './times.js';
import { say } from './words.js';

/** @typedef {Parameters<typeof partView>[1]} LineHooks */

/**
 * A line of the log.
 *
 * @param {Line} line
 * @param {LineHooks} hooks
 */
export function lineView({ n, at, from, message, parts }, hooks) {
  const view = bubble(from, message, parts, hooks);
  view.dataset['n'] = String(n);
  stamp(view, at);
  return view;
}

/**
 * Something sent, before its line has come.
 *
 * @param {Sent} sent
 * @param {LineHooks} hooks
 */
export function sentView(sent, hooks) {
  const view = bubble('person', sent.id, sentParts(sent), hooks);
  view.classList.add('sent');
  return view;
}

/** What a message shows in the log; nothing for one that nobody said. @param {Sent} sent @returns {Part[]} */
export function sentParts({ words, file, shown }) {
  if (file !== undefined) return [{ type: 'file', name: file }];
  if (shown !== undefined) return [{ type: 'text', text: shown }];
  if (words?.type === 'text') return [{ type: 'text', text: words.text }];
  return [];
}

/**
 * @param {'person' | 'assistant'} from
 * @param {string} message
 * @param {Part[]} parts
 * @param {LineHooks} hooks
 */
function bubble(from, message, parts, hooks) {
  const who = worded('span', from === 'person' ? 'you' : 'assistant', undefined, 'unseen');
  const nodes = parts
    .filter(({ type }) => type !== 'choices')
    .flatMap((part) => partView(part, hooks));
  const choices = parts
    .filter(({ type }) => type === 'choices')
    .flatMap((part) => partView(part, hooks));
  const body = nodes.length > 0 ? make('div', { class: 'bubble' }, who, ...nodes) : undefined;
  return make(
    'div',
    { class: `line ${from}`, 'data-message': message, 'data-shows': JSON.stringify(parts) },
    body,
    ...choices,
  );
}

/** @param {HTMLElement} view @param {number} at */
export function stamp(view, at) {
  const time = make('time', { datetime: new Date(at).toISOString(), title: exactWords(at) });
  time.textContent = momentWords(at);
  view.querySelector('.bubble')?.after(time);
}

/**
 * Says under a bubble how it stands with it: not delivered yet, or refused, and what can be done.
 *
 * @param {HTMLElement} view
 * @param {Sent} sent
 * @param {{ onAgain: () => void, onPutBack?: () => void, onDiscard: () => void }} hooks
 */
export function showState(view, { state, reason }, { onAgain, onPutBack, onDiscard }) {
  view.querySelector('.state')?.remove();
  if (reason === undefined || state === 'accepted') return;
  if (state === 'waiting') {
    view.append(worded('p', 'waitingToSend', undefined, 'state'));
    return;
  }
  const actions = make(
    'span',
    { class: 'actions' },
    onPutBack && wordedButton('putBack', onPutBack, 'link'),
    wordedButton('sendAgain', onAgain, 'link'),
    wordedButton('discard', onDiscard, 'link'),
  );
  view.append(make('p', { class: 'state refused', role: 'alert' }, icon('error'), reason, actions));
}

/** Whether a button stands for some words: what it says, or what it is called. @param {Element} button @param {string} words */
export function stands(button, words) {
  const label = button.querySelector('.label')?.textContent;
  return button.getAttribute('data-say') === words || label === words;
}

/**
 * Leaves the choices of a line as they were answered: one chosen, none to be pressed again.
 *
 * @param {HTMLElement} view
 * @param {string} [said] what was said next
 */
export function closeChoices(view, said) {
  const buttons = [...view.querySelectorAll('button.choice')];
  const chosen = said === undefined ? undefined : buttons.find((button) => stands(button, said));
  for (const button of buttons) {
    if (button instanceof HTMLButtonElement) button.disabled = true;
    if (button === chosen && !button.classList.contains('chosen')) {
      button.classList.add('chosen');
      button.append(icon('done'), make('span', { class: 'unseen' }, say('pressed')));
    }
  }
}
