import { readNumeral } from '../domain/numerals.js';
import type { AmountContext, AmountReading } from '../domain/read-amount.js';
import { readAmount } from '../domain/read-amount.js';
import { halfWidth, trim } from '../domain/text.js';
import type { Blank } from '../forms/form.js';
import type { Doubt, ReadCell } from './reading.js';

/** A doubt about some words, before it is known which blank they are for. */
export type WordsDoubt = Pick<Doubt, 'code' | 'said' | 'candidates' | 'params'>;

/** What some words are for a blank: its new content, or a question. */
export type CellReading =
  | { readonly type: 'cell'; readonly cell: ReadCell }
  | { readonly type: 'doubt'; readonly doubt: WordsDoubt };

/** 留空, 先空着, 无: a blank left empty on purpose. The whole answer, for 留白增绿 is content. */
const BLANK_WORDS =
  /^(?:这[项个]|这里)?(?:先|暂时?|可以)*(?:留空|空着|留白|空白|空|不填|不用填|无|没有)(?:着|吧|了)*$|^blank$/i;
/** 手签, 打印后手签, 留着手写签名. */
const SIGN_WORDS = /手签|手写签|^sign(?: by hand)?$/i;
const LONGEST_SIGN = 12;

/** Reads the words given for one blank, according to what the blank holds. */
export function readCell(
  blank: Pick<Blank, 'reads' | 'signed'>,
  words: string,
  today: string,
  amounts: AmountContext = {},
): CellReading {
  switch (blank.reads) {
    case 'amount':
      return amountCell(readAmount(words, amounts), trim(words));
    case 'year':
      return yearCell(words, today);
    case 'text': {
      const said = trim(words);
      const isSigned =
        blank.signed === true && said.length <= LONGEST_SIGN && SIGN_WORDS.test(said);
      return taken(isSigned || BLANK_WORDS.test(said) ? null : said, said);
    }
    case 'target':
      // 指标值 is printed as it is written.
      return taken(trim(words) === '' ? null : trim(words), trim(words));
    default:
      return blank.reads satisfies never;
  }
}

export function taken(value: string | null, said: string): CellReading {
  return { type: 'cell', cell: { value, said } };
}

export function doubted(doubt: WordsDoubt): CellReading {
  return { type: 'doubt', doubt };
}

/** What a reading of an amount puts into its blank. */
export function amountCell(reading: AmountReading, said: string): CellReading {
  switch (reading.kind) {
    case 'amount':
      return taken(reading.amount, said);
    case 'zero':
      return taken('0', said);
    case 'blank':
      return taken(null, said);
    case 'ambiguous': {
      const code = reading.why === 'unit' ? 'ambiguous-unit' : 'omission';
      return doubted({ code, said, candidates: reading.candidates });
    }
    case 'unreadable':
      return doubted({ code: reading.why, said });
    default:
      return reading satisfies never;
  }
}

const LONGEST_YEAR = 40;

/** 2020, ２０２０年度, 二〇二六年, 26年, 明年. */
function yearCell(words: string, today: string): CellReading {
  const said = trim(words);
  if (said.length > LONGEST_YEAR) return doubted({ code: 'year', said });
  const text = halfWidth(said)
    .replace(/^[（(\s]+|[）)\s。.]+$/g, '')
    .replace(/\s+/g, '');
  const thisYear = Number.parseInt(today.slice(0, 4), 10);
  const relative: Readonly<Record<string, number>> = {
    今年: 0,
    本年: 0,
    本年度: 0,
    明年: 1,
    下一年: 1,
    下年度: 1,
  };
  const offset = relative[text];
  if (offset !== undefined) return taken(String(thisYear + offset), said);
  const bare = /^(.+?)(?:年度?|财年)?$/.exec(text)?.[1] ?? '';
  const number = readNumeral(bare);
  const digits =
    number?.kind === 'numeral' &&
    number.unit === 'none' &&
    /^(?:\d+|[零〇○一二三四五六七八九]+)$/.test(bare)
      ? number.value.toFixed()
      : '';
  const year = /^\d{2}$/.test(digits) && /年/.test(text) ? `20${digits}` : digits;
  return /^(?:19|20|21)\d{2}$/.test(year) ? taken(year, said) : doubted({ code: 'year', said });
}
