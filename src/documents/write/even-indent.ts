import type { Cell } from '../../forms/sheet.js';

/** A full-width character of a cell, in millimetres: 10.5 pt. */
const CHARACTER = 3.704;
/** Room for a line to be a little longer than its characters, in millimetres. */
const SLACK = 0.4;

/**
 * The indent at both sides, in millimetres, that makes a label of several lines break into even ones
 * (年度预／算申请, not 年度预算申／请), a vertical one into single characters, without cutting the text
 * itself: whoever reads the file finds the label whole. Text that is turned would stand off the middle
 * wherever its cell goes on over a page.
 *
 * @param room the width of the cell between its margins, in millimetres.
 */
export function evenIndent(
  { role, vertical }: Pick<Cell, 'role' | 'vertical'>,
  text: string,
  room: number,
): number {
  const length = text.length * CHARACTER;
  if ((role !== 'label' && role !== 'group') || (length <= room && !vertical)) return 0;
  const lines = vertical ? text.length : Math.ceil(length / room);
  const line = Math.ceil(text.length / lines) * CHARACTER + SLACK;
  return Math.max(0, (room - line) / 2);
}
