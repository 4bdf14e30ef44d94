import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseTranscript } from '../../../src/channels/transcript.js';
import { departmentOverall } from '../../../src/forms/department-overall/form.js';
import { realDocuments } from '../../support/documents.js';
import { sampleAnswers } from '../../support/papers.js';
import { sites } from '../../support/sites.js';
import { pageId, type Site, type SiteOptions, type Visitor } from '../../support/web.js';

const site = sites();

async function visitor(options: SiteOptions = {}): Promise<Visitor & Pick<Site, 'app'>> {
  const opened = await site(options);
  return { ...(await opened.visit()), app: opened.app };
}

async function json({ ask }: Visitor, path: string) {
  return (await ask(`/api/${path}`)).json();
}

describe('where a value comes from', () => {
  test('who said it, when, where, and in which words', async () => {
    const page = await visitor({ now: () => Date.UTC(2026, 10, 24, 1, 30) });
    await page.say('2027');
    await page.say('资金总额1.2亿');
    expect(await json(page, 'origin?step=totalFunds')).toEqual({
      value: '12000',
      said: '1.2亿',
      revision: 2,
      by: '李会计',
      channel: 'web',
      at: Date.UTC(2026, 10, 24, 1, 30),
    });
  });

  test('a value that came with a file knows the file and its cell', async () => {
    const page = await visitor();
    await page.say('2021');
    await page.say('衡阳市司法局');
    const file = readFileSync('test/fixtures/form-text-2020.txt');
    await page.ask(`/api/files?id=${pageId()}&name=2020.txt`, { method: 'POST', body: file });
    await page.app.idle();
    await page.say('其余都不变');
    expect(await json(page, 'origin?step=totalFunds')).toMatchObject({
      value: '2565.36',
      source: { file: '2020.txt', at: expect.stringMatching(/\S/) },
      by: '李会计',
    });
  });

  test('of a blank that nobody has filled there is none', async () => {
    const page = await visitor();
    expect((await page.ask('/api/origin?step=totalFunds')).status).toBe(404);
    expect((await page.ask('/api/origin?step=nonsense&row=1&column=2')).status).toBe(404);
  });
});

describe('what is written into the form', () => {
  test('is cleaned of what no file can hold', async () => {
    const page = await visitor();
    const text = '阳谷县\u000b卫生\u0000局\ud800';
    await page.say({ type: 'fill', step: 'reportingUnit', was: null, text });
    const { unit } = await json(page, 'form');
    expect(unit).toBe('阳谷县卫生局\ufffd');
    for (const format of ['docx', 'xlsx', 'pdf']) {
      expect((await page.ask(`/api/file?format=${format}`)).status).toBe(200);
    }
  });

  test('belongs to the form the person saw: nothing of another one is changed', async () => {
    const page = await visitor();
    await page.say('2026');
    const { filing } = await json(page, 'form');
    await page.say('换一份');
    await page.say('2030');
    const fill = { type: 'fill', filing, step: 'unitHead', was: null, text: '赵六' };
    expect(await page.say(fill)).toContain('您刚才改的是另一份申报');
    expect(await page.say({ type: 'revert', filing, revision: 1 })).toContain('另一份申报');
    expect((await json(page, 'form')).year).toBe('2030');
  });

  test.each(['__proto__', 'constructor', 'toString'])('a blank called %s is none', async (step) => {
    const page = await visitor();
    await page.say('2027');
    expect((await page.ask(`/api/origin?step=${step}&row=${step}&column=${step}`)).status).toBe(
      404,
    );
    const fill = { type: 'fill', step, row: step, column: step, was: null, text: '1' };
    expect(await page.say(fill)).toContain('这一格已经不在表上了');
  });
});

