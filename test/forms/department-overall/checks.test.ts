import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/domain/finding.js';
import { departmentOverall, RULES } from '../../../src/forms/department-overall/form.js';
import { DEFAULT_PROFILE } from '../../../src/forms/department-overall/profile.js';
import type { Form } from '../../../src/forms/form.js';
import { findingSentence } from '../../../src/interview/notice.js';
import {
  ARCHIVES,
  asDocument,
  type FormCase,
  FULL_WIDTH,
  HENGYANG,
  MIST_CANNON,
} from '../../support/fixtures.js';

const form = departmentOverall();

type Document = ReturnType<typeof asDocument> & Record<string, unknown>;

function findings(document: unknown, by: Form = form): readonly Finding[] {
  const intake = by.intake(document);
  if (!intake.ok) throw new Error(JSON.stringify(intake.problems));
  return by.check(intake.answers, intake.remarks);
}

function ids(document: unknown, severity?: Finding['severity'], by: Form = form): string[] {
  const found = findings(document, by).filter(
    (each) => severity === undefined || each.severity === severity,
  );
  return [...new Set(found.map(({ rule }) => rule))].sort();
}

/** The sample form with some of its parts replaced. */
function sample(changes: Record<string, unknown> = {}): Document {
  return { ...(asDocument(HENGYANG) as Document), ...changes };
}

function funds(changes: Record<string, unknown>) {
  return { funds: { ...(sample()['funds'] as object), ...changes } };
}

function tasks(...lines: readonly Record<string, string | null>[]) {
  return { tasks: lines, taskTotals: {} };
}

function stray(level2: string) {
  return { level1: '', level2, name: '到位率', targetValue: '≥98%' };
}

const TASK = { name: '普法', content: '宣传', total: '90', fiscalFunds: '90', otherFunds: '' };

describe.each([
  ['the published sample form', HENGYANG],
  ['an archive with three ways to write nothing', ARCHIVES],
  ['a form in full-width digits and mixed units', FULL_WIDTH],
] as const)('%s', (_, forms: FormCase) => {
  test('has exactly the errors it should have', () => {
    expect(ids(asDocument(forms), 'error')).toEqual(forms.expectedErrors);
  });

  test('has at least the warnings and hints it should have', () => {
    expect(ids(asDocument(forms), 'warning')).toEqual(
      expect.arrayContaining([...forms.expectedWarnings]),
    );
    expect(ids(asDocument(forms), 'hint')).toEqual(
      expect.arrayContaining([...forms.expectedHints]),
    );
  });
});

describe('a published project form, by a profile that leaves out what such a form has no place for', () => {
  const project = departmentOverall({ ...DEFAULT_PROFILE, rulesOff: ['C05', 'C06', 'C07'] });
  const document = {
    ...(asDocument(MIST_CANNON) as Document),
    departmentName: MIST_CANNON.project.budgetDept,
  };

  test('has exactly the errors it should have', () => {
    expect(ids(document, 'error', project)).toEqual(MIST_CANNON.expectedErrors);
  });

  test('has at least the warnings and hints it should have', () => {
    expect(ids(document, 'warning', project)).toEqual(
      expect.arrayContaining([...MIST_CANNON.expectedWarnings]),
    );
    expect(ids(document, 'hint', project)).toEqual(
      expect.arrayContaining([...MIST_CANNON.expectedHints]),
    );
  });
});

test('the sample form has 128.71 万元 of 项目支出 without a task', () => {
  const hint = findings(sample()).find(({ rule }) => rule === 'A09');
  expect(hint && findingSentence(form, 'zh-cn', hint)).toBe(
    '项目支出 792.71 万元，主要任务列了 664 万元，还有 128.71 万元没有对应任务。确属零星支出可以不列。',
  );
});

