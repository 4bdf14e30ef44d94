import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/app/ports.js';
import { slackEn } from '../../../src/channels/slack/en.js';
import { cutTo, pieces } from '../../../src/channels/slack/limits.js';
import { answeredBlocks } from '../../../src/channels/slack/pressables.js';
import { render, type SlackOp } from '../../../src/channels/slack/render.js';
import { slackZhCn } from '../../../src/channels/slack/zh-cn.js';
import { parseTranscript } from '../../../src/channels/transcript.js';
import { NOON, talk } from '../../support/talk.js';

const LONGEST_TEXT = `${'“职责”：承担全市公共法律服务体系建设，指导、监督律师工作。\n'.repeat(300)}完`;

function choices(count: number, label: string): Reply['parts'][number] {
  return {
    type: 'choices',
    prompt: 7,
    options: Array.from({ length: count }, (_, at) => ({
      key: String(at + 1),
      label,
      say: `${label}${at}`.repeat(20),
    })),
  };
}

const FILE: Reply['parts'][number] = {
  type: 'file',
  name: '某县档案馆2027年度部门整体支出绩效目标申报表（草稿）.docx',
  mime: 'application/octet-stream',
  data: new Uint8Array([1]),
  of: { id: 'f', revision: 1, format: 'docx', draft: true },
};
const PICTURE: Reply['parts'][number] = {
  type: 'image',
  name: '预览-1.png',
  data: new Uint8Array([1]),
  of: { id: 'f', revision: 1, page: 1 },
};

const REPLIES: readonly (readonly [string, Reply['parts']])[] = [
  ['a short text', [{ type: 'text', text: '已记：年度 2027。' }]],
  ['a text beyond one section', [{ type: 'text', text: LONGEST_TEXT.slice(0, 7_000) }]],
  ['a text beyond one message', [{ type: 'text', text: LONGEST_TEXT }]],
  ['a text beyond four messages', [{ type: 'text', text: LONGEST_TEXT.repeat(8) }]],
  ['one line without end', [{ type: 'text', text: '字'.repeat(25_000) }]],
  ['nothing but quotes and breaks', [{ type: 'text', text: '"\n'.repeat(9_000) }]],
  ['emoji and surrogates', [{ type: 'text', text: '𠮷👍🏽'.repeat(4_000) }]],
  ['markup of Slack', [{ type: 'text', text: '<!channel> *粗* `码` & <@U1> ~删~' }]],
  ['five choices', [{ type: 'text', text: '选' }, choices(5, '手签')]],
  ['labels without end', [{ type: 'text', text: '选' }, choices(5, '公共法律服务'.repeat(60))]],
  ['six choices', [{ type: 'text', text: '选' }, choices(6, '公共法律服务'.repeat(60))]],
  ['a hundred and one choices', [{ type: 'text', text: '选' }, choices(101, '指标')]],
  ['choices alone', [choices(3, '完成')]],
  [
    'the longest text over the longest choices',
    [{ type: 'text', text: LONGEST_TEXT }, choices(100, '公共法律服务'.repeat(20))],
  ],
  [
    'a file, words, a picture',
    [FILE, { type: 'text', text: '草稿好了' }, PICTURE, choices(3, '导出')],
  ],
  ['nothing', []],
];

describe.each([
  ['in Chinese', slackZhCn],
  ['in English', slackEn],
] as const)('every kind of reply, %s', (_, words) => {
  test.each(REPLIES)('%s stays within every limit', (__, parts) => {
    assertWithinLimits(render(parts, words, false));
    assertWithinLimits(render(parts, words, true));
  });
});

