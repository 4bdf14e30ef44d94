import { LRUCache } from 'lru-cache';
import { faultOf, isRetryable } from '../errors.js';
import type { Filing } from '../interview/filing.js';
import type { Conversation, ImportedFile, Intent } from '../interview/state.js';
import { importDocument } from '../reading/document/import.js';
import type { AppParts, FileWords, Message, RemoteFile } from './ports.js';
import { load, sealed } from './records.js';

/** Files that people sent: read and understood once, then kept as what they say. */
export interface Files {
  /** What the file of a message comes to. */
  understand(message: FileMessage): Promise<Intent>;
  /** A filing as a file that somebody sent, to be gone through the same way. */
  ofFiling(id: string, filing: Filing): ImportedFile;
  /** The record that keeps a file which an intent brought. */
  records(intent: Intent): readonly (readonly [key: string, value: unknown])[];
  /** The file a conversation is going through, last year's form for a filing, and the ids of those that are lost. */
  of(conversation: Conversation): Promise<FilesAtHand>;
}

/** A message that brings a file. */
export type FileMessage = Pick<Message, 'id' | 'conversation' | 'channel'> & {
  readonly words: FileWords | RemoteFile;
};

export interface FilesAtHand {
  readonly file?: ImportedFile;
  readonly lastYear?: ImportedFile;
  readonly lost: readonly string[];
}

/** Understood files held in memory. */
const MOST_FILES = 50;

export function openFiles({
  store,
  form,
  documents,
  log,
  fetchFile,
  busy,
}: Pick<AppParts, 'store' | 'form' | 'documents' | 'log' | 'fetchFile' | 'busy'>): Files {
  const kept = new LRUCache<string, ImportedFile>({ max: MOST_FILES });

  /** A record that cannot be read any more must not end the conversation: it counts as not there. */
  async function stored(id: string | undefined): Promise<ImportedFile | undefined> {
    if (id === undefined) return undefined;
    const file = kept.get(id) ?? (await load(store, 'import', id).catch(unlessRetryable));
    if (file) kept.set(id, file);
    return file;
  }

  async function dataOf(
    words: FileWords | RemoteFile,
    channel: string,
  ): Promise<Uint8Array | 'gone' | 'too-large'> {
    if (words.type === 'remote-file') return fetchFile ? fetchFile(words, channel) : 'gone';
    return words.data === null ? 'too-large' : Buffer.from(words.data, 'base64');
  }

  function unlessRetryable(error: unknown): undefined {
    if (isRetryable(error)) throw error;
    log('error', 'file not at hand', faultOf(error));
  }

  return {
    async understand({ id, conversation, channel, words }) {
      const { name } = words;
      busy?.({ conversation, message: id, work: 'reading' });
      const data = await dataOf(words, channel);
      if (typeof data === 'string') return { type: 'file-refused', name, fault: data };
      const reading = await documents.read({ name, data });
      if (!reading.ok) {
        if (reading.reason) log('warn', 'file not read', { message: id, ...reading.reason });
        return { type: 'file-refused', name, fault: reading.fault };
      }
      const found = importDocument(form, name, reading.document);
      return found.ok
        ? { type: 'file', file: { id, name, form: found.form } }
        : { type: 'no-form', name, problems: found.problems };
    },
    ofFiling: (id, { answers }) => {
      const name = form.fileName(answers, { draft: false });
      return { id, name, form: { answers, remarks: {}, unplaced: [], edited: [] } };
    },
    records(intent) {
      return intent.type === 'file' || intent.type === 'copy'
        ? [sealed('import', intent.file.id, intent.file)]
        : [];
    },
    async of({ importing, lastYearFiles, filing }) {
      const ids = [importing?.id, lastYearFiles?.[filing]];
      const [file, lastYear] = await Promise.all(ids.map(stored));
      const lost = ids.filter((id, at) => id !== undefined && ![file, lastYear][at]);
      return {
        ...(file && { file }),
        ...(lastYear && { lastYear }),
        lost: lost.flatMap((id) => id ?? []),
      };
    },
  };
}
