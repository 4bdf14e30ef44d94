import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The system's Chromium; undefined where there is none. */
export const CHROMIUM = [process.env['CHROMIUM_PATH'] ?? '', ...PATHS].find(
  (path) => path !== '' && existsSync(path),
);

/** Why tests in a browser do not run; undefined where they do. */
export const NO_CHROMIUM =
  CHROMIUM === undefined
    ? `Chromium is not installed (looked for ${PATHS.join(', ')} and CHROMIUM_PATH): the page is not used in a browser`
    : undefined;

/** A browser that speaks to nobody but the site under test. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(CHROMIUM !== undefined && { executablePath: CHROMIUM }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
