import { decodeText } from './decode.js';

/** What a file is, by its bytes; its name counts only where they do not tell. */
export type FileKind =
  | 'package' // a zip archive: .docx, .xlsx, or something else
  | 'doc'
  | 'old-excel'
  | 'encrypted' // an office file with a password is a container of another kind
  | 'pdf'
  | 'html'
  | 'json'
  | 'text'
  | 'unknown';

const ZIP = [0x50, 0x4b];
/** The container of .doc and .xls files, and of encrypted ones. Source: MS-CFB 2.2. */
const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** A PDF may begin with other bytes. Source: ISO 32000-1, annex H.3.4.1. */
const PDF_WITHIN = 1024;

export function kindOf(data: Uint8Array, name: string): FileKind {
  if (startsWith(data, ZIP)) return 'package';
  if (startsWith(data, CONTAINER)) return kindOfContainer(data);
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (bytes.subarray(0, PDF_WITHIN).includes('%PDF-')) return 'pdf';
  const text = decodeText(data)?.trimStart();
  if (text === undefined || text.includes('\0') || text.startsWith('{\\rtf')) return 'unknown';
  if (/^(?:\uFEFF)?\s*[{[]/.test(text)) return 'json';
  const isHtml = /^(?:\uFEFF)?\s*<(?:!doctype html|html|head|body|meta|table)\b/i.test(text);
  if (isHtml || /\.html?$/i.test(name)) return 'html';
  return 'text';
}

function startsWith(data: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => data[at] === byte);
}

/** By the names of the container's streams, which are written in UTF-16. */
function kindOfContainer(data: Uint8Array): FileKind {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const holds = (stream: string) => bytes.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  if (holds('EncryptedPackage')) return 'encrypted';
  if (holds('WordDocument')) return 'doc';
  return holds('Workbook') || holds('Book') ? 'old-excel' : 'unknown';
}
