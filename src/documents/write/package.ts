import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { AppError } from '../../errors.js';
import { DECLARATION } from '../declaration.js';

/** A data store item's own name within the file; fixed, so that the same paper gives the same bytes. */
const ITEM_ID = '{5E1B7A60-3D0C-4C55-9B1F-2A6D8C9E4F01}';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The main part's relationships, in a Word and in an Excel file. */
const MAIN_RELATIONSHIPS = ['word/_rels/document.xml.rels', 'xl/_rels/workbook.xml.rels'];

type Parts = Readonly<Record<string, Uint8Array>>;
/** A part's XML to what it becomes. */
type Change = (xml: string) => string;

/**
 * A Word or Excel file with the declaration in it as a data store item, dated `at` (milliseconds since 1970).
 * Both programs keep such an item when they save the file. Parts are zipped in a fixed order and without
 * times of their own: same file and declaration, same bytes. Source of the parts: ECMA-376 part 1, 15.2.5, 15.2.6.
 */
export function withDeclaration(data: Uint8Array, declaration: unknown, at: number): Uint8Array {
  const parts = unzipSync(data, { filter: ({ name }) => !name.endsWith('/') });
  const main = MAIN_RELATIONSHIPS.find((name) => name in parts);
  if (main === undefined) throw new AppError('bug', 'neither a Word nor an Excel file was written');
  return zipped({
    ...parts,
    ...changed(parts, '[Content_Types].xml', named),
    ...changed(parts, main, related),
    ...changed(parts, 'docProps/core.xml', dated(at)),
    ...itemOf(declaration),
  });
}

function changed(parts: Parts, name: string, change: Change): Parts {
  const part = parts[name];
  if (part === undefined) throw new AppError('bug', `a file was written without ${name}`);
  return { [name]: strToU8(change(strFromU8(part))) };
}

const named: Change = (xml) =>
  xml.replace(
    '</Types>',
    `<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>`,
  );

const related: Change = (xml) =>
  xml.replace(
    '</Relationships>',
    `<Relationship Id="rIdDeclaration" Type="${OFFICE}/relationships/customXml" Target="../customXml/item1.xml"/></Relationships>`,
  );

function dated(at: number): Change {
  const date = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  return (xml) =>
    xml.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, (_, tag: string) => tag + date);
}

function itemOf(declaration: unknown): Parts {
  return {
    'customXml/item1.xml': strToU8(
      `${HEAD}<declaration xmlns="${DECLARATION}">${plainJson(declaration)}</declaration>`,
    ),
    'customXml/itemProps1.xml': strToU8(
      `${HEAD}<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${OFFICE}/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${DECLARATION}"/></ds:schemaRefs></ds:datastoreItem>`,
    ),
    'customXml/_rels/item1.xml.rels': strToU8(
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
    ),
  };
}

/** JSON in which nothing means anything to XML, and nothing is forbidden there. */
function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u007F-\u009F\uFFFE\uFFFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The list of contents comes first: some readers look for it there. */
function zipped(parts: Parts): Uint8Array {
  const first = ['[Content_Types].xml', '_rels/.rels'];
  const others = Object.keys(parts).filter((name) => !first.includes(name));
  const entries = [...first, ...others.sort()].map((name) => [
    name,
    parts[name] ?? new Uint8Array(),
  ]);
  // A local date, because zip entries hold local times: the same bytes in every time zone.
  return zipSync(Object.fromEntries(entries) as Zippable, { mtime: new Date(1980, 0, 1) });
}
