import { LRUCache } from 'lru-cache';
import type { Form } from '../forms/form.js';
import type { Conversation, ImportedFile, Intent } from '../interview/state.js';
import { importDocument } from '../reading/document/import.js';
import type { Documents, FileWords, Store } from './ports.js';
import { load, sealed } from './records.js';

/** Files that people sent: read and understood once, then kept as what they say. */
export interface Files {
  /** What a file comes to. `id` is that of its message. */
  understand(id: string, words: FileWords): Promise<Intent>;
  /** The record that keeps a file which an intent brought. */
  records(intent: Intent): readonly (readonly [key: string, value: unknown])[];
  /** The file a conversation is going through, and last year's form for a filing, where there are any. */
  of(conversation: Conversation): Promise<{ file?: ImportedFile; lastYear?: ImportedFile }>;
}

/** Understood files held in memory. */
const MOST_FILES = 50;

export function openFiles(store: Store, form: Form, documents: Documents): Files {
  const kept = new LRUCache<string, ImportedFile>({ max: MOST_FILES });

  async function stored(id: string | undefined): Promise<ImportedFile | undefined> {
    if (id === undefined) return undefined;
    const file = kept.get(id) ?? (await load(store, 'import', id));
    if (file) kept.set(id, file);
    return file;
  }

  return {
    async understand(id, { name, data }) {
      if (data === null) return { type: 'file-refused', name, fault: 'too-large' };
      const reading = await documents.read({ name, data: Buffer.from(data, 'base64') });
      if (!reading.ok) return { type: 'file-refused', name, fault: reading.fault };
      const found = importDocument(form, name, reading.document);
      return found.ok
        ? { type: 'file', file: { id, name, form: found.form } }
        : { type: 'no-form', name, problems: found.problems };
    },
    records(intent) {
      return intent.type === 'file' ? [sealed('import', intent.file.id, intent.file)] : [];
    },
    async of({ importing, lastYearFiles, filing }) {
      const file = await stored(importing?.id);
      const lastYear = await stored(lastYearFiles?.[filing]);
      return { ...(file && { file }), ...(lastYear && { lastYear }) };
    },
  };
}
