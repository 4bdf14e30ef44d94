import { z } from 'zod';
import {
  CONFIRM,
  ID,
  LINK,
  OPTION_GROUP,
  OVERFLOW_OPTION,
  PLAIN_OPTION,
  plain,
  RICH_OPTION,
  SLACK_FILE,
} from './text-shapes.js';

const ACTION = { action_id: ID.optional(), confirm: CONFIRM.optional() };
const FOCUS = { focus_on_load: z.boolean().optional() };
const PLACEHOLDER = { placeholder: plain(150).optional() };
const WHEN = z.enum(['on_enter_pressed', 'on_character_entered']);
const TYPED = {
  action_id: ID.optional(),
  ...FOCUS,
  ...PLACEHOLDER,
  dispatch_action_config: z.strictObject({ trigger_actions_on: z.array(WHEN).min(1) }).optional(),
};
const MENU = {
  ...ACTION,
  ...FOCUS,
  ...PLACEHOLDER,
  options: z.array(PLAIN_OPTION).min(1).max(100).optional(),
  option_groups: z.array(OPTION_GROUP).min(1).max(100).optional(),
};
const MANY = { max_selected_items: z.number().int().min(1).optional() };

const BUTTON = z.strictObject({
  type: z.literal('button'),
  ...ACTION,
  text: plain(75),
  value: z.string().max(2000).optional(),
  url: LINK.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().min(1).max(75).optional(),
});
const SELECT = z.strictObject({
  type: z.literal('static_select'),
  ...MENU,
  initial_option: PLAIN_OPTION.optional(),
});
const MULTI_SELECT = z.strictObject({
  type: z.literal('multi_static_select'),
  ...MENU,
  ...MANY,
  initial_options: z.array(PLAIN_OPTION).min(1).max(100).optional(),
});
const RADIO = z.strictObject({
  type: z.literal('radio_buttons'),
  ...ACTION,
  ...FOCUS,
  options: z.array(RICH_OPTION).min(1).max(10),
  initial_option: RICH_OPTION.optional(),
});
const CHECKBOXES = z.strictObject({
  type: z.literal('checkboxes'),
  ...ACTION,
  ...FOCUS,
  options: z.array(RICH_OPTION).min(1).max(10),
  initial_options: z.array(RICH_OPTION).min(1).max(10).optional(),
});
const OVERFLOW = z.strictObject({
  type: z.literal('overflow'),
  ...ACTION,
  options: z.array(OVERFLOW_OPTION).min(1).max(5),
});
const DATE = z.strictObject({
  type: z.literal('datepicker'),
  ...ACTION,
  ...FOCUS,
  ...PLACEHOLDER,
  initial_date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
});
const TEXT_INPUT = z.strictObject({
  type: z.literal('plain_text_input'),
  ...TYPED,
  initial_value: z.string().optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(3000).optional(),
  max_length: z.number().int().min(1).max(3000).optional(),
});
const NUMBER_INPUT = z.strictObject({
  type: z.literal('number_input'),
  ...TYPED,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});
const EMAIL_INPUT = z.strictObject({
  type: z.literal('email_text_input'),
  ...TYPED,
  initial_value: z.string().optional(),
});
const URL_INPUT = z.strictObject({
  type: z.literal('url_text_input'),
  ...TYPED,
  initial_value: z.string().optional(),
});
const FILE_INPUT = z.strictObject({
  type: z.literal('file_input'),
  action_id: ID.optional(),
  filetypes: z.array(z.string().min(1)).min(1).optional(),
  max_files: z.number().int().min(1).max(10).optional(),
});

/** A picture beside other text. Either address or Slack's own file, never both. */
export const IMAGE_ELEMENT = z.strictObject({
  type: z.literal('image'),
  alt_text: z.string().min(1).max(2000),
  image_url: LINK.optional(),
  slack_file: SLACK_FILE.optional(),
});

/** What an `actions` block may hold. */
export const ACTION_ELEMENT = z.discriminatedUnion('type', [
  BUTTON,
  SELECT,
  MULTI_SELECT,
  RADIO,
  CHECKBOXES,
  OVERFLOW,
  DATE,
]);

/** What may stand beside a section's text. */
export const ACCESSORY = z.discriminatedUnion('type', [
  BUTTON,
  SELECT,
  MULTI_SELECT,
  RADIO,
  CHECKBOXES,
  OVERFLOW,
  DATE,
  IMAGE_ELEMENT,
]);

/** What an `input` block may ask with. */
export const INPUT_ELEMENT = z.discriminatedUnion('type', [
  SELECT,
  MULTI_SELECT,
  RADIO,
  CHECKBOXES,
  DATE,
  TEXT_INPUT,
  NUMBER_INPUT,
  EMAIL_INPUT,
  URL_INPUT,
  FILE_INPUT,
]);

/** Anything a person can press, choose or fill in. */
export type Element = z.infer<typeof ACTION_ELEMENT> | z.infer<typeof INPUT_ELEMENT>;
