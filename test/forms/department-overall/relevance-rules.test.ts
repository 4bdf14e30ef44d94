import { describe, expect, test } from 'vitest';
import { departmentOverall } from '../../../src/forms/department-overall/form.js';
import { DEFAULT_PROFILE } from '../../../src/forms/department-overall/profile.js';
import type { Form } from '../../../src/forms/form.js';
import { findingSentence } from '../../../src/interview/notice.js';

const form = departmentOverall();

type Document = Readonly<Record<string, unknown>>;

function found(rule: string, document: Document, by: Form = form, lastYear?: Document) {
  const intake = by.intake(document);
  const before = lastYear && by.intake(lastYear);
  if (!intake.ok || before?.ok === false) throw new Error(JSON.stringify(intake));
  const remarks = { ...intake.remarks, ...(before && { previous: before.answers }) };
  return by.check(intake.answers, remarks).filter((finding) => finding.rule === rule);
}

function task(name: string, content: string, total: string) {
  return { name, content, total, fiscalFunds: total };
}

function indicator(name: string, targetValue = '2次', level2 = '数量指标') {
  return { level2, name, targetValue };
}

const WATER = task('农村饮水安全巩固提升', '改造供水管网', '300');
const DUTIES = ['负责农村供水、灌区和水库的建设与管理。'];

/** Documents that break a rule. */
const BREAKING: readonly (readonly [string, string, Document])[] = [
  [
    'R01',
    'a large task without an indicator',
    { tasks: [WATER], indicators: [indicator('水库除险加固数量', '3座')] },
  ],
  [
    'R01',
    'the third largest of many tasks',
    {
      tasks: [
        ...Array.from({ length: 18 }, () => task('图书采购', '纸质图书', '60')),
        task('古籍修复', '善本', '61'),
      ],
      indicators: [indicator('新增图书册数', '2万册')],
    },
  ],
  [
    'R02',
    'a goal that no indicator supports',
    { goals: ['古籍修复取得进展'], indicators: [indicator('新增图书册数', '2万册')] },
  ],
  ['R03', 'a task outside the duties', { duties: DUTIES, tasks: [task('古籍修复', '善本', '5')] }],
  [
    'R04',
    'an indicator of no task and no duty',
    { duties: DUTIES, tasks: [WATER], indicators: [indicator('古籍修复册数', '20册')] },
  ],
  ['R05', 'last year in a goal', { year: '2026', goals: ['2025年完成水库除险加固3座'] }],
  [
    'R05',
    'last year in a date',
    { year: '2026', indicators: [indicator('完成时间', '2025.11.30', '时效指标')] },
  ],
  ['R05', 'a span that ended before the year', { year: '2026', goals: ['2023年至2025年新建校舍'] }],
  [
    'R06',
    'a goal that repeats the one of the whole term',
    { goals: ['实施期绩效目标：空气质量达到优良', '本年度绩效目标：空气质量达到优良。'] },
  ],
  ['X04', 'a text above 1300 characters', { duties: ['字'.repeat(1301)] }],
  ['X02', 'full-width figures', { funds: { total: '２５６５．３６' } }],
  ['X03', 'quotes that a spreadsheet left', { goals: ['"完成""十四五""规划\n编制"'] }],
  ['X03', 'a tab before the words', { duties: ['\t负责水库管理'] }],
];

