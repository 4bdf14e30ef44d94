import { trim } from '../../domain/text.js';
import type { Content, SaidLine } from '../../forms/content.js';
import type { Form } from '../../forms/form.js';
import type { RawDocument } from '../raw-document.js';
import { type Stretch, stretchOf, wordsOf } from './cell-words.js';
import { type ValueName, valueNames } from './labels.js';
import { type DocumentPart, partsOf } from './parts.js';
import { type Sighting, settled } from './sightings.js';
import { type FoundLines, readLines } from './tables.js';
import { readTexts } from './texts.js';
import { isTitled } from './titles.js';
import { type UnitAt, unitsOf } from './units.js';
import { withoutPrinted } from './unplaced.js';
import { findValues } from './values.js';
import { yearsIn } from './year.js';

/** Words that a document holds and the form has no place for. */
export type Unplaced = Stretch;

/** What a document says about a form. */
export interface DocumentContent {
  readonly content: Content;
  readonly unplaced: readonly Unplaced[];
}

/**
 * Understands a document by its labels and the heads of its columns, never by the number of a row or a column.
 * Whatever is not understood is named. Undefined when it is no such form.
 */
export function readDocument(form: Form, document: RawDocument): DocumentContent | undefined {
  const names = valueNames(form);
  const paragraphs = document.lines.map((line) => [line]);
  const parts = [...partsOf(form, names, paragraphs), ...partsOf(form, names, document.rows)];
  const loose = parts.flatMap((part) => (part.type === 'loose' ? part.rows : []));
  const unitAt = unitsOf(document, loose);
  const found = parts.map((part) => readPart(form, part, unitAt, names));
  const { values, unplaced } = settled([
    ...yearsIn(form, loose),
    ...found.flatMap(({ sightings = [] }) => sightings),
  ]);
  if (!isForm(form, document, parts, Object.keys(values).length)) return undefined;
  const { totals, pieces } = totalsOf(found);
  const rest = [...found.flatMap((each) => each.rest), ...pieces];
  return {
    content: {
      values: withoutFollowers(form, values),
      rows: joinedLines(found.flatMap(({ rows = [] }) => rows)),
      totals,
      strays: found.flatMap(({ strays = [] }) => strays),
      ...reviewIn(form, parts),
    },
    unplaced: eachOnce([...withoutPrinted(form, rest, values), ...unplaced]),
  };
}

function eachOnce(all: readonly Stretch[]): readonly Stretch[] {
  return [...new Map(all.map((each) => [`${each.at} ${each.words}`, each])).values()];
}

/** What one part of a document says. */
interface PartFound {
  readonly rest: readonly Stretch[];
  readonly sightings?: readonly Sighting[];
  readonly rows?: Lines;
  readonly totals?: FoundLines['totals'];
  readonly strays?: FoundLines['strays'];
}

type Lines = readonly (readonly [step: string, lines: readonly SaidLine[]])[];

function readPart(
  form: Form,
  part: DocumentPart,
  unitAt: UnitAt,
  names: readonly ValueName[],
): PartFound {
  switch (part.type) {
    case 'loose':
      return findValues(names, part.rows, unitAt);
    case 'texts': {
      const { lines, unplaced } = readTexts(part.list, part.rows);
      return { rest: unplaced, rows: [[part.list.id, lines]] };
    }
    case 'table': {
      const { rows, totals, strays, unplaced } = readLines(form, part, unitAt(part.rows[0]));
      return { rest: unplaced, rows: [...rows], totals, strays };
    }
    case 'words':
      return { rest: part.cells.map(stretchOf) };
    case 'review':
      return { rest: [] };
    default:
      return part satisfies never;
  }
}

/** A document without the form's title is one when it has so many of its parts, a list among them. 〔推〕 */
const FEWEST_PARTS = 3;

function isForm(
  form: Form,
  document: RawDocument,
  parts: readonly DocumentPart[],
  valueCount: number,
): boolean {
  const isList = ({ type }: DocumentPart) => type === 'table' || type === 'texts';
  const partCount = parts.filter(({ type }) => type !== 'loose').length;
  const isLikely = parts.some(isList) && partCount + valueCount >= FEWEST_PARTS;
  return isTitled(form, document) ?? isLikely;
}

/** 部门名称 that is 填报单位 once more says nothing of its own: it follows it. */
function withoutFollowers({ steps }: Form, values: Content['values']): Content['values'] {
  const entries = Object.entries(values).filter(([id, said]) => {
    const step = steps.get(id);
    const followed = step?.type === 'value' ? step.follows : undefined;
    return followed === undefined || values[followed]?.words !== said?.words;
  });
  return Object.fromEntries(entries);
}

/** The lines of each list, from all its parts in their order. */
function joinedLines(all: Lines): Content['rows'] {
  const rows = new Map<string, readonly SaidLine[]>();
  for (const [step, lines] of all) rows.set(step, [...(rows.get(step) ?? []), ...lines]);
  return Object.fromEntries(rows);
}

/** The totals of the lists that are one table; those of several tables are each the total of a piece. */
function totalsOf(found: readonly PartFound[]) {
  const all = found.flatMap(({ totals = [] }) => [...totals]);
  const isOnly = ([list]: (typeof all)[number]) =>
    all.filter(([other]) => other === list).length === 1;
  const pieces = all.filter((each) => !isOnly(each)).flatMap(([, line]) => Object.values(line));
  return {
    totals: Object.fromEntries(all.filter(isOnly)),
    pieces: pieces.flatMap((said) =>
      said?.words ? [{ words: said.words, at: said.at ?? '' }] : [],
    ),
  };
}

/** What the bureau's box holds besides what is printed in it. */
function reviewIn({ review }: Form, parts: readonly DocumentPart[]): { review?: string } {
  const words = parts
    .flatMap((part) => (part.type === 'review' ? part.cells.map(wordsOf) : []))
    .join('\n');
  const written = (review?.printed ?? []).reduce(
    (left, printed) => left.replaceAll(printed, ''),
    words.replace(/[\s　]+/g, ''),
  );
  return written === '' ? {} : { review: trim(words) };
}
