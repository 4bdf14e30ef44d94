import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/forms/answers.js';
import { departmentOverall } from '../../../src/forms/department-overall/form.js';
import { DEFAULT_PROFILE, profileSchema } from '../../../src/forms/department-overall/profile.js';
import { isAnswered } from '../../../src/forms/form.js';
import { answers } from '../../support/answers.js';
import { asDocument, HENGYANG } from '../../support/fixtures.js';

const form = departmentOverall();

describe('the form as data', () => {
  test('asks in the order of the printed form', () => {
    expect(form.questions.map(({ id }) => id)).toEqual([
      'year',
      'reportingUnit',
      'departmentName',
      'unitHead',
      'totalFunds',
      'income',
      'expenditure',
      'duties',
      'tasks',
      'goals',
      'indicators.quantity',
      'indicators.quality',
      'indicators.timeliness',
      'indicators.cost',
      'indicators.economic',
      'indicators.social',
      'indicators.ecological',
      'indicators.sustainability',
      'indicators.satisfaction',
    ]);
  });

  test('no step id is used twice', () => {
    const ids = form.questions.flatMap(({ steps }) => steps.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the department name follows the unit and is therefore not asked', () => {
    const step = form.steps.get('departmentName');
    expect(step && isAnswered(step, answers({}))).toBe(true);
  });

  test('every question has its words in both languages', () => {
    const wordless = form.questions.filter(
      ({ id }) => !form.wording['zh-cn'].asks[id] || !form.wording.en.asks[id],
    );
    expect(wordless).toEqual([]);
  });
});

describe('profiles', () => {
  test('the default is valid data', () => {
    expect(profileSchema.parse(DEFAULT_PROFILE)).toEqual(DEFAULT_PROFILE);
  });

  test('the scheme of 2021 has cost as its own first level, asked first', () => {
    const later = departmentOverall({ ...DEFAULT_PROFILE, indicatorScheme: '2021' });
    const lists = later.questions.map(({ id }) => id).filter((id) => id.startsWith('indicators.'));
    expect(lists.slice(0, 4)).toEqual([
      'indicators.economicCost',
      'indicators.socialCost',
      'indicators.ecologicalCost',
      'indicators.quantity',
    ]);
  });
});

describe('a declaration', () => {
  test('of a complete form validates, with amounts in 万元 and blanks as null', () => {
    const intake = form.intake(asDocument(HENGYANG));
    if (!intake.ok) throw new Error('no intake');
    const declared = form.declare(intake.answers);
    expect(declared).toMatchObject({
      ok: true,
      declaration: {
        year: '2020',
        funds: {
          total: '2565.36',
          income: { publicBudget: '2557.36', governmentFund: null, otherFunds: '8' },
          expenditure: { basic: '1772.65', project: '792.71' },
        },
      },
    });
  });

  test('of an empty form says what is missing', () => {
    const declared = form.declare(answers({}));
    const paths = declared.ok ? [] : declared.problems.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'year',
        'reportingUnit',
        'funds.total',
        'duties',
        'goals',
        'indicators',
      ]),
    );
  });

  test('in JSON with a name nobody knows is refused with that name', () => {
    expect(form.intake({ yaer: '2020' })).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringContaining('yaer') }],
    });
  });
});

describe('the file', () => {
  const filled = answers({ reportingUnit: '衡阳市司法局', year: '2020' });

  test('is named by unit and year', () => {
    expect(form.fileName(filled, { draft: false })).toBe(
      '衡阳市司法局2020年度部门整体支出绩效目标申报表',
    );
  });

  test('says that it is a draft', () => {
    expect(form.fileName(filled, { draft: true })).toMatch(/（草稿）$/);
  });

  test('never has a name that leaves its folder', () => {
    const hostile = answers({ reportingUnit: '../../甲/乙\\丙:?', year: '2020' });
    expect(form.fileName(hostile, { draft: false })).toBe(
      '....甲乙丙2020年度部门整体支出绩效目标申报表',
    );
  });
});

describe('a declaration as far as it is filled', () => {
  /** What is on a form, whoever put it there and in which words. */
  const contentOf = ({ values, rows, finished }: Answers) => ({
    values: Object.fromEntries(Object.entries(values).map(([id, { value }]) => [id, value])),
    rows: Object.fromEntries(
      Object.entries(rows).map(([id, lines]) => [
        id,
        lines.map(({ cells }) =>
          Object.fromEntries(Object.entries(cells).map(([column, { value }]) => [column, value])),
        ),
      ]),
    ),
    leftOut: Object.keys(finished).filter((id) => rows[id] === undefined),
  });

  test('comes back as it was: blank, zero, unasked and left out are four things', () => {
    const filled: Answers = {
      ...answers(
        { year: '2026', totalFunds: '8.00', publicBudget: '0', governmentFund: null },
        { tasks: [{ name: '普法', total: '8', fiscalFunds: '8', otherFunds: null }] },
      ),
      finished: { tasks: true, 'indicators.ecological': true },
    };
    const intake = form.intake(JSON.parse(JSON.stringify(form.document(filled))));
    expect(intake.ok && contentOf(intake.answers)).toEqual({
      values: { year: '2026', totalFunds: '8.00', publicBudget: '0', governmentFund: null },
      rows: { tasks: [{ name: '普法', total: '8', fiscalFunds: '8', otherFunds: null }] },
      leftOut: ['indicators.ecological'],
    });
  });
});
