// @ts-check
/** @import { Cell, FormView, HeadLine, Section, Text } from './types.js' */
/** @import { Drawing } from './sheet-text.js' */
import { make, prefersStillness, setAttribute } from './dom.js';
import { findingsByPlace, gravest } from './findings.js';
import { sectionsOfRows } from './form-places.js';
import { reconcile } from './reconcile.js';
import { makeText, patchText, textKey } from './sheet-text.js';

/** How much of its width the first column, which holds labels, keeps on a phone. */
const NARROW_LABELS = 0.7;

/**
 * The form as it will be printed. An update touches only what changed.
 *
 * @param {HTMLElement} paper
 * @param {HTMLElement} desk what it scrolls in
 * @param {{ onBlank: (place: string) => void }} hooks
 */
export function openSheet(paper, desk, { onBlank }) {
  const head = make('div', { class: 'head-lines' });
  const columns = make('colgroup');
  const body = make('tbody');
  paper.append(head, make('table', {}, columns, body));
  // What scrolls must be within reach of the keyboard.
  paper.tabIndex = 0;
  let filing = '';

  paper.addEventListener('click', ({ target }) => press(target));
  paper.addEventListener('keydown', (event) => {
    if ((event.key === 'Enter' || event.key === ' ') && press(event.target)) event.preventDefault();
  });

  /** @param {EventTarget | null} target */
  function press(target) {
    const place = target instanceof Element && target.closest('[data-place]');
    if (place) onBlank(place.getAttribute('data-place') ?? '');
    return Boolean(place);
  }

  /** @param {string} place @returns {HTMLElement | null} */
  const find = (place) => paper.querySelector(`[data-place="${CSS.escape(place)}"]`);

  return {
    find,
    /** @param {FormView} view */
    update(view) {
      const isOther = filing !== view.filing;
      const drawing = {
        findings: findingsByPlace(view.findings),
        asked: new Set(view.asked),
        isFirst: isOther,
      };
      filing = view.filing;
      const change = () => {
        drawHead(head, view.sheet.before, drawing);
        drawColumns(columns, view.sheet.columns);
        drawRows(body, view, drawing);
      };
      if (isOther) {
        change();
        desk.scrollTop = 0;
      } else holdScroll(desk, paper, change);
    },
    /** Shows a place, in the middle of what is seen. @param {string} place @returns whether it is there */
    reveal(place) {
      const element = find(place);
      const behavior = prefersStillness() ? 'auto' : 'smooth';
      element?.scrollIntoView({ block: 'center', behavior });
      return element;
    },
  };
}

/** @param {Element} head @param {readonly HeadLine[]} lines @param {Drawing} drawing */
function drawHead(head, lines, drawing) {
  reconcile(head, lines, {
    keyOf: ({ role }) => role,
    make: ({ role }) => make(role === 'title' ? 'h2' : 'p', { class: role }),
    patch: (element, { texts }) => drawTexts(element, texts, 'span', drawing),
  });
}

/** @param {Element} group @param {readonly number[]} widths in millimetres */
function drawColumns(group, widths) {
  const wide = widths.reduce((sum, width) => sum + width, 0);
  const lost = (widths[0] ?? 0) * (1 - NARROW_LABELS);
  reconcile(
    group,
    widths.map((width, at) => ({ width, at })),
    {
      keyOf: ({ at }) => String(at),
      make: () => make('col'),
      patch: (element, { width, at }) => {
        const narrow = (at === 0 ? width - lost : width) / (wide - lost);
        const { style } = /** @type {HTMLElement} */ (element);
        style.setProperty('--wide', `${(width / wide) * 100}%`);
        style.setProperty('--narrow', `${narrow * 100}%`);
      },
    },
  );
}

