import type { Block } from './block-shapes.js';
import type { Element } from './element-shapes.js';
import { optionsOf } from './elements.js';
import { onTheScreen } from './wire-text.js';
import type { Message } from './workspace.js';

interface Text {
  readonly type: string;
  readonly text: string;
}

/** A message as lines: `> ` before a person's, `< ` before the bot's. */
export function onScreen(message: Message): string[] {
  const mark = message.user === 'bot' ? '<' : '>';
  const isPlain = message.user !== 'bot' || message.blocks.length === 0;
  const words = isPlain ? onTheScreen(message.text).split('\n') : blockLines(message.blocks);
  const files = (message.files ?? []).map(({ name }) => `📎 ${name}`);
  const to = message.onlyFor ? ' (only you)' : '';
  const lines = [...words.filter((line) => line !== ''), ...files];
  return lines.map((line, place) => `${mark} ${line}${place === 0 ? to : ''}`);
}

/** Blocks as a person reads them, a line each. */
export function blockLines(blocks: readonly Block[]): string[] {
  return blocks.flatMap(blockLine);
}

function blockLine(block: Block): string[] {
  switch (block.type) {
    case 'header':
      return [`# ${block.text.text}`];
    case 'section':
      return [
        ...(block.text ? read(block.text).split('\n') : []),
        ...(block.fields ?? []).map(read),
        ...(block.accessory && block.accessory.type !== 'image' ? [faceOf(block.accessory)] : []),
      ];
    case 'context':
      return block.elements.map((one) =>
        one.type === 'image' ? `(${one.alt_text})` : `(${read(one)})`,
      );
    case 'actions':
      return [block.elements.map(faceOf).join(' ')];
    case 'input':
      return [`${block.label.text}: ${faceOf(block.element)}`];
    case 'divider':
      return ['———'];
    case 'image':
      return [`🖼 ${block.alt_text}`];
    case 'markdown':
      return block.text.split('\n');
    case 'table':
    case 'data_table':
      return block.rows.map((row) => row.map(wordsOf).join(' | '));
    case 'rich_text':
      return block.elements.map(wordsOf);
    default:
      return block satisfies never;
  }
}

function read(text: Text): string {
  return text.type === 'mrkdwn' ? onTheScreen(text.text) : text.text;
}

/** The words inside rich text or a cell, in their order. */
function wordsOf(part: object): string {
  if ('text' in part && typeof part.text === 'string') return part.text;
  return 'elements' in part && Array.isArray(part.elements)
    ? part.elements.map(wordsOf).join('')
    : '';
}

/** `[按钮]`, `[▾ 一 / 二]` or `[____]`. */
function faceOf(element: Element): string {
  if (element.type === 'button') return `[${element.text.text}]`;
  const options = optionsOf(element);
  if (options.length > 0) return `[▾ ${options.map(({ text }) => text.text).join(' / ')}]`;
  return `[${('initial_value' in element && element.initial_value) || '____'}]`;
}
