/** A piece of a number format. */
export type NumberToken =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'digit'; readonly sign: string }
  | { readonly type: 'point' }
  | { readonly type: 'comma' }
  | { readonly type: 'percent' }
  | { readonly type: 'general' }
  | { readonly type: 'condition'; readonly operator: string; readonly bound: string }
  /** 1.5E+3, ½: not a plain number. */
  | { readonly type: 'other' };

/** What a format holds before a semicolon, as its pieces. */
export type Section = readonly NumberToken[];

/**
 * In their order: quoted text; a sign that stands for itself (Chinese Excel writes ! as well as \); room as wide
 * as a sign, and a sign that fills the cell; a bracket; 常规; powers and fractions; the end of a section; a sign.
 * Source: ECMA-376 part 1, 18.8.31.
 */
const PIECE =
  /"([^"]*)"?|[\\!](.)?|[_*].?|\[([^\]]*)\]?|(General|@)|(E[+-]|\/)|(;)|([0#?.,%])|(.)/gisu;
const CONDITION = /^(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)$/;

/** The sections of a number format: positive; negative; zero; text. Colours and languages are left out. */
export function sectionsOf(format: string): readonly Section[] {
  const sections: NumberToken[][] = [[]];
  for (const [, quoted, escaped, bracket, general, other, end, sign, plain] of format.matchAll(
    PIECE,
  )) {
    const tokens = sections.at(-1) ?? [];
    const text = quoted ?? escaped ?? plain;
    if (text !== undefined) tokens.push({ type: 'text', text });
    else if (bracket !== undefined) tokens.push(...inBrackets(bracket));
    else if (general) tokens.push({ type: 'general' });
    else if (other) tokens.push({ type: 'other' });
    else if (end) sections.push([]);
    else if (sign) tokens.push(signed(sign));
  }
  return sections;
}

/** [>=1000] is a condition, [$￥-804] a currency; [Red], [$-804] and [DBNum1] show nothing of their own. */
function inBrackets(bracket: string): readonly NumberToken[] {
  const [, operator, bound] = CONDITION.exec(bracket) ?? [];
  if (operator !== undefined && bound !== undefined)
    return [{ type: 'condition', operator, bound }];
  const currency = /^\$([^-]+)/.exec(bracket)?.[1];
  return currency === undefined ? [] : [{ type: 'text', text: currency }];
}

function signed(sign: string): NumberToken {
  switch (sign) {
    case '.':
      return { type: 'point' };
    case ',':
      return { type: 'comma' };
    case '%':
      return { type: 'percent' };
    default:
      return { type: 'digit', sign };
  }
}
