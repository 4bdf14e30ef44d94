import { describe, expect, test } from 'vitest';
import { contentOf } from '../../support/document-content.js';

const TASK_HEADS = ['任务名称', '主要内容', '总额'];

describe('of several columns of amounts', () => {
  test('none is taken where nobody knows which year is meant', () => {
    expect(
      contentOf([
        ['任务名称', '主要内容', '2026年预算', '2027年预算'],
        ['普法', '开展', '280', '300'],
      ]),
    ).toEqual({ tasks: [['普法', '开展']], unplaced: ['280', '300'] });
  });

  test('one under a head of last year is never taken', () => {
    expect(
      contentOf([
        ['任务名称', '主要内容', '上年预算', '本年预算', '执行数'],
        ['普法', '开展', '280', '300', '270'],
      ]),
    ).toEqual({ tasks: [['普法', '开展', '300']], unplaced: ['280', '270'] });
  });

  test('all under a merged head of last year are left out', () => {
    expect(
      contentOf([
        ['任务名称', '主要内容', '上年预算数', null, null, '本年预算数', null, null],
        [null, null, '总额', '财政拨款', '其他资金', '总额', '财政拨款', '其他资金'],
        ['普法', '开展', '280', '200', '80', '300', '250', '50'],
      ]),
    ).toEqual({
      tasks: [['普法', '开展', '300', '250', '50']],
      unplaced: ['280', '200', '80'],
    });
  });

  test('those of different parts of one column are added up', () => {
    expect(
      contentOf([
        ['任务名称', '主要内容', '一般公共预算', '政府性基金', '其他资金'],
        ['普法', '开展', '200', '50', '30'],
      ]),
    ).toEqual({ tasks: [['普法', '开展', '250', '30']], unplaced: [] });
  });

  test('parts that cannot be added up are kept in their words', () => {
    expect(
      contentOf([
        ['任务名称', '主要内容', '一般公共预算', '政府性基金'],
        ['普法', '开展', '200', '约50'],
      ]),
    ).toEqual({ tasks: [['普法', '开展']], unplaced: [], unread: ['200+约50'] });
  });

  test('the budget takes that of this year', () => {
    expect(
      contentOf([
        ['项目', '上年预算数', '本年预算数'],
        ['资金总额', '950', '1000'],
        ['公共财政拨款', '880', '900'],
      ]),
    ).toEqual({
      totalFunds: '1000',
      publicBudget: '900',
      unplaced: ['项目', '上年预算数', '本年预算数', '950', '880'],
    });
  });

  test('the budget takes the only one that is not of last year, and else none', () => {
    expect(
      contentOf([
        ['项目', '上年执行数', '预算数'],
        ['资金总额', '950', '1000'],
      ]),
    ).toMatchObject({ totalFunds: '1000' });
    expect(
      contentOf([
        ['项目', '2026年', '2027年'],
        ['资金总额', '950', '1000'],
      ]),
    ).toEqual({ unplaced: ['项目', '2026年', '2027年', '950', '1000'] });
    expect(
      contentOf([
        ['项目', '上年预算数'],
        ['资金总额', '950'],
      ]),
    ).toEqual({ unplaced: ['项目', '上年预算数', '950'] });
  });
});

describe('amounts of tasks', () => {
  test('a row of totals is none of the budget, whatever it is called', () => {
    expect(contentOf([TASK_HEADS, ['普法', '开展', '300'], ['合计', null, '300']])).toEqual({
      tasks: [['普法', '开展', '300']],
      totals: { tasks: { total: '300' } },
      unplaced: [],
    });
  });

  test('are found beside more columns than the form has', () => {
    expect(
      contentOf([
        [
          '序号',
          '任务名称',
          '责任科室',
          '主要内容',
          '上年预算',
          '总额',
          '财政拨款',
          '其他资金',
          '备注',
        ],
        ['1', '普法', '甲科', '开展', '280', '300', '250', '50', 'x'],
      ]),
    ).toEqual({
      tasks: [['普法', '开展', '300', '250', '50']],
      unplaced: ['甲科', '280', 'x'],
    });
  });

  test('in a sentence beside the label of the tasks are none of the budget', () => {
    expect(contentOf([['年度主要任务', '1、普法300万元，其中：财政拨款250万元。']])).toEqual({
      unplaced: ['1、普法300万元，其中：财政拨款250万元。'],
    });
  });

  test('subtotals, parts of a line and titles over lines are no tasks, and are named', () => {
    expect(
      contentOf([
        TASK_HEADS,
        ['一、普法类', '', ''],
        ['普法甲', '开展', '300'],
        ['普法类小计', '', '300'],
        ['其中：印刷', '印', '100'],
        ['矫正', '开展', '100'],
        ['合计数', '', '400'],
        ['合计', '', '400'],
      ]),
    ).toEqual({
      tasks: [
        ['普法甲', '开展', '300'],
        ['矫正', '开展', '100'],
      ],
      totals: { tasks: { total: '400' } },
      unplaced: ['一、普法类', '普法类小计', '300', '其中：印刷', '印', '100', '合计数', '400'],
    });
  });

  test('totals of several tables are each that of a piece, and named', () => {
    expect(
      contentOf([
        TASK_HEADS,
        ['普法', '开展', '300'],
        ['合计', '', '300'],
        ['年度总体目标', '做好。', ''],
        TASK_HEADS,
        ['矫正', '开展', '100'],
        ['合计', '', '100'],
      ]),
    ).toEqual({
      goals: [['做好。']],
      tasks: [
        ['普法', '开展', '300'],
        ['矫正', '开展', '100'],
      ],
      unplaced: ['300', '100'],
    });
  });
});

describe('of two figures for one blank', () => {
  test('everyday words such as 合计 are no label', () => {
    expect(
      contentOf([
        ['合计', '500'],
        ['资金总额', '1000'],
      ]),
    ).toEqual({ totalFunds: '1000', unplaced: ['合计', '500'] });
  });

  test('the label beats another name, wherever it stands', () => {
    expect(
      contentOf([
        ['收入总计', '990'],
        ['资金总额', '1000'],
      ]),
    ).toEqual({ totalFunds: '1000', unplaced: ['990'] });
  });

  test('the first counts where both stand beside the label, and the other is named', () => {
    expect(
      contentOf([
        ['项目支出', '300'],
        ['项目支出', '400'],
        ['项目支出', '300万元'],
      ]),
    ).toEqual({ projectExpenditure: '300', unplaced: ['400'] });
  });

  test('a figure beats a blank', () => {
    expect(
      contentOf([
        ['其他资金', ''],
        ['其他资金', '8'],
      ]),
    ).toEqual({ otherFunds: '8', unplaced: [] });
  });
});

describe('cells under a merged head', () => {
  test('are joined where they are one 指标值', () => {
    expect(
      contentOf([
        ['一级指标', '二级指标', '三级指标', '指标值', null, null],
        ['产出指标', '数量指标', '场次', '≥', '20', '场'],
      ]),
    ).toEqual({ 'indicators.quantity': [['场次', '≥20场']], unplaced: [] });
  });

  test('are named where nobody knows what they are', () => {
    expect(
      contentOf([
        ['任务名称', '主要内容', '预算金额', null, null],
        ['普法', '开展', '300', '250', '50'],
      ]),
    ).toEqual({ tasks: [['普法', '开展', '300']], unplaced: ['250', '50'] });
  });
});
