import { type FileReading, LARGEST_FILE, type UploadedFile } from '../../app/ports.js';
import { faultOf } from '../../errors.js';
import type { RawDocument } from '../../reading/raw-document.js';
import { cleanJson } from './clean-json.js';
import { decodeText } from './decode.js';
import { type FileKind, kindOf } from './kind.js';
import { LIMITS } from './limits.js';
import { Refusal } from './refusal.js';

/**
 * Reads a file of any kind that is known here. Every library is loaded only for a file that needs it, and sees
 * none that the guard has not let pass; one that throws means that the file is damaged.
 */
export async function readFile({ name, data }: UploadedFile): Promise<FileReading> {
  if (data.length > LARGEST_FILE) return { ok: false, fault: 'too-large' };
  if (data.length === 0) return { ok: false, fault: 'damaged' };
  try {
    return { ok: true, document: await readKind(kindOf(data, name), data) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault };
    return { ok: false, fault: 'damaged', reason: faultOf(error) };
  }
}

async function readKind(kind: FileKind, data: Uint8Array): Promise<RawDocument> {
  switch (kind) {
    case 'package':
      return readPackage(data);
    case 'doc':
      (await import('./container-guard.js')).guardContainer(data);
      return (await import('./doc.js')).readDoc(data);
    case 'pdf':
      return (await import('./pdf.js')).readPdf(data);
    case 'html':
      return (await import('./html.js')).readHtml(textOf(data));
    case 'json':
      return { lines: [], rows: [], declaration: jsonOf(data) };
    case 'csv':
      return (await import('./text.js')).readCsv(textOf(data));
    case 'text':
      return (await import('./text.js')).readText(textOf(data));
    case 'old-excel':
    case 'encrypted':
      throw new Refusal(kind);
    case 'unknown':
      throw new Refusal('unknown-kind');
    default:
      return kind satisfies never;
  }
}

async function readPackage(data: Uint8Array): Promise<RawDocument> {
  const { guardPackage } = await import('./guard.js');
  const names = await guardPackage(data);
  const { declarationIn } = await import('./package.js');
  const read = await readerOf(names);
  const declaration = declarationIn(data);
  return { ...(await read(data)), ...(declaration !== undefined && { declaration }) };
}

async function readerOf(
  names: readonly string[],
): Promise<(data: Uint8Array) => Promise<RawDocument>> {
  if (names.includes('word/document.xml')) return (await import('./docx.js')).readDocx;
  if (names.includes('xl/workbook.xml')) return (await import('./xlsx.js')).readXlsx;
  throw new Refusal('unknown-kind');
}

function textOf(data: Uint8Array): string {
  return decodeText(data)?.replace(/^\uFEFF/, '') ?? '';
}

function jsonOf(data: Uint8Array): unknown {
  if (data.length > LIMITS.jsonBytes) throw new Refusal('too-much');
  return cleanJson(textOf(data));
}
