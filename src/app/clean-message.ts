import { clean } from '../domain/text.js';
import type { FilledBlank, Fills } from '../interview/form-view/fill.js';
import { MOST_CHARACTERS } from '../interview/reduce.js';
import { type FileWords, LARGEST_FILE, type Message } from './ports.js';

/** Cleans words once, at the door, and keeps what is too long from being stored. */
export function cleanMessage(message: Message): Message {
  return { ...message, words: cleanWords(message.words) };
}

function cleanWords(words: Message['words']): Message['words'] {
  switch (words.type) {
    case 'text': {
      const text = clean(words.text);
      return text.length > MOST_CHARACTERS
        ? { type: 'oversize', characters: text.length }
        : { type: 'text', text };
    }
    case 'press':
      return { ...words, say: clean(words.say) };
    case 'fill':
      return cleanFill(words);
    case 'fills':
      return cleanFills(words);
    case 'file':
      return keptFile(words);
    case 'remote-file':
      return { ...words, name: clean(words.name) };
    case 'opened':
    case 'choose':
    case 'revert':
    case 'oversize':
      return words;
    default:
      return words satisfies never;
  }
}

function cleanFill<Filled extends FilledBlank>(fill: Filled): Filled {
  const { was, text } = fill;
  return { ...fill, was: was === null ? null : clean(was), text: clean(text) };
}

function cleanFills(written: Fills): Fills {
  const lines = written.lines.map(({ step, cells }) => {
    const entries = Object.entries(cells).map(([column, said]) => [column, clean(said)] as const);
    return { step, cells: Object.fromEntries(entries) };
  });
  return { ...written, fills: written.fills.map(cleanFill), lines };
}

/** Four characters of base64 are three bytes. */
const LONGEST_BASE64 = Math.ceil(LARGEST_FILE / 3) * 4;

function keptFile({ type, name, data }: FileWords): FileWords {
  const isTooLarge = data !== null && data.length > LONGEST_BASE64;
  return { type, name: clean(name), data: isTooLarge ? null : data };
}
