import { describe, expect, test } from 'vitest';
import { splitList } from '../../src/reading/lists.js';

describe('pasted text is split into its items and loses its numbers', () => {
  test.each<[string, string, string[]]>([
    ['a line an item', '负责普法。\n负责复议。', ['负责普法。', '负责复议。']],
    ['all in one line', '1、普法。2、复议。3.矫正', ['普法。', '复议。', '矫正']],
    [
      'Chinese numbers in one line',
      '一、法治建设。二、行政复议。三、普法。',
      ['法治建设。', '行政复议。', '普法。'],
    ],
    ['brackets and circles', '（一）普法\n②复议\n(3)矫正', ['普法', '复议', '矫正']],
    ['blank lines between', '1、普法\n\n2、复议\n', ['普法', '复议']],
    [
      'a numbered item that goes on below',
      '1、指导普法，\n包括法治宣传。\n2、复议',
      ['指导普法，包括法治宣传。', '复议'],
    ],
    ['numbers above ten', '十、甲。十一、乙。', ['甲。', '乙。']],
    [
      'a figure is no number',
      '完成1.5万人次培训。2026年底前完成。',
      ['完成1.5万人次培训。2026年底前完成。'],
    ],
    [
      'bracketed numbers in one line',
      '（一）普法；（二）复议；（三）矫正。',
      ['普法；', '复议；', '矫正。'],
    ],
    [
      'goals that number themselves',
      '目标1：普法14万人。目标2：按期办结。',
      ['目标1：普法14万人。', '目标2：按期办结。'],
    ],
    [
      'numbers glued to their words',
      '1贯彻方针政策\n2负责普法工作',
      ['贯彻方针政策', '负责普法工作'],
    ],
    [
      'a line that only announces the list',
      '根据“三定”方案，主要职责是：\n1、普法。\n2、复议。',
      ['普法。', '复议。'],
    ],
    ['articles', '第一条、负责普法。\n第二条、负责复议。', ['负责普法。', '负责复议。']],
    ['bullets', '· 普法\n• 复议', ['普法', '复议']],
  ])('%s', (_, text, items) => {
    expect(splitList(text)).toEqual(items);
  });
});
