import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { DECLARATION } from '../declaration.js';
import { cleanJson } from './clean-json.js';

/**
 * The declaration that this program put into a Word or Excel file, or undefined: where there is none, or where
 * what stands in its place cannot be read, the visible cells are all there is to go by. Never throws.
 * The file must have passed the guard against zip bombs: what the part holds is unpacked whole.
 */
export function declarationIn(data: Uint8Array): unknown {
  const texts = customParts(data).map(declarationText);
  return parsed(texts.find((text) => text !== undefined));
}

/** The data store items; a program that saves the file again may number them anew. */
function customParts(data: Uint8Array): readonly string[] {
  try {
    const parts = unzipSync(data, {
      filter: ({ name }) => /^customXml\/[^/]+\.xml$/i.test(name),
    });
    return Object.values(parts).map((part) => strFromU8(part));
  } catch {
    return []; // Not a zip archive, or a damaged one: the reader of its cells says so.
  }
}

/** The text of the declaration's element, whatever prefix and whichever escapes it was saved with. */
function declarationText(xml: string): string | undefined {
  let depth = 0;
  let text: string | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (depth > 0) depth += 1;
        else if (/^(?:[\w.-]+:)?declaration$/.test(name) && isOurs(attributes)) depth = 1;
      },
      ontext(words) {
        if (depth > 0) text = (text ?? '') + words;
      },
      onclosetag() {
        if (depth > 0) depth -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return text;
}

function isOurs(attributes: Readonly<Record<string, string>>): boolean {
  return Object.values(attributes).includes(DECLARATION);
}

function parsed(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return cleanJson(json);
  } catch {
    return undefined; // Cut off or edited by hand.
  }
}
