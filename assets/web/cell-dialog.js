// @ts-check
/** @import { Blank, Finding, FormView } from './types.js' */
import { tell } from './composer.js';
import { openDialog, worded, wordedButton } from './dialog.js';
import { byId, make, setAttribute } from './dom.js';
import { findingsByPlace, findingView } from './findings.js';
import { blankAt } from './form-places.js';
import { originView } from './origin.js';
import { show } from './words.js';

/**
 * What a person may do with a blank.
 *
 * @typedef {{
 *   onFill: (blank: Blank, text: string) => void,
 *   onSay: (text: string) => void,
 *   onClose: (place: string) => void,
 * }} CellHooks
 */

/**
 * One blank: what stands in it, where that came from, what is the matter with it, and how to change it.
 *
 * @param {FormView} view
 * @param {string} place
 * @param {HTMLElement | null} beside the blank on the sheet
 * @param {CellHooks} hooks
 */
export function openCell(view, place, beside, hooks) {
  let blank = blankAt(view, place);
  if (!blank) return undefined;
  const isList = blank.isEmptyList === true;
  const field = isList ? undefined : inputFor(blank);
  const value = make('p', { class: 'value' });
  const news = make('p', { class: 'news', role: 'status' });
  drawValue(value, blank);

  const finish = (/** @type {() => void} */ act) => () => {
    dialog.close();
    act();
  };
  const fill = (/** @type {string} */ text) => {
    const seen = blank;
    if (seen) finish(() => hooks.onFill(seen, text))();
  };
  const save = () => {
    const text = field?.value.trim() ?? '';
    if (text === (blank?.value ?? '') && blank?.state !== 'asked') dialog.close();
    else if (text !== '') fill(text);
    else field?.focus();
  };
  const form = make(
    'form',
    {
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        save();
      },
    },
    ...(field ? fieldParts(field, blank) : [worded('p', 'emptyList')]),
    make(
      'div',
      { class: 'buttons' },
      ...(isList
        ? [
            wordedButton(
              'fillInChat',
              finish(() => hooks.onSay(`修改 ${blank?.label}`)),
              'primary',
            ),
          ]
        : [
            show(make('button', { type: 'submit', class: 'primary' }), 'save'),
            wordedButton('leaveBlank', () => fill('')),
          ]),
      wordedButton('cancel', () => dialog.close()),
      deleteButton(blank, (words) => finish(() => hooks.onSay(words))()),
    ),
  );
  const found = findingsByPlace(view.findings).get(place) ?? [];
  const dialog = openDialog({
    class: 'cell',
    title: titleOf(blank),
    content: [
      value,
      found.length > 0
        ? findingsList(found, (words) => finish(() => hooks.onSay(words))())
        : undefined,
      originView(blank),
      news,
      form,
    ],
    mayDismiss: () => (field?.value ?? '') === (blank?.value ?? ''),
    onClose: () => hooks.onClose(place),
  });
  form.addEventListener('keydown', (event) => {
    if (event.target !== field) return;
    const isEnter = event.key === 'Enter' && !event.isComposing && event.keyCode !== 229;
    if (!isEnter || event.shiftKey) return;
    event.preventDefault();
    save();
  });
  if (beside) standBeside(dialog, beside);
  field?.focus();
  field?.select();

  return {
    /** The form changed while somebody writes: what they write stays. @param {FormView} next */
    update(next) {
      if (next.filing !== view.filing) {
        // What is written here belongs to a form that is not open any more.
        dialog.close();
        tell('otherFiling', {}, true);
        return;
      }
      const now = blankAt(next, place);
      if (now && now.value !== blank?.value) {
        const said = worded('span', 'changedMeanwhile', { value: now.value ?? '' });
        news.replaceChildren(said);
        drawValue(value, now);
      }
      if (now) blank = now;
    },
  };
}

/** @param {Blank} blank */
function titleOf({ label, list, line }) {
  if (line === undefined) return document.createTextNode(label);
  return make('span', {}, `${list} `, worded('span', 'lineNumber', { line }), ` ${label}`);
}

/** @param {HTMLElement} element @param {Blank} blank */
function drawValue(element, { state, value, reads }) {
  const words = {
    asked: () => worded('span', 'nothingYet', undefined, 'muted'),
    blank: () => worded('span', 'onPurpose', undefined, 'muted'),
    filled: () => make('strong', {}, reads === 'amount' ? `${value} 万元` : (value ?? '')),
  }[state]();
  element.replaceChildren(worded('span', 'currentValue', undefined, 'term'), words);
}

/** @param {Blank} blank */
function inputFor({ reads, value }) {
  if (reads === 'text' || reads === 'target') {
    const rows = Math.min(8, Math.max(2, Math.ceil((value ?? '').length / 24)));
    const area = make('textarea', { id: 'cell-input', rows });
    area.value = value ?? '';
    return area;
  }
  const inputmode = reads === 'year' ? 'numeric' : 'text';
  const input = make('input', { id: 'cell-input', type: 'text', inputmode, autocomplete: 'off' });
  input.value = value ?? '';
  return input;
}

/** @param {HTMLElement} field @param {Blank} blank */
function fieldParts(field, { reads }) {
  const label = make('label', { for: field.id });
  return [show(label, reads === 'amount' ? 'newValueAmount' : 'newValue'), field];
}

/** @param {Finding[]} found @param {(words: string) => void} onChange */
function findingsList(found, onChange) {
  const items = found.map((finding) => findingView(finding, { onChange }));
  return make('ul', { class: 'findings' }, ...items);
}

/** @param {Blank} blank @param {(words: string) => void} onSay */
function deleteButton({ list, line }, onSay) {
  if (line === undefined) return undefined;
  return wordedButton('deleteLine', () => onSay(`删除${list}第${line}条`), 'danger');
}

/** Beside its blank where there is room for it: what one writes about stays in sight. */
function standBeside(/** @type {HTMLElement} */ dialog, /** @type {HTMLElement} */ beside) {
  if (innerWidth < 900) return;
  const cell = beside.getBoundingClientRect();
  const { width, height } = dialog.getBoundingClientRect();
  const desk = byId('form').getBoundingClientRect();
  const isBelow = cell.bottom + height + 16 < innerHeight;
  const isAbove = cell.top - height - 16 > 0;
  if (!isBelow && !isAbove) return;
  const left = Math.min(Math.max(cell.left, desk.left + 16), innerWidth - width - 16);
  dialog.style.left = `${left}px`;
  dialog.style.top = `${isBelow ? cell.bottom + 8 : cell.top - height - 8}px`;
  setAttribute(dialog, 'data-beside', true);
}
