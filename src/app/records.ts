import { AppError } from '../errors.js';
import type { Locale } from '../forms/form.js';
import type { Entry, Filing } from '../interview/filing.js';
import type { Conversation, Effect, ImportedFile } from '../interview/state.js';
import type { ChatLine } from './chat-log.js';
import type { Message, Store } from './ports.js';

/** The version every saved record carries. A reader of a later one migrates on load. */
const VERSION = 1;

/**
 * A message from its acceptance on: pending until its turn is written, then done, with the reply until that
 * has been sent. `sequence` is its place in the order of acceptance. The done record stays for a day, so that
 * a redelivery is known.
 */
export type MessageRecord =
  | { readonly state: 'pending'; readonly sequence: number; readonly message: Message }
  | {
      readonly state: 'done';
      readonly at: number;
      readonly sequence: number;
      readonly reply: StoredReply;
    }
  | { readonly state: 'done'; readonly at: number; readonly reply?: undefined };

/** A reply before it is put into words and files. */
export interface StoredReply {
  readonly conversation: string;
  readonly locale: Locale;
  readonly effects: readonly Effect[];
}

/** Keys and contents of everything that is kept. */
export interface Records {
  readonly message: MessageRecord;
  readonly conversation: Conversation;
  readonly filing: Filing;
  readonly entry: Entry;
  /** How many lines a conversation has, in a place that keeps no history of its own; its lines. */
  readonly chat: { readonly lines: number };
  readonly line: ChatLine;
  /** What a channel remembers of a conversation. */
  readonly note: { readonly content: unknown };
  /** What may happen once and has happened, remembered until a moment. */
  readonly spent: { readonly until: number };
  /** A secret of this installation. */
  readonly key: { readonly key: string };
  /** A file that was understood, by the id of the message it came with. */
  readonly import: ImportedFile;
}

export function keyOf(kind: keyof Records, id: string): string {
  return `${kind}:${id}`;
}

/** The id of a journal entry; revisions are padded so that they sort as they follow. */
export function entryId(filing: string, revision: number): string {
  return numberedId(filing, revision);
}

/** The id of a line of a conversation, from 1. */
export function lineId(conversation: string, n: number): string {
  return numberedId(conversation, n);
}

function numberedId(owner: string, n: number): string {
  return `${owner}:${String(n).padStart(8, '0')}`;
}

export function sealed<Kind extends keyof Records>(
  kind: Kind,
  id: string,
  value: Records[Kind],
): readonly [key: string, value: unknown] {
  return [keyOf(kind, id), { v: VERSION, ...value }];
}

/** What is stored, opened. Throws when it is not a record this program wrote: it is never taken for nothing. */
export function opened<Kind extends keyof Records>(
  kind: Kind,
  id: string,
  stored: unknown,
): Records[Kind] | undefined {
  if (stored === undefined) return undefined;
  const isRecord = typeof stored === 'object' && stored !== null && 'v' in stored;
  if (!isRecord) throw new AppError('store', `record ${keyOf(kind, id)} is damaged: not a record`);
  const { v, ...value } = stored as { v: unknown };
  if (v !== VERSION) {
    throw new AppError(
      'store',
      `record ${keyOf(kind, id)} has version ${String(v)}, this program knows ${VERSION}`,
    );
  }
  // Written by `sealed` with this type; the store gives back what it was given or throws.
  return value as Records[Kind];
}

export async function load<Kind extends keyof Records>(
  store: Store,
  kind: Kind,
  id: string,
): Promise<Records[Kind] | undefined> {
  return opened(kind, id, await store.get(keyOf(kind, id)));
}
