import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { ChatLog } from '../../app/chat-log.js';
import type { Views } from '../../app/views.js';
import type { PageEnv, Session } from './access.js';
import { whoIs } from './access.js';
import { lineForPage } from './file-links.js';
import type { Hub, PageEvent } from './hub.js';

/** Lines a page is given when it opens, or when it has been away. */
export const FIRST_LINES = 50;
/** Lines a page that was away is given at most; it fetches older ones itself. */
const MOST_MISSED = 500;
/** A word now and then keeps what stands between from closing a line that is silent. Milliseconds. */
const SILENT_MS = 20_000;
/** Events that wait for a page that does not take them; then it has to come again. */
const MOST_WAITING = 200;

/** What has happened in a conversation since a page last heard of it, and what happens from now on. */
export function pageEvents(
  c: Context<PageEnv>,
  { hub, chatLog, views, now }: { hub: Hub; chatLog: ChatLog; views: Views; now: () => number },
): Response {
  const session = c.get('session');
  const since = sinceOf(c);
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    // Whoever takes nothing any more is let go of, and comes again.
    const waiting = waitingEvents(() => (c.env as Partial<HttpBindings>).outgoing?.destroy());
    // Listening comes before looking: what happens in between is heard twice, and shown once.
    const unlisten = hub.listen(session.conversation, waiting.add);
    const tick = setInterval(() => waiting.add('tick'), SILENT_MS);
    stream.onAbort(waiting.end);
    try {
      const [newest] = await chatLog.after(session.conversation, 0, 1);
      // A backup was put back: what the page knows has not been said.
      if (since !== undefined && since > (newest?.n ?? 0)) await write(stream, { type: 'reset' });
      let last = await writeMissed(stream, chatLog, session, since);
      const form = await views.form(whoIs(session, now()));
      await write(stream, { type: 'form', form });
      for await (const event of waiting.events) {
        const isKnown = event !== 'tick' && event.type === 'line' && event.line.n <= last;
        if (isKnown) continue;
        await write(stream, event);
        if (event !== 'tick' && event.type === 'line') last = event.line.n;
      }
    } finally {
      clearInterval(tick);
      unlisten();
    }
  });
}

/** The number of the last line a page has: what its browser says on coming back, or what it asks for. */
function sinceOf(c: Context): number | undefined {
  const said = c.req.header('last-event-id') ?? c.req.query('after');
  return said !== undefined && /^\d{1,9}$/.test(said) ? Number.parseInt(said, 10) : undefined;
}

async function writeMissed(
  stream: SSEStreamingApi,
  chatLog: ChatLog,
  { conversation }: Session,
  since: number | undefined,
): Promise<number> {
  const lines =
    since === undefined
      ? await chatLog.after(conversation, 0, FIRST_LINES)
      : await chatLog.after(conversation, since, MOST_MISSED);
  for (const line of lines) await write(stream, { type: 'line', line });
  return lines.at(-1)?.n ?? since ?? 0;
}

async function write(stream: SSEStreamingApi, event: PageEvent | 'tick'): Promise<void> {
  if (event === 'tick') {
    await stream.writeSSE({ event: 'tick', data: '' });
    return;
  }
  switch (event.type) {
    case 'line': {
      const data = JSON.stringify(lineForPage(event.line));
      return stream.writeSSE({ event: 'line', id: String(event.line.n), data });
    }
    case 'reset':
      return stream.writeSSE({ event: 'reset', data: '' });
    case 'form':
      return stream.writeSSE({ event: 'form', data: JSON.stringify(event.form) });
    case 'notice': {
      const { message, text } = event;
      return stream.writeSSE({ event: 'notice', data: JSON.stringify({ message, text }) });
    }
    default:
      return event satisfies never;
  }
}

/** Events in the order they came, until it ends. Only the newest form counts: an older one is passed over. */
function waitingEvents(letGo: () => void) {
  let queue: (PageEvent | 'tick')[] = [];
  let isEnded = false;
  let wake: () => void = () => {};

  function end(): void {
    isEnded = true;
    wake();
  }

  async function* taken(): AsyncGenerator<PageEvent | 'tick'> {
    while (!isEnded) {
      const [next] = queue.splice(0, 1);
      if (next) yield next;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  }

  return {
    end,
    events: taken(),
    add(event: PageEvent | 'tick') {
      if (isEnded) return;
      if (event !== 'tick' && event.type === 'form') {
        queue = queue.filter((each) => each === 'tick' || each.type !== 'form');
      }
      queue.push(event);
      if (queue.length <= MOST_WAITING) return wake();
      end();
      letGo();
    },
  };
}
