import type { z } from 'zod';
import type { Column, Question, RowsStep, Section, Step, ValueStep } from '../form.js';
import { called, type LabelId, type Labels, labelsOf, SAMPLE_LABELS } from './labels.js';
import type { Profile } from './profile.js';
import { amountSchema, personSchema, textSchema, unitSchema, yearSchema } from './schema.js';
import { indicatorKinds, indicatorStep } from './scheme.js';

function value(
  id: LabelId,
  aliases: readonly string[],
  reads: ValueStep['reads'],
  schema: z.ZodType<string>,
): ValueStep {
  return { type: 'value', id, label: SAMPLE_LABELS[id], aliases, reads, schema };
}

function amount(id: LabelId, aliases: readonly string[]): ValueStep {
  return value(id, aliases, 'amount', amountSchema);
}

/** A column by the id of its label: `step.column`. */
function column(
  labelId: LabelId,
  aliases: readonly string[],
  reads: Column['reads'],
  required: boolean,
): Column {
  const schema = reads === 'amount' ? amountSchema : textSchema;
  const id = labelId.slice(labelId.indexOf('.') + 1);
  return { id, label: SAMPLE_LABELS[labelId], aliases, reads, schema, required };
}

/** A question that asks for one step and is called what the step is called. */
function asking(step: ValueStep | RowsStep): Question {
  return { id: step.id, label: step.label, aliases: step.aliases, steps: [step] };
}

/** The one column of a plain list; nothing prints its label. */
const TEXT_COLUMN: Column = {
  id: 'text',
  label: '内容',
  aliases: [],
  reads: 'text',
  schema: textSchema,
  required: true,
};

/** What the head of a unit is called. */
const HEADS =
  '局长 主任 馆长 院长 校长 所长 站长 台长 社长 园长 处长 科长 书记 主席 会长 行长 支队长 大队长 队长 领导'.split(
    ' ',
  );

const BASICS: Section = {
  id: 'basics',
  label: SAMPLE_LABELS.basics,
  aliases: ['基本信息'],
  questions: [
    asking(value('year', ['预算年度', '填报年度', '年份'], 'year', yearSchema)),
    asking(value('reportingUnit', ['填报单位（盖章）', '单位名称', '单位'], 'text', unitSchema)),
    asking({
      ...value('departmentName', ['部门'], 'text', unitSchema),
      follows: 'reportingUnit',
    }),
    asking({
      ...value(
        'unitHead',
        ['单位负责人（签名）', '单位负责人签名', '负责人', ...HEADS, 'head'],
        'text',
        personSchema,
      ),
      signed: true,
    }),
  ],
};

const BUDGET: Section = {
  id: 'budget',
  label: SAMPLE_LABELS.budget,
  aliases: ['预算', '资金', '收支', '预算申请'],
  questions: [
    asking(
      amount('totalFunds', [
        '年度预算总额',
        '预算总额',
        '年度预算',
        '总预算',
        '总资金',
        '总额',
        '总共',
        '总计',
        '一共',
        '共计',
        '合计',
        '总的',
        '总盘子',
        '预算总数',
        '预算数',
        '总数',
        '收入总计',
        '支出总计',
        'total funds',
        'total',
      ]),
    ),
    {
      id: 'income',
      label: SAMPLE_LABELS.income,
      aliases: ['收入', '收入性质', '资金来源'],
      sumsTo: 'totalFunds',
      steps: [
        amount('publicBudget', [
          '一般公共预算财政拨款',
          '一般公共预算拨款',
          '一般公共预算',
          '公共财政预算',
          '公共预算',
          '公共财政',
          '财政拨款',
          '财政',
          'public budget',
          'general budget',
          'fiscal',
        ]),
        amount('governmentFund', [
          '政府性基金预算拨款',
          '政府性基金预算',
          '政府性基金',
          '基金拨款',
          '基金',
          'government fund',
        ]),
        amount('specialAccountNonTax', [
          '纳入专户管理的非税收入',
          '专户管理的非税收入拨款',
          '专户管理的非税收入',
          '财政专户管理资金',
          '财政专户资金',
          '财政专户',
          '非税收入拨款',
          '非税收入',
          '专户非税',
          '专户',
          '非税',
          'special account',
          'non-tax',
        ]),
        amount('otherFunds', [
          '其它资金',
          '其他收入',
          '自筹资金',
          '单位自筹',
          '自筹',
          '其他',
          '其它',
          'other funds',
          'other',
        ]),
      ],
    },
    {
      id: 'expenditure',
      label: SAMPLE_LABELS.expenditure,
      aliases: ['支出', '支出性质'],
      sumsTo: 'totalFunds',
      steps: [
        {
          ...amount('basicExpenditure', ['基本支出预算', '基本', 'basic expenditure', 'basic']),
          parts: [
            { label: '人员经费', aliases: ['人员支出', '人员'] },
            { label: '公用经费', aliases: ['公用支出', '公用'] },
          ],
          needsAllParts: true,
        },
        amount('projectExpenditure', [
          '项目支出预算',
          '项目经费',
          '项目',
          'project expenditure',
          'projects',
          'project',
        ]),
      ],
    },
  ],
};

