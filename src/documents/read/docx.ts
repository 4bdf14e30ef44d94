import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { RawDocument } from '../../reading/raw-document.js';
import { readHtml } from './html.js';

/** Elements of mammoth's document that only point at words elsewhere: [1] is no text of the form. */
const REFERENCES: ReadonlySet<unknown> = new Set(['noteReference', 'commentReference']);
/** 「单击此处输入文字」 in a field to fill in; Word keeps the names of its own styles in English. */
const PLACEHOLDER = 'Placeholder Text';

/**
 * Elements that mammoth leaves out with all the words in them, and such as it reads the same way: a simple field
 * (=SUM(ABOVE)), 拼音指南 without its 拼音, text with a direction, and an equation on one line (≥98%).
 */
const READ_AS: Readonly<Record<string, string>> = {
  'w:fldSimple': 'w:smartTag',
  'w:ruby': 'w:smartTag',
  'w:rubyBase': 'w:smartTag',
  'w:rt': 'w:del',
  'w:bdo': 'w:smartTag',
  'w:dir': 'w:smartTag',
  'w:cr': 'w:br',
  'm:oMathPara': 'w:smartTag',
  'm:oMath': 'w:smartTag',
  'm:r': 'w:r',
  'm:t': 'w:t',
};
const LEFT_OUT = new RegExp(`<(?:${Object.keys(READ_AS).join('|')})\\b`);

/**
 * Reads a Word file that the guard let pass. Tracked changes are read as if accepted; headers, footers, notes,
 * comments and pictures are left out.
 */
export async function readDocx(data: Uint8Array): Promise<RawDocument> {
  const { value: html } = await mammoth.convertToHtml(
    { buffer: legible(data) },
    {
      // The file may bring a style map of its own, which could leave paragraphs out.
      includeEmbeddedStyleMap: false,
      includeDefaultStyleMap: false,
      ignoreEmptyParagraphs: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      transformDocument: withoutAsides,
    },
  );
  // A hyphen that never breaks is one; one that is seen at the end of a line only is none.
  return readHtml(html.replaceAll('\u2011', '-').replaceAll('\u00ad', ''), 'kept');
}

/** The file with all its words in elements that mammoth reads: most are written so. */
function legible(data: Uint8Array): Buffer {
  const texts = Object.entries(
    unzipSync(data, { filter: ({ name }) => /^word\/[^/]+\.xml$/i.test(name) }),
  ).map(([name, part]) => [name, strFromU8(part)] as const);
  if (!texts.some(([, text]) => LEFT_OUT.test(text))) {
    return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  }
  const renamed = texts.map(([name, text]) => [name, strToU8(withNamesRead(text))] as const);
  return Buffer.from(zipSync({ ...unzipSync(data), ...Object.fromEntries(renamed) }, { level: 0 }));
}

function withNamesRead(xml: string): string {
  return xml.replace(
    /(<\/?)([wm]:\w+)/g,
    (_, start: string, name: string) => `${start}${READ_AS[name] ?? name}`,
  );
}

function withoutAsides(element: unknown): unknown {
  if (!isParent(element)) return element;
  const children = element.children
    .filter((child) => !isAside(child))
    .map((child) => withoutAsides(child));
  return { ...element, children };
}

function isParent(element: unknown): element is { readonly children: readonly unknown[] } {
  return (
    typeof element === 'object' &&
    element !== null &&
    Array.isArray(Reflect.get(element, 'children'))
  );
}

/** Whether an element is no text of the form. */
function isAside(element: unknown): boolean {
  if (typeof element !== 'object' || element === null) return false;
  return (
    REFERENCES.has(Reflect.get(element, 'type')) ||
    Reflect.get(element, 'styleName') === PLACEHOLDER
  );
}
