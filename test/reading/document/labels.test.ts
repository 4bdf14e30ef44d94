import { describe, expect, test } from 'vitest';
import { contentOf, TITLE } from '../../support/document-content.js';

describe('several labels in one line', () => {
  test('end each other’s values, and those that the form does not have are named', () => {
    const line = '填报单位：某局 2027年度 单位负责人（签名）：　　填表人：李四　联系电话：139';
    expect(contentOf([['资金总额', '1000']], [TITLE, line])).toEqual({
      reportingUnit: '某局',
      totalFunds: '1000',
      unplaced: ['2027年度', '填表人：李四　联系电话：139'],
    });
  });

  test('may be parted by a tab or by blanks', () => {
    expect(contentOf([], [TITLE, '填报单位：某局\t单位负责人：李　　明  电话139'])).toEqual({
      reportingUnit: '某局',
      unitHead: '李　　明',
      unplaced: ['电话139'],
    });
  });

  test('everyday words name a value only where they are all that is in a cell', () => {
    expect(contentOf([['负责人', '张三']], [TITLE, '主任：王五', '单位：财政局'])).toEqual({
      unitHead: '张三',
      unplaced: ['主任：王五', '单位：财政局'],
    });
  });
});

describe('a label alone in its cell', () => {
  test('may end with a colon: its value is in the next cell that holds something', () => {
    expect(
      contentOf([
        ['填报单位：', '某局'],
        ['资金总额：', '1000'],
        ['公共财政拨款', '', '900'],
      ]),
    ).toEqual({ reportingUnit: '某局', totalFunds: '1000', publicBudget: '900', unplaced: [] });
  });

  test('is a blank on purpose only where its row holds nothing else for it', () => {
    expect(
      contentOf([
        ['其他资金：', ''],
        ['政府性基金拨款', '', '项目支出', '400'],
        ['基本支出', '', '见附件'],
      ]),
    ).toEqual({
      otherFunds: null,
      governmentFund: null,
      projectExpenditure: '400',
      unplaced: ['见附件'],
    });
  });

  test('is no blank beside words, whatever stands below', () => {
    expect(
      contentOf([
        ['资金总额', '见附件'],
        ['1', '普法'],
      ]),
    ).toEqual({ unplaced: ['见附件', '1', '普法'] });
  });

  test('may be a head over figures, merged ones and other labels beside it', () => {
    expect(
      contentOf([
        ['资金总额', '按支出性质分', null],
        [null, '基本支出', '项目支出'],
        ['1000', '600', '400'],
      ]),
    ).toEqual({
      totalFunds: '1000',
      basicExpenditure: '600',
      projectExpenditure: '400',
      unplaced: [],
    });
  });

  test('is no head over the rows of several years, but for that of this one', () => {
    expect(
      contentOf([
        ['项目', '资金总额', '基本支出'],
        ['上年', '950', '590'],
        ['本年', '1000', '600'],
      ]),
    ).toMatchObject({ totalFunds: '1000', basicExpenditure: '600' });
  });

  test('takes no other label for its text', () => {
    expect(contentOf([['单位负责人', '联系人', '李四', '电话', '139']])).toEqual({
      unplaced: ['联系人', '李四', '电话', '139'],
    });
    expect(contentOf([['单位负责人', '', '联系人', '李四']])).toEqual({
      unplaced: ['联系人', '李四'],
    });
  });
});

describe('lists of texts', () => {
  test('are numbered in cells of their own', () => {
    expect(
      contentOf([
        ['部门职能职责概述', '1', '负责普法'],
        [null, '2', '负责矫正'],
        ['年度总体目标', '目标1', '做好普法'],
        [null, '目标2：', '做好矫正'],
      ]),
    ).toEqual({
      duties: [['负责普法'], ['负责矫正']],
      goals: [['做好普法'], ['做好矫正']],
      unplaced: [],
    });
  });

  test('of last year, or of many years, are none of this form', () => {
    expect(
      contentOf([
        ['上年绩效目标完成情况', '做好了'],
        ['中长期总体目标', '三年做好'],
        ['年度总体目标', '上年目标', '本年目标'],
        ['', '甲', '乙'],
      ]),
    ).toEqual({
      goals: [['乙']],
      unplaced: ['上年绩效目标完成情况', '做好了', '中长期总体目标', '三年做好', '上年目标', '甲'],
    });
  });

  test('end where a line begins with the label of a text', () => {
    const lines = [TITLE, '年度总体目标', '做好普法。', '单位负责人：张三'];
    expect(contentOf([], lines)).toEqual({
      goals: [['做好普法。']],
      unitHead: '张三',
      unplaced: [],
    });
  });
});
