// @ts-check

/**
 * Keeps files that are on their way, so that a reload does not lose them: localStorage is too small for
 * them. Where a browser has no such store they are kept in memory alone.
 */
const SHELF = 'files';

/** @type {Map<string, Blob>} */
const atHand = new Map();

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const asking = indexedDB.open('shenbao', 1);
    asking.onupgradeneeded = () => asking.result.createObjectStore(SHELF);
    asking.onsuccess = () => resolve(asking.result);
    asking.onerror = () => reject(asking.error);
  });
  return opened;
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} act
 * @returns {Promise<T | undefined>} undefined also where the browser keeps nothing
 */
async function withShelf(mode, act) {
  try {
    const database = await open();
    return await new Promise((resolve, reject) => {
      const asking = act(database.transaction(SHELF, mode).objectStore(SHELF));
      asking.onsuccess = () => resolve(asking.result);
      asking.onerror = () => reject(asking.error);
    });
  } catch {
    return undefined;
  }
}

/** @param {string} id @param {Blob} file */
export async function shelve(id, file) {
  atHand.set(id, file);
  await withShelf('readwrite', (store) => store.put(file, id));
}

/** @param {string} id */
export async function fetchShelved(id) {
  return atHand.get(id) ?? (await withShelf('readonly', (store) => store.get(id)));
}

/** @param {string} id */
export async function clearShelf(id) {
  atHand.delete(id);
  await withShelf('readwrite', (store) => store.delete(id));
}
