/** UTF-8, UTF-16 where its mark says so, or GB18030, which older office programs save Chinese text in. */
const ENCODINGS = ['utf-8', 'gb18030'] as const;

/** The text of a file, or undefined when it is none in any encoding that is known here. */
export function decodeText(data: Uint8Array): string | undefined {
  const marked = encodingByMark(data);
  if (marked) return decodeAs(marked, data);
  for (const encoding of ENCODINGS) {
    const text = decodeAs(encoding, data);
    if (text !== undefined) return text;
  }
  return undefined;
}

function encodingByMark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** Bytes that are wrong in the encoding make it undefined: a guess full of replacement marks helps nobody. */
function decodeAs(encoding: string, data: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(data);
  } catch {
    return undefined;
  }
}
