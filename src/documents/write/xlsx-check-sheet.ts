import type { Sheet } from '../../forms/sheet.js';
import { cellWidth } from './amount-size.js';
import { FACES } from './office-look.js';
import { lineCount, lineHeight } from './row-heights.js';
import { type CheckLine, checkLines } from './xlsx-checks.js';
import type { FormPlan } from './xlsx-form-sheet.js';
import type { CellContent, CellStyle, PlannedCell, SheetPlan } from './xlsx-plan.js';

/** The sheet of checks. */
const CHECK_SHEET = '核对';

const TITLE = '申报表核对';
const NOTE =
  '本页供财务人员核对，不随申报表报送。各项金额取自“申报表”页，改动后自动重算。单位：万元。';

/** Widths in millimetres. */
const COLUMNS = [84, 40, 50] as const;
/** Heights in points. */
const ROW_HEIGHT = 21;
const TITLE_HEIGHT = 36;
const SIZE = { title: 16, note: 10.5, cell: 11 } as const;
/** Amounts stand below one another by their points. */
const FORMAT = '0.00########';
/** The title, the note, and a free row. */
const ROWS_ABOVE = 3;

/**
 * A second sheet for whoever checks the form: the figures that should add up to another, their sum and the
 * difference, and the totals of the form's columns. All follow the form.
 */
export function planChecks(sheet: Sheet, form: FormPlan): SheetPlan {
  const lines = checkLines(sheet, form, ROWS_ABOVE);
  const width = cellWidth({ column: 0, columnSpan: COLUMNS.length }, COLUMNS);
  const note = lineCount(NOTE, SIZE.note, width) * lineHeight(SIZE.note);
  return {
    name: CHECK_SHEET,
    columns: COLUMNS,
    rows: [TITLE_HEIGHT, note, ROW_HEIGHT / 2, ...lines.map(() => ROW_HEIGHT)],
    breaks: [],
    cells: [
      wide(0, TITLE, { face: FACES.label, size: SIZE.title, bold: true, align: 'center' }),
      wide(1, NOTE, { face: FACES.text, size: SIZE.note, align: 'left' }),
      ...lines.flatMap((line, at) => cellsOf(line, ROWS_ABOVE + at)),
    ],
  };
}

function wide(
  row: number,
  text: string,
  style: Pick<CellStyle, 'face' | 'size' | 'bold' | 'align'>,
): PlannedCell {
  return {
    ...{ row, column: 0, rowSpan: 1, columnSpan: COLUMNS.length },
    content: { kind: 'text', text },
    style: {
      ...style,
      valign: 'center',
      fit: 'wrap',
      edges: { top: false, bottom: false, sides: false },
    },
  };
}

/** A line without a label is the free row between two blocks. */
function cellsOf({ label, amount, result, isHead }: CheckLine, row: number) {
  if (label === '') return [];
  const contents: readonly CellContent[] = [{ kind: 'text', text: label }, amount, result];
  return contents.map((content, column): PlannedCell => {
    const isAmount = column === 1;
    return {
      ...{ row, column, rowSpan: 1, columnSpan: 1, content },
      style: {
        face: isHead ? FACES.label : FACES.text,
        size: SIZE.cell,
        ...(isHead && { bold: true }),
        align: isHead || column === 2 ? 'center' : isAmount ? 'right' : 'left',
        valign: 'center',
        fit: 'shrink',
        edges: { top: true, bottom: true, sides: true },
        ...(isAmount && { format: FORMAT }),
      },
    };
  });
}
