import type { Args } from './http-body.js';
import type { Refusal } from './message-check.js';
import type { Workspace } from './workspace.js';

export type Answer = Refusal | { readonly ok: true; readonly [key: string]: unknown };

/** What a method can reach besides the workspace. */
export interface Host {
  readonly workspace: Workspace;
  /** Where this Slack answers, without a path. */
  origin(): string;
  /** A new address for one Socket Mode connection. */
  socketUrl(): string;
  /** Sends an event to the app, in the background. */
  tell(event: object): void;
}

/** A Web API method: who may call it, and what it does. */
export interface Method {
  readonly scope?: string;
  readonly token?: 'app';
  run(host: Host, args: Args): Answer;
}

export type Methods = Readonly<Record<string, Method>>;
