import {
  type Entry,
  fromBufferPromise,
  getFileNameLowLevel,
  validateFileName,
  type ZipFile,
} from 'yauzl';
import { LIMITS } from './limits.js';
import { Refusal } from './refusal.js';
import { type XmlGuard, xmlGuard } from './xml-guard.js';
import { hasOneDirectory } from './zip-directory.js';

/** Parts of a package that hold programs. Its list of contents may name others: the guard of its XML looks there. */
const MACROS = /vbaProject|vbaData|activeX|macrosheets/i;
const XML = /\.(?:xml|rels|vml)$/i;
/** Pictures that are XML with a DOCTYPE of their own; no reader looks into pictures. */
const PICTURE = /\.svg$/i;
/** Bit 0 of a part's flags: it is encrypted. */
const ENCRYPTED = 1;

/**
 * Stands before every library that unpacks: looks at each part of a package as far as the limits allow, and
 * gives the names of the parts. What is declared is not believed: parts are unpacked and counted.
 * @throws Refusal with what is wrong.
 */
export async function guardPackage(data: Uint8Array): Promise<readonly string[]> {
  const zip = await open(data);
  const names = new Map<string, string>();
  let bytes = 0;
  let elements = 0;
  for await (const entry of entriesOf(zip)) {
    const name = nameOf(entry);
    checkName(name, names);
    checkEntry(entry);
    const part = await unpacked(zip, entry, name);
    bytes += part.bytes;
    elements += part.elements;
    if (bytes > LIMITS.packageBytes) throw new Refusal('unsafe');
    if (elements > LIMITS.elements) throw new Refusal('too-much');
  }
  return [...names.values()];
}

async function open(data: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (!hasOneDirectory(buffer)) throw new Refusal('unsafe');
  try {
    // Names are checked here: what is wrong with one yauzl would only report as damage.
    return await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: true });
  } catch (cause) {
    throw new Refusal('damaged', { cause });
  }
}

/** The parts as they are listed. A list that cannot be read to its end is damage. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  if (zip.entryCount > LIMITS.entries) throw new Refusal('too-much');
  yield* zip.eachEntry();
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
}

/** Two names that differ in their case only are one to Word. Source: ECMA-376 part 2, 6.2.2.3. */
function checkName(name: string, names: Map<string, string>): void {
  const key = name.toLowerCase();
  // Absolute, with .. in it, or with \ for /.
  if (names.has(key) || validateFileName(name) !== null) throw new Refusal('unsafe');
  if (MACROS.test(name)) throw new Refusal('macros');
  names.set(key, name);
}

function checkEntry({ uncompressedSize, compressedSize, generalPurposeBitFlag }: Entry): void {
  if ((generalPurposeBitFlag & ENCRYPTED) !== 0) throw new Refusal('encrypted');
  const isInflated =
    uncompressedSize > LIMITS.ratioFrom && uncompressedSize > compressedSize * LIMITS.ratio;
  if (uncompressedSize > LIMITS.entryBytes || isInflated) throw new Refusal('unsafe');
}

/** Unpacks a part, keeping nothing; stops where it holds more than it says, which is no more than is taken. */
async function unpacked(
  zip: ZipFile,
  entry: Entry,
  name: string,
): Promise<{ readonly bytes: number; readonly elements: number }> {
  const stream = await zip.openReadStreamPromise(entry);
  let guard: XmlGuard | undefined;
  let bytes = 0;
  try {
    for await (const chunk of stream) {
      if (bytes === 0 && isXml(name, chunk)) guard = xmlGuard(name);
      bytes += chunk.length;
      guard?.add(chunk);
    }
    return { bytes, elements: guard?.end() ?? 0 };
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal(faultOf(cause), { cause });
  }
}

/** zlib says with a code of its own that bytes are damaged; what else goes wrong is a size that is not true. */
function faultOf(error: unknown): 'damaged' | 'unsafe' {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' && code.startsWith('Z_') ? 'damaged' : 'unsafe';
}

/** By its name or its beginning: a package may call its document whatever it likes. */
function isXml(name: string, start: Uint8Array): boolean {
  if (PICTURE.test(name)) return false;
  // A mark and the zero bytes of UTF-16 may stand before or around the first sign.
  const first = start.find(
    (byte) => ![0xef, 0xbb, 0xbf, 0xff, 0xfe, 0, 9, 10, 13, 32].includes(byte),
  );
  return XML.test(name) || first === 0x3c;
}
