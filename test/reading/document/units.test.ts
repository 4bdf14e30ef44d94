import { describe, expect, test } from 'vitest';
import { contentOf, TITLE } from '../../support/document-content.js';

const TASKS = ['任务名称', '主要内容', '总额'];

describe('the unit of a bare figure', () => {
  test('is first that of its own label', () => {
    expect(
      contentOf([
        ['资金总额（元）', '10000000'],
        ['其他资金（万元）', '100'],
        ['年度预算申请（万元）', '基本支出（元）：500000'],
      ]),
    ).toMatchObject({ totalFunds: '1000', otherFunds: '100', basicExpenditure: '50' });
  });

  test('is then that of the head over it, or of a cell beside it', () => {
    expect(
      contentOf([
        ['单位：万元', ''],
        ['项目', '预算数（元）'],
        ['资金总额', '10000000'],
      ]),
    ).toMatchObject({ totalFunds: '1000' });
    expect(contentOf([['资金总额', '10000000', '元']])).toEqual({
      totalFunds: '1000',
      unplaced: [],
    });
    expect(
      contentOf([
        ['任务名称', '主要内容', '总额', '计量单位'],
        ['普法', '开展', '300000', '元'],
      ]),
    ).toEqual({ tasks: [['普法', '开展', '30']], unplaced: [] });
  });

  test('is then that of the label at the side, for all that stands beside it', () => {
    expect(
      contentOf([
        ['单位：元', null],
        ['年度预算申请（万元）', '资金总额：1000'],
        [null, '基本支出：600'],
        TASKS,
        ['普法', '开展', '300000'],
      ]),
    ).toEqual({
      totalFunds: '1000',
      basicExpenditure: '600',
      tasks: [['普法', '开展', '30']],
      unplaced: [],
    });
  });

  test('is then that of the nearest line above it', () => {
    expect(
      contentOf([
        ['年度预算申请（万元）', '资金总额：1000'],
        ['单位：元', null],
        TASKS,
        ['普法', '开展', '300000'],
      ]),
    ).toMatchObject({ totalFunds: '1000', tasks: [['普法', '开展', '30']] });
  });

  test('is else the first that the document names', () => {
    const lines = [TITLE, '填报单位：某局　金额单位：元'];
    expect(contentOf([['资金总额', '10000000']], lines)).toEqual({
      reportingUnit: '某局',
      totalFunds: '1000',
      unplaced: [],
    });
  });

  test('never comes from the head of another table', () => {
    expect(
      contentOf([
        ['资金总额', '1000'],
        ['任务名称', '主要内容', '总额（元）'],
        ['普法', '开展', '300000'],
      ]),
    ).toMatchObject({ totalFunds: '1000', tasks: [['普法', '开展', '30']] });
  });
});

describe('a unit that is not taken', () => {
  test('leaves its amounts unread, with the unit, and is converted by nobody', () => {
    expect(contentOf([['资金总额', '10000']], [TITLE, '单位：千元'])).toEqual({
      unplaced: ['单位：千元'],
      unread: ['10000（千元）'],
    });
    expect(
      contentOf([
        ['任务名称', '主要内容', '总额（百万元）'],
        ['普法', '开展', '3'],
      ]),
    ).toEqual({ tasks: [['普法', '开展']], unplaced: [], unread: ['3（百万元）'] });
  });

  test('holds for no amount that names its own', () => {
    expect(contentOf([['资金总额', '1000万元']], [TITLE, '单位：千元'])).toMatchObject({
      totalFunds: '1000',
    });
  });
});

describe('words for units', () => {
  test('are no unit that fills the form in', () => {
    const lines = [TITLE, '单位：元、%', '填报单位：万元'];
    expect(contentOf([['单位名称', '千元']], lines)).toEqual({
      unplaced: ['单位：元、%', '填报单位：万元', '单位名称', '千元'],
    });
  });

  test('within the name of a place declare nothing', () => {
    const lines = [TITLE, '填报单位：元江县财政局'];
    expect(contentOf([['资金总额', '1000']], lines)).toEqual({
      reportingUnit: '元江县财政局',
      totalFunds: '1000',
      unplaced: [],
    });
  });
});
