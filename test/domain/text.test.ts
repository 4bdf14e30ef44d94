import { describe, expect, test } from 'vitest';
import { clean, halfWidth, placeholderIn } from '../../src/domain/text.js';

describe('text is cleaned once, at the door', () => {
  test('control characters and zero-width marks go, tabs and newlines stay', () => {
    expect(clean('普法\u0000\u0007\t90\u200B万\r\n次行\u2028末')).toBe('普法\t90万\n次行\n末');
  });

  test('half of a surrogate pair becomes a replacement mark, a whole pair stays', () => {
    expect(clean('a\uD800b')).toBe('a\uFFFDb');
    expect(clean('𬭚')).toBe('𬭚');
  });
});

describe('full-width signs', () => {
  test('become half-width character for character, so that places stay', () => {
    const text = '（２０２６）　￥８％';
    expect(halfWidth(text)).toBe('(2026) ¥8%');
    expect(halfWidth(text)).toHaveLength(text.length);
  });
});

describe('what a template left behind is recognised', () => {
  test.each([
    ['XX局', 'XX'],
    ['完成××项', '××'],
    ['培训**次', '**'],
    ['待填', '待填'],
    ['{单位}年度', '{单位}'],
  ])('%s holds %s', (text, found) => {
    expect(placeholderIn(text)).toBe(found);
  });

  test('a Roman numeral is none', () => {
    expect(placeholderIn('第XXI届')).toBeUndefined();
  });
});
