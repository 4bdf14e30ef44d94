/** The parts of word-extractor 1.0.4 that are used here; it brings no types of its own. */
declare module 'word-extractor/lib/buffer-reader.js' {
  export default class BufferReader {
    constructor(buffer: Buffer);
  }
}

declare module 'word-extractor/lib/ole-compound-doc.js' {
  import type { Readable } from 'node:stream';
  import type BufferReader from 'word-extractor/lib/buffer-reader.js';

  /** The small file system that a .doc is. */
  export default class OleCompoundDoc {
    constructor(reader: BufferReader);
    read(): Promise<unknown>;
    stream(name: string): Readable;
  }
}
