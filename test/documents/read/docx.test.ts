import { describe, expect, test } from 'vitest';
import { readDocx } from '../../../src/documents/read/docx.js';
import { readFile } from '../../../src/documents/read/read-file.js';
import { writeDocx } from '../../../src/documents/write/docx.js';
import { wordParagraph as p, wordFile } from '../../support/hostile-files.js';
import { resaved, withoutLibreOffice } from '../../support/libreoffice.js';
import { paperOf, sampleAnswers } from '../../support/papers.js';

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function cell(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}

function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** The paragraphs of each cell; null is a covered place. */
async function rowsOf(body: string) {
  const { rows } = await readDocx(wordFile(body));
  return rows.map((row) => row.map((found) => found?.paragraphs ?? null));
}

async function linesOf(body: string) {
  return (await readDocx(wordFile(body))).lines.flatMap(({ paragraphs }) => paragraphs);
}

describe('a table of a Word file', () => {
  test('has null where a merged cell covers a place', async () => {
    const body = table(
      [cell(p('甲'), '<w:vMerge w:val="restart"/>'), cell(p('乙'), '<w:gridSpan w:val="2"/>')],
      [cell(p(''), '<w:vMerge/>'), cell(p('丙')), cell(p('丁'))],
    );
    expect(await rowsOf(body)).toEqual([
      [['甲'], ['乙'], null],
      [null, ['丙'], ['丁']],
    ]);
  });

  test('has the paragraphs of a cell apart, and line breaks within them', async () => {
    const broken = `<w:p>${run('一')}<w:r><w:br/></w:r>${run('二')}</w:p>`;
    expect(await rowsOf(table([cell(broken + p('') + p('三') + p(''))]))).toEqual([
      [['一\n二', '', '三']],
    ]);
  });

  test('within a cell is text of that cell', async () => {
    const nested = table([cell(p('内一')), cell(p('内二'))]);
    expect(await rowsOf(table([cell(p('外') + nested + p('后'))]))).toEqual([
      [['外', '内一', '内二', '后']],
    ]);
  });

  test('stands between the lines before, between and behind it', async () => {
    const body = p('前') + table([cell(p('甲'))]) + p('中') + table([cell(p('乙'))]) + p('后');
    expect(await linesOf(body)).toEqual(['前', '中', '后']);
    expect((await readDocx(wordFile(body))).rows.map((row) => row[0]?.at)).toEqual(['A1', '2!A1']);
  });
});

describe('the rows of a table', () => {
  test('that were deleted are left out', async () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell(p('旧'))}</w:tr>`;
    const row = (text: string) => `<w:tr>${cell(p(text))}</w:tr>`;
    expect(await rowsOf(`<w:tbl>${row('甲')}${deleted}${row('乙')}</w:tbl>`)).toEqual([
      [['甲']],
      [['乙']],
    ]);
  });

  test('and their cells may stand in content controls', async () => {
    const control = (content: string) => `<w:sdt><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const merged = '<w:vMerge w:val="restart"/>';
    const first = control(`<w:tr>${cell(p('甲'), merged)}${control(cell(p('乙')))}</w:tr>`);
    const second = `<w:tr>${cell(p(''), '<w:vMerge/>')}${cell(p('丙'))}</w:tr>`;
    expect(await rowsOf(`<w:tbl>${first}${second}</w:tbl>`)).toEqual([
      [['甲'], ['乙']],
      [null, ['丙']],
    ]);
  });

  test('keep their cells where a bookmark stands between them, covered ones as empty ones', async () => {
    const mark = '<w:bookmarkStart w:id="0" w:name="a"/>';
    const first = `<w:tr>${cell(p('甲'), '<w:vMerge w:val="restart"/>')}${cell(p('乙'))}</w:tr>`;
    const second = `<w:tr>${cell(p(''), '<w:vMerge/>')}${cell(p('丙'))}</w:tr>`;
    expect(await rowsOf(`<w:tbl>${first}${mark}${second}</w:tbl>`)).toEqual([
      [['甲'], ['乙']],
      [[], ['丙']],
    ]);
  });
});