describe('totals', () => {
  test.each<[string, string, Record<string, unknown>]>([
    [
      'A01',
      'income lines that miss the total',
      funds({ income: { publicBudget: '2557.36', otherFunds: '9' } }),
    ],
    [
      'A02',
      'expenditure lines that miss the total',
      funds({ expenditure: { basic: '1772.65', project: '792' } }),
    ],
    ['A03', 'a total that is missing while both sides are given', funds({ total: '' })],
    [
      'A04',
      'a task whose parts miss its total',
      tasks({ ...TASK, fiscalFunds: '80', otherFunds: '8' }),
    ],
    [
      'A04',
      'a task whose total has no source at all',
      tasks({ ...TASK, fiscalFunds: null, otherFunds: null }),
    ],
    ['A05', 'a stated total that is not the sum', { taskTotals: { total: '665' } }],
    ['A06', 'tasks above the total funds', tasks({ ...TASK, total: '3000', fiscalFunds: '3000' })],
    [
      'A07',
      'fiscal funds of tasks above those of the income',
      tasks({ ...TASK, total: '2560', fiscalFunds: '2560' }),
    ],
    [
      'A08',
      'other funds of tasks above those of the income',
      tasks({ ...TASK, fiscalFunds: '80', otherFunds: '10' }),
    ],
    [
      'A10',
      'total funds of zero',
      funds({ total: '0', income: { publicBudget: '0' }, expenditure: { basic: '0' } }),
    ],
    ['A14', 'project expenditure without a task', tasks()],
  ])('%s: %s is an error', (rule, _, changes) => {
    expect(ids(sample(changes), 'error')).toContain(rule);
  });

  test.each<[string, string, Record<string, unknown>]>([
    [
      'A09w',
      'tasks above project expenditure',
      tasks({ ...TASK, total: '800', fiscalFunds: '800' }),
    ],
    ['A11', 'an amount of hundreds of 亿', funds({ total: '1200000万元' })],
    ['A15', 'two tasks of one name', tasks(TASK, TASK)],
    [
      'A16',
      'a cost above the total',
      { indicators: [{ level2: '成本指标', name: '总成本', targetValue: '≤3000万元' }] },
    ],
    [
      'A17',
      'a difference of one cent of 万元',
      funds({ expenditure: { basic: '1772.65', project: '792.70' } }),
    ],
    ['A18', 'units of two kinds', funds({ total: '25,653,600元' })],
  ])('%s: %s is a warning', (rule, _, changes) => {
    expect(ids(sample(changes), 'warning')).toContain(rule);
  });

  test('A17 takes the place of A02 within rounding', () => {
    const rounded = funds({ expenditure: { basic: '1772.65', project: '792.70' } });
    expect(ids(sample(rounded), 'error')).not.toContain('A02');
  });

  test('A12: three decimals are kept and hinted at', () => {
    expect(ids(sample(funds({ total: '2565.360' })), 'hint')).toContain('A12');
  });

  test('A13: a blank income line is named, a zero is not', () => {
    const zero = funds({
      income: {
        publicBudget: '2557.36',
        governmentFund: '0',
        specialAccountNonTax: '',
        otherFunds: '8',
      },
    });
    const places = findings(sample(zero))
      .filter(({ rule }) => rule === 'A13')
      .map(({ place }) => place.step);
    expect(places).toEqual(['specialAccountNonTax', 'tasks']);
  });

  test('A09s: a region may ask that tasks equal the total funds', () => {
    const strict = departmentOverall({ ...DEFAULT_PROFILE, strictTaskTotal: true });
    expect(findings(sample(), strict).map(({ rule }) => rule)).toContain('A09s');
  });

  test('each side may tie with the total while a sum of a task does not: both are found', () => {
    const both = { ...funds({ total: '2669.81' }), ...tasks({ ...TASK, fiscalFunds: '80' }) };
    expect(ids(sample(both), 'error')).toEqual(['A01', 'A02', 'A04']);
  });
});

