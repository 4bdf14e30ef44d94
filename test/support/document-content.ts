import type { Answers } from '../../src/forms/answers.js';
import { takeContent } from '../../src/forms/content.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { readDocument } from '../../src/reading/document/read-document.js';
import { rawDocument } from './raw-documents.js';

const form = departmentOverall();

export const TITLE = form.title;

type Rows = Parameters<typeof rawDocument>[0];

/** What the form takes from rows under its title, and what it names instead; undefined when it is no such form. */
export function contentOf(rows: Rows, lines: readonly string[] = [TITLE]) {
  const read = readDocument(form, rawDocument(rows, lines));
  if (!read) return undefined;
  const { answers, remarks } = takeContent(form.steps, read.content);
  return {
    ...inShort(answers),
    unplaced: read.unplaced.map(({ words }) => words),
    ...(remarks.unread?.length && { unread: remarks.unread.map(({ words }) => words) }),
    ...(remarks.strays?.length && { strays: remarks.strays }),
    ...(Object.keys(remarks.totals ?? {}).length > 0 && { totals: remarks.totals }),
  };
}

/** What is on a form, in short: values, and lines as their cells. */
export function inShort({ values, rows }: Answers): Readonly<Record<string, unknown>> {
  return {
    ...Object.fromEntries(Object.entries(values).map(([id, { value }]) => [id, value])),
    ...Object.fromEntries(
      Object.entries(rows).map(([id, lines]) => [
        id,
        lines.map(({ cells }) => Object.values(cells).map(({ value }) => value)),
      ]),
    ),
  };
}
