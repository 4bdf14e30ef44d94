import { type Amount, compare, decimals, minus, sum } from '../../domain/amount.js';
import { cellName } from '../../domain/cell-name.js';
import type { Place } from '../../domain/finding.js';
import { type Cell, type Paragraph, type Sheet, type SheetSum, textOf } from '../../forms/sheet.js';
import { isExact } from './xlsx-figures.js';
import { FORM_SHEET, type FormPlan } from './xlsx-form-sheet.js';
import type { CellContent, CellValue } from './xlsx-plan.js';

const WORDS = {
  amount: '金额（万元）',
  result: '核对结果',
  sum: '合计',
  difference: '差额（应为 0）',
  agrees: '相符',
  differs: '不相符，请核对',
} as const;

/** Differences count to this many decimals, or more where amounts have more: beyond that they are binary noise. */
const DECIMALS = 6;
/** The column of amounts, counted from 0. */
const AMOUNTS = 1;

/** A line of the sheet of checks. */
export interface CheckLine {
  /** Empty for the free line between two blocks. */
  readonly label: string;
  readonly amount: CellContent;
  readonly result: CellContent;
  readonly isHead?: true;
}

const NOTHING: CellValue = { kind: 'text', text: '' };
const FREE: CheckLine = { label: '', amount: NOTHING, result: NOTHING };

/**
 * What is to be checked, block by block with a free line between them.
 *
 * @param above how many rows of the spreadsheet stand above.
 */
export function checkLines(sheet: Sheet, form: FormPlan, above: number): readonly CheckLine[] {
  const lines: CheckLine[] = [];
  for (const each of sheet.sums) {
    lines.push(...sumBlock(each, sheet, form, above + lines.length));
  }
  return [...lines, ...totalsBlock(sheet, form)];
}

/** The figures that should add up to another. `first` is the row in which the block begins. */
function sumBlock(
  { label, terms, whole }: SheetSum,
  sheet: Sheet,
  form: FormPlan,
  first: number,
): readonly CheckLine[] {
  const total = figureAt(whole, sheet);
  const parts = terms.flatMap((term) => figureAt(term, sheet) ?? []);
  if (!total || parts.length === 0) return [];
  const amounts = [...parts, total].map(amountOf);
  const added = sum(amounts.slice(0, -1));
  const difference = minus(added, amountOf(total));
  const isLive = [...amounts, added, difference].every(isExact);
  const at = (line: number) => cellName(first + line, AMOUNTS);
  const sumLine = parts.length + 1;
  const places = Math.max(DECIMALS, ...amounts.map(decimals));
  return [
    headLine(label),
    ...parts.map((part) => figureLine(labelOf(part), part, form)),
    amountLine(`${nounOf(label)}${WORDS.sum}`, added, isLive && `SUM(${at(1)}:${at(sumLine - 1)})`),
    figureLine(labelOf(total), total, form),
    {
      ...amountLine(
        WORDS.difference,
        difference,
        isLive && `ROUND(${at(sumLine)}-N(${at(sumLine + 1)}),${places})`,
      ),
      result: verdict(
        difference,
        isLive && `IF(${at(sumLine + 2)}=0,"${WORDS.agrees}","${WORDS.differs}")`,
      ),
    },
    FREE,
  ];
}

/** The totals of the form's columns, beside the figures that the form as a whole comes to. */
function totalsBlock(sheet: Sheet, form: FormPlan): readonly CheckLine[] {
  const totals = sheet.cells.filter(({ sums }) => sums !== undefined);
  const head = sheet.cells.find(({ row }) => row === totals[0]?.row);
  if (!head) return [];
  const wholes = new Set(sheet.sums.flatMap(({ whole }) => figureAt(whole, sheet) ?? []));
  return [
    headLine(textOf(head)),
    ...totals.flatMap((cell) =>
      cell.paragraphs.map((paragraph) => figureLine(headOf(cell, sheet), paragraph, form)),
    ),
    ...[...wholes].map((whole) => figureLine(labelOf(whole), whole, form)),
  ];
}

function headLine(label: string): CheckLine {
  return {
    label,
    amount: { kind: 'text', text: WORDS.amount },
    result: { kind: 'text', text: WORDS.result },
    isHead: true,
  };
}

/** A figure of the form, which it follows; blank where the form has none. */
function figureLine(label: string, paragraph: Paragraph, form: FormPlan): CheckLine {
  const amount = paragraph.figure?.amount ?? null;
  const place = form.addressOf(paragraph);
  const source = `${FORM_SHEET}!${place}`;
  const isLive = place !== undefined && isExact(amount);
  return amountLine(label, amount, isLive && `IF(ISNUMBER(${source}),${source},"")`);
}

/** An amount with the formula that works it out, where a spreadsheet can: else it stands as text. */
function amountLine(label: string, amount: Amount | null, formula: string | false): CheckLine {
  const value: CellValue =
    amount === null || formula === false
      ? { kind: 'text', text: amount ?? '' }
      : { kind: 'number', amount };
  return { label, amount: live(formula, value), result: NOTHING };
}

function verdict(difference: Amount, formula: string | false): CellContent {
  const text = compare(difference, '0') === 0 ? WORDS.agrees : WORDS.differs;
  return live(formula, { kind: 'text', text });
}

function live(formula: string | false, result: CellValue): CellContent {
  return formula === false ? result : { kind: 'formula', formula, result };
}

function figureAt({ step, row, column }: Place, { cells }: Sheet): Paragraph | undefined {
  return cells
    .flatMap(({ paragraphs }) => paragraphs)
    .find(
      ({ bind, figure }) =>
        figure && bind?.step === step && bind.row === row && bind.column === column,
    );
}

/** Blank counts as zero. */
function amountOf({ figure }: Paragraph): Amount {
  return figure?.amount ?? '0';
}

/** What a figure is called: 公共财政拨款 of 其中：公共财政拨款：. */
function labelOf({ figure }: Paragraph): string {
  return figure?.before.split('：').findLast((words) => words !== '') ?? '';
}

/** 收入 of 按收入性质分; another label stands for itself. */
function nounOf(label: string): string {
  return /^按(.+?)(?:性质)?分$/.exec(label)?.[1] ?? label;
}

/** What the column of a total is called: the head next above the rows it adds up. */
function headOf({ column, sums }: Cell, { cells }: Sheet): string {
  const head = cells.findLast(
    (cell) => cell.role === 'head' && cell.column === column && cell.row < (sums?.[0] ?? 0),
  );
  return head ? textOf(head) : '';
}
