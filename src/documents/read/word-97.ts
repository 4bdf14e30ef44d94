import { CELL_END, LINE_END, PARAGRAPH_END, ROW_END } from './doc-text.js';
import { Refusal } from './refusal.js';

/** Where the file's header says something, in bytes. Source: MS-DOC 2.5. */
const HEADER = { flags: 0x0a, length: 0x4c, characters: 0xfa, paragraphs: 0x102, pieces: 0x1a2 };
const WORD_97 = 0xa5ec;
const [ENCRYPTED, SECOND_TABLE] = [0x0100, 0x0200];
const NARROW = 0x40000000;
/** The signs from 80 to 9F of text with a byte a character; Node reads windows-1252 without them. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const PAGE = 512;
const PAGE_NUMBER = 0x3fffff;
/** Bytes of a page's entry for each of its runs. Source: MS-DOC 2.9.33, 2.9.174. */
const ENTRY_BYTES = { characters: 1, paragraphs: 13 };

/** Properties by their codes; where there are too many, as a row of seven cells may have, they stand elsewhere. */
const PROPERTY = { inTable: 0x2416, rowMark: 0x2417, deleted: 0x0800, elsewhere: 0x6646 };
const TABLE_DEFINITION = 0xd608;
/** Bytes of a property's value by the upper three bits of its code; 6 says its length itself. */
const VALUE_BYTES = [1, 1, 2, 4, 2, 2, undefined, 3];

/** The streams of a file: a .doc is a small file system. */
export interface Container {
  stream(name: string): AsyncIterable<Buffer>;
}

/** The characters of the body: without what was deleted, with the ends of rows and of lines told apart. */
export async function bodyIn(container: Container): Promise<string> {
  const main = await whole(container, 'WordDocument');
  const flags = main.readUInt16LE(HEADER.flags);
  if (main.readUInt16LE(0) !== WORD_97) throw new Refusal('unknown-kind');
  if ((flags & ENCRYPTED) !== 0) throw new Refusal('encrypted');
  const table = await whole(container, (flags & SECOND_TABLE) === 0 ? '0Table' : '1Table');
  const elsewhere = await whole(container, 'Data');
  const ends = paragraphEnds(runsOf(main, table, 'paragraphs'), elsewhere);
  const runs = runsOf(main, table, 'characters');
  const deletions = runs.filter(({ properties }) => isOn(properties, PROPERTY.deleted));
  const pieces = piecesOf(main, table);
  return pieces.map((piece) => shownIn(piece, ends, deletions)).join('');
}

