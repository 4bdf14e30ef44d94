import type { App, Receiver } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import { AppError, faultOf } from '../../errors.js';
import { clientOptions, silent, slackFault } from './api.js';
import type { SlackParts } from './slack-parts.js';

/** After a connection that stood, the next is opened at once; after one that failed, later and later. */
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;

type Delivery = {
  readonly body: Record<string, unknown>;
  readonly ack: (response?: unknown) => Promise<void>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
};

/**
 * Slack over a socket that is opened again whenever it closes, for as long as the program runs. Bolt's own
 * receiver gives up when Slack's API cannot be reached for a few calls in a row, and waits 5 seconds whenever
 * Slack recycles a connection (socket-mode 3.1.0, `retrieveWSSURL` and `delayReconnectAttempt`).
 */
export function socketReceiver(
  parts: Pick<SlackParts, 'apiUrl' | 'log' | 'wait'>,
  appToken: string,
): Receiver {
  const { log, wait } = parts;
  let app: App | undefined;
  let client: SocketModeClient | undefined;
  let isStopped = false;
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });

  async function deliver({ body, ack, retry_num, retry_reason }: Delivery): Promise<void> {
    try {
      await app?.processEvent({
        body,
        ack: async (response) => ack(response || undefined),
        ...(retry_num !== undefined && { retryNum: retry_num }),
        ...(retry_reason !== undefined && { retryReason: retry_reason }),
      });
    } catch (error) {
      // What could not be taken is not acknowledged, and what could not be acknowledged comes again.
      log('warn', 'slack delivery not acknowledged', faultOf(error));
    }
  }

  /** Opens a connection. Resolves, once it stands, with what resolves once it is closed. */
  async function connect(): Promise<{ readonly closed: Promise<void> }> {
    const next = new SocketModeClient({
      appToken,
      autoReconnectEnabled: false,
      clientOptions: clientOptions(parts),
      logger: silent,
    });
    client = next;
    next.on('slack_event', (delivery: Delivery) => void deliver(delivery));
    const closed = new Promise<void>((resolve) => next.once('disconnected', () => resolve()));
    await next.start().catch((error: unknown) => {
      throw error === undefined
        ? new AppError('channel', 'Slack closed the socket at once', { retryable: true })
        : slackFault(error);
    });
    return { closed };
  }

  /** Keeps a connection, from one that stands. */
  async function keep(first: { readonly closed: Promise<void> }): Promise<void> {
    let connection: { readonly closed: Promise<void> } | undefined = first;
    let delay = FIRST_DELAY_MS;
    while (!isStopped) {
      if (connection) {
        await connection.closed;
        delay = FIRST_DELAY_MS;
      } else {
        // Many programs that lose Slack at the same moment must not all come back at the same moment.
        await Promise.race([wait(delay * (0.5 + Math.random() / 2)), stopped]);
        delay = Math.min(delay * 2, LONGEST_DELAY_MS);
      }
      if (isStopped) return;
      connection = await connect().catch((error: unknown) => {
        log('warn', 'slack not connected', faultOf(error));
        return undefined;
      });
    }
  }

  return {
    init(given) {
      app = given;
    },
    /** Throws when the first connection does not stand. */
    async start() {
      const first = await connect();
      void keep(first);
    },
    async stop() {
      isStopped = true;
      stop();
      await client?.disconnect();
    },
  };
}
