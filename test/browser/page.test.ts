import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NO_CHROMIUM, openBrowser } from '../support/chromium.js';
import {
  answered,
  type BrowserSite,
  blank,
  newest,
  paste,
  press,
  say,
  siteInBrowser,
} from '../support/site-in-browser.js';
import { openSite } from '../support/web.js';

if (NO_CHROMIUM) process.stderr.write(`${NO_CHROMIUM}\n`);

let browser: Browser;
let inBrowser: BrowserSite;

beforeAll(async () => {
  if (!NO_CHROMIUM) browser = await openBrowser();
});

afterAll(async () => browser?.close());

beforeEach(async ({ skip }) => {
  skip(NO_CHROMIUM !== undefined, NO_CHROMIUM);
  inBrowser = await siteInBrowser(browser);
});

afterEach(async () => inBrowser?.close());

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Whether an element stands within the box of the conversation. */
const IS_IN_SIGHT = (element: { getBoundingClientRect(): { bottom: number } }): boolean => {
  const { document } = globalThis as unknown as {
    document: { querySelector(css: string): typeof element };
  };
  return (
    element.getBoundingClientRect().bottom <=
    document.querySelector('#log-box').getBoundingClientRect().bottom
  );
};

/** A form with findings of each kind, and a blank that somebody left. */
async function begun(page: Page): Promise<void> {
  await say(page, '2027', '填报单位的全称');
  await say(page, '某县档案馆', '单位负责人');
  await say(page, '手签', '资金总额');
  await say(page, '总额300，全部是财政拨款', '按支出分');
  await say(page, '基本200 项目90', '差 10 万元');
  const tasks =
    '任务名称\t主要内容\t总额\t财政拨款\t其他资金\n普法\t办讲座\t100\t90\t0\n数字化\t扫描\t90\t90\t0';
  await say(page, tasks, '已记年度主要任务 2 条');
}

describe('writing', () => {
  test('Enter sends, Shift+Enter begins a line, and an input method may have its Enter', async () => {
    const page = await inBrowser.open();
    const draft = page.locator('#draft');
    await draft.fill('er ling er qi');
    await draft.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    await draft.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true });
    expect(await draft.inputValue()).toBe('er ling er qi');
    await draft.fill('第一行');
    await draft.press('Shift+Enter');
    await draft.pressSequentially('第二行');
    expect(await draft.inputValue()).toBe('第一行\n第二行');
    await draft.fill('2027');
    await draft.press('Enter');
    await answered(page, '已记：年度 2027');
    expect(await draft.inputValue()).toBe('');
  });

  test('cells from Excel keep their places: merged cells, breaks in a cell, nothing in between', async () => {
    const page = await inBrowser.open();
    const html =
      '<table><tr><td rowspan=2>普法</td><td>讲座<br>资料</td><td>1.5</td></tr><tr><td></td><td>2</td></tr></table>';
    await paste(page, { 'text/html': html, 'text/plain': '普法 讲座 资料 1.5 2' });
    expect(await page.locator('#draft').inputValue()).toBe('普法\t"讲座\n资料"\t1.5\n\t\t2');
    await page.locator('#hint').getByText('表格 2 行 × 3 列').waitFor();
  });

  test('a table of two thousand rows is pasted at once', async () => {
    const page = await inBrowser.open();
    const row = '<tr><td>任务</td><td>第一行<br>第二行</td><td>1</td></tr>';
    await paste(page, { 'text/html': `<table>${row.repeat(2_000)}</table>`, 'text/plain': '' });
    await page.locator('#hint').getByText('2000 行').waitFor();
    await page.locator('#draft').press('Enter');
    await page.locator('#hint').getByText('一次最多 20000 个').waitFor();
  });

  test('what was begun is there after a reload', async () => {
    const page = await inBrowser.open();
    await page.locator('#draft').fill('写到一半');
    await page.reload();
    await newest(page).waitFor();
    expect(await page.locator('#draft').inputValue()).toBe('写到一半');
  });

  test('the newest words are in sight after a reload, with what can be pressed', async () => {
    const page = await inBrowser.open({ viewport: { width: 1280, height: 500 } });
    const visitor = await inBrowser.site.visit();
    for (let n = 0; n < 60; n += 1) await visitor.say('帮助');
    await visitor.say('2027');
    await visitor.say('某县档案馆');
    await page.reload();
    await answered(page, '单位负责人');
    const choice = page.getByRole('button', { name: '手签' });
    await page.getByRole('button', { name: '载入更早的' }).waitFor({ state: 'attached' });
    await expect.poll(() => choice.evaluate(IS_IN_SIGHT)).toBe(true);
  });

  test('a choice is pressed once, and shows that it was', async () => {
    const page = await inBrowser.open();
    await say(page, '2027', '填报单位的全称');
    await say(page, '某县档案馆', '单位负责人');
    await press(page, '手签');
    await answered(page, '已记：单位负责人 留空');
    const pressed = page.locator('#log .choice').first();
    expect(await pressed.isDisabled()).toBe(true);
    expect(await pressed.innerText()).toContain('已选');
    await page.locator('#log .person').last().getByText('手签').waitFor();
  });

  test('words that look like a page are words', async () => {
    const page = await inBrowser.open();
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => dialogs.push(dialog.message()));
    await say(page, '2027', '填报单位的全称');
    const words = '<img src=x onerror=alert(1)>档案馆';
    await say(page, words, '单位负责人');
    await blank(page, 'reportingUnit').filter({ hasText: words }).waitFor();
    expect(dialogs).toEqual([]);
  });
});

