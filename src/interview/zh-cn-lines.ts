import type { LineInShort, LinesInShort, Taken } from './sayable.js';

export const BULLET = '· ';

export function bulleted(lines: readonly string[]): string {
  return lines.map((line) => `${BULLET}${line}`).join('\n');
}

export function lineWords({ n, name = '（未命名）', value }: LineInShort): string {
  return `${n}. ${name}${value === undefined ? '' : `　${value}`}`;
}

/** Lines one under the other; where some are left out, that is said. */
export function listWords({ lines, omitted }: LinesInShort): string {
  const words = lines.map(lineWords);
  const last = words.at(-1) ?? '';
  return (omitted === 0 ? words : [...words.slice(0, -1), `……（中间 ${omitted} 条略）`, last]).join(
    '\n',
  );
}

/** A cell of a line: amounts with their column, of which there are several, texts alone. */
export function namedWords({ label, value = '留空' }: Taken): string {
  return `${label} ${value}`;
}

/** Ends a sentence that may end already. */
export function sentence(words: string): string {
  return /[。！？!?]$/.test(words) ? words : `${words.replace(/[；;，,]$/, '')}。`;
}
