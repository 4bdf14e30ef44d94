import { strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { guardPackage } from '../../../src/documents/read/guard.js';
import { xmlGuard } from '../../../src/documents/read/xml-guard.js';
import { encryptedPart, twoOfOneName } from '../../support/hostile-files.js';

const MB = 1024 * 1024;

/** How many elements a part of a package has, as far as it is let through. */
function elementsOf(xml: string, name = 'word/document.xml'): number {
  const guard = xmlGuard(name);
  guard.add(strToU8(xml));
  return guard.end();
}

/** The names of a package's parts, as far as it is let through. */
function guarded(parts: Zippable): Promise<readonly string[]> {
  return guardPackage(zipSync(parts));
}

function nested(depth: number): string {
  return `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
}

describe('the XML of a part', () => {
  test('is counted by its elements', () => {
    expect(elementsOf('<a><b/><c>text</c></a>')).toBe(3);
  });

  test('may have 400 elements within each other, and no more', () => {
    expect(elementsOf(nested(400))).toBe(400);
    expect(() => elementsOf(nested(401))).toThrow('unsafe');
  });

  test('may have any number of elements beside each other, up to 200,000', () => {
    expect(elementsOf(`<a>${'<b/>'.repeat(199_999)}</a>`)).toBe(200_000);
    expect(() => elementsOf(`<a>${'<b/>'.repeat(200_000)}</a>`)).toThrow('too-much');
  });

  test('may merge 5,000 ranges, whatever prefix they have', () => {
    expect(elementsOf(`<a>${'<x:mergeCell/>'.repeat(5_000)}</a>`)).toBe(5_001);
    expect(() => elementsOf(`<a>${'<x:mergeCell/>'.repeat(5_001)}</a>`)).toThrow('too-much');
  });

  test('may style columns 1,024 times', () => {
    expect(elementsOf(`<a>${'<col/>'.repeat(1_024)}</a>`)).toBe(1_025);
    expect(() => elementsOf(`<a>${'<col/>'.repeat(1_025)}</a>`)).toThrow('too-much');
  });

  test('has no DOCTYPE, in capitals or not', () => {
    expect(() => elementsOf('<!DOCTYPE a [<!ENTITY b "c">]><a/>')).toThrow('unsafe');
    expect(() => elementsOf('<?xml version="1.0"?>\n<!doctype a><a/>')).toThrow('unsafe');
  });

  test('may speak of a DOCTYPE in its text and its comments', () => {
    expect(elementsOf('<a><!-- <!DOCTYPE a> -->&lt;!DOCTYPE a&gt;</a>')).toBe(1);
  });

  test('may have its characters cut by the end of a chunk', () => {
    const bytes = strToU8('<a>局</a>');
    const guard = xmlGuard('word/document.xml');
    guard.add(bytes.subarray(0, 4));
    guard.add(bytes.subarray(4));
    expect(guard.end()).toBe(1);
  });

  test('is UTF-8 to its end', () => {
    const guard = xmlGuard('word/document.xml');
    guard.add(Buffer.from('3c612f3ee5b1', 'hex'));
    expect(() => guard.end()).toThrow('unsafe');
  });

  test('is not in GB18030, in which a DOCTYPE could be hidden', () => {
    expect(() => xmlGuard('a.xml').add(Buffer.from('3c613ebed63c2f613e', 'hex'))).toThrow('unsafe');
  });

  test('names no macros where it lists the contents, and may speak of them elsewhere', () => {
    const list =
      '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
    expect(() => elementsOf(list, '[Content_Types].xml')).toThrow('macros');
    expect(elementsOf(list, 'word/document.xml')).toBe(2);
  });
});

describe('a package', () => {
  test('is told by the names of its parts', async () => {
    const parts = { '[Content_Types].xml': strToU8('<a/>'), 'word/document.xml': strToU8('<a/>') };
    expect(await guarded(parts)).toEqual(['[Content_Types].xml', 'word/document.xml']);
  });

  test('may have 1,500 parts, and no more', async () => {
    const parts = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}`, new Uint8Array(0)]));
    expect(await guarded(parts(1_500))).toHaveLength(1_500);
    await expect(guarded(parts(1_501))).rejects.toThrow('refused');
  });

  test('may pack a part of 1 MB as small as it likes, and a larger one 250 times at most', async () => {
    expect(await guarded({ 'a.bin': new Uint8Array(MB) })).toEqual(['a.bin']);
    await expect(guarded({ 'a.bin': new Uint8Array(MB + 1) })).rejects.toThrow('unsafe');
  });

  test('may not hold a part of more than 40 MB', async () => {
    const large = { 'a.bin': new Uint8Array(40 * MB + 1) };
    await expect(guardPackage(zipSync(large, { level: 0 }))).rejects.toThrow('unsafe');
  });

  test('counts the elements of all its parts together', async () => {
    const part = strToU8(`<a>${'<b/>'.repeat(99_999)}</a>`);
    const parts: Zippable = { 'a.xml': [part, { level: 1 }], 'b.xml': [part, { level: 1 }] };
    expect(await guarded(parts)).toHaveLength(2);
    await expect(guarded({ ...parts, 'c.xml': strToU8('<a/>') })).rejects.toThrow('too-much');
  });

  test('looks into every part of XML, wherever it lies', async () => {
    const doctype = strToU8('<!DOCTYPE a><a/>');
    await expect(guarded({ 'customXml/item1.xml': doctype })).rejects.toThrow('unsafe');
    await expect(guarded({ 'word/_rels/a.RELS': doctype })).rejects.toThrow('unsafe');
    await expect(guarded({ 'xl/drawings/a.vml': doctype })).rejects.toThrow('unsafe');
  });

  test('holds no programs, whatever folder they lie in', async () => {
    const parts = { 'xl/activeX/activeX1.bin': new Uint8Array(1) };
    await expect(guarded(parts)).rejects.toThrow('macros');
    await expect(guarded({ 'xl/macrosheets/sheet1.xml': strToU8('<a/>') })).rejects.toThrow(
      'macros',
    );
  });

  test('has each name once, and none that leads out of it', async () => {
    await expect(guardPackage(twoOfOneName())).rejects.toThrow('unsafe');
    await expect(guarded({ '../a.xml': strToU8('<a/>') })).rejects.toThrow('refused');
  });

  test('has no part with a password', async () => {
    await expect(guardPackage(encryptedPart())).rejects.toThrow('encrypted');
  });

  test('is damaged where its end is missing', async () => {
    const whole = zipSync({ 'a.xml': strToU8('<a/>') });
    await expect(guardPackage(whole.subarray(0, whole.length - 10))).rejects.toThrow('damaged');
  });

  test('is damaged where its bytes do not unpack', async () => {
    const data = Buffer.from(zipSync({ 'a.xml': strToU8(`<a>${'甲'.repeat(50)}</a>`) }));
    data.fill(0xff, 36, 39);
    await expect(guardPackage(data)).rejects.toThrow('damaged');
  });

  test('that begins elsewhere in a larger buffer is read where it begins', async () => {
    const packed = zipSync({ 'a.xml': strToU8('<a/>') });
    const around = new Uint8Array(packed.length + 200);
    around.set(packed, 100);
    expect(await guardPackage(around.subarray(100, 100 + packed.length))).toEqual(['a.xml']);
  });
});
