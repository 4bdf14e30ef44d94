import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, distance, grouped, minus, perTenThousand, sum } from '../../src/domain/amount.js';

describe('amounts', () => {
  test('blank and unasked count as zero in a sum', () => {
    expect(sum(['2557.36', null, undefined, '8'])).toBe('2565.36');
  });

  test('a sum is exact where binary fractions are not', () => {
    expect(sum(['0.1', '0.2'])).toBe('0.3');
    expect(sum(['99999999999999.99', '0.01'])).toBe('100000000000000');
  });

  test('8 and 8.00 are the same amount', () => {
    expect(compare('8', '8.00')).toBe(0);
  });

  test('a difference has a sign, a distance has none', () => {
    expect(minus('664', '792.71')).toBe('-128.71');
    expect(distance('664', '792.71')).toBe('128.71');
  });

  test('万元 becomes 亿元 without rounding', () => {
    expect(perTenThousand('328661.815')).toBe('32.8661815');
  });

  test('thousands are separated in the whole part only', () => {
    expect(grouped('1234567.8901')).toBe('1,234,567.8901');
  });

  test('a sum equals the sum of whole cents, in any order', () => {
    const cents = fc.array(fc.bigInt({ min: 0n, max: 10n ** 14n }), { maxLength: 40 });
    const amount = (value: bigint) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;
    fc.assert(
      fc.property(cents, (values) => {
        const total = values.reduce((sofar, value) => sofar + value, 0n);
        const amounts = values.map(amount);
        expect(compare(sum(amounts), amount(total))).toBe(0);
        expect(sum(amounts.toReversed())).toBe(sum(amounts));
      }),
    );
  });
});
