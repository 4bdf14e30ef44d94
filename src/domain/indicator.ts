import { Exact, plain } from './amount.js';
import { readNumeral } from './numerals.js';
import { halfWidth, trim } from './text.js';

export type Comparison = '≥' | '≤' | '=' | '>' | '<';

/**
 * What a 指标值 means, for checks and suggestions only: the form prints the words as they were written.
 * `quantity.number` has its 万 and 亿 multiplied out (14万 is 140000); `unit` is what stands behind it.
 */
export type TargetReading =
  | {
      kind: 'quantity';
      comparison: Comparison;
      /** Whether the words state the comparison, or it is the silent "=". */
      stated: boolean;
      number: string;
      unit: string;
      missingUnit?: true;
      approximate?: true;
      /** From a scan a leading 2 may have been ≥. */
      suspect?: 'ocr';
      /** Words before the number: 参与度 in 参与度80%. */
      subject?: string;
    }
  | { kind: 'graded'; grade: string }
  | { kind: 'budget-bound'; words: string }
  | { kind: 'deadline'; date: string; words: string }
  | { kind: 'period'; from: string; to: string; words: string }
  | { kind: 'text'; words: string };

interface Options {
  /** The form's year, for dates written without one (12月31日之前). */
  year?: string;
  /** The words were recognised from a scan, where ≥ is often read as 2. */
  scanned?: boolean;
}

const GRADES =
  /^(?:优|良|中|差|优秀|良好|优良|合格|不合格|达标|符合要求|符合标准|较高|高|长期|中长期|短期|常年|持续|一级|二级|三级|[甲乙丙]级)$/;
const BUDGET_BOUND = /不超|不突破|控制在|预算内|定额内|标准内|限额内|预算范围内/;
const NUMBER = '[\\d,]*\\.?\\d+';
const BEFORE: readonly [RegExp, Comparison][] = [
  [
    /^(?:>\s*=|≥|⩾|≧|不低于|不少于|不小于|至少|最少|达到|达|大于等于|大于或等于|at least|no less than|not less than)/i,
    '≥',
  ],
  [
    /^(?:<\s*=|≤|⩽|≦|不高于|不超过|不多于|不大于|至多|最多|小于等于|控制在|低于等于|at most|no more than|not more than|up to)/i,
    '≤',
  ],
  [/^(?:>|大于|超过|高于|多于)/, '>'],
  [/^(?:<|小于|低于|少于)/, '<'],
  [/^=/, '='],
];
const BEHIND: readonly [RegExp, Comparison][] = [
  [/(?:及|或)?以上$/, '≥'],
  [/(?:及|或)?(?:以内|以下|之内|内)$/, '≤'],
];
const APPROXIMATE = /左右|上下|约|大概/g;

/** Reads a 指标值. Never fails: what is not understood is `text`. */
export function readTargetValue(words: string, options: Options = {}): TargetReading {
  const text = trim(halfWidth(words)).replace(/[。.;;]$/, '');
  if (GRADES.test(text)) return { kind: 'graded', grade: text };
  return (
    readPeriod(text, words) ??
    readDeadline(text, words, options.year) ??
    readQuantity(text, options.scanned === true) ??
    (BUDGET_BOUND.test(text) ? { kind: 'budget-bound', words } : { kind: 'text', words })
  );
}

/** Whether words are a 指标值 that says more than a text does. */
export function isMeasured(words: string): boolean {
  return readTargetValue(words).kind !== 'text';
}

function readPeriod(text: string, words: string): TargetReading | undefined {
  const month = '(\\d{4})[.年/-](\\d{1,2})月?';
  const found = new RegExp(`^${month}\\s*[-~—至到]+\\s*${month}$`).exec(text);
  if (!found) return undefined;
  const [, y1 = '', m1 = '', y2 = '', m2 = ''] = found;
  return { kind: 'period', from: `${y1}-${pad(m1)}`, to: `${y2}-${pad(m2)}`, words };
}

function readDeadline(text: string, words: string, year?: string): TargetReading | undefined {
  const found =
    /^(?:于|在)?(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号]|(底|末))?(?:之?前|以前|底前|完成|前完成)*$/.exec(
      text,
    );
  if (!found) return undefined;
  const [, ownYear, month = '', day, end] = found;
  const inYear = ownYear ?? year ?? '{year}';
  const last = day ?? (end === undefined ? undefined : lastDay(inYear, month));
  const date = [inYear, pad(month), ...(last === undefined ? [] : [pad(last)])].join('-');
  return { kind: 'deadline', date, words };
}

