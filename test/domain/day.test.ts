import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween } from '../../src/domain/day.js';

test.each([
  ['2026-11-24', '2026-11-24', 0],
  ['2026-11-24', '2026-12-24', 30],
  ['2026-12-31', '2027-01-01', 1],
  ['2028-02-28', '2028-03-01', 2],
  ['2027-02-28', '2027-03-01', 1],
  ['2100-02-28', '2100-03-01', 1],
  ['2027-01-01', '2026-12-31', -1],
])('from %s to %s it is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test('days agree with the calendar of the platform', () => {
  const day = fc.date({
    min: new Date('1901-01-01'),
    max: new Date('2199-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [from, to] = [one, other].map((date) => date.toISOString().slice(0, 10));
      const expected = (Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000;
      expect(daysBetween(from ?? '', to ?? '')).toBe(expected);
    }),
  );
});
