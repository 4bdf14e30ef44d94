import { describe, expect, test } from 'vitest';
import { contentOf } from '../../support/document-content.js';

const TASKS = ['任务名称', '主要内容', '总额'];
const INDICATORS = ['一级指标', '二级指标', '三级指标', '指标值'];

describe('a table of a document', () => {
  test('may have scores in its headings, which are named', () => {
    expect(
      contentOf([
        [...INDICATORS, '分值'],
        ['产出指标（50分）', '数量指标（20分）', '场次', '≥20场', '10'],
      ]),
    ).toEqual({
      'indicators.quantity': [['场次', '≥20场']],
      unplaced: ['（50分）', '（20分）', '10'],
    });
  });

  test('may repeat its heads, as on every page', () => {
    expect(
      contentOf([
        INDICATORS,
        ['产出指标', '数量指标', '场次', '≥20场'],
        INDICATORS,
        ['', '', '人数', '≥300人'],
        TASKS,
        ['普法', '开展', '300'],
        TASKS,
        ['矫正', '开展', '100'],
      ]),
    ).toEqual({
      'indicators.quantity': [
        ['场次', '≥20场'],
        ['人数', '≥300人'],
      ],
      tasks: [
        ['普法', '开展', '300'],
        ['矫正', '开展', '100'],
      ],
      unplaced: [],
    });
  });

  test('may go on with its columns in another order', () => {
    expect(
      contentOf([
        TASKS,
        ['普法', '开展', '300'],
        ['主要内容', '任务名称', '总额'],
        ['办', '矫正', '9'],
      ]),
    ).toEqual({
      tasks: [
        ['普法', '开展', '300'],
        ['矫正', '办', '9'],
      ],
      unplaced: [],
    });
  });

  test('may have tasks that are called like parts of the form', () => {
    expect(
      contentOf([
        TASKS,
        ['办公用房项目支出', '维修', '600'],
        ['基本支出', '人员', '500'],
        ['普法', '开展', '100'],
        ['资金总额', null, '1200'],
      ]),
    ).toEqual({
      tasks: [
        ['办公用房项目支出', '维修', '600'],
        ['基本支出', '人员', '500'],
        ['普法', '开展', '100'],
      ],
      totalFunds: '1200',
      unplaced: [],
    });
  });

  test('may repeat its label at the side in every row', () => {
    const side = '年度主要任务';
    expect(
      contentOf([
        [side, ...TASKS],
        [side, '普法', '开展', '300'],
        [side, '矫正', '开展', '100'],
        [side, '合计', '', '400'],
      ]),
    ).toEqual({
      tasks: [
        ['普法', '开展', '300'],
        ['矫正', '开展', '100'],
      ],
      totals: { tasks: { total: '400' } },
      unplaced: [],
    });
  });

  test('is no head of a list where two words are only like its heads', () => {
    expect(
      contentOf([
        ['项目名称', '普法经费'],
        ['资金总额', '300'],
      ]),
    ).toEqual({ totalFunds: '300', unplaced: ['项目名称', '普法经费'] });
  });
});

describe('an indicator’s cells', () => {
  test('with as many paragraphs on both sides are as many indicators', () => {
    expect(
      contentOf([INDICATORS, ['产出指标', '数量指标', '场次\n人数', '≥20场\n≥300人']]),
    ).toEqual({
      'indicators.quantity': [
        ['场次', '≥20场'],
        ['人数', '≥300人'],
      ],
      unplaced: [],
    });
  });

  test('with other numbers of paragraphs stay one', () => {
    expect(contentOf([INDICATORS, ['产出指标', '数量指标', '普法\n场次', '≥20场']])).toEqual({
      'indicators.quantity': [['普法\n场次', '≥20场']],
      unplaced: [],
    });
  });
});
