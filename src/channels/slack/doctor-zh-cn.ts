/** What each refusal of a token means, and what to do. */
const REFUSALS: Readonly<Record<string, string>> = {
  invalid_auth: '令牌不对。请到应用的设置页重新复制',
  not_authed: '令牌是空的。请到应用的设置页重新复制',
  token_revoked: '令牌已被撤销。请把应用重新安装到工作区，换上新的令牌',
  token_expired: '令牌已过期。请在应用设置里关掉 token rotation，重新安装后换上新的令牌',
  account_inactive: '机器人已停用或工作区已删除。请把应用重新安装到工作区',
  not_allowed_token_type: '令牌的种类不对：机器人令牌以 xoxb- 开头，长连接令牌以 xapp- 开头',
  missing_scope: '令牌缺少权限。长连接令牌要有 connections:write',
};

function refusal(code: string): string {
  return `${REFUSALS[code] ?? 'Slack 拒绝了'}（${code}）`;
}

/** What the examination of Slack says. */
export const doctorZhCn = {
  unreached: (host: string, reason: string) =>
    `Slack：连不上 ${host}（${reason}）。请检查网络、代理，以及 SHENBAO_SLACK_API_URL`,
  botToken: (code: string) => `Slack 机器人令牌 SHENBAO_SLACK_BOT_TOKEN：${refusal(code)}`,
  bot: (team: string, user: string) => `Slack 机器人令牌：工作区“${team}”，机器人 @${user}`,
  scopes: 'Slack 权限：齐全',
  scopesMissing: (missing: readonly string[]) =>
    `Slack 权限：缺 ${missing.join('、')}。请在应用的 OAuth & Permissions 里加上，再重新安装到工作区`,
  scopesUnseen: 'Slack 权限：接口没有说明，看不到。README 里列有需要的权限，请对照',
  clock: (seconds: number) => `时钟：与 Slack 相差 ${seconds} 秒`,
  clockOff: (seconds: number, isAhead: boolean) =>
    `时钟：这台机器比 Slack ${isAhead ? '快' : '慢'} ${seconds} 秒。超过 5 分钟，Slack 的消息会全部验不过；请打开自动对时`,
  socket: (reason: string) => `Slack 长连接：打不开（${reason}）。请检查网络和代理`,
  appToken: (code: string) => `Slack 长连接令牌 SHENBAO_SLACK_APP_TOKEN：${refusal(code)}`,
  socketOpens: 'Slack 长连接：可以打开',
  signingSecret: 'Slack 签名密钥：格式正确（对不对要等 Slack 发来第一条消息才知道）',
  signingSecretOdd:
    'Slack 签名密钥 SHENBAO_SLACK_SIGNING_SECRET：应为 32 位十六进制。请到应用的 Basic Information 里复制 Signing Secret',
  address: (host: string, port: number) =>
    `Slack 回调：从这里看不到外网。请确认公网 HTTPS 地址的 /slack/events 转到 ${host}:${port}，并填进了应用的 Event Subscriptions、Interactivity 和 /shenbao 命令`,
  events:
    'Slack 事件订阅和消息页：从这里看不到。启动后请在私信里给机器人发“你好”，有回复就都对了；没有回复，请照 README 用 manifest.json 更新应用',
};
