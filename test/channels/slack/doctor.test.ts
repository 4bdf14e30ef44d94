import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BOT_SCOPES, examineSlack } from '../../../src/channels/slack/doctor.js';
import type { SlackConfig } from '../../../src/channels/slack/slack-parts.js';
import type { Locale } from '../../../src/forms/form.js';
import { openSlack, type Slack } from '../../support/slack/slack-server.js';

const MANIFEST = JSON.parse(
  readFileSync(new URL('../../../assets/slack/manifest.json', import.meta.url), 'utf8'),
);

function socketOf({ apiUrl, tokens }: Slack): SlackConfig {
  return { apiUrl, botToken: tokens.bot, way: { type: 'socket', appToken: tokens.app } };
}

async function lines(config: SlackConfig, now = Date.now, locale: Locale = 'zh-cn') {
  const marks = { right: '✓', wrong: '✗', unseen: '？' };
  const found = await examineSlack(config, locale, now);
  return found.map(({ state, text }) => `${marks[state]} ${text}`);
}

describe('shenbao doctor, of Slack', () => {
  test('says in a line each what is right, and what only a person can see', async () => {
    const slack = await openSlack();
    expect(await lines(socketOf(slack))).toEqual([
      '✓ Slack 机器人令牌：工作区“申报局”，机器人 @shenbao',
      '✓ Slack 权限：齐全',
      expect.stringMatching(/^✓ 时钟：与 Slack 相差 [01] 秒$/),
      '✓ Slack 长连接：可以打开',
      expect.stringMatching(
        /^？ Slack 事件订阅和消息页：从这里看不到。启动后请在私信里给机器人发“你好”/,
      ),
    ]);
    await slack.close();
  });

  test.each([
    ['invalid_auth', '令牌不对。请到应用的设置页重新复制（invalid_auth）'],
    ['token_revoked', '令牌已被撤销。请把应用重新安装到工作区，换上新的令牌（token_revoked）'],
    ['account_inactive', '机器人已停用或工作区已删除'],
    ['something_new', 'Slack 拒绝了（something_new）'],
  ])('a bot token that is refused with %s', async (error, words) => {
    const slack = await openSlack();
    slack.revoke('bot', error);
    expect((await lines(socketOf(slack)))[0]).toContain(
      `✗ Slack 机器人令牌 SHENBAO_SLACK_BOT_TOKEN：${words}`,
    );
    await slack.close();
  });

  test('an app token that is refused', async () => {
    const slack = await openSlack();
    slack.revoke('app', 'not_allowed_token_type');
    expect(await lines(socketOf(slack))).toContainEqual(
      expect.stringContaining('✗ Slack 长连接令牌 SHENBAO_SLACK_APP_TOKEN：令牌的种类不对'),
    );
    await slack.close();
  });

  test('rights that are missing, by name', async () => {
    const slack = await openSlack({ scopes: BOT_SCOPES.filter((one) => !one.startsWith('files')) });
    expect((await lines(socketOf(slack)))[1]).toContain(
      '✗ Slack 权限：缺 files:read、files:write。请在应用的 OAuth & Permissions 里加上',
    );
    await slack.close();
  });

  test('a clock that is off', async () => {
    const slack = await openSlack();
    const ahead = () => Date.now() + 400_000;
    expect((await lines(socketOf(slack), ahead))[2]).toMatch(
      /^✗ 时钟：这台机器比 Slack 快 (?:399|40[01]) 秒。超过 5 分钟/,
    );
    await slack.close();
  });

  test('a Slack that is not there', async () => {
    const slack = await openSlack();
    await slack.close();
    expect(await lines(socketOf(slack))).toEqual([
      expect.stringMatching(/^✗ Slack：连不上 127\.0\.0\.1:\d+（ECONNREFUSED）。请检查网络、代理/),
    ]);
  });

  test('an address that is no Slack', async () => {
    const slack = await openSlack();
    const apiUrl = slack.apiUrl.replace('/api/', '/nowhere/');
    expect(await lines({ ...socketOf(slack), apiUrl })).toEqual([
      expect.stringContaining('（HTTP 404）'),
    ]);
    await slack.close();
  });

  test('calls from Slack: the form of the secret, and where they must lead', async () => {
    const slack = await openSlack();
    const http = (signingSecret: string): SlackConfig => ({
      ...socketOf(slack),
      way: { type: 'http', signingSecret, host: '127.0.0.1', port: 8791 },
    });
    const well = await lines(http('8f742231b10e8888abcd99eee5555a85'));
    expect(well[3]).toContain('✓ Slack 签名密钥：格式正确');
    expect(well[4]).toContain('/slack/events 转到 127.0.0.1:8791');
    expect((await lines(http('xoxb-1')))[3]).toContain('✗ Slack 签名密钥');
    await slack.close();
  });

  test('holds no token in any of its lines, and speaks English too', async () => {
    const slack = await openSlack();
    const said = (await lines(socketOf(slack), Date.now, 'en')).join('\n');
    expect(said).toContain('✓ Slack, rights: all there');
    expect(said).not.toMatch(/xoxb-of|xapp-of/);
    slack.revoke('bot', 'invalid_auth');
    expect((await lines(socketOf(slack))).join('\n')).not.toMatch(/xoxb-of|xapp-of/);
    await slack.close();
  });
});

describe('the manifest', () => {
  test('asks for the rights that are looked for, and for the events that are heard', () => {
    expect(MANIFEST.oauth_config.scopes.bot.toSorted()).toEqual(BOT_SCOPES.toSorted());
    expect(MANIFEST.settings.event_subscriptions.bot_events.toSorted()).toEqual([
      'app_home_opened',
      'app_mention',
      'message.im',
    ]);
    expect(MANIFEST.features.slash_commands[0].command).toBe('/shenbao');
  });

  test('lets people write to the bot, and stays within what Slack takes', () => {
    const { app_home, bot_user } = MANIFEST.features;
    expect(app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    const { name, description, long_description } = MANIFEST.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(long_description.length).toBeGreaterThanOrEqual(174);
    expect(long_description.length).toBeLessThanOrEqual(4_000);
    expect(bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
  });
});
