import { userInfo } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { routed } from '../channels/routes.js';
import { type WebChannel, web } from '../channels/web/web.js';
import { readConfig } from '../config.js';
import { openLog } from '../log.js';
import { openShenbao } from '../main.js';
import { openMetrics } from '../metrics.js';
import { cliWording } from './wording.js';

const ASSETS = fileURLToPath(new URL('../../assets/web', import.meta.url));

/** `shenbao serve`: the web page, until the program is told to stop. */
export async function serve(): Promise<number> {
  const config = readConfig();
  const metrics = openMetrics();
  const channels: WebChannel[] = [];
  const app = openShenbao(
    config,
    routed(() => channels),
    { count: metrics.count },
  );
  try {
    const page = web({
      ...config.web,
      signingKey: await app.signingKey('web'),
      person: userInfo().username,
      locale: config.locale,
      assets: ASSETS,
      views: app.views,
      chatLog: app.chatLog,
      once: app.once,
      metrics: metrics.text,
      log: openLog(config.log, (line) => process.stderr.write(line), Date.now),
      now: Date.now,
    });
    channels.push(page);
    await app.recover();
    await page.listen(app);
    const stopShowing = showEntrance(page, config.web.secret !== undefined);
    try {
      await told(page, app);
    } finally {
      stopShowing();
    }
  } finally {
    await app.close();
  }
  return 0;
}

/** Serves until Ctrl+C, or until whoever manages the machine ends the program. */
async function told(page: WebChannel, app: Parameters<WebChannel['start']>[0]): Promise<void> {
  const stop = () => void page.stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await page.start(app);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

/** Says where to go. The address works once: Enter gives another. */
function showEntrance(page: WebChannel, isShared: boolean): () => void {
  const { entrance, anotherEntrance } = cliWording();
  const isAsked = process.stdin.isTTY === true && !isShared;
  process.stdout.write(`${entrance(page.entrance())}\n${isAsked ? `${anotherEntrance}\n` : ''}`);
  if (!isAsked) return () => {};
  const keyboard = createInterface({ input: process.stdin });
  keyboard.on('line', () => process.stdout.write(`${entrance(page.entrance())}\n`));
  return () => keyboard.close();
}
