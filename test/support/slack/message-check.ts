import { z } from 'zod';
import { BLOCK_SHAPE, type Block, HOME_SHAPE, MODAL_SHAPE } from './block-shapes.js';
import { type Complaint, contradictions, misshapen, twice, worded, wordsIn } from './complaints.js';
import { elementsOf } from './elements.js';
import type { View } from './views.js';
import type { Workspace } from './workspace.js';

/** An answer with `ok: false`. */
export interface Refusal {
  readonly ok: false;
  readonly error: string;
  readonly [key: string]: unknown;
}

/** `text` over this is refused; under it, but over 4,000, Slack advises against it. */
const TEXT_MAX = 40_000;
const TEXT_ADVISED = 4000;
/** Undocumented: rejected above 12,000 to 13,200 in bolt-js #2509, at 11,341 in #2867; we stay below ours. */
const WORDS_MAX = 12_000;
const OUR_WORDS_MAX = 10_000;
/** Nobody fills in a form by calling the whole channel: words of a person got out unescaped. */
const BROADCAST = /<!(?:here|channel|everyone)\b/;

export function refused(error: string, more: Readonly<Record<string, unknown>> = {}): Refusal {
  return { ok: false, error, ...more };
}

function refusedFor(error: string, complaints: readonly Complaint[]): Refusal {
  const messages = complaints.map(worded);
  return refused(error, { errors: messages, response_metadata: { messages } });
}

/** Looks at a message before it is shown: its blocks, or Slack's refusal. Notes every violation. */
export function checkMessage(
  workspace: Workspace,
  from: string,
  text: string,
  given: unknown,
): readonly Block[] | Refusal {
  const note = (what: string) => workspace.violations.push(`${from}: ${what}`);
  const shape = z.array(BLOCK_SHAPE).max(50);
  const read = shape.safeParse(given ?? []);
  const complaints = read.success
    ? [...contradictions(read.data, 'message', '/blocks'), ...missingFiles(workspace, read.data)]
    : misshapen(shape, given, '/blocks');
  for (const complaint of complaints) note(`invalid_blocks ${worded(complaint)}`);
  if (complaints.length > 0) return refusedFor('invalid_blocks', complaints);
  const blocks = read.success ? read.data : [];
  return tooLong(text, blocks, note) ?? noted(text, blocks, note);
}

function tooLong(text: string, blocks: readonly Block[], note: (what: string) => void) {
  if (text.length > TEXT_MAX) {
    note(`msg_too_long: text of ${text.length} characters`);
    return refused('msg_too_long');
  }
  const words = wordsIn(blocks);
  if (words < OUR_WORDS_MAX) return undefined;
  note(`msg_blocks_too_long: blocks of ${words} characters, ours end at ${OUR_WORDS_MAX}`);
  return words > WORDS_MAX ? refused('msg_blocks_too_long') : undefined;
}

/** What Slack takes and we do not want. */
function noted(text: string, blocks: readonly Block[], note: (what: string) => void) {
  if (text === '') note('no text to fall back on, for notifications and screen readers');
  if (text.length > TEXT_ADVISED) note(`text of ${text.length} characters, advised are 4000`);
  if (BROADCAST.test(JSON.stringify([text, blocks]))) note('calls the whole channel');
  for (const id of twice(elementsOf(blocks).map(({ element }) => element.action_id))) {
    note(`action_id occurs twice in the message: ${id}`);
  }
  return blocks;
}

function missingFiles({ files }: Workspace, blocks: readonly Block[]): Complaint[] {
  return blocks.flatMap((block, place) => {
    if (block.type !== 'image' || !block.slack_file || !('id' in block.slack_file)) return [];
    if (files.has(block.slack_file.id)) return [];
    return [{ text: 'invalid slack file', pointer: `/blocks/${place}/slack_file` }];
  });
}

/** Looks at a view before it is shown: as read, or Slack's refusal. Notes every violation. */
export function checkView(
  workspace: Workspace,
  from: string,
  given: unknown,
  type: 'modal' | 'home',
): View['shape'] | Refusal {
  const shape = type === 'modal' ? MODAL_SHAPE : HOME_SHAPE;
  const read = shape.safeParse(given);
  const complaints = read.success
    ? [...contradictions(read.data.blocks, type, '/view/blocks'), ...unsubmitted(read.data)]
    : misshapen(shape, given, '/view');
  for (const complaint of complaints) {
    workspace.violations.push(`${from}: invalid_arguments ${worded(complaint)}`);
  }
  return read.success && complaints.length === 0
    ? read.data
    : refusedFor('invalid_arguments', complaints);
}

function unsubmitted(shape: View['shape']): Complaint[] {
  if (shape.type !== 'modal' || shape.submit) return [];
  return shape.blocks.some((block) => block.type === 'input')
    ? [{ text: 'submit is required with an input block', pointer: '/view' }]
    : [];
}
