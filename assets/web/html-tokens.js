// @ts-check

/**
 * Reads the markup that office programs put on the clipboard, as far as a table needs it: tags with their
 * attributes, and text. It makes no document, so nothing in it can load or run.
 *
 * @typedef {{ type: 'open' | 'close', name: string, attributes: string }} Tag
 * @typedef {Tag | { type: 'text', text: string }} Token
 */

/** Comments first: Excel hides styles in them. Quoted attribute values may hold a >. */
const PIECE =
  /<!--[\s\S]*?-->|<[!?][^>]*>|<(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</g;

/** Elements whose text is no words. */
const SILENT = /<(style|script|xml|title)\b[\s\S]*?<\/\1\s*>/gi;

/**
 * @param {string} html
 * @returns {Token[]}
 */
export function tokensOf(html) {
  const tokens = /** @type {Token[]} */ ([]);
  for (const match of html.replace(SILENT, '').matchAll(PIECE)) {
    const [piece, slash = '', name, attributes = ''] = match;
    if (name) {
      tokens.push({ type: slash ? 'close' : 'open', name: name.toLowerCase(), attributes });
    } else if (!/^<[!?]/.test(piece)) tokens.push({ type: 'text', text: decoded(piece) });
  }
  return tokens;
}

/**
 * An attribute of a tag; undefined when it has none.
 *
 * @param {Tag} tag
 * @param {string} name
 */
export function attributeOf({ attributes }, name) {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*("[^"]*"|'[^']*'|[^\\s"']+)`, 'i').exec(
    attributes,
  );
  return found?.[1]?.replace(/^["']|["']$/g, '');
}

/** @type {Record<string, string>} */
const NAMED = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
  ge: '≥',
  le: '≤',
  yen: '¥',
  permil: '‰',
};

/** @param {string} text */
function decoded(text) {
  return text.replace(/&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(\w{1,12}));/g, (whole, ...codes) => {
    const [decimal, hexadecimal, name] = codes;
    if (name) return NAMED[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** @typedef {ReturnType<typeof readerOf>} Reader */

/** Goes through tokens one by one, and one back where it took too many. @param {Token[]} tokens */
export function readerOf(tokens) {
  let at = 0;
  return {
    next: () => tokens[at++],
    back: () => {
      at -= 1;
    },
  };
}
