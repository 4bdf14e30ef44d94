import { describe, expect, test } from 'vitest';
import { contentOf, TITLE } from '../../support/document-content.js';

const FUNDS = [
  ['资金总额', '300'],
  ['其他资金', '50'],
];

describe('a document is this form', () => {
  test.each([
    ['附件2：部门整体支出绩效目标申报表'],
    ['某局2027年度部门整体支出绩效目标申报表'],
    ['部门（单位）整体支出绩效目标申报表（样表）'],
    [' 部 门 整 体 支 出 绩 效 目 标 申 报 表 '],
  ])('where its title is a whole paragraph: %s', (title) => {
    expect(contentOf(FUNDS, [title])).toMatchObject({ totalFunds: '300' });
  });

  test('without a title where it has three parts, a list among them', () => {
    expect(contentOf([...FUNDS, ['年度总体目标', '做好。']], [])).toMatchObject({
      totalFunds: '300',
      goals: [['做好。']],
    });
    expect(contentOf([...FUNDS, ['基本支出', '250']], [])).toBeUndefined();
  });
});

describe('a document is another one', () => {
  test.each([['项目支出绩效目标申报表'], ['部门整体支出绩效自评表'], ['2027年部门收支总表']])(
    'where its title says so, whatever its labels: %s',
    (title) => {
      const rows = [...FUNDS, ['项目名称', '普法经费'], ['项目年度绩效目标', '做好普法']];
      expect(contentOf(rows, [title, '（2027年度）'])).toBeUndefined();
      expect(contentOf([[title, null], ...rows], [])).toBeUndefined();
    },
  );

  test.each([['关于报送部门整体支出绩效目标申报表的通知'], ['请填报部门整体支出绩效目标申报表']])(
    'where it only mentions the title: %s',
    (line) => {
      const lines = [line, '2026年11月3日', '联系人：李四 主任：王五', '单位：财政局'];
      expect(contentOf([], lines)).toBeUndefined();
    },
  );
});

describe('the year', () => {
  test.each([
    [['2026年11月3日', '部门整体支出绩效目标申报表（2027年度）'], '2027'],
    [['2026年预算公开附表', '某局2027年度部门整体支出绩效目标申报表'], '2027'],
    [['二〇二七年度部门整体支出绩效目标申报表', '（2026年度）'], '2027'],
    [[TITLE, '（２０２７年）'], '2027'],
    [[TITLE, '年度：2027'], '2027'],
  ])('of %j is %s', (lines, year) => {
    expect(contentOf(FUNDS, lines)).toMatchObject({ year, totalFunds: '300' });
  });

  test.each([[TITLE, '2026年11月3日'], ['2027—2029年部门整体支出绩效目标申报表']])(
    'is no date, and none of several: %s',
    (...lines) => {
      expect(contentOf(FUNDS, lines)).not.toHaveProperty('year');
    },
  );

  test('beside its label is four digits', () => {
    expect(contentOf([['预算年度', '2027年度']])).toEqual({ year: '2027', unplaced: [] });
  });

  test('that says something else is named', () => {
    const lines = ['2027年部门整体支出绩效目标申报表', '（2026年度）'];
    expect(contentOf(FUNDS, lines)).toMatchObject({ year: '2027', unplaced: ['（2026年度）'] });
  });

  test('over a column is none of the form', () => {
    expect(
      contentOf([
        ['项目', '2026年', '2027年'],
        ['资金总额', '950', '1000'],
      ]),
    ).not.toHaveProperty('year');
  });
});

test('a unit before the title is named where nothing else says it', () => {
  const lines = ['某局2027年度部门整体支出绩效目标申报表'];
  expect(contentOf(FUNDS, lines)).toMatchObject({ unplaced: ['某局'] });
  expect(contentOf([['填报单位', '某局']], lines)).toMatchObject({ unplaced: [] });
});