describe('the history', () => {
  test('says of each step who did what and when, the newest first', async () => {
    const page = await visitor();
    await page.say('2027');
    await page.say('某县档案馆');
    await page.say('总额300');
    await page.say('总额改成320');
    await page.say('撤销');
    const { entries, hasMore } = await json(page, 'timeline');
    expect(hasMore).toBe(false);
    expect(
      entries.map(({ kind, items }: { kind: string; items: string[] }) => [kind, ...items]),
    ).toEqual([
      ['undo', '资金总额：320 万元 → 300 万元'],
      ['change', '资金总额：300 万元 → 320 万元'],
      ['change', '资金总额：空 → 300 万元'],
      ['change', '填报单位：空 → 某县档案馆'],
      ['change', '年度：空 → 2027'],
    ]);
    expect(entries[0]).toMatchObject({ revision: 5, by: '李会计', channel: 'web' });
  });

  test('names lines by their list, number and first cell', async () => {
    const page = await visitor();
    for (const words of ['2027', '某县档案馆', '修改 年度总体目标']) await page.say(words);
    await page.say('1. 库房达标\n2. 数字化十万页');
    await page.say('完成');
    await page.say('第2条移到第1条');
    await page.say('删除第1条');
    const { entries } = await json(page, 'timeline');
    expect(entries.slice(0, 4).map(({ items }: { items: string[] }) => items)).toEqual([
      ['删了年度总体目标第 1 条“数字化十万页”'],
      ['年度总体目标：第 2 条移到第 1 条'],
      ['年度总体目标填完了'],
      ['加了年度总体目标第 1 条“库房达标”', '加了年度总体目标第 2 条“数字化十万页”'],
    ]);
  });

  test('comes page by page', async () => {
    const page = await visitor();
    for (let n = 0; n < 35; n += 1) await page.say(`总额${n + 1}`);
    const first = await json(page, 'timeline');
    expect([first.entries[0].revision, first.entries.at(-1).revision, first.hasMore]).toEqual([
      35,
      6,
      true,
    ]);
    const second = await json(page, 'timeline?before=6');
    expect([second.entries.length, second.hasMore]).toEqual([5, false]);
  });

  test('two points in time are compared line by line, renamed and moved ones included', async () => {
    const page = await visitor();
    await page.say('2027');
    await page.say('某县档案馆');
    await page.say('修改 年度总体目标');
    await page.say('1. 库房达标\n2. 数字化十万页\n3. 开放档案');
    const { revision } = await json(page, 'form');
    await page.say('第1条改成库房恒温恒湿达标');
    await page.say('删除第3条');
    await page.say('第2条移到第1条');
    await page.say({ type: 'fill', step: 'totalFunds', was: null, text: '300' });
    const now = (await json(page, 'form')).revision;
    expect(await json(page, `differences?from=${revision}&to=${now}`)).toEqual({
      sections: [
        { label: '年度预算申请', lines: ['资金总额：空 → 300 万元'] },
        {
          label: '年度总体目标',
          lines: [
            '年度总体目标第 2 条“库房恒温恒湿达标”内容：库房达标 → 库房恒温恒湿达标',
            '删了年度总体目标第 3 条“开放档案”',
            '年度总体目标：顺序变了',
          ],
        },
      ],
    });
    expect(await json(page, `differences?from=${now}&to=${now}`)).toEqual({ sections: [] });
    expect((await page.ask(`/api/differences?from=0&to=${now + 1}`)).status).toBe(404);
    expect((await page.ask('/api/differences?from=x')).status).toBe(400);
  });
});

