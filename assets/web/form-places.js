// @ts-check
/** @import { Blank, FormView, Section, Sheet } from './types.js' */

/**
 * Every blank of a sheet, from the top.
 *
 * @param {Sheet} sheet
 * @returns {Blank[]}
 */
export function blanksOf({ before, cells }) {
  const texts = [
    ...before.flatMap((line) => line.texts),
    ...cells.flatMap((cell) => cell.paragraphs),
  ];
  return texts.flatMap(({ blank }) => blank ?? []);
}

/** @param {FormView} view @param {string} place */
export function blankAt({ sheet }, place) {
  return blanksOf(sheet).find((blank) => blank.place === place);
}

/**
 * Which section the rows of the sheet belong to: that of the blanks beside the label on their left.
 *
 * @param {FormView} view
 * @returns {(Section | undefined)[]}
 */
export function sectionsOfRows({ sections, sheet }) {
  const found = /** @type {(Section | undefined)[]} */ (sheet.rows.map(() => undefined));
  for (const { row, rowSpan, column, role } of sheet.cells) {
    if (column !== 0 || role !== 'label') continue;
    const cells = sheet.cells.filter((cell) => cell.row >= row && cell.row < row + rowSpan);
    const [first] = blanksOf({ ...sheet, before: [], cells });
    const section = sections.find(({ id }) => id === first?.section);
    for (let at = row; at < row + rowSpan; at += 1) found[at] = section;
  }
  return found;
}

/**
 * The blanks of a section, from the top.
 *
 * @param {FormView} view
 * @param {string} section
 * @returns {Blank[]}
 */
export function blanksIn({ sheet }, section) {
  return blanksOf(sheet).filter((blank) => blank.section === section);
}