async function whole(container: Container, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of container.stream(name)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Characters that follow each other in the file: where they begin, and how many bytes each takes there. */
interface Piece {
  readonly text: string;
  readonly from: number;
  readonly width: number;
}

/** The body's characters in their order. Source: MS-DOC 2.4.1, 2.8.35. */
function piecesOf(main: Buffer, table: Buffer): readonly Piece[] {
  const length = main.readUInt32LE(HEADER.length);
  let at = main.readUInt32LE(HEADER.pieces);
  while (table[at] === 1) at += 3 + table.readUInt16LE(at + 1);
  const count = (table.readUInt32LE(at + 1) - 4) / 12;
  const places = table.subarray(at + 5);
  let bytes = 0;
  return Array.from({ length: count }, (_, piece) => {
    const begin = Math.min(places.readUInt32LE(piece * 4), length);
    const end = Math.min(places.readUInt32LE(piece * 4 + 4), length);
    const place = places.readUInt32LE((count + 1) * 4 + piece * 8 + 2);
    const [from, width] = place & NARROW ? [(place & ~NARROW) / 2, 1] : [place, 2];
    const size = Math.max(end - begin, 0) * width;
    bytes += size;
    // Pieces never overlap: those that do could make gigabytes of one sentence.
    if (bytes > main.length) throw new Refusal('unsafe');
    return { text: textAt(main, from, from + size, width), from, width };
  });
}

function textAt(main: Buffer, from: number, to: number, width: number): string {
  if (width === 2) return main.toString('utf16le', from, to);
  const text = main.toString('latin1', from, to);
  return text.replace(/[\x80-\x9f]/g, (sign) => SIGNS.charAt(sign.charCodeAt(0) - 0x80));
}

/** Values by the codes of their properties. */
type Properties = ReadonlyMap<number, Buffer>;

/** Characters or a paragraph by their places in the file, with properties of their own. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly properties: Properties;
}

function runsOf(main: Buffer, table: Buffer, kind: 'characters' | 'paragraphs'): readonly Run[] {
  const at = main.readUInt32LE(HEADER[kind]);
  const count = (main.readUInt32LE(HEADER[kind] + 4) - 4) / 8;
  return Array.from({ length: Math.max(0, count) }, (_, page) => {
    const number = table.readUInt32LE(at + (count + 1 + page) * 4) & PAGE_NUMBER;
    return runsOn(main.subarray(number * PAGE, (number + 1) * PAGE), kind);
  }).flat();
}

function runsOn(page: Buffer, kind: 'characters' | 'paragraphs'): readonly Run[] {
  const count = page.readUInt8(PAGE - 1);
  return Array.from({ length: count }, (_, run) => {
    const at = page.readUInt8((count + 1) * 4 + run * ENTRY_BYTES[kind]) * 2;
    const values =
      kind === 'paragraphs'
        ? paragraphValues(page, at)
        : page.subarray(at + 1).subarray(0, page[at]);
    return {
      from: page.readUInt32LE(run * 4),
      to: page.readUInt32LE(run * 4 + 4),
      properties: propertiesOf(at === 0 ? Buffer.alloc(0) : values),
    };
  });
}

/** Behind the length, which is written in one of two ways, and the number of the paragraph's style. */
function paragraphValues(page: Buffer, at: number): Buffer {
  const length = page.readUInt8(at) * 2;
  if (length > 0) return page.subarray(at + 3, at + length);
  return page.subarray(at + 4, at + 2 + page.readUInt8(at + 1) * 2);
}

function propertiesOf(bytes: Buffer): Properties {
  const found = new Map<number, Buffer>();
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = bytes.readUInt16LE(at);
    const from = at + 2;
    const isLong = code === TABLE_DEFINITION && from + 1 < bytes.length;
    const said = isLong ? bytes.readUInt16LE(from) : (bytes[from] ?? 0);
    at = from + (VALUE_BYTES[code >> 13] ?? said + 1);
    found.set(code, bytes.subarray(from, at));
  }
  return found;
}

function isOn(properties: Properties, code: number): boolean {
  return ((properties.get(code)?.[0] ?? 0) & 1) === 1;
}

/** By the places where paragraphs end in the file: the ends of rows and of lines outside of tables. */
function paragraphEnds(runs: readonly Run[], elsewhere: Buffer): ReadonlyMap<number, string> {
  const ends = new Map<number, string>();
  for (const { to, properties } of runs) {
    const all = withThoseElsewhere(properties, elsewhere);
    if (!isOn(all, PROPERTY.inTable)) ends.set(to, LINE_END);
    else if (isOn(all, PROPERTY.rowMark)) ends.set(to, ROW_END);
  }
  return ends;
}

function withThoseElsewhere(properties: Properties, elsewhere: Buffer): Properties {
  const place = properties.get(PROPERTY.elsewhere);
  if (place?.length !== 4 || elsewhere.length === 0) return properties;
  const at = place.readUInt32LE();
  const bytes = elsewhere.subarray(at + 2, at + 2 + elsewhere.readUInt16LE(at));
  return new Map([...properties, ...propertiesOf(bytes)]);
}

function shownIn(
  { text, from, width }: Piece,
  ends: ReadonlyMap<number, string>,
  deletions: readonly Run[],
): string {
  const shown = text.split('').map((character, at) => {
    const place = from + at * width;
    if (deletions.some((run) => run.from <= place && place < run.to)) return '';
    const end = ends.get(place + width);
    if (character === CELL_END) return end === ROW_END ? ROW_END : CELL_END;
    if (character !== PARAGRAPH_END && character !== LINE_END) return character;
    return end === LINE_END ? LINE_END : PARAGRAPH_END;
  });
  return shown.join('');
}
