import { isMeasured } from '../domain/indicator.js';
import { readAmount } from '../domain/read-amount.js';
import { halfWidth } from '../domain/text.js';
import { isCalled, type RowsStep, type Step } from '../forms/form.js';
import { ceilingOf, readListLine } from './lines.js';
import { splitIndicators } from './pairs.js';
import { lineInProse } from './prose.js';
import type { Doubt, Fact, Reading, ReadRow, Situation, StatedTotal } from './reading.js';
import { TOTAL } from './table-edges.js';
import { splitAt } from './tokens.js';

/** Items of a list. A line that is the name of a neighbouring list (质量指标) turns to that list. */
export function readItems(
  { form, today, answers }: Situation,
  asked: RowsStep,
  items: readonly string[],
): Reading {
  const steps = [...form.steps.values()];
  const rows = new Map<string, ReadRow[]>();
  const none: Fact[] = [];
  const doubts: Doubt[] = [];
  const stated: StatedTotal[] = [];
  let step = asked;
  for (const item of items.flatMap((each) => piecesOf(asked, each, today))) {
    const heading = listHeaded(steps, item);
    if (heading) {
      step = heading === 'outer' ? step : heading;
      continue;
    }
    const empty = emptyList(steps, step, item);
    if (empty) {
      none.push({ type: 'none', step: empty.id });
      continue;
    }
    const total = statedTotal(step, item);
    if (total) {
      stated.push(total);
      continue;
    }
    if (isBareValue(step, item)) {
      doubts.push({ code: 'nameless', said: item });
      continue;
    }
    const sofar = rows.get(step.id) ?? [];
    const line = readListLine(step, item, today, ceilingOf(answers, step));
    doubts.push(
      ...line.doubts.map(({ column, doubt }) => ({
        ...doubt,
        step: step.id,
        newRow: sofar.length,
        column,
      })),
    );
    rows.set(step.id, [...sofar, line.row]);
  }
  const facts = [...rows].map(([id, lines]): Fact => ({ type: 'rows', step: id, rows: lines }));
  return { type: 'facts', facts: [...facts, ...none], doubts, stated };
}

/** Lines within a line: each indicator, or each task with its own amount. */
function piecesOf(step: RowsStep, line: string, today: string): readonly string[] {
  if (!step.split) {
    return step.columns.some(({ reads }) => reads === 'target') ? splitIndicators(line) : [line];
  }
  const pieces = splitAt(line, /[；;]/);
  const total = step.split.whole;
  const isLine = (piece: string) => {
    const { row } = readListLine(step, piece, today);
    return row[total] !== undefined && row[step.columns[0]?.id ?? ''] !== undefined;
  };
  const lines = pieces.length > 1 && pieces.every(isLine) ? pieces : [line];
  return lines.map((piece) => lineInProse(step, piece) ?? piece);
}

/** 「合计，140万」 among the lines: compared, not stored. */
function statedTotal({ id, split }: RowsStep, item: string): StatedTotal | undefined {
  const [, name = '', words = ''] =
    /^(\D{2,8}?)[，,：:\s]*(\d[\d.,]*\s*[万亿]?元?)(?:[，,\s].*)?$/.exec(item) ?? [];
  const reading = split && TOTAL.test(name) ? readAmount(words) : undefined;
  return split && reading?.kind === 'amount'
    ? { step: id, column: split.whole, amount: reading.amount }
    : undefined;
}

/** ≥95%: a 指标值 that nobody said the name of. */
function isBareValue({ columns }: RowsStep, item: string): boolean {
  const hasTarget = columns.some(({ reads }) => reads === 'target');
  const isFigure = /^(?:[≥≤<>=]|不超|不低于|不少于|不高于|\d[\d,.]*\s*[^\d\s]{0,2}$)/.test(
    halfWidth(item),
  );
  return hasTarget && isFigure && isMeasured(item);
}

/** 「生态效益：无」, or 无 under its heading: the list that stays empty. */
function emptyList(steps: readonly Step[], step: RowsStep, item: string): RowsStep | undefined {
  const [, name, words] =
    /^(?:(.{2,16}?)[:：，,\s]*)?(无|没有|不涉及|不适用|暂无|\/|[—–-]+)$/.exec(item) ?? [];
  if (words === undefined || !step.headings) return undefined;
  if (name === undefined) return step;
  const named = listHeaded(steps, name);
  return named === 'outer' ? undefined : named;
}

/** The list a heading names; 'outer' for a heading over several lists (产出指标). */
export function listHeaded(steps: readonly Step[], line: string): RowsStep | 'outer' | undefined {
  const name = line.replace(/[:：]$/, '').replace(/^[（(]?[一二三四五六七八九十]+[)）、.]\s*/, '');
  const lists = steps.filter((step) => step.type === 'rows' && step.headings !== undefined);
  const named = lists.find((step) => isCalled(step, name));
  if (named?.type === 'rows') return named;
  return lists.some((step) => step.type === 'rows' && step.headings?.[0] === name)
    ? 'outer'
    : undefined;
}
