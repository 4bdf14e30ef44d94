import type { RawCell, RawRows } from '../raw-document.js';
import { figureBeside, isOfHeads, type LabelPlace, textBeside } from './beside.js';
import { bracketsIn, headWords, type Row, type Stretch, stretchOf, wordsOf } from './cell-words.js';
import { isFigure } from './figures.js';
import { labelIn, type ValueName } from './labels.js';
import { isOfAnyYear } from './periods.js';
import { RANKS, type Sighting } from './sightings.js';
import { bracketUnit, cellUnit, inUnit, type MoneyUnit, type UnitAt } from './units.js';
import { labelPattern, remarkIn, valueFor, valuesWithin } from './within.js';

/** What stands where values do, and all the words that do not. */
export interface FoundValues {
  readonly sightings: readonly Sighting[];
  readonly rest: readonly Stretch[];
}

/** Finds values by their labels: within a text, in a cell beside them, or in the cell below. */
export function findValues(
  names: readonly ValueName[],
  rows: RawRows,
  unitAt: UnitAt,
): FoundValues {
  const pattern = labelPattern(names);
  const found: (FoundInCell & { readonly cell: RawCell })[] = [];
  let heads: readonly (string | undefined)[] = [];
  let side: MoneyUnit | undefined;
  rows.forEach((row, index) => {
    side = sideUnit(names, row, side);
    const unit = side ?? unitAt(row);
    const isHead = isOfHeads(row);
    for (const [column, cell] of row.entries()) {
      if (!cell || wordsOf(cell) === '') continue;
      const name = labelIn(names, cell);
      const place = { names, rows, index, column, heads, isHead };
      found.push({
        cell,
        ...(name
          ? besideLabel(name, cell, place, unit)
          : sightingsWithin(names, pattern, cell, unit)),
      });
    }
    heads = headsUnder(names, row, heads);
  });
  const used = new Set(found.flatMap((each) => each.used ?? []));
  return {
    sightings: found.flatMap(({ sightings }) => sightings),
    rest: found.flatMap(({ cell, rest }) => (used.has(cell) ? [] : rest)),
  };
}

/** What a cell says; `used` are the other cells that hold its value. */
interface FoundInCell extends FoundValues {
  readonly used?: readonly RawCell[];
}

function besideLabel(
  name: ValueName,
  label: RawCell,
  place: LabelPlace,
  unit: MoneyUnit | undefined,
): FoundInCell {
  const found = sightingBeside(name, label, place, unit);
  if (!found) return { sightings: [], rest: [stretchOf(label)] };
  return { sightings: [found.sighting], rest: remarksOf(label), used: found.used };
}

/** A label that has its value says no more than that, but for a figure in its bracket. */
function remarksOf(cell: RawCell): readonly Stretch[] {
  return bracketsIn(wordsOf(cell))
    .flatMap(remarkIn)
    .map((words) => ({ words, at: cell.at }));
}

function sightingBeside(
  name: ValueName,
  label: RawCell,
  place: LabelPlace,
  unit: MoneyUnit | undefined,
): { readonly sighting: Sighting; readonly used: readonly RawCell[] } | undefined {
  const { step } = name;
  if (step.reads !== 'amount') {
    const cell = textBeside(place);
    const words = cell && valueFor(name, wordsOf(cell));
    if (!cell || words === undefined) return undefined;
    const said = { words, at: cell.at };
    return { sighting: { step, said, rank: rankOf(name), shown: wordsOf(cell) }, used: [cell] };
  }
  const found = figureBeside(place);
  if (!found) return undefined;
  if (found === 'blank') {
    const said = { words: '', at: label.at };
    return { sighting: { step, said, rank: RANKS.blank, shown: '' }, used: [] };
  }
  const { cell, head, unit: beside } = found;
  const stated = cellUnit(wordsOf(beside)) ?? bracketUnit(wordsOf(label)) ?? bracketUnit(head);
  const said = inUnit({ words: wordsOf(cell), at: cell.at }, stated ?? unit);
  const used = beside ? [cell, beside] : [cell];
  return { sighting: { step, said, rank: rankOf(name), shown: wordsOf(cell) }, used };
}

function sightingsWithin(
  names: readonly ValueName[],
  pattern: RegExp,
  cell: RawCell,
  unit: MoneyUnit | undefined,
): FoundValues {
  const { at } = cell;
  const paragraphs = cell.paragraphs.map((words) => valuesWithin(names, pattern, words));
  const values = paragraphs.flatMap((paragraph) => paragraph.values);
  if (values.length === 0) return { sightings: [], rest: [stretchOf(cell)] };
  return {
    sightings: values.map(({ name, words, unit: own }) => {
      const { step } = name;
      const said = step.reads === 'amount' ? inUnit({ words, at }, own ?? unit) : { words, at };
      return { step, said, rank: words === '' ? RANKS.blank : rankOf(name), shown: words };
    }),
    rest: paragraphs.flatMap(({ rest }) => rest.map((words) => ({ words, at }))),
  };
}

function rankOf({ isLabel }: ValueName): number {
  return isLabel ? RANKS.label : RANKS.alias;
}

/** 年度预算申请（万元） at the side: the unit of all that stands beside it. */
function sideUnit(
  names: readonly ValueName[],
  row: Row,
  above: MoneyUnit | undefined,
): MoneyUnit | undefined {
  const [first] = row;
  if (!first || wordsOf(first) === '') return above;
  return labelIn(names, first) ? undefined : bracketUnit(wordsOf(first));
}

/** The heads over each column: a text goes on as one until the next, and over the cells that it covers. */
function headsUnder(
  names: readonly ValueName[],
  row: Row,
  above: readonly (string | undefined)[],
): readonly (string | undefined)[] {
  const isLabel = (cell: RawCell) => labelIn(names, cell) !== undefined;
  // A label where a head named a year: the rows have another shape from here on.
  const isOther = row.some((cell, at) => cell && isOfAnyYear(above[at] ?? '') && isLabel(cell));
  const before = isOther ? [] : above;
  let over: string | undefined;
  return Array.from({ length: Math.max(row.length, before.length) }, (_, at) => {
    const cell = row[at];
    if (cell === null) return over ?? before[at];
    const words = headWords(cell);
    const isHead = cell !== undefined && words !== '' && !isFigure(words) && !isLabel(cell);
    over = isHead ? words : undefined;
    return over ?? before[at];
  });
}
