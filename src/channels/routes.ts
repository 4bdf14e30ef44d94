import type { Busy, Channel, FetchFile, Reply } from '../app/ports.js';
import { AppError } from '../errors.js';

/** Ways back to the channels that messages came by. */
export interface Routes {
  /**
   * Sends each reply through the channel its message came by. A reply for a channel that is not on throws: it
   * stays with its message, and is sent when the program is started with that channel.
   */
  send(reply: Reply): Promise<void>;
  busy(busy: Busy): void;
  readonly fetchFile: FetchFile;
}

/** What a way back needs of a channel. */
export type Routed = Pick<Channel, 'id' | 'send' | 'busy' | 'fetchFile'>;

export function routes(channels: () => readonly Routed[]): Routes {
  const byId = (id: string | undefined) => channels().find((each) => each.id === id);
  return {
    async send(reply) {
      const [id] = reply.message.split(':');
      const channel = byId(id);
      if (!channel) throw new AppError('unavailable', `the channel of message ${id}: is not on`);
      return channel.send(reply);
    },
    busy(busy) {
      byId(busy.message.split(':')[0])?.busy?.(busy);
    },
    async fetchFile(file, channel) {
      return byId(channel)?.fetchFile?.(file, channel) ?? 'gone';
    },
  };
}
