import type { HeadUnit } from '../domain/read-amount.js';
import type { Grid } from './grid.js';

const UNIT = /单位[:：]?\s*(?:为|是)?(?:人民币)?(万元|元|亿元)/;

const UNIT_ROW = /^[(（]?(?:金额)?单位[:：]?\s*(?:人民币)?(?:万元|元|亿元)[)）]?$/;

/** What stands under a table in a row of its own. */
const NOTE_ROW = /^(?:备?注|说明|注释|填表人|审核人|制表)(?:\d*)[:：]/;

/** A pasted table without what stands around it. */
export interface Trimmed {
  readonly grid: Grid;
  /** 单位：元 above or under the table: the unit of its figures. */
  readonly unit?: HeadUnit;
  /** Notes under it. */
  readonly notes: readonly string[];
}

/** Takes rows off that are no lines of a table: its unit, and the notes under it. */
export function trimmedTable(grid: Grid): Trimmed {
  const alone = (row: readonly string[]) => {
    const filled = row.filter((words) => words !== '');
    return filled.length === 1 ? (filled[0] ?? '') : '';
  };
  const isNote = (row: readonly string[]) => NOTE_ROW.test(alone(row));
  const isAround = (row: readonly string[]) => isNote(row) || UNIT_ROW.test(alone(row));
  const around = grid.filter(isAround).map(alone);
  const [unit] = around.flatMap((words) => headUnit(UNIT.exec(words)?.[1]) ?? []);
  return {
    grid: grid.filter((row) => !isAround(row)),
    notes: grid.filter(isNote).map(alone),
    ...(unit && { unit }),
  };
}

/** 元, 万元 or 亿元 as the unit of a table. */
export function headUnit(words: string | undefined): HeadUnit | undefined {
  if (words === '元') return 'yuan';
  if (words === '万元') return 'wan';
  return words === '亿元' ? 'yi' : undefined;
}

/** The first cell of a row of totals. */
export const TOTAL =
  /^(?:金额|本页|本表|全部|各项)?\s*(?:合\s*计|总\s*计|共\s*计|总\s*额|总\s*数)(?:[（(][^（）()]*[)）])?[:：]?$/;

export const SUBTOTAL = /^小\s*计[:：]?$/;
