// @ts-check
import { textOfHtml } from './clipboard.js';
import { wordedButton } from './dialog.js';
import { byId } from './dom.js';
import { icon } from './icons.js';
import { tableSize } from './table-text.js';
import { say, show } from './words.js';

/** What is said most, by the words for it in the person's language. */
const COMMANDS = /** @type {const} */ (['check', 'diagnose', 'undo', 'redo', 'progress']);

/**
 * Where the person writes. What stands in it survives a reload.
 *
 * @param {{
 *   conversation: string,
 *   longestText: number,
 *   onSay: (text: string) => void,
 *   onFiles: (files: File[]) => void,
 * }} options
 */
export function openComposer({ conversation, longestText, onSay, onFiles }) {
  const draft = /** @type {HTMLTextAreaElement} */ (byId('draft'));
  const send = /** @type {HTMLButtonElement} */ (byId('send'));
  const key = `shenbao.draft/${conversation}`;

  function changed() {
    sessionStorage.setItem(key, draft.value);
    grow(draft);
    send.disabled = draft.value.trim() === '';
    const size = tableSize(draft.value);
    if (size) tell('tableHint', size);
    else hush();
  }

  function submit() {
    const text = draft.value.trimEnd();
    if (text.trim() === '') return;
    if (text.length > longestText) {
      tell('tooLong', { length: text.length, longest: longestText }, true);
      return;
    }
    onSay(text);
    draft.value = '';
    changed();
  }

  draft.addEventListener('input', changed);
  draft.addEventListener('keydown', (event) => {
    // 229: an input method still composes; some browsers say so only this way.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229)
      return;
    event.preventDefault();
    submit();
  });
  draft.addEventListener('paste', (event) => paste(event, draft, onFiles));
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
    draft.focus();
  });
  addFileButton(onFiles);
  byId('send').append(icon('send'));
  byId('commands').append(
    ...COMMANDS.map((name) => wordedButton(name, () => onSay(say(name)), 'chip')),
  );
  addEventListener('resize', () => grow(draft));
  draft.value = sessionStorage.getItem(key) ?? '';
  changed();

  return {
    /** Puts words back that could not be sent, before what was written since. @param {string} text */
    putBack(text) {
      draft.value = draft.value === '' ? text : `${text}\n${draft.value}`;
      changed();
      draft.focus();
    },
    focus: () => draft.focus(),
  };
}

/**
 * A sentence above the box: how large the table in it is, or why something was not sent.
 *
 * @param {import('./words.js').Key} key
 * @param {import('./words.js').Params} params
 * @param {boolean} [isRefusal]
 */
export function tell(key, params, isRefusal = false) {
  const hint = byId('hint');
  hint.classList.toggle('refused', isRefusal);
  show(hint, key, params);
}

function hush() {
  const hint = byId('hint');
  hint.removeAttribute('data-words');
  hint.classList.remove('refused');
  hint.textContent = '';
}

/** Up to 40% of the window, then it scrolls. @param {HTMLTextAreaElement} draft */
function grow(draft) {
  draft.style.height = 'auto';
  draft.style.height = `${Math.min(draft.scrollHeight, innerHeight * 0.4)}px`;
}

/**
 * A table of an office program goes in as rows with tabs. It also comes as a picture, so files are looked at
 * last.
 *
 * @param {ClipboardEvent} event
 * @param {HTMLTextAreaElement} draft
 * @param {(files: File[]) => void} onFiles
 */
function paste(event, draft, onFiles) {
  const { clipboardData } = event;
  if (!clipboardData) return;
  const table = textOfHtml(clipboardData.getData('text/html'));
  const files = [...clipboardData.files];
  if (table !== undefined) insert(draft, table);
  else if (files.length > 0 && clipboardData.getData('text/plain') === '') onFiles(files);
  else return;
  event.preventDefault();
}

/** Characters from which on a browser's own insertion is slow. Measured: 1.4 s for 20,000 in 1,000 lines. */
const LARGE = 4000;

/** @param {HTMLTextAreaElement} draft @param {string} text */
function insert(draft, text) {
  draft.focus();
  // Deprecated, and still the only insertion that Ctrl+Z takes back; a large table would take it seconds.
  if (text.length < LARGE && document.execCommand('insertText', false, text)) return;
  draft.setRangeText(text, draft.selectionStart, draft.selectionEnd, 'end');
  draft.dispatchEvent(new Event('input'));
}

/** @param {(files: File[]) => void} onFiles */
function addFileButton(onFiles) {
  const input = /** @type {HTMLInputElement} */ (byId('files'));
  const button = byId('attach');
  button.append(icon('attach'));
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    onFiles([...(input.files ?? [])]);
    // So that the same file can be chosen again.
    input.value = '';
  });
}
