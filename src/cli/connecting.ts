import type { Inbox, Log, NetworkChannel } from '../app/ports.js';
import { faultOf, isRetryable, messageOf } from '../errors.js';
import { cliWording } from './wording.js';

/** A channel on its way to a platform, and from then on until it is stopped. */
export interface Connecting {
  /** Resolves once the channel is stopped, or when its platform refuses it for good. Never throws. */
  run(inbox: Inbox): Promise<void>;
  stop(): void;
}

const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 60_000;

/** Connects a channel however often it takes, and shows whoever runs the program how it stands. */
export function connecting(
  channel: NetworkChannel,
  parts: {
    readonly log: Log;
    readonly wait: (ms: number) => Promise<void>;
    readonly show: (line: string) => void;
  },
): Connecting {
  const { log, wait, show } = parts;
  const { connected, notConnected, notConnectedYet } = cliWording();
  let isStopped = false;
  let stop = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });

  /** Says what went wrong, once for a fault that may pass. */
  function report(error: unknown, isFirst: boolean): void {
    log('error', 'channel not connected', { channel: channel.id, ...faultOf(error) });
    const words = isRetryable(error) ? notConnectedYet : notConnected;
    if (isFirst || !isRetryable(error)) show(words(channel.title, messageOf(error)));
  }

  /** Whether the channel is connected. A platform that refuses is not asked again. */
  async function connect(inbox: Inbox): Promise<boolean> {
    for (let delay = FIRST_DELAY_MS; !isStopped; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
      try {
        await channel.listen(inbox);
        show(connected(channel.title));
        return true;
      } catch (error) {
        report(error, delay === FIRST_DELAY_MS);
        if (!isRetryable(error)) return false;
      }
      await Promise.race([wait(delay), stopped]);
    }
    return false;
  }

  return {
    async run(inbox) {
      if ((await connect(inbox)) && !isStopped) await channel.start(inbox);
    },
    stop() {
      isStopped = true;
      stop();
      channel.stop().catch((error: unknown) => log('warn', 'channel not closed', faultOf(error)));
    },
  };
}
