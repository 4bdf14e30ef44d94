import { trim } from '../../domain/text.js';
import type { Blank, Form, RowsStep } from '../../forms/form.js';
import { type CellReading, readCell, taken } from '../../reading/cells.js';
import {
  type Doubt,
  doubtOnly,
  type Facts,
  factsOnly,
  type ReadCell,
  type ReadRow,
} from '../../reading/reading.js';
import { doubtNotice } from '../doubts.js';
import { type Notice, notice } from '../notice.js';
import type { Intent, State } from '../state.js';
import { shown } from '../work.js';
import {
  blankInWords,
  type FilledBlank,
  type Fills,
  type FoundBlank,
  findBlank,
  isElsewhere,
  type NewLine,
} from './fill.js';

/** Why nothing of what was written on a form is taken: the form is not the one that was seen. */
export type Refusal = Extract<Intent, { type: 'elsewhere' | 'blank-gone' | 'overtaken' }>;

/** What it means to write into blanks. One that says something else by now keeps all of them as they are. */
export function readFills(form: Form, state: State, written: Omit<Fills, 'type'>): Intent {
  if (isElsewhere(state.filing, written)) return { type: 'elsewhere' };
  const read: Facts[] = [];
  for (const fill of written.fills) {
    const one = readFill(form, state, fill);
    if (one.type !== 'facts') return one;
    read.push(one);
  }
  const steps = [...new Set(written.lines.map(({ step }) => step))];
  const lists = steps.map((step) => {
    const own = written.lines.filter((line) => line.step === step);
    return readLines(form, step, own, state.today);
  });
  return { type: 'reading', reading: joined([...read, ...lists]) };
}

/** For each of some blanks and lines, what is said on why it cannot be taken as it is written. */
export interface FillFaults<Words> {
  readonly fills: readonly (Words | undefined)[];
  readonly lines: readonly (Words | undefined)[];
}

/** What would be said about each of some blanks and lines, before any of them is taken. */
export function fillFaults(
  form: Form,
  state: State,
  written: Fills,
): FillFaults<readonly Notice[]> {
  const elsewhere = isElsewhere(state.filing, written) ? [notice('elsewhere')] : undefined;
  const fault = (read: Facts | Refusal): readonly Notice[] | undefined => {
    if (elsewhere) return elsewhere;
    if (read.type !== 'facts') return [refusalNotice(form, state, read)];
    const [doubt] = read.doubts;
    return doubt && doubtWritten(form, state, doubt);
  };
  return {
    fills: written.fills.map((fill) => fault(readFill(form, state, fill))),
    lines: written.lines.map((line) => fault(readLines(form, line.step, [line], state.today))),
  };
}

/** A doubt about what is written, with what would settle it: beside a blank there is nothing to press. */
function doubtWritten(form: Form, state: State, doubt: Doubt): readonly Notice[] {
  const { candidates = [] } = doubt;
  const words = doubtNotice(form, state, doubt);
  return candidates.length > 0 ? [words, notice('writeOneOf', { amounts: candidates })] : [words];
}

/** Says why nothing was taken, and what stands on the form instead. */
export function refusalNotice(form: Form, { filing }: State, refusal: Refusal): Notice {
  if (refusal.type === 'elsewhere') return notice('elsewhere');
  const found =
    refusal.type === 'overtaken' ? findBlank(form, filing.answers, refusal.ref) : undefined;
  if (!found) return notice('blankGone');
  const value = shown(found.blank, found.value) ?? null;
  return notice('overtaken', { blank: blankInWords(found), value });
}

function readFill(form: Form, { filing, today }: State, fill: FilledBlank): Facts | Refusal {
  const found = findBlank(form, filing.answers, fill);
  if (!found) return { type: 'blank-gone' };
  if ((found.value ?? null) !== fill.was) return { type: 'overtaken', ref: fill };
  return factsOf(fill, found, today);
}

function factsOf({ step, column, text }: FilledBlank, found: FoundBlank, today: string): Facts {
  const { blank, at } = found;
  const read = wordsFor(blank, text, today);
  const isCell = at !== undefined && column !== undefined;
  if (read.type === 'doubt') {
    return doubtOnly({ ...read.doubt, step, ...(isCell && { row: at, column }) });
  }
  return isCell
    ? factsOnly({ type: 'cells', step, row: at, cells: { [column]: read.cell } })
    : factsOnly({ type: 'value', step, cell: read.cell });
}

/** Lines to be added to one list. */
function readLines(form: Form, id: string, lines: readonly NewLine[], today: string): Facts {
  const step = form.steps.get(id);
  if (step?.type !== 'rows') return factsOnly();
  const read = lines.map(({ cells }, newRow) => readCells(step, cells, newRow, today));
  return {
    ...factsOnly({ type: 'rows', step: id, rows: read.map(({ row }) => row) }),
    doubts: read.flatMap(({ doubts }) => doubts),
  };
}

function readCells(
  step: RowsStep,
  cells: NewLine['cells'],
  newRow: number,
  today: string,
): { readonly row: ReadRow; readonly doubts: readonly Doubt[] } {
  const row: Record<string, ReadCell> = {};
  const doubts: Doubt[] = [];
  for (const column of step.columns) {
    const text = cells[column.id] ?? '';
    if (trim(text) === '') continue;
    const read = wordsFor(column, text, today);
    if (read.type === 'cell') row[column.id] = read.cell;
    else doubts.push({ ...read.doubt, step: step.id, newRow, column: column.id });
  }
  return { row, doubts };
}

/** Words for a blank; nothing at all leaves it empty on purpose. */
function wordsFor(blank: Blank, text: string, today: string): CellReading {
  if (trim(text) === '') return taken(null, '');
  const read = readCell(blank, text, today);
  const value = read.type === 'cell' ? read.cell.value : null;
  const isMisfit = value !== null && !blank.schema.safeParse(value).success;
  return isMisfit ? { type: 'doubt', doubt: { code: 'misfit', said: text } } : read;
}

function joined(all: readonly Facts[]): Facts {
  return {
    ...factsOnly(...all.flatMap(({ facts }) => facts)),
    doubts: all.flatMap(({ doubts }) => doubts),
  };
}
