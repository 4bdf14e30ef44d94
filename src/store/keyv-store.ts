import Keyv, { type KeyvStoreAdapter } from 'keyv';
import type { Store } from '../app/ports.js';
import { AppError, messageOf } from '../errors.js';

/**
 * A store over Keyv. Records of all kinds live in one Keyv under `kind:id`, so that one `setMany` writes
 * them together; a Keyv whose namespace is the kind lists them.
 *
 * @param adapter makes an adapter on the same data. Its `setMany` must write all entries or none.
 */
export function keyvStore(
  adapter: () => KeyvStoreAdapter,
  close: () => void | Promise<void>,
): Store {
  const records = openKeyv(adapter());
  // Without setMany Keyv falls back to one write an entry, and a turn could be torn in two.
  if (typeof (records.store as Partial<KeyvStoreAdapter>).setMany !== 'function') {
    throw new AppError('config', 'this store cannot write several records at once');
  }
  return {
    get: (key) => reading(key, () => records.get(key)),
    getMany: (keys) => reading(`${keys[0]} to ${keys.at(-1)}`, () => records.getMany([...keys])),
    async put(entries) {
      const written = await writing(() =>
        records.setMany(entries.map(([key, value]) => ({ key, value }))),
      );
      // PostgreSQL's adapter answers with nothing; a false is a record that was not written.
      if (Array.isArray(written) && written.includes(false)) {
        throw new AppError('store', 'the store refused a record', { retryable: true });
      }
    },
    async remove(keys) {
      await writing(() => records.deleteMany([...keys]));
    },
    async *list(kind) {
      const one = openKeyv(adapter(), kind);
      one.deserialize = readable;
      for await (const [id, value] of one.iterator?.(kind) ?? []) yield [id as string, value];
    },
    async close() {
      await records.disconnect();
      await close();
    },
  };
}

function openKeyv(store: KeyvStoreAdapter, namespace?: string): Keyv {
  const keyv = new Keyv({
    store,
    ...(namespace === undefined ? { useKeyPrefix: false } : { namespace }),
    throwOnErrors: true,
    serialize: JSON.stringify,
    deserialize: JSON.parse,
  });
  if (namespace === undefined) keyv.namespace = undefined;
  // Errors arrive as rejections; without a listener Keyv would throw them a second time.
  keyv.on('error', () => {});
  return keyv;
}

/** A stored record, or null in place of one that is damaged. */
function readable(text: string): ReturnType<typeof JSON.parse> {
  try {
    return JSON.parse(text);
  } catch {
    return { value: null };
  }
}

function reading<T>(keys: string, read: () => Promise<T>): Promise<T> {
  return read().catch((error: unknown) => {
    const isDamaged = error instanceof SyntaxError;
    const message = isDamaged
      ? `record ${keys} is damaged: not JSON`
      : `the store cannot be read: ${messageOf(error)}`;
    throw new AppError('store', message, { retryable: !isDamaged, cause: error });
  });
}

function writing<T>(write: () => Promise<T>): Promise<T> {
  return write().catch((error: unknown) => {
    const message = `the store cannot be written: ${messageOf(error)}`;
    // What is no value of a record will never be one.
    const retryable = !(error instanceof TypeError);
    throw new AppError('store', message, { retryable, cause: error });
  });
}
