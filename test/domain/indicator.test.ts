import { describe, expect, test } from 'vitest';
import { readTargetValue } from '../../src/domain/indicator.js';

/** A reading in short: comparison, number and unit, or its kind. */
function read(words: string): string {
  const reading = readTargetValue(words, { year: '2026' });
  switch (reading.kind) {
    case 'quantity':
      return [reading.subject ?? '', reading.comparison, reading.number, reading.unit].join('');
    case 'graded':
      return reading.grade;
    case 'deadline':
      return reading.date;
    case 'period':
      return `${reading.from}..${reading.to}`;
    default:
      return reading.kind;
  }
}

describe('a 指标值 is read for checks, never rewritten', () => {
  test.each([
    ['≥30万页', '≥300000页'],
    ['＞＝95％', '≥95%'],
    ['不低于九成', '≥90%'],
    ['不低于九成五', '≥95%'],
    ['=100.00(%)', '=100%'],
    ['≤1.2元/页', '≤1.2元/页'],
    ['≤0.3%', '≤0.3%'],
    ['≤10分钟', '≤10分钟'],
    ['参与度80%', '参与度=80%'],
    ['250万', '=2500000'],
    ['≥80M', '≥80M'],
    ['两次', '=2次'],
    ['百分之九十', '=90%'],
    ['100人以内', '≤100人'],
    ['优', '优'],
    ['优良', '优良'],
    ['2024年11月30日前', '2024-11-30'],
    ['11月底前', '2026-11-30'],
    ['2月底', '2026-02-28'],
    ['2026.03-2026.10', '2026-03..2026-10'],
    ['不超当年度预算', 'budget-bound'],
    ['较上年提升', 'text'],
    ['涉及三公经费部分严格执行国家要求，不超额使用。', 'budget-bound'],
    ['建设法治衡阳为推动衡阳经济良性发展营造了良好的法治环境。', 'text'],
  ])('%s is %s', (words, reading) => {
    expect(read(words)).toBe(reading);
  });
});
