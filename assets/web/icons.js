// @ts-check

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Outlines on a grid of 16. The three severities differ in shape as well as in colour: a disc with a
 * cross, a triangle with a mark, a square with an i.
 */
const PATHS = {
  error: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2',
  warning: 'M8 1.6 15.2 14.4H.8zM8 6.2v4M8 12.1v.5',
  hint: 'M2 2h12v12H2zM8 7.2v4M8 4.6v.5',
  done: 'M3 8.5l3.2 3.2L13 4.8',
  file: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3',
  attach:
    'M12.5 7.2 7.6 12a3 3 0 0 1-4.2-4.2l5.3-5.3a2 2 0 0 1 2.8 2.8l-5.3 5.3a1 1 0 0 1-1.4-1.4l4.6-4.6',
  send: 'M8 13.5v-11M3.5 7 8 2.5 12.5 7',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
};

/** @typedef {keyof typeof PATHS} IconName */

/**
 * A picture beside words that say the same: readers of the screen skip it.
 *
 * @param {IconName} name
 */
export function icon(name) {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', '0 0 16 16');
  picture.setAttribute('class', `icon icon-${name}`);
  picture.setAttribute('aria-hidden', 'true');
  picture.setAttribute('focusable', 'false');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  picture.append(path);
  return picture;
}

/** @type {Record<string, string>} */
const FAMILIES = { doc: 'word', docx: 'word', xls: 'excel', xlsx: 'excel', pdf: 'pdf' };

/**
 * The sheet of paper that stands for a file, in the colour of its kind, with its ending on it.
 *
 * @param {string} name
 */
export function fileIcon(name) {
  const ending = /\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const badge = document.createElement('span');
  badge.className = `file-icon ${FAMILIES[ending] ?? 'other'}`;
  badge.setAttribute('aria-hidden', 'true');
  badge.append(icon('file'));
  const word = document.createElement('span');
  word.textContent = ending.slice(0, 4).toUpperCase();
  badge.append(word);
  return badge;
}
