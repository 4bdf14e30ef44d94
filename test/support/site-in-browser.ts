import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openSite, type Site, type SiteOptions } from './web.js';

/** A page in a browser, with a site of its own behind it. */
export interface BrowserSite {
  readonly site: Site;
  /** Opens the page as this machine's user, and waits for the first words. */
  open(look?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** What does not come by then will not come. */
const LONGEST_WAIT_MS = 8_000;

export async function siteInBrowser(
  browser: Browser,
  options: SiteOptions = {},
): Promise<BrowserSite> {
  const site = await openSite({ now: Date.now, ...options });
  return {
    site,
    async open(look = {}) {
      const context = await browser.newContext({ locale: 'zh-CN', ...look });
      context.setDefaultTimeout(LONGEST_WAIT_MS);
      const page = await context.newPage();
      await page.goto(site.channel.entrance());
      await newest(page).waitFor({ state: 'attached' });
      return page;
    },
    async close() {
      for (const context of browser.contexts()) await context.close();
      await site.close();
    },
  };
}

/** The newest answer of the assistant. */
export function newest(page: Page) {
  return page.locator('#log .assistant').last();
}

/** Waits until the newest answer holds some words. */
export async function answered(page: Page, words: string): Promise<void> {
  await newest(page).filter({ hasText: words }).waitFor();
}

export async function say(page: Page, text: string, answer: string): Promise<void> {
  await page.locator('#draft').fill(text);
  await page.locator('#draft').press('Enter');
  await answered(page, answer);
}

/** Presses a choice of the newest answer. */
export async function press(page: Page, label: string): Promise<void> {
  await newest(page).getByRole('button', { name: label }).first().click();
}

/** A blank on the form, by its place. */
export function blank(page: Page, place: string) {
  return page.locator(`[data-place="${place}"]`);
}

/** Puts content on the clipboard and pastes it into the draft, as an office program and Ctrl+V do. */
export async function paste(page: Page, content: Readonly<Record<string, string>>): Promise<void> {
  await page.locator('#draft').focus();
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    for (const [type, data] of Object.entries(${JSON.stringify(content)})) {
      clipboardData.setData(type, data);
    }
    const init = { clipboardData, bubbles: true, cancelable: true };
    document.querySelector('#draft').dispatchEvent(new ClipboardEvent('paste', init));
  }`);
}
