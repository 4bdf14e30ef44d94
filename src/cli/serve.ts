import { userInfo } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { App } from '../app/app.js';
import type { Channel, Log, NetworkChannel } from '../app/ports.js';
import { routes } from '../channels/routes.js';
import { type WebChannel, web } from '../channels/web/web.js';
import { type Config, readConfig } from '../config.js';
import { faultOf } from '../errors.js';
import { openLog } from '../log.js';
import { openShenbao } from '../main.js';
import { type Metrics, openMetrics } from '../metrics.js';
import { connecting } from './connecting.js';
import { cliWording } from './wording.js';

const ASSETS = fileURLToPath(new URL('../../assets/web', import.meta.url));

/** `shenbao serve`: the web page, and every channel that is set, until the program is told to stop. */
export async function serve(): Promise<number> {
  const config = readConfig();
  const log = openLog(config.log, (line) => process.stderr.write(line), Date.now);
  const metrics = openMetrics();
  const channels: Channel[] = [];
  const { send, busy, fetchFile } = routes(() => channels);
  const app = openShenbao(config, send, { count: metrics.count, busy, fetchFile });
  const unheard = (error: unknown) => log('error', 'unhandled rejection', faultOf(error));
  // A library of a channel that trips over its own connection must not end everybody's conversation.
  process.on('unhandledRejection', unheard);
  try {
    const page = await openPage(config, app, metrics, log);
    const others = await openOthers(config, app, log);
    channels.push(page, ...others);
    await app.recover();
    await page.listen(app);
    const stopShowing = showEntrance(page, config.web.secret !== undefined);
    try {
      await told(page, others, app, log);
    } finally {
      stopShowing();
    }
  } finally {
    await app.close();
    process.off('unhandledRejection', unheard);
  }
  return 0;
}

async function openPage(config: Config, app: App, metrics: Metrics, log: Log): Promise<WebChannel> {
  return web({
    ...config.web,
    signingKey: await app.signingKey('web'),
    person: userInfo().username,
    locale: config.locale,
    assets: ASSETS,
    views: app.views,
    chatLog: app.chatLog,
    once: app.once,
    metrics: metrics.text,
    log,
    now: Date.now,
  });
}

/** The channels that are set besides the page. What each of them needs is loaded only then. */
async function openOthers(config: Config, app: App, log: Log): Promise<readonly NetworkChannel[]> {
  if (config.slack.type === 'off') return [];
  if (config.slack.type === 'incomplete') {
    process.stdout.write(`${cliWording().incomplete('Slack', config.slack.missing)}\n`);
    return [];
  }
  const { slack } = await import('../channels/slack/slack.js');
  const { locale } = config;
  const { views, notes, once } = app;
  return [slack({ ...config.slack, locale, views, notes, once, log, now: Date.now, wait })];
}

/** Serves until Ctrl+C, or until whoever manages the machine ends the program. */
async function told(
  page: WebChannel,
  others: readonly NetworkChannel[],
  app: App,
  log: Log,
): Promise<void> {
  const connections = others.map((channel) => connecting(channel, { log, wait, show }));
  const stop = () => {
    for (const connection of connections) connection.stop();
    void page.stop();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await Promise.all([page.start(app), ...connections.map((each) => each.run(app))]);
  } finally {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

function show(line: string): void {
  process.stdout.write(`${line}\n`);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
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
