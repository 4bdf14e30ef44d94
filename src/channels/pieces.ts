/** How long a text is to a platform: in characters, or in bytes. */
export type Measure = (text: string) => number;

export const inCharacters: Measure = (text) => text.length;
export const inBytes: Measure = (text) => Buffer.byteLength(text, 'utf8');

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/**
 * A text in pieces of so much at most, cut between lines where that can be, and never inside what a reader sees as
 * one character. Put together with line ends, the pieces are the text again, but for lines that had to be cut.
 */
export function pieces(most: number, text: string, measure: Measure): readonly string[] {
  const found: string[] = [];
  let piece: string | undefined;
  for (const line of text.split('\n').flatMap((each) => hardPieces(most, each, measure))) {
    const longer = piece === undefined ? line : `${piece}\n${line}`;
    if (measure(longer) <= most) {
      piece = longer;
      continue;
    }
    if (piece !== undefined) found.push(piece);
    piece = line;
  }
  // Lines without words at the seams of pieces are nothing to send.
  return [...found, piece ?? ''].filter((each) => each.trim() !== '');
}

/** A text cut to what there is room for, and marked as cut. */
export function cutTo(most: number, text: string, measure: Measure): string {
  if (measure(text) <= most) return text;
  const [beginning = ''] = hardPieces(most - measure('…'), text, measure);
  return `${beginning}…`;
}

/** A single line in pieces, each as long as it may be. */
function hardPieces(most: number, line: string, measure: Measure): readonly string[] {
  if (measure(line) <= most) return [line];
  const found: string[] = [];
  let piece = '';
  let size = 0;
  for (const part of parts(most, line, measure)) {
    const more = measure(part);
    if (size + more > most) {
      found.push(piece);
      piece = '';
      size = 0;
    }
    piece += part;
    size += more;
  }
  return [...found, piece];
}

/** What must not be cut; a cluster of marks that no message has room for is cut between its characters. */
function* parts(most: number, line: string, measure: Measure): Generator<string> {
  for (const { segment } of segmenter.segment(line)) {
    if (measure(segment) <= most) yield segment;
    else yield* segment;
  }
}
