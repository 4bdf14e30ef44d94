/**
 * What Slack takes. Source: docs.slack.dev for blocks, and its own types for elements; more of any of these and
 * nothing at all is sent.
 */
export const LIMITS = {
  /** Characters of a section's text. */
  section: 3_000,
  /** Blocks of a message. */
  blocks: 50,
  /** Characters of all blocks of a message: 13,200 were refused by users' reports, so we stay well below. 〔推〕 */
  message: 9_900,
  /** Characters of what can be pressed: the rest of a message belongs to its words. */
  pressables: 6_000,
  /**
   * Characters of the text beside the blocks, which notifications show the beginning of. Escaped it is five times
   * as long at most, below the 4,000 that Slack advises.
   */
  fallback: 700,
  button: 75,
  option: 75,
  options: 100,
  /** Buttons that stand side by side on a phone. Slack takes 25. */
  buttons: 5,
  modalBlocks: 100,
  modalTitle: 24,
  metadata: 3_000,
  input: 3_000,
  label: 2_000,
  homeBlocks: 100,
} as const;

/** A text cut to what there is room for, and marked as cut. */
export function cutTo(most: number, text: string): string {
  if (text.length <= most) return text;
  const [beginning = ''] = hardPieces(most - 1, text);
  return `${beginning}…`;
}

/** A text in pieces of so many characters at most, cut between lines where that can be. */
export function pieces(most: number, text: string): readonly string[] {
  const found: string[] = [];
  let piece = '';
  for (const line of text.split('\n').flatMap((each) => hardPieces(most, each))) {
    const longer = piece === '' ? line : `${piece}\n${line}`;
    if (longer.length <= most) {
      piece = longer;
      continue;
    }
    found.push(piece);
    piece = line;
  }
  return piece === '' ? found : [...found, piece];
}

/** A single line in pieces; no character that takes two places is cut in half. */
function hardPieces(most: number, line: string): readonly string[] {
  if (line.length <= most) return [line];
  const found: string[] = [];
  let piece = '';
  for (const character of line) {
    if (piece.length + character.length > most) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}
