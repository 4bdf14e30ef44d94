import { strToU8, type Zippable, zipSync } from 'fflate';

/** The parts that make a package a Word file. */
const WORD: Zippable = {
  '[Content_Types].xml': xml(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  '_rels/.rels': xml(
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
};

function xml(body: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
}

/** A Word file with a body of one's own, and more parts. */
export function wordFile(body: string, more: Zippable = {}): Uint8Array {
  const document = xml(
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  );
  return zipSync({ ...WORD, 'word/document.xml': document, ...more });
}

export function wordParagraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A Word file whose document begins with a DOCTYPE. */
export function wordFileWithDoctype(doctype: string): Uint8Array {
  const document = strToU8(
    `<?xml version="1.0"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${wordParagraph('&x;')}</w:body></w:document>`,
  );
  return zipSync({ ...WORD, 'word/document.xml': document });
}

/** 300 MB of blanks in a part of 0.3 MB. */
export function zipBomb(): Uint8Array {
  return wordFile(wordParagraph('1'), {
    'word/media/blanks.bin': new Uint8Array(300 * 1024 * 1024),
  });
}

/** A part that says it is small, and unpacks to 100 MB. */
export function lyingSizes(): Uint8Array {
  const data = Buffer.from(
    wordFile(wordParagraph('1'), { 'word/media/a.bin': new Uint8Array(100 * 1024 * 1024) }),
  );
  const size = Buffer.alloc(4);
  size.writeUInt32LE(100 * 1024 * 1024);
  const small = Buffer.alloc(4);
  small.writeUInt32LE(10);
  for (let at = data.indexOf(size); at >= 0; at = data.indexOf(size, at)) small.copy(data, at);
  return data;
}

/** An Excel file with a sheet of one's own. */
export function excelFile(sheet: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="${packaged}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    ),
    '_rels/.rels': xml(
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': xml(`<worksheet xmlns="${main}">${sheet}</worksheet>`),
  });
}

/** A cell with text of its own. */
export function excelCell(place: string, text: string): string {
  const row = place.replace(/\D/g, '');
  return `<row r="${row}"><c r="${place}" t="inlineStr"><is><t>${text}</t></is></c></row>`;
}

/** Two parts of one name: which of them a library reads, nobody knows. */
export function twoOfOneName(): Uint8Array {
  const once = wordFile(wordParagraph('1'), {
    'word/a.xml': xml('<a/>'),
    'word/b.xml': xml('<b/>'),
  });
  const data = Buffer.from(once);
  for (let at = data.indexOf('word/b.xml'); at >= 0; at = data.indexOf('word/b.xml', at + 1)) {
    data.write('word/a.xml', at);
  }
  return data;
}

/** A zip archive whose only part is marked as encrypted. */
export function encryptedPart(): Uint8Array {
  const data = Buffer.from(zipSync({ 'word/document.xml': xml('<a/>') }));
  data.writeUInt16LE(data.readUInt16LE(6) | 1, 6);
  const directory = data.indexOf('PK\u0001\u0002', 0, 'latin1');
  data.writeUInt16LE(data.readUInt16LE(directory + 8) | 1, directory + 8);
  return data;
}

/** An office file with a password: a container that holds the encrypted package. */
export function passwordFile(): Uint8Array {
  const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  return Buffer.concat([
    signature,
    Buffer.alloc(500),
    Buffer.from('EncryptedPackage\0', 'utf16le'),
  ]);
}

/** A Word file of 1997 whose list of streams is a chain of two sectors that follow each other for ever. */
export function endlessContainer(): Uint8Array {
  const sector = 512;
  const data = Buffer.alloc(4 * sector, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(data);
  data.writeUInt16LE(9, 30); // 2 to the power of 9 bytes a sector
  data.writeUInt16LE(6, 32);
  data.writeUInt32LE(1, 44); // one sector holds the table of chains: the first
  data.writeUInt32LE(0, 76);
  data.writeUInt32LE(1, 48); // the list of streams begins in the second
  data.writeUInt32LE(0, 64);
  data.writeUInt32LE(0, 72);
  data.writeUInt32LE(2, sector + 4);
  data.writeUInt32LE(1, sector + 8);
  Buffer.from('WordDocument\0', 'utf16le').copy(data, 2 * sector);
  return data;
}

/** An .xls file, as far as its kind shows. */
export function oldExcelFile(): Uint8Array {
  const signature = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  return Buffer.concat([signature, Buffer.alloc(500), Buffer.from('Workbook\0', 'utf16le')]);
}

/** A PDF of one page that shows nothing. */
export function scannedPdf(): Uint8Array {
  const objects = [
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
  ];
  return Buffer.from(`%PDF-1.4\n${objects.join('\n')}\ntrailer<</Root 1 0 R>>\n%%EOF`);
}

/** A zip archive that is no office file. */
export function otherArchive(): Uint8Array {
  return zipSync({ 'notes.txt': strToU8('甲') });
}
