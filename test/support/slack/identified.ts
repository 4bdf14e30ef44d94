import type { Block } from './block-shapes.js';
import type { Workspace } from './workspace.js';

/** The blocks as Slack keeps them: a block or an element without an id is given one. */
export function identified({ id }: Workspace, blocks: readonly Block[]): Block[] {
  const named = <E extends { readonly type: string; action_id?: string | undefined }>(
    element: E,
  ): E =>
    element.type === 'image' ? element : { ...element, action_id: element.action_id ?? id('a') };
  return blocks.map((block): Block => {
    const block_id = block.block_id ?? id('b');
    switch (block.type) {
      case 'actions':
        return { ...block, block_id, elements: block.elements.map(named) };
      case 'input':
        return { ...block, block_id, element: named(block.element) };
      case 'section':
        return block.accessory
          ? { ...block, block_id, accessory: named(block.accessory) }
          : { ...block, block_id };
      default:
        return { ...block, block_id };
    }
  });
}
