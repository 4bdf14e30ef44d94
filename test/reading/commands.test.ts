import { describe, expect, test } from 'vitest';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { readCommand } from '../../src/reading/commands.js';

const form = departmentOverall();

function command(text: string, list?: string): unknown {
  return readCommand(form, text, list);
}

describe('a whole short message is a command', () => {
  test.each([
    ['帮助', { name: 'help' }],
    ['请帮我核对一下。', { name: 'check' }],
    ['上一步', { name: 'back' }],
    ['先跳过', { name: 'skip' }],
    ['就这些！', { name: 'finish' }],
    ['差8万在哪', { name: 'diagnose' }],
    ['导出', { name: 'export', format: 'docx' }],
    ['导出 Excel', { name: 'export', format: 'xlsx' }],
    ['要pdf盖章版', { name: 'export', format: 'pdf' }],
    ['导出全部', { name: 'export', format: 'all' }],
    ['打开第2份', { name: 'open-filing', number: 2 }],
    ['重填本节', { name: 'restart-section' }],
    ['退出', { name: 'leave' }],
    ['quit', { name: 'leave' }],
    ['English', { name: 'speak', locale: 'en' }],
    ['UNDO', { name: 'undo' }],
    ['提交给局长', { name: 'not-yet', what: 'submit', words: '局长' }],
    ['这部分找法宣科要', { name: 'not-yet', what: 'assign', words: '法宣科' }],
  ])('%s', (text, expected) => {
    expect(command(text)).toEqual(expected);
  });
});

describe('修改 names a blank, a section or a line', () => {
  test.each([
    [
      '修改 基本支出',
      { name: 'edit', target: { question: 'expenditure', step: 'basicExpenditure' } },
    ],
    ['修改收入', { name: 'edit', target: { question: 'income' } }],
    ['修改 指标', { name: 'edit', target: { question: 'indicators.quantity' } }],
    [
      '修改满意度指标',
      {
        name: 'edit',
        target: { question: 'indicators.satisfaction', step: 'indicators.satisfaction' },
      },
    ],
    ['修改第3条任务', { name: 'edit-line', step: 'tasks', at: 2 }],
    ['修改任务第三条', { name: 'edit-line', step: 'tasks', at: 2 }],
  ])('%s', (text, expected) => {
    expect(command(text)).toEqual(expected);
  });

  test('第3条 alone is a line of the list last spoken of', () => {
    expect(command('修改第3条', 'goals')).toEqual({ name: 'edit-line', step: 'goals', at: 2 });
  });
});

describe('content is never taken for a command', () => {
  test.each([
    '导出档案管理系统运行维护',
    '帮助困难群众就业',
    '修改完善制度',
    '检查验收工作经费，开展检查，20万',
    '核对全市房产登记信息',
    '完成市委、市政府交办的其他任务。',
    '继续推进法治建设',
    '提交人大审议的法规草案',
    '要素市场化改革',
    '2565.36',
    '无',
  ])('%s', (text) => {
    expect(command(text)).toBeUndefined();
  });
});
