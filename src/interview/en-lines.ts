import type { LineInShort, LinesInShort, Taken } from './sayable.js';

export const BULLET = '· ';

export function bulleted(lines: readonly string[]): string {
  return lines.map((line) => `${BULLET}${line}`).join('\n');
}

export function lineWords({ n, name = '(unnamed)', value }: LineInShort): string {
  return `${n}. ${name}${value === undefined ? '' : `  ${value}`}`;
}

export function listWords({ lines, omitted }: LinesInShort): string {
  const words = lines.map(lineWords);
  const last = words.at(-1) ?? '';
  return (omitted === 0 ? words : [...words.slice(0, -1), `… (${omitted} more)`, last]).join('\n');
}

export function namedWords({ label, value = '(blank)' }: Taken): string {
  return `${label} ${value}`;
}

export function sentence(words: string): string {
  return /[.。！？!?]$/.test(words) ? words : `${words}.`;
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
