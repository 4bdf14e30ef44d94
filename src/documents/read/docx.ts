import mammoth from 'mammoth';
import type { RawDocument } from '../../reading/raw-document.js';
import { readHtml } from './html.js';

/** Elements of mammoth's document that only point at words elsewhere: [1] is no text of the form. */
const REFERENCES: ReadonlySet<unknown> = new Set(['noteReference', 'commentReference']);

/**
 * Reads a Word file that the guard let pass. Tracked changes are read as if accepted; headers, footers, notes,
 * comments and pictures are left out.
 */
export async function readDocx(data: Uint8Array): Promise<RawDocument> {
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(data.buffer, data.byteOffset, data.byteLength) },
    {
      // The file may bring a style map of its own, which could leave paragraphs out.
      includeEmbeddedStyleMap: false,
      includeDefaultStyleMap: false,
      ignoreEmptyParagraphs: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      transformDocument: withoutReferences,
    },
  );
  return readHtml(html, 'kept');
}

function withoutReferences(element: unknown): unknown {
  if (!isParent(element)) return element;
  const children = element.children
    .filter((child) => !isReference(child))
    .map((child) => withoutReferences(child));
  return { ...element, children };
}

function isParent(element: unknown): element is { readonly children: readonly unknown[] } {
  return (
    typeof element === 'object' &&
    element !== null &&
    Array.isArray(Reflect.get(element, 'children'))
  );
}

function isReference(element: unknown): boolean {
  return (
    typeof element === 'object' && element !== null && REFERENCES.has(Reflect.get(element, 'type'))
  );
}
