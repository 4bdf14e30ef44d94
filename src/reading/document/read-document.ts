import type { HeadUnit } from '../../domain/read-amount.js';
import { halfWidth, trim } from '../../domain/text.js';
import type { Content, SaidLine, SaidWords } from '../../forms/content.js';
import type { Form, RowsStep } from '../../forms/form.js';
import type { RawCell, RawDocument, RawRows } from '../raw-document.js';
import { headUnit } from '../table-plan.js';
import { bareLabel, type DocumentPart, filled, partsOf, wordsOf } from './parts.js';
import { type FoundLines, readLines } from './tables.js';
import { findValues } from './values.js';

/** Words that a document holds and the form has no place for. */
export interface Unplaced {
  readonly words: string;
  readonly at: string;
}

/** What a document says about a form. */
export interface DocumentContent {
  readonly content: Content;
  readonly unplaced: readonly Unplaced[];
}

/**
 * Understands a document by its labels and the heads of its columns, never by the number of a row or a column.
 * Undefined when it is no such form.
 */
export function readDocument(form: Form, document: RawDocument): DocumentContent | undefined {
  const parts = [
    ...partsOf(
      form,
      document.lines.map((line) => [line]),
    ),
    ...partsOf(form, document.rows),
  ];
  const unit = unitOf(parts);
  const values = findValues(form, loosePart(parts));
  const tables = parts.flatMap((part) => {
    const found = part.type === 'table' && readLines(form, part.list, part.rows, unit);
    return found ? [found] : [];
  });
  const isTitled = looseCells(parts).some((cell) => bareLabel(wordsOf(cell)).includes(form.title));
  const partCount = parts.filter(({ type }) => type !== 'loose').length;
  if (!isTitled && partCount + values.values.size < FEWEST_PARTS) return undefined;
  return {
    content: {
      values: withoutFollowers(form, {
        ...yearIn(form, looseCells(parts)),
        ...withUnit(form, Object.fromEntries(values.values), unit),
      }),
      rows: linesOf(form, parts, tables),
      totals: Object.fromEntries(tables.flatMap(({ totals }) => [...totals])),
      strays: tables.flatMap(({ strays }) => strays),
      ...reviewIn(form, parts),
    },
    unplaced: unplacedIn(form, parts, tables, values.used),
  };
}

/** A document without the form's title is one when it has at least so many of its parts. 〔推〕 */
const FEWEST_PARTS = 3;

function loosePart(parts: readonly DocumentPart[]): RawRows {
  return parts.flatMap((part) => (part.type === 'loose' ? part.rows : []));
}

function looseCells(parts: readonly DocumentPart[]): readonly RawCell[] {
  return loosePart(parts).flatMap(filled);
}

/** （万元） behind a label, or 单位：元 above the table: the unit of bare figures. */
function unitOf(parts: readonly DocumentPart[]): HeadUnit | undefined {
  const [unit] = looseCells(parts).flatMap((cell) => {
    const words = halfWidth(wordsOf(cell)).replace(/\s/g, '');
    const named =
      /单位[:：]?(?:人民币)?(万元|亿元|元)/.exec(words) ?? /\((万元|亿元|元)\)$/.exec(words);
    return headUnit(named?.[1]) ?? [];
  });
  return unit;
}

/** The figures that stand bare under a head with a unit. */
function withUnit({ steps }: Form, values: Content['values'], unit: HeadUnit | undefined) {
  const entries = Object.entries(values).map(([id, said]) => {
    const step = steps.get(id);
    const isAmount = step?.type === 'value' && step.reads === 'amount';
    return [id, isAmount && said ? { ...said, unit } : said] as const;
  });
  return Object.fromEntries(entries);
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

const YEAR = /^[（(]?\s*((?:19|20|21)\d{2})\s*年度?\s*[）)]?/;

/** （ 2020 年度） under the title, or 2020年度 before it. */
function yearIn(form: Form, cells: readonly RawCell[]): Record<string, SaidWords> {
  const step = [...form.steps.values()].find(
    (each) => each.type === 'value' && each.reads === 'year',
  );
  const found = cells.flatMap((cell) => {
    const year = YEAR.exec(halfWidth(wordsOf(cell)).replaceAll(/\s/g, ''))?.[1];
    return year === undefined ? [] : [{ words: year, at: cell.at }];
  });
  return step && found[0] ? { [step.id]: found[0] } : {};
}

function linesOf(
  form: Form,
  parts: readonly DocumentPart[],
  tables: readonly FoundLines[],
): Content['rows'] {
  const rows = new Map<string, readonly SaidLine[]>();
  const add = (step: string, lines: readonly SaidLine[]) =>
    rows.set(step, [...(rows.get(step) ?? []), ...lines]);
  for (const part of parts) if (part.type === 'texts') add(part.list.id, textsIn(part));
  for (const table of tables) for (const [step, lines] of table.rows) add(step, lines);
  return Object.fromEntries([...rows].filter(([step]) => form.steps.has(step)));
}

const NUMBERED = /^(\d{1,3})\s*[、.．](?!\d)\s*/;

/** The paragraphs of a list of texts. Under a number, what follows without one goes on with it. */
function textsIn({
  list,
  cells,
}: {
  readonly list: RowsStep;
  readonly cells: readonly RawCell[];
}): readonly SaidLine[] {
  const all = cells.flatMap(({ at, paragraphs: own }) => own.map((text) => ({ text, at })));
  // Where there is only one, its line breaks are all there is to tell its items apart, as in a cell of Excel.
  const items = all.flatMap((each) =>
    all.length === 1 ? each.text.split('\n').map((text) => ({ ...each, text })) : [each],
  );
  const paragraphs = items
    .map(({ text, at }) => ({ text: trim(text), at }))
    .filter(({ text }) => text !== '');
  const isNumbered = paragraphs.length > 0 && NUMBERED.test(paragraphs[0]?.text ?? '');
  const lines: { text: string; at: string }[] = [];
  for (const { text, at } of paragraphs) {
    const last = lines.at(-1);
    if (isNumbered && last && !NUMBERED.test(text)) last.text = `${last.text}\n${text}`;
    else lines.push({ text, at });
  }
  const [column] = list.columns;
  return lines.map(({ text, at }) => ({
    [column?.id ?? '']: { words: list.numbered ? text.replace(NUMBERED, '') : text, at },
  }));
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

/** Everything that was not understood, but for titles, labels and what is printed on every form. */
function unplacedIn(
  form: Form,
  parts: readonly DocumentPart[],
  tables: readonly FoundLines[],
  used: ReadonlySet<RawCell>,
): readonly Unplaced[] {
  const loose = looseCells(parts).filter((cell) => !used.has(cell) && !isPrinted(form, cell));
  const cells = [...loose, ...tables.flatMap(({ unplaced }) => unplaced)];
  return cells.map((cell) => ({ words: wordsOf(cell), at: cell.at }));
}

/** 附件2, 预算公开表10, 单位：万元, 草稿, and every name of a part of the form. */
const PRINTED =
  /^附[件表]?\d*$|^\S{0,10}表\d*$|^(?:金额)?单位[:：]?(?:人民币)?(?:万元|亿元|元)$|^草稿/;

function isPrinted(form: Form, cell: RawCell): boolean {
  const words = bareLabel(wordsOf(cell));
  const names = [...form.sections, ...form.questions, ...form.steps.values()];
  return (
    words === '' ||
    words.includes(form.title) ||
    PRINTED.test(words) ||
    YEAR.test(halfWidth(wordsOf(cell)).replaceAll(/\s/g, '')) ||
    names.some(({ label }) => label === words)
  );
}
