import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { NO_CHROMIUM, openBrowser } from '../support/chromium.js';
import { realDocuments } from '../support/documents.js';
import { paperOf, sampleAnswers } from '../support/papers.js';
import {
  answered,
  type BrowserSite,
  blank,
  paste,
  press,
  say,
  siteInBrowser,
} from '../support/site-in-browser.js';

const form = departmentOverall();

if (NO_CHROMIUM) process.stderr.write(`${NO_CHROMIUM}\n`);

let browser: Browser;
let inBrowser: BrowserSite;

beforeAll(async () => {
  if (NO_CHROMIUM) return;
  browser = await openBrowser();
  inBrowser = await siteInBrowser(browser);
});

afterAll(async () => {
  await inBrowser?.close();
  await browser?.close();
});

/** Last year's form as it was sent to the bureau: other tasks, and other amounts of expenditure. */
async function lastYearsFile(): Promise<Buffer> {
  const { values, rows, ...others } = sampleAnswers();
  const { tasks: _, ...lists } = rows;
  const answer = (value: string) => ({ value, rev: 1 });
  const changed = {
    year: answer('2019'),
    basicExpenditure: answer('1700'),
    projectExpenditure: answer('865.36'),
  };
  const paper = paperOf({ ...others, values: { ...values, ...changed }, rows: lists });
  return Buffer.from(await realDocuments.write(paper, 'docx'));
}

/** The tasks of the sample as Word puts them on the clipboard. */
function tasksAsHtml(): string {
  const head = ['任务名称', '主要内容', '总额', '财政拨款', '其他资金'];
  const rows = sampleAnswers().rows['tasks'] ?? [];
  const cells = rows.map(({ cells: of }) =>
    ['name', 'content', 'total', 'fiscalFunds', 'otherFunds'].map((id) => of[id]?.value ?? ''),
  );
  const row = (texts: readonly string[]) =>
    `<tr>${texts.map((text) => `<td style="border:1px solid"><p class=MsoNormal><span lang=ZH-CN>${text}</span></p></td>`).join('')}</tr>`;
  return `<html><body><!--StartFragment--><table class=MsoTableGrid>${[head, ...cells].map(row).join('')}</table><!--EndFragment--></body></html>`;
}

test.skipIf(NO_CHROMIUM)(
  'a person who has never seen the page fills the sample form in it',
  async () => {
    const page = await inBrowser.open();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
    await answered(page, '请问填报哪个预算年度');
    await say(page, '2020', '填报单位的全称');
    await say(page, '衡阳市司法局', '单位负责人是谁');

    // The tasks, straight from a Word table.
    await paste(page, { 'text/html': tasksAsHtml(), 'text/plain': 'the cells are lost in here' });
    await page.locator('#draft').press('Enter');
    await answered(page, '已记年度主要任务 10 条');
    await blank(page, 'tasks[9].total').filter({ hasText: '30' }).waitFor();

    // Last year's form, for all the rest.
    await page.locator('#files').setInputFiles({
      name: '2019年 申报表.docx',
      mimeType: 'application/octet-stream',
      buffer: await lastYearsFile(),
    });
    await answered(page, '【基本情况】去年是');
    await page
      .locator('#log .assistant')
      .last()
      .getByRole('button', { name: '不变' })
      .first()
      .click();
    await answered(page, '【年度预算申请】去年是');

    // The page is closed in the middle and opened again: everything is there.
    await page.reload();
    await answered(page, '【年度预算申请】去年是');
    await page
      .locator('[data-place="tasks[0].name"]')
      .filter({ hasText: '加快建设宪法广场' })
      .waitFor();
    await say(page, '其余都不变', '年度绩效指标 28 条');
    await press(page, '完成');

    // Two figures are last year's: they are changed where they stand.
    await change(page, 'basicExpenditure', '1772.65');
    await change(page, 'projectExpenditure', '792.71');

    await say(page, '核对', '没有错误');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Word/ }).first().click(),
    ]);
    expect(download.suggestedFilename()).toBe(
      '衡阳市司法局2020年度部门整体支出绩效目标申报表.docx',
    );
    const read = await realDocuments.read({
      name: download.suggestedFilename(),
      data: readFileSync(await download.path()),
    });
    if (!read.ok) throw new Error(read.fault);
    const taken = form.intake(read.document.declaration);
    if (!taken.ok) throw new Error('not a form');
    expect(form.declare(taken.answers)).toEqual(form.declare(sampleAnswers()));
    expect(faults).toEqual([]);
    await page.close();
  },
  60_000,
);

/** Changes a figure by clicking on it in the form. */
async function change(page: Page, place: string, value: string): Promise<void> {
  await blank(page, place).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('2019年 申报表.docx').waitFor();
  await dialog.locator('#cell-input').fill(value);
  await dialog.locator('#cell-input').press('Enter');
  await blank(page, place).filter({ hasText: value }).waitFor();
}
