import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../src/documents/read/kind.js';
import { oldExcelFile, passwordFile, scannedPdf, wordFile } from '../../support/hostile-files.js';

/** A container with the name of one stream, as far as a kind shows. */
function container(stream: string): Uint8Array {
  const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  return Buffer.concat([signature, Buffer.alloc(504), Buffer.from(`${stream}\0`, 'utf16le')]);
}

describe('the bytes of a file say what it is, whatever its name', () => {
  test.each([
    ['a package', 'form.doc', wordFile(''), 'package'],
    ['a Word file of 1997', 'form.docx', container('WordDocument'), 'doc'],
    ['an Excel file of 1997', 'form.xlsx', oldExcelFile(), 'old-excel'],
    ['an office file with a password', 'form.docx', passwordFile(), 'encrypted'],
    ['a PDF', 'form.doc', scannedPdf(), 'pdf'],
    ['a PDF behind other bytes', 'a', Buffer.from('\0\0junk %PDF-1.7'), 'pdf'],
    ['a page that a system calls Excel', 'form.xls', Buffer.from('<html><body>甲'), 'html'],
    [
      'a page behind a comment',
      'form.xls',
      Buffer.from('<?xml version="1.0"?><!-- a -->\n<!DOCTYPE html><p>甲'),
      'html',
    ],
    ['JSON', 'form.txt', Buffer.from('\uFEFF{ "year": 2026 }'), 'json'],
    ['text', 'form.docx', Buffer.from('部门名称\t甲'), 'text'],
    ['a template, which begins like JSON', 'a.txt', Buffer.from('{单位}年度'), 'text'],
    ['numbered lines, which begin like JSON', 'a.txt', Buffer.from('[1] 甲'), 'text'],
  ])('%s', (_, name, data, expected) => {
    expect(kindOf(data, name)).toBe(expected);
  });
});

describe('the name counts where the bytes do not tell', () => {
  test.each([
    ['form.html', '甲', 'html'],
    ['form.json', '{', 'json'],
    ['form.csv', '甲,乙', 'csv'],
    ['form.csv', '甲\t乙', 'text'],
  ])('%s', (name, text, expected) => {
    expect(kindOf(Buffer.from(text), name)).toBe(expected);
  });

  test('a container that is cut off is a Word file when it is called one', () => {
    expect(kindOf(container(''), 'form.doc')).toBe('doc');
    expect(kindOf(container(''), 'form.bin')).toBe('unknown');
  });
});

describe('what no reader reads is unknown', () => {
  test.each([
    ['RTF', 'form.doc', Buffer.from('{\\rtf1 a}')],
    ['Excel’s XML of 2003', 'form.xls', Buffer.from('<?xml version="1.0"?><Workbook/>')],
    ['a page saved as one file', 'form.doc', Buffer.from('MIME-Version: 1.0\n\n甲')],
    ['a picture', 'form.png', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  ])('%s', (_, name, data) => {
    expect(kindOf(data, name)).toBe('unknown');
  });
});