function readQuantity(text: string, scanned: boolean): TargetReading | undefined {
  const approximate = text.search(APPROXIMATE) >= 0;
  const plainText = text.replace(APPROXIMATE, '').trim();
  const { subject, comparison, rest } = splitComparison(plainText);
  const measured = readMeasure(rest);
  if (!measured) return undefined;
  const [number, unit] = measured;
  return {
    kind: 'quantity',
    comparison: comparison ?? '=',
    stated: comparison !== undefined,
    number,
    unit,
    ...(unit === '' && { missingUnit: true as const }),
    ...(approximate && { approximate: true as const }),
    ...(scanned &&
      comparison === undefined &&
      /^2\d{2,}/.test(rest) && { suspect: 'ocr' as const }),
    ...(subject !== '' && { subject }),
  };
}

function splitComparison(text: string): { subject: string; comparison?: Comparison; rest: string } {
  for (const [pattern, comparison] of BEFORE) {
    if (pattern.test(text))
      return { subject: '', comparison, rest: text.replace(pattern, '').trim() };
  }
  for (const [pattern, comparison] of BEHIND) {
    if (pattern.test(text))
      return { subject: '', comparison, rest: text.replace(pattern, '').trim() };
  }
  const subject =
    /^[^\d\s≥≤<>=零一二三四五六七八九十百千万.%]{1,12}(?=[\d≥≤<>=])/.exec(text)?.[0] ?? '';
  if (subject === '') return { subject, rest: text };
  const inner = splitComparison(text.slice(subject.length).trim());
  return { ...inner, subject: subject.replace(/[为是:]$/, '') };
}

/** 30万页 → 300000 and 页; 九成 → 90 and %; 800元/件 → 800 and 元/件. */
function readMeasure(text: string): readonly [string, string] | undefined {
  const tenths = /^([一二三四五六七八九\d])成([一二三四五六七八九])?$/.exec(text);
  if (tenths) return [tenthsToPercent(tenths[1] ?? '', tenths[2]), '%'];
  if (text === '百分之百') return ['100', '%'];
  const percent = /^百分之(.+)$/.exec(text);
  if (percent) return asNumber(percent[1] ?? '', '', '%');
  const digits = new RegExp(`^(${NUMBER})\\s*([万亿]?)\\s*(.{0,12})$`).exec(text);
  if (digits) return asNumber(digits[1] ?? '', digits[2] ?? '', unitOf(digits[3] ?? ''));
  const chinese =
    /^([零一二三四五六七八九十百千两点]+)([万亿]?)([^零一二三四五六七八九十百千万亿\d]{1,4})$/.exec(
      text,
    );
  return chinese
    ? asNumber(chinese[1] ?? '', chinese[2] ?? '', unitOf(chinese[3] ?? ''))
    : undefined;
}

function asNumber(
  number: string,
  scale: string,
  unit: string | undefined,
): readonly [string, string] | undefined {
  if (unit === undefined) return undefined;
  const numeral = readNumeral(number);
  if (numeral?.kind !== 'numeral' || numeral.literally) return undefined;
  const factor = scale === '亿' ? 100_000_000 : scale === '万' ? 10_000 : 1;
  return [plain(numeral.value.times(factor)), unit];
}

/** A unit is short and holds no further sentence; (%) is how a system exports %. */
function unitOf(text: string): string | undefined {
  const unit = text.trim().replace(/^\((.+)\)$/, '$1');
  if (/[,。;、]|\d{3}/.test(unit)) return undefined;
  return unit === '%' || unit === '百分比' || unit === '个百分点'
    ? unit.replace('百分比', '%')
    : unit;
}

function tenthsToPercent(tens: string, ones: string | undefined): string {
  const digit = (character: string) => {
    const at = '零一二三四五六七八九'.indexOf(character);
    return at >= 0 ? String(at) : character;
  };
  return `${digit(tens)}${ones === undefined ? '0' : digit(ones)}`;
}

function pad(part: string): string {
  return part.padStart(2, '0');
}

function lastDay(year: string, month: string): string {
  const leap = new Exact(/^\d{4}$/.test(year) ? year : 2001).mod(4).isZero();
  if (month === '2' || month === '02') return leap ? '29' : '28';
  return ['4', '6', '9', '11', '04', '06', '09'].includes(month) ? '30' : '31';
}
