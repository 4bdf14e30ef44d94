import { describe, expect, test } from 'vitest';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { phrase, wordingOf } from '../../src/interview/notice.js';
import { zhCn } from '../../src/interview/zh-cn.js';

const form = departmentOverall();

describe('the two languages', () => {
  test('say the same things', () => {
    expect(Object.keys(wordingOf('en')).toSorted()).toEqual(Object.keys(zhCn).toSorted());
    const { 'zh-cn': chinese, en } = form.wording;
    expect(Object.keys(en.asks).toSorted()).toEqual(Object.keys(chinese.asks).toSorted());
    expect(Object.keys(en.findings).toSorted()).toEqual(Object.keys(chinese.findings).toSorted());
  });

  test('every doubt has a sentence of its own in both', () => {
    const codes = [
      'approximate',
      'negative',
      'range',
      'percent',
      'placeholder',
      'separators',
      'unit',
      'too-large',
      'unknown',
      'no-figure',
      'ambiguous-unit',
      'omission',
      'which-line',
      'line-count',
      'conflict',
      'total-needed',
      'negative-rest',
      'no-such-row',
      'which-list',
      'which-row',
      'year',
      'misfit',
      'several-rows',
      'edit-unclear',
      'too-many-rows',
      'columns',
    ];
    const say = (locale: 'zh-cn' | 'en') =>
      codes.map((code) =>
        phrase(form, locale, {
          key: 'doubt',
          params: { code, said: 'X', label: '总额', params: {} },
        }),
      );
    expect(new Set(say('zh-cn')).size).toBe(codes.length);
    expect(new Set(say('en')).size).toBe(codes.length);
  });
});