const DUTIES: RowsStep = {
  type: 'rows',
  id: 'duties',
  label: SAMPLE_LABELS.duties,
  aliases: ['职能职责', '部门职能', '部门职责', '主要职责', '职责', '职能'],
  columns: [TEXT_COLUMN],
};

const TASKS: RowsStep = {
  type: 'rows',
  id: 'tasks',
  label: SAMPLE_LABELS.tasks,
  aliases: ['主要任务', '任务', '年度任务', '重点任务', '年度重点任务'],
  columns: [
    column('tasks.name', ['任务', '名称', '项目', '项目名称', '工作任务'], 'text', true),
    column(
      'tasks.content',
      ['内容', '工作内容', '任务内容', '项目内容', '建设内容', '实施内容'],
      'text',
      true,
    ),
    column(
      'tasks.total',
      ['预算金额', '金额', '总金额', '合计', '预算', '小计', 'total'],
      'amount',
      true,
    ),
    {
      ...column(
        'tasks.fiscalFunds',
        ['财政资金', '财政', '其中财政拨款', 'fiscal', 'public'],
        'amount',
        false,
      ),
      // Source: A07, which counts all three as fiscal funds 〔推〕.
      parts: [
        { label: '一般公共预算', aliases: ['公共财政拨款', '公共财政', '公共预算'] },
        { label: '政府性基金', aliases: ['基金'] },
        { label: '财政专户', aliases: ['专户'] },
      ],
    },
    column(
      'tasks.otherFunds',
      ['其它资金', '其他', '其它', '自筹资金', '自筹', 'other'],
      'amount',
      false,
    ),
  ],
  split: { whole: 'total', parts: ['fiscalFunds', 'otherFunds'] },
  against: { column: 'total', step: 'projectExpenditure' },
  // Source: A06–A08 〔推〕.
  limits: [
    { column: 'total', within: ['totalFunds'] },
    { column: 'fiscalFunds', within: ['publicBudget', 'governmentFund', 'specialAccountNonTax'] },
    { column: 'otherFunds', within: ['otherFunds', 'specialAccountNonTax'] },
  ],
};

const GOALS: RowsStep = {
  type: 'rows',
  id: 'goals',
  label: SAMPLE_LABELS.goals,
  aliases: ['总体目标', '年度目标', '绩效目标', '目标'],
  columns: [TEXT_COLUMN],
};

const INDICATOR_COLUMNS: readonly Column[] = [
  column('indicators.name', ['指标名称', '三级指标名称', '指标', '名称'], 'text', true),
  column(
    'indicators.targetValue',
    ['指标值（包含数字及文字描述）', '指标值及单位', '目标值', '年度指标值', '值'],
    'target',
    true,
  ),
];

/** What is asked, in the order of asking, with a profile's labels. Ids never change: answers are kept under them. */
export function sectionsOf(profile: Profile): readonly Section[] {
  const duties = profile.numberedDuties ? { ...DUTIES, numbered: true as const } : DUTIES;
  const lists = [duties, TASKS, GOALS].map((step) => ({
    id: step.id,
    label: step.label,
    aliases: step.aliases,
    questions: [asking(step)],
  }));
  const indicators: Section = {
    id: 'indicators',
    label: SAMPLE_LABELS.indicators,
    aliases: ['绩效指标', '指标'],
    questions: indicatorKinds(profile).map((kind) =>
      asking({
        type: 'rows',
        id: indicatorStep(kind),
        label: kind.level2,
        aliases: kind.aliases,
        columns: INDICATOR_COLUMNS,
        headings: [kind.level1, kind.level2],
        ...(kind.optional && { optional: kind.optional }),
      }),
    ),
  };
  return [BASICS, BUDGET, ...lists, indicators].map((section) =>
    relabelled(section, labelsOf(profile)),
  );
}

/** A section with the profile's labels. */
function relabelled(section: Section, labels: Labels): Section {
  const rename = <T extends Named>(named: T, id = named.id): T =>
    isLabelled(id) ? { ...named, ...called(id, labels, named.aliases) } : named;
  const renameStep = (step: Step): Step =>
    step.type === 'value'
      ? rename(step)
      : rename({
          ...step,
          columns: step.columns.map((each) => rename(each, `${section.id}.${each.id}`)),
        });
  return rename({
    ...section,
    questions: section.questions.map((question) =>
      rename({ ...question, steps: question.steps.map(renameStep) }),
    ),
  });
}

interface Named {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
}

function isLabelled(id: string): id is LabelId {
  return Object.hasOwn(SAMPLE_LABELS, id);
}
