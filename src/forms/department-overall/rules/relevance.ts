import { compare, Exact } from '../../../domain/amount.js';
import { readTargetValue } from '../../../domain/indicator.js';
import { halfWidth, short } from '../../../domain/text.js';
import type { DraftIndicator, DraftTask } from '../draft.js';
import { indicatorStep } from '../scheme.js';
import { type Breach, type Checked, type Rule, textsOf } from './rule.js';
import { relates, topicsOf } from './topics.js';

/** Rules R01–R06, F01 and F02: whether duties, tasks, goals, indicators and years go together. */
export const RELEVANCE_RULES: readonly Rule[] = [
  { id: 'R01', severity: 'warning', source: '相关性〔推〕、样表〔读〕', breaches: unmeasuredTasks },
  { id: 'R02', severity: 'hint', source: '〔推〕', breaches: unmeasuredGoals },
  { id: 'R03', severity: 'hint', source: '〔推〕', breaches: tasksOutsideDuties },
  { id: 'R04', severity: 'hint', source: '〔推〕', breaches: strayIndicators },
  { id: 'R05', severity: 'warning', source: '核查工具规则〔读〕', breaches: otherYears },
  { id: 'R06', severity: 'warning', source: '三张真表〔读〕', breaches: repeatedGoals },
  { id: 'F01', severity: 'hint', source: '可行性〔推〕', breaches: movedValues },
  { id: 'F02', severity: 'hint', source: '适当性〔推〕', breaches: fundsWithoutOutput },
];

/** Source: R01. */
const LARGE_SHARE = '0.1';
const LARGEST = 3;

function unmeasuredTasks({ draft, sums }: Checked): readonly Breach[] {
  if (draft.indicators.length === 0 || compare(sums.tasks.total, '0') === 0) return [];
  const indicators = draft.indicators.map(topicsOfIndicator);
  const amounts = draft.tasks.map(({ total }) => total ?? '0').toSorted((a, b) => compare(b, a));
  const third = amounts[LARGEST - 1] ?? '0';
  return draft.tasks.flatMap((task, row) => {
    const { name, total } = task;
    if (!name || !total || compare(total, '0') === 0) return [];
    const share = new Exact(total).dividedBy(sums.tasks.total);
    const isLarge = share.gte(LARGE_SHARE) || compare(total, third) >= 0;
    const topics = topicsOfTask(task);
    if (!isLarge || topics.size === 0 || indicators.some((each) => relates(topics, each))) {
      return [];
    }
    const params = { task: name, a: total, p: percent(share) };
    return [{ place: { step: 'tasks', row }, params }];
  });
}

function topicsOfTask({ name, content }: DraftTask) {
  return topicsOf(name ?? '', content ?? '');
}

function topicsOfIndicator({ name, targetValue }: DraftIndicator) {
  return topicsOf(name ?? '', targetValue ?? '');
}

function unmeasuredGoals({ draft }: Checked): readonly Breach[] {
  if (draft.indicators.length === 0) return [];
  const indicators = draft.indicators.map(topicsOfIndicator);
  return draft.goals.flatMap((goal, row) => {
    if (!goal) return [];
    const topics = topicsOf(goal);
    if (topics.size === 0 || indicators.some((each) => relates(topics, each))) return [];
    return [{ place: { step: 'goals', row }, params: { g: short(goal) } }];
  });
}

function tasksOutsideDuties({ draft }: Checked): readonly Breach[] {
  if (draft.duties.length === 0) return [];
  const duties = draft.duties.map((duty) => topicsOf(duty ?? ''));
  return draft.tasks.flatMap((task, row) => {
    const topics = topicsOfTask(task);
    if (!task.name || topics.size === 0 || duties.some((each) => relates(topics, each))) return [];
    return [{ place: { step: 'tasks', row }, params: { task: task.name } }];
  });
}

function strayIndicators({ draft }: Checked): readonly Breach[] {
  if (draft.tasks.length === 0 || draft.duties.length === 0) return [];
  const work = [
    ...draft.tasks.map(topicsOfTask),
    ...draft.duties.map((duty) => topicsOf(duty ?? '')),
    ...draft.goals.map((goal) => topicsOf(goal ?? '')),
  ];
  return draft.indicators.flatMap(({ kind, name, at }) => {
    // Times, costs, effects and satisfaction are seldom named after one piece of work.
    if (!name || (kind.id !== 'quantity' && kind.id !== 'quality')) return [];
    const topics = topicsOf(name);
    if (topics.size === 0 || work.some((each) => relates(topics, each))) return [];
    const place = { step: indicatorStep(kind), row: at, column: 'name' };
    return [{ place, params: { ind: name } }];
  });
}

