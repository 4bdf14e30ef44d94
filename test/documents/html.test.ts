import { createHash } from 'node:crypto';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { tableHtml, writeHtml } from '../../src/documents/write/html.js';
import type { Answers } from '../../src/forms/answers.js';
import { placeName } from '../../src/forms/place-name.js';
import { answers } from '../support/answers.js';
import { expectedTable } from '../support/expected-table.js';
import { HENGYANG } from '../support/fixtures.js';
import { hostileAnswers, largeAnswers, paperOf, sampleAnswers } from '../support/papers.js';

type Tree = ReturnType<typeof parseDocument>;

function written(filled: Answers, options: { readonly draft?: boolean } = {}): Tree {
  return parseDocument(new TextDecoder().decode(writeHtml(paperOf(filled, options))));
}

function elements(tree: Tree, tag: string) {
  return DomUtils.getElementsByTagName(tag, tree);
}

/** The table row by row: the text of each cell that begins in the row, its paragraphs a line each. */
function rowsOf(tree: Tree): readonly (readonly string[])[] {
  return elements(tree, 'tr').map((row) =>
    row.children.map((cell) =>
      DomUtils.getElementsByTagName('p', cell)
        .map((paragraph) => DomUtils.getText(paragraph))
        .join('\n'),
    ),
  );
}

/** The text that is bound to an answer. */
function boundTo(tree: Tree, place: string): string | undefined {
  const found = DomUtils.findOne(({ attribs }) => attribs['data-bind'] === place, tree.children);
  return found === null ? undefined : DomUtils.getText(found);
}

describe('the web page of the sample form', () => {
  const tree = written(sampleAnswers());

  test('equals the published form cell by cell', () => {
    expect(rowsOf(tree)).toEqual(expectedTable(HENGYANG));
  });

  test('has the lines above the table in their order', () => {
    const [main] = elements(tree, 'main');
    const above = (main?.children ?? []).filter(
      (child) => 'name' in child && child.name !== 'table',
    );
    expect(above.map((line) => DomUtils.textContent(line))).toEqual([
      '预算公开表10',
      '部门整体支出绩效目标申报表',
      '（ 2020 年度）',
      '填报单位（盖章）：衡阳市司法局 单位负责人（签名）：魏中发',
    ]);
  });

  test('is in Chinese, with its title, for screens of any width', () => {
    expect(elements(tree, 'html')[0]?.attribs['lang']).toBe('zh-CN');
    expect(DomUtils.textContent(elements(tree, 'title'))).toBe('部门整体支出绩效目标申报表');
    expect(elements(tree, 'meta').map(({ attribs }) => attribs['content'])).toContain(
      'width=device-width, initial-scale=1',
    );
  });

  test('spans rows and columns as the form does', () => {
    const [unit, , heads] = elements(tree, 'tr').map(({ children }) => children);
    const spans = (cells: typeof unit = []) =>
      cells.map((cell) => 'attribs' in cell && [cell.attribs['rowspan'], cell.attribs['colspan']]);
    expect(spans(unit)).toEqual([
      [undefined, undefined],
      [undefined, '7'],
    ]);
    expect(spans(heads)).toEqual([
      [undefined, '3'],
      [undefined, '4'],
    ]);
    expect(spans(elements(tree, 'tr')[1]?.children)).toEqual([
      ['3', undefined],
      [undefined, '7'],
    ]);
  });

  test('has its columns in millimetres', () => {
    expect(elements(tree, 'col')).toHaveLength(8);
    const style = DomUtils.textContent(elements(tree, 'style'));
    expect(style).toContain('col:nth-child(1) { width: 21mm; }');
    expect(style).toContain('col:nth-child(8) { width: 19mm; }');
  });

  test('says of each text which answer it shows', () => {
    expect(boundTo(tree, 'totalFunds')).toBe('资金总额：2565.36万元');
    expect(boundTo(tree, 'tasks[1].name')).toBe('开展法治创建活动');
    expect(boundTo(tree, 'tasks[1].total')).toBe('80万元');
    expect(boundTo(tree, 'indicators.quantity[0].targetValue')).toBe('14万');
    expect(boundTo(tree, 'duties[12].text')).toBe('13、完成市委、市政府交办的其他任务。');
  });

  test('is the same bytes for the same paper', () => {
    const paper = paperOf(sampleAnswers());
    expect(Buffer.compare(writeHtml(paper), writeHtml(paper))).toBe(0);
  });
});

describe('a web page', () => {
  test('loads nothing, runs nothing, and takes only the style it was written with', () => {
    const tree = written(hostileAnswers());
    const style = DomUtils.textContent(elements(tree, 'style'));
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = elements(tree, 'meta').find(
      ({ attribs }) => attribs['http-equiv'] === 'Content-Security-Policy',
    );
    expect(policy?.attribs['content']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(elements(tree, 'script')).toEqual([]);
    expect(DomUtils.findAll(({ attribs }) => 'style' in attribs, tree.children)).toEqual([]);
  });

  test('shows text that looks like markup as text', () => {
    const tree = written(hostileAnswers());
    expect(boundTo(tree, 'departmentName')).toBe('<b>甲&乙</b>局');
    expect(boundTo(tree, 'duties[2].text')).toBe('3、]]></w:t></td><script>alert(1)</script>');
    expect(boundTo(tree, 'indicators.quantity[1].name')).toBe('"引号"，\'撇\'与䶮');
    expect(elements(tree, 'b')).toEqual([]);
  });

  test('breaks a line where the text does', () => {
    const tree = written(hostileAnswers());
    expect(boundTo(tree, 'duties[1].text')).toBe('2、第一行\n第二行');
    expect(elements(tree, 'br')).toHaveLength(1);
  });

  test('of a draft says so above the table and across the page', () => {
    const tree = written(answers({}), { draft: true });
    const byClass = (name: string) =>
      DomUtils.textContent(
        DomUtils.findAll(({ attribs }) => attribs['class'] === name, tree.children),
      );
    expect(byClass('draft-mark')).toBe('草稿 · 尚未定稿，请勿报送');
    expect(byClass('watermark')).toBe('草稿');
  });

  test('of a final form has no mark', () => {
    expect(DomUtils.textContent(elements(written(answers({})), 'body'))).not.toContain('草稿');
  });

  test('of 120 tasks and 180 indicators keeps every line', () => {
    const words = rowsOf(written(largeAnswers())).flat();
    expect(words.filter((text) => /^第\d+项任务$/.test(text))).toHaveLength(120);
    expect(words.filter((text) => /^≥\d+件$/.test(text))).toHaveLength(180);
  });
});

test('the table alone is what stands in the page', () => {
  const { sheet } = paperOf(sampleAnswers());
  const page = new TextDecoder().decode(writeHtml(paperOf(sampleAnswers())));
  expect(tableHtml(sheet)).toMatch(/^<table>[\s\S]*<\/table>$/);
  expect(page).toContain(tableHtml(sheet));
});

test('a place has one name: step, row from 0, column', () => {
  expect(placeName({ step: 'totalFunds' })).toBe('totalFunds');
  expect(placeName({ step: 'tasks', row: 3, column: 'total' })).toBe('tasks[3].total');
  expect(placeName({ step: 'indicators.quantity', row: 0, column: 'name' })).toBe(
    'indicators.quantity[0].name',
  );
});
