import { type Args, textArg } from './http-body.js';
import { checkView, refused } from './message-check.js';
import type { Answer, Host, Methods } from './method.js';
import {
  DEEPEST,
  newView,
  renewed,
  replaceView,
  showStack,
  type View,
  viewObject,
} from './views.js';
import type { Workspace } from './workspace.js';

/** Modals and the home tab. */
export const VIEW_METHODS: Methods = {
  'views.open': { run: (host, args) => open(host, args, 'views.open') },
  'views.push': { run: (host, args) => open(host, args, 'views.push') },
  'views.update': { run: update },
  'views.publish': { run: publish },
};

function open({ workspace }: Host, args: Args, method: 'views.open' | 'views.push'): Answer {
  const trigger = workspace.triggers.get(textArg(args, 'trigger_id') ?? '');
  if (!trigger) return refused('invalid_trigger_id');
  if (trigger.is === 'expired') return refused('expired_trigger_id');
  if (trigger.is === 'used') return refused('exchanged_trigger_id');
  const shape = checkView(workspace, method, args['view'], 'modal');
  if ('ok' in shape) return shape;
  const { user } = trigger;
  const under = method === 'views.push' ? (workspace.stacks.get(user) ?? []) : [];
  if (under.length >= DEEPEST) return refused('push_limit_reached');
  if (method === 'views.push' && under.length === 0) return refused('not_found');
  trigger.is = 'used';
  const view = newView(workspace, user, shape);
  showStack(workspace, user, [...under, view]);
  return { ok: true, view: viewObject(workspace, view) };
}

function update({ workspace }: Host, args: Args): Answer {
  const view = found(workspace, args);
  if (!view) return refused('not_found');
  const hash = textArg(args, 'hash');
  if (hash !== undefined && hash !== view.hash) return refused('hash_conflict');
  const shape = checkView(workspace, 'views.update', args['view'], view.shape.type);
  if ('ok' in shape) return shape;
  const fresh = renewed(workspace, view, shape);
  replaceView(workspace, fresh);
  return { ok: true, view: viewObject(workspace, fresh) };
}

function found({ stacks, homes }: Workspace, args: Args): View | undefined {
  const id = textArg(args, 'view_id');
  const external = textArg(args, 'external_id');
  return [...stacks.values(), [...homes.values()]]
    .flat()
    .find((view) => view.id === id || (external && view.shape.external_id === external));
}

function publish({ workspace }: Host, args: Args): Answer {
  const user = textArg(args, 'user_id') ?? '';
  if (!workspace.people.has(user)) return refused('user_not_found');
  const old = workspace.homes.get(user);
  const hash = textArg(args, 'hash');
  if (hash !== undefined && hash !== old?.hash) return refused('hash_conflict');
  const shape = checkView(workspace, 'views.publish', args['view'], 'home');
  if ('ok' in shape) return shape;
  const view = old ? renewed(workspace, old, shape) : newView(workspace, user, shape);
  workspace.homes.set(user, view);
  workspace.watches.changed();
  return { ok: true, view: viewObject(workspace, view) };
}
