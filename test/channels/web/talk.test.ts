import { describe, expect, test } from 'vitest';
import { LARGEST_FILE } from '../../../src/app/ports.js';
import { memoryStore } from '../../support/memory-store.js';
import { openPage } from '../../support/page-events.js';
import { sites } from '../../support/sites.js';
import { type PageLine, pageId, type Visitor } from '../../support/web.js';

const site = sites();

async function linesOf({ ask }: Visitor): Promise<readonly PageLine[]> {
  return (await ask('/api/lines?before=99999999')).json().lines;
}

/** Lines as a person reads them. */
function read(lines: readonly PageLine[]): readonly string[] {
  return lines.map(({ from, parts }) => {
    const [first] = parts;
    const words = (first?.text ?? first?.name ?? '').split('\n')[0];
    return `${from === 'person' ? '>' : '<'} ${words}`;
  });
}

describe('a conversation in the page', () => {
  test('is there after a reload, both sides in their order', async () => {
    const { visit } = await site();
    const visitor = await visit();
    await visitor.say({ type: 'opened' });
    await visitor.say('2027');
    await visitor.say('某县档案馆');
    expect(read(await linesOf(visitor))).toEqual([
      '< 您好，我是申报助手，陪您填好《部门整体支出绩效目标申报表》。',
      '> 2027',
      '< 已记：年度 2027。',
      '> 某县档案馆',
      '< 已记：填报单位 某县档案馆。',
    ]);
  });

  test('is there after the program has been started anew', async () => {
    const store = memoryStore();
    const first = await site({ store });
    await (await first.visit()).say('2027');
    await first.channel.stop();
    const again = await (await site({ store })).visit();
    await again.say('某县档案馆');
    expect(read(await linesOf(again))).toEqual([
      '> 2027',
      '< 已记：年度 2027。',
      '> 某县档案馆',
      '< 已记：填报单位 某县档案馆。',
    ]);
  });

  test('shows what was pressed by its label, what was written into the form by its blank', async () => {
    const { visit } = await site();
    const visitor = await visit();
    await visitor.say('2027');
    await visitor.say('某县档案馆');
    const choices = (await linesOf(visitor)).at(-1)?.parts.find(({ type }) => type === 'choices');
    await visitor.say({ type: 'press', prompt: choices?.prompt, say: '手签' });
    await visitor.say({ type: 'fill', step: 'totalFunds', was: null, text: '300' });
    await visitor.say({ type: 'revert', revision: 4 });
    const lines = await linesOf(visitor);
    expect(read(lines.filter(({ from }) => from === 'person')).slice(2)).toEqual([
      '> 手签',
      '> 资金总额 改为：300',
      '> 撤回第 4 步',
    ]);
  });

  test('older lines come page by page', async () => {
    const { visit } = await site();
    const visitor = await visit();
    for (let n = 0; n < 60; n += 1) await visitor.say('帮助');
    const { lines, hasMore } = (await visitor.ask('/api/lines?before=121')).json();
    expect([lines[0].n, lines.at(-1).n, hasMore]).toEqual([71, 120, true]);
    const older = (await visitor.ask('/api/lines?before=21')).json();
    expect([older.lines[0].n, older.lines.length, older.hasMore]).toEqual([1, 20, false]);
  });

  test('a message that comes twice, or twice at once, is one', async () => {
    const { visit, app } = await site();
    const visitor = await visit();
    const message = { id: pageId(), words: { type: 'text', text: '2027' } };
    const answers = await Promise.all([
      visitor.post('/api/messages', message),
      visitor.post('/api/messages', message),
    ]);
    await app.idle();
    const third = await visitor.post('/api/messages', message);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(third.json()).toEqual({ accepted: 'duplicate' });
    expect(read(await linesOf(visitor))).toEqual(['> 2027', '< 已记：年度 2027。']);
  });

  test('a message that comes again long after is no second line', async () => {
    const { visit } = await site();
    const visitor = await visit();
    const message = { id: pageId(), words: { type: 'text', text: '2027' } };
    await visitor.post('/api/messages', message);
    for (let n = 0; n < 30; n += 1) await visitor.say('帮助');
    expect((await visitor.post('/api/messages', message)).json()).toEqual({
      accepted: 'duplicate',
    });
    const { lines } = (await visitor.ask('/api/lines?before=999')).json();
    expect(lines.at(-1).from).toBe('assistant');
  });

  test('a table that was pasted is kept with its cells', async () => {
    const { visit } = await site();
    const visitor = await visit();
    const table = '任务名称\t主要内容\t总额\n普法\t"办讲座\n发资料"\t10';
    await visitor.say(table);
    expect((await linesOf(visitor))[0]?.parts).toEqual([{ type: 'text', text: table }]);
  });
});

