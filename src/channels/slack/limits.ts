import { cutTo as cut, inCharacters, pieces as split } from '../pieces.js';

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

/** A text cut to what there is room for, in Slack's unit. */
export function cutTo(most: number, text: string): string {
  return cut(most, text, inCharacters);
}

/** A text in pieces, in Slack's unit. */
export function pieces(most: number, text: string): readonly string[] {
  return split(most, text, inCharacters);
}
