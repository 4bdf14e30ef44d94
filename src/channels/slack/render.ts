import type { KnownBlock } from '@slack/types';
import type { FilePart, ImagePart, Reply } from '../../app/ports.js';
import type { SlackMessage } from './api.js';
import { cutTo, LIMITS, pieces } from './limits.js';
import { formButton, NO_PRESSABLES, type Pressables, pressables, sizeOf } from './pressables.js';
import type { slackZhCn } from './zh-cn.js';

/** What is done on Slack to say something, in order. */
export type SlackOp =
  | ({ readonly type: 'post' } & SlackMessage)
  | { readonly type: 'upload'; readonly name: string; readonly data: Uint8Array };

/** Messages that one reply may take; what is longer comes as a file. */
const MOST_MESSAGES = 4;

/**
 * A reply as messages and files. Texts are plain: what a person wrote is never taken for markup.
 *
 * @param withForm whether the question can also be filled in a window of its own.
 */
export function render(
  parts: Reply['parts'],
  words: typeof slackZhCn,
  withForm: boolean,
): readonly SlackOp[] {
  const ops: SlackOp[] = [];
  let texts: string[] = [];
  const form = withForm ? [formButton(words)] : [];
  const flush = ({ blocks, listed }: Pressables = NO_PRESSABLES) => {
    const more = listed.map(({ key, label }) => `${key} ${label}`).join('\n');
    const said = more === '' ? texts : [...texts, more];
    ops.push(...posts(said.join('\n\n'), blocks, words));
    texts = [];
  };
  for (const part of parts) {
    switch (part.type) {
      case 'text':
        texts.push(part.text);
        break;
      case 'choices': {
        const { blocks, listed } = pressables(part.prompt, part.options, words);
        flush({ blocks: [...blocks, ...form], listed });
        break;
      }
      case 'file':
      case 'image':
        flush();
        ops.push(upload(part));
        break;
      default:
        part satisfies never;
    }
  }
  const hasChoices = parts.some(({ type }) => type === 'choices');
  flush(hasChoices ? NO_PRESSABLES : { blocks: form, listed: [] });
  return ops;
}

function upload({ name, data }: FilePart | ImagePart): SlackOp {
  return { type: 'upload', name, data };
}

/** Texts as messages of a size that Slack takes; what can be pressed stands under the last one. */
function posts(
  text: string,
  pressable: readonly KnownBlock[],
  words: typeof slackZhCn,
): readonly SlackOp[] {
  if (text === '' && pressable.length === 0) return [];
  const whole = fittingPieces(text === '' ? words.choose : text, sizeOf(pressable));
  if (whole.length <= MOST_MESSAGES) {
    return whole.map((piece, at) => post(piece, at === whole.length - 1 ? pressable : []));
  }
  const [beginning = ''] = pieces(LIMITS.section / 2, text);
  return [
    { type: 'upload', name: words.longFile, data: new TextEncoder().encode(text) },
    post(`${beginning}\n\n${words.restInFile(words.longFile)}`, pressable),
  ];
}

/** Pieces whose blocks stay below the size of a message: what is escaped in JSON counts twice and more. */
function fittingPieces(text: string, taken: number): readonly string[] {
  for (let room = LIMITS.message - taken; ; room = Math.floor(room / 2)) {
    const found = pieces(room, text);
    if (found.every((piece) => sizeOf(sectionsOf(piece)) + taken <= LIMITS.message)) return found;
  }
}

function post(text: string, pressable: readonly KnownBlock[]): SlackOp {
  return {
    type: 'post',
    text: escaped(cutTo(LIMITS.fallback, text)),
    blocks: [...sectionsOf(text), ...pressable],
  };
}

function sectionsOf(text: string): readonly KnownBlock[] {
  return pieces(LIMITS.section, text).map((piece) => ({
    type: 'section',
    text: { type: 'plain_text', text: piece, emoji: false },
  }));
}

/** The text beside blocks is markup, where <!channel> would call everybody. Source: Slack's three escapes. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
