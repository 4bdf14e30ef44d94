// @ts-check
/** @import { Filing } from './types.js' */
import { openDialog, worded, wordedButton } from './dialog.js';
import { make } from './dom.js';
import { countView } from './findings.js';
import { get } from './requests.js';
import { momentWords } from './times.js';
import { say, show } from './words.js';

/** What is said to have something done to a filing, by the words of its button. */
const SAID = /** @type {const} */ ({
  openFiling: '打开',
  duplicate: '复制',
  archive: '归档',
  unarchive: '取消归档',
  remove: '确认删除',
  restore: '恢复',
});

/** @typedef {keyof typeof SAID} Action */

/** @type {Record<Filing['state'], Action[]>} */
const ACTIONS = {
  active: ['openFiling', 'duplicate', 'archive', 'remove'],
  archived: ['openFiling', 'unarchive', 'duplicate', 'remove'],
  deleted: ['restore'],
};

/**
 * All filings of the person, and what can be done with each.
 *
 * @param {{ onSay: (text: string) => void }} hooks
 */
export async function openFilings({ onSay }) {
  const list = make('div', { class: 'filings' });
  const act = (/** @type {string} */ words) => {
    dialog.close();
    onSay(words);
  };
  const dialog = openDialog({
    class: 'wide',
    title: worded('span', 'filings'),
    content: [list, wordedButton('newFiling', () => act('换一份'), 'primary')],
  });
  try {
    const { filings } = await get('/api/filings');
    list.append(...groupsOf(filings, act));
  } catch {
    list.append(worded('p', 'notFetched'));
  }
}

/** @param {Filing[]} filings @param {(words: string) => void} act */
function groupsOf(filings, act) {
  const cards = (/** @type {Filing['state']} */ state) =>
    filings.filter((filing) => filing.state === state).map((filing) => cardOf(filing, act));
  const active = cards('active');
  return [
    active.length > 0 ? make('ul', {}, ...active) : worded('p', 'filingsNone'),
    .../** @type {const} */ (['archived', 'deleted']).flatMap((state) => {
      const own = cards(state);
      return own.length > 0 ? [worded('h3', state), make('ul', {}, ...own)] : [];
    }),
  ];
}

/** @param {Filing} filing @param {(words: string) => void} act */
function cardOf(filing, act) {
  const { n, isOpen, state, answered, of, errors, changedAt, daysLeft } = filing;
  const name = nameOf(filing);
  const facts = [
    worded('span', 'answeredOf', { answered, of }),
    ...(errors > 0 ? [countView('error', errors)] : []),
    ...(changedAt ? [worded('span', 'lastChange', { at: momentWords(changedAt) })] : []),
    ...(daysLeft === undefined ? [] : [worded('span', 'daysLeft', { days: daysLeft })]),
  ];
  const actions = ACTIONS[state]
    .filter((action) => !(isOpen && action === 'openFiling'))
    .map((action) => {
      const say = () => act(`${SAID[action]} ${n}`);
      const press = action === 'remove' ? () => confirmRemoval(name, say) : say;
      return wordedButton(action, press, action === 'remove' ? 'small danger' : 'small');
    });
  const group = make('div', { class: 'actions', role: 'group', 'aria-label': name }, ...actions);
  const open = isOpen ? worded('span', 'isOpen', undefined, 'chip-state final') : undefined;
  return make(
    'li',
    { class: `card ${state}` },
    make('p', { class: 'card-name' }, make('strong', {}, name), open),
    make('p', { class: 'facts' }, ...facts),
    group,
  );
}

/** @param {Filing} filing */
function nameOf({ unit, year }) {
  const whose = unit || say('unnamed');
  return year ? `${whose} · ${say('yearWords', { year })}` : whose;
}

/** @param {string} name @param {() => void} act */
function confirmRemoval(name, act) {
  const cancel = wordedButton('cancel', () => dialog.close());
  const remove = wordedButton(
    'remove',
    () => {
      dialog.close();
      act();
    },
    'danger-solid',
  );
  const title = show(make('span'), 'removeTitle', { name });
  const dialog = openDialog({
    class: 'confirm',
    title,
    content: [worded('p', 'removeWords'), make('div', { class: 'buttons' }, remove, cancel)],
  });
  cancel.focus();
}
