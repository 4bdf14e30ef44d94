import type { Block } from './block-shapes.js';
import type { Element } from './element-shapes.js';
import { elementsOf, type Placed } from './elements.js';

/** What a person put into elements, by block and action; what is missing stands at its beginning. */
export type Typed = ReadonlyMap<string, object>;

export function stateKey({ block, element }: Placed): string {
  return `${block.block_id}/${element.action_id}`;
}

/** `state.values` of a payload: buttons and overflow menus hold nothing and do not occur. */
export function stateOf(
  blocks: readonly Block[],
  typed: Typed,
): Record<string, Record<string, object>> {
  const values: Record<string, Record<string, object>> = {};
  for (const placed of elementsOf(blocks)) {
    const value = typed.get(stateKey(placed)) ?? initialState(placed.element);
    if (!value) continue;
    const inBlock = values[placed.block.block_id ?? ''] ?? {};
    values[placed.block.block_id ?? ''] = { ...inBlock, [placed.element.action_id ?? '']: value };
  }
  return values;
}

function initialState(element: Element): object | undefined {
  const { type } = element;
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return { type, value: element.initial_value ?? null };
    case 'file_input':
      return { type, files: [] };
    case 'button':
    case 'overflow':
      return undefined;
    default:
      return type satisfies never;
  }
}
