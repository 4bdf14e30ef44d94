import { trim } from '../domain/text.js';
import { rowsOf } from '../forms/answers.js';
import type { RowsStep, Step } from '../forms/form.js';
import { readCell } from './cells.js';
import { readListLine } from './lines.js';
import { splitList } from './lists.js';
import { linesInProse } from './prose.js';
import {
  type Doubt,
  doubtOnly,
  type Fact,
  factsOnly,
  type Reading,
  type ReadRow,
  type Situation,
} from './reading.js';

const NONE =
  /^(?:无|没有|暂无|不适用|不涉及|没有这[类项]\S{0,6}|(?:无|没有|不设|不搞|不做|未设)(?:明显|直接|这方面的?)?[^\d，,。]{0,8}(?:指标|效益|影响|调查|内容)|(?:没有|无)(?:项目支出|任务)?[，,。]?\s*(?:这[块项节部]分?|本节)?(?:都|就)?(?:不填|不用填|跳过)|none|n\/a)$/i;

/** The plain answer where a list, a line of it or one of its cells was asked for. */
export function readListAnswer(situation: Situation, step: RowsStep, text: string): Reading {
  const { asked, today, answers } = situation;
  if (asked?.row !== undefined && asked.column !== undefined) {
    return readCellAnswer(situation, step, asked.row, asked.column, text);
  }
  if (asked?.row !== undefined) {
    const at = rowsOf(answers, step.id).findIndex(({ id }) => id === asked.row);
    return factsOnly({
      type: 'cells',
      step: step.id,
      row: at,
      cells: readListLine(step, text, today).row,
    });
  }
  if (NONE.test(trim(text))) return factsOnly({ type: 'none', step: step.id });
  const items = linesInProse(step, text) ?? splitList(withHeadingLines(situation, step, text));
  return readItems(situation, step, items);
}

/** 「数量指标：加固水库12座；质量指标：合格率100%」: headings within a line get lines of their own. */
function withHeadingLines({ form }: Situation, step: RowsStep, text: string): string {
  if (!step.headings) return text;
  const names = [...form.steps.values()]
    .filter((each) => each.type === 'rows' && each.headings !== undefined)
    .flatMap(({ label, aliases }) => [label, ...aliases])
    .toSorted((a, b) => b.length - a.length);
  const heading = new RegExp(`(^|[；;。\\n])\\s*(${names.join('|')})\\s*[:：]\\s*(?=\\S)`, 'g');
  const lines = text.replace(heading, '$1\n$2\n');
  return lines === text ? text : lines.replace(/[；;]/g, '\n');
}

/** Items of a list. A line that is the name of a neighbouring list (质量指标) turns to that list. */
function readItems({ form, today }: Situation, asked: RowsStep, items: readonly string[]): Reading {
  const rows = new Map<string, ReadRow[]>();
  const doubts: Doubt[] = [];
  let step = asked;
  for (const item of items) {
    const heading = asked.headings && listHeaded([...form.steps.values()], item);
    if (heading) {
      step = heading === 'outer' ? step : heading;
      continue;
    }
    const sofar = rows.get(step.id) ?? [];
    const line = readListLine(step, item, today);
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
  return { type: 'facts', facts, doubts, stated: [] };
}

/** The list a heading names; 'outer' for a heading over several lists (产出指标). */
function listHeaded(steps: readonly Step[], line: string): RowsStep | 'outer' | undefined {
  const name = line.replace(/[:：]$/, '').replace(/^[（(]?[一二三四五六七八九十]+[)）、.]\s*/, '');
  const lists = steps.filter((step) => step.type === 'rows' && step.headings !== undefined);
  const named = lists.find((step) => step.label === name || step.aliases.includes(name));
  if (named?.type === 'rows') return named;
  return lists.some((step) => step.type === 'rows' && step.headings?.[0] === name)
    ? 'outer'
    : undefined;
}

const SAME_AS_NAME = /^(?:同名称|同上|与名称相同|和名称一样|一样|same)$/i;

function readCellAnswer(
  { answers, today }: Situation,
  step: RowsStep,
  row: string,
  columnId: string,
  text: string,
): Reading {
  const rows = rowsOf(answers, step.id);
  const at = rows.findIndex(({ id }) => id === row);
  const column = step.columns.find(({ id }) => id === columnId);
  if (!column || at < 0) return { type: 'unknown', said: text };
  const name = rows[at]?.cells[step.columns[0]?.id ?? '']?.value;
  const words = name && SAME_AS_NAME.test(trim(text)) ? name : text;
  const reading = readCell(column, words, today);
  if (reading.type === 'doubt') {
    return doubtOnly({ ...reading.doubt, step: step.id, row: at, column: columnId });
  }
  return factsOnly({ type: 'cells', step: step.id, row: at, cells: { [columnId]: reading.cell } });
}
