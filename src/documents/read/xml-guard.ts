import { Parser } from 'htmlparser2';
import { LIMITS } from './limits.js';
import { Refusal } from './refusal.js';

/** Looks at the XML of one part while it is unpacked. */
export interface XmlGuard {
  add(chunk: Uint8Array): void;
  /** How many elements there were. */
  end(): number;
}

/**
 * @param name the part's name: its sheets may not merge, nor its list of contents name macros.
 * @throws Refusal for a DOCTYPE, for nesting without end, for text that is not UTF-8, and for too many merges.
 */
export function xmlGuard(name: string): XmlGuard {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const isContents = name === '[Content_Types].xml';
  const counts = { elements: 0, merges: 0, columnStyles: 0 };
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(tag, { ContentType: type = '' }) {
        depth += 1;
        if (depth > LIMITS.depth) throw new Refusal('unsafe');
        if (isContents && /macroEnabled|vbaProject/.test(type)) throw new Refusal('macros');
        counts.elements += 1;
        if (/(?:^|:)mergeCell$/.test(tag)) counts.merges += 1;
        if (/(?:^|:)col$/.test(tag)) counts.columnStyles += 1;
        if (isTooMuch(counts)) throw new Refusal('too-much');
      },
      onclosetag() {
        depth -= 1;
      },
      onprocessinginstruction(tag) {
        // Entities are declared in a DOCTYPE only; no office program writes one.
        if (/^!DOCTYPE/i.test(tag)) throw new Refusal('unsafe');
      },
    },
    { xmlMode: true },
  );
  const decode = (chunk?: Uint8Array) =>
    chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  const write = (chunk?: Uint8Array) => {
    // UTF-16 without a mark is UTF-8 full of zeros.
    if (chunk?.includes(0)) throw new Refusal('unsafe');
    parser.write(inUtf8(() => decode(chunk)));
  };
  return {
    add: write,
    end() {
      write();
      parser.end();
      return counts.elements;
    },
  };
}

function isTooMuch(
  counts: Readonly<Record<'elements' | 'merges' | 'columnStyles', number>>,
): boolean {
  const names = ['elements', 'merges', 'columnStyles'] as const;
  return names.some((name) => counts[name] > LIMITS[name]);
}

/** In another encoding a DOCTYPE could be hidden from this guard and seen by a library. */
function inUtf8(decode: () => string): string {
  try {
    return decode();
  } catch (cause) {
    throw new Refusal('unsafe', { cause });
  }
}
