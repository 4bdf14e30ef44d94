import { App, HTTPReceiver, type Receiver, type ReceiverEvent } from '@slack/bolt';
import { clientOptions, silent } from './api.js';
import type { SlackParts } from './slack-parts.js';
import { socketReceiver } from './socket-receiver.js';

/** What comes from Slack. */
export interface Connection {
  readonly app: App;
  /** Resolves once events can come; gives the port that calls come to, where there is one. */
  start(): Promise<number | undefined>;
  stop(): Promise<void>;
}

/** @param take keeps what Slack delivers; what it refuses to take is not acknowledged. */
export function connect(parts: SlackParts, take: (body: unknown) => Promise<void>): Connection {
  const { botToken, way } = parts;
  const http = way.type === 'http' ? httpReceiver(way.signingSecret) : undefined;
  const receiver = way.type === 'http' ? http : socketReceiver(parts, way.appToken);
  const app = new App({
    ...(receiver && { receiver: takingFirst(receiver, take) }),
    // Who this is need not be asked: an event must not be lost because Slack's API does not answer.
    authorize: async () => ({ botToken }),
    clientOptions: clientOptions(parts),
    // The bot's own words are known by the events themselves.
    ignoreSelf: false,
    logger: silent,
  });
  return {
    app,
    async start() {
      if (!http || way.type !== 'http') {
        await app.start();
        return undefined;
      }
      const server = await http.start({ host: way.host, port: way.port });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : way.port;
    },
    async stop() {
      await app.stop();
    },
  };
}

function httpReceiver(signingSecret: string): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret,
    logger: silent,
    // What could not be taken is not acknowledged: Slack delivers it again.
    processEventErrorHandler: async () => false,
  });
}

/**
 * A receiver whose events are taken before Slack is told so: Bolt acknowledges an event before any listener sees
 * it, and what is lost after that is lost. When taking fails, Slack is not told, and delivers again.
 */
function takingFirst(inner: Receiver, take: (body: unknown) => Promise<void>): Receiver {
  return {
    init(app) {
      const processEvent = async (event: ReceiverEvent) => {
        await take(event.body);
        await app.processEvent(event);
      };
      // A receiver asks nothing of an app but to process events.
      inner.init({ processEvent } as unknown as App);
    },
    start: (...args) => inner.start(...args),
    stop: (...args) => inner.stop(...args),
  };
}