describe('completeness', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['C01', 'no year', { year: '' }],
    ['C02', 'no unit at all', { reportingUnit: '', departmentName: '' }],
    ['C04', 'no total', { funds: { income: { publicBudget: '8' } } }],
    ['C05', 'no expenditure', { funds: { total: '8', income: { publicBudget: '8' } } }],
    ['C06', 'no income', { funds: { total: '8', expenditure: { basic: '8' } } }],
    ['C07', 'no duty', { duties: [] }],
    ['C09', 'a task without content', tasks({ ...TASK, content: '' })],
    ['C10', 'no goal', { goals: [] }],
    [
      'C11',
      'no output indicator',
      { indicators: [{ level2: '满意度指标', name: '群众满意度', targetValue: '≥90%' }] },
    ],
    [
      'C12',
      'no quality indicator',
      { indicators: [{ level2: '数量指标', name: '培训', targetValue: '2次' }] },
    ],
    [
      'C13',
      'no benefit indicator at all',
      { indicators: [{ level2: '数量指标', name: '培训', targetValue: '2次' }] },
    ],
    [
      'C14',
      'no satisfaction indicator',
      { indicators: [{ level2: '数量指标', name: '培训', targetValue: '2次' }] },
    ],
    [
      'C15',
      'an indicator without value',
      { indicators: [{ level2: '数量指标', name: '培训', targetValue: '' }] },
    ],
    ['C17', 'a placeholder', { goals: ['完成XX项工作'] }],
    ['C17', 'a placeholder for an amount', funds({ total: 'XX万元' })],
    ['C18', 'an amount nobody can read', funds({ total: '若干' })],
    ['C18', 'a stated total nobody can read', { taskTotals: { total: '约664' } }],
    ['C18', 'a stated total with two readings', { taskTotals: { total: '一万八' } }],
    ['C19', 'an indicator under an unknown heading', { indicators: [stray('过程指标')] }],
    ['C19', 'an indicator without any heading', { indicators: [stray('')] }],
  ])('%s: %s is an error', (rule, _, changes) => {
    expect(ids(sample(changes), 'error')).toContain(rule);
  });

  test.each<[string, string, Record<string, unknown>]>([
    ['C02', 'a department name of its own', { departmentName: '市司法局' }],
    ['C03', 'a head nobody has spoken of', { unitHead: undefined }],
    ['C16', 'words in the review box', { review: '同意。审核部门（签章） 年 月 日' }],
  ])('%s: %s is a warning', (rule, _, changes) => {
    expect(ids(sample(changes), 'warning')).toContain(rule);
  });

  test.each(['数量指标 ', '　数量', '服务对象满意度指标', '社会公众满意度'])(
    'C19: “%s” is a heading of the form',
    (heading) => {
      const found = findings({ indicators: [stray(heading)] }).map(({ rule }) => rule);
      expect(found).not.toContain('C19');
      expect(found).toContain(heading.includes('数量') ? 'I08' : 'C11');
    },
  );

  test('C19: says which indicator has no place, and why', () => {
    const said = findings({ indicators: [stray('过程指标'), stray('')] })
      .filter(({ rule }) => rule === 'C19')
      .map((each) => findingSentence(form, 'zh-cn', each));
    expect(said).toEqual([
      '指标“到位率”没有收进来：它的二级指标“过程指标”不在表上。',
      '指标“到位率”没有收进来：它没有写二级指标。',
    ]);
  });

  test('A05: a stated total in 元 is compared like any other amount', () => {
    expect(ids(sample({ taskTotals: { total: '6640000元' } }))).not.toContain('A05');
    expect(ids(sample({ taskTotals: { total: '6650000元' } }), 'error')).toEqual(['A05']);
  });

  test('C03: a signature left for the pen is no finding', () => {
    expect(ids(sample({ unitHead: null }))).not.toContain('C03');
  });

  test('C13: one kind of benefit without indicators is a hint', () => {
    const indicators = (sample()['indicators'] as { level2: string }[]).filter(
      ({ level2 }) => level2 !== '生态效益指标',
    );
    expect(ids(sample({ indicators }), 'hint')).toContain('C13');
    expect(ids(sample({ indicators }), 'error')).toEqual([]);
  });

  test('C11: in the scheme of 2021 cost is a first-level indicator', () => {
    const later = departmentOverall({ ...DEFAULT_PROFILE, indicatorScheme: '2021' });
    const missing = findings(sample(), later).filter(({ rule }) => rule === 'C11');
    expect(missing.map(({ params }) => params['level1'])).toEqual(['成本指标']);
  });
});

describe('the catalogue', () => {
  test('every rule has a sentence in both languages and a source', () => {
    const wordless = RULES.filter(
      ({ id, source }) =>
        !source || !form.wording['zh-cn'].findings[id] || !form.wording.en.findings[id],
    );
    expect(wordless).toEqual([]);
  });

  test('every finding of a form with every fault has its sentence filled in', () => {
    const empty = findings({
      tasks: [{ total: '5' }],
      indicators: [{ level2: '数量指标', name: 'XX' }],
    });
    const sentences = empty.map((each) => findingSentence(form, 'zh-cn', each));
    expect(sentences.filter((sentence) => /undefined|\{/.test(sentence))).toEqual([]);
  });

  test('running totals and single lines give what the whole check gives', () => {
    const intake = form.intake(
      sample({ ...funds({ total: '2669.81' }), ...tasks({ ...TASK, fiscalFunds: '80' }) }),
    );
    if (!intake.ok) throw new Error('no intake');
    const totals = { tasks: { total: '90', fiscalFunds: '80', otherFunds: '0' } };
    const quick = [
      ...form.checkBalance(intake.answers, totals),
      ...form.checkLines(intake.answers, 'tasks', [0]),
    ];
    const whole = form
      .check(intake.answers)
      .filter(({ rule }) => quick.some((each) => each.rule === rule));
    expect(quick).toEqual(expect.arrayContaining([...whole]));
    expect(quick.map(({ rule }) => rule).sort()).toEqual(['A01', 'A02', 'A04', 'A09']);
  });
});
