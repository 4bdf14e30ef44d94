import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/forms/answers.js';
import { takeContent } from '../../../src/forms/content.js';
import { departmentOverall } from '../../../src/forms/department-overall/form.js';
import { textOf } from '../../../src/forms/sheet.js';
import { printed } from '../../../src/reading/document/printed.js';
import { readDocument } from '../../../src/reading/document/read-document.js';
import type { RawDocument } from '../../../src/reading/raw-document.js';
import { answers } from '../../support/answers.js';
import { inShort } from '../../support/document-content.js';
import { hostileAnswers, largeAnswers, sampleAnswers } from '../../support/papers.js';
import { rawDocument } from '../../support/raw-documents.js';

const form = departmentOverall();

function found(document: RawDocument) {
  const read = readDocument(form, document);
  if (!read) throw new Error('no form');
  return { ...read, ...takeContent(form.steps, read.content, 'a.docx') };
}

function seen(filled: Answers): readonly string[] {
  return form.layout(filled, { draft: false }).cells.map(textOf);
}

describe('a form as this program prints it', () => {
  test.each([
    ['the published sample', sampleAnswers()],
    ['an empty one', answers({})],
    ['one of 120 tasks and 180 indicators', largeAnswers()],
    ['one whose texts look like markup, heads and totals', hostileAnswers()],
  ])('is understood whole: %s', (_, filled) => {
    const read = found(printed(form.layout(filled, { draft: true })));
    expect(seen(read.answers)).toEqual(seen(filled));
    expect(read.unplaced).toEqual([]);
    expect(read.content.strays).toEqual([]);
  });

  test('tells of every answer the file and the place in it', () => {
    const read = found(printed(form.layout(sampleAnswers(), { draft: false })));
    expect(read.answers.values['year']?.source).toEqual({ file: 'a.docx', at: '¶3' });
    expect(read.answers.values['totalFunds']?.source).toEqual({ file: 'a.docx', at: 'B2' });
    expect(read.answers.rows['tasks']?.[0]?.cells['total']).toEqual({
      value: '123',
      said: '123万元',
      source: { file: 'a.docx', at: 'F8' },
      rev: 0,
    });
  });

  test('states its totals, which are compared and never stored', () => {
    const read = found(printed(form.layout(sampleAnswers(), { draft: false })));
    expect(read.remarks.totals).toEqual({ tasks: { total: '664', fiscalFunds: '664' } });
  });
});