describe('a person’s filings', () => {
  test('are listed with how far they are, their errors and their last change', async () => {
    const at = Date.UTC(2026, 10, 24, 2);
    const page = await visitor({ now: () => at });
    await page.say('2026');
    await page.say('某县档案馆');
    await page.say('换一份');
    await page.say('2027');
    await page.say('归档 1');
    expect((await json(page, 'filings')).filings).toEqual([
      {
        ...{ n: 1, unit: '某县档案馆', year: '2026', isOpen: false, state: 'archived' },
        ...{ answered: 3, of: 19, errors: expect.any(Number), changedAt: at },
      },
      {
        ...{ n: 2, year: '2027', isOpen: true, state: 'active' },
        ...{ answered: 2, of: 19, errors: expect.any(Number), changedAt: at },
      },
    ]);
    await page.say('确认删除 1');
    expect((await json(page, 'filings')).filings[0]).toMatchObject({
      state: 'deleted',
      daysLeft: 30,
    });
  });
});

describe('a file from the page', () => {
  const form = departmentOverall();

  test('is an attachment under its Chinese name, and holds the data of the filing', async () => {
    const page = await visitor();
    const transcript = readFileSync('test/transcripts/hengyang-2020.md', 'utf8');
    for (const step of parseTranscript(transcript)) {
      if (step.type === 'say') await page.say(step.text);
      if (step.type === 'press') await page.say(step.label);
    }
    const answer = await page.ask('/api/file?format=docx');
    expect(decodeURIComponent(answer.headers['content-disposition'] ?? '')).toBe(
      "attachment; filename*=UTF-8''衡阳市司法局2020年度部门整体支出绩效目标申报表.docx",
    );
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    const read = await realDocuments.read({ name: 'a.docx', data: answer.body });
    if (!read.ok) throw new Error(read.fault);
    const taken = form.intake(read.document.declaration);
    if (!taken.ok) throw new Error('not a form');
    expect(form.declare(taken.answers)).toEqual(form.declare(sampleAnswers()));
  });

  test('says in its name that it is a draft as long as there are errors, whatever is asked for', async () => {
    const page = await visitor();
    await page.say('2027');
    const { filing } = await json(page, 'form');
    const asked = `/api/file?format=xlsx&filing=${encodeURIComponent(filing)}&revision=1`;
    const { headers } = await page.ask(asked);
    expect(decodeURIComponent(headers['content-disposition'] ?? '')).toContain('（草稿）.xlsx');
  });

  test('that was asked for in the conversation shows the form as it was then', async () => {
    const page = await visitor();
    await page.say('2027');
    await page.say('导出 word');
    await page.say('某县档案馆');
    const { lines } = await json(page, 'lines?before=99');
    const { href } = lines[3].parts.find(({ type }: { type: string }) => type === 'file');
    const { headers } = await page.ask(href);
    expect(decodeURIComponent(headers['content-disposition'] ?? '')).toContain('2027年度');
    expect(decodeURIComponent(headers['content-disposition'] ?? '')).not.toContain('某县档案馆');
  });

  test('a preview comes as pictures that are drawn when they are looked at', async () => {
    const page = await visitor();
    await page.say('2027');
    await page.say('预览');
    const { lines } = await json(page, 'lines?before=99');
    const pictures = lines[3].parts.filter(({ type }: { type: string }) => type === 'image');
    const answer = await page.ask(pictures[0].href);
    expect(answer.headers['content-type']).toBe('image/png');
    expect(answer.body.subarray(1, 4).toString()).toBe('PNG');
  });

  test.each([
    ['format=exe', 400],
    ['format=docx&filing=web:somebody/1&revision=0', 404],
    ['format=docx&filing=x&revision=-1', 400],
  ])('%s is refused', async (query, status) => {
    const page = await visitor();
    expect((await page.ask(`/api/file?${query}`)).status).toBe(status);
  });

  test('of a revision that is not there yet is refused', async () => {
    const page = await visitor();
    await page.say('2027');
    const { filing } = await json(page, 'form');
    const at = `filing=${encodeURIComponent(filing)}&revision=9`;
    expect((await page.ask(`/api/file?format=docx&${at}`)).status).toBe(404);
    expect((await page.ask(`/api/picture?page=1&${at}`)).status).toBe(404);
    expect((await page.ask('/api/picture?page=0')).status).toBe(400);
  });
});
