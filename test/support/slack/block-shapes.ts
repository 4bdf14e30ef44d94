import { z } from 'zod';
import { ACCESSORY, ACTION_ELEMENT, IMAGE_ELEMENT, INPUT_ELEMENT } from './element-shapes.js';
import { anyText, ID, LINK, plain, SLACK_FILE, STYLE } from './text-shapes.js';

const BLOCK = { block_id: ID.optional() };
const CELL_TEXT = z.string().min(1);

const RUN = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: STYLE.optional() }),
  z.strictObject({
    type: z.literal('link'),
    url: LINK,
    text: z.string().optional(),
    style: STYLE.optional(),
  }),
  z.strictObject({ type: z.literal('emoji'), name: z.string().min(1) }),
  z.strictObject({ type: z.literal('user'), user_id: z.string().min(1) }),
]);
const RICH_SECTION = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(RUN),
});
const RICH_PART = z.discriminatedUnion('type', [
  RICH_SECTION,
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(RUN) }),
  z.strictObject({ type: z.literal('rich_text_preformatted'), elements: z.array(RUN) }),
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(RICH_SECTION),
    indent: z.number().int().min(0).max(8).optional(),
    offset: z.number().int().min(0).optional(),
    border: z.union([z.literal(0), z.literal(1)]).optional(),
  }),
]);
const RICH_TEXT = z.strictObject({
  type: z.literal('rich_text'),
  ...BLOCK,
  elements: z.array(RICH_PART).min(1),
});

const CELL = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: CELL_TEXT }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: CELL_TEXT }),
  RICH_TEXT,
]);
const ROW = z.array(CELL).min(1).max(20);
const COLUMN = z.strictObject({
  align: z.enum(['left', 'center', 'right']).optional(),
  is_wrapped: z.boolean().optional(),
});

/** Every kind of block the assistant could send. Others exist; here they are unknown, and refused. */
export const BLOCK_SHAPE = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('section'),
    ...BLOCK,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: ACCESSORY.optional(),
    expand: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('actions'),
    ...BLOCK,
    elements: z.array(ACTION_ELEMENT).min(1).max(25),
  }),
  z.strictObject({
    type: z.literal('context'),
    ...BLOCK,
    elements: z
      .array(z.discriminatedUnion('type', [...anyText(3000).options, IMAGE_ELEMENT]))
      .min(1)
      .max(10),
  }),
  z.strictObject({ type: z.literal('header'), ...BLOCK, text: plain(150) }),
  z.strictObject({ type: z.literal('divider'), ...BLOCK }),
  z.strictObject({
    type: z.literal('image'),
    ...BLOCK,
    alt_text: z.string().min(1).max(2000),
    title: plain(2000).optional(),
    image_url: LINK.optional(),
    slack_file: SLACK_FILE.optional(),
  }),
  z.strictObject({
    type: z.literal('input'),
    ...BLOCK,
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    element: INPUT_ELEMENT,
    dispatch_action: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('markdown'), ...BLOCK, text: z.string().min(1).max(12_000) }),
  RICH_TEXT,
  z.strictObject({
    type: z.literal('table'),
    ...BLOCK,
    rows: z.array(ROW).min(1).max(100),
    column_settings: z.array(COLUMN).max(20).optional(),
  }),
  z.strictObject({
    type: z.literal('data_table'),
    ...BLOCK,
    caption: z.string().min(1),
    rows: z.array(ROW).min(2).max(101),
    page_size: z.number().int().min(1).max(100).optional(),
    row_header_column_index: z.number().int().min(0).max(19).optional(),
  }),
]);

export type Block = z.infer<typeof BLOCK_SHAPE>;
export type InputBlock = Extract<Block, { type: 'input' }>;

const VIEW = {
  blocks: z.array(BLOCK_SHAPE).max(100),
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

export const MODAL_SHAPE = z.strictObject({
  type: z.literal('modal'),
  title: plain(24),
  close: plain(24).optional(),
  submit: plain(24).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  ...VIEW,
});

export const HOME_SHAPE = z.strictObject({ type: z.literal('home'), ...VIEW });

export type ModalShape = z.infer<typeof MODAL_SHAPE>;
export type HomeShape = z.infer<typeof HOME_SHAPE>;