/** Documents that come near a rule and keep it. */
const KEEPING: readonly (readonly [string, string, Document])[] = [
  [
    'R01',
    'a large task whose content has an indicator',
    { tasks: [WATER], indicators: [indicator('改造供水管网长度', '12公里')] },
  ],
  [
    'R01',
    'a small task among many',
    {
      tasks: [
        ...Array.from({ length: 18 }, () => task('图书采购', '纸质图书', '60')),
        task('古籍修复', '善本', '20'),
      ],
      indicators: [indicator('新增图书册数', '2万册')],
    },
  ],
  [
    'R01',
    'a task without money',
    {
      tasks: [WATER, task('古籍修复', '善本', '0')],
      indicators: [indicator('供水管网长度', '9公里')],
    },
  ],
  [
    'R01',
    'a task whose words say nothing particular',
    {
      tasks: [task('重点工作经费', '保障业务工作', '50')],
      indicators: [indicator('新增图书', '2册')],
    },
  ],
  [
    'R02',
    'a goal with an indicator',
    { goals: ['新增图书2万册'], indicators: [indicator('图书采购册数', '2万册')] },
  ],
  ['R03', 'a task of a duty', { duties: DUTIES, tasks: [WATER] }],
  [
    'R04',
    'an indicator of a duty',
    { duties: DUTIES, tasks: [WATER], indicators: [indicator('水库除险加固数量', '3座')] },
  ],
  [
    'R04',
    'a satisfaction, which is of no one piece of work',
    { duties: DUTIES, tasks: [WATER], indicators: [indicator('读者满意度', '≥95%', '满意度指标')] },
  ],
  ['R05', 'the year of the form', { year: '2026', goals: ['2026年11月底前完成'] }],
  ['R05', 'a comparison with last year', { year: '2026', goals: ['供水人口较2025年增加2万人'] }],
  ['R05', 'a year in a title', { year: '2026', duties: ['执行《2025年水利工作要点》'] }],
  ['R05', 'a file number', { year: '2026', duties: ['按湘财预〔2025〕12号办理'] }],
  ['R05', 'a span that the year is in', { year: '2026', goals: ['2025—2027年新建校舍三所'] }],
  ['R05', 'a plan for a later year', { year: '2026', goals: ['到2030年森林覆盖率达到62%'] }],
  ['R05', 'what has been so since a year', { year: '2026', duties: ['2019年以来承担的工作'] }],
  [
    'R06',
    'a goal that says how far the year goes',
    { goals: ['总体目标：空气质量达到优良', '年度目标：优良天数达到330天'] },
  ],
  ['X04', 'a text of 1300 characters', { duties: ['字'.repeat(1300)] }],
  ['X02', 'plain figures', { funds: { total: '2565.36' } }],
  ['X03', 'quotes that belong to the words', { goals: ['"十四五"规划', '"甲"和"乙"'] }],
  ['X01', 'units in the cells where the form has them', { funds: { total: '8万元' } }],
];

test.each(BREAKING)('%s is broken by %s', (rule, _, document) => {
  expect(found(rule, document)).toHaveLength(1);
});

test.each(KEEPING)('%s is kept by %s', (rule, _, document) => {
  expect(found(rule, document)).toEqual([]);
});

test('X01: a region that leaves units out of the cells says so once', () => {
  const bare = departmentOverall({ ...DEFAULT_PROFILE, unitInCells: false });
  const written = { funds: { total: '8万元', income: { publicBudget: '8万元' } } };
  expect(found('X01', written, bare)).toHaveLength(1);
  expect(found('X01', { funds: { total: '8' } }, bare)).toEqual([]);
});

test('X03: the words are taken without what was left around them', () => {
  const intake = form.intake({ goals: ['"完成""十四五""规划\n编制"'] });
  expect(intake.ok && intake.answers.rows['goals']?.[0]?.cells['text']?.value).toBe(
    '完成"十四五"规划\n编制',
  );
});

describe('beside last year', () => {
  const form2025 = (value: string, total: string) => ({
    funds: { total },
    indicators: [indicator('培训教师人数', value)],
  });

  test.each([
    ['1000人', '1301人', 1],
    ['1000人', '1300人', 0],
    ['1000人', '699人', 1],
    ['1000人', '1301人次', 0],
    ['若干', '1301人', 0],
  ])('F01: from %s to %s is hinted at %d times', (was, now, times) => {
    expect(found('F01', form2025(now, '8'), form, form2025(was, '8'))).toHaveLength(times);
  });

  test('F01: says both values', () => {
    const [hint] = found('F01', form2025('2000人', '8'), form, form2025('1000人', '8'));
    expect(hint && findingSentence(form, 'zh-cn', hint)).toBe(
      '“培训教师人数”去年是“1000人”，今年是“2000人”，变动了 100%，财政可能要您说明。',
    );
  });

  test.each([
    ['more funds for the same', form2025('1000人', '80'), form2025('1000人', '100'), 1],
    ['more funds for more', form2025('1000人', '80'), form2025('1100人', '100'), 0],
    ['less funds for the same', form2025('1000人', '80'), form2025('1000人', '70'), 0],
  ])('F02: %s', (_, before, now, times) => {
    expect(found('F02', now, form, before)).toHaveLength(times);
  });

  test('without last year’s form there is nothing to compare', () => {
    expect(found('F01', form2025('1000人', '8'))).toEqual([]);
    expect(found('F02', form2025('1000人', '8'))).toEqual([]);
  });
});
