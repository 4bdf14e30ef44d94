import type { Fault } from '../errors.js';
import type { Form, Locale } from '../forms/form.js';
import type { Sheet } from '../forms/sheet.js';
import type { Part } from '../interview/parts.js';
import type { FilingAt } from '../interview/state.js';
import type { Words } from '../interview/understand.js';
import type { FileFormat } from '../reading/commands.js';
import type { FileFault, RawDocument } from '../reading/raw-document.js';

/** Records by key. Keys are `kind:id`. What fails throws an AppError that says whether it may be tried again. */
export interface Store {
  /** The record, or undefined when there is none. Throws when it cannot be read: absence is never guessed. */
  get(key: string): Promise<unknown>;
  /** The records of some keys in their order, undefined where there is none. */
  getMany(keys: readonly string[]): Promise<readonly unknown[]>;
  /** Writes all records or none. They are on disk when this resolves. */
  put(records: readonly (readonly [key: string, value: unknown])[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
  /** Every record of a kind, in the order of ids; null for one that cannot be read, so that it hides no other. */
  list(kind: string): AsyncIterable<readonly [id: string, value: unknown]>;
  close(): Promise<void>;
}

/** A file that somebody sent, in base64; null when it was too large to be kept. */
export interface FileWords {
  readonly type: 'file';
  readonly name: string;
  readonly data: string | null;
}

/** A file that lies with the platform it was sent on: it is fetched when its message is handled. */
export interface RemoteFile {
  readonly type: 'remote-file';
  readonly name: string;
  /** What the channel needs to find it. */
  readonly url: string;
}

/** Fetches a file, or says that it cannot be had, however often it is tried, or that it is too large. Never throws. */
export type FetchFile = (
  file: RemoteFile,
  channel: string,
) => Promise<Uint8Array | 'gone' | 'too-large'>;

/** One thing a person did, in the terms of every channel. */
export interface Message {
  /** Unique and the same on every redelivery: `channel:platform-id`. */
  readonly id: string;
  readonly conversation: string;
  readonly channel: string;
  readonly person: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly locale?: Locale;
  readonly words: Words | FileWords | RemoteFile;
}

export interface FilePart {
  readonly type: 'file';
  readonly name: string;
  readonly mime: string;
  readonly data: Uint8Array;
  /** What it shows: the same is made of it again whenever it is asked for. */
  readonly of: FilingFile;
}

/** A finished form in a format, as the filing was at a revision. */
export interface FilingFile extends FilingAt {
  readonly format: FileFormat;
  readonly draft: boolean;
}

/** A picture in PNG. */
export interface ImagePart {
  readonly type: 'image';
  readonly name: string;
  readonly data: Uint8Array;
  readonly of: FilingPage;
}

/** A page of a form, from 1, as the filing was at a revision. */
export interface FilingPage extends FilingAt {
  readonly page: number;
}

/** What goes out. `message` is the id of the message it answers: a repeated reply can be known by it. */
export interface Reply {
  readonly conversation: string;
  readonly message: string;
  readonly parts: readonly (Part | FilePart | ImagePart)[];
  /** Said while the answer is still to come, and not kept. */
  readonly isNotice?: true;
}

/** What a person waits for, from when it is begun until the reply to their message comes. */
export interface Busy extends Pick<Reply, 'conversation' | 'message'> {
  readonly work: 'reading' | 'writing' | 'drawing';
}

/** A record of the store, as it is written. */
export type StoreRecord = readonly [key: string, value: unknown];

/** Takes messages in. Resolves once the message is durable: only then may a channel acknowledge it. */
export interface Inbox {
  /** @param along what is written with the message, all or nothing; not at all for a duplicate. */
  accept(message: Message, along?: readonly StoreRecord[]): Promise<'new' | 'duplicate'>;
}

/** A place where people talk to the assistant. */
export interface Channel {
  readonly id: string;
  /** Runs until the channel closes by itself (a terminal) or `stop` is called. */
  start(inbox: Inbox): Promise<void>;
  send(reply: Reply): Promise<void>;
  /** Shows that something takes a while, where a channel can. */
  busy?(busy: Busy): void;
  /** Fetches files that people sent by it, where they lie with the platform. */
  readonly fetchFile?: FetchFile;
  stop(): Promise<void>;
}

/** A channel to a platform on a network. */
export interface NetworkChannel extends Channel {
  /** What the platform is called. */
  readonly title: string;
  /** Resolves once messages can come. Throws when the platform cannot be reached, or refuses. */
  listen(inbox: Inbox): Promise<void>;
}

/** What is written to a file. */
export interface Paper {
  readonly sheet: Sheet;
  /** What comes back without loss when the file is read again: the JSON that `Form.intake` takes. */
  readonly declaration: unknown;
  /** The document's date, in milliseconds since 1970. Same paper, same bytes. */
  readonly at: number;
}

/** A format that files are written in. */
export type DocumentFormat = 'docx' | 'xlsx' | 'pdf' | 'html';

/** Bytes of a file that are taken. Source: the measured safe limits for readers of such files. */
export const LARGEST_FILE = 20 * 1024 * 1024;

/** A file as somebody sent it. */
export interface UploadedFile {
  readonly name: string;
  readonly data: Uint8Array;
}

/** A whole file as the words of a message. */
export function fileWords({ name, data }: UploadedFile): FileWords {
  return { type: 'file', name, data: Buffer.from(data).toString('base64') };
}

export type FileReading =
  | { readonly ok: true; readonly document: RawDocument }
  | {
      readonly ok: false;
      readonly fault: FileFault;
      /** What a library or the program itself threw, for the log. */
      readonly reason?: Fault;
    };

/** Makes files of sheets, and reads files. */
export interface Documents {
  /** Throws an AppError of kind `unavailable` when what makes this format is not installed. */
  write(paper: Paper, format: DocumentFormat): Promise<Uint8Array>;
  /** The first pages as PNG pictures. Throws like `write`. */
  picture(paper: Paper, pages: number): Promise<readonly Uint8Array[]>;
  read(file: UploadedFile): Promise<FileReading>;
  /** Resolves once nothing is being written or read any more. */
  close(): Promise<void>;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** One line an event. Fields never hold answers, names, amounts or secrets. */
export type Log = (
  level: LogLevel,
  event: string,
  fields?: Readonly<Record<string, unknown>>,
) => void;

/** A message that has been handled, for whoever counts. */
export interface Handled {
  readonly channel: string;
  readonly ms: number;
  /** The program had a fault, and told the person so. */
  readonly isFailed: boolean;
}

/** What the assistant is made of. Time and waiting arrive as functions, so that tests own them. */
export interface AppParts {
  readonly store: Store;
  readonly form: Form;
  readonly locale: Locale;
  readonly documents: Documents;
  readonly send: (reply: Reply) => Promise<void>;
  readonly log: Log;
  readonly count?: (handled: Handled) => void;
  readonly busy?: (busy: Busy) => void;
  /** Without it no file is had that lies elsewhere. */
  readonly fetchFile?: FetchFile;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}
