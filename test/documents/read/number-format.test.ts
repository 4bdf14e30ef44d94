import { describe, expect, test } from 'vitest';
import { numberAsShown } from '../../../src/documents/read/number-format.js';

function shown(value: number, format?: string): string {
  return numberAsShown(value, format, () => 'in a format of another kind');
}

describe('a number is read as a spreadsheet shows it', () => {
  test.each([
    [2565.36, undefined, '2565.36'],
    [2565.36, 'General', '2565.36'],
    [2565.36, '"资金总额："General"万元"', '资金总额：2565.36万元'],
    [-3, 'General"万元"', '-3万元'],
    [2565.36, '0.00####', '2565.36'],
    [2565.123456, '0.00####', '2565.123456'],
    [8, '0.00', '8.00'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [123, '#,##0', '123'],
    [5, '000', '005'],
    [0.5, '#.##', '.5'],
    [0.985, '0.0%', '98.5%'],
    [2026, '0"年度"', '2026年度'],
    [12.5, '@', '12.5'],
  ])('%d in %s is %s', (value, format, expected) => {
    expect(shown(value, format)).toBe(expected);
  });

  test('by its first 15 digits: what doubles add is not read', () => {
    expect(shown(0.1 + 0.2)).toBe('0.3');
    expect(shown(2557.36 + 8)).toBe('2565.36');
    expect(shown(123456789.123456)).toBe('123456789.123456');
  });

  test('rounded as in writing, not as doubles are', () => {
    expect(shown(1.005, '0.00')).toBe('1.01');
    expect(shown(0.285, '0%')).toBe('29%');
  });

  test('without the bare point that Excel leaves behind a whole number', () => {
    expect(shown(123, '0.##"万元"')).toBe('123万元');
  });

  test('never with an exponent of its own', () => {
    expect(shown(1e21)).toBe('1000000000000000000000');
    expect(shown(1e-7)).toBe('0.0000001');
  });
});

describe('the sections of a format', () => {
  const accounting = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ';

  test('are for positive and negative numbers and for zero', () => {
    expect(shown(2565.36, accounting)).toBe('2,565.36');
    expect(shown(-2565.36, accounting)).toBe('-2,565.36');
    expect(shown(0, accounting)).toBe('-');
  });

  test('may leave a zero or a negative number blank', () => {
    expect(shown(0, 'General"万元";-General"万元";')).toBe('');
    expect(shown(-12.5, '0.0;;')).toBe('');
  });

  test('may write negative numbers without a minus', () => {
    expect(shown(-12.5, '#,##0.00_);(#,##0.00)')).toBe('(12.50)');
    expect(shown(-12.5, '0.00_ ;[Red]\\-0.00\\ ')).toBe('-12.50');
  });

  test('may have conditions', () => {
    expect(shown(1500, '[>=1000]0.0,"千";0"个"')).toBe('1.5千');
    expect(shown(5, '[>=1000]0.0,"千";0"个"')).toBe('5个');
  });

  test('give no minus to what rounds to zero', () => {
    expect(shown(-0.001, '0.00')).toBe('0.00');
  });
});

describe('signs within a format', () => {
  test('in quotes or behind an escape are text, a % too', () => {
    expect(shown(98, '"≥"0"%"')).toBe('≥98%');
    expect(shown(98, '"≥"0\\%')).toBe('≥98%');
  });

  test('behind the digits divide by thousands, and 元 show as 万元', () => {
    expect(shown(1234567, '#,##0,')).toBe('1,235');
    expect(shown(12345, '0\\.0,"万"')).toBe('1.2万');
    expect(shown(12345, '0!.0,"万"')).toBe('1.2万');
    expect(shown(123456789, '0!.0000"万元"')).toBe('12345.6789万元');
  });

  test('in brackets are a currency, or nothing that is seen', () => {
    expect(shown(2565.36, '[$￥-804]#,##0.00')).toBe('￥2,565.36');
    expect(shown(8, '[Blue][$-804]0')).toBe('8');
  });
});

test('a format with a power or a fraction is left to the library', () => {
  expect(shown(0.5, '0.00E+00')).toBe('in a format of another kind');
  expect(shown(0.5, '# ?/?')).toBe('in a format of another kind');
});
