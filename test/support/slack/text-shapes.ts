import { z } from 'zod';

/**
 * The small objects Block Kit is made of, with Slack's lengths. Everything is strict, because Slack
 * answers an additional property with `invalid_blocks` too.
 * Source: type comments of @slack/types 3.2.0 and docs.slack.dev.
 */
export const ID = z.string().min(1).max(255);
export const LINK = z.string().min(1).max(3000);

/** A `plain_text` object of at most so many characters; never empty, Slack refuses an empty text. */
export function plain(max: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(max),
    emoji: z.boolean().optional(),
  });
}

function mrkdwn(max: number) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: z.string().min(1).max(max),
    verbatim: z.boolean().optional(),
  });
}

/** Either kind of text, where Slack leaves the choice. */
export function anyText(max: number) {
  return z.discriminatedUnion('type', [plain(max), mrkdwn(max)]);
}

const OPTION = {
  value: z.string().min(1).max(150),
  description: plain(75).optional(),
};

/** An option of a menu: its words cannot be formatted. */
export const PLAIN_OPTION = z.strictObject({ ...OPTION, text: plain(75) });

/** An option of radio buttons or checkboxes: only there may the words be mrkdwn. */
export const RICH_OPTION = z.strictObject({
  value: OPTION.value,
  text: anyText(75),
  description: anyText(75).optional(),
});

export const OVERFLOW_OPTION = z.strictObject({ ...OPTION, text: plain(75), url: LINK.optional() });

export const OPTION_GROUP = z.strictObject({
  label: plain(75),
  options: z.array(PLAIN_OPTION).min(1).max(100),
});

export const CONFIRM = z.strictObject({
  title: plain(100).optional(),
  text: anyText(300),
  confirm: plain(30).optional(),
  deny: plain(30).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});

export const SLACK_FILE = z.union([
  z.strictObject({ id: z.string().min(1) }),
  z.strictObject({ url: LINK }),
]);

export const STYLE = z.strictObject({
  bold: z.boolean().optional(),
  code: z.boolean().optional(),
  italic: z.boolean().optional(),
  strike: z.boolean().optional(),
  underline: z.boolean().optional(),
});

export type Option = z.infer<typeof RICH_OPTION>;
