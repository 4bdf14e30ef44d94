/**
 * Cleans what came in at the door: lone surrogates, control characters, signs that turn the order of others
 * around, Windows line ends. Tabs and newlines stay.
 */
export function clean(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, '');
}

/**
 * Full-width letters, digits and signs to half-width ones, character for character, so that a place
 * found in the result is the same place in the text. 。 and 、 stay: they mean something of their own.
 */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000\u00A0\uFFE5]/g, (character) => {
    if (character === '\u3000' || character === '\u00A0') return ' ';
    if (character === '\uFFE5') return '¥';
    return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  });
}

/** Trims ordinary and full-width blanks at both ends. */
export function trim(text: string): string {
  return text.trim();
}

/** A sentence without the stop it may end with. */
export function withoutStop(words: string): string {
  return words.replace(/[。.！!]$/, '');
}

/** A long text by its beginning. */
export function short(text = ''): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}

/** Placeholders that a template leaves behind: XX, ××, **, 待填, {单位}. Source: 系统、核查工具〔读〕(C17). */
export function placeholderIn(text: string): string | undefined {
  const found =
    /(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|[×＊*]{2,}|[＿_]{3,}|待填写?|待定|\{[^{}]{1,20}\}|｛[^｛｝]{1,20}｝/.exec(
      text,
    );
  return found?.[0];
}
