import type { z } from 'zod';
import type { Block } from './block-shapes.js';
import type { Element } from './element-shapes.js';
import { elementsOf, optionsOf } from './elements.js';
import type { Option } from './text-shapes.js';

/** Something wrong in what the bot sent: as Slack words it, with the place as a JSON pointer. */
export interface Complaint {
  readonly text: string;
  readonly pointer: string;
}

export type Surface = 'message' | 'modal' | 'home';

/** One line, as Slack puts it into `response_metadata.messages`. */
export function worded({ text, pointer }: Complaint): string {
  return `[ERROR] ${text} [json-pointer:${pointer}]`;
}

/** What does not fit the shape. */
export function misshapen(shape: z.ZodType, value: unknown, at: string): Complaint[] {
  const read = shape.safeParse(value);
  if (read.success) return [];
  return read.error.issues.map((issue) => ({
    text: issueText(issue),
    pointer: [at, ...issue.path].join('/'),
  }));
}

function issueText(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'array'
        ? `no more than ${issue.maximum} items allowed`
        : `must be less than ${Number(issue.maximum) + 1} characters`;
    case 'too_small':
      return issue.origin === 'array'
        ? `no fewer than ${issue.minimum} items allowed`
        : `must be more than ${Number(issue.minimum) - 1} characters`;
    case 'unrecognized_keys':
      return `invalid additional property: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return `unsupported type`;
    default:
      return issue.message;
  }
}

const MESSAGE_ONLY: readonly string[] = ['markdown', 'table', 'data_table'];

/** What no shape can say: ids that meet twice, options that do not exist, blocks out of place. */
export function contradictions(blocks: readonly Block[], surface: Surface, at: string) {
  const found: Complaint[] = [];
  const say = (text: string, pointer: string) => found.push({ text, pointer: `${at}/${pointer}` });
  for (const id of twice(blocks.map((block) => block.block_id))) {
    say(`block_id already exists: ${id}`, 'block_id');
  }
  blocks.forEach((block, place) => {
    for (const text of blockFaults(block, surface)) say(text, `${place}`);
    const ids = elementsOf([block]).map(({ element }) => element.action_id);
    for (const id of twice(ids)) say(`action_id already exists: ${id}`, `${place}`);
  });
  if (blocks.filter((block) => block.type === 'table').length > 1) {
    say('only_one_table_allowed', '');
  }
  return found;
}

function blockFaults(block: Block, surface: Surface): string[] {
  const faults: string[] = [];
  if (surface !== 'message' && MESSAGE_ONLY.includes(block.type)) {
    faults.push(`block type ${block.type} is not allowed in a ${surface}`);
  }
  if (block.type === 'section' && !block.text && !block.fields) {
    faults.push('missing required field: text or fields');
  }
  if (block.type === 'image' && Boolean(block.image_url) === Boolean(block.slack_file)) {
    faults.push('exactly one of image_url and slack_file is required');
  }
  if (block.type === 'input' && block.element.type === 'file_input' && surface !== 'modal') {
    faults.push('file_input is allowed in a modal only');
  }
  if (block.type === 'data_table') faults.push(...tableFaults(block.rows));
  for (const { element } of elementsOf([block])) faults.push(...elementFaults(element));
  return faults;
}

function tableFaults(rows: readonly (readonly { type: string }[])[]): string[] {
  const width = rows[0]?.length;
  const faults = rows.some((row) => row.length !== width) ? ['rows differ in length'] : [];
  if (rows[0]?.some((cell) => cell.type === 'rich_text')) faults.push('rich_text in the header');
  return faults;
}

function elementFaults(element: Element): string[] {
  const options = optionsOf(element);
  const doubled = twice(options.map((option) => option.value));
  return [
    ...sourceFaults(element),
    ...initialOf(element)
      .filter((one) => !options.some((other) => JSON.stringify(other) === JSON.stringify(one)))
      .map(({ text }) => `initial option is not among the options: ${text.text}`),
    ...doubled.map((value) => `option value already exists: ${value}`),
    ...lengthFaults(element),
  ];
}

function sourceFaults(element: Element): string[] {
  if (element.type !== 'static_select' && element.type !== 'multi_static_select') return [];
  const isOne = Boolean(element.options) !== Boolean(element.option_groups);
  return isOne ? [] : ['exactly one of options and option_groups is required'];
}

function initialOf(element: Element): readonly Option[] {
  if ('initial_option' in element && element.initial_option) return [element.initial_option];
  return ('initial_options' in element && element.initial_options) || [];
}

function lengthFaults(element: Element): string[] {
  if (element.type !== 'plain_text_input') return [];
  const { initial_value = '', min_length = 0, max_length = 3000 } = element;
  return [
    ...(initial_value.length > max_length ? ['initial_value exceeds max_length'] : []),
    ...(min_length > max_length ? ['min_length exceeds max_length'] : []),
  ];
}

/** Values that occur more than once, each named once. */
export function twice(values: readonly (string | undefined)[]): string[] {
  const given = values.filter((value) => value !== undefined);
  return [...new Set(given.filter((value, place) => given.indexOf(value) !== place))];
}

/** Characters of all the words in these blocks, wherever they stand. */
export function wordsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + wordsIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) =>
      sum + (key === 'text' && typeof one === 'string' ? one.length : wordsIn(one)),
    0,
  );
}
