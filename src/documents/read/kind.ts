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
  | 'csv'
  | 'text'
  | 'unknown';

const ZIP = [0x50, 0x4b];
/** The container of .doc and .xls files, and of encrypted ones. Source: MS-CFB 2.2. */
const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** A PDF may begin with other bytes. Source: ISO 32000-1, annex H.3.4.1. */
const PDF_WITHIN = 1024;

export function kindOf(data: Uint8Array, name: string): FileKind {
  if (startsWith(data, ZIP)) return 'package';
  if (startsWith(data, CONTAINER)) return kindOfContainer(data, name);
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (bytes.subarray(0, PDF_WITHIN).includes('%PDF-')) return 'pdf';
  return kindOfText(decodeText(data)?.trimStart() ?? '\0', name);
}

/** What may stand before a page: <?xml …?> and comments. */
const PROLOGUE = /^(?:<\?xml\b[^>]*>\s*|<!--[\s\S]*?-->\s*)*/i;
const PAGE = /^<(?:!doctype html|html|head|body|meta|style|title|table|div|p|span|font)\b/i;
/** Text that is written for programs: RTF, other XML (Excel's of 2003), and a page saved as one file (MHTML). */
const FOR_PROGRAMS = /^(?:\{\\rtf|<\?xml\b|MIME-Version:)/i;
/** The longest beginning that is looked at. */
const BEGINNING = 4096;

/** @param text begins with its first word. */
function kindOfText(text: string, name: string): FileKind {
  if (text.includes('\0')) return 'unknown';
  const beginning = text.slice(0, BEGINNING);
  // 【{单位}年度】 is a template, and [1] the number of a line: only a key tells JSON from text.
  if (/^\{\s*"/.test(beginning) || /\.json$/i.test(name)) return 'json';
  if (PAGE.test(beginning.replace(PROLOGUE, '')) || /\.html?$/i.test(name)) return 'html';
  if (FOR_PROGRAMS.test(beginning)) return 'unknown';
  // In text of another name a comma may stand in 1,234.56万元.
  return /\.csv$/i.test(name) && !text.includes('\t') ? 'csv' : 'text';
}

function startsWith(data: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => data[at] === byte);
}

/** By the names of the container's streams, which are written in UTF-16; a file that is cut off may have lost them. */
function kindOfContainer(data: Uint8Array, name: string): FileKind {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const holds = (stream: string) => bytes.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  if (holds('EncryptedPackage')) return 'encrypted';
  if (holds('WordDocument')) return 'doc';
  if (holds('Workbook') || holds('Book')) return 'old-excel';
  return /\.(?:doc|dot|wps)$/i.test(name) ? 'doc' : 'unknown';
}
