import fc from 'fast-check';
import nzh from 'nzh';
import { describe, expect, test } from 'vitest';
import { readAmount } from '../../src/domain/read-amount.js';

/** The amount in 万元 that some words mean, or why they mean none. */
function read(words: string): string {
  const reading = readAmount(words);
  switch (reading.kind) {
    case 'amount':
      return reading.amount;
    case 'ambiguous':
      return `${reading.why}? ${reading.candidates.join(' / ')}`;
    case 'unreadable':
      return reading.why;
    default:
      return reading.kind;
  }
}

describe('an amount is read in every notation people use, in 万元', () => {
  test.each([
    ['2565.36', '2565.36'],
    ['2565.36万', '2565.36'],
    ['2，565.36万元', '2565.36'],
    ['２５６５．３６万元', '2565.36'],
    ['25,653,600.00元', '2565.36'],
    ['¥25,653,600元', '2565.36'],
    ['人民币25,653,600元整', '2565.36'],
    ['二千五百六十五点三六万', '2565.36'],
    ['贰仟伍佰陆拾伍万叁仟陆佰元整', '2565.36'],
    ['二五六五点三六万', '2565.36'],
    ['1.2亿', '12000'],
    ['1亿2000万', '12000'],
    ['12亿3456.78万元', '123456.78'],
    ['2565万3600元', '2565.36'],
    ['5千万', '5000'],
    ['500千元', '50'],
    ['八', '8'],
    ['十二万', '12'],
    ['一千万零五百元', '1000.05'],
    ['2565。36万', '2565.36'],
    ['2 565.36 万元', '2565.36'],
    ['8w', '8'],
    ['.5', '0.5'],
    ['共386.2万元。', '386.2'],
    ['120万整', '120'],
  ])('%s is %s', (words, amount) => {
    expect(read(words)).toBe(amount);
  });
});

describe('the decimals of an amount written in 万元 stay as they were written', () => {
  test.each([
    ['279,285.70万元', '279285.70'],
    ['300.00', '300.00'],
    ['2565.365', '2565.365'],
    ['007', '7'],
    ['0.00', '0'],
  ])('%s is kept as %s', (words, amount) => {
    expect(read(words)).toBe(amount);
  });
});

describe('nothing, blank and zero are told apart', () => {
  test.each([
    ['0', '0'],
    ['无', 'zero'],
    ['没有', 'zero'],
    ['——', 'zero'],
    ['/', 'zero'],
    ['本年无政府性基金', 'zero'],
    ['没有其他资金', 'zero'],
    ['', 'blank'],
    ['留空', 'blank'],
    ['　', 'blank'],
    ['没有确定', 'no-figure'],
    ['无法确定', 'no-figure'],
  ])('%s is %s', (words, kind) => {
    expect(read(words)).toBe(kind);
  });
});

describe('what is not one exact amount is refused with its reason', () => {
  test.each([
    ['两千多万', 'approximate'],
    ['约50万', 'approximate'],
    ['三五万', 'approximate'],
    ['800左右', 'approximate'],
    ['100万以上', 'approximate'],
    ['-5', 'negative'],
    ['负五万', 'negative'],
    ['100-200万', 'range'],
    ['100万至200万', 'range'],
    ['80%', 'percent'],
    ['XX万元', 'placeholder'],
    ['12.3.4', 'separators'],
    ['1,23', 'separators'],
    ['100美元', 'unit'],
    ['50平方米', 'unit'],
    ['99999999999万亿', 'too-large'],
    ['1e5', 'unknown'],
    ['三百五千', 'unknown'],
    ['普法宣传', 'no-figure'],
    ['谢谢', 'no-figure'],
    [
      '（一）贯彻执行国家方针政策。（二）负责水利工程建设，负责河道治理等多项工作，近期还有其他安排。',
      'no-figure',
    ],
    ['100万出头', 'approximate'],
  ])('%s: %s', (words, why) => {
    expect(read(words)).toBe(why);
  });
});

describe('what can be read in two ways is a question with both readings', () => {
  test.each([
    ['2565.36元', 'unit? 0.256536 / 2565.36'],
    ['25653600', 'unit? 2565.36 / 25653600'],
    ['5千', 'unit? 0.5 / 5000'],
    ['两千五百六十五万三千六', 'omission? 2565.36 / 2565.3006'],
    ['三万五', 'omission? 3.5 / 3.0005'],
    ['二百五', 'omission? 250 / 205'],
  ])('%s: %s', (words, question) => {
    expect(read(words)).toBe(question);
  });
});

describe('under a head that names another unit', () => {
  test.each([
    ['160000', 'yuan', '16'],
    ['8500', 'yuan', '0.85'],
    ['8500.50', 'yuan', '0.85005'],
    ['1.5', 'yi', '15000'],
    ['90.50', 'wan', '90.50'],
    ['16万', 'yuan', '16'],
  ] as const)('%s in %s is %s 万元, and nothing is asked', (words, head, amount) => {
    expect(readAmount(words, { head: head })).toMatchObject({ kind: 'amount', amount });
  });
});

describe('any amount reads back exactly from any notation', () => {
  /** Cents up to 10 亿元, so that every notation can hold them. */
  const cents = fc.bigInt({ min: 1_000_000n, max: 99_999_999_999n });
  const inWan = (amount: bigint) => {
    const text = String(amount).padStart(7, '0');
    return `${text.slice(0, -6)}.${text.slice(-6)}`.replace(/\.?0+$/, '');
  };
  const inYuan = (amount: bigint) => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
  const grouped = (text: string) =>
    text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
  const fullWidth = (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const notations: readonly ((amount: bigint) => string)[] = [
    (amount) => `${inWan(amount)}万元`,
    (amount) => `${grouped(inWan(amount))}万`,
    (amount) => `${inYuan(amount)}元`,
    (amount) => `${grouped(inYuan(amount))}元`,
    (amount) => fullWidth(`${inYuan(amount)}元`),
    (amount) => nzh.cn.toMoney(inYuan(amount), { outSymbol: false }),
    (amount) => nzh.hk.toMoney(inYuan(amount), { outSymbol: false, complete: false }),
    (amount) => `${nzh.cn.encodeS(String(amount / 100n))}元`,
  ];

  test.each(notations.map((write, at) => [at, write] as const))('notation %i', (at, write) => {
    const whole = at === notations.length - 1;
    fc.assert(
      fc.property(cents, (amount) => {
        const exact = whole ? (amount / 100n) * 100n : amount;
        expect(read(write(exact))).toBe(inWan(exact));
      }),
      { numRuns: 40_000 },
    );
  });

  test('random words never make the reader throw', () => {
    const alphabet = fc.constantFrom(
      ...'0123456789.,，。 -—万元亿千百十一二三零两壹贰点整角分约多无没有￥¥%至\t\n项目财政'.split(
        '',
      ),
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 12 }), (signs) => {
        expect(readAmount(signs.join('')).kind).toBeTypeOf('string');
      }),
      { numRuns: 20_000 },
    );
  });
});
