import { faultOf } from '../errors.js';
import type { Log, Store } from './ports.js';
import { keyOf, type MessageRecord, opened, type StoredReply } from './records.js';

export type Pending = Extract<MessageRecord, { state: 'pending' }>;

/** What the records of messages say is still to be done, each list in the order of acceptance. */
export interface Leftovers {
  /** Accepted but not handled. */
  readonly pending: readonly Pending[];
  /** Handled, but nobody knows whether the reply arrived. */
  readonly unsent: readonly { id: string; sequence: number; reply: StoredReply }[];
  /** Keys of messages that no redelivery can concern any more, in no order. */
  readonly old: readonly string[];
}

/**
 * Looks through all messages; what was done and answered before a moment is old. A damaged record is logged
 * and left where it is: it must not keep the others from being taken up.
 */
export async function leftovers(store: Store, log: Log, before: number): Promise<Leftovers> {
  const pending: Leftovers['pending'][number][] = [];
  const unsent: Leftovers['unsent'][number][] = [];
  const old: string[] = [];
  for await (const [id, stored] of store.list('message')) {
    const key = keyOf('message', id);
    try {
      const record = opened('message', id, stored);
      if (record?.state === 'pending') pending.push(record);
      else if (record?.reply) unsent.push({ id, sequence: record.sequence, reply: record.reply });
      else if (record && record.at < before) old.push(key);
    } catch (error) {
      log('error', 'damaged record passed over', { key, ...faultOf(error) });
    }
  }
  pending.sort((a, b) => a.sequence - b.sequence);
  unsent.sort((a, b) => a.sequence - b.sequence);
  return { pending, unsent, old };
}
