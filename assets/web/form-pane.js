// @ts-check
/** @import { FormView, Section } from './types.js' */
import { worded, wordedButton } from './dialog.js';
import { byId, make, setAttribute } from './dom.js';
import { countView, SEVERITIES } from './findings.js';
import { fileIcon } from './icons.js';
import { reconcile } from './reconcile.js';
import { show } from './words.js';

const FORMATS = /** @type {const} */ ([
  ['docx', 'Word'],
  ['xlsx', 'Excel'],
  ['pdf', 'PDF'],
]);

/**
 * What stands above the sheet: whose form it is, how far it is, and what can be done with it as a whole.
 *
 * @param {{
 *   onHistory: () => void,
 *   onFindings: () => void,
 *   onSection: (section: string) => void,
 * }} hooks
 */
export function openFormPane({ onHistory, onFindings, onSection }) {
  const name = make('h2');
  const state = make('span', { class: 'chip-state' });
  const findings = make('button', { type: 'button', class: 'counts', onclick: onFindings });
  const links = FORMATS.map(([format, words]) => {
    const link = make(
      'a',
      { class: 'download', href: `/api/file?format=${format}`, download: true },
      fileIcon(`.${format}`),
      make('span', {}, words),
    );
    return show(link, 'downloadAs', { format: words }, 'data-words-label');
  });
  const downloads = make('div', { class: 'downloads', role: 'group' }, ...links);
  show(downloads, 'downloads', undefined, 'data-words-label');
  byId('toolbar').append(
    make('div', { class: 'whose' }, name, state, findings),
    make('div', { class: 'tools' }, downloads, wordedButton('history', onHistory, 'quiet')),
  );
  const list = make('ol');
  let current = -1;
  byId('sections').append(list);
  // A pane that was hidden had no width to scroll in.
  addEventListener('resize', () => showSection(list, current));

  return {
    /** @param {FormView} view */
    update(view) {
      drawName(name, view);
      show(state, view.isDraft ? 'draft' : 'final');
      show(state, view.isDraft ? 'draftMeaning' : 'finalMeaning', undefined, 'data-words-title');
      state.classList.toggle('final', !view.isDraft);
      drawCounts(findings, view);
      reconcile(list, view.sections, {
        keyOf: ({ id }) => id,
        make: () => make('li'),
        patch: (element, section) => drawSection(element, section, onSection),
      });
      const at = view.sections.findIndex(({ isCurrent }) => isCurrent);
      if (at !== current) showSection(list, at);
      current = at;
    },
  };
}

/** @param {Element} name @param {FormView} view */
function drawName(name, { unit, year }) {
  const whose = unit ? make('span', {}, unit) : worded('span', 'noUnit');
  const when = year ? [' · ', worded('span', 'yearWords', { year })] : [];
  name.replaceChildren(whose, ...when);
}

/** @param {HTMLElement} button @param {FormView} view */
function drawCounts(button, { counts }) {
  const found = SEVERITIES.filter((severity) => counts[severity] > 0);
  button.replaceChildren(
    worded('span', 'findings', undefined, 'unseen'),
    ...found.map((severity) => countView(severity, counts[severity])),
  );
}

/** What a section's entry shows, so that it is left alone. @type {WeakMap<Element, string>} */
const shown = new WeakMap();

/** @param {Element} element @param {Section} section @param {(section: string) => void} onSection */
function drawSection(element, section, onSection) {
  const signature = JSON.stringify(section);
  if (shown.get(element) === signature) return;
  shown.set(element, signature);
  const { id, label, answered, of, lines, errors, warnings, isCurrent } = section;
  const button =
    element.querySelector('button') ??
    make('button', { type: 'button', onclick: () => onSection(id) });
  const progress = make('span', { 'aria-hidden': 'true' }, `${answered}/${of}`);
  const isDone = of > 0 && answered >= of;
  setAttribute(button, 'class', isDone ? 'done' : '');
  setAttribute(button, 'aria-current', isCurrent && 'step');
  const figures = make(
    'span',
    { class: 'figures' },
    progress,
    worded('span', 'answeredOf', { answered, of }, 'unseen'),
    ...(lines ? [worded('span', 'linesCount', { lines })] : []),
    ...(errors > 0 ? [countView('error', errors)] : []),
    ...(warnings > 0 ? [countView('warning', warnings)] : []),
  );
  const bar = meter(of > 0 ? answered / of : 0);
  button.replaceChildren(make('span', { class: 'section-name' }, label), figures, bar);
  if (!button.isConnected) element.append(button);
}

/** On a narrow screen the list is wider than it. @param {HTMLElement} list @param {number} at */
function showSection(list, at) {
  const item = list.children[at];
  if (item instanceof HTMLElement) list.scrollLeft = item.offsetLeft - 40;
}

/** @param {number} part */
function meter(part) {
  const bar = make('span', { class: 'meter', 'aria-hidden': 'true' });
  bar.style.setProperty('--part', `${Math.round(Math.min(part, 1) * 100)}%`);
  return bar;
}
