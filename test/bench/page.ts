import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { parseTranscript } from '../../src/channels/transcript.js';
import { documents } from '../../src/documents/documents.js';
import { openStore } from '../../src/store/open.js';
import { NO_CHROMIUM, openBrowser } from '../support/chromium.js';
import {
  answered,
  type BrowserSite,
  blank,
  say,
  siteInBrowser,
} from '../support/site-in-browser.js';
import { bareSite } from './bare-page.js';
import { table } from './measure.js';

/** Answers that are timed, and times the page is opened. */
const ANSWERS = 60;
const OPENINGS = 9;

/** How soon the page is there, how soon an answer is seen in it, and what it weighs; beside a bare page. */
export async function page(): Promise<string> {
  if (NO_CHROMIUM) return NO_CHROMIUM;
  const browser = await openBrowser();
  // On the project's own disk, as the other measurements.
  const folder = mkdtempSync(join(process.cwd(), 'build', 'bench-'));
  const inBrowser = await siteInBrowser(browser, {
    documents: documents(),
    store: openStore(folder),
  });

  try {
    const opened = await filled(inBrowser);
    const bare = await bareSite();
    try {
      const rows = [
        await openings('the page, 38 rows on the form', browser, opened, inBrowser.site.base),
        await openings(
          '  a bare page of the same form',
          browser,
          await browser.newPage(),
          bare.base,
        ),
      ];
      const first = table(
        ['opening', 'first paint ms', 'words and form there ms', 'transferred KB', 'unpacked KB'],
        rows,
      );
      const answers = table(
        ['an answer seen, ms', 'p50', 'p95'],
        [
          ['in the chat and in the form', ...(await answersIn(opened))],
          ['  bare page: one request, one text set', ...(await answersOfBare(browser, bare.base))],
        ],
      );
      return `${first}\n\n${answers}\n\nThe chat moved by ${await shiftsOf(opened)} while the form changed ${ANSWERS} times (layout shift).`;
    } finally {
      await bare.close();
    }
  } finally {
    await inBrowser.close();
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The sample form, filled through the page's server. */
async function filled({ site, open }: BrowserSite): Promise<Page> {
  const visitor = await site.visit();
  for (const step of parseTranscript(readFileSync('test/transcripts/hengyang-2020.md', 'utf8'))) {
    if (step.type === 'say') await visitor.say(step.text);
    if (step.type === 'press') await visitor.say(step.label);
  }
  const opened = await open({ viewport: { width: 1280, height: 800 } });
  await opened.evaluate(WATCH_SHIFTS);
  return opened;
}

const WATCH_SHIFTS = `
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const isChat = ({ node }) => (node?.closest ? node : node?.parentElement)?.closest('#chat');
      if (entry.sources.some(isChat)) shifted += entry.value;
    }
  }).observe({ type: 'layout-shift' });
`;

async function shiftsOf(opened: Page): Promise<string> {
  return String(await opened.evaluate('shifted'));
}

/** Opens an address again and again in a fresh page of the same person, with an empty cache. */
async function openings(
  name: string,
  browser: Browser,
  known: Page,
  base: string,
): Promise<readonly string[]> {
  const storageState = await known.context().storageState();
  const paints: number[] = [];
  const theres: number[] = [];
  let weight = { packed: 0, whole: 0 };
  for (let n = 0; n < OPENINGS; n += 1) {
    const context = await browser.newContext({ locale: 'zh-CN', storageState });
    await context.addInitScript(WATCH_FORM);
    const fresh = await context.newPage();
    await fresh.goto(base);
    const { paint, there, packed, whole } = (await fresh.evaluate(MEASURE)) as Measured;
    paints.push(paint);
    theres.push(there);
    weight = { packed, whole };
    await context.close();
  }
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);
  return [name, median(paints), median(theres), kilobytes(weight.packed), kilobytes(weight.whole)];
}

interface Measured {
  readonly paint: number;
  readonly there: number;
  readonly packed: number;
  readonly whole: number;
}

/** When the figures of the form stand in the page. */
const WATCH_FORM = `
  window.formThere = new Promise((resolve) => {
    const look = () => {
      const form = document.querySelector('[data-place="totalFunds"]');
      if (!form?.textContent.includes('2565.36')) return;
      watch.disconnect();
      requestAnimationFrame(() => resolve(performance.now()));
    };
    const watch = new MutationObserver(look);
    watch.observe(document, { childList: true, subtree: true, characterData: true });
  });
`;

/** What a browser says of how it opened the page: its files, without what they fetch of the form. */
const MEASURE = `(async () => {
  const there = await window.formThere;
  const paint = await new Promise((resolve) => {
    const look = (entries) => {
      const found = entries.find(({ name }) => name === 'first-contentful-paint');
      if (found) resolve(found.startTime);
    };
    new PerformanceObserver((list) => look(list.getEntries())).observe({ type: 'paint', buffered: true });
  });
  const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .filter(({ name }) => !name.includes('/api/'));
  const sum = (key) => files.reduce((total, each) => total + each[key], 0);
  return { paint, there, packed: sum('encodedBodySize'), whole: sum('decodedBodySize') };
})()`;

/**
 * From Enter to the answer standing in the chat and the figure in the form. Measured in the page, by what changes
 * in it, so that the driver's own way there and back is not counted.
 */
async function answersIn(opened: Page): Promise<readonly string[]> {
  await say(opened, '修改 资金总额', '资金总额');
  const taken: number[] = [];
  for (let n = 0; n < ANSWERS; n += 1) {
    const amount = String(2600 + n);
    await opened.locator('#draft').fill(`资金总额改成${amount}`);
    const seen = opened.evaluate(`new Promise((resolve) => {
      const draft = document.querySelector('#draft');
      const form = document.querySelector('[data-place="totalFunds"]');
      const log = document.querySelector('#log');
      const began = performance.now();
      const look = () => {
        const newest = [...log.querySelectorAll('.assistant')].at(-1);
        if (!newest.textContent.includes('${amount}') || !form.textContent.includes('${amount}')) return;
        watch.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - began));
      };
      const watch = new MutationObserver(look);
      watch.observe(document.body, { childList: true, subtree: true, characterData: true });
      draft.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    })`);
    taken.push((await seen) as number);
  }
  await answered(opened, String(2600 + ANSWERS - 1));
  await blank(opened, 'totalFunds').waitFor();
  return percentiles(taken);
}

async function answersOfBare(browser: Browser, base: string): Promise<readonly string[]> {
  const bare = await browser.newPage();
  await bare.goto(base);
  const taken: number[] = [];
  for (let n = 0; n < ANSWERS; n += 1) {
    taken.push(
      (await bare.evaluate(`(async () => {
      const began = performance.now();
      const answer = await fetch('/echo', { method: 'POST', body: '${n}' });
      document.querySelector('[data-place="totalFunds"]').textContent = await answer.text();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - began;
    })()`)) as number,
    );
  }
  await bare.close();
  return percentiles(taken);
}

function percentiles(taken: readonly number[]): readonly string[] {
  const sorted = taken.toSorted((a, b) => a - b);
  return [0.5, 0.95].map((share) =>
    (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1),
  );
}

function median(taken: readonly number[]): string {
  return (taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0).toFixed(0);
}
