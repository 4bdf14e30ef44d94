import { createHmac } from 'node:crypto';
import {
  type Ack,
  ackBody,
  type Carrier,
  type How,
  late,
  PATIENCE,
  type Parcel,
  unreached,
} from './carriers.js';

/** Brings everything to one Request URL, signed with `v0`. */
export function httpCarrier(url: string, signingSecret: string): Carrier {
  return {
    carry: (parcel, how) => postSigned(url, signingSecret, encoded(parcel), retried(parcel, how)),
  };
}

interface Encoded {
  readonly type: string;
  readonly body: string;
}

function encoded({ kind, payload }: Parcel): Encoded {
  const form = 'application/x-www-form-urlencoded';
  switch (kind) {
    case 'events_api':
      return { type: 'application/json', body: JSON.stringify(payload) };
    case 'interactive':
      return {
        type: form,
        body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
      };
    case 'slash_commands':
      return { type: form, body: new URLSearchParams({ ...payload }).toString() };
    default:
      return kind satisfies never;
  }
}

/** A retry says so by itself. */
function retried({ retries }: Parcel, how: How): How {
  return retries > 0 ? { retry: { num: retries, reason: 'http_timeout' }, ...how } : how;
}

export async function postSigned(
  url: string,
  secret: string,
  { type, body }: Encoded,
  how: How,
): Promise<Ack> {
  // Bolt reads the machine's clock, so this does too.
  const stamp = Math.floor(Date.now() / 1000) - (how.age ?? 0);
  const key = how.signature === 'wrong' ? `not ${secret}` : secret;
  const signature = `v0=${createHmac('sha256', key).update(`v0:${stamp}:${body}`).digest('hex')}`;
  const headers = {
    'content-type': type,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': String(stamp),
    ...(how.signature === 'missing' ? {} : { 'x-slack-signature': signature }),
    ...(how.retry
      ? { 'x-slack-retry-num': String(how.retry.num), 'x-slack-retry-reason': how.retry.reason }
      : {}),
  };
  const started = performance.now();
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const answer = await fetch(url, { method: 'POST', headers, body, signal });
    const text = await answer.text();
    return { status: answer.status, body: read(text), ms: performance.now() - started };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') return late();
    return unreached(`not delivered: ${String(error)}`, performance.now() - started);
  }
}

function read(text: string): Ack['body'] {
  try {
    return ackBody(JSON.parse(text));
  } catch {
    return text === '' ? undefined : { text };
  }
}
