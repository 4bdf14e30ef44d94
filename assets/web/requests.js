// @ts-check

/** What the server said instead of an answer; without a status it was not reached. */
export class Fault extends Error {
  /**
   * @param {string} message
   * @param {number} [status]
   * @param {number} [retryAfter] in milliseconds
   */
  constructor(message, status, retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** Whether the page speaks for nobody any more. */
  get isSignedOut() {
    return this.status === 401 || this.status === 409;
  }

  /** Whether the same request may well succeed later. */
  get isPassing() {
    const { status } = this;
    return (
      status === undefined ||
      status === 408 ||
      status === 429 ||
      status === 503 ||
      isGateway(status)
    );
  }
}

/** A proxy in between whose server restarts. @param {number} status */
function isGateway(status) {
  return status === 500 || status === 502 || status === 504;
}

/** Whose page this is: the server refuses it once somebody else has signed in at this browser. */
let owner = '';

/** @param {string} conversation */
export function speakFor(conversation) {
  owner = conversation;
}

/** Whose page this is, for an address. */
export const asOwner = () => `as=${encodeURIComponent(owner)}`;

/**
 * @param {string} path
 * @returns {Promise<any>}
 */
export function get(path) {
  return request(path, { headers: { accept: 'application/json' } }, 30_000);
}

/**
 * @param {string} path
 * @param {RequestInit} options
 * @param {number} patience in milliseconds
 * @returns {Promise<any>}
 * @throws {Fault}
 */
export async function request(path, options, patience) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const headers = { ...options.headers, ...(owner && { 'x-shenbao-as': owner }) };
    const sent = { ...options, headers, signal: stop.signal };
    const response = await fetch(path, sent).catch((cause) => {
      throw new Fault(String(cause));
    });
    // What came back and is no JSON was cut short, or comes from a proxy.
    const answer = await response.json().catch(() => undefined);
    if (!response.ok) throw faultOf(response, answer);
    if (answer === undefined) throw new Fault('cut short');
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Response} response
 * @param {any} answer
 */
function faultOf({ status, headers }, answer) {
  const seconds = Number(headers.get('retry-after'));
  const words = answer?.error?.message ?? `HTTP ${status}`;
  return new Fault(words, status, seconds > 0 ? seconds * 1000 : undefined);
}
