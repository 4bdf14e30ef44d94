// @ts-check
import { byId, make, setAttribute } from './dom.js';
import { show } from './words.js';

/** Where two columns no longer fit. The style sheet says the same. */
const NARROW = matchMedia('(max-width: 899px)');

const PANES = /** @type {const} */ ([
  ['chat', 'tabChat'],
  ['form', 'tabForm'],
]);

/** @typedef {typeof PANES[number][0]} Pane */

/** On a narrow screen the chat and the form are two tabs; on a wide one they stand side by side. */
export function openTabs() {
  /** @type {Pane} */
  let current = 'chat';
  const news = show(make('span', { class: 'unseen' }), 'newInChat');
  const tabs = PANES.map(([pane, key]) =>
    make(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${pane}`,
        'aria-controls': pane,
        onclick: () => choose(pane),
      },
      show(make('span'), key),
    ),
  );

  /** @param {Pane} pane */
  function choose(pane) {
    current = pane;
    if (pane === 'chat') markNews(false);
    draw();
  }

  function draw() {
    const isNarrow = NARROW.matches;
    setAttribute(list, 'role', isNarrow && 'tablist');
    PANES.forEach(([pane], at) => {
      const isChosen = pane === current;
      const panel = byId(pane);
      panel.hidden = isNarrow && !isChosen;
      setAttribute(panel, 'role', isNarrow && 'tabpanel');
      const tab = tabs[at];
      if (!tab) return;
      setAttribute(tab, 'aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
    });
    dispatchEvent(new Event('resize'));
  }

  /** @param {boolean} isNews */
  function markNews(isNews) {
    tabs[0]?.classList.toggle('has-news', isNews);
    if (isNews) tabs[0]?.append(news);
    else news.remove();
  }

  const list = byId('tabs');
  list.append(...tabs);
  list.addEventListener('keydown', ({ key }) => {
    const at = PANES.findIndex(([pane]) => pane === current);
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -at, End: PANES.length - 1 - at }[key];
    const next = step === undefined ? undefined : (at + step + PANES.length) % PANES.length;
    const pane = next === undefined ? undefined : PANES[next]?.[0];
    if (!pane) return;
    choose(pane);
    byId(`tab-${pane}`).focus();
  });
  NARROW.addEventListener('change', draw);
  draw();

  return {
    choose,
    isNarrow: () => NARROW.matches,
    /** Marks the chat's tab when somebody speaks there and it is not seen. */
    news() {
      if (NARROW.matches && current !== 'chat') markNews(true);
    },
  };
}