describe('open pages', () => {
  test('of one person are in step: each hears both sides and sees the form change', async () => {
    const { visit, base } = await site();
    const visitor = await visit();
    const pages = [await openPage(base, visitor.cookie), await openPage(base, visitor.cookie)];
    await Promise.all(pages.map((page) => page.until(({ type }) => type === 'form')));
    await visitor.say('2027');
    for (const page of pages) {
      await page.until(({ type, data }) => type === 'line' && data.from === 'assistant');
      const { data } = await page.until(
        (event) => event.type === 'form' && event.data.year === '2027',
      );
      expect(data.revision).toBe(1);
      page.close();
    }
  });

  test('that were away get what they missed, once', async () => {
    const { visit, base } = await site();
    const visitor = await visit();
    const page = await openPage(base, visitor.cookie);
    await visitor.say('2027');
    const { id = '' } = await page.until(({ data }) => data?.from === 'assistant');
    page.close();
    await visitor.say('某县档案馆');
    const back = await openPage(base, visitor.cookie, { lastId: id });
    await back.until(({ type }) => type === 'form');
    const lines = back.heard.filter(({ type }) => type === 'line').map(({ data }) => data);
    expect(read(lines)).toEqual(['> 某县档案馆', '< 已记：填报单位 某县档案馆。']);
    back.close();
  });

  test('an answer is not lost when the connection is cut before it comes', async () => {
    const { visit, base, app } = await site();
    const visitor = await visit();
    const page = await openPage(base, visitor.cookie);
    await page.until(({ type }) => type === 'form');
    const message = { id: pageId(), words: { type: 'text', text: '2027' } };
    const posted = visitor.post('/api/messages', message);
    page.close();
    await posted;
    await app.idle();
    const back = await openPage(base, visitor.cookie);
    const { data } = await back.until((event) => event.data?.from === 'assistant');
    expect(data.message).toBe(message.id);
    back.close();
  });

  test('while the store refuses, a person is told to wait, and is answered when it works again', async () => {
    const store = memoryStore();
    const { visit, base, app } = await site({ store });
    const visitor = await visit();
    const page = await openPage(base, visitor.cookie);
    await page.until(({ type }) => type === 'form');
    // The first write is the message with its line; then the turn is refused once.
    const put = store.put.bind(store);
    let puts = 0;
    store.put = (records) => {
      puts += 1;
      if (puts === 2) store.fail('put', 1);
      return put(records);
    };
    const { status } = await visitor.post('/api/messages', {
      id: pageId(),
      words: { type: 'text', text: '2027' },
    });
    expect(status).toBe(202);
    const { data } = await page.until(({ type }) => type === 'notice');
    expect(data.text).toContain('消息已收到');
    await app.idle();
    await page.until((event) => event.data?.from === 'assistant');
    page.close();
  });

  test('that know more than has been said are told to begin anew', async () => {
    const { visit, base } = await site();
    const visitor = await visit();
    await visitor.say('2027');
    const page = await openPage(base, visitor.cookie, { lastId: '99' });
    await page.until(({ type }) => type === 'reset');
    page.close();
  });

  test('no more than twenty of one person', async () => {
    const { visit, base } = await site();
    const visitor = await visit();
    const pages = [];
    for (let n = 0; n < 20; n += 1) pages.push(await openPage(base, visitor.cookie));
    await Promise.all(pages.map((page) => page.until(({ type }) => type === 'form')));
    expect((await visitor.ask('/api/events')).status).toBe(429);
    for (const page of pages) page.close();
  });
});

