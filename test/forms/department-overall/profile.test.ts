import { describe, expect, test } from 'vitest';
import { departmentOverall } from '../../../src/forms/department-overall/form.js';
import {
  DEFAULT_PROFILE,
  type Profile,
  profileSchema,
} from '../../../src/forms/department-overall/profile.js';
import type { Locale } from '../../../src/forms/form.js';
import { textOf } from '../../../src/forms/sheet.js';
import { findingSentence } from '../../../src/interview/notice.js';
import { answers } from '../../support/answers.js';
import { asDocument, HENGYANG } from '../../support/fixtures.js';
import { talk } from '../../support/talk.js';

/** A region that calls everything the rules and questions speak of by other names. */
const LABELS: Profile['labels'] = {
  totalFunds: '年度总预算',
  publicBudget: '预算内资金',
  otherFunds: '单位资金',
  basicExpenditure: '运转支出',
  projectExpenditure: '特定目标支出',
  duties: '主要职能',
  tasks: '重点工作',
  'tasks.content': '工作要点',
  'tasks.total': '安排金额',
  'tasks.fiscalFunds': '预算资金',
  'tasks.otherFunds': '自有资金',
  'indicators.name': '指标内容',
  'indicators.targetValue': '目标值',
  'indicators.quantity': '产出数量',
};
const region = departmentOverall({ ...DEFAULT_PROFILE, labels: LABELS });

/** What the sample calls those things, wherever it would still stand. */
const SAMPLE_NAMES =
  /资金总额|公共财政拨款|其他资金|基本支出|项目支出|职能职责|主要任务|主要内容|总额|财政拨款|三级指标|指标值|数量指标/;
/** Words of everyday speech in examples, which are understood whatever the labels are. */
const EXAMPLES = /例如[：:][\s\S]*|For example[\s\S]*|\(财政拨款[^)]*\)/g;

describe('a profile', () => {
  test('says only in what it differs from the sample', () => {
    expect(profileSchema.parse({ id: 'x', tableNumber: '附表7' })).toEqual({
      ...DEFAULT_PROFILE,
      id: 'x',
      tableNumber: '附表7',
    });
  });

  test('with a label for nothing on the form is refused', () => {
    const { error } = profileSchema.safeParse({ id: 'x', labels: { fiscal: '财政' } });
    expect(error?.issues[0]?.path).toEqual(['labels']);
  });
});

describe('the labels of a profile', () => {
  test('take the place of the sample’s, which stays understood', () => {
    expect(region.steps.get('publicBudget')).toMatchObject({
      label: '预算内资金',
      aliases: expect.arrayContaining(['公共财政拨款']),
    });
    expect(region.steps.get('indicators.quantity')).toMatchObject({
      label: '产出数量',
      aliases: expect.arrayContaining(['数量指标']),
    });
  });

  test('of a column stand on its column', () => {
    const tasks = region.steps.get('tasks');
    const columns = tasks?.type === 'rows' ? tasks.columns : [];
    expect(columns.map(({ label }) => label)).toEqual([
      '任务名称',
      '工作要点',
      '安排金额',
      '预算资金',
      '自有资金',
    ]);
  });

  test.each<Locale>(['zh-cn', 'en'])('stand in every question asked (%s)', (locale) => {
    const asked = Object.values(region.wording[locale].asks).map((ask) =>
      ask.replace(EXAMPLES, ''),
    );
    expect(asked.filter((ask) => SAMPLE_NAMES.test(ask))).toEqual([]);
  });

  test.each<Locale>(['zh-cn', 'en'])('stand in every finding (%s)', (locale) => {
    const intake = region.intake({
      funds: {
        total: '8',
        income: { publicBudget: '9' },
        expenditure: { basic: '1', project: '2' },
      },
      tasks: [{ total: '5', fiscalFunds: '1', otherFunds: '3' }],
      taskTotals: { total: '6' },
      indicators: [
        { level2: '产出数量', name: '培训' },
        { level2: '产出数量', targetValue: '2次' },
      ],
    });
    if (!intake.ok) throw new Error('no intake');
    const said = region
      .check(intake.answers, intake.remarks)
      .map((each) => findingSentence(region, locale, each));
    expect(said.length).toBeGreaterThan(12);
    expect(said.filter((sentence) => SAMPLE_NAMES.test(sentence))).toEqual([]);
  });

  test('stand on the printed form', () => {
    const printed = region.layout(answers({}), { draft: false }).cells.map(textOf);
    expect(printed.filter((words) => SAMPLE_NAMES.test(words))).toEqual([]);
    expect(printed).toEqual(
      expect.arrayContaining(['主要职能', '重点工作', '安排金额', '产出数量', '指标内容']),
    );
  });

  test('are understood when they are said', async () => {
    const { say } = await talk({ form: region });
    await say('年度总预算100万');
    expect(await say('预算内资金92，其余都是单位资金')).toContain('单位资金 8 万元');
    await say('运转支出40，剩下都是特定目标支出');
    await say('修改 重点工作');
    expect(await say('普法，宣传，60万，预算资金55，自有资金5')).toContain('自有资金 5 万元');
  });
});

describe('rules that a profile leaves out', () => {
  const off = departmentOverall({ ...DEFAULT_PROFILE, rulesOff: ['A01', 'A04'] });
  const wrong = answers(
    { totalFunds: '9', publicBudget: '8' },
    { tasks: [{ name: '甲', total: '5', fiscalFunds: '4', otherFunds: '0' }] },
  );

  test('are found by nothing: the whole check, running totals, single lines', () => {
    const found = [
      ...off.check(wrong),
      ...off.checkBalance(wrong, {}),
      ...off.checkLines(wrong, 'tasks', [0]),
    ].map(({ rule }) => rule);
    expect(found).not.toContain('A01');
    expect(found).not.toContain('A04');
    expect(found).toContain('C01');
  });
});

describe('the longest texts of a profile', () => {
  const short = departmentOverall({
    ...DEFAULT_PROFILE,
    longestTexts: { duties: 10, taskContent: 11, goals: 12, targetValue: 13 },
  });
  const tooLong = (document: Record<string, unknown>) => {
    const intake = short.intake(document);
    if (!intake.ok) throw new Error('no intake');
    return short
      .check(intake.answers)
      .filter(({ rule }) => rule === 'X04')
      .map(({ place, params }) => [place.step, params['n'], params['most']]);
  };

  test('are limits of their own for each part of the form', () => {
    const long = {
      duties: ['字'.repeat(11)],
      tasks: [{ content: '字'.repeat(12) }],
      goals: ['字'.repeat(13)],
      indicators: [{ level2: '质量指标', targetValue: '字'.repeat(14) }],
    };
    expect(tooLong(long)).toEqual([
      ['duties', '11', '10'],
      ['tasks', '12', '11'],
      ['goals', '13', '12'],
      ['indicators.quality', '14', '13'],
    ]);
  });

  test('may be reached', () => {
    const longest = {
      duties: ['字'.repeat(10)],
      tasks: [{ content: '字'.repeat(11) }],
      goals: ['字'.repeat(12)],
      indicators: [{ level2: '质量指标', targetValue: '字'.repeat(13) }],
    };
    expect(tooLong(longest)).toEqual([]);
  });
});

test('a declaration by another scheme than the profile’s has its cost indicators named, not dropped', () => {
  const later = departmentOverall({ ...DEFAULT_PROFILE, indicatorScheme: '2021' });
  const intake = later.intake(asDocument(HENGYANG));
  expect(intake).toMatchObject({
    remarks: { strays: [{ heading: '成本指标', name: '办公用品、调研差旅、会议培训等各项支出' }] },
  });
});
