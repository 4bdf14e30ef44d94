/** The parts of word-extractor 1.0.4 that are used here; it brings no types of its own. */
declare module 'word-extractor/lib/buffer-reader.js' {
  export default class BufferReader {
    constructor(buffer: Buffer);
  }
}

declare module 'word-extractor/lib/word-ole-extractor.js' {
  import type BufferReader from 'word-extractor/lib/buffer-reader.js';

  export default class WordOleExtractor {
    /** The document's characters in their order, Word's own marks among them, once `extract` has resolved. */
    readonly _pieces: readonly { readonly text: string }[];
    /** How many of them are the body's. */
    readonly _boundaries: { readonly ccpText: number };
    extract(reader: BufferReader): Promise<unknown>;
  }
}
