import type { Cell, Line } from '../../forms/sheet.js';
import { FACES, RED } from './office-look.js';
import type { CellStyle } from './xlsx-plan.js';

/** Sizes in points. Labels are larger than what stands beside them: 年度预算申请 then breaks in its middle. */
export const SIZE = { title: 22, line: 12, label: 12, cell: 10.5 } as const;

const RULED = { top: true, bottom: true, sides: true };
const FREE = { top: false, bottom: false, sides: false };

/** @param size in points, where it is not that of all cells. */
export function cellStyle(cell: Cell, size?: number): CellStyle {
  const { role, align, vertical } = cell;
  const isBold = role === 'label' || role === 'head';
  return {
    face: isBold ? FACES.label : FACES.text,
    size: size ?? (role === 'label' && !vertical ? SIZE.label : SIZE.cell),
    ...(isBold && { bold: true }),
    align,
    valign: role === 'sign' ? 'bottom' : 'center',
    fit: 'wrap',
    ...(vertical && { stacked: true }),
    edges: RULED,
  };
}

export function lineStyle(role: Line['role'], align: CellStyle['align']): CellStyle {
  return {
    face: FACES.text,
    size: SIZE.line,
    align,
    valign: 'center',
    fit: 'wrap',
    edges: FREE,
    ...faceOfLine(role),
  };
}

function faceOfLine(role: Line['role']): Partial<CellStyle> {
  switch (role) {
    case 'draft-mark':
      return { face: FACES.head, color: RED };
    case 'table-number':
      return { face: FACES.head };
    case 'title':
      return { face: FACES.title, size: SIZE.title, bold: true };
    case 'year':
    case 'signatures':
      return {};
    default:
      return role satisfies never;
  }
}
