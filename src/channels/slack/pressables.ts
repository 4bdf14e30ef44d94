import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { Option } from '../../interview/parts.js';
import { cutTo, LIMITS } from './limits.js';
import type { slackZhCn } from './zh-cn.js';

/** Blocks that can be pressed begin with this in their ids: they go once something else has been said. */
const PRESSABLE = 'press';

/** What can be pressed, and what there is no room for: that is listed, and can be typed. */
export interface Pressables {
  readonly blocks: readonly KnownBlock[];
  readonly listed: readonly Option[];
}

export const NO_PRESSABLES: Pressables = { blocks: [], listed: [] };

/** Few choices are buttons, more are a list to choose from. Each can be typed as well. */
export function pressables(
  prompt: number,
  options: readonly Option[],
  words: typeof slackZhCn,
): Pressables {
  if (options.length === 0) return NO_PRESSABLES;
  if (options.length <= LIMITS.buttons) {
    return { blocks: [buttons(prompt, options)], listed: [] };
  }
  // Of many choices with long labels, the labels are cut first, then the last ones are left to be typed.
  for (let most: number = LIMITS.option; most >= SHORTEST_LABEL; most = Math.floor(most / 2)) {
    const whole = select(prompt, options.slice(0, LIMITS.options), most, words);
    if (sizeOf([whole]) <= LIMITS.pressables) {
      return { blocks: [whole], listed: options.slice(LIMITS.options) };
    }
  }
  const shown = options.slice(0, FEWER_OPTIONS);
  const block = select(prompt, shown, SHORTEST_LABEL, words);
  return { blocks: [block], listed: options.slice(FEWER_OPTIONS) };
}

const SHORTEST_LABEL = 18;
/** So many options of the shortest labels have room in any message. */
const FEWER_OPTIONS = 50;

function buttons(prompt: number, options: readonly Option[]): ActionsBlock {
  return {
    type: 'actions',
    block_id: `${PRESSABLE}.${prompt}`,
    elements: options.map((option, at) => ({
      type: 'button',
      action_id: `choose.${at}`,
      text: label(option, LIMITS.button),
      value: `${prompt}:${at}`,
    })),
  };
}

function select(
  prompt: number,
  options: readonly Option[],
  most: number,
  words: typeof slackZhCn,
): ActionsBlock {
  return {
    type: 'actions',
    block_id: `${PRESSABLE}.${prompt}`,
    elements: [
      {
        type: 'static_select',
        action_id: 'choose',
        placeholder: { type: 'plain_text', text: words.choose },
        options: options.map((option, at) => ({
          text: label(option, most),
          value: `${prompt}:${at}`,
        })),
      },
    ],
  };
}

function label({ key, label: name }: Option, most: number) {
  return { type: 'plain_text' as const, text: cutTo(most, `${key} ${name}`), emoji: false };
}

/** Opens a window with all blanks of the question. */
export function formButton(words: typeof slackZhCn): KnownBlock {
  return {
    type: 'actions',
    block_id: `${PRESSABLE}.form`,
    elements: [
      { type: 'button', action_id: 'form', text: { type: 'plain_text', text: words.fillAll } },
    ],
  };
}

export function isPressable({ block_id }: Pick<KnownBlock, 'block_id'>): boolean {
  return block_id?.startsWith(PRESSABLE) === true;
}

/** A message's blocks once they were answered: what was chosen instead of what can be pressed. */
export function answeredBlocks(
  blocks: readonly KnownBlock[],
  chosen: string | undefined,
): readonly KnownBlock[] {
  const kept = blocks.filter((block) => !isPressable(block));
  if (chosen === undefined) return kept;
  const text = { type: 'plain_text' as const, text: `✓ ${chosen}`, emoji: false };
  return [...kept, { type: 'context', block_id: 'chosen', elements: [text] }];
}

/** Characters that blocks come to, as they are sent. */
export function sizeOf(blocks: readonly KnownBlock[]): number {
  return blocks.length === 0 ? 0 : JSON.stringify(blocks).length;
}
