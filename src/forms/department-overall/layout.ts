import type { Amount } from '../../domain/amount.js';
import type { Place } from '../../domain/finding.js';
import type { CellRole, Line, Paragraph, Sheet, SheetSum } from '../sheet.js';
import {
  centred,
  head,
  label,
  plain,
  ruled,
  runs,
  sideLabel,
  text,
  type WrittenRow,
} from '../sheet-rows.js';
import {
  type Draft,
  EXPENDITURE,
  type ExpenditureLine,
  INCOME,
  type IncomeLine,
  type Maybe,
  TASK_AMOUNTS,
} from './draft.js';
import { type Labels, labelsOf } from './labels.js';
import type { Profile } from './profile.js';
import { taskSumsOf } from './rules/rule.js';
import { indicatorKinds, indicatorStep } from './scheme.js';

export const TITLE = '部门整体支出绩效目标申报表';

/**
 * Column widths in millimetres, 174 in all: the sample's eight columns, widened to the page the form is
 * printed on so that 一级指标 stands on one line. Source: 样表逐格还原〔读〕 for the columns, widths 〔推〕.
 */
const COLUMNS = [21, 18, 18, 40, 18, 20, 20, 19] as const;
const END = COLUMNS.length;
/** Height of the bureau's box in millimetres. Source: 样表〔读〕. */
const REVIEW_HEIGHT = 25;

/** The bureau's box. Source: 样表〔读〕. */
export const REVIEW = {
  label: ['财政部门', '审核意见'],
  printed: ['审核部门（签章）', '年　　月　　日'],
} as const;

type FundsStep = 'totalFunds' | IncomeLine | ExpenditureLine;

const DRAFT_MARK = '草稿 · 尚未定稿，请勿报送';

/** Lays the form out as the published sample does: eight columns, a row for each task and indicator. */
export function layOut(
  draft: Draft,
  profile: Profile,
  options: { readonly draft: boolean },
): Sheet {
  const labels = labelsOf(profile);
  const aboveTasks = [
    unitRow(draft, labels),
    ...budgetRows(draft, profile, labels),
    textRow(labels.duties, 'duties', numbered(draft.duties, profile.numberedDuties)),
  ];
  const { rows, cells } = ruled([
    ...aboveTasks,
    ...taskRows(draft, profile, labels, aboveTasks.length),
    textRow(labels.goals, 'goals', draft.goals),
    ...indicatorRows(draft, profile, labels),
    reviewRow(),
  ]);
  return {
    title: TITLE,
    before: linesAbove(draft, profile, labels, options.draft),
    columns: COLUMNS,
    rows,
    cells,
    sums: sumsOfFunds(labels),
    ...(options.draft && { draftMark: DRAFT_MARK }),
  };
}

function linesAbove(
  draft: Draft,
  profile: Profile,
  labels: Labels,
  isDraft: boolean,
): readonly Line[] {
  return [
    ...(isDraft ? [{ role: 'draft-mark' as const, texts: [DRAFT_MARK] }] : []),
    { role: 'table-number', texts: [profile.tableNumber] },
    { role: 'title', texts: [TITLE] },
    { role: 'year', texts: [`（ ${draft.year ?? '　　'} 年度）`], binds: [{ step: 'year' }] },
    {
      role: 'signatures',
      texts: [
        `${labels.reportingUnit}（盖章）：${draft.reportingUnit ?? ''}`,
        `${labels.unitHead}（签名）：${draft.unitHead ?? ''}`,
      ],
      binds: [{ step: 'reportingUnit' }, { step: 'unitHead' }],
    },
  ];
}

function unitRow(draft: Draft, labels: Labels): WrittenRow {
  const name = centred([1, END], shown(draft.departmentName, { step: 'departmentName' }));
  return { entries: [label([0, 1], labels.departmentName), name] };
}

function budgetRows(draft: Draft, profile: Profile, labels: Labels): readonly WrittenRow[] {
  const { total, income, expenditure } = draft.funds;
  const line = (step: FundsStep, amount: Maybe<Amount>, before = '') =>
    figure(`${before}${labels[step]}：`, amount, profile, { step });
  const lines = (steps: readonly FundsStep[], amounts: Readonly<Record<string, Maybe<Amount>>>) =>
    steps.map((step, at) => line(step, amounts[step], at === 0 ? '其中：' : ''));
  return [
    {
      entries: [
        { ...label([0, 1], labels.budget, '（万元）'), rowSpan: 3 },
        text([1, END], line('totalFunds', total)),
      ],
    },
    { entries: [head([1, 4], labels.income), head([4, END], labels.expenditure)] },
    {
      entries: [
        text([1, 4], ...lines(INCOME, income)),
        text([4, END], ...lines(EXPENDITURE, expenditure)),
      ],
    },
  ];
}

/** What the income and the expenditure lines should each add up to. */
function sumsOfFunds(labels: Labels): readonly SheetSum[] {
  const whole = { step: 'totalFunds' };
  const places = (steps: readonly FundsStep[]) => steps.map((step) => ({ step }));
  return [
    { label: labels.income, terms: places(INCOME), whole },
    { label: labels.expenditure, terms: places(EXPENDITURE), whole },
  ];
}

