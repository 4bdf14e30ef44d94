import type { Block } from './block-shapes.js';
import { messagesIn, newest } from './channel-log.js';
import type { Element } from './element-shapes.js';
import { elementsOf, optionsOf, type Placed } from './elements.js';
import { messageObject } from './events.js';
import type { Host } from './method.js';
import { newResponseUrl } from './response-url.js';
import { stateKey, stateOf } from './typed-state.js';
import { type View, viewObject } from './views.js';
import { APP, type Member, type Message, newTrigger, TEAM, type Workspace } from './workspace.js';

/** Where a person presses: the newest message that offers anything, unless something else is said. */
export interface Where {
  readonly channel?: string;
  readonly ts?: string;
  readonly on?: 'home' | 'modal';
}

/** What a person has before them: a message, or a view. */
export interface Surface {
  readonly blocks: readonly Block[];
  /** What a person chose here stays under this id. */
  readonly id: string;
  readonly message?: Message;
  readonly view?: View;
}

export function surfaceFor(workspace: Workspace, person: Member, where: Where): Surface {
  if (where.on) {
    const view =
      where.on === 'home'
        ? workspace.homes.get(person.id)
        : workspace.stacks.get(person.id)?.at(-1);
    if (!view) throw new Error(`${person.name} sees no ${where.on}`);
    return { blocks: view.blocks, id: view.id, view };
  }
  const message = newest(
    messagesIn(workspace, where.channel ?? person.dm),
    ({ user, ts, blocks, onlyFor = person.id }) =>
      user === 'bot' &&
      onlyFor === person.id &&
      (where.ts === undefined ? elementsOf(blocks).length > 0 : ts === where.ts),
  );
  if (!message) throw new Error(`${person.name} sees no message of the bot to press anything in`);
  return { blocks: message.blocks, id: message.ts, message };
}

/** The one element that is named so: by its words, its action or its value. */
export function pressable({ blocks }: Surface, name: string): Placed {
  const placed = elementsOf(blocks);
  const found = placed.find(({ element }) => namesOf(element).includes(name));
  if (found) return found;
  throw new Error(`Nothing here is called ${name}: ${placed.map(face).join(', ')}`);
}

function namesOf(element: Element): readonly (string | undefined)[] {
  if (element.type !== 'button') return [element.action_id];
  return [element.text.text, element.action_id, element.value];
}

/** The element with an option of this label or value. */
export function choosable({ blocks }: Surface, name: string): Placed {
  const placed = elementsOf(blocks);
  const found = placed.find(({ element }) => optionOf(element, name));
  if (found) return found;
  throw new Error(`Nothing here offers ${name}: ${placed.map(face).join(', ')}`);
}

export function optionOf(element: Element, name: string) {
  return optionsOf(element).find(({ text, value }) => text.text === name || value === name);
}

function face({ element }: Placed): string {
  return element.type === 'button'
    ? element.text.text
    : `${element.type}(${optionsOf(element).map(({ text }) => text.text)})`;
}

/** What a choice makes of an element: in a list of several it is ticked or unticked. */
export function chosen({ element }: Placed, names: readonly string[], before: object | undefined) {
  const { type } = element;
  const options = names.map((name) => optionOf(element, name)).filter((one) => one !== undefined);
  if (type !== 'checkboxes' && type !== 'multi_static_select') {
    return { type, selected_option: options[0] };
  }
  const old =
    before && 'selected_options' in before && Array.isArray(before.selected_options)
      ? before.selected_options
      : (element.initial_options ?? []);
  const isNew = (one: object) => !old.some((other: { value: string }) => isSame(one, other));
  const kept = old.filter((one: { value: string }) => !options.some((other) => isSame(one, other)));
  return { type, selected_options: [...kept, ...options.filter(isNew)] };
}

function isSame(one: object, other: { readonly value: string }): boolean {
  return 'value' in one && one.value === other.value;
}

/** A `block_actions` payload. Source: docs.slack.dev, block_actions payload. */
export function blockActions(
  host: Host,
  person: Member,
  surface: Surface,
  { block, element }: Placed,
  value: object,
): object {
  const { workspace } = host;
  const { confirm: _, ...about } = 'confirm' in element ? element : { ...element, confirm: 0 };
  const shown = element.type === 'button' ? about : { action_id: element.action_id };
  return {
    type: 'block_actions',
    ...actor(workspace, person),
    ...(surface.message ? inMessage(host, person, surface.message) : {}),
    ...(surface.view ? inView(workspace, surface.view) : {}),
    actions: [{ ...shown, block_id: block.block_id, ...value, action_ts: workspace.ts() }],
  };
}

/** Who acts, in every interaction. */
export function actor(workspace: Workspace, { id, name }: Member) {
  return {
    user: {
      id,
      username: id.toLowerCase(),
      name: id.toLowerCase(),
      team_id: TEAM,
      real_name: name,
    },
    api_app_id: APP,
    token: 'verification token, deprecated',
    trigger_id: newTrigger(workspace, id),
    team: { id: TEAM, domain: 'shenbao' },
    enterprise: null,
    is_enterprise_install: false,
  };
}

function inMessage(host: Host, { id }: Member, message: Message): object {
  const { workspace, origin } = host;
  const { ts, channel, thread_ts } = message;
  const isHidden = message.onlyFor !== undefined;
  return {
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: isHidden,
      ...(thread_ts ? { thread_ts } : {}),
    },
    channel: { id: channel, name: channel.startsWith('D') ? 'directmessage' : 'general' },
    ...(isHidden ? {} : { message: messageObject(workspace, message, origin()) }),
    state: { values: stateOf(message.blocks, workspace.chosen.get(ts) ?? new Map()) },
    response_url: newResponseUrl(host, { channel, user: id, ts }),
  };
}

function inView(workspace: Workspace, view: View): object {
  return { container: { type: 'view', view_id: view.id }, view: viewObject(workspace, view) };
}

/** Keeps what a person put into an element of a message. */
export function remember({ chosen: all }: Workspace, id: string, placed: Placed, value: object) {
  all.set(id, new Map([...(all.get(id) ?? []), [stateKey(placed), value]]));
}
