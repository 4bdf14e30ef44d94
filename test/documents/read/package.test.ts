import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { declarationIn } from '../../../src/documents/read/package.js';
import { withDeclaration } from '../../../src/documents/write/package.js';

const AT = Date.UTC(2026, 10, 24);
const NAMESPACE = 'urn:shenbao:declaration:1';

/** The smallest file that has the parts that are changed. */
const EMPTY = zipped({
  '[Content_Types].xml': '<Types><Default Extension="xml" ContentType="application/xml"/></Types>',
  '_rels/.rels': '<Relationships/>',
  'docProps/core.xml':
    '<c><dcterms:created xsi:type="dcterms:W3CDTF">2020-01-01T00:00:00Z</dcterms:created></c>',
  'word/_rels/document.xml.rels': '<Relationships></Relationships>',
});

function zipped(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}

function withItem(xml: string): Uint8Array {
  return zipped({ 'customXml/item1.xml': xml });
}

describe('a declaration', () => {
  test('comes back as it was put in, whatever its texts hold', () => {
    const declaration = {
      unit: ']]></declaration><x a="1">&amp;\t\n "引号" 𠮷',
      funds: { total: '792.70', other: null },
      tasks: [],
    };
    expect(declarationIn(withDeclaration(EMPTY, declaration, AT))).toEqual(declaration);
  });

  test('comes back without what no form may hold, as the texts of every file do', () => {
    const declaration = { unit: '甲\u0001\uFFFE乙' };
    expect(declarationIn(withDeclaration(EMPTY, declaration, AT))).toEqual({ unit: '甲乙' });
  });

  test('is found under another name and prefix, as another program may save it', () => {
    const data = zipped({
      'customXml/item1.xml': '<b:Sources xmlns:b="urn:bibliography"/>',
      'customXml/item7.xml': `<n:declaration xmlns:n="${NAMESPACE}">{&quot;year&quot;:&#x22;2026"}</n:declaration>`,
    });
    expect(declarationIn(data)).toEqual({ year: '2026' });
  });

  test('is found where it was saved as a CDATA section', () => {
    const xml = `<declaration xmlns="${NAMESPACE}"><![CDATA[{"unit":"甲<乙"}]]></declaration>`;
    expect(declarationIn(withItem(xml))).toEqual({ unit: '甲<乙' });
  });
});

describe('there is no declaration', () => {
  test('in a file without parts of its own', () => {
    expect(declarationIn(EMPTY)).toBeUndefined();
  });

  test('in the part of another program', () => {
    const xml = '<declaration xmlns="urn:customs">{"year":"2026"}</declaration>';
    expect(declarationIn(withItem(xml))).toBeUndefined();
  });

  test('in a part that is cut off', () => {
    const xml = `<declaration xmlns="${NAMESPACE}">{"year":"20`;
    expect(declarationIn(withItem(xml))).toBeUndefined();
  });

  test('in a part that is empty', () => {
    expect(declarationIn(withItem(`<declaration xmlns="${NAMESPACE}"/>`))).toBeUndefined();
    expect(declarationIn(withItem(''))).toBeUndefined();
  });

  test('in what is no zip archive, or a damaged one', () => {
    expect(declarationIn(new Uint8Array())).toBeUndefined();
    expect(declarationIn(strToU8('第一行'))).toBeUndefined();
    expect(declarationIn(withDeclaration(EMPTY, {}, AT).slice(0, 400))).toBeUndefined();
  });
});

describe('the parts of the file', () => {
  const parts = unzipSync(withDeclaration(EMPTY, { year: '2026' }, AT));
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());

  test('begin with the list of contents and follow by name', () => {
    expect(Object.keys(parts)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'customXml/_rels/item1.xml.rels',
      'customXml/item1.xml',
      'customXml/itemProps1.xml',
      'docProps/core.xml',
      'word/_rels/document.xml.rels',
    ]);
  });

  test('name the item where Word and Excel look for it', () => {
    expect(text('[Content_Types].xml')).toContain('PartName="/customXml/itemProps1.xml"');
    expect(text('word/_rels/document.xml.rels')).toContain('Target="../customXml/item1.xml"');
    expect(text('customXml/_rels/item1.xml.rels')).toContain('Target="itemProps1.xml"');
    expect(text('customXml/itemProps1.xml')).toContain(`ds:uri="${NAMESPACE}"`);
  });

  test('have the date they are given', () => {
    expect(text('docProps/core.xml')).toContain('>2026-11-24T00:00:00Z</dcterms:created>');
  });
});

test('the bytes are the same in every time zone', () => {
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Asia/Shanghai';
  const east = withDeclaration(EMPTY, {}, AT);
  process.env['TZ'] = 'America/New_York';
  const west = withDeclaration(EMPTY, {}, AT);
  process.env['TZ'] = zone ?? 'UTC';
  expect(Buffer.compare(east, west)).toBe(0);
});

test('a file that is neither of Word nor of Excel is refused', () => {
  expect(() => withDeclaration(zipped({ mimetype: 'text' }), {}, AT)).toThrow(
    'neither a Word nor an Excel file was written',
  );
});
