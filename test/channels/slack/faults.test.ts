import { describe, expect, test } from 'vitest';
import { realDocuments } from '../../support/documents.js';
import { memoryStore } from '../../support/memory-store.js';
import { type OnSlack, onSlack } from '../../support/on-slack.js';
import { paperOf, sampleAnswers } from '../../support/papers.js';
import { openSlack } from '../../support/slack/slack-server.js';

const LAST_YEAR = '去年 的表（终稿）100%.docx';

async function lastYear(): Promise<Uint8Array> {
  return realDocuments.write(paperOf(sampleAnswers()), 'docx');
}

async function send(on: OnSlack, odd: object = {}): Promise<string> {
  await on.say('2021');
  await on.li.sendFile(LAST_YEAR, await lastYear(), odd);
  return on.heard();
}

describe('a file that somebody sends', () => {
  test('is fetched with the token, read, and gone through', async () => {
    const on = await onSlack();
    expect(await send(on)).toContain(LAST_YEAR);
    expect(on.slack.downloads.map(({ status, authorization }) => [status, authorization])).toEqual([
      [200, 'Bearer xoxb-of-the-test'],
    ]);
    await on.close();
  });

  test('delivered three times is fetched and gone through once', async () => {
    const on = await onSlack();
    const heard = await send(on, { times: 3, overlapping: true });
    expect(heard.split(LAST_YEAR).length - 1).toBe(1);
    expect(on.slack.downloads).toHaveLength(1);
    await on.close();
  });

  test('of another workspace, told of by its id alone, is asked for', async () => {
    const on = await onSlack();
    expect(await send(on, { checkInfo: true })).toContain('2020');
    expect(on.slack.downloads.map(({ status }) => status)).toEqual([200]);
    await on.close();
  });

  test.each([
    ['was deleted before it was fetched', { gone: true }],
    ["is Slack's page for signing in, for the bot may not read files", { login: true }],
  ])('that %s is asked for again', async (_, odd) => {
    const on = await onSlack();
    expect(await send(on, odd)).toContain('文件没有取到，可能已经删除或过期。请再发一次');
    await on.close();
  });

  test('that lies elsewhere is not fetched: the token is shown to nobody but Slack', async () => {
    const stranger = await openSlack();
    const on = await onSlack();
    const { origin } = new URL(stranger.apiUrl);
    expect(await send(on, { foreignHost: origin })).toContain('文件没有取到');
    expect(stranger.downloads).toEqual([]);
    await on.close();
    await stranger.close();
  });

  test('that leads elsewhere is not followed there with the token', async () => {
    const stranger = await openSlack();
    const on = await onSlack();
    const redirectTo = stranger.apiUrl.replace('/api/', '/files-pri/T1-F1/x.docx');
    expect(await send(on, { redirectTo })).toContain('文件没有取到');
    expect(stranger.downloads).toEqual([]);
    await on.close();
    await stranger.close();
  });

  test('that does not come is asked for a few times, and then the person', async () => {
    const on = await onSlack();
    on.slack.fail('download', { status: 503, times: 2 });
    expect(await send(on)).toContain('2020');
    on.slack.fail('download', { status: 503, times: 3 });
    await on.li.sendFile('又一份.docx', await lastYear());
    expect(await on.heard()).toContain('文件没有取到');
    await on.close();
  });

  test('of more than 20 MB is refused, whatever size it claims', async () => {
    const on = await onSlack();
    await on.say('2021');
    await on.li.sendFile('大.docx', new Uint8Array(20 * 1024 * 1024 + 1), { size: 10 });
    expect(await on.heard()).toContain('文件超过 20 MB，没有读');
    await on.close();
  });

  test('of a wrong kind is refused with what to do', async () => {
    const on = await onSlack();
    await on.say('2021');
    await on.li.sendFile('照片.heic', new TextEncoder().encode('ftypheic'));
    expect(await on.heard()).toContain('照片.heic');
    await on.close();
  });
});

