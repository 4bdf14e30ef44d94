// @ts-check
/** @import { Entry } from './types.js' */
import { worded, wordedButton } from './dialog.js';
import { make } from './dom.js';
import { get } from './requests.js';
import { momentWords } from './times.js';
import { say, show } from './words.js';

/** Chooses two points of a form's history and says what differs between them. */
export function openComparison() {
  const from = make('select', { id: 'compare-from' });
  const to = make('select', { id: 'compare-to' });
  const result = make('div', { class: 'differences', role: 'status' });
  const compare = wordedButton('compareNow', () => load(), 'small');
  const fields = [
    show(make('label', { for: from.id }), 'compareFrom'),
    from,
    show(make('label', { for: to.id }), 'compareTo'),
    to,
    compare,
  ];
  from.append(make('option', { value: 0 }, say('emptyForm')));

  async function load() {
    compare.disabled = true;
    try {
      const { sections } = await get(`/api/differences?from=${from.value}&to=${to.value}`);
      result.replaceChildren(...differencesView(sections));
    } catch {
      result.replaceChildren(worded('p', 'notFetched'));
    }
    compare.disabled = false;
  }

  return {
    element: make(
      'details',
      { class: 'comparison' },
      worded('summary', 'compare'),
      make('div', { class: 'fields' }, ...fields),
      result,
    ),
    /** @param {Entry[]} entries the newest first */
    add(entries) {
      for (const { revision, at, items } of entries) {
        const words = `${say('step', { revision })} · ${momentWords(at)} · ${items[0] ?? ''}`;
        const option = () => make('option', { value: revision }, words.slice(0, 60));
        from.insertBefore(option(), from.lastElementChild);
        to.append(option());
      }
      from.value = '0';
    },
  };
}

/** @param {{ label: string, lines: string[] }[]} sections */
function differencesView(sections) {
  if (sections.length === 0) return [worded('p', 'sameForm')];
  return sections.flatMap(({ label, lines }) => [
    make('h3', {}, label),
    make('ul', {}, ...lines.map((line) => make('li', {}, line))),
  ]);
}