/** Rows above the first task: the heads and the row under 预算金额. */
const TASK_HEADS = 2;

/** @param above how many rows of the sheet stand above these. */
function taskRows(
  draft: Draft,
  profile: Profile,
  labels: Labels,
  above: number,
): readonly WrittenRow[] {
  const sums = taskSumsOf(draft.tasks);
  const amount = (at: number, entry: Paragraph, role: CellRole) => ({
    ...centred([5 + at, 6 + at], entry),
    role,
  });
  const rows = draft.tasks.map((task, row): WrittenRow => {
    const place = (column: string) => ({ step: 'tasks', row, column });
    return {
      entries: [
        text([1, 3], shown(task.name, place('name'))),
        text([3, 5], shown(task.content, place('content'))),
        ...TASK_AMOUNTS.map((column, at) =>
          amount(at, figure('', task[column], profile, place(column)), 'amount'),
        ),
      ],
    };
  });
  // A column in which nobody wrote anything has no total to print: blank is not zero.
  const total = (column: (typeof TASK_AMOUNTS)[number]) =>
    draft.tasks.some((task) => typeof task[column] === 'string') ? sums[column] : null;
  const first = above + TASK_HEADS;
  return [
    {
      entries: [
        sideLabel([0, 1], labels.tasks, draft.tasks.length + 3),
        head([1, 3], labels['tasks.name'], 2),
        head([3, 5], labels['tasks.content'], 2),
        head([5, END], '预算金额'),
      ],
    },
    {
      entries: TASK_AMOUNTS.map((column, at) => head([5 + at, 6 + at], labels[`tasks.${column}`])),
    },
    ...rows,
    {
      entries: [
        head([1, 5], '金额合计'),
        ...TASK_AMOUNTS.map((column, at) => ({
          ...amount(at, figure('', total(column), profile), 'sum'),
          sums: [first, first + rows.length] as const,
        })),
      ],
    },
  ];
}

function indicatorRows(draft: Draft, profile: Profile, labels: Labels): readonly WrittenRow[] {
  const lines = indicatorKinds(profile).flatMap((kind) => {
    const own = draft.indicators.filter((indicator) => indicator.kind.id === kind.id);
    return own.length > 0 ? own : [{ kind, at: 0, name: null, targetValue: null }];
  });
  const level1Runs = runs(lines.map(({ kind }) => kind.level1));
  const level2Runs = runs(lines.map(({ kind }) => kind.id));
  const group = (column: number, words: string, rowSpan: number | undefined) =>
    rowSpan
      ? [{ ...centred([column, column + 1], { text: words }), role: 'group' as const, rowSpan }]
      : [];
  const rows = lines.map(({ kind, at: row, name, targetValue }, line): WrittenRow => {
    const step = indicatorStep(kind);
    return {
      entries: [
        ...group(1, kind.level1, level1Runs[line]),
        ...group(2, kind.level2, level2Runs[line]),
        text([3, 5], shown(name, { step, row, column: 'name' })),
        centred([5, END], shown(targetValue, { step, row, column: 'targetValue' })),
      ],
    };
  });
  return [
    {
      entries: [
        sideLabel([0, 1], `部门整体支出${labels.indicators}`, lines.length + 1),
        head([1, 2], '一级指标'),
        head([2, 3], '二级指标'),
        head([3, 5], labels['indicators.name']),
        head([5, END], `${labels['indicators.targetValue']}（包含数字及文字描述）`),
      ],
    },
    ...rows,
  ];
}

/** The finance bureau's own box: always empty. */
function reviewRow(): WrittenRow {
  const box = centred([1, END], ...plain(...REVIEW.printed));
  return {
    entries: [label([0, 1], ...REVIEW.label), { ...box, role: 'sign', align: 'right' }],
    minHeight: REVIEW_HEIGHT,
  };
}

/** A list of texts in one cell, a paragraph each. An empty list is an empty paragraph. */
function textRow(name: string, step: string, lines: readonly Maybe<string>[]): WrittenRow {
  const paragraphs = lines.map((line, row) => shown(line, { step, row, column: 'text' }));
  return {
    entries: [
      label([0, 1], name),
      text([1, END], ...(paragraphs.length > 0 ? paragraphs : [shown('', { step })])),
    ],
  };
}

/** An answer as text; blank prints blank. */
function shown(answer: Maybe<string>, bind: Place): Paragraph {
  return { text: answer ?? '', bind };
}

/** An amount behind its label. Blank prints blank, zero prints 0. */
function figure(
  before: string,
  amount: Maybe<Amount>,
  { unitInCells }: Profile,
  bind?: Place,
): Paragraph {
  const unit = unitInCells ? '万元' : '';
  const isBlank = amount === null || amount === undefined;
  return {
    text: isBlank ? before : `${before}${amount}${unit}`,
    ...(bind && { bind }),
    figure: { before, amount: isBlank ? null : amount, unit },
  };
}

function numbered(lines: readonly Maybe<string>[], withNumbers: boolean): readonly Maybe<string>[] {
  return withNumbers ? lines.map((line, at) => `${at + 1}、${line ?? ''}`) : lines;
}
