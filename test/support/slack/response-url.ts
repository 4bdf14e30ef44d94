import { findMessage, post } from './channel-log.js';
import type { Args } from './http-body.js';
import { identified } from './identified.js';
import { checkMessage } from './message-check.js';
import type { Host } from './method.js';
import { announce, rewriteAloud } from './methods-chat.js';
import type { Message, ResponseUrl } from './workspace.js';

const USES = 5;

/** An address by which the app may answer an interaction or a command. */
export function newResponseUrl({ workspace, origin }: Host, of: Omit<ResponseUrl, 'uses'>): string {
  const id = workspace.id('R');
  workspace.responses.set(id, { ...of, uses: 0 });
  return `${origin()}/response/${id}`;
}

/** What the app posts to such an address: the status and the words Slack answers with. */
export function respond(host: Host, id: string, args: Args): [number, string] {
  const to = host.workspace.responses.get(id);
  if (!to) return [404, 'expired_url'];
  to.uses += 1;
  if (to.uses > USES) return [404, 'used_url'];
  const source = to.ts === undefined ? undefined : findMessage(host.workspace, to.channel, to.ts);
  if (args['delete_original'] === true && source) {
    rewriteAloud(host, source, undefined);
    return [200, 'ok'];
  }
  return answerWith(host, 'response_url', to, args, source);
}

/** Shows an answer that is no call of chat.postMessage: by address, or with a command's ack. */
export function answerWith(
  host: Host,
  from: string,
  to: Pick<Message, 'channel'> & { readonly user: string },
  args: Args,
  source?: Message,
): [number, string] {
  const { workspace } = host;
  const text = String(args['text'] ?? '');
  const blocks = checkMessage(workspace, from, text, args['blocks']);
  if ('ok' in blocks) return [400, blocks.error];
  const content = { text, blocks: identified(workspace, blocks) };
  if (args['replace_original'] === true && source) {
    rewriteAloud(host, source, { ...source, ...content, edited: true });
    return [200, 'ok'];
  }
  const isPublic = args['response_type'] === 'in_channel';
  const draft = { user: 'bot', channel: to.channel, ...content };
  const message = post(workspace, isPublic ? draft : { ...draft, onlyFor: to.user });
  if (isPublic) announce(host, message);
  return [200, 'ok'];
}
