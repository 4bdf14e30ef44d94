/** How wide figures and small letters are, and capitals, in em, rather too wide than too narrow. */
const LETTER = 0.6;
const CAPITAL = 0.8;
/** What writers leave between Chinese characters and letters, in em. */
const SET_OFF = 0.25;
/**
 * Brackets that must not end a line, a word or a character, the signs that must not begin a line, and figures behind
 * those: LibreOffice takes 府。2025 to the next line as a whole.
 */
const UNIT =
  /^[（《〈“‘【〔「『([{]*(?:[\u0021-\u024F\u0370-\u04FF]+|.)(?:[，。、；：！？）》〉”’】〕」』…—]+[\u0021-\u024F\u0370-\u04FF]*)?/u;
/** A run of signs without a blank is an address or the like when it is so long. Source: our own PDF writer. */
const LONG_RUN = 18;
/** Signs of an address, of markup or of a number. */
const ADDRESS_SIGN = /[\d/:?&=@_#%<>()]/;

/** The width, in em, of what has to stand on one line at a text's beginning. */
export function firstUnit(text: string): number {
  const [unit = ''] = UNIT.exec(text.trimStart()) ?? [];
  let width = isLatin(unit[0]) ? SET_OFF : 0;
  for (const character of unit) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  if (!isLatin(character)) return 1;
  return /\p{Lu}/u.test(character) ? CAPITAL : LETTER;
}

/** The blank that a line's end stands for: none within Chinese text, nor within an address. */
export function blankBetween(before: string, after: string): '' | ' ' {
  if (/\s$/.test(before)) return ' ';
  if (!isLatin(before.at(-1)) || !isLatin(after.at(0))) return '';
  const [end = ''] = /\S*$/.exec(before) ?? [];
  const [start = ''] = /^\S*/.exec(after) ?? [];
  const isAddress = ADDRESS_SIGN.test(end) && end.length + start.length >= LONG_RUN;
  return isAddress || end.length >= LONG_RUN ? '' : ' ';
}

/** Letters, figures and signs that words with blanks between them are made of. */
export function isLatin(character: string | undefined): boolean {
  return character !== undefined && /[\u0021-\u024F\u0370-\u04FF]/.test(character);
}
