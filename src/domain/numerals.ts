import type { Decimal } from 'decimal.js';
import { Exact } from './amount.js';

/** A number as a person writes it: in digits, in Chinese characters, or in both. */
export interface Numeral {
  kind: 'numeral';
  /** In 元 when a unit was written, otherwise the bare number. */
  value: Decimal;
  /** The largest unit written; `thousands` is a 千 after digits alone (5千): of what, nobody said. */
  unit: 'none' | 'yuan' | 'wan' | 'yi' | 'thousands';
  /** The digits as written, when the numeral is nothing but digits with at most 万元 behind them. */
  digits?: string;
  /** Colloquial omission (三千六, 三万五): the value if the last digit is taken at its face. */
  literally?: Decimal;
}

/** 三五万, 两三百: two digits side by side name a range, not a number. */
export interface Vague {
  kind: 'vague';
}

const SIMPLE: Readonly<Record<string, string>> = {
  壹: '一',
  贰: '二',
  貳: '二',
  两: '二',
  兩: '二',
  叁: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  〇: '零',
  '○': '零',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  w: '万',
  W: '万',
  億: '亿',
  圆: '元',
  圓: '元',
  块: '元',
  毛: '角',
  點: '点',
  正: '整',
};

/** Characters of the longest numeral: 30 digits with their separators, or as many in 财务大写. */
const LONGEST = 60;
const FACE = '零一二三四五六七八九';
const ARABIC = /^(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)?(?:\.\d+)?$/;
const HUNDREDS =
  /^零?(?:([一二三四五六七八九\d])千)?(?:(零?)([一二三四五六七八九\d])百)?(?:(零?)([一二三四五六七八九])?十)?(?:(零?)([一二三四五六七八九]))?$/;

/**
 * Reads a numeral such as 2,565.36万元, 二千五百六十五点三六万, 贰仟伍佰元整, 1亿2000万. The text is
 * already half-width. Returns undefined for anything else.
 */
export function readNumeral(text: string): Numeral | Vague | undefined {
  if (text.length > LONGEST) return undefined;
  const simple = [...text].map((character) => SIMPLE[character] ?? character).join('');
  if (
    /(?<![零一二三四五六七八九点])[一二三四五六七八九]{2}(?![零一二三四五六七八九])/.test(simple)
  ) {
    return { kind: 'vague' };
  }
  const money =
    /^(.+?)(?:元(?:([一二三四五六七八九零\d])角)?(?:零?([一二三四五六七八九\d])分)?整?)?$/.exec(
      simple,
    );
  const core = money?.[1]?.replace(/整$/, '').trim();
  if (core === undefined) return undefined;
  const reading = readScaled(core);
  if (reading === undefined) return undefined;
  const hasYuan = simple.includes('元');
  const unit = unitOf(simple, hasYuan);
  const coins = new Exact(face(money?.[2]) * 10 + face(money?.[3])).dividedBy(100);
  const value = reading.value.plus(coins);
  const digits = /^([\d,. ]+?)\s*(?:万元?)?整?$/.exec(simple)?.[1];
  return {
    kind: 'numeral',
    value,
    unit,
    ...(digits !== undefined && { digits: asWritten(digits) }),
    ...(reading.literally && { literally: reading.literally }),
  };
}

interface Scaled {
  value: Decimal;
  literally?: Decimal;
}

function unitOf(text: string, hasYuan: boolean): Numeral['unit'] {
  if (text.includes('亿')) return 'yi';
  if (text.includes('万')) return 'wan';
  if (hasYuan) return 'yuan';
  return /\d\s*千/.test(text) ? 'thousands' : 'none';
}

function readScaled(text: string): Scaled | undefined {
  for (const [sign, scale] of [
    ['亿', 100_000_000],
    ['万', 10_000],
  ] as const) {
    const at = text.lastIndexOf(sign);
    if (at < 0) continue;
    const high = readScaled(text.slice(0, at).trim());
    const rest = text.slice(at + 1).trim();
    if (!high || high.literally) return undefined;
    const upper = high.value.times(scale);
    return rest === '' ? { value: upper } : addRest(upper, rest, scale);
  }
  return readSmall(text);
}

/** What follows 万 or 亿: 三千六百, 零五, or a lone digit that stands for the next lower unit (三万五). */
function addRest(upper: Decimal, rest: string, scale: number): Scaled | undefined {
  const lower = readScaled(rest);
  if (!lower || lower.value.gte(scale)) return undefined;
  const lone = /^[一二三四五六七八九\d]$/.test(rest);
  if (lone) {
    return { value: upper.plus(lower.value.times(scale / 10)), literally: upper.plus(lower.value) };
  }
  if (/^\d{2,3}$/.test(rest)) return undefined;
  const value = upper.plus(lower.value);
  return lower.literally ? { value, literally: upper.plus(lower.literally) } : { value };
}

function readSmall(text: string): Scaled | undefined {
  if (text !== '' && ARABIC.test(text)) return { value: new Exact(asWritten(text)) };
  const [whole = '', fraction, more] = text.split('点');
  if (more !== undefined) return undefined;
  if (fraction !== undefined) return readFraction(whole, fraction);
  const scaledDigits = /^([\d,. ]+)([十百千])$/.exec(text);
  if (scaledDigits?.[1] && ARABIC.test(scaledDigits[1])) {
    const power = '十百千'.indexOf(scaledDigits[2] ?? '') + 1;
    return { value: new Exact(asWritten(scaledDigits[1])).times(10 ** power) };
  }
  if (/^[零一二三四五六七八九]+$/.test(text)) {
    return { value: new Exact([...text].map(face).join('')) };
  }
  return readHundreds(text);
}

function readFraction(whole: string, fraction: string): Scaled | undefined {
  const high = readSmall(whole);
  if (!high || high.literally || !/^[零一二三四五六七八九\d]+$/.test(fraction)) return undefined;
  return { value: high.value.plus(`0.${[...fraction].map(face).join('')}`) };
}

function readHundreds(text: string): Scaled | undefined {
  const found = HUNDREDS.exec(text);
  if (!found || text === '') return undefined;
  const [, thousands, , hundreds, , tens, zero, ones] = found;
  const ten = text.includes('十') ? face(tens ?? '一') : 0;
  const base = face(thousands) * 1000 + face(hundreds) * 100 + ten * 10;
  const last = face(ones);
  const omitted = last > 0 && zero === '' && ten === 0 && base > 0;
  if (!omitted) return { value: new Exact(base + last) };
  const step = hundreds === undefined ? 100 : 10;
  return { value: new Exact(base + last * step), literally: new Exact(base + last) };
}

/** The number a single digit stands for; 0 when there is none. */
function face(digit: string | undefined): number {
  if (digit === undefined || digit === '') return 0;
  const at = FACE.indexOf(digit);
  return at >= 0 ? at : digit.charCodeAt(0) - 48;
}

/** Digits without separators and leading zeros; decimals stay as they were written. */
function asWritten(digits: string): string {
  const [whole = '', fraction] = digits.replace(/[, ]/g, '').split('.');
  const kept = whole.replace(/^0+(?=\d)/, '') || '0';
  return fraction === undefined ? kept : `${kept}.${fraction}`;
}
