import type { Block } from './block-shapes.js';
import type { SlackFile } from './slack-files.js';
import type { Stack } from './views.js';
import { openWatches, type Watches } from './watches.js';

/** What stands in a channel. `text` is Slack's wire form: `&amp;`, `&lt;`, `<https://…|…>`. */
export interface Message {
  readonly ts: string;
  readonly channel: string;
  /** `bot`, or the id of the person. */
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly thread_ts?: string;
  readonly files?: readonly SlackFile[];
  readonly edited?: true;
  /** Set on an ephemeral message: the only person who sees it. */
  readonly onlyFor?: string;
}

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly dm: string;
}

export interface Tokens {
  readonly bot: string;
  readonly app: string;
}

/** How the workspace is set up; the defaults are the manifest of channels.md 1.4. */
export interface WorkspaceOptions {
  readonly tokens: Tokens;
  readonly scopes: readonly string[];
  /** Event subscriptions: `message.im`, `message.channels`, `app_mention`, `app_home_opened`. */
  readonly events: readonly string[];
  /** Milliseconds; stamps messages and events. */
  readonly now: () => number;
  /** Whether the app is told about its own messages, as Slack does with `message.im`. */
  readonly echo: boolean;
  /** How long `until` waits before it says what it saw instead, in milliseconds. */
  readonly patience: number;
}

/** An address to answer an interaction by: good for five answers. */
export interface ResponseUrl {
  readonly channel: string;
  readonly user: string;
  readonly ts?: string;
  uses: number;
}

export const TEAM = 'T0SHENBAO';
export const APP = 'A0SHENBAO';
export const BOT_USER = 'U0BOT';
export const BOT = 'B0BOT';

/** Everything Slack remembers. Plain data; the files around it are what can be done with it. */
export interface Workspace {
  readonly options: WorkspaceOptions;
  readonly people: Map<string, Member>;
  /** Messages by channel, oldest first. */
  readonly channels: Map<string, Message[]>;
  readonly files: Map<string, SlackFile>;
  readonly homes: Map<string, Stack[number]>;
  readonly stacks: Map<string, Stack>;
  /** Who may still open a modal with which trigger; a used or expired one says so. */
  readonly triggers: Map<string, { user: string; is: 'fresh' | 'used' | 'expired' }>;
  /** What a person has chosen in a message and not sent otherwise, by message or view. */
  readonly chosen: Map<string, Map<string, object>>;
  /** Messages an app may still answer by address, and how often it did. */
  readonly responses: Map<string, ResponseUrl>;
  readonly violations: string[];
  readonly watches: Watches;
  revoked: ReadonlyMap<string, string>;
  /** A new id with this first letter. */
  id(letter: string): string;
  /** A new timestamp, later than every one before. */
  ts(): string;
}

export function openWorkspace(options: WorkspaceOptions): Workspace {
  let ids = 0;
  let stamps = 0;
  return {
    options,
    people: new Map(),
    channels: new Map(),
    files: new Map(),
    homes: new Map(),
    stacks: new Map(),
    triggers: new Map(),
    chosen: new Map(),
    responses: new Map(),
    violations: [],
    watches: openWatches(options.patience),
    revoked: new Map(),
    id(letter) {
      ids += 1;
      return `${letter}${ids.toString(36).toUpperCase().padStart(8, '0')}`;
    },
    ts() {
      stamps += 1;
      return `${Math.floor(options.now() / 1000)}.${String(stamps).padStart(6, '0')}`;
    },
  };
}

/** A trigger this person's action has just given. */
export function newTrigger({ triggers, id }: Workspace, user: string): string {
  const trigger = `${id('1')}.${id('2')}.trigger`;
  triggers.set(trigger, { user, is: 'fresh' });
  return trigger;
}
