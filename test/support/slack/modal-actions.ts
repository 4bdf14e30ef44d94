import type { Ack, How } from './carriers.js';
import { actor } from './interactions.js';
import type { Host } from './method.js';
import { afterSubmission } from './modal-answer.js';
import { type FilledIn, filledIn, refusedBySlack } from './modal-input.js';
import type { PostOffice } from './post-office.js';
import { replaceView, showStack, type View, viewObject } from './views.js';
import type { Member, Workspace } from './workspace.js';

/** Fills the open modal in and sends it. Throws what Slack would say where it does not even ask the app. */
export async function submitModal(
  host: Host,
  office: PostOffice,
  person: Member,
  values: FilledIn,
  how: How,
): Promise<Ack> {
  const { workspace } = host;
  const before = topModal(workspace, person);
  const { trouble: _, ...open } = before;
  const typed = filledIn(host, before, values);
  const errors = refusedBySlack(before, typed);
  const view = { ...open, typed, errors };
  replaceView(workspace, view);
  if (Object.keys(errors).length > 0) {
    throw new Error(`Slack does not send this: ${JSON.stringify(errors)}`);
  }
  const payload = viewPayload(workspace, person, view, {
    type: 'view_submission',
    response_urls: [],
  });
  const ack = await office.send('interactive', payload, how);
  afterSubmission(workspace, view, ack);
  return ack;
}

/** Closes the open modal, or all of them. The app is told only where it asked for it. */
export async function closeModal(
  { workspace }: Host,
  office: PostOffice,
  person: Member,
  all: boolean,
): Promise<Ack | undefined> {
  const view = topModal(workspace, person);
  const { shape } = view;
  const isCleared = all || (shape.type === 'modal' && shape.clear_on_close === true);
  const more = { type: 'view_closed', is_cleared: isCleared };
  const payload = viewPayload(workspace, person, view, more);
  const stack = workspace.stacks.get(person.id) ?? [];
  showStack(workspace, person.id, isCleared ? [] : stack.slice(0, -1));
  const isTold = shape.type === 'modal' && shape.notify_on_close === true;
  return isTold ? office.send('interactive', payload) : undefined;
}

function viewPayload(workspace: Workspace, person: Member, view: View, more: object): object {
  return { ...actor(workspace, person), view: viewObject(workspace, view), ...more };
}

function topModal({ stacks }: Workspace, { id, name }: Member): View {
  const view = stacks.get(id)?.at(-1);
  if (!view) throw new Error(`${name} has no modal open`);
  return view;
}
