import type { Block } from './block-shapes.js';
import type { Element } from './element-shapes.js';
import type { Option } from './text-shapes.js';

/** An element, and the block in which it stands. */
export interface Placed {
  readonly block: Block;
  readonly element: Element;
}

/** Everything in these blocks that a person can press, choose or fill in, from top to bottom. */
export function elementsOf(blocks: readonly Block[]): Placed[] {
  return blocks.flatMap((block) => inBlock(block).map((element) => ({ block, element })));
}

function inBlock(block: Block): readonly Element[] {
  switch (block.type) {
    case 'actions':
      return block.elements;
    case 'input':
      return [block.element];
    case 'section':
      return block.accessory && block.accessory.type !== 'image' ? [block.accessory] : [];
    default:
      return [];
  }
}

/** The options of a menu, radio buttons or checkboxes; none for everything else. */
export function optionsOf(element: Element): readonly Option[] {
  switch (element.type) {
    case 'static_select':
    case 'multi_static_select':
      return [
        ...(element.options ?? []),
        ...(element.option_groups ?? []).flatMap((group) => group.options),
      ];
    case 'radio_buttons':
    case 'checkboxes':
    case 'overflow':
      return element.options;
    default:
      return [];
  }
}