describe('two pages of one person', () => {
  test('show the same conversation and the same form', async () => {
    const page = await inBrowser.open();
    const other = await page.context().newPage();
    await other.goto(inBrowser.site.base);
    await newest(other).waitFor();
    await say(page, '2027', '填报单位的全称');
    await answered(other, '填报单位的全称');
    await blank(other, 'year').filter({ hasText: '2027' }).waitFor();
    await other.locator('#log .person').last().getByText('2027').waitFor();
    expect(await page.locator('#log .person').count()).toBe(1);
    expect(await other.locator('#log .person').count()).toBe(1);
  });
});

describe('a lost connection', () => {
  test('loses nothing that was said: it arrives once, when the connection is back', async () => {
    const page = await inBrowser.open();
    await page.context().setOffline(true);
    await page.locator('#draft').fill('2027');
    await page.locator('#draft').press('Enter');
    await page.locator('#log .person').getByText('还没送到，会自动重发').waitFor();
    await page.context().setOffline(false);
    await answered(page, '已记：年度 2027');
    expect(await page.locator('#log .person').count()).toBe(1);
  });

  test('loses nothing either when the page is closed meanwhile', async () => {
    const page = await inBrowser.open();
    await page.route('**/api/messages', (route) => route.abort());
    await page.locator('#draft').fill('2027');
    await page.locator('#draft').press('Enter');
    await page.locator('#log .person').getByText('还没送到').waitFor();
    await page.unroute('**/api/messages');
    await page.reload();
    await answered(page, '已记：年度 2027');
    expect(await page.locator('#log .person').count()).toBe(1);
  });

  test('is said only where there is one: this machine reaches itself without a network', async () => {
    const page = await inBrowser.open();
    await page.clock.install();
    await page.evaluate("dispatchEvent(new Event('offline'))");
    await page.clock.runFor(5_000);
    expect(await page.locator('#banner').isHidden()).toBe(true);
  });

  test('what was written long ago is not sent again by itself', async () => {
    const page = await inBrowser.open();
    const { conversation } = (await (await inBrowser.site.visit()).ask('/api/start')).json();
    const id = '00000000-0000-4000-8000-0000000000aa';
    const sent = {
      id,
      at: Date.now() - 62 * 3_600_000,
      state: 'waiting',
      words: { type: 'text', text: '2031' },
    };
    await page.evaluate(
      `localStorage.setItem('shenbao.outbox/${conversation}/${id}', ${JSON.stringify(JSON.stringify(sent))})`,
    );
    await page.reload();
    await page.getByText('这条是一天前写的').waitFor();
    await blank(page, 'year').filter({ hasText: '待填' }).waitFor();
    await page.getByRole('button', { name: '再发一次' }).click();
    await answered(page, '已记：年度 2031');
  });

  test('an answer that was on its way is there when the page comes back', async () => {
    const page = await inBrowser.open();
    await page.route('**/api/messages', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.locator('#draft').fill('2027');
    await page.locator('#draft').press('Enter');
    await answered(page, '已记：年度 2027');
    await page.unroute('**/api/messages');
    await page.reload();
    await answered(page, '已记：年度 2027');
    expect(await page.locator('#log .person').count()).toBe(1);
  });
});

describe('the form beside it', () => {
  test('shows what is open, left blank and wrong, each in its own way and in words', async () => {
    const page = await inBrowser.open();
    await begun(page);
    const name = (place: string) => blank(page, place).getAttribute('aria-label');
    expect(await name('otherFunds')).toMatch(/0/);
    expect(await blank(page, 'unitHead').innerText()).toContain('留空');
    expect(await blank(page, 'duties').innerText()).toContain('待填');
    expect(await name('tasks[0].total')).toMatch(/1 个错误/);
    await blank(page, 'tasks[0].total').locator('svg').waitFor();
    const current = page.locator('#sections [aria-current="step"]');
    expect(await current.innerText()).toContain('部门职能职责概述');
  });

  test('is changed by keyboard alone, and the focus comes back to where it was', async () => {
    const page = await inBrowser.open();
    await begun(page);
    await blank(page, 'reportingUnit').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('李会计').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const focused = () => page.evaluate('document.activeElement.dataset.place');
    expect(await focused()).toBe('reportingUnit');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('某市档案馆');
    await page.keyboard.press('Enter');
    await blank(page, 'reportingUnit').filter({ hasText: '某市档案馆' }).waitFor();
    expect(await focused()).toBe('reportingUnit');
  });

  test('a cell that is open belongs to its form: it closes when another is opened elsewhere', async () => {
    const page = await inBrowser.open();
    await begun(page);
    await blank(page, 'unitHead').click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('#cell-input').fill('赵六');
    await (await inBrowser.site.visit()).say('换一份', crypto.randomUUID());
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('现在打开的是另一份申报').waitFor();
  });

  test('an empty list is filled in the conversation', async () => {
    const page = await inBrowser.open();
    await begun(page);
    await page.locator('[data-place^="indicators.quantity"]').first().click();
    await page.getByRole('dialog').getByRole('button', { name: /对话/ }).click();
    await answered(page, '数量指标');
  });

  test('a step of the history is taken back', async () => {
    const page = await inBrowser.open();
    await begun(page);
    await page.getByRole('button', { name: '历史' }).click();
    const dialog = page.getByRole('dialog');
    const entry = dialog.locator('li.change', { hasText: '填报单位：空 → 某县档案馆' });
    await entry.getByText('李会计').waitFor();
    await entry.getByRole('button', { name: /撤回/ }).click();
    await answered(page, '已撤回第 2 步');
    await blank(page, 'reportingUnit').filter({ hasText: '待填' }).waitFor();
  });

  test('two points in time are compared', async () => {
    const page = await inBrowser.open();
    await begun(page);
    await page.getByRole('button', { name: '历史' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('比较').first().click();
    await dialog.locator('#compare-from').selectOption('2');
    await dialog.locator('#compare-to').selectOption('4');
    await dialog
      .getByRole('button', { name: /比较|看/ })
      .last()
      .click();
    await dialog.getByText('资金总额：空 → 300 万元').last().waitFor();
    await dialog.getByRole('heading', { name: '年度预算申请' }).waitFor();
  });

  test('a page of the preview is seen large', async () => {
    const page = await inBrowser.open();
    await begun(page);
    await say(page, '预览', '职能职责概述');
    await newest(page).getByRole('button', { name: /放大/ }).first().click();
    const picture = page.getByRole('dialog').locator('img');
    await picture.waitFor();
    const width = (image: { readonly naturalWidth?: number }) => image.naturalWidth ?? 0;
    await expect.poll(() => picture.evaluate(width)).toBeGreaterThan(500);
  });

  test('a filing is deleted after a question, and brought back', async () => {
    const page = await inBrowser.open();
    await begun(page);
    const filings = page.getByRole('button', { name: '我的申报' });
    const dialog = page.getByRole('dialog').last();
    await filings.click();
    await dialog.getByText('某县档案馆').waitFor();
    await dialog.getByRole('button', { name: '删除' }).first().click();
    await page.getByText(/30 天/).first().waitFor();
    await page.getByRole('dialog').last().getByRole('button', { name: /删除/ }).last().click();
    await answered(page, '请问填报哪个预算年度');
    await filings.click();
    await dialog.getByRole('button', { name: /恢复/ }).click();
    await answered(page, '已恢复');
  });

  test('speaks English when it is asked to, and prints the form as it is', async () => {
    const page = await inBrowser.open();
    await page.getByRole('button', { name: /English/ }).click();
    await answered(page, 'English');
    await page.getByRole('button', { name: 'My filings' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.locator('#sheet').getByText('部门整体支出绩效目标申报表').waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('button', { name: '我的申报' }).waitFor();
  });
});

describe('nothing moves under the reader', () => {
  test('the conversation stays where it is when the form changes', async () => {
    const page = await inBrowser.open();
    await begun(page);
    await page.evaluate(`
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          for (const { node } of entry.sources) {
            if (node?.closest?.('#chat') || node?.parentElement?.closest('#chat')) shifts.push(entry.value);
          }
        }
      }).observe({ type: 'layout-shift', buffered: false });
    `);
    const other = await inBrowser.site.visit();
    for (const [step, text] of [
      ['totalFunds', '310'],
      ['publicBudget', '310'],
      ['basicExpenditure', '220'],
    ]) {
      const was = step === 'basicExpenditure' ? '200' : '300';
      await other.say({ type: 'fill', step, was, text }, crypto.randomUUID());
      await blank(page, step ?? '')
        .filter({ hasText: text ?? '' })
        .waitFor();
    }
    expect(await page.evaluate('shifts')).toEqual([]);
  });
});

describe('the doors', () => {
  const secret = '预算股二〇二七年度填报口令一二三';

  test('a colleague signs in with a name and the secret, and is known by that name', async () => {
    const shared = await openSite({ secret, now: Date.now });
    try {
      const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
      await page.goto(shared.base);
      await page.getByLabel('姓名').fill('王会计');
      await page.getByLabel('口令').fill(secret);
      await page.getByRole('button', { name: '登录' }).click();
      await page.locator('#person').getByText('王会计').waitFor();
      await answered(page, '请问填报哪个预算年度');
    } finally {
      await shared.close();
    }
  });

  test('a file is handed in through a link, and answered in the conversation', async () => {
    const page = await inBrowser.open();
    await say(page, '2027', '填报单位的全称');
    const { filing, revision } = (await (await inBrowser.site.visit()).ask('/api/form')).json();
    const conversation = filing.slice(0, filing.lastIndexOf('/'));
    const link = { channel: 'web', conversation, person: '李会计', filing, revision };
    const { links } = inBrowser.site.channel;
    const phone = await (await browser.newContext({ ...PHONE, locale: 'zh-CN' })).newPage();
    await phone.goto(
      `${inBrowser.site.base}${await links.make({ kind: 'upload', ...link }, 60_000)}`,
    );
    const file = { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('不是申报表') };
    await phone.locator('input[type=file]').setInputFiles(file);
    await phone.getByRole('button', { name: '上传' }).click();
    await phone.getByText('收到了').waitFor();
    await answered(page, '说明.txt');
    await phone.goto(
      `${inBrowser.site.base}${await links.make({ kind: 'preview', ...link }, 60_000)}`,
    );
    await phone.getByRole('button', { name: '打开' }).click();
    await phone.getByText('2027 年度').waitFor();
  });

  test('the second use of the printed address says what to do', async () => {
    const address = inBrowser.site.channel.entrance();
    await inBrowser.site.ask(address.slice(inBrowser.site.base.length));
    const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
    await page.goto(address);
    await page.getByText('这个地址只能用一次').waitFor();
  });
});

describe('axe finds nothing against WCAG 2.2 AA', () => {
  async function violations(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe.source);
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations: found } = (await page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(tags)} })`,
    )) as axe.AxeResults;
    return found.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`,
    );
  }

  const LOOKS = [
    ['light', {}],
    ['dark', { colorScheme: 'dark' as const }],
    ['on a phone', PHONE],
    ['on a phone, dark', { ...PHONE, colorScheme: 'dark' as const }],
    [
      'with more contrast and less motion',
      { reducedMotion: 'reduce' as const, contrast: 'more' as const },
    ],
    ['in English', { locale: 'en-GB' }],
  ] as const;

  test.each(LOOKS)('in the conversation and the form, %s', async (_, options) => {
    const page = await inBrowser.open(options);
    if ('locale' in options) {
      await page.getByRole('button', { name: 'My filings' }).waitFor();
      expect(await violations(page)).toEqual([]);
      await say(page, '中文', '中文');
    }
    await begun(page);
    await say(page, '预览', '职能职责概述');
    expect(await violations(page)).toEqual([]);
    if (!('isMobile' in options)) return;
    await page.getByRole('tab', { name: '表格' }).click();
    expect(await violations(page)).toEqual([]);
  });

  test.each(LOOKS.slice(0, -1))('in the dialogs, %s', async (_, options) => {
    const page = await inBrowser.open(options);
    await begun(page);
    await say(page, '预览', '职能职责概述');
    const dialog = page.getByRole('dialog');
    const picture = newest(page).getByRole('button', { name: /放大/ }).first();
    const look = async (open: () => Promise<void>) => {
      await open();
      await dialog.first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.first().waitFor({ state: 'detached' });
    };
    await look(() => picture.click());
    if ('isMobile' in options) await page.getByRole('tab', { name: '表格' }).click();
    await look(() => blank(page, 'tasks[0].total').click());
    await look(() => blank(page, 'duties').click());
    await look(async () => {
      await page.locator('#toolbar .counts').click();
      await dialog.getByText('错误改完才能定稿').waitFor();
    });
    await look(async () => {
      await page.getByRole('button', { name: '历史' }).click();
      await dialog.locator('li.change', { hasText: '填报单位：空 → 某县档案馆' }).waitFor();
      await dialog.getByText('比较两个时间点').click();
      await dialog.locator('#compare-from').waitFor();
    });
    await look(async () => {
      await page.getByRole('button', { name: '我的申报' }).click();
      await dialog.getByText('某县档案馆').waitFor();
    });
  });

  test('at the doors: signing in, refused, a link', async () => {
    const shared = await openSite({ secret: '预算股二〇二七年度填报口令一二三', now: Date.now });
    try {
      const context = await browser.newContext({ locale: 'zh-CN' });
      context.setDefaultTimeout(5_000);
      const page = await context.newPage();
      await page.goto(shared.base);
      expect(await violations(page)).toEqual([]);
      await page.getByLabel('姓名').fill('王会计');
      await page.getByLabel('口令').fill('猜的');
      await page.getByRole('button').click();
      await page.getByText('口令不对').waitFor();
      expect(await violations(page)).toEqual([]);
      await page.goto(`${inBrowser.site.base}/?entry=used`);
      expect(await violations(page)).toEqual([]);
      const link = { channel: 'web', conversation: 'c', person: 'p', filing: 'c/1', revision: 0 };
      const path = await inBrowser.site.channel.links.make({ kind: 'upload', ...link }, 60_000);
      await page.goto(`${inBrowser.site.base}${path}`);
      expect(await violations(page)).toEqual([]);
    } finally {
      await shared.close();
    }
  });
});
