import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { FilledBlank, Fills, NewLine } from '../../interview/form-view/fill.js';
import type { FillFaults } from '../../interview/form-view/read-fills.js';
import type { Field, FieldPlace } from './form-fields.js';
import { cutTo, LIMITS } from './limits.js';
import type { slackZhCn } from './zh-cn.js';

/** What a window is about. */
export interface WindowSubject {
  /** The direct conversation it was opened from. */
  readonly channel: string;
  /** The filing whose form it shows. */
  readonly filing: string;
}

const subjectSchema = z.object({ channel: z.string(), filing: z.string() });

/** Fields of a window, and their ids: the place of a field travels in its id. */
const placeSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('blank'),
    step: z.string(),
    row: z.string().exactOptional(),
    column: z.string().exactOptional(),
  }),
  z.object({ type: z.literal('new'), n: z.number(), step: z.string(), column: z.string() }),
]);

/** A window as Slack gives it back: its fields with what stood in them, and what stands there now. */
const submittedSchema = z.object({
  id: z.string(),
  hash: z.string(),
  private_metadata: z.string(),
  blocks: z.array(
    z.object({
      block_id: z.string(),
      element: z.object({ initial_value: z.string().optional() }).optional(),
    }),
  ),
  state: z.object({
    values: z.record(z.string(), z.object({ words: z.object({ value: z.string().nullish() }) })),
  }),
});

/** The window: every field with what stands there now. */
export function windowOf(
  subject: WindowSubject,
  title: string,
  fields: readonly Field[],
  words: typeof slackZhCn,
): ModalView {
  const hint: KnownBlock = { type: 'context', elements: [plain(words.windowHint, LIMITS.label)] };
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: JSON.stringify(subject),
    title: plain(title, LIMITS.modalTitle),
    submit: plain(words.save, LIMITS.modalTitle),
    close: plain(words.cancel, LIMITS.modalTitle),
    blocks: [hint, ...fields.slice(0, LIMITS.modalBlocks - 1).map((each) => inputOf(each, words))],
  };
}

function inputOf({ place, label, reads, value }: Field, words: typeof slackZhCn): KnownBlock {
  return {
    type: 'input',
    block_id: JSON.stringify(place),
    optional: true,
    label: plain(reads === 'amount' ? words.inWan(label) : label, LIMITS.label),
    element: {
      type: 'plain_text_input',
      action_id: 'words',
      multiline: reads === 'text',
      ...(value && { initial_value: value }),
    },
  };
}

function plain(content: string, most: number) {
  return { type: 'plain_text' as const, text: cutTo(most, content), emoji: false };
}

/** What was written in a window, as far as it changes anything, and the ids of the fields it was written in. */
export interface Written {
  /** The same on every delivery. */
  readonly id: string;
  readonly subject: WindowSubject;
  readonly fills: Fills;
  readonly fillIds: readonly string[];
  readonly lineIds: readonly string[];
}

interface Said {
  readonly id: string;
  readonly place: FieldPlace;
  /** What the person saw when the window was opened; null for nothing. */
  readonly was: string | null;
  readonly text: string;
}

/** Reads a window that was sent. Throws when it is none of ours. */
export function writtenIn(view: unknown): Written {
  const { id, hash, private_metadata, blocks, state } = submittedSchema.parse(view);
  const subject = subjectSchema.parse(JSON.parse(private_metadata));
  const said = blocks.flatMap(({ block_id, element }): Said[] => {
    if (!element) return [];
    const text = state.values[block_id]?.words.value ?? '';
    const was = element.initial_value ?? null;
    return [{ id: block_id, place: placeSchema.parse(JSON.parse(block_id)), was, text }];
  });
  const filled = said.flatMap(filledBlank);
  const added = newLinesIn(said);
  return {
    id: `${id}.${hash}`,
    subject,
    fills: {
      type: 'fills',
      filing: subject.filing,
      fills: filled.map(({ fill }) => fill),
      lines: added.map(({ line }) => line),
    },
    fillIds: filled.map(({ id }) => id),
    lineIds: added.map(({ id }) => id),
  };
}

function filledBlank({ id, place, was, text }: Said): { id: string; fill: FilledBlank }[] {
  if (place.type !== 'blank' || text.trim() === (was ?? '').trim()) return [];
  const { type: _, ...ref } = place;
  return [{ id, fill: { ...ref, was, text } }];
}

/** A new line is what stands in any of its cells; its fault is shown at the first of these. */
function newLinesIn(said: readonly Said[]): readonly { id: string; line: NewLine }[] {
  const lines = new Map<number, { id: string; line: NewLine }>();
  for (const { id, place, text } of said) {
    if (place.type !== 'new' || text.trim() === '') continue;
    const { n, step, column } = place;
    const known = lines.get(n);
    const cells = { ...known?.line.cells, [column]: text };
    lines.set(n, { id: known?.id ?? id, line: { step, cells } });
  }
  return [...lines.values()];
}

/** Sentences by the fields they are about; undefined when everything can be taken. */
export function errorsAt(
  { fillIds, lineIds }: Written,
  { fills, lines }: FillFaults<string>,
): Readonly<Record<string, string>> | undefined {
  const errors = [
    ...fillIds.map((id, at) => [id, fills[at]] as const),
    ...lineIds.map((id, at) => [id, lines[at]] as const),
  ].flatMap(([id, fault]) => (fault === undefined ? [] : [[id, fault] as const]));
  return errors.length > 0 ? Object.fromEntries(errors) : undefined;
}
