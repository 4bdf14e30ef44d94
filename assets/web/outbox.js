// @ts-check
/** @import { Sent, Words } from './types.js' */
import { clearShelf, fetchShelved, shelve } from './file-shelf.js';
import { Fault, request } from './requests.js';
import { say } from './words.js';

/** How long to wait before trying again, doubled each time. In milliseconds. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** The server knows a message again for a day: what is older is not sent again by itself, or it might count twice. */
const RESENT_WITHIN = 20 * 60 * 60_000;
/** What was accepted and never came back as a line is forgotten after this: its line is too far up. */
const FORGOTTEN_AFTER = 10 * 60_000;

/**
 * What was sent and is not in the log yet. It is kept in localStorage, an entry of its own for each message
 * so that two tabs do not overwrite one another's, and sent in order under the same id until the server has
 * it: a lost connection or a reload loses nothing.
 *
 * @param {{
 *   conversation: string,
 *   onChange: (sent: Sent) => void,
 *   onSignedOut: (words: string) => void,
 * }} options
 */
export function openOutbox({ conversation, onChange, onSignedOut }) {
  // Somebody else may sign in at the same browser: what one person wrote must not go out as another's.
  const prefix = `shenbao.outbox/${conversation}/`;
  const items = new Map(load(prefix).map((sent) => [sent.id, sent]));
  let isSending = false;
  let isSignedOut = false;
  /** What is said keeps its order behind a file that is still being put aside. */
  let shelving = Promise.resolve();
  let wake = () => {};

  /** @param {Sent} sent */
  function keep(sent) {
    items.set(sent.id, sent);
    try {
      localStorage.setItem(prefix + sent.id, JSON.stringify(sent));
    } catch {
      // Full, or forbidden: it is still in memory and goes out from there.
    }
    onChange(sent);
  }

  /** @param {string} id */
  function forget(id) {
    const sent = items.get(id);
    if (!sent) return;
    items.delete(id);
    localStorage.removeItem(prefix + id);
    if (sent.file !== undefined) clearShelf(id);
  }

  /** One message at a time, so that they arrive in the order in which they were said. */
  async function sendAll() {
    wake();
    if (isSending || isSignedOut) return;
    isSending = true;
    let pause = FIRST_PAUSE;
    for (let next = firstWaiting(); next && !isSignedOut; next = firstWaiting()) {
      const fault = await attempt(next);
      if (!fault?.isPassing) pause = FIRST_PAUSE;
      if (fault) pause = await cope(next, fault, pause);
    }
    isSending = false;
  }

  /**
   * @param {Sent} sent
   * @param {Fault} fault
   * @param {number} pause before it is tried again
   * @returns the pause after that one
   */
  async function cope(sent, fault, pause) {
    if (fault.isSignedOut) {
      isSignedOut = true;
      onSignedOut(fault.message);
    } else if (fault.isPassing) {
      for (const each of items.values()) {
        if (each.state === 'waiting') onChange({ ...each, reason: fault.message });
      }
      await rest(fault.retryAfter ?? pause);
      return Math.min(pause * 2, LONGEST_PAUSE);
    } else keep({ ...sent, state: 'refused', reason: fault.message });
    return FIRST_PAUSE;
  }

  /** @param {Sent} sent @returns {Promise<Fault | undefined>} */
  async function attempt(sent) {
    try {
      await post(sent);
      // Its line may have come before the server's answer.
      if (items.has(sent.id)) keep({ ...sent, state: 'accepted', at: Date.now() });
      return undefined;
    } catch (error) {
      if (error instanceof Fault) return error;
      throw error;
    }
  }

  function firstWaiting() {
    return [...items.values()].find(({ state }) => state === 'waiting');
  }

  /** @param {number} pause */
  function rest(pause) {
    return /** @type {Promise<void>} */ (
      new Promise((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      })
    );
  }

  addEventListener('online', sendAll);

  return {
    /** What was on its way when the page was left. */
    pending: () => [...items.values()],
    retry: sendAll,
    forget,
    /** @param {Words} words @param {string} [shown] */
    send(words, shown) {
      const sent = { id: newId(), at: Date.now(), words, ...(shown && { shown }) };
      shelving = shelving.then(() => {
        keep({ ...sent, state: 'waiting' });
        sendAll();
      });
    },
    /** @param {File} file */
    sendFile(file) {
      const id = newId();
      shelving = shelving
        .then(() => shelve(id, file))
        .then(() => {
          keep({ id, at: Date.now(), state: 'waiting', file: file.name });
          sendAll();
        });
    },
    /** @param {string} id */
    again(id) {
      const sent = items.get(id);
      if (!sent) return;
      const { reason: _, ...rest } = sent;
      keep({ ...rest, state: 'waiting' });
      sendAll();
    },
  };
}

/** @param {Sent} sent */
async function post({ id, words, file }) {
  if (file === undefined) {
    const body = JSON.stringify({ id, words });
    const headers = { 'content-type': 'application/json' };
    return request('/api/messages', { method: 'POST', headers, body }, 30_000);
  }
  const body = await fetchShelved(id);
  if (!body) throw new Fault(say('fileGone', { name: file }), 410);
  const path = `/api/files?id=${id}&name=${encodeURIComponent(file)}`;
  const headers = { 'content-type': 'application/octet-stream' };
  return request(path, { method: 'POST', headers, body }, 300_000);
}

/** @param {string} prefix @returns {Sent[]} */
function load(prefix) {
  const found = /** @type {Sent[]} */ ([]);
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) {
    try {
      const sent = JSON.parse(localStorage.getItem(key) ?? '');
      const isStale = sent.state === 'accepted' && Date.now() - sent.at > FORGOTTEN_AFTER;
      if (isStale) localStorage.removeItem(key);
      else
        found.push(
          isOld(sent) ? { ...sent, state: 'refused', reason: say('writtenLongAgo') } : sent,
        );
    } catch {
      localStorage.removeItem(key);
    }
  }
  return found.sort((one, other) => one.at - other.at);
}

/** @param {Sent} sent */
function isOld({ state, at }) {
  return state === 'waiting' && Date.now() - at > RESENT_WITHIN;
}

/** A version 4 UUID. `crypto.randomUUID` is missing where an office serves the page without TLS. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
