import type { doctorZhCn } from './doctor-zh-cn.js';

const REFUSALS: Readonly<Record<string, string>> = {
  invalid_auth: "the token is wrong; please copy it again from the app's settings",
  not_authed: "the token is empty; please copy it again from the app's settings",
  token_revoked: 'the token was revoked; please install the app again and take the new token',
  token_expired: 'the token has expired; please turn token rotation off and install the app again',
  account_inactive: 'the bot or its workspace is gone; please install the app again',
  not_allowed_token_type: 'the wrong kind of token: the bot has xoxb-…, the socket xapp-…',
  missing_scope: 'the token lacks a right; that of the socket needs connections:write',
};

function refusal(code: string): string {
  return `${REFUSALS[code] ?? 'Slack refuses'} (${code})`;
}

/** What the examination of Slack says, in English. */
export const doctorEn: typeof doctorZhCn = {
  unreached: (host, reason) =>
    `Slack: ${host} cannot be reached (${reason}); please check the network, the proxy, and SHENBAO_SLACK_API_URL`,
  botToken: (code) => `Slack, SHENBAO_SLACK_BOT_TOKEN: ${refusal(code)}`,
  bot: (team, user) => `Slack, the bot's token: workspace “${team}”, bot @${user}`,
  scopes: 'Slack, rights: all there',
  scopesMissing: (missing) =>
    `Slack, rights: ${missing.join(', ')} missing; please add them under OAuth & Permissions and install the app again`,
  scopesUnseen: 'Slack, rights: the API does not tell; please compare with those in README',
  clock: (seconds) => `Clock: ${seconds} s from Slack's`,
  clockOff: (seconds, isAhead) =>
    `Clock: this machine is ${seconds} s ${isAhead ? 'ahead of' : 'behind'} Slack; beyond 5 minutes every message is refused. Please turn on network time`,
  socket: (reason) =>
    `Slack, the socket: does not open (${reason}); please check network and proxy`,
  appToken: (code) => `Slack, SHENBAO_SLACK_APP_TOKEN: ${refusal(code)}`,
  socketOpens: 'Slack, the socket: opens',
  signingSecret:
    "Slack, the signing secret: well formed (Slack's first message shows whether it is right)",
  signingSecretOdd:
    'Slack, SHENBAO_SLACK_SIGNING_SECRET: 32 hexadecimal digits are expected; please copy the Signing Secret under Basic Information',
  address: (host, port) =>
    `Slack, its calls: the outside cannot be seen from here. Please make sure that /slack/events of your public HTTPS address leads to ${host}:${port}, and is entered under Event Subscriptions, Interactivity and the command /shenbao`,
  events:
    'Slack, subscriptions and the Messages tab: cannot be seen from here. Once started, say “hello” to the bot in a direct message; if it answers, all is well, else update the app with manifest.json as README says',
};
