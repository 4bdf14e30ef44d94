import { describe, expect, test } from 'vitest';
import { mendRadicals } from '../../src/domain/radicals.js';

describe('radicals that stand for characters in a PDF', () => {
  test('of the Kangxi block become the characters they look like', () => {
    expect(mendRadicals('⾏政执法⼈员⽬标⾦额')).toBe('行政执法人员目标金额');
  });

  test('of the supplement become the characters they look like', () => {
    expect(mendRadicals('财政部⻔审核意⻅，⻓期，⺠⽣，⻢⻰⻛⻚')).toBe(
      '财政部门审核意见，长期，民生，马龙风页',
    );
  });

  test('outside of the Basic Multilingual Plane are mended whole', () => {
    expect(mendRadicals('⺮⻊⺇')).toBe('𥫗𧾷𠘨');
  });

  test('at the ends of both blocks are known', () => {
    expect(mendRadicals('⺁⻳⼀⿕')).toBe('厂龟一龠');
  });

  test('without a character of their own stay', () => {
    expect(mendRadicals('⺀⺚')).toBe('⺀⺚');
  });
});

test('all other text stays as it was written, full-width signs and compatibility characters too', () => {
  const text = '≥９５％，①（２０２６）㎡ﬁ：１０㎏½';
  expect(mendRadicals(text)).toBe(text);
});
