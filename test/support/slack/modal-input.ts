import type { InputBlock } from './block-shapes.js';
import type { Element } from './element-shapes.js';
import { elementsOf, type Placed } from './elements.js';
import { optionOf } from './interactions.js';
import type { Host } from './method.js';
import { fileObject, keepFile, type PersonFile } from './slack-files.js';
import { stateKey, stateOf, type Typed } from './typed-state.js';
import type { View } from './views.js';

/** What a person puts into an element: words, the labels of options, or files. */
export type Filled = string | readonly string[] | readonly PersonFile[];
/** By the block's id, its label, or the element's action. */
export type FilledIn = Readonly<Record<string, Filled>>;

/** The view's contents with these put in; what is not named stays as it was. */
export function filledIn({ workspace, origin }: Host, view: View, values: FilledIn): Typed {
  const typed = new Map(view.typed);
  for (const [name, filled] of Object.entries(values)) {
    const placed = elementsOf(view.blocks).find((one) => namesOf(one).includes(name));
    if (!placed) throw new Error(`No field ${name} here: ${labels(view).join(', ')}`);
    const keep = (file: PersonFile) =>
      fileObject(keepFile(workspace, view.user, file), origin(), workspace.options.now() / 1000);
    typed.set(stateKey(placed), contents(placed.element, filled, keep));
  }
  return typed;
}

function namesOf({ block, element }: Placed): readonly (string | undefined)[] {
  return [block.block_id, element.action_id, block.type === 'input' ? block.label.text : undefined];
}

function labels({ blocks }: View): string[] {
  return blocks.flatMap((block) => (block.type === 'input' ? [block.label.text] : []));
}

function contents(element: Element, filled: Filled, keep: (file: PersonFile) => object): object {
  const { type } = element;
  const words = [filled].flat().filter((one) => typeof one === 'string');
  const named = words.filter((word) => word !== '').map((word) => existing(element, word));
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: named[0] ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: named };
    case 'datepicker':
      return { type, selected_date: words[0] || null };
    case 'file_input':
      return {
        type,
        files: [filled].flat().flatMap((one) => (typeof one === 'string' ? [] : [keep(one)])),
      };
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: words[0] || null };
    case 'button':
    case 'overflow':
      throw new Error(`A ${type} is pressed, not filled in`);
    default:
      return type satisfies never;
  }
}

function existing(element: Element, name: string) {
  const option = optionOf(element, name);
  if (option || !('options' in element || 'option_groups' in element)) return option;
  throw new Error(`No option ${name} in ${element.action_id}`);
}

/** What Slack's own window refuses before it asks the app, by block. */
export function refusedBySlack(view: View, typed: Typed): Record<string, string> {
  const values = stateOf(view.blocks, typed);
  const errors: Record<string, string> = {};
  for (const block of view.blocks) {
    if (block.type !== 'input') continue;
    const state = values[block.block_id ?? '']?.[block.element.action_id ?? ''] ?? {};
    const { type: _, ...held } = { type: undefined, ...state };
    const fault = faultOf(block, Object.values(held).flat().at(0) ?? undefined);
    if (fault) errors[block.block_id ?? ''] = fault;
  }
  return errors;
}

function faultOf({ element, optional }: InputBlock, content: unknown): string | undefined {
  if (content === undefined) return optional ? undefined : 'Please complete this required field.';
  if (typeof content !== 'string') return undefined;
  if (element.type === 'plain_text_input') return lengthFault(element, content);
  return element.type === 'number_input' ? numberFault(element, content) : undefined;
}

function lengthFault(
  { min_length = 0, max_length = 3000 }: Extract<Element, { type: 'plain_text_input' }>,
  { length }: string,
): string | undefined {
  if (length > max_length) return `Must be no more than ${max_length} characters.`;
  return length < min_length ? `Must be at least ${min_length} characters.` : undefined;
}

function numberFault(
  element: Extract<Element, { type: 'number_input' }>,
  content: string,
): string | undefined {
  const shape = element.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
  if (!shape.test(content)) return 'Must be a number.';
  if (Number(content) < Number(element.min_value ?? content)) return 'Too small.';
  return Number(content) > Number(element.max_value ?? content) ? 'Too large.' : undefined;
}
