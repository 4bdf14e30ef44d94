import { expect, test } from 'vitest';
import { choiceIn, fromSlack, plainText } from '../../../src/channels/slack/incoming.js';

function message(event: Record<string, unknown>) {
  return fromSlack({
    type: 'event_callback',
    team_id: 'T1',
    event: { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', ts: '1.2', ...event },
  });
}

const FILE = {
  id: 'F1',
  name: '去年 的表.docx',
  url_private_download: 'https://files.slack.com/x',
};

test('a message in a direct conversation is what was said in it', () => {
  expect(message({ text: '2027' })).toEqual({
    type: 'said',
    said: [
      {
        id: 'D1:1.2',
        team: 'T1',
        channel: 'D1',
        user: 'U1',
        words: { type: 'text', text: '2027' },
      },
    ],
  });
});

test('a file and its caption are two messages, each with an id of its own', () => {
  const found = message({ subtype: 'file_share', text: '去年的', files: [FILE, { id: 'F2' }] });
  const said = found.type === 'said' ? found.said : [];
  expect(said.map(({ id, words }) => [id, words])).toEqual([
    ['D1:1.2', { type: 'text', text: '去年的' }],
    [
      'D1:1.2.f0',
      { type: 'remote-file', name: '去年 的表.docx', url: 'https://files.slack.com/x' },
    ],
    ['D1:1.2.f1', { type: 'remote-file', name: 'F2', url: 'slack-file:F2' }],
  ]);
});

test('a file without words is a file', () => {
  const found = message({ subtype: 'file_share', text: '', files: [FILE] });
  expect(found.type === 'said' && found.said).toHaveLength(1);
});

test.each([
  ['a bot', { bot_id: 'B1', text: 'x' }],
  ['a message that was deleted', { subtype: 'message_deleted', previous_message: { text: 'x' } }],
  ['somebody who joined', { subtype: 'channel_join', text: 'x' }],
  ['a channel', { channel_type: 'channel', text: 'x' }],
  ['nobody', { user: undefined, text: 'x' }],
  [
    'a link that Slack unfolded',
    {
      subtype: 'message_changed',
      message: { user: 'U1', text: 'a' },
      previous_message: { user: 'U1', text: 'a' },
    },
  ],
  [
    'a message of a bot that was deleted',
    { subtype: 'message_deleted', previous_message: { user: 'U0BOT', bot_id: 'B1', text: 'a' } },
  ],
])('%s asks for nothing', (_, event) => {
  expect(message(event)).toEqual({ type: 'nothing' });
});

test('an edited message is noticed, and not taken again', () => {
  const edit = {
    subtype: 'message_changed',
    message: { user: 'U1', ts: '1.1', text: '2028' },
    previous_message: { user: 'U1', ts: '1.1', text: '2027' },
  };
  const place = { team: 'T1', channel: 'D1', user: 'U1' };
  expect(message(edit)).toEqual({ type: 'edited', id: 'D1:1.1.1.2', ...place });
});

test('a deleted message is noticed', () => {
  const deletion = {
    subtype: 'message_deleted',
    previous_message: { user: 'U1', ts: '1.1', text: '2027' },
  };
  const place = { team: 'T1', channel: 'D1', user: 'U1' };
  expect(message(deletion)).toEqual({ type: 'deleted', id: 'D1:1.1', ...place });
});

test("the bot's own file comes back to it without a mark that a bot sent it, and asks for nothing", () => {
  const own = {
    type: 'event_callback',
    team_id: 'T1',
    authorizations: [{ user_id: 'U0BOT' }],
    event: {
      ...{ type: 'message', subtype: 'file_share', channel_type: 'im', channel: 'D1' },
      ...{ user: 'U0BOT', ts: '1.2', text: '', files: [FILE] },
    },
  };
  expect(fromSlack(own)).toEqual({ type: 'nothing' });
});

test('being mentioned where others read along is no conversation; in private it is none of two events', () => {
  const mention = (channel: string) =>
    fromSlack({
      type: 'event_callback',
      team_id: 'T1',
      event: { type: 'app_mention', channel, user: 'U1', ts: '1.2', text: '<@U0BOT> 2027' },
    });
  const place = { team: 'T1', channel: 'C1', user: 'U1' };
  expect(mention('C1')).toEqual({ type: 'mentioned', id: 'C1:1.2', thread: '1.2', ...place });
  expect(mention('D1')).toEqual({ type: 'nothing' });
});

test('a file of another workspace comes by its id alone', () => {
  const found = message({ subtype: 'file_share', files: [{ id: 'F2', name: '旧表.docx' }] });
  const said = found.type === 'said' ? found.said : [];
  expect(said.map(({ words }) => words)).toEqual([
    { type: 'remote-file', name: '旧表.docx', url: 'slack-file:F2' },
  ]);
});

test.each([
  ['nothing', undefined],
  ['no event', { type: 'event_callback', team_id: 'T1' }],
  [
    'an event of another kind',
    { type: 'event_callback', team_id: 'T1', event: { type: 'team_join' } },
  ],
  [
    'a message without a moment',
    { type: 'event_callback', team_id: 'T1', event: { type: 'message', channel: 'D1' } },
  ],
])('%s asks for nothing', (_, body) => {
  expect(fromSlack(body)).toEqual({ type: 'nothing' });
});

test.each([
  ['1 &lt; 2 &amp;&amp; 3 &gt; 2', '1 < 2 && 3 > 2'],
  ['&amp;lt;', '&lt;'],
  ['<https://a.gov.cn/x?y=1&amp;z=2|a.gov.cn/x>', 'a.gov.cn/x'],
  ['<https://a.gov.cn>', 'https://a.gov.cn'],
  ['<@U123> 你好', '你好'],
  ['<#C1|预算组> 的表', '#预算组 的表'],
  ['\t任务\t金额\n普法\t10\t', '\t任务\t金额\n普法\t10\t'],
])('%s was typed as %s', (sent, typed) => {
  expect(plainText(sent)).toBe(typed);
});

test.each([
  ['7:0', { prompt: 7, at: 0 }],
  ['7:', undefined],
  ['x', undefined],
  [undefined, undefined],
])('the value %s is a choice, or none', (value, expected) => {
  expect(choiceIn(value)).toEqual(expected);
});
