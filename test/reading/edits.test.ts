import { describe, expect, test } from 'vitest';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { read } from '../../src/reading/read.js';
import { answers } from '../support/answers.js';

const form = departmentOverall();
const filled = answers(
  { totalFunds: '300' },
  {
    duties: [{ text: '甲' }, { text: '乙' }, { text: '丙' }],
    tasks: [
      { name: '普法宣传', content: '宣传', total: '90', fiscalFunds: '90', otherFunds: null },
      { name: '行政复议', content: '办案', total: '50', fiscalFunds: '50', otherFunds: null },
    ],
  },
);

/** The facts of a sentence said while tasks are asked for, or its first doubt. */
function edit(text: string): unknown {
  const reading = read(
    { form, answers: filled, asked: { question: 'tasks' }, today: '2026-11-23' },
    text,
  );
  if (reading.type !== 'facts') return reading;
  return reading.doubts[0]?.code ?? reading.facts;
}

function cells(row: number, values: Record<string, string>, step = 'tasks') {
  const read = Object.fromEntries(
    Object.entries(values).map(([column, value]) => [column, expect.objectContaining({ value })]),
  );
  return [{ type: 'cells', step, row, cells: read }];
}

describe('lines are removed, merged and moved by their numbers', () => {
  test.each([
    ['删除第2条', { type: 'remove', step: 'tasks', rows: [1] }],
    ['删掉最后一条', { type: 'remove', step: 'tasks', rows: [1] }],
    ['删除职责第1、3条', { type: 'remove', step: 'duties', rows: [0, 2] }],
    ['删除第二条职责', { type: 'remove', step: 'duties', rows: [1] }],
    ['把1、2条合并', { type: 'merge', step: 'tasks', rows: [0, 1] }],
    ['合并职责第2条和第3条', { type: 'merge', step: 'duties', rows: [1, 2] }],
    ['第2条移到第1条', { type: 'move', step: 'tasks', from: 1, to: 0 }],
    ['把职责第1条移到最后', { type: 'move', step: 'duties', from: 0, to: 2 }],
    ['职责第1条移到第3条前面', { type: 'move', step: 'duties', from: 0, to: 1 }],
  ])('%s', (text, fact) => {
    expect(edit(text)).toEqual([fact]);
  });
});

describe('a line is changed as a whole or cell by cell', () => {
  test('the whole line', () => {
    expect(edit('第1条改成普法，法治宣传，95万，财政90，其他5')).toEqual(
      cells(0, {
        name: '普法',
        content: '法治宣传',
        total: '95',
        fiscalFunds: '90',
        otherFunds: '5',
      }),
    );
  });

  test('one cell by its column', () => {
    expect(edit('第2条内容改成办理复议案件')).toEqual(cells(1, { content: '办理复议案件' }));
    expect(edit('第2条任务的总额改成60')).toEqual(cells(1, { total: '60' }));
  });

  test('several amounts, the line named by what it says', () => {
    expect(edit('任务“普法”金额改成95，其他5')).toEqual(cells(0, { total: '95', otherFunds: '5' }));
  });

  test('a duty by its number', () => {
    expect(edit('职责第2条改成负责普法')).toEqual(cells(1, { text: '负责普法' }, 'duties'));
  });

  test('a new line between others', () => {
    expect(edit('在第1条后面加一条：法援，办案，20万，全部财政')).toMatchObject([
      {
        type: 'rows',
        step: 'tasks',
        at: 1,
        rows: [{ name: { value: '法援' }, total: { value: '20' } }],
      },
    ]);
  });
});

describe('what cannot be done is a question', () => {
  test.each([
    ['删除第9条', 'no-such-row'],
    ['第2条总额改成约60', 'approximate'],
    ['第1条移到第8条', 'no-such-row'],
  ])('%s', (text, code) => {
    expect(edit(text)).toBe(code);
  });

  test('a figure whose line nobody named', () => {
    expect(edit('财政60，其他8')).toBe('which-row');
  });
});

describe('the form is changed from anywhere', () => {
  test('总额改成2600 means the total funds', () => {
    expect(edit('总额改成2600')).toMatchObject([
      { type: 'value', step: 'totalFunds', cell: { value: '2600' } },
    ]);
  });

  test('a name that holds a label is still a name', () => {
    expect(edit('填报单位：某县财政局，单位负责人：张某')).toMatchObject([
      { step: 'reportingUnit', cell: { value: '某县财政局' } },
      { step: 'unitHead', cell: { value: '张某' } },
    ]);
  });
});
