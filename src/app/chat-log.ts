import { LRUCache } from 'lru-cache';
import type { Part } from '../interview/parts.js';
import type { FilingFile, FilingPage, Store, StoreRecord } from './ports.js';
import { keyOf, lineId, load, opened, sealed } from './records.js';
import { turnstile } from './turnstile.js';

/** A part of a line. Of a file there is what it shows, from which it is made again; none of one that was sent in. */
export type LinePart =
  | Part
  | { readonly type: 'file'; readonly name: string; readonly of?: FilingFile }
  | { readonly type: 'image'; readonly name: string; readonly of: FilingPage };

/** What one side said in a conversation. */
export interface ChatLine {
  /** Counted from 1. */
  readonly n: number;
  readonly at: number;
  readonly from: 'person' | 'assistant';
  /** The id of the message it is, or answers. */
  readonly message: string;
  readonly parts: readonly LinePart[];
}

/**
 * What was said, for channels whose places keep no history of their own. To such a channel, sending a reply is
 * writing it here: it arrives when somebody looks.
 */
export interface ChatLog {
  /**
   * Adds a line. One that is there already is given back as it is: redelivery adds nothing.
   *
   * @param write writes the records of the line along with others; the line is not added where it gives false.
   */
  append(
    conversation: string,
    line: Omit<ChatLine, 'n'>,
    write?: (records: readonly StoreRecord[]) => Promise<boolean>,
  ): Promise<ChatLine | undefined>;
  /** The lines behind a number, at most so many of them: the last ones, in their order. */
  after(conversation: string, n: number, most: number): Promise<readonly ChatLine[]>;
  /** The lines before a number, at most so many of them: the last ones, in their order. */
  before(conversation: string, n: number, most: number): Promise<readonly ChatLine[]>;
}

/** Lines that are looked through for one that comes again, and held in memory. */
const RECENT = 50;
const MOST_CONVERSATIONS = 500;

interface Recent {
  readonly lines: readonly ChatLine[];
  readonly count: number;
}

export function openChatLog(store: Store): ChatLog {
  const line = turnstile();
  const recents = new LRUCache<string, Recent>({ max: MOST_CONVERSATIONS });

  async function read(conversation: string, from: number, to: number): Promise<ChatLine[]> {
    const ids = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) =>
      lineId(conversation, from + at),
    );
    const stored = await store.getMany(ids.map((id) => keyOf('line', id)));
    return ids.flatMap((id, at) => opened('line', id, stored[at]) ?? []);
  }

  async function putAll(records: readonly StoreRecord[]): Promise<boolean> {
    await store.put(records);
    return true;
  }

  async function recentOf(conversation: string): Promise<Recent> {
    const kept = recents.get(conversation);
    if (kept) return kept;
    const { lines: count = 0 } = (await load(store, 'chat', conversation)) ?? {};
    const recent = {
      count,
      lines: await read(conversation, Math.max(1, count - RECENT + 1), count),
    };
    recents.set(conversation, recent);
    return recent;
  }

  async function between(conversation: string, from: number, to: number): Promise<ChatLine[]> {
    const { lines } = await recentOf(conversation);
    const isHeld = lines[0] !== undefined && from >= lines[0].n;
    if (isHeld) return lines.filter(({ n }) => n >= from && n <= to);
    return read(conversation, from, to);
  }

  return {
    append(conversation, said, write = putAll) {
      return line.enter(conversation, async () => {
        const { lines, count } = await recentOf(conversation);
        const known = lines.find(
          ({ message, from }) => message === said.message && from === said.from,
        );
        if (known) return known;
        const added: ChatLine = { n: count + 1, ...said };
        const isAdded = await write([
          sealed('line', lineId(conversation, added.n), added),
          sealed('chat', conversation, { lines: added.n }),
        ]);
        if (!isAdded) return undefined;
        recents.set(conversation, { count: added.n, lines: [...lines, added].slice(-RECENT) });
        return added;
      });
    },
    async after(conversation, n, most) {
      const { count } = await recentOf(conversation);
      return between(conversation, Math.max(n + 1, count - most + 1), count);
    },
    async before(conversation, n, most) {
      const { count } = await recentOf(conversation);
      const to = Math.min(n - 1, count);
      return between(conversation, Math.max(1, to - most + 1), to);
    },
  };
}