function assertWithinLimits(ops: readonly SlackOp[]): void {
  for (const op of ops) {
    if (op.type === 'upload') continue;
    const { text, blocks } = op;
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThan(4_000);
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(JSON.stringify(blocks).length).toBeLessThan(10_000);
    const ids = blocks.flatMap(({ block_id }) => block_id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const block of blocks) assertBlock(block);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: blocks are looked at as Slack does, without their types
function assertBlock(block: any): void {
  if (block.type === 'section') {
    expect(block.text.type).toBe('plain_text');
    expect(block.text.text.length).toBeGreaterThan(0);
    expect(block.text.text.length).toBeLessThanOrEqual(3_000);
    return;
  }
  expect(block.type).toBe('actions');
  expect(block.block_id.length).toBeLessThanOrEqual(255);
  expect(block.elements.length).toBeLessThanOrEqual(5);
  for (const element of block.elements) {
    expect(element.action_id.length).toBeLessThanOrEqual(255);
    if (element.type === 'button') {
      expect(element.text.text.length).toBeLessThanOrEqual(75);
      expect((element.value ?? '').length).toBeLessThanOrEqual(2_000);
      continue;
    }
    expect(element.type).toBe('static_select');
    expect(element.options.length).toBeLessThanOrEqual(100);
    for (const { text, value } of element.options) {
      expect(text.text.length).toBeLessThanOrEqual(75);
      expect(value.length).toBeLessThanOrEqual(150);
    }
  }
}

describe('what is really said', () => {
  const FOLDER = new URL('../../transcripts/', import.meta.url);
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

  test.each(names)('every reply of %s stays within every limit', async (name) => {
    const steps = parseTranscript(readFileSync(new URL(name, FOLDER), 'utf8'));
    const { app, replies } = await talk();
    for (const step of steps) {
      if (step.type !== 'say') continue;
      await app.accept({
        ...{ id: `test:${name}:${step.line}`, conversation: 'test', channel: 'test', at: NOON },
        ...{ person: 'tester', words: { type: 'text', text: step.text } },
      });
      await app.idle();
    }
    expect(replies.length).toBeGreaterThan(2);
    for (const { parts } of replies) assertWithinLimits(render(parts, slackZhCn, true));
  });
});

describe('a reply on Slack', () => {
  test('says everything, in order', () => {
    const ops = render([{ type: 'text', text: LONGEST_TEXT }], slackZhCn, false);
    const said = ops.map((op) =>
      op.type === 'post'
        ? op.blocks.map((block) => (block.type === 'section' ? block.text?.text : '')).join('\n')
        : '',
    );
    expect(said.join('\n')).toBe(LONGEST_TEXT);
  });

  test('that is too long for a few messages comes as a file as well', () => {
    const text = LONGEST_TEXT.repeat(8);
    const [file, post] = render([{ type: 'text', text }], slackZhCn, false);
    expect(file).toMatchObject({ type: 'upload', name: '完整内容.txt' });
    expect(file?.type === 'upload' && new TextDecoder().decode(file.data)).toBe(text);
    expect(JSON.stringify(post)).toContain('全文见“完整内容.txt”');
  });

  test('a choice names its question and its place, not its words', () => {
    const [post] = render([{ type: 'text', text: '选' }, choices(2, '手签')], slackZhCn, false);
    const actions = post?.type === 'post' ? post.blocks[1] : undefined;
    expect(actions).toMatchObject({
      block_id: 'press.7',
      elements: [
        { type: 'button', text: { text: '1 手签' }, value: '7:0' },
        { type: 'button', text: { text: '2 手签' }, value: '7:1' },
      ],
    });
  });

  test('that was answered shows the choice instead of the buttons', () => {
    const [post] = render([{ type: 'text', text: '选' }, choices(2, '手签')], slackZhCn, true);
    const blocks = post?.type === 'post' ? post.blocks : [];
    expect(answeredBlocks(blocks, '1 手签').map(({ type }) => type)).toEqual([
      'section',
      'context',
    ]);
    expect(answeredBlocks(blocks, undefined).map(({ type }) => type)).toEqual(['section']);
  });
});

describe('words that are markup', () => {
  test('are shown as they were written, and call nobody', () => {
    const text = '<!channel> & <@U1> *粗*';
    const [post] = render([{ type: 'text', text }], slackZhCn, false);
    expect(post).toMatchObject({
      text: '&lt;!channel&gt; &amp; &lt;@U1&gt; *粗*',
      blocks: [{ type: 'section', text: { type: 'plain_text', text } }],
    });
  });
});

describe('choices that there is no room for', () => {
  test('are listed, so that they can be typed', () => {
    const parts = [
      { type: 'text' as const, text: '选哪一条？' },
      choices(101, '公共法律服务'.repeat(20)),
    ];
    const said = JSON.stringify(render(parts, slackZhCn, true));
    for (let key = 1; key <= 101; key += 1) expect(said).toContain(`"${key} 公共`.slice(1));
  });
});

describe('cutting', () => {
  test('cuts no character in half', () => {
    expect(cutTo(4, '𠮷𠮷𠮷')).toBe('𠮷…');
    expect(pieces(3, '𠮷𠮷𠮷')).toEqual(['𠮷', '𠮷', '𠮷']);
  });

  test('cuts between lines where it can', () => {
    expect(pieces(5, '一二\n三四\n五六七八九十')).toEqual(['一二\n三四', '五六七八九', '十']);
  });
});