describe('a form in other words', () => {
  test('is known by the heads of its columns, wherever they stand', () => {
    const read = found(
      rawDocument([
        ['序号', '重点工作名称', '工作内容', '责任科室', '财政资金', '自筹资金', '预算数'],
        ['1', '普法', '法治宣传', '普法科', '90', '5', '95'],
        ['', '合计', null, '', '90', '5', '95'],
        ['一级指标', '二级指标', '指标名称', '目标值', '', '', ''],
        ['产出指标', '数量', '普法活动', '≥12场', '', '', ''],
        [null, '质量', '参与率', '≥80%', '', '', ''],
        [
          '部门主要职责及机构设置',
          '1、普法。\n2、调解。\n设科室6个。',
          null,
          null,
          null,
          null,
          null,
        ],
      ]),
    );
    expect(inShort(read.answers)).toEqual({
      duties: [['普法。'], ['调解。\n设科室6个。']],
      tasks: [['普法', '法治宣传', '95', '90', '5']],
      'indicators.quantity': [['普法活动', '≥12场']],
      'indicators.quality': [['参与率', '≥80%']],
    });
    expect(read.unplaced).toEqual([{ words: '普法科', at: 'D2' }]);
  });

  test('may have a column for each part of an indicator, as the budget system exports them', () => {
    const read = found(
      rawDocument(
        [
          ['一级指标', '二级指标', '三级指标', '指标方向', '计算符号', '指标值', '计量单位'],
          ['产出指标', '数量指标', '新建水厂', '正向', '≥', '12', '座'],
          ['满意度指标', '社会公众或服务对象满意度指标', '群众满意度', '正向', '≥', '90', '%'],
        ],
        ['部门整体支出绩效目标申报表'],
      ),
    );
    expect(inShort(read.answers)).toEqual({
      'indicators.quantity': [['新建水厂', '≥12座']],
      'indicators.satisfaction': [['群众满意度', '≥90%']],
    });
  });

  test('may have figures in 元, and one of its own in 万元', () => {
    const read = found(
      rawDocument(
        [
          ['资金总额', '25653600', '基本支出', '17726500'],
          ['项目支出', '792.71万元', '其他资金', '0'],
        ],
        ['部门整体支出绩效目标申报表', '（２０２６年度）', '单位：元'],
      ),
    );
    expect(inShort(read.answers)).toEqual({
      year: '2026',
      totalFunds: '2565.36',
      basicExpenditure: '1772.65',
      projectExpenditure: '792.71',
      otherFunds: '0',
    });
  });

  test('may have heads over its figures', () => {
    const read = found(
      rawDocument(
        [
          ['资金总额', '公共财政拨款', '其他资金'],
          ['2565.36', '2557.36', ''],
        ],
        ['部门整体支出绩效目标申报表'],
      ),
    );
    expect(inShort(read.answers)).toEqual({
      totalFunds: '2565.36',
      publicBudget: '2557.36',
      otherFunds: null,
    });
  });

  test('may have its lists in loose paragraphs under their headings', () => {
    const read = found(
      rawDocument(
        [],
        [
          '2026年度部门整体支出绩效目标申报表',
          '填报单位：衡阳市司法局　单位负责人：魏中发　联系电话：0734-1234567',
          '一、部门职能职责概述',
          '1、普法。',
          '2、调解。',
          '二、年度总体目标：',
          '推进法治建设。',
        ],
      ),
    );
    expect(inShort(read.answers)).toMatchObject({
      year: '2026',
      reportingUnit: '衡阳市司法局',
      duties: [['普法。'], ['调解。']],
      goals: [['推进法治建设。']],
    });
  });

  test('may have all items of a list as the lines of one cell', () => {
    const cell = { at: 'B1', paragraphs: ['推进法治建设。\n加强普法。'] };
    const label = { at: 'A1', paragraphs: ['年度总体目标'] };
    const lines = [{ at: '¶1', paragraphs: ['部门整体支出绩效目标申报表'] }];
    const read = found({ lines, rows: [[label, cell]] });
    expect(inShort(read.answers)).toEqual({ goals: [['推进法治建设。'], ['加强普法。']] });
  });

  test('may have a line broken over two rows, as where a page ends', () => {
    const read = found(
      rawDocument([
        ['任务名称', '主要内容', '总额', '财政拨款', '其他资金'],
        ['普法', '开展法治宣传，', '95', '90', '5'],
        ['', '覆盖全市。', '', '', ''],
        ['年度总体目标', '推进法治建设。', null, null, null],
        ['部门职能', '普法。', null, null, null],
      ]),
    );
    expect(inShort(read.answers)['tasks' as never]).toEqual([
      ['普法', '开展法治宣传，覆盖全市。', '95', '90', '5'],
    ]);
  });
});

describe('what has no place on the form', () => {
  test('indicators under a heading that the form does not have are named', () => {
    const read = found(
      rawDocument([
        ['一级指标', '二级指标', '三级指标', '指标值'],
        ['成本指标', '社会成本指标', '噪声', '≤60分贝'],
        ['产出指标', '数量指标', '新建水厂', '12座'],
        ['部门职能', '普法。', null, null],
        ['年度总体目标', '推进。', null, null],
      ]),
    );
    expect(read.content.strays).toEqual([{ heading: '社会成本指标', name: '噪声' }]);
    expect(inShort(read.answers)['indicators.quantity' as never]).toEqual([['新建水厂', '12座']]);
  });

  test('an amount that cannot be read is kept in its words', () => {
    const read = found(
      rawDocument([['资金总额：XX万元', '基本支出：5万元']], ['部门整体支出绩效目标申报表']),
    );
    expect(read.remarks.unread).toEqual([{ place: { step: 'totalFunds' }, words: 'XX万元' }]);
  });

  test('words in the box of the bureau are told apart from what is printed there', () => {
    const sheet = form.layout(sampleAnswers(), { draft: false });
    const blank = printed(sheet);
    const rows = blank.rows.map((row, at) =>
      at === blank.rows.length - 1
        ? [row[0] ?? null, { at: 'B49', paragraphs: ['同意。', '审核部门（签章）　　年　月　日'] }]
        : row,
    );
    expect(found(blank).content.review).toBeUndefined();
    expect(found({ ...blank, rows }).content.review).toContain('同意。');
  });

  test('a document that is no form is known to be none', () => {
    const letter = rawDocument(
      [
        ['姓名', '电话'],
        ['张三', '123'],
      ],
      ['通讯录'],
    );
    expect(readDocument(form, letter)).toBeUndefined();
  });
});
