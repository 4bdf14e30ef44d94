import { expect, test } from 'vitest';
import { contentOf, TITLE } from '../../support/document-content.js';

/** No pattern may look at a long run again from each of its places: that would take minutes here. */
test.each([
  ...[
    '，',
    ',',
    '；',
    '。',
    '、',
    '：',
    '（',
    '(',
    '）',
    ' ',
    '　',
    '\t',
    '\n',
    '1',
    '一',
    '元',
    '表',
  ],
  ...[
    '其中',
    '其中：',
    '上年',
    '（a',
    '(1',
    '2027',
    '甲乙：',
    '甲乙 ',
    '资金总额',
    '资金总额（',
    '目标',
  ],
])('100,000 characters of %j are read at once', (words) => {
  const run = words.repeat(100_000 / words.length);
  const lines = [TITLE, run, `资金总额：${run}`, `填报单位：${run}某局`, `资金总额：1${run}万元`];
  const rows = [
    ['资金总额', run],
    [`资金总额${run}`, '1'],
    ['任务名称', '主要内容', `总额${run}`, `${run}预算`],
    [run, `${run}x`, run, `1${run}`],
    ['一级指标', '二级指标', '三级指标', '计算符号', `指标值${run}`],
    [`产出指标${run}`, `数量指标${run}`, `场次${run}`, run, `${run}1`],
    ['年度总体目标', `1${run}`, null, null, null],
  ];
  expect(contentOf(rows, lines)).toBeDefined();
});
