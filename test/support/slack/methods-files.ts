import { channelBehind, findMessage, post } from './channel-log.js';
import { type Args, textArg } from './http-body.js';
import { identified } from './identified.js';
import { checkMessage, refused } from './message-check.js';
import type { Answer, Host, Methods } from './method.js';
import { announce } from './methods-chat.js';
import { fileObject, mimeOf, type SlackFile } from './slack-files.js';
import type { Workspace } from './workspace.js';

/** The bot's files: asked for, brought, completed. Nobody sees one before it is completed. */
export const FILE_METHODS: Methods = {
  'files.getUploadURLExternal': { scope: 'files:write', run: uploadUrl },
  'files.completeUploadExternal': { scope: 'files:write', run: complete },
  'files.info': { scope: 'files:read', run: info },
};

const EMPTY = new Uint8Array();

function uploadUrl({ workspace, origin }: Host, args: Args): Answer {
  const name = textArg(args, 'filename') ?? '';
  const size = Number(textArg(args, 'length'));
  if (name === '' || !Number.isSafeInteger(size) || size <= 0) {
    workspace.violations.push('files.getUploadURLExternal: invalid_arguments');
    return refused('invalid_arguments', {
      response_metadata: { messages: ['[ERROR] filename and a positive length are required'] },
    });
  }
  const id = workspace.id('F');
  const file = { id, name, size, bytes: EMPTY, user: 'bot', mimetype: mimeOf(name), odd: {} };
  workspace.files.set(id, file);
  return { ok: true, upload_url: `${origin()}/upload/v1/${id}`, file_id: id };
}

/** Takes the bytes at the upload address: the status and words Slack answers with. */
export function takeUpload(workspace: Workspace, id: string, bytes: Uint8Array): [number, string] {
  const file = workspace.files.get(id);
  if (!file) return [404, 'not found'];
  if (file.size !== bytes.length) {
    workspace.violations.push(`upload: ${bytes.length} bytes came where ${file.size} were said`);
    return [400, 'wrong length'];
  }
  workspace.files.set(id, { ...file, bytes });
  return [200, `OK - ${bytes.length}`];
}

function complete(host: Host, args: Args): Answer {
  const { workspace } = host;
  const wanted = Array.isArray(args['files'])
    ? (args['files'] as { id: string; title?: string }[])
    : [];
  if (wanted.length === 0) return refused('invalid_arguments');
  const files = wanted.flatMap(({ id, title }): SlackFile[] => {
    const file = workspace.files.get(id);
    return file?.user === 'bot' && file.bytes.length > 0
      ? [{ ...file, title: title ?? file.name }]
      : [];
  });
  if (files.length < wanted.length) return refused('file_not_found');
  const given = textArg(args, 'channel_id') ?? textArg(args, 'channels');
  const refusal = given === undefined ? undefined : share(host, args, given, files);
  return refusal ?? { ok: true, files: files.map(({ id, title }) => ({ id, title })) };
}

/** Lets the message appear, after the answer: real Slack's comes asynchronously, too. */
function share(host: Host, args: Args, channel: string, files: readonly SlackFile[]) {
  const { workspace } = host;
  const thread_ts = textArg(args, 'thread_ts');
  const text = textArg(args, 'initial_comment') ?? '';
  if (!workspace.channels.has(channel)) {
    const known = channelBehind(workspace, channel) !== undefined;
    if (known)
      workspace.violations.push('files.completeUploadExternal: a user id is no channel_id');
    return refused(known ? 'invalid_channel' : 'channel_not_found');
  }
  if (thread_ts !== undefined && !findMessage(workspace, channel, thread_ts)) {
    workspace.violations.push(`files.completeUploadExternal: no thread ${thread_ts}`);
    return refused('invalid_arguments');
  }
  const from = 'files.completeUploadExternal';
  // A file speaks for itself: words beside it are not required.
  const blocks = checkMessage(workspace, from, text || 'file', args['blocks']);
  if ('ok' in blocks) return blocks;
  const thread = thread_ts === undefined ? {} : { thread_ts };
  setImmediate(() => {
    const shown = identified(workspace, blocks);
    const draft = { user: 'bot', channel, text, files, blocks: shown, ...thread };
    announce(host, post(workspace, draft));
  });
  return undefined;
}

function info({ workspace, origin }: Host, args: Args): Answer {
  const file = workspace.files.get(textArg(args, 'file') ?? '');
  if (!file || file.odd.gone) return refused('file_not_found');
  const created = Math.floor(workspace.options.now() / 1000);
  return { ok: true, file: fileObject(file, origin(), created), comments: [] };
}
