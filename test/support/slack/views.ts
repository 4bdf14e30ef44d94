import { createHash } from 'node:crypto';
import type { Block, HomeShape, ModalShape } from './block-shapes.js';
import { identified } from './identified.js';
import { stateOf, type Typed } from './typed-state.js';
import { APP, BOT, TEAM, type Workspace } from './workspace.js';

/** A view somebody has before them, with what they typed into it. */
export interface View {
  readonly id: string;
  readonly user: string;
  readonly hash: string;
  readonly shape: ModalShape | HomeShape;
  readonly blocks: readonly Block[];
  readonly typed: Typed;
  /** Under which block which sentence stands, after a submission that was not taken. */
  readonly errors: Readonly<Record<string, string>>;
  /** The app did not answer the last submission properly; Slack says that it had trouble. */
  readonly trouble?: string;
}

/** Modals over each other, the visible one last. Never more than three. */
export type Stack = readonly View[];
export const DEEPEST = 3;

export function newView(workspace: Workspace, user: string, shape: View['shape']): View {
  const id = workspace.id('V');
  const blocks = identified(workspace, shape.blocks);
  return { id, user, shape, blocks, hash: hashed(workspace, id), typed: new Map(), errors: {} };
}

/** What was typed stays where block and action kept their ids, as in Slack; elsewhere it is lost. */
export function renewed(workspace: Workspace, view: View, shape: View['shape']): View {
  const blocks = identified(workspace, shape.blocks);
  const { id, user, typed } = view;
  return { id, user, shape, blocks, typed, hash: hashed(workspace, id), errors: {} };
}

function hashed(workspace: Workspace, id: string): string {
  const ts = workspace.ts();
  return `${ts.split('.')[0]}.${createHash('sha1').update(`${id}${ts}`).digest('hex').slice(0, 8)}`;
}

/** Puts a view in place of the one with its id, wherever that stands. False when it is not there. */
export function replaceView(workspace: Workspace, view: View): boolean {
  const stack = workspace.stacks.get(view.user) ?? [];
  const isHome = workspace.homes.get(view.user)?.id === view.id;
  if (isHome) workspace.homes.set(view.user, view);
  else if (stack.some((one) => one.id === view.id)) {
    workspace.stacks.set(
      view.user,
      stack.map((one) => (one.id === view.id ? view : one)),
    );
  } else return false;
  workspace.watches.changed();
  return true;
}

/** Lays these modals before a person; none closes what was open. */
export function showStack(workspace: Workspace, user: string, stack: Stack): void {
  if (stack.length === 0) workspace.stacks.delete(user);
  else workspace.stacks.set(user, stack);
  workspace.watches.changed();
}

/** The view as answers and payloads give it. */
export function viewObject(workspace: Workspace, view: View): object {
  const { shape } = view;
  const stack = workspace.stacks.get(view.user) ?? [];
  const place = stack.findIndex((one) => one.id === view.id);
  const modal = shape.type === 'modal' ? shape : undefined;
  return {
    id: view.id,
    team_id: TEAM,
    type: shape.type,
    blocks: view.blocks,
    private_metadata: shape.private_metadata ?? '',
    callback_id: shape.callback_id ?? '',
    external_id: shape.external_id ?? '',
    state: { values: stateOf(view.blocks, view.typed) },
    hash: view.hash,
    title: modal?.title ?? { type: 'plain_text', text: 'View Title' },
    close: modal?.close ?? null,
    submit: modal?.submit ?? null,
    clear_on_close: modal?.clear_on_close ?? false,
    notify_on_close: modal?.notify_on_close ?? false,
    previous_view_id: stack[place - 1]?.id ?? null,
    root_view_id: place < 0 ? view.id : stack[0]?.id,
    app_id: APP,
    app_installed_team_id: TEAM,
    bot_id: BOT,
  };
}
