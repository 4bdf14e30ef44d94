/** Source of all places: APPNOTE.TXT of the ZIP format, 4.3.14–4.3.16. */
const END = Buffer.from('PK\u0005\u0006', 'latin1');
const LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;
/** What the older record holds where only the newer one has room for the number. */
const TOLD_ELSEWHERE = { count: 0xffff, offset: 0xffffffff };

/**
 * Whether an archive lists its parts in one place. A large archive says where in a second record, which some
 * libraries believe and others do not: with two lists the guard would look at one and a library at the other.
 */
export function hasOneDirectory(data: Buffer): boolean {
  const end = data.lastIndexOf(END);
  const locator = end - LOCATOR_BYTES;
  if (locator < 0 || data.readUInt32LE(locator) !== LOCATOR) return true;
  if (data.length < end + 20) return false;
  const record = Number(data.readBigUInt64LE(locator + 8));
  if (record + 56 > data.length) return false;
  const count = data.readUInt16LE(end + 10);
  const offset = data.readUInt32LE(end + 16);
  return (
    (count === TOLD_ELSEWHERE.count || BigInt(count) === data.readBigUInt64LE(record + 32)) &&
    (offset === TOLD_ELSEWHERE.offset || BigInt(offset) === data.readBigUInt64LE(record + 48))
  );
}
