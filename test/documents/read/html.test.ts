import { describe, expect, test } from 'vitest';
import { readHtml } from '../../../src/documents/read/html.js';
import { readFile } from '../../../src/documents/read/read-file.js';
import { writeHtml } from '../../../src/documents/write/html.js';
import { paperOf, sampleAnswers } from '../../support/papers.js';

/** The rows of a page, a cell's paragraphs a line each; null is a covered place. */
function rowsOf(html: string): readonly (readonly (string | null)[])[] {
  return readHtml(html).rows.map((row) => row.map((cell) => cell?.paragraphs.join('\n') ?? null));
}

function linesOf(html: string): readonly string[] {
  return readHtml(html).lines.flatMap(({ paragraphs }) => paragraphs);
}

describe('a table stands on the grid that its spans make', () => {
  test('cells that span columns and rows cover the places beside and below them', () => {
    const html = `<table>
      <tr><td rowspan="3">年度预算申请</td><td colspan="2">资金总额</td></tr>
      <tr><td>收入</td><td>支出</td></tr>
      <tr><td>一</td><td>二</td></tr></table>`;
    expect(rowsOf(html)).toEqual([
      ['年度预算申请', '资金总额', null],
      [null, '收入', '支出'],
      [null, '一', '二'],
    ]);
  });

  test('a cell that spans both covers a block', () => {
    const html =
      '<table><tr><td rowspan=2 colspan=2>甲<td>乙<tr><td>丙<tr><td>丁<td>戊<td>己</table>';
    expect(rowsOf(html)).toEqual([
      ['甲', null, '乙'],
      [null, null, '丙'],
      ['丁', '戊', '己'],
    ]);
  });

  test('a place is named as a spreadsheet names it, in the second table with its number', () => {
    const { rows } = readHtml(
      '<table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table><table><tr><td>丁<td>戊</table>',
    );
    expect(rows.map((row) => row.map((cell) => cell?.at ?? null))).toEqual([
      ['A1', 'B1'],
      [null, 'B2'],
      ['2!A1', '2!B1'],
    ]);
  });

  test('a span that leaves the grid is cut, and a wrong one counts as one', () => {
    expect(rowsOf('<table><tr><td colspan=9999>甲</table>')[0]).toHaveLength(64);
    expect(rowsOf('<table><tr><td colspan=x>甲<td rowspan=-1>乙</table>')).toEqual([['甲', '乙']]);
  });

  test('heads are cells, wherever they stand', () => {
    const html =
      '<table><thead><tr><th>名称</th></tr></thead><tbody><tr><td>甲</td></tr></tbody></table>';
    expect(rowsOf(html)).toEqual([['名称'], ['甲']]);
  });

  test('end tags may be missing', () => {
    expect(rowsOf('<table><tr><td><div>甲<td>乙<tr><td>丙')).toEqual([['甲', '乙'], ['丙']]);
  });

  test('a table within a cell is text of that cell', () => {
    const html =
      '<table><tr><td>甲<table><tr><td>乙</td><td>丙</td></tr></table>丁</td><td>戊</td></tr></table>';
    expect(rowsOf(html)).toEqual([['甲\n乙\n丙\n丁', '戊']]);
  });
});

describe('words become paragraphs', () => {
  test('p and div are paragraphs of a cell, br a line break within one', () => {
    const { rows } = readHtml('<table><tr><td><p>一<br>二</p><p></p><div>三</div>四</td></table>');
    expect(rows[0]?.[0]?.paragraphs).toEqual(['一\n二', '', '三', '四']);
  });

  test('empty paragraphs at the ends of a cell, and outside of tables, are left out', () => {
    const html = '<p>&nbsp;</p><p>甲</p><table><tr><td><p></p><p>乙</p><p> </p></td></table>';
    expect(linesOf(html)).toEqual(['甲']);
    expect(readHtml(html).rows[0]?.[0]?.paragraphs).toEqual(['乙']);
  });

  test('before, between and behind tables they are lines', () => {
    const html =
      '<h1>申报表</h1>（2026年度）<table><tr><td>甲</table>说明<table><tr><td>乙</table><p>完</p>';
    expect(readHtml(html).lines).toEqual([
      { at: '¶1', paragraphs: ['申报表'] },
      { at: '¶2', paragraphs: ['（2026年度）'] },
      { at: '¶3', paragraphs: ['说明'] },
      { at: '¶4', paragraphs: ['完'] },
    ]);
  });

  test('entities are the characters they stand for', () => {
    expect(linesOf('<p>&ge;95%&nbsp;&amp;&#27861;&#x6CBB;</p>')).toEqual(['≥95%\u00A0&法治']);
  });

  test('a line end of the source is a blank, and nothing between two 汉字', () => {
    expect(linesOf('<p>推进公共法律\r\n  服务体系\n建设，GDP\n growth</p>')).toEqual([
      '推进公共法律服务体系建设，GDP growth',
    ]);
  });

  test('a line end of the source is nothing beside quotes and dashes of Chinese either', () => {
    expect(linesOf('<p>开展\n“法治\n”宣传\n——完</p>')).toEqual(['开展“法治”宣传——完']);
    expect(linesOf('<p>the\n“rule” of\nlaw</p>')).toEqual(['the “rule” of law']);
  });

  test('a line break at the end of a paragraph opens no line', () => {
    expect(linesOf('<p>甲<br></p><p>乙<br><br>丙<br>\n</p>')).toEqual(['甲', '乙\n\n丙']);
  });

  test('full-width blanks and such as never break stay', () => {
    expect(linesOf('<p>年　　月&nbsp;&nbsp;日</p>')).toEqual(['年　　月\u00A0\u00A0日']);
  });

  test('words for browsers without programs are not read', () => {
    expect(linesOf('<noscript>请启用脚本</noscript><p>甲</p>')).toEqual(['甲']);
  });

  test('programs, styles, titles and what is struck out are not read', () => {
    const html =
      '<head><title>页</title><style>p{}</style></head><script>1<2</script><p>甲<del>乙</del></p>';
    expect(linesOf(html)).toEqual(['甲']);
  });

  test('blanks stay as they stand where the page was made of a Word file', () => {
    const { lines } = readHtml('<p>填报单位：甲\t负责人：乙  丙</p>', 'kept');
    expect(lines[0]?.paragraphs).toEqual(['填报单位：甲\t负责人：乙  丙']);
  });
});

