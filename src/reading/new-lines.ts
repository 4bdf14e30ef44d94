import { trim } from '../domain/text.js';
import type { Form, RowsStep } from '../forms/form.js';
import { listHeaded, readItems } from './list-items.js';
import { splitList } from './lists.js';
import { cellsBelowEachOther, inPieces } from './pieces.js';
import { linesInProse } from './prose.js';
import type { Reading, Situation } from './reading.js';
import { readTable } from './tables.js';

/** Lines for a list, however they were sent: one a line, numbered, or told in a sentence. */
export function readNewLines(situation: Situation, step: RowsStep, text: string): Reading {
  const table = cellsBelowEachOther(step, text);
  const grid = table && readTable(situation, table);
  if (grid) return grid;
  const pieces = inPieces(step, text);
  const items = pieces
    ? [pieces]
    : (linesInProse(step, text) ?? splitList(withHeadingLines(situation, text)));
  const notes = items.filter((item) => NOTE.test(item));
  const reading = readItems(
    situation,
    step,
    items.filter((item) => !NOTE.test(item)),
  );
  return reading.type === 'facts' && notes.length > 0 ? { ...reading, notes } : reading;
}

/** 注：以上不含基本支出: said about the lines, none of them. */
const NOTE = /^(?:备?注|说明|注释|填表人|审核人|制表人)[:：]/;

/** 「数量指标：加固水库12座；质量指标：合格率100%」: headings within a line get lines of their own. */
function withHeadingLines({ form }: Situation, text: string): string {
  if (!/[:：]/.test(text)) return text;
  const lines = text.replace(headingOf(form), '$1\n$2\n');
  return lines === text ? text : lines.replace(/[；;]/g, '\n');
}

const headings = new WeakMap<Form, RegExp>();

/** Finds the name of a list with headings before a colon. Forms are fixed data: it is made once a form. */
function headingOf(form: Form): RegExp {
  const known = headings.get(form);
  if (known) return known;
  const names = [...form.steps.values()]
    .filter((each) => each.type === 'rows' && each.headings !== undefined)
    .flatMap(({ label, aliases }) => [label, ...aliases])
    .toSorted((a, b) => b.length - a.length);
  const heading = new RegExp(
    `(^|[；;。\\n])[^\\S\\n]*(${names.join('|')})[^\\S\\n]*[:：][^\\S\\n]*(?=\\S)`,
    'g',
  );
  headings.set(form, heading);
  return heading;
}

/** Whether a text begins with the name of a list and a colon: 成本指标：不超预算. */
export function isHeaded({ form }: Situation, text: string): boolean {
  const name = /^(.{2,16}?)[:：]/.exec(trim(text))?.[1];
  return name !== undefined && listHeaded([...form.steps.values()], name) !== undefined;
}
