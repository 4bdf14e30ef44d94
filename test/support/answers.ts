import type { Answer, Answers, Row } from '../../src/forms/answers.js';

/** An answer that was given in the first entry. */
export function answer(value: string | null, said?: string): Answer {
  return { value, rev: 1, ...(said !== undefined && { said }) };
}

/** Answers written out: values by step, lines as records of cells. Undefined cells stay unasked. */
export function answers(
  values: Readonly<Record<string, string | null>>,
  lists: Readonly<Record<string, readonly Readonly<Record<string, string | null>>[]>> = {},
): Answers {
  const rows = Object.entries(lists).map(([step, lines]): [string, Row[]] => [
    step,
    lines.map((cells, at) => ({
      id: `${step}.1.${at}`,
      cells: Object.fromEntries(Object.entries(cells).map(([id, value]) => [id, answer(value)])),
    })),
  ]);
  return {
    values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, answer(value)])),
    rows: Object.fromEntries(rows),
    finished: Object.fromEntries(Object.keys(lists).map((id) => [id, true as const])),
  };
}