describe('the words of a Word file', () => {
  test('within a content control are read', async () => {
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${run('司法局')}</w:sdtContent></w:sdt>`;
    expect(await linesOf(`<w:p>${run('填报单位：')}${control}</w:p>`)).toEqual([
      '填报单位：司法局',
    ]);
  });

  test('are read as if tracked changes were accepted', async () => {
    const deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>792.70</w:delText></w:r></w:del>';
    const inserted = `<w:ins w:id="2" w:author="a">${run('792.71')}</w:ins>`;
    expect(await linesOf(`<w:p>${deleted}${inserted}</w:p>`)).toEqual(['792.71']);
  });

  test('keep their tabs and blanks', async () => {
    const body = `<w:p>${run('填报单位：  甲')}<w:r><w:tab/></w:r>${run('负责人：乙')}</w:p>`;
    expect(await linesOf(body)).toEqual(['填报单位：  甲\t负责人：乙']);
  });

  test('in a simple field are what it came to', async () => {
    const sum = `<w:fldSimple w:instr=" =SUM(ABOVE) ">${run('664')}</w:fldSimple>`;
    expect(
      await rowsOf(table([cell(p('金额合计')), cell(`<w:p>${sum}${run('万元')}</w:p>`)])),
    ).toEqual([[['金额合计'], ['664万元']]]);
  });

  test('in any other field are what it came to', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = '<w:r><w:instrText> PAGE </w:instrText></w:r>';
    const field = mark('begin') + code + mark('separate') + run('7') + mark('end');
    expect(await linesOf(`<w:p>${run('第')}${field}${run('页')}</w:p>`)).toEqual(['第7页']);
  });

  test('with 拼音 above them are read without it', async () => {
    const ruby = `<w:ruby><w:rubyPr/><w:rt>${run('héng')}</w:rt><w:rubyBase>${run('衡')}</w:rubyBase></w:ruby>`;
    expect(await linesOf(`<w:p><w:r>${ruby}</w:r>${run('阳')}</w:p>`)).toEqual(['衡阳']);
  });

  test('in an equation on one line are read', async () => {
    const math = 'http://schemas.openxmlformats.org/officeDocument/2006/math';
    const equation = `<m:oMath xmlns:m="${math}"><m:r><m:t>≥98</m:t></m:r></m:oMath>`;
    expect(await linesOf(`<w:p>${equation}${run('%')}</w:p>`)).toEqual(['≥98%']);
  });

  test('have a hyphen where it never breaks, and none where it is seen at the end of a line only', async () => {
    const hyphens = '<w:r><w:noBreakHyphen/></w:r>';
    const soft = '<w:r><w:softHyphen/></w:r>';
    expect(
      await linesOf(`<w:p>${run('2020')}${hyphens}${run('0')}${soft}${run('5')}</w:p>`),
    ).toEqual(['2020-05']);
  });

  test('break a line at each of the two marks for it', async () => {
    expect(
      await linesOf(
        `<w:p>${run('一')}<w:r><w:br/></w:r>${run('二')}<w:r><w:cr/></w:r>${run('三')}</w:p>`,
      ),
    ).toEqual(['一\n二\n三']);
  });

  test('that only ask for words are not read', async () => {
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="character" w:styleId="a3"><w:name w:val="Placeholder Text"/></w:style></w:styles>';
    const asking = '<w:r><w:rPr><w:rStyle w:val="a3"/></w:rPr><w:t>单击此处输入文字。</w:t></w:r>';
    const control = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${asking}</w:sdtContent></w:sdt>`;
    const body = `<w:p>${run('单位：')}${control}</w:p>`;
    const { lines } = await readDocx(wordFile(body, { 'word/styles.xml': Buffer.from(styles) }));
    expect(lines[0]?.paragraphs).toEqual(['单位：']);
  });

  test('that were moved stand where they were moved to', async () => {
    const moved = `<w:moveFrom w:id="1">${run('甲')}</w:moveFrom>${run('乙')}<w:moveTo w:id="2">${run('甲')}</w:moveTo>`;
    expect(await linesOf(`<w:p>${moved}</w:p>`)).toEqual(['乙甲']);
  });

  test('of two paragraphs whose end was deleted are one', async () => {
    const deleted = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('上')}</w:p>`;
    expect(await linesOf(deleted + p('下'))).toEqual(['上下']);
  });

  test('have no marks of notes in them', async () => {
    const note = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    expect(await linesOf(`<w:p>${run('甲')}${note}${run('乙')}</w:p>`)).toEqual(['甲乙']);
  });
});

describe('a Word file that LibreOffice has saved again', () => {
  test.skipIf(withoutLibreOffice)(
    'has the same lines and cells as before',
    { timeout: 60_000 },
    async () => {
      const written = await writeDocx(paperOf(sampleAnswers()));
      const before = await readDocx(written);
      const after = await readDocx(resaved(written, 'docx', 'docx'));
      expect(after).toEqual(before);
    },
  );
});

test('a file carries its declaration beside its cells', async () => {
  const paper = paperOf(sampleAnswers());
  const reading = await readFile({ name: 'a.docx', data: await writeDocx(paper) });
  expect(reading.ok && reading.document.rows).toHaveLength(49);
  expect(reading.ok && reading.document.declaration).toEqual(
    JSON.parse(JSON.stringify(paper.declaration)),
  );
});

if (withoutLibreOffice) process.stderr.write(`skipped: ${withoutLibreOffice}\n`);
