import type { Notes } from '../../app/notes.js';
import type { Once } from '../../app/once.js';
import type { Log } from '../../app/ports.js';
import type { Views } from '../../app/views.js';
import type { Locale } from '../../forms/form.js';

/** How Slack is spoken to: over a socket that this program opens, or by calls that Slack makes. */
export interface SlackConfig {
  /** xoxb-…: what the bot may do. */
  readonly botToken: string;
  readonly way: SlackWay;
  /** Where the Web API lives: Slack's own address, a gateway, or a test server. Ends with a slash. */
  readonly apiUrl: string;
}

export type SlackWay =
  /** xapp-…: opens the socket. */
  | { readonly type: 'socket'; readonly appToken: string }
  /** What Slack signs its calls with, and where they come in. */
  | {
      readonly type: 'http';
      readonly signingSecret: string;
      readonly host: string;
      readonly port: number;
    };

export interface SlackParts extends SlackConfig {
  /** The language of people whose own is not known. */
  readonly locale: Locale;
  readonly views: Views;
  readonly notes: Notes;
  readonly once: Once;
  readonly log: Log;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}
