import type { RawDocument } from '../../reading/raw-document.js';
import { documentOf } from './doc-text.js';
import { bodyIn } from './word-97.js';

/**
 * Reads a Word 97–2003 file. Cells that are merged come as empty ones. Tracked changes are read as if accepted.
 * Only the container is left to word-extractor: its own text misses ends of rows, and lacks letters that are set
 * apart, which it takes for deleted ones.
 *
 * @throws Refusal, or anything else where the file is damaged.
 */
export async function readDoc(data: Uint8Array): Promise<RawDocument> {
  const { default: OleCompoundDoc } = await import('word-extractor/lib/ole-compound-doc.js');
  const { default: BufferReader } = await import('word-extractor/lib/buffer-reader.js');
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const container = new OleCompoundDoc(new BufferReader(bytes));
  await container.read();
  return documentOf(await bodyIn(container));
}
