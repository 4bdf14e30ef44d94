import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { openSlack, type Slack } from '../support/slack/slack-server.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'shenbao-slack-'));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The built program, with everything it printed. */
function shenbao(command: string, slack: Slack | undefined, more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [CLI, command], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      SHENBAO_DATA: join(folder, 'data'),
      SHENBAO_WEB_PORT: '0',
      ...(slack && {
        SHENBAO_SLACK_API_URL: slack.apiUrl,
        SHENBAO_SLACK_BOT_TOKEN: slack.tokens.bot,
        SHENBAO_SLACK_APP_TOKEN: slack.tokens.app,
      }),
      ...more,
    },
  });
  running.push(child);
  let printed = '';
  const watches: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      for (const watch of watches) watch();
    });
  }
  const says = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const watch = () => printed.includes(words) && resolve();
      watches.push(watch);
      child.once('exit', () => reject(new Error(`ended without “${words}”:\n${printed}`)));
      watch();
    });
  const ended = async () => {
    const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
    return { code, printed };
  };
  return { child, says, ended };
}

describe('shenbao serve, with Slack', () => {
  test('answers there, and finishes what it has begun when it is told to stop', async () => {
    const slack = await openSlack({ patience: 20_000 });
    const li = slack.person('U0LI', '李会计');
    const { child, says, ended } = shenbao('serve', slack);
    await says('Slack 已连接。');
    await li.say('2027');
    await li.say('某县档案馆');
    child.kill('SIGTERM');
    expect((await ended()).code).toBe(0);
    const answers = li.messages().filter(({ user }) => user === 'bot');
    expect(answers.map(({ text }) => text.split('\n')[0])).toEqual([
      '已记：年度 2027。',
      '已记：填报单位 某县档案馆。',
    ]);
    expect(slack.violations).toEqual([]);
    await slack.close();
  }, 30_000);

  test('that is killed when it has just been told something has it on the form afterwards', async () => {
    const slack = await openSlack({ patience: 20_000 });
    const wang = slack.person('U0WANG', '王会计');
    const units = ['甲局', '乙局', '丙局', '丁局'];
    for (const unit of units) {
      const { child, says, ended } = shenbao('serve', slack);
      await says('Slack 已连接。');
      const { status } = await wang.say(`填报单位改成${unit}`);
      child.kill('SIGKILL');
      await ended();
      expect(status).toBe(200);
    }
    const { child, says, ended } = shenbao('serve', slack);
    await says('Slack 已连接。');
    // Each was told what stood there before: nothing that was acknowledged is missing on the form.
    for (const unit of units) await wang.answer(({ text }) => text.includes(`填报单位 ${unit}`));
    for (const unit of units.slice(0, -1)) {
      await wang.answer(({ text }) => text.includes(`原为「${unit}」`));
    }
    child.kill('SIGTERM');
    await ended();
    await slack.close();
  }, 60_000);

  test('says what is missing, and the page is there all the same', async () => {
    const { child, says, ended } = shenbao('serve', undefined, {
      SHENBAO_SLACK_BOT_TOKEN: 'xoxb-1',
    });
    await says('Slack 没有启用：还缺 SHENBAO_SLACK_APP_TOKEN / SHENBAO_SLACK_SIGNING_SECRET');
    await says('申报助手已启动');
    child.kill('SIGTERM');
    expect((await ended()).code).toBe(0);
  }, 30_000);

  test('says why Slack refuses, and the page is there all the same', async () => {
    const slack = await openSlack();
    slack.revoke('app', 'invalid_auth');
    const { child, says, ended } = shenbao('serve', slack);
    await says('申报助手已启动');
    await says('Slack 没有连上（Slack refuses: invalid_auth）');
    child.kill('SIGTERM');
    expect((await ended()).code).toBe(0);
    await slack.close();
  }, 30_000);

  test('that cannot reach Slack tries again until it can', async () => {
    const slack = await openSlack();
    slack.fail('apps.connections.open', { status: 503 });
    const { child, says, ended } = shenbao('serve', slack);
    await says('Slack 暂时连不上');
    await says('Slack 已连接。');
    child.kill('SIGTERM');
    expect((await ended()).code).toBe(0);
    await slack.close();
  }, 30_000);
});

describe('shenbao doctor', () => {
  test('looks at everything, a line each; 0 when nothing is wrong, 1 when something is', async () => {
    const slack = await openSlack();
    const well = await shenbao('doctor', slack).ended();
    expect(well.printed.split('\n').map((line) => line[0])).toEqual(
      expect.arrayContaining(['✓', '？']),
    );
    expect(well.printed).toContain('✓ 表样 default：可以生成 PDF');
    expect(well.printed).toContain('✓ Slack 长连接：可以打开');
    expect([well.code, well.printed.includes('✗')]).toEqual([0, false]);
    slack.revoke('bot', 'token_revoked');
    const ill = await shenbao('doctor', slack).ended();
    expect(ill.code).toBe(1);
    expect(ill.printed).toContain('✗ Slack 机器人令牌 SHENBAO_SLACK_BOT_TOKEN：令牌已被撤销');
    await slack.close();
  }, 30_000);
});
