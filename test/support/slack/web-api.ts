import type { IncomingHttpHeaders } from 'node:http';
import { type Args, readArgs, textArg } from './http-body.js';
import { refused } from './message-check.js';
import type { Answer, Host, Method, Methods } from './method.js';
import { ACCOUNT_METHODS } from './methods-account.js';
import { CHAT_METHODS } from './methods-chat.js';
import { FILE_METHODS } from './methods-files.js';
import { VIEW_METHODS } from './methods-views.js';
import type { Workspace } from './workspace.js';

const METHODS: Methods = {
  ...ACCOUNT_METHODS,
  ...CHAT_METHODS,
  ...FILE_METHODS,
  ...VIEW_METHODS,
};

/** A call of the Web API, as it arrived and as it was answered; a fault's answer is its name. */
export interface Call {
  readonly method: string;
  readonly args: Args;
  readonly answer: Answer;
}

/** Calls a method for whoever holds the token in these headers. */
export function callMethod(
  host: Host,
  name: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
): Call {
  const { token: inBody, ...args } = readArgs(headers['content-type'] ?? '', body);
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (!method) {
    host.workspace.violations.push(`${name}: unknown_method`);
    return { method: name, args, answer: refused('unknown_method', { req_method: name }) };
  }
  const token = bearer(headers) ?? textArg({ inBody }, 'inBody');
  const answer = refusalFor(host.workspace, token, method) ?? method.run(host, args);
  return { method: name, args, answer };
}

export function bearer(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
}

/** Why this token may not call this method; nothing when it may. */
export function refusalFor(
  workspace: Workspace,
  token: string | undefined,
  method: Partial<Method>,
) {
  const { tokens, scopes } = workspace.options;
  if (token === undefined) return refused('not_authed');
  const revoked = workspace.revoked.get(token);
  if (revoked !== undefined) return refused(revoked);
  if (token !== tokens.bot && token !== tokens.app) return refused('invalid_auth');
  if (token !== (method.token === 'app' ? tokens.app : tokens.bot)) {
    return refused('not_allowed_token_type');
  }
  const { scope } = method;
  if (scope === undefined || scopes.includes(scope)) return undefined;
  return refused('missing_scope', { needed: scope, provided: scopes.join(',') });
}
