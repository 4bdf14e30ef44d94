import type { SaidLine } from '../../forms/content.js';
import type { Form, RowsStep } from '../../forms/form.js';
import type { RawRows } from '../raw-document.js';
import { listUnder } from '../tables.js';
import { headWords, type Row, type Stretch, withoutBrackets } from './cell-words.js';
import type { Columns } from './columns.js';
import { leftOver, lineColumns, strayColumns, totalColumns } from './left-over.js';
import { isEmpty, isRestOfLine, joined, lineOf, rowsWithin, totalsIn } from './lines.js';
import { isHeadAgain, isPartOrTitle, isSubtotal, isTotal, type Table } from './table-rows.js';
import type { MoneyUnit } from './units.js';

/** What a table of a document holds. */
export interface FoundLines {
  readonly rows: ReadonlyMap<string, readonly SaidLine[]>;
  readonly totals: ReadonlyMap<string, SaidLine>;
  /** Lines under a heading that the form does not have. */
  readonly strays: readonly { readonly heading: string; readonly name: string }[];
  /** What is no line, and what stands in a line under no head of the form. */
  readonly unplaced: readonly Stretch[];
}

/** Reads a table by its heads: columns in any order, more of them than the form has, merged headings. */
export function readLines(
  form: Form,
  table: Table & { readonly rows: RawRows },
  unit: MoneyUnit | undefined,
): FoundLines {
  const { list, columns } = table;
  const own = new Map<string, SaidLine[]>();
  const strays: { heading: string; name: string }[] = [];
  const unplaced: Stretch[] = [];
  const body = table.rows.slice(columns.from).filter((row) => !isHeadAgain(row, table));
  const total = body.findLast((row) => isTotal(row, table));
  let under: Heading = { step: list.headings ? undefined : list, outer: undefined, words: '' };
  const rest = (row: Row, placed: readonly number[]) =>
    unplaced.push(...leftOver(form, row, columns, placed));
  for (const row of body) {
    under = headingOf(form, row, columns, under);
    if (row === total) rest(row, totalColumns(row, columns));
    else if (isApart(row, table)) rest(row, []);
    else {
      const lines = linesIn(row, columns, unit);
      const { step, words: heading } = under;
      if (step) addTo(own, lines, step);
      else strays.push(...straysIn(lines, list, heading));
      rest(row, step ? lineColumns(row, table) : strayColumns(row, columns));
    }
  }
  const totals = total ? [[list.id, totalsIn(total, list, columns, unit)] as const] : [];
  return { rows: own, totals: new Map(totals), strays, unplaced };
}

function linesIn(row: Row, columns: Columns, unit: MoneyUnit | undefined): readonly SaidLine[] {
  const lines = rowsWithin(row, columns).map((each) => lineOf(each, columns, unit));
  return lines.filter((line) => !isEmpty(line));
}

/** Every total but the last, every subtotal and every title over lines is no line. */
function isApart(row: Row, table: Table): boolean {
  return isTotal(row, table) || isSubtotal(row, table) || isPartOrTitle(row, table);
}

/** The first line of a list goes on where a page ended within the last one. */
function addTo(own: Map<string, SaidLine[]>, lines: readonly SaidLine[], step: RowsStep): void {
  const sofar = own.get(step.id) ?? [];
  for (const line of lines) {
    const last = sofar.at(-1);
    if (last && isRestOfLine(line, step)) sofar.splice(-1, 1, joined(last, line, step));
    else sofar.push(line);
  }
  if (sofar.length > 0) own.set(step.id, sofar);
}

/** Lines under a heading that the form does not have, by their names. */
function straysIn(lines: readonly SaidLine[], { columns: [first] }: RowsStep, heading: string) {
  const names = lines.map((line) => line[first?.id ?? '']?.words ?? '');
  return names.filter(Boolean).map((name) => ({ heading, name }));
}

/** The list that lines stand under, with the words of its heading. */
interface Heading {
  readonly step: RowsStep | undefined;
  readonly outer: string | undefined;
  readonly words: string;
}

/** Merged headings go on until the next one; one that the form does not have ends them, too. */
function headingOf(form: Form, row: Row, columns: Columns, before: Heading): Heading {
  const words = row.map((cell) => withoutBrackets(headWords(cell)));
  const [first = -1] = columns.headings;
  const outer = words[first] || before.outer;
  const innermost = columns.headings.map((at) => words[at] ?? '').findLast(Boolean);
  if (innermost === undefined) return before;
  return { step: listUnder(form, words, columns, outer), outer, words: innermost };
}