describe('what office programs put on the clipboard', () => {
  test('of Excel: a table between comments, its style sheet and its hidden sections unseen', () => {
    const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<!--[if gte mso 9]><xml><x:ExcelWorkbook>看不见</x:ExcelWorkbook></xml><![endif]-->
<style><!-- .xl65 {mso-number-format:"0.00";} --></style></head><body>
<!--StartFragment-->
<table border=0 style='border-collapse:collapse'><col width=72 span=2>
 <tr height=19><td rowspan=2 class=xl65>年度预算申请<br>
    （万元）</td><td class=xl65 x:num="2565.36">2565.36</td></tr>
 <tr><td><span style='mso-spacerun:yes'>&nbsp;</span>8.00 </td></tr>
<!--EndFragment--></table></body></html>`;
    expect(rowsOf(html)).toEqual([
      ['年度预算申请\n（万元）', '2565.36'],
      [null, '\u00A08.00'],
    ]);
  });

  test('of Word: sections for other programs are seen, those for Word alone are not', () => {
    const html = `<body lang=ZH-CN><!--StartFragment-->
<table class=MsoTableGrid><tr><td><p class=MsoNormal align=center><span
lang=EN-US>1</span><span style='font-family:宋体'>、推进法治\r
建设</span><span lang=EN-US><o:p></o:p></span></p>
<p class=MsoNormal><![if !supportEmptyParas]>&nbsp;<![endif]><span lang=EN-US><o:p></o:p></span></p>
<p class=MsoNormal><!--[if supportFields]><span> PAGE </span><![endif]-->完<o:p></o:p></p></td></tr>
</table><!--EndFragment--></body>`;
    expect(readHtml(html).rows[0]?.[0]?.paragraphs).toEqual(['1、推进法治建设', '\u00A0', '完']);
  });

  test('of WPS: a fragment without a page around it', () => {
    const html =
      '<!--StartFragment  --><table><tbody><tr><td class="et2" x:str>任务名称</td><td class="et3" x:num="123">123</td></tr></tbody></table><!--EndFragment-->';
    expect(rowsOf(html)).toEqual([['任务名称', '123']]);
  });
});

describe('a page that a browser saved', () => {
  test('has the words of its menus as lines and its table as rows', () => {
    const html = `<!DOCTYPE html>
<!-- saved from url=(0029)http://www.hengyang.gov.cn/a -->
<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body>
<ul><li><a href="http://a">首页</a></li><li>公开</li></ul>
<div class="TRS_Editor"><div align="center"><table><tbody><tr><td>部门名称</td><td>司法局</td></tr></tbody></table></div></div>
</body></html>`;
    expect(linesOf(html)).toEqual(['首页', '公开']);
    expect(rowsOf(html)).toEqual([['部门名称', '司法局']]);
  });

  test('may be in GB2312, whatever it says of itself', async () => {
    const html = Buffer.concat([
      Buffer.from('<html><meta charset="gb2312"><p>'),
      Buffer.from('bca8d0a7', 'hex'),
      Buffer.from('</p></html>'),
    ]);
    const reading = await readFile({ name: 'a.htm', data: html });
    expect(reading.ok && reading.document.lines[0]?.paragraphs).toEqual(['绩效']);
  });
});

describe('a page that this program wrote', () => {
  const page = Buffer.from(writeHtml(paperOf(sampleAnswers()))).toString('utf8');

  test('has the texts above its table as lines, and its 49 rows', () => {
    expect(linesOf(page)).toEqual([
      '预算公开表10',
      '部门整体支出绩效目标申报表',
      '（ 2020 年度）',
      '填报单位（盖章）：衡阳市司法局 单位负责人（签名）：魏中发',
    ]);
    expect(readHtml(page).rows).toHaveLength(49);
  });

  test('has a paragraph for each of a cell, and null for each place that is covered', () => {
    const { rows } = readHtml(page);
    expect(rows[2]?.map((cell) => cell?.paragraphs[0] ?? null)).toEqual([
      null,
      '按收入性质分',
      null,
      null,
      '按支出性质分',
      null,
      null,
      null,
    ]);
    expect(rows[4]?.[1]?.paragraphs).toHaveLength(13);
  });
});

describe('a page without end', () => {
  test('is refused when it is nested too deep', () => {
    expect(() => readHtml('<b>'.repeat(2_000_000))).toThrow('unsafe');
  });

  test('is refused when it has too many rows, columns or lines', () => {
    expect(() => readHtml(`<table>${'<tr><td>甲'.repeat(3_001)}`)).toThrow('too-much');
    expect(() => readHtml(`<table><tr>${'<td>甲'.repeat(65)}`)).toThrow('too-much');
    expect(() => readHtml('<p>甲</p>'.repeat(3_001))).toThrow('too-much');
  });
});
