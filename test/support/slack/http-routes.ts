import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault, Faults } from './faults.js';
import { readArgs, readBody, readUpload } from './http-body.js';
import { refused } from './message-check.js';
import type { Host } from './method.js';
import { takeUpload } from './methods-files.js';
import { respond } from './response-url.js';
import { bearer, type Call, callMethod, refusalFor } from './web-api.js';

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A download, as asked for: whether with a token, and what came of it. */
export interface Download {
  readonly file: string;
  readonly authorization: string | undefined;
  readonly status: number;
}

export interface Asked {
  readonly calls: Call[];
  readonly downloads: Download[];
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };
const LOGIN: Reply = {
  status: 200,
  headers: HTML,
  body: '<!DOCTYPE html><html lang="en"><head><title>Sign in | Slack</title></head></html>',
};

/** Answers one request to slack.com, files.slack.com or hooks.slack.com: here they are one host. */
export async function answerRequest(
  host: Host,
  faults: Faults,
  asked: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, place = '', ...rest] = new URL(request.url ?? '/', 'http://slack').pathname.split('/');
  const body = await readBody(request);
  const name = place === 'api' ? (rest[0] ?? '') : (FAULT_NAMES[place] ?? place);
  const fault = faults.next(name);
  await fault?.hold;
  const isLost = fault?.drop === true;
  const wrong = faulty(fault);
  const what = isLost ? 'dropped' : wrong && `fault ${fault?.error ?? wrong.status}`;
  if (place === 'api' && what) {
    const args = readArgs(request.headers['content-type'] ?? '', body);
    asked.calls.push({ method: name, args, answer: refused(what) });
  }
  const act = () => replyAt(host, asked, place, rest, request, body);
  const reply = isLost ? undefined : (wrong ?? (await act()));
  if (!reply || fault?.drop) request.socket.destroy();
  else response.writeHead(reply.status, reply.headers).end(reply.body);
  host.workspace.watches.changed();
}

const FAULT_NAMES: Readonly<Record<string, string>> = {
  'files-pri': 'download',
  response: 'response_url',
};

function faulty(fault: Fault | undefined): Reply | undefined {
  if (!fault) return undefined;
  const { error, retryAfter, status = retryAfter === undefined ? undefined : 429 } = fault;
  const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  if (status !== undefined && status !== 429) return { status, headers: wait, body: 'faulty' };
  if (status === undefined && error === undefined) return undefined;
  const refusal = { ok: false, error: error ?? 'ratelimited' };
  return { ...json(refusal), status: status ?? 200, headers: { ...JSON_TYPE, ...wait } };
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

function json(value: unknown): Reply {
  return { status: 200, headers: JSON_TYPE, body: JSON.stringify(value) };
}

async function replyAt(
  host: Host,
  asked: Asked,
  place: string,
  rest: readonly string[],
  { headers }: IncomingMessage,
  body: Buffer,
): Promise<Reply> {
  const type = headers['content-type'] ?? '';
  const last = rest.at(-1) ?? '';
  switch (place) {
    case 'api': {
      const call = callMethod(host, rest[0] ?? '', headers, body);
      asked.calls.push(call);
      const scopes = { 'x-oauth-scopes': host.workspace.options.scopes.join(',') };
      return { ...json(call.answer), headers: { ...JSON_TYPE, ...scopes } };
    }
    case 'upload': {
      const [status, words] = takeUpload(host.workspace, last, await readUpload(type, body));
      return { status, body: words };
    }
    case 'response': {
      const [status, words] = respond(host, last, readArgs('application/json', body));
      return { status, body: words };
    }
    case 'files-pri': {
      const file = /-([^-]+)$/.exec(rest.at(-2) ?? '')?.[1] ?? '';
      const reply = download(host, file, bearer(headers));
      const { authorization } = headers;
      asked.downloads.push({ file, authorization, status: reply.status });
      return reply;
    }
    default:
      return { status: 404, headers: HTML, body: 'There has been a glitch' };
  }
}

/** Without the token, or without the scope, real Slack shows its login page with 200. */
function download({ workspace }: Host, id: string, token: string | undefined): Reply {
  const file = workspace.files.get(id);
  if (refusalFor(workspace, token, { scope: 'files:read' }) || file?.odd.login) return LOGIN;
  if (!file || file.odd.gone) return { status: 404, headers: HTML, body: 'file_not_found' };
  if (file.odd.redirectTo) {
    return { status: 302, headers: { location: file.odd.redirectTo }, body: '' };
  }
  return { status: 200, headers: { 'content-type': file.mimetype }, body: file.bytes };
}