/** What may name another year: a title, a basis, a comparison, a plan's span. Source: R05. */
const QUOTED =
  /《[^》]*》|[“"][^”"]*[”"]规划|(?:截至|截止|依据|根据|按照|自|从|较|比|同比|与|到)\s*(?:19|20)\d{2}年?(?:底|末)?|(?:19|20)\d{2}年(?:以来|起)/g;
const SPAN = /((?:19|20)\d{2})年?(?:[.\-/]?\d{0,2}月?)\s*[-—–~至到]+\s*((?:19|20)\d{2})/g;
const YEAR = /(?<!\d)((?:19|20)\d{2})(?=\s*年|[.\-/]\d{1,2}(?!\d))/g;

function otherYears({ draft }: Checked): readonly Breach[] {
  const { year } = draft;
  if (!year) return [];
  return textsOf(draft).flatMap(({ place, text }) => {
    if (!text) return [];
    const plain = halfWidth(text)
      .replace(QUOTED, '')
      .replace(SPAN, (span, from: string, to: string) => (from <= year && year <= to ? '' : span));
    const other = [...plain.matchAll(YEAR)].map(([, y = '']) => y).find((y) => y !== year);
    return other === undefined ? [] : [{ place, params: { y: other, Y: year } }];
  });
}

/** 实施期绩效目标：…, 本年度绩效目标：…: the same words behind different heads. */
function repeatedGoals({ draft }: Checked): readonly Breach[] {
  const seen = new Set<string>();
  return draft.goals.flatMap((goal, row) => {
    const words = (goal ?? '').replace(/^[^：:，,。]{2,12}[：:]/, '').replace(/[\s。.]/g, '');
    if (words === '' || !seen.has(words)) {
      seen.add(words);
      return [];
    }
    return [{ place: { step: 'goals', row } }];
  });
}

/** Source: F01. */
const LARGE_MOVE = '0.3';

function movedValues({ draft, previous }: Checked): readonly Breach[] {
  if (!previous) return [];
  return draft.indicators.flatMap((indicator) => {
    const { kind, at, name, targetValue } = indicator;
    const before = previous.indicators.find((each) => isSameIndicator(each, indicator));
    const was = quantityOf(before?.targetValue);
    const now = quantityOf(targetValue);
    if (!was || !now || was.unit !== now.unit || compare(was.number, '0') === 0) return [];
    const moved = new Exact(now.number).minus(was.number).abs().dividedBy(was.number);
    if (moved.lte(LARGE_MOVE)) return [];
    const place = { step: indicatorStep(kind), row: at, column: 'targetValue' };
    const params = {
      name: name ?? '',
      prev: before?.targetValue ?? '',
      v: targetValue ?? '',
      p: percent(moved),
    };
    return [{ place, params }];
  });
}

function isSameIndicator(left: DraftIndicator, right: DraftIndicator): boolean {
  return Boolean(left.name) && left.name === right.name && left.kind.id === right.kind.id;
}

function quantityOf(words: string | null | undefined) {
  const reading = words ? readTargetValue(words) : undefined;
  return reading?.kind === 'quantity' ? reading : undefined;
}

function fundsWithoutOutput({ draft, previous }: Checked): readonly Breach[] {
  const { total } = draft.funds;
  const before = previous?.funds.total;
  if (!before || !total || compare(before, '0') === 0 || compare(total, before) <= 0) return [];
  const isSame =
    draft.indicators.length > 0 &&
    draft.indicators.every((indicator) =>
      previous.indicators.some(
        (each) => isSameIndicator(each, indicator) && each.targetValue === indicator.targetValue,
      ),
    );
  if (!isSame) return [];
  const grown = new Exact(total).minus(before).dividedBy(before);
  return [{ place: { step: 'totalFunds' }, params: { p: percent(grown) } }];
}

function percent(share: InstanceType<typeof Exact>): string {
  return share.times(100).toDecimalPlaces(1).toFixed();
}