/** @param {Element} body @param {FormView} view @param {Drawing} drawing */
function drawRows(body, view, drawing) {
  const sections = sectionsOfRows(view);
  const rows = view.sheet.rows.map(({ minHeight }, row) => ({
    minHeight,
    section: sections[row],
    cells: view.sheet.cells.filter((cell) => cell.row === row),
  }));
  reconcile(body, rows, {
    keyOf: ({ cells, section }) => rowKey(cells, section),
    make: () => make('tr'),
    patch: (element, { cells, minHeight, section }) => {
      const tr = /** @type {HTMLElement} */ (element);
      tr.style.setProperty('--least', `${minHeight}mm`);
      setAttribute(tr, 'class', section?.isCurrent && 'current');
      reconcile(tr, cells, {
        keyOf: cellKey,
        make: (cell) => make(isHeader(cell) ? 'th' : 'td'),
        patch: (each, cell) => drawCell(each, cell, drawing),
      });
    },
  });
}

/** A line of a list keeps its row wherever it moves. @param {Cell[]} cells @param {Section} [section] */
function rowKey(cells, section) {
  const blank = cells.flatMap(({ paragraphs }) => paragraphs).find((text) => text.blank)?.blank;
  if (blank) return `${blank.step}/${blank.row ?? ''}`;
  const words = cells.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
  return `${section?.id}:${cells[0]?.role}:${words[0]?.replace(/\d/g, '')}`;
}

/** @param {Cell} cell */
function cellKey(cell) {
  return `${cell.column}/${cell.role}`;
}

/** @param {Cell} cell */
function isHeader({ role }) {
  return role === 'label' || role === 'group' || role === 'head';
}

/** @param {Element} element @param {Cell} cell @param {Drawing} drawing */
function drawCell(element, cell, drawing) {
  const { role, align, vertical, rowSpan, columnSpan, paragraphs } = cell;
  const only = paragraphs.length === 1 ? paragraphs[0]?.blank : undefined;
  const grave = only && gravest(drawing.findings.get(only.place) ?? []);
  const found = grave && (grave.isNoted ? 'is-known' : `is-${grave.severity}`);
  const wanted = only && drawing.asked.has(only.place) && 'is-wanted';
  const name = [
    role,
    align,
    vertical && 'vertical',
    only && 'one',
    only?.state === 'asked' && 'is-asked',
    found,
    wanted,
  ];
  setAttribute(element, 'class', name.filter(Boolean).join(' '));
  setAttribute(element, 'rowspan', rowSpan > 1 && rowSpan);
  setAttribute(element, 'colspan', columnSpan > 1 && columnSpan);
  setAttribute(element, 'scope', isHeader(cell) && (role === 'head' ? 'col' : 'row'));
  drawTexts(element, paragraphs, 'p', drawing);
}

/** @param {Element} element @param {readonly Text[]} texts @param {'p' | 'span'} tag @param {Drawing} drawing */
function drawTexts(element, texts, tag, drawing) {
  reconcile(element, texts, {
    keyOf: textKey,
    make: (text) => makeText(text, tag),
    patch: (each, text) => patchText(each, text, drawing),
  });
}

/**
 * Leaves what is read where it is on the screen, whatever grows or shrinks above it: the blank that has the
 * focus, or the first that is seen.
 *
 * @param {HTMLElement} desk
 * @param {HTMLElement} paper
 * @param {() => void} change
 */
function holdScroll(desk, paper, change) {
  const { top, bottom } = desk.getBoundingClientRect();
  const topOf = (/** @type {Element} */ element) => element.getBoundingClientRect().top;
  const isSeen = (/** @type {Element} */ element) =>
    topOf(element) >= top && topOf(element) < bottom;
  const focused = paper.querySelector(':focus');
  const kept =
    focused && isSeen(focused) ? focused : [...paper.querySelectorAll('.blank')].find(isSeen);
  const before = kept && topOf(kept);
  change();
  if (!kept?.isConnected || before === undefined) return;
  const moved = topOf(kept) - before;
  if (moved !== 0) desk.scrollTop += moved;
}
