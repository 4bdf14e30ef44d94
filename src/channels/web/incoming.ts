import { z } from 'zod';
import type { ChatLine, LinePart } from '../../app/chat-log.js';
import type { Words } from '../../interview/understand.js';

/** Identifiers of the form, which are short. */
const id = z.string().min(1).max(200);

/** What a page may say. What is too long as an answer is refused further in, in words. */
export const incomingMessage = z.strictObject({
  id: z.uuid(),
  words: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('opened') }),
    z.strictObject({ type: z.literal('text'), text: z.string() }),
    z.strictObject({
      type: z.literal('press'),
      prompt: z.number().int().min(0),
      say: z.string().max(20_000),
    }),
    z.strictObject({
      type: z.literal('fill'),
      filing: id,
      step: id,
      row: id.optional(),
      column: id.optional(),
      was: z.string().nullable(),
      text: z.string().max(20_000),
    }),
    z.strictObject({ type: z.literal('revert'), filing: id, revision: z.number().int() }),
  ]),
});

export type IncomingMessage = z.infer<typeof incomingMessage>;

/** Words as the assistant takes them: what was not given is left out. */
export function wordsOf({ words }: IncomingMessage): Words {
  if (words.type !== 'fill') return words;
  const { row, column, ...rest } = words;
  return { ...rest, ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
}

/** The label of a choice that was pressed, from the lines it may stand in; else the words it stands for. */
export function pressedLabel(
  lines: readonly ChatLine[],
  { prompt, say }: Extract<Words, { type: 'press' }>,
): string {
  const choices = lines
    .flatMap(({ parts }): readonly LinePart[] => parts)
    .findLast((part) => part.type === 'choices' && part.prompt === prompt);
  const options = choices?.type === 'choices' ? choices.options : [];
  return options.find((option) => option.say === say)?.label ?? say;
}
