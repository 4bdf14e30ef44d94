import { AMOUNT_PATTERN, type Amount, Exact, plain, YUAN_PER_WAN } from './amount.js';
import { type Numeral, readNumeral } from './numerals.js';
import { halfWidth, placeholderIn, trim } from './text.js';

/** Why an amount could not be taken as it stands. */
export type AmountFault =
  | 'approximate' // 约50万, 两千多万
  | 'negative'
  | 'range' // 100-200万
  | 'percent'
  | 'placeholder' // XX万元
  | 'separators' // 1,23 or 12.3.4
  | 'unit' // 美元, 平方米
  | 'too-large'
  | 'no-figure' // words, but no amount among them
  | 'unknown';

/** The unit the words named; 'none' is read as 万元, the unit of the form's head. */
export type AmountUnit = 'none' | 'yuan' | 'wan' | 'yi';

/**
 * What some words mean as an amount. `blank` is left empty on purpose, as an empty cell is; `zero` is a word for nothing
 * (无, 没有, ——), told apart from a written 0 only so that an echo can repeat the word.
 */
export type AmountReading =
  | { kind: 'amount'; amount: Amount; unit: AmountUnit; mended?: 'full-stop' }
  | { kind: 'zero' }
  | { kind: 'blank' }
  | { kind: 'ambiguous'; why: 'unit' | 'omission'; candidates: readonly Amount[] }
  | { kind: 'unreadable'; why: AmountFault };

/** Above this many 万元 (10 万亿元) it is no budget. 〔推〕 */
const LARGEST = '1000000000';
/** From this many 万元 (100 亿元) on, a figure without a unit was more likely meant as 元. 〔推〕(A11) */
export const SUSPICIOUSLY_LARGE = '1000000';
/** Fewer 元 than this in a budget line were more likely meant as 万元. 〔推〕, utterance 2565.36元. */
const SUSPICIOUSLY_FEW_YUAN = 10_000;

/** 无, 没有, ——, and a whole sentence of it such as 本年无政府性基金: only words that a line's label is made of may follow. */
const ZERO =
  /^(?:[零〇没]|没有?了|不涉及|[-—–―─]+|\/+|nil|none|zero|nothing|(?:本年度?|今年|当年|我们|[我本]单位)?(?:暂?无|没有|没安排|未安排)(?:[这此该]?[项笔块])?[政府性基金纳入专户管理的非税收入一般公共预算财政拨款其它他资自筹项目本支出经费安排]{0,20})$/i;
const BLANK = /^(?:留空|空着|空白|先空着|先空|留白|不填|暂不填|空|blank)$/i;
const APPROXIMATE =
  /约|大概|大致|差不多|左右|上下|出头|开外|不止|好几|[多余来几](?=[十百千万亿元块]|$)|近|将近|接近|不到|以上|以内|以下|超过|不超|至少|最多|若干|数[十百千万亿]|[>≥<≤~]/;
/** (90) as bookkeepers write −90. */
const BRACKETED = /^[(（][\d.,\s]+[)）]$/;
const RANGE = /[\d万元亿千百十]\s*(?:[-~–—－至到])\s*[\d一二三四五六七八九十]/;
const NUMERAL = /[\d一二三四五六七八九十百千万亿零两壹贰叁肆伍陆柒捌玖拾佰仟]/;
/** What people say before the amount itself: 我们局今年总共, 应该是, 准确数是. */
const BEFORE =
  /^(?:今年|全年|本年度?|年度|预算|我们?局|局里|应该|就|总共|一共|合计|共计|共|是|为|有|大写|计|(?:准确|实际|确切)(?:的?数)?|[\s:])+(?=[¥\d.零一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾])/;
/** 12.864 million yuan: a million 元 is 100 万元. */
const MILLION_YUAN = /^(\d{1,9}(?:\.\d{1,9})?)\s*million(?:\s*(?:yuan|rmb|cny))?$/i;
const FOREIGN = /[$€£]|美元|美金|港币|港元|欧元|日元|英镑|台币/;

/** The unit that a table's head gives to the bare figures under it. */
export type HeadUnit = 'yuan' | 'wan' | 'yi';

/** What is known about a figure besides its words. */
export interface AmountContext {
  /** The unit of its table's head. */
  readonly head?: HeadUnit | undefined;
  /** 万元 that it can hardly exceed: a bare figure far above was more likely meant as 元. */
  readonly ceiling?: Amount | undefined;
}

/** How many times its ceiling a bare figure may be before its unit is asked for. 〔推〕 */
const FAR_ABOVE = 10;

/**
 * Reads the words for one amount, whatever notation they use. A figure without a unit is in 万元, the unit
 * of the form's head, or in the unit of `context.head` where a table names another; then nothing is doubted
 * about it.
 */
