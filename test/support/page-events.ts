import { type ClientRequest, request } from 'node:http';

/** An event as a page's browser hears it. */
export interface HeardEvent {
  readonly type: string;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of an event
  readonly data: any;
}

/** An open page: what it has heard so far, and what comes next. */
export interface OpenPage {
  readonly heard: readonly HeardEvent[];
  /** The first event, heard already or still to come, that is meant. */
  until(isMeant: (event: HeardEvent) => boolean): Promise<HeardEvent>;
  /** Pulls the plug. */
  close(): void;
}

/** Opens a page's stream of events. `lastId` is what a browser says when it comes back. */
export async function openPage(
  base: string,
  cookie: string,
  { lastId, after }: { lastId?: string; after?: string } = {},
): Promise<OpenPage> {
  const heard: HeardEvent[] = [];
  const waiting = new Set<() => void>();
  let asked: ClientRequest | undefined;
  let rest = '';
  await new Promise<void>((resolve, reject) => {
    const query = after === undefined ? '' : `?after=${after}`;
    const headers = { cookie, ...(lastId !== undefined && { 'last-event-id': lastId }) };
    asked = request(`${base}/api/events${query}`, { headers, agent: false }, (response) => {
      response.setEncoding('utf8');
      response.on('error', () => {});
      response.on('data', (chunk: string) => {
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop() ?? '';
        heard.push(...blocks.map(eventIn));
        for (const wake of [...waiting]) wake();
      });
      resolve();
    });
    asked.on('error', reject);
    asked.end();
  });
  return {
    heard,
    until: (isMeant) =>
      new Promise((resolve) => {
        const look = () => {
          const found = heard.find(isMeant);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => asked?.destroy(),
  };
}

function eventIn(block: string): HeardEvent {
  const fields = new Map(
    block
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.replace(/^\w+: ?/, '')]),
  );
  const id = fields.get('id');
  const data = fields.get('data') ?? '';
  return {
    type: fields.get('event') ?? '',
    ...(id !== undefined && { id }),
    data: data === '' ? undefined : JSON.parse(data),
  };
}
