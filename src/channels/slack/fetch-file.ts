import { LARGEST_FILE } from '../../app/ports.js';
import type { SlackParts } from './slack-parts.js';

/** Hosts that Slack keeps files on: nobody else is shown the token. Source: url_private of the files API. */
const FILE_HOSTS = /^(?:files|slack-files)\.slack\.com$/;

/** Milliseconds a file may take to come. */
const LONGEST_MS = 60_000;
/** Steps from one address to another that are followed. */
const MOST_REDIRECTS = 3;
/** Milliseconds until a file is asked for again that did not come. */
const RETRIES_AFTER_MS = [500, 2_000];

/**
 * Fetches what somebody sent. The token goes to Slack's own hosts only, also where one points to another. What does
 * not come after a few attempts is gone: whoever sent it is asked to send it again.
 */
export async function fetchSlackFile(
  url: string,
  parts: Pick<SlackParts, 'apiUrl' | 'botToken' | 'wait'>,
): Promise<Uint8Array | 'gone' | 'too-large'> {
  for (const delay of RETRIES_AFTER_MS) {
    const found = await attempt(url, parts);
    if (found !== 'unreached') return found;
    await parts.wait(delay);
  }
  const found = await attempt(url, parts);
  return found === 'unreached' ? 'gone' : found;
}

type Attempt = Uint8Array | 'gone' | 'too-large' | 'unreached';

async function attempt(
  url: string,
  { apiUrl, botToken }: Pick<SlackParts, 'apiUrl' | 'botToken'>,
): Promise<Attempt> {
  let address = url;
  try {
    for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
      if (!isSlacks(address, apiUrl)) return 'gone';
      const response = await fetched(address, botToken);
      const next = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || next === null) {
        return await bodyOf(response);
      }
      await response.body?.cancel();
      address = new URL(next, address).href;
    }
    return 'gone';
  } catch {
    return 'unreached';
  }
}

function isSlacks(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin } = new URL(url);
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && FILE_HOSTS.test(hostname));
}

async function fetched(url: string, token: string): Promise<Response> {
  return fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(LONGEST_MS),
  });
}

async function bodyOf(response: Response): Promise<Attempt> {
  const { status, headers } = response;
  // Without the right to read files Slack answers with its page for signing in, and calls that a success.
  const isPage = headers.get('content-type')?.startsWith('text/html') === true;
  const isSignIn = isPage && headers.get('content-disposition') === null;
  if (status !== 200 || isSignIn) {
    await response.body?.cancel();
    return status === 429 || status >= 500 ? 'unreached' : 'gone';
  }
  return readUpTo(LARGEST_FILE, response);
}

/** Reads no more than so many bytes, whatever the headers say. */
async function readUpTo(most: number, response: Response): Promise<Uint8Array | 'too-large'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return 'too-large';
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
