import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../support/memory-store.js';
import { type Mode, type OnSlack, onSlack, wordsOf } from '../../support/on-slack.js';
import { openSlack } from '../../support/slack/slack-server.js';

/** The calls of a method, by their arguments. */
function calls({ slack }: OnSlack, method: string): readonly Readonly<Record<string, unknown>>[] {
  return slack.calls.filter((call) => call.method === method).map(({ args }) => args);
}

/** A button that an older version of the program has left behind. */
async function postOldButton({ slack, li }: OnSlack): Promise<void> {
  const text = { type: 'plain_text', text: '投票' };
  const button = { type: 'button', action_id: 'vote', value: 'x', text };
  const blocks = [{ type: 'actions', block_id: 'old', elements: [button] }];
  await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.tokens.bot}` },
    body: JSON.stringify({ channel: li.dm, text: '旧消息', blocks }),
  });
}

/** A form at the question for its income, which has a button and a window. */
async function atIncome(on: OnSlack): Promise<void> {
  for (const said of ['2027', '某县档案馆', '李某', '2565.36']) await on.say(said);
}

describe('a conversation', () => {
  test('begins with a greeting when somebody opens it, once', async () => {
    const on = await onSlack();
    await on.li.openHome('messages');
    expect(await on.heard()).toContain('您好，我是申报助手');
    await on.li.openHome('messages');
    expect(await on.heard()).toBe('');
    await on.close();
  });

  test('is kept by the name of who writes, in the language they use Slack in', async () => {
    const slack = await openSlack();
    slack.person('U0LI', 'Li Wei', { locale: 'en-GB' });
    // Nothing is done without the name, for nobody stops waiting for it.
    const on = await onSlack({ slack, wait: () => new Promise(() => {}) });
    expect(await on.say('2027')).toContain('Noted');
    const who = { conversation: `slack:T0SHENBAO:${on.li.dm}`, person: '', at: Date.now() };
    expect((await on.app.views.timeline(who, 99, 1)).map(({ by }) => by)).toEqual(['Li Wei']);
    await on.close();
  });

  test('is begun by the command, wherever that is given', async () => {
    const on = await onSlack();
    const here = await on.li.command('/shenbao');
    expect(here.body).toBeUndefined();
    expect(await on.heard()).toContain('您好，我是申报助手');
    const { body } = await on.li.command('/shenbao 2027', { channel: 'C0GENERAL' });
    expect(body).toEqual({ text: '好的，请到和我的私信里继续。' });
    expect(await on.heard()).toContain('已记：年度 2027');
    await on.close();
  });

  test('is private: where others read along the bot says so in a thread, once', async () => {
    const on = await onSlack();
    const { ts } = await on.li.mention('C0GENERAL', '总额2565.36', { times: 3 });
    const answer = await on.li.answer(() => true, 'C0GENERAL');
    expect([answer.thread_ts, wordsOf(answer)]).toEqual([
      ts,
      '申报内容只在私信里填，免得别人看到。请点我的头像发私信，或用 /shenbao 开始。',
    ]);
    await on.idle();
    expect(on.li.messages('C0GENERAL').filter(({ user }) => user === 'bot')).toHaveLength(1);
    await on.close();
  });

  test('does not take an edited or a deleted message again, and says so', async () => {
    const on = await onSlack();
    const { ts } = await on.li.say('2027');
    await on.heard();
    await on.li.edit(ts, '2028');
    await on.li.answer((message) => wordsOf(message).startsWith('您改了已经发出的消息'));
    await on.li.remove(ts);
    await on.li.answer((message) => wordsOf(message).startsWith('您删了已经发出的消息'));
    expect((await on.filing()).answers.values['year']?.value).toBe('2027');
    await on.close();
  });

  test.each<Mode>(['socket', 'http'])(
    'takes no more than there is room for, over %s, and says how much that is',
    async (mode) => {
      const on = await onSlack({ mode });
      await on.say('2027');
      const heard = await on.say('总'.repeat(40_000));
      expect(heard).toContain('这条消息有 40000 字');
      expect(on.slack.violations).toEqual([]);
      await on.close();
    },
  );
});

describe('buttons', () => {
  test('make way for what was chosen', async () => {
    const on = await onSlack();
    await atIncome(on);
    await on.say('财政2557.36，其他8');
    await on.press('其余为0');
    expect(on.slack.transcript(on.li.dm)).toContain('(✓ A 其余为0)');
    expect(on.slack.transcript(on.li.dm)).not.toContain('[A 其余为0]');
    await on.close();
  });

  test('go away when the answer is typed', async () => {
    const on = await onSlack();
    await atIncome(on);
    await on.say('财政2557.36，其他8');
    expect(on.slack.transcript(on.li.dm)).toContain('[A 其余为0]');
    await on.say('其余为0');
    expect(on.slack.transcript(on.li.dm)).not.toContain('[A 其余为0]');
    await on.close();
  });

  test('pressed twice are answered once; the second time is told so', async () => {
    const on = await onSlack();
    await atIncome(on);
    await on.say('财政2557.36，其他8');
    const { revision } = await on.filing();
    const [first, second] = [on.li.press('A 其余为0'), on.li.press('A 其余为0')];
    await Promise.all([first, second]);
    expect(await on.heard()).toContain('这个问题已经答过了，没有改动');
    expect((await on.filing()).revision).toBe(revision + 1);
    expect(on.slack.transcript(on.li.dm)).toContain('(✓ A 其余为0)');
    await on.close();
  });

  test('delivered twice are one press', async () => {
    const on = await onSlack();
    await atIncome(on);
    await on.say('财政2557.36，其他8');
    await on.li.press('A 其余为0', { times: 3, overlapping: true });
    expect(await on.heard()).not.toContain('已经答过了');
    await on.close();
  });

  test('of before a restart still make way for the answer', async () => {
    const store = memoryStore();
    const slack = await openSlack();
    const first = await onSlack({ store, slack });
    await atIncome(first);
    await first.say('财政2557.36，其他8');
    await first.stop();
    const second = await onSlack({ store, slack });
    await second.say('其余为0');
    expect(slack.transcript(second.li.dm)).not.toContain('[A 其余为0]');
    await second.close();
  });

  test('that nobody knows any more are answered with a word, and change nothing', async () => {
    const on = await onSlack();
    await on.say('2027');
    const { revision } = await on.filing();
    await postOldButton(on);
    const { status } = await on.li.press('投票');
    expect(status).toBe(200);
    await on.li.answer((message) => wordsOf(message).startsWith('这个按钮现在用不了，没有改动'));
    expect((await on.filing()).revision).toBe(revision);
    await on.close();
  });
});

describe('the window', () => {
  test('shows what stands there, and changes only what was changed', async () => {
    const on = await onSlack();
    await atIncome(on);
    await on.say('财政2557.36');
    await on.openForm();
    expect(JSON.stringify(on.slack.modal('U0LI')?.blocks)).toContain('"initial_value":"2557.36"');
    const { revision } = await on.filing();
    await on.li.submit({ '其他资金（万元）': '8' });
    expect(await on.heard()).toContain('已记：其他资金 8 万元');
    expect((await on.filing()).revision).toBe(revision + 1);
    expect((await on.filing()).answers.values['publicBudget']?.rev).toBe(revision);
    await on.close();
  });

  test('sent as it was opened changes nothing', async () => {
    const on = await onSlack();
    await atIncome(on);
    await on.openForm();
    const { revision } = await on.filing();
    await on.li.submit({});
    expect(await on.heard()).toBe('');
    expect(on.slack.modal('U0LI')).toBeUndefined();
    expect((await on.filing()).revision).toBe(revision);
    await on.close();
  });

  test('says at each field what cannot be taken, and takes nothing before', async () => {
    const on = await onSlack();
    await atIncome(on);
    await on.openForm();
    const { revision } = await on.filing();
    await on.li.submit({
      '公共财政拨款（万元）': '约2557',
      '政府性基金拨款（万元）': '0',
      '其他资金（万元）': '8元',
    });
    const errors = Object.values(on.slack.modal('U0LI')?.errors ?? {});
    expect(errors).toEqual([
      expect.stringContaining('“约2557”是约数，预算要写准确的数'),
      expect.stringContaining('请写成：0.0008万元 或 8万元。'),
    ]);
    expect((await on.filing()).revision).toBe(revision);
    await on.close();
  });

  test('does not write over what was changed meanwhile: what is there now is said at the field', async () => {
    const on = await onSlack();
    await atIncome(on);
    await on.say('财政2557.36');
    await on.openForm();
    await on.say('财政改成2500');
    await on.li.submit({ '公共财政拨款（万元）': '2557.3', '其他资金（万元）': '8' });
    const [error] = Object.values(on.slack.modal('U0LI')?.errors ?? {});
    expect(error).toContain('公共财政拨款刚才已经改成了“2500 万元”，您写的没有覆盖它');
    expect((await on.filing()).answers.values['otherFunds']).toBeUndefined();
    await on.close();
  });

  test('belongs to its filing: what another one holds is not touched', async () => {
    const on = await onSlack();
    await atIncome(on);
    await on.openForm();
    await on.say('换一份');
    await on.li.submit({ '公共财政拨款（万元）': '2557.36' });
    const [error] = Object.values(on.slack.modal('U0LI')?.errors ?? {});
    expect(error).toContain('现在打开的不是那一份，没有改动');
    await on.close();
  });

  test('that Slack did not open is spoken of', async () => {
    const on = await onSlack();
    await atIncome(on);
    on.slack.fail('views.open', { error: 'expired_trigger_id' });
    await on.li.press('一次填好');
    await on.li.answer((message) => wordsOf(message).startsWith('填写窗口没有打开'));
    await on.close();
  });
});

describe('the home tab', () => {
  test('lists the filings with how far they are, and what to press', async () => {
    const on = await onSlack();
    await on.li.openHome('home');
    const empty = await on.slack.until(() => on.slack.home('U0LI'));
    expect(JSON.stringify(empty.blocks)).toContain('还没有申报');
    await on.li.press('开始填报', { on: 'home' });
    expect(await on.heard()).toContain('您好，我是申报助手');
    await atIncome(on);
    await on.li.openHome('home');
    const home = await on.slack.until(() => {
      const now = on.slack.home('U0LI');
      return now !== empty && now;
    });
    expect(JSON.stringify(home.blocks)).toMatch(/某县档案馆 2027年度（正在填）\\n已填 \d+\/\d+ 项/);
    await on.li.press('另起一份', { on: 'home' });
    expect(await on.heard()).toContain('预算年度');
    await on.li.press('继续', { on: 'home' });
    expect(await on.heard()).toContain('某县档案馆');
    expect(on.slack.violations).toEqual([]);
    await on.close();
  });
});

describe('what is told while a file is made', () => {
  test('is said where the answer will stand, and makes way for it', async () => {
    const on = await onSlack({ wait: async () => {} });
    await on.say('2027');
    const before = on.li.messages().length;
    await on.say('导出 pdf');
    const posted = calls(on, 'chat.postMessage').map(({ text }) => text);
    expect(posted).toContain('正在生成文件，请稍等…');
    expect(on.slack.transcript(on.li.dm)).not.toContain('请稍等');
    expect(on.li.messages().length).toBeGreaterThan(before + 1);
    await on.close();
  });
});
