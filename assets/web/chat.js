// @ts-check
/** @import { Line, Notice, Sent } from './types.js' */
import { byId } from './dom.js';
import {
  closeChoices,
  lineView,
  sentParts,
  sentView,
  showState,
  stamp,
  stands,
} from './line-view.js';
import { keepScroll } from './scroll-keeper.js';
import { openWaiting } from './waiting.js';

/** An answer that is not there after this will not come: whoever asked has gone home since. */
const STALE = 10 * 60_000;
/** How many lines come first. Fewer are all there are. */
const FIRST_LINES = 50;

/**
 * The conversation. Lines stand in the order of their numbers, what is on its way behind them.
 *
 * @param {{
 *   onPress: (prompt: number, option: { key: string, label: string, say: string }) => void,
 *   onEarlier: (before: number) => Promise<{ lines: Line[], hasMore: boolean }>,
 *   onAgain: (id: string) => void,
 *   onDiscard: (id: string) => void,
 *   onPutBack: (sent: Sent) => void,
 * }} hooks
 */
export function openChat({ onPress, onEarlier, onAgain, onDiscard, onPutBack }) {
  const log = byId('log');
  const earlier = /** @type {HTMLButtonElement} */ (byId('earlier'));
  const scroll = keepScroll(byId('log-box'), byId('newer'));
  const waiting = openWaiting(byId('waiting'), scroll);
  const hooks = {
    /** @param {number} prompt @param {{ key: string, label: string, say: string }} option */
    onPress(prompt, option) {
      const open = newestAnswer();
      if (open) closeChoices(open, option.say);
      onPress(prompt, option);
    },
  };

  // What scrolls must be within reach of the keyboard.
  log.tabIndex = 0;
  // Nobody wants yesterday's conversation read out when the page opens.
  log.setAttribute('aria-live', 'off');
  /** @type {Line | undefined} */
  let newest;

  const lines = () => /** @type {HTMLElement[]} */ ([...log.children]);
  const numberOf = (/** @type {HTMLElement} */ view) => Number(view.dataset['n'] ?? 'Infinity');
  const newestAnswer = () =>
    lines()
      .filter((view) => view.classList.contains('assistant'))
      .at(-1);
  const viewOf = (/** @type {string} */ message) =>
    lines().find(({ dataset }) => dataset['message'] === message && !dataset['n']);

  /** @param {Line} line */
  function place(line) {
    if (lines().some((view) => numberOf(view) === line.n)) return;
    const sent = viewOf(line.message);
    if (line.from === 'assistant') {
      // What was done on the form may have no line of its own: it stays above its answer.
      if (sent) number(sent, line.n - 0.5);
    } else if (sent && settle(sent, line)) return;
    else sent?.remove();
    const view = lineView(line, hooks);
    log.insertBefore(view, lines().find((each) => numberOf(each) > line.n) ?? null);
    tidyChoices(view);
  }

  /** The bubble of what was sent becomes its line where it stands: nobody is read the same words twice. */
  function settle(/** @type {HTMLElement} */ sent, /** @type {Line} */ line) {
    const isSame = sent.dataset['shows'] === JSON.stringify(line.parts);
    const before = lines()[lines().indexOf(sent) - 1];
    if (!isSame || (before && !before.dataset['n'])) return false;
    number(sent, line.n);
    stamp(sent, line.at);
    tidyChoices(sent);
    return true;
  }

  /** Only the choices of the newest answer can be pressed; older ones show what was chosen. */
  function tidyChoices(/** @type {HTMLElement} */ view) {
    const all = lines();
    const at = all.indexOf(view);
    const previous = all.slice(0, at).findLast((each) => each.classList.contains('assistant'));
    const words = JSON.parse(view.dataset['shows'] ?? '[]').find(
      (/** @type {any} */ part) => part.type === 'text',
    );
    if (previous && view.classList.contains('assistant')) closeChoices(previous);
    else if (previous && words) markChosen(previous, words.text);
    if (view.classList.contains('assistant') && newestAnswer() !== view) closeChoices(view);
  }

  return {
    /** @param {Line} line */
    add(line) {
      const isNews = line.from === 'assistant';
      if (!newest || newest.n < line.n) newest = line;
      scroll.around(() => place(line), { isNews });
      if (isNews) waiting.end(line.message);
      else if (Date.now() - line.at < STALE && !isAnswered(line.message))
        waiting.begin(line.message);
      if (!earlier.dataset['more']) earlier.hidden = lines().length < FIRST_LINES;
    },

    /** Shows something sent, or how it stands with it. @param {Sent} sent */
    show(sent) {
      const isFile = sent.file !== undefined;
      if (sent.state === 'refused') waiting.end(sent.id);
      else if (!isAnswered(sent.id)) waiting.begin(sent.id, isFile);
      if (sentParts(sent).length === 0 && sent.state !== 'refused') return;
      let view = viewOf(sent.id);
      if (!view) {
        if (lines().some(({ dataset }) => dataset['message'] === sent.id)) return;
        view = sentView(sent, hooks);
        log.append(view);
        scroll.toEnd();
      }
      const bubble = view;
      scroll.around(() =>
        showState(bubble, sent, {
          onAgain: () => onAgain(sent.id),
          onDiscard: () => {
            bubble.remove();
            onDiscard(sent.id);
          },
          ...(sent.words?.type === 'text' && {
            onPutBack: () => {
              bubble.remove();
              onPutBack(sent);
            },
          }),
        }),
      );
    },

    /** @param {Notice} notice */
    notice: (notice) => waiting.say(notice),
    newest: () => newest,
    /** What comes from now on is news, and is read out. */
    begin: () => log.setAttribute('aria-live', 'polite'),
    toEnd: () => scroll.toEnd(),
    loadEarlier,
  };

  /** @param {string} message */
  function isAnswered(message) {
    return lines().some(
      (view) => view.dataset['message'] === message && view.classList.contains('assistant'),
    );
  }

  async function loadEarlier() {
    const first = lines()[0];
    if (!first?.dataset['n']) return;
    earlier.disabled = true;
    const older = await onEarlier(numberOf(first)).finally(() => {
      earlier.disabled = false;
    });
    // Not read out: they were said long ago.
    log.setAttribute('aria-live', 'off');
    scroll.above(() => {
      for (const line of older.lines) place(line);
      earlier.dataset['more'] = older.hasMore ? 'yes' : 'no';
      earlier.hidden = !older.hasMore;
    });
    setTimeout(() => log.setAttribute('aria-live', 'polite'));
  }
}

/** @param {HTMLElement} sent @param {number} n */
function number(sent, n) {
  sent.dataset['n'] = String(n);
  sent.classList.remove('sent');
  sent.querySelector('.state')?.remove();
}

/** @param {HTMLElement} view @param {string} words */
function markChosen(view, words) {
  const buttons = [...view.querySelectorAll('button.choice')];
  if (buttons.some((button) => stands(button, words))) closeChoices(view, words);
}