describe('what cannot be taken', () => {
  test('a message that could not be saved is refused, and taken once when it is sent again', async () => {
    const store = memoryStore();
    const { visit } = await site({ store });
    const visitor = await visit();
    const id = pageId();
    store.fail('put', 2);
    const words = { type: 'text', text: '2027' };
    const refused = await visitor.post('/api/messages', { id, words });
    expect(refused.status).toBe(503);
    expect(refused.json().error.message).toContain('页面会自动再发');
    // What was not taken does not stand in the conversation as if it had been.
    expect(await linesOf(visitor)).toEqual([]);
    expect(await visitor.say('2027', id)).toContain('已记：年度 2027');
    expect(read(await linesOf(visitor))).toEqual(['> 2027', '< 已记：年度 2027。']);
  });

  test('a message that is handled though its first write failed stands in the conversation', async () => {
    const records = new Map<string, string>();
    const store = memoryStore(records);
    const first = await site({ store });
    store.fail('put', 1);
    await (await first.visit()).say('2027');
    await first.channel.stop();
    const later = await (await site({ store: memoryStore(records) })).visit();
    expect(read(await linesOf(later))).toEqual(['> 2027', '< 已记：年度 2027。']);
  });

  test.each([
    ['no JSON', 'words'],
    ['no id', JSON.stringify({ words: { type: 'opened' } })],
    ['another kind of words', JSON.stringify({ id: pageId(), words: { type: 'sing' } })],
    [
      'more than was asked for',
      JSON.stringify({ id: pageId(), words: { type: 'opened', as: '局长' } }),
    ],
    ['a number for a text', JSON.stringify({ id: pageId(), words: { type: 'text', text: 3 } })],
  ])('%s is refused in a plain sentence', async (_, body) => {
    const { visit } = await site();
    const { ask } = await visit();
    const answer = await ask('/api/messages', { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(answer.json().error.message).toBe('页面发来的内容读不懂，没有处理。请刷新页面再试。');
  });

  test('a message of more than 256 KB is refused before it is read', async () => {
    const { visit } = await site();
    const { post } = await visit();
    const words = { type: 'text', text: '字'.repeat(100_000) };
    const answer = await post('/api/messages', { id: pageId(), words });
    expect(answer.status).toBe(413);
    expect(answer.json().error.message).toContain('超过了 256 KB 的上限');
  });

  test('a text of more than 20,000 characters is answered, and stays to be copied', async () => {
    const { visit } = await site();
    const visitor = await visit();
    const long = '职责'.repeat(10_001);
    expect(await visitor.say(long)).toContain('超过一次 20000 字的上限');
    expect((await linesOf(visitor))[0]?.parts[0]?.text).toBe(long);
  });

  test('a file of more than 20 MB is refused, and the next is taken', async () => {
    const { visit, app } = await site();
    const visitor = await visit();
    const hand = (size: number) =>
      visitor.ask(`/api/files?id=${pageId()}&name=${encodeURIComponent('去年 的表.txt')}`, {
        method: 'POST',
        body: Buffer.alloc(size, '预'),
      });
    const tooLarge = await hand(LARGEST_FILE + 1);
    expect(tooLarge.status).toBe(413);
    expect(tooLarge.json().error.message).toContain('20 MB');
    expect((await hand(300)).status).toBe(202);
    await app.idle();
    expect(read(await linesOf(visitor))[0]).toBe('> 去年 的表.txt');
  });

  test('no more than three files are taken in at once; the others are asked to come again', async () => {
    const { visit } = await site();
    const visitor = await visit();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        visitor.ask(`/api/files?id=${pageId()}&name=a.txt`, {
          method: 'POST',
          body: Buffer.alloc(5_000_000),
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 202).length).toBeGreaterThanOrEqual(3);
    for (const { status, headers } of answers) {
      if (status !== 202) expect([status, headers['retry-after']]).toEqual([429, '2']);
    }
  });

  test.each([
    ['%0d%0aX-Evil:%20y.txt', 'X-Evil: y.txt'],
    ['a%00b.txt', 'ab.txt'],
    ['%E2%80%AEcod.txt', 'cod.txt'],
  ])('the name %s is kept in one line, and shown as it reads', async (name, shown) => {
    const { visit, app } = await site();
    const visitor = await visit();
    await visitor.ask(`/api/files?id=${pageId()}&name=${name}`, { method: 'POST', body: 'x' });
    await app.idle();
    expect((await linesOf(visitor))[0]?.parts[0]?.name).toBe(shown);
  });

  test('a file of a kind that cannot be read is answered in the conversation', async () => {
    const { visit, app } = await site();
    const visitor = await visit();
    const id = pageId();
    await visitor.ask(
      `/api/files?id=${id}&name=照片.jpg`.replace('照片', encodeURIComponent('照片')),
      {
        method: 'POST',
        body: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]),
      },
    );
    await app.idle();
    const lines = await linesOf(visitor);
    expect(lines.at(-1)?.parts[0]?.text).toContain('照片.jpg');
    expect(lines).toHaveLength(2);
  });

  test('who sends without end is slowed down, and what was refused can be sent again', async () => {
    const { visit } = await site();
    const { post } = await visit();
    const statuses = [];
    for (let n = 0; n < 121; n += 1) {
      statuses.push(
        (await post('/api/messages', { id: pageId(), words: { type: 'opened' } })).status,
      );
    }
    expect(statuses.slice(0, 120).every((status) => status === 202)).toBe(true);
    const refused = await post('/api/messages', { id: pageId(), words: { type: 'opened' } });
    expect(refused.status).toBe(429);
    expect(refused.json().error.message).toContain('请稍等一会儿');
  });
});
