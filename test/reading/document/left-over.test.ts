import { describe, expect, test } from 'vitest';
import { contentOf } from '../../support/document-content.js';

describe('words beside a value in one cell', () => {
  test('are named, paragraph by paragraph', () => {
    expect(
      contentOf([['年度预算申请', '公共财政拨款：900\n项目支出合计：400\n上年结转：33']]),
    ).toEqual({ publicBudget: '900', unplaced: ['项目支出合计：400', '上年结转：33'] });
  });

  test('end the value, and are named, stretch by stretch', () => {
    expect(
      contentOf([
        [
          '年度预算申请',
          '部门预算收入1000万元，其中：一般公共预算900万元；支出1000万元，其中：基本支出600万元，项目支出400万元。',
        ],
      ]),
    ).toEqual({
      publicBudget: '900',
      basicExpenditure: '600',
      projectExpenditure: '400',
      unplaced: ['部门预算收入1000万元', '支出1000万元'],
    });
  });

  test('in a bracket belong to the value, which then cannot be read', () => {
    expect(contentOf([['年度预算申请', '基本支出：600（人员500，公用100）']])).toEqual({
      unplaced: [],
      unread: ['600（人员500，公用100）'],
    });
  });

  test('in the bracket of a label are named where they hold a figure', () => {
    expect(contentOf([['资金总额（含结转33）', '1000']])).toEqual({
      totalFunds: '1000',
      unplaced: ['（含结转33）'],
    });
  });

  test('of last year take the value with them', () => {
    expect(
      contentOf([
        ['年度预算申请', '上年：资金总额900万元，基本支出500万元；本年：资金总额1000万元'],
      ]),
    ).toEqual({
      totalFunds: '1000',
      unplaced: ['上年：资金总额900万元，基本支出500万元；本年'],
    });
  });
});

describe('rows below a table', () => {
  const INDICATORS = [
    ['一级指标', '二级指标', '三级指标', '指标值'],
    ['产出指标', '数量指标', '场次', '≥20场'],
  ];

  test('end a table of indicators where they are no heading, and are named', () => {
    expect(
      contentOf([
        ...INDICATORS,
        ['备注', '项目支出含结转30万元', null, null],
        ['主管部门审核意见', '同意上报', null, null],
        ['填表人', '李四', '联系电话', '139'],
      ]),
    ).toEqual({
      'indicators.quantity': [['场次', '≥20场']],
      unplaced: [
        '备注',
        '项目支出含结转30万元',
        '主管部门审核意见',
        '同意上报',
        '填表人',
        '李四',
        '联系电话',
        '139',
      ],
    });
  });

  test('are no tasks', () => {
    expect(
      contentOf([
        ['年度主要任务', '任务名称', '主要内容', '总额'],
        ['', '普法', '开展', '300'],
        ['中长期目标', '三年做好', null, null],
        ['年度总体目标', '做好', null, null],
        ['备注：均为财政资金', null, null, null],
      ]),
    ).toEqual({
      tasks: [['普法', '开展', '300']],
      goals: [['做好']],
      unplaced: ['中长期目标', '三年做好', '备注：均为财政资金'],
    });
    expect(
      contentOf([
        ['任务名称', '主要内容', '总额'],
        ['普法', '开展', '300'],
        ['填表人：李四', '', '联系电话：139'],
      ]),
    ).toEqual({ tasks: [['普法', '开展', '300']], unplaced: ['填表人：李四', '联系电话：139'] });
  });

  test('with a heading that the form does not have and no line are named', () => {
    expect(contentOf([...INDICATORS, ['成本指标', '社会成本指标', '', '']])).toMatchObject({
      unplaced: ['社会成本指标'],
    });
  });

  test('that stray are named with what they should reach', () => {
    expect(
      contentOf([...INDICATORS, ['成本指标', '社会成本指标', '噪声', '≤60分贝']]),
    ).toMatchObject({
      strays: [{ heading: '社会成本指标', name: '噪声' }],
      unplaced: ['≤60分贝'],
    });
  });
});

describe('cells of a line', () => {
  test('under a second head of the same text are named', () => {
    expect(
      contentOf([
        ['任务名称', '项目名称', '主要内容', '总额'],
        ['普法', '法律十进', '开展', '300'],
        ['一级指标', '二级指标', '三级指标', '目标值', '指标值'],
        ['产出指标', '数量指标', '场次', '≥10场', '≥20场'],
      ]),
    ).toEqual({
      tasks: [['普法', '开展', '300']],
      'indicators.quantity': [['场次', '≥10场']],
      unplaced: ['法律十进', '≥20场'],
    });
  });

  test('that hold a sign in words lead the value; a direction is none, and named', () => {
    const heads = [
      '一级指标',
      '二级指标',
      '三级指标',
      '指标方向',
      '计算符号',
      '指标值',
      '计量单位',
    ];
    expect(
      contentOf([
        heads,
        ['产出指标', '质量指标', '投诉率', '反向', '不超过', '5', '%'],
        [null, null, '参与率', '正向', '约', '90', '%'],
      ]),
    ).toEqual({
      'indicators.quality': [
        ['投诉率', '不超过5%'],
        ['参与率', '约90%'],
      ],
      unplaced: ['反向', '正向'],
    });
  });

  test('that hold a sign and a unit without a value are named', () => {
    expect(
      contentOf([
        ['一级指标', '二级指标', '三级指标', '计算符号', '指标值', '计量单位'],
        ['产出指标', '数量指标', '场次', '≥', '', '场'],
      ]),
    ).toEqual({ 'indicators.quantity': [['场次']], unplaced: ['≥', '场'] });
  });
});
