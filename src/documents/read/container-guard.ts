import { Refusal } from './refusal.js';

/** Source of all places and marks: MS-CFB 2.2 and 2.3. */
const HEADER = {
  sectorShift: 30,
  tables: 44,
  smallTable: 60,
  moreTables: 68,
  moreCount: 72,
  list: 76,
};
const LISTED_IN_HEADER = 109;
/** 512 and 4,096 bytes: no container has sectors of another size. */
const SECTOR_SHIFTS: readonly number[] = [9, 12];

/**
 * Stands before the library that reads .doc files, which follows the chains of a container's sectors wherever
 * they lead: one that comes back to itself would never end.
 * @throws Refusal `damaged` for a chain without an end, or a container that cannot be one.
 */
export function guardContainer(data: Uint8Array): void {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const shift = bytes.length < 512 ? undefined : bytes.readUInt16LE(HEADER.sectorShift);
  if (shift === undefined || !SECTOR_SHIFTS.includes(shift)) throw new Refusal('damaged');
  const container = { bytes, size: 2 ** shift };
  const next = tableOf(container, tableSectors(container));
  if (comesBack(next)) throw new Refusal('damaged');
  const small = chain(next, bytes.readUInt32LE(HEADER.smallTable));
  if (comesBack(tableOf(container, small))) throw new Refusal('damaged');
}

interface Container {
  readonly bytes: Buffer;
  /** Bytes of a sector; the header takes the place of one. */
  readonly size: number;
}

/** The numbers in a sector. */
function numbersIn({ bytes, size }: Container, sector: number): readonly number[] {
  const from = (sector + 1) * size;
  if (from + size > bytes.length) throw new Refusal('damaged');
  return Array.from({ length: size / 4 }, (_, at) => bytes.readUInt32LE(from + 4 * at));
}

/** The sectors that hold the table of chains: 109 are listed in the header, the others in sectors of their own. */
function tableSectors(container: Container): readonly number[] {
  const { bytes, size } = container;
  const [count, lists] = [HEADER.tables, HEADER.moreCount].map((at) => bytes.readUInt32LE(at));
  const most = bytes.length / size;
  if (count === undefined || lists === undefined || count > most || lists > most) {
    throw new Refusal('damaged');
  }
  const sectors = Array.from({ length: LISTED_IN_HEADER }, (_, at) =>
    bytes.readUInt32LE(HEADER.list + 4 * at),
  );
  let list = bytes.readUInt32LE(HEADER.moreTables);
  for (let read = 0; read < lists && sectors.length < count; read += 1) {
    const numbers = numbersIn(container, list);
    sectors.push(...numbers.slice(0, -1));
    list = numbers.at(-1) ?? 0;
  }
  if (sectors.length < count) throw new Refusal('damaged');
  return sectors.slice(0, count);
}

/** For each sector the one that follows it in its chain. */
function tableOf(container: Container, sectors: readonly number[]): readonly number[] {
  return sectors.flatMap((sector) => numbersIn(container, sector));
}

/** The sectors of a chain that ends. A number outside of the table is an end. */
function chain(next: readonly number[], first: number): readonly number[] {
  const sectors: number[] = [];
  for (let sector = first; sector < next.length; sector = next[sector] ?? next.length) {
    sectors.push(sector);
  }
  return sectors;
}

/** Whether any chain leads back into itself. Each sector is looked at once. */
function comesBack(next: readonly number[]): boolean {
  const walks = new Uint32Array(next.length);
  return next.some((_, first) => {
    const walk = first + 1;
    let sector = first;
    while (sector < next.length && walks[sector] === 0) {
      walks[sector] = walk;
      sector = next[sector] ?? next.length;
    }
    return sector < next.length && walks[sector] === walk;
  });
}