export function readAmount(words: string, context: AmountContext = {}): AmountReading {
  if (words.length > LONGEST_WORDS) return { kind: 'unreadable', why: 'no-figure' };
  const text = unwrap(words);
  if (trim(words) === '' || BLANK.test(text)) return { kind: 'blank' };
  if (ZERO.test(text)) return { kind: 'zero' };
  const fault = faultOf(text);
  if (fault) return { kind: 'unreadable', why: fault };
  const mended = text.replace(/(?<=\d)。(?=\d)/g, '.');
  const bare = mended
    .replace(BEFORE, '')
    .replace(/[吧哈呢啊呀哦]$/, '')
    .replace(MILLION_YUAN, (_, digits: string) => `${plain(new Exact(digits).times(100))}万`)
    .replace(/^(?:人民币|rmb|cny)\s*|(?:人民币|rmb)$/gi, '')
    .replace(/^¥\s*([\d,. ]+)$/, '$1元')
    .replace(/^¥\s*/, '');
  const numeral = readNumeral(bare);
  if (numeral === undefined) return { kind: 'unreadable', why: strangeness(bare) };
  if (numeral.kind === 'vague') return { kind: 'unreadable', why: 'approximate' };
  const reading = asAmount(numeral, context);
  return reading.kind === 'amount' && mended !== text
    ? { ...reading, mended: 'full-stop' }
    : reading;
}

/** The unit that words of an amount name; undefined when they are no amount. Used by A18. */
export function amountUnit(words: string): AmountUnit | undefined {
  const reading = readAmount(words);
  return reading.kind === 'amount' ? reading.unit : undefined;
}

function unwrap(words: string): string {
  const text = trim(halfWidth(words));
  if (BRACKETED.test(text)) return text;
  return text
    .replace(/^["'“”‘’(【]+|["'“”‘’)】]+$/g, '')
    .replace(/(?:[。.,;、!]|\s)+$/, '')
    .trim();
}

/** Longer texts are not even looked at. */
const LONGEST_WORDS = 200;
/** A longer text is no amount, whatever figures it holds. */
const LONGEST_AMOUNT = 40;

function faultOf(text: string): AmountFault | undefined {
  if (!NUMERAL.test(text)) return placeholderIn(text) ? 'placeholder' : 'no-figure';
  if (text.length > LONGEST_AMOUNT) return /\d/.test(text) ? 'unknown' : 'no-figure';
  if (BRACKETED.test(text)) return 'negative';
  if (/^\s*(?:[-−–—]|负|减)\s*¥?[\d一二三四五六七八九十百千万零.]/.test(text)) return 'negative';
  if (RANGE.test(text)) return 'range';
  if (placeholderIn(text)) return 'placeholder';
  if (/[%‰]|百分之|[\d一二三四五六七八九]成$/.test(text)) return 'percent';
  if (FOREIGN.test(text)) return 'unit';
  if (APPROXIMATE.test(text)) return 'approximate';
  return undefined;
}

/** A number with something unknown behind it has a strange unit; anything else is not understood at all. */
function strangeness(text: string): AmountFault {
  if (/^[\d.,，]+$/.test(text)) return 'separators';
  if (/^[\d.,]+\s*[^\d\s.,]+$/.test(text)) return 'unit';
  return 'unknown';
}

function asAmount(read: Numeral, { head, ceiling }: AmountContext): AmountReading {
  const numeral = head && read.unit === 'none' ? inUnit(read, head) : read;
  const inYuan = numeral.unit === 'yuan' || numeral.unit === 'wan' || numeral.unit === 'yi';
  const inWan = (value: typeof numeral.value) =>
    plain(inYuan ? value.dividedBy(YUAN_PER_WAN) : value);
  const amount = tidy(numeral.digits ?? inWan(numeral.value));
  if (!AMOUNT_PATTERN.test(amount)) return { kind: 'unreadable', why: 'unknown' };
  if (new Exact(amount).gt(LARGEST) || amount.length > 30) {
    return { kind: 'unreadable', why: 'too-large' };
  }
  if (numeral.literally) {
    const candidates = [amount, inWan(numeral.literally)];
    return { kind: 'ambiguous', why: 'omission', candidates };
  }
  const doubted = head ? undefined : doubtedUnit(numeral, amount, ceiling);
  if (doubted) return { kind: 'ambiguous', why: 'unit', candidates: doubted };
  return { kind: 'amount', amount, unit: numeral.unit === 'thousands' ? 'none' : numeral.unit };
}

const YUAN_IN = { yuan: 1, wan: 10_000, yi: 100_000_000 } as const;

function inUnit(numeral: Numeral, unit: HeadUnit): Numeral {
  const { digits, ...bare } = numeral;
  const value = numeral.value.times(YUAN_IN[unit]);
  return { ...bare, value, unit, ...(unit === 'wan' && digits !== undefined && { digits }) };
}

/** The readings of a figure whose unit cannot be meant as written; undefined when it can. */
function doubtedUnit(
  numeral: Numeral,
  amount: Amount,
  ceiling: Amount | undefined,
): readonly Amount[] | undefined {
  const { value } = numeral;
  if (value.isZero()) return undefined;
  if (numeral.unit === 'yuan' && value.lt(SUSPICIOUSLY_FEW_YUAN)) {
    return [amount, plain(value)];
  }
  if (numeral.unit === 'thousands') return [plain(value.dividedBy(YUAN_PER_WAN)), amount];
  const isFarAbove = ceiling !== undefined && value.gt(new Exact(ceiling).times(FAR_ABOVE));
  if (numeral.unit === 'none' && (value.gte(SUSPICIOUSLY_LARGE) || isFarAbove)) {
    return [plain(value.dividedBy(YUAN_PER_WAN)), amount];
  }
  return undefined;
}

function tidy(amount: string): Amount {
  return /^0+(?:\.0+)?$/.test(amount) ? '0' : amount;
}
