import type { Store } from '../../src/app/ports.js';
import { AppError } from '../../src/errors.js';

/** A small real store that forgets everything with its process. `fail` makes its next calls fail. */
export interface MemoryStore extends Store {
  readonly records: Map<string, string>;
  /** Refuses that many of the next calls of a kind. */
  fail(kind: 'get' | 'put', times: number): void;
}

export function memoryStore(records = new Map<string, string>()): MemoryStore {
  const failures = { get: 0, put: 0 };
  const guard = (kind: 'get' | 'put') => {
    if (failures[kind] === 0) return;
    failures[kind] -= 1;
    throw new AppError('store', `${kind} refused`, { retryable: true });
  };
  const read = (key: string): unknown => {
    guard('get');
    const stored = records.get(key);
    return stored === undefined ? undefined : JSON.parse(stored);
  };
  return {
    records,
    fail(kind, times) {
      failures[kind] = times;
    },
    get: async (key) => read(key),
    getMany: async (keys) => keys.map(read),
    async put(entries) {
      guard('put');
      for (const [key, value] of entries) records.set(key, JSON.stringify(value));
    },
    async remove(keys) {
      for (const key of keys) records.delete(key);
    },
    async *list(kind) {
      for (const [key, value] of [...records].toSorted()) {
        if (key.startsWith(`${kind}:`)) yield [key.slice(kind.length + 1), readable(value)];
      }
    },
    async close() {},
  };
}

function readable(stored: string): unknown {
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}
