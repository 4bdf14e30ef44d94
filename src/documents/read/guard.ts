import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { LIMITS } from './limits.js';
import { Refusal } from './refusal.js';
import { xmlGuard } from './xml-guard.js';

/** Parts of a package that hold programs, by their name or by what its list of contents calls them. */
const MACROS = /vbaProject|vbaData|activeX|macrosheets/i;
const XML = /\.(?:xml|rels|vml)$/i;
/** Bit 0 of a part's flags: it is encrypted. */
const ENCRYPTED = 1;

/**
 * Stands before every library that unpacks: looks at each part of a package as far as the limits allow, and
 * gives the names of the parts. What is declared is not believed: parts are unpacked and counted.
 * @throws Refusal with what is wrong.
 */
export async function guardPackage(data: Uint8Array): Promise<readonly string[]> {
  const zip = await open(data);
  const names = new Set<string>();
  let bytes = 0;
  let elements = 0;
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry, names);
    const part = await unpacked(zip, entry);
    bytes += part.bytes;
    elements += part.elements;
    if (bytes > LIMITS.packageBytes) throw new Refusal('unsafe');
    if (elements > LIMITS.elements) throw new Refusal('too-much');
  }
  return [...names];
}

async function open(data: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  try {
    // Names are checked here: what yauzl calls invalid it would only report as damage.
    return await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
  } catch (cause) {
    throw new Refusal('damaged', { cause });
  }
}

function checkEntry(entry: Entry, names: Set<string>): void {
  const { fileName, uncompressedSize, compressedSize, generalPurposeBitFlag } = entry;
  if (names.has(fileName) || names.size >= LIMITS.entries) throw new Refusal('unsafe');
  names.add(fileName);
  if ((generalPurposeBitFlag & ENCRYPTED) !== 0) throw new Refusal('encrypted');
  if (MACROS.test(fileName)) throw new Refusal('macros');
  const isInflated =
    uncompressedSize > LIMITS.ratioFrom && uncompressedSize > compressedSize * LIMITS.ratio;
  if (uncompressedSize > LIMITS.entryBytes || isInflated) throw new Refusal('unsafe');
}

/** Unpacks a part, keeping nothing; stops where it holds more than it says. */
async function unpacked(
  zip: ZipFile,
  entry: Entry,
): Promise<{ readonly bytes: number; readonly elements: number }> {
  const guard = XML.test(entry.fileName) ? xmlGuard(entry.fileName) : undefined;
  let bytes = 0;
  for await (const chunk of await streamOf(zip, entry)) {
    bytes += chunk.length;
    if (bytes > LIMITS.entryBytes) throw new Refusal('unsafe');
    guard?.add(chunk);
  }
  return { bytes, elements: guard?.end() ?? 0 };
}

async function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return zip.openReadStreamPromise(entry);
}
