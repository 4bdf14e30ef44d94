import type { Ack } from './carriers.js';
import { checkView } from './message-check.js';
import { DEEPEST, newView, renewed, type Stack, showStack, type View } from './views.js';
import type { Workspace } from './workspace.js';

/** What becomes of the modals when the app has answered a submission. */
export function afterSubmission(workspace: Workspace, sent: View, ack: Ack): void {
  const stack = workspace.stacks.get(sent.user) ?? [];
  const view = stack.find(({ id }) => id === sent.id);
  if (!view) return;
  const under = stack.slice(0, stack.indexOf(view));
  showStack(workspace, sent.user, next(workspace, view, under, ack));
}

function next(workspace: Workspace, view: View, under: Stack, ack: Ack): Stack {
  const note = (what: string) => workspace.violations.push(`view_submission: ${what}`);
  if (ack.status !== 200) return [...under, { ...view, trouble: ack.why ?? `HTTP ${ack.status}` }];
  const action = ack.body?.['response_action'];
  switch (action) {
    case undefined:
      if (ack.body) note(`acknowledged with what Slack ignores: ${JSON.stringify(ack.body)}`);
      return under;
    case 'clear':
      return [];
    case 'errors':
      return [...under, { ...view, errors: errorsOf(view, ack.body?.['errors'], note) }];
    case 'update':
    case 'push': {
      const shape = checkView(workspace, 'view_submission', ack.body?.['view'], 'modal');
      if ('ok' in shape) return [...under, { ...view, trouble: shape.error }];
      if (action === 'update') return [...under, renewed(workspace, view, shape)];
      const pushed = [...under, view, newView(workspace, view.user, shape)];
      if (pushed.length > DEEPEST) note('a fourth view over the others');
      return pushed.slice(0, DEEPEST);
    }
    default:
      note(`unknown response_action ${String(action)}`);
      return [...under, { ...view, trouble: 'unknown response_action' }];
  }
}

/** Slack shows an error only under an input block it can find. */
function errorsOf(view: View, given: unknown, note: (what: string) => void) {
  const errors = typeof given === 'object' && given !== null ? { ...given } : {};
  const found = Object.entries<unknown>(errors);
  if (found.length === 0) note('response_action errors without any');
  for (const [block, text] of found) {
    const isThere = view.blocks.some((one) => one.type === 'input' && one.block_id === block);
    if (!isThere) note(`error under ${block}, which is no input block`);
    if (typeof text !== 'string' || text === '') note(`error under ${block} without words`);
  }
  return Object.fromEntries(found.map(([block, text]) => [block, String(text)]));
}
