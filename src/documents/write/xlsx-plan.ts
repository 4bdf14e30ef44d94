import type { Amount } from '../../domain/amount.js';
import type { Sheet } from '../../forms/sheet.js';
import { planChecks } from './xlsx-check-sheet.js';
import { planForm } from './xlsx-form-sheet.js';

/** What stands in a cell. Text is never taken for a formula, whatever it begins with; empty text is a blank. */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly amount: Amount };

/** A formula stands without its =. Its result is what is seen before anything is computed anew. */
export type CellContent =
  | CellValue
  | { readonly kind: 'formula'; readonly formula: string; readonly result: CellValue };

export interface CellStyle {
  /** The type face by its name. */
  readonly face: string;
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
  /** RRGGBB; black where there is none. */
  readonly color?: string;
  readonly align: 'left' | 'center' | 'right';
  readonly valign: 'top' | 'center' | 'bottom';
  /** Text wraps. A number never does: it shrinks, because one that does not fit shows as ####. */
  readonly fit: 'wrap' | 'shrink';
  /** Characters one above the other. */
  readonly stacked?: boolean;
  /** Which edges are ruled. */
  readonly edges: { readonly top: boolean; readonly bottom: boolean; readonly sides: boolean };
  /** How a number is shown. */
  readonly format?: string;
}

/** A cell of the spreadsheet by its top left corner, counted from 0. One that spans more is merged. */
export interface PlannedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly content: CellContent;
  readonly style: CellStyle;
}

export interface SheetPlan {
  readonly name: string;
  /** Widths in millimetres. */
  readonly columns: readonly number[];
  /** Heights in points. */
  readonly rows: readonly number[];
  /** Rows, counted from 0, before which a new page begins. */
  readonly breaks: readonly number[];
  readonly cells: readonly PlannedCell[];
}

/** A workbook in terms that every spreadsheet library knows. */
export interface WorkbookPlan {
  readonly title: string;
  readonly sheets: readonly SheetPlan[];
  /** In the header of every page of a draft. */
  readonly draftMark?: string;
}

/** The form, and behind it what its figures add up to. */
export function planWorkbook(sheet: Sheet): WorkbookPlan {
  const form = planForm(sheet);
  return {
    title: sheet.title,
    sheets: [form.plan, planChecks(sheet, form)],
    ...(sheet.draftMark !== undefined && { draftMark: sheet.draftMark }),
  };
}