describe('Slack that does not take an answer', () => {
  test('for a while gets it later, and everything after it in order', async () => {
    const on = await onSlack();
    await on.say('2027');
    on.slack.fail('chat.postMessage', { status: 503, times: 12 });
    await on.li.say('某县档案馆');
    await on.li.say('李某');
    const heard = await on.heard();
    expect(heard.indexOf('已记：填报单位 某县档案馆')).toBeGreaterThanOrEqual(0);
    expect(heard.indexOf('已记：单位负责人 李某')).toBeGreaterThan(
      heard.indexOf('已记：填报单位 某县档案馆'),
    );
    await on.close();
  }, 30_000);

  test('because it is too much is waited for as long as it says', async () => {
    const waited: number[] = [];
    const on = await onSlack({
      wait: (ms) => {
        waited.push(ms);
        return new Promise((resolve) => setImmediate(resolve));
      },
    });
    await on.say('2027');
    on.slack.fail('chat.postMessage', { retryAfter: 17, times: 2 });
    expect(await on.say('某县档案馆')).toContain('已记：填报单位 某县档案馆');
    expect(waited.filter((ms) => ms === 17_000)).toHaveLength(2);
    await on.close();
  });

  test('slows down one conversation keeps no other waiting', async () => {
    let release = () => {};
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    const on = await onSlack({
      wait: (ms) => (ms === 17_000 ? slow : new Promise((resolve) => setImmediate(resolve))),
    });
    on.slack.fail('chat.postMessage', { retryAfter: 17 });
    await on.li.say('2027');
    await on.slack.until(() =>
      on.slack.calls.some(({ answer }) => JSON.stringify(answer).includes('fault')),
    );
    const wang = on.slack.person('U0WANG', '王会计');
    await wang.say('2028');
    await wang.answer((message) => message.text.includes('2028'));
    release();
    expect(await on.heard()).toContain('2027');
    await on.close();
  });

  test('because the token was revoked keeps the answer for the next start, and the log says why', async () => {
    const store = memoryStore();
    const slack = await openSlack();
    const first = await onSlack({ store, slack });
    await first.say('2027');
    slack.revoke('bot', 'token_revoked');
    await first.li.say('某县档案馆');
    await first.idle();
    expect(first.logged.join('\n')).toContain('Slack refuses: token_revoked');
    expect((await first.filing()).revision).toBe(2);
    await first.stop();
    slack.restore();
    const second = await onSlack({ store, slack });
    await second.li.answer((message) => message.text.includes('已记：填报单位 某县档案馆'));
    await second.close();
  });

  test('because a right is missing says in the log which', async () => {
    const slack = await openSlack({ scopes: ['im:history', 'im:write', 'users:read'] });
    const on = await onSlack({ slack });
    await on.li.say('2027');
    await on.idle();
    expect(on.logged.join('\n')).toContain('Slack refuses: missing_scope (needs chat:write');
    expect((await on.filing()).revision).toBe(1);
    await on.close();
  });

  test('says what it had begun to say only once', async () => {
    const on = await onSlack();
    await on.say('2027');
    on.slack.fail('files.getUploadURLExternal', { status: 500, times: 9 });
    const heard = await on.say('导出 word');
    expect(heard.match(/📎/g)).toHaveLength(1);
    expect(heard.match(/这是草稿/g)).toHaveLength(1);
    await on.close();
  }, 30_000);
});

describe('the log', () => {
  test('holds nothing of what was said, and no token', async () => {
    const on = await onSlack();
    await on.say('2027');
    on.slack.fail('chat.postMessage', { error: 'channel_not_found' });
    await on.say('某县档案馆');
    on.slack.fail('views.publish', { error: 'invalid_arguments' });
    await on.li.openHome('home');
    await on.idle();
    const log = on.logged.join('\n');
    expect(log).toContain('channel_not_found');
    expect(log).not.toMatch(/档案馆|2027|xoxb|xapp|李会计/);
    await on.close();
  });
});
