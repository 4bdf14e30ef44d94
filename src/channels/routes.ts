import type { Channel, Reply } from '../app/ports.js';
import { AppError } from '../errors.js';

/**
 * Sends each reply through the channel its message came by. A reply for a channel that is not on throws: it stays
 * with its message, and is sent when the program is started with that channel.
 */
export function routed(channels: () => readonly Pick<Channel, 'id' | 'send'>[]) {
  return async (reply: Reply): Promise<void> => {
    const [id] = reply.message.split(':');
    const channel = channels().find((each) => each.id === id);
    if (!channel) throw new AppError('unavailable', `the channel of message ${id}: is not on`);
    return channel.send(reply);
  };
}
