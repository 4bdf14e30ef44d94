import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../support/memory-store.js';
import { type Mode, onSlack } from '../../support/on-slack.js';
import { openSlack } from '../../support/slack/slack-server.js';

const RETRY = { num: 2, reason: 'http_timeout' };
const MODES: readonly Mode[] = ['socket', 'http'];

describe.each(MODES)('what Slack delivers over %s', (mode) => {
  test('three times at once, with marks of a retry, is one entry and one answer', async () => {
    const on = await onSlack({ mode });
    await on.say('2027');
    await on.li.say('某县档案馆', { times: 3, overlapping: true, retry: RETRY });
    expect((await on.heard()).match(/已记：填报单位 某县档案馆/g)).toHaveLength(1);
    expect((await on.filing()).revision).toBe(2);
    await on.close();
  });

  test('again after the program was started anew is still known', async () => {
    const store = memoryStore();
    const slack = await openSlack();
    const first = await onSlack({ mode, store, slack });
    await first.say('2027');
    await first.stop();
    const second = await onSlack({ mode, store, slack });
    await slack.resend({ retry: RETRY });
    expect(await second.heard()).toBe('');
    expect((await second.filing()).revision).toBe(1);
    await second.close();
  });

  test('with a mark of a retry, but for the first time, is taken: the retry may be the only copy', async () => {
    const on = await onSlack({ mode });
    await on.li.say('2027', { retry: RETRY });
    expect(await on.heard()).toContain('已记：年度 2027');
    await on.close();
  });

  test('is not acknowledged before it is kept, and taken when it is delivered again', async () => {
    const store = memoryStore();
    const on = await onSlack({ mode, store });
    await on.say('2027');
    store.fail('put', 1_000);
    const { status } = await on.li.say('某县档案馆');
    expect(status).not.toBe(200);
    store.fail('put', 0);
    await on.idle();
    expect((await on.filing()).revision).toBe(1);
    await on.slack.redeliver();
    expect(await on.heard()).toContain('已记：填报单位 某县档案馆');
    expect((await on.filing()).revision).toBe(2);
    // Slack's patience ran out on purpose.
    expect(on.slack.violations.filter((each) => !each.includes('three seconds'))).toEqual([]);
    await on.close();
  }, 15_000);

  test('is answered although Slack does not say who wrote it', async () => {
    const on = await onSlack({ mode });
    on.slack.fail('users.info', { error: 'missing_scope', times: 100 });
    expect(await on.say('2027')).toContain('已记：年度 2027');
    await on.close();
  });
});

describe('the socket', () => {
  test('that breaks in the middle of the form is opened again, and nothing is lost', async () => {
    const on = await onSlack();
    await on.say('2027');
    for (const unit of ['甲局', '乙局', '丙局', '丁局', '戊局']) {
      const said = on.li.say(`填报单位改成${unit}`);
      on.slack.dropConnections();
      await said;
      await on.slack.connected();
      await on.slack.redeliver();
      await on.idle();
      expect((await on.filing()).answers.values['reportingUnit']?.value).toBe(unit);
    }
    expect((await on.filing()).revision).toBe(6);
    expect(on.slack.violations).toEqual([]);
    await on.close();
  });

  test('that Slack recycles is opened again at once', async () => {
    const on = await onSlack();
    await on.say('2027');
    on.slack.disconnect('refresh_requested');
    await on.slack.until(() => on.slack.connections() === 0);
    await on.slack.connected();
    expect(await on.say('某县档案馆')).toContain('某县档案馆');
    await on.close();
  });

  test('is tried again for as long as Slack cannot be reached', async () => {
    const on = await onSlack();
    await on.say('2027');
    on.slack.fail('apps.connections.open', { status: 503, times: 20 });
    on.slack.dropConnections();
    await on.slack.until(() => on.slack.connections() === 0);
    await on.slack.connected();
    expect(await on.say('某县档案馆')).toContain('某县档案馆');
    const tries = on.slack.calls.filter(({ method }) => method === 'apps.connections.open');
    expect(tries.length).toBeGreaterThanOrEqual(22);
    await on.close();
  }, 60_000);

  test('is not opened with a token that Slack refuses, which is said', async () => {
    const slack = await openSlack();
    slack.revoke('app', 'invalid_auth');
    await expect(onSlack({ slack })).rejects.toThrow('Slack refuses: invalid_auth');
    await slack.close();
  });
});

describe('a call from Slack', () => {
  test.each([
    ['without a signature', { signature: 'missing' as const }],
    ['with a wrong signature', { signature: 'wrong' as const }],
    ['that was signed six minutes ago', { age: 360 }],
  ])('%s is refused, and nothing is taken', async (_, how) => {
    const on = await onSlack({ mode: 'http' });
    await on.say('2027');
    const { status } = await on.li.say('某县档案馆', how);
    expect(status).toBe(401);
    expect(await on.heard()).toBe('');
    expect((await on.filing()).revision).toBe(1);
    await on.close();
  });

  test('that asks whether the address is ours is answered', async () => {
    const on = await onSlack({ mode: 'http' });
    const url = `http://127.0.0.1:${on.channel.port()}/slack/events`;
    const { status, body } = await on.slack.challenge(url, 'the-signing-secret-of-the-test');
    expect([status, body]).toEqual([200, { challenge: 'c4' }]);
    await on.close();
  });
});
