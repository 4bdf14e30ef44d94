import { describe, expect, test } from 'vitest';
import { NO_ANSWERS } from '../../src/forms/answers.js';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import { openFiling } from '../../src/interview/filing.js';
import { type FormView, formView } from '../../src/interview/form-view/form-view.js';
import { newConversation, type Prompt, type State } from '../../src/interview/state.js';
import { answers } from '../support/answers.js';
import { asDocument, HENGYANG } from '../support/fixtures.js';

const form = departmentOverall();

function stateOf(filled: State['filing']['answers'], prompt?: Prompt): State {
  return {
    filing: { ...openFiling('f', form, 'p'), answers: filled, revision: 1 },
    conversation: { ...newConversation('c', 'zh-cn'), ...(prompt && { prompt }) },
    today: '2026-11-24',
  };
}

function asking(target: Prompt['target']): Prompt {
  return { id: 1, choices: [], keys: 'digits', ...(target && { target }) };
}

function blanksOf({ sheet }: FormView) {
  const texts = [
    ...sheet.before.flatMap((line) => line.texts),
    ...sheet.cells.flatMap((cell) => cell.paragraphs),
  ];
  return new Map(texts.flatMap(({ blank }) => (blank ? [[blank.place, blank] as const] : [])));
}

function sample(): FormView {
  const taken = form.intake(asDocument(HENGYANG));
  if (!taken.ok) throw new Error('the sample is a form');
  return formView(form, stateOf(taken.answers));
}

describe('the form beside the conversation', () => {
  test('a form nobody has spoken of is all open blanks, and no mistakes', () => {
    const view = formView(form, stateOf(NO_ANSWERS));
    expect([...blanksOf(view).values()].map(({ state }) => state)).not.toContain('filled');
    expect(view).toMatchObject({ isDraft: true, counts: { error: 0, warning: 0, hint: 0 } });
    expect(blanksOf(view).get('unitHead')).toMatchObject({ label: '单位负责人', state: 'asked' });
    expect(blanksOf(view).get('tasks[0].name')).toBeUndefined();
    expect(blanksOf(view).get('indicators.quantity[0].name')).toMatchObject({
      step: 'indicators.quantity',
      state: 'asked',
      label: '数量指标',
    });
  });

  test('still asked, left blank on purpose, zero and filled are four things', () => {
    const view = formView(
      form,
      stateOf(
        answers(
          { publicBudget: '0', governmentFund: null, reportingUnit: '某县档案馆' },
          { tasks: [{ name: '普法', content: '宣传', total: '10', fiscalFunds: null }] },
        ),
      ),
    );
    const blanks = blanksOf(view);
    expect(blanks.get('publicBudget')).toMatchObject({ state: 'filled', value: '0' });
    expect(blanks.get('governmentFund')).toMatchObject({ state: 'blank', value: null });
    expect(blanks.get('otherFunds')).toMatchObject({ state: 'asked', value: null });
    // 部门名称 prints 填报单位 until it has one of its own.
    expect(blanks.get('departmentName')).toMatchObject({ state: 'filled', value: null });
    expect(blanks.get('tasks[0].fiscalFunds')).toMatchObject({ state: 'blank' });
    expect(blanks.get('tasks[0].otherFunds')).toMatchObject({ state: 'asked' });
    expect(blanks.get('tasks[0].total')).toMatchObject({
      row: 'tasks.1.0',
      column: 'total',
      label: '总额',
      list: '年度主要任务',
      line: 1,
      reads: 'amount',
    });
  });

  test('every finding is shown at a blank that stands on the sheet', () => {
    const view = sample();
    const names = new Set(blanksOf(view).keys());
    expect(view.counts).toEqual({ error: 0, warning: 10, hint: 30 });
    expect(view.isDraft).toBe(false);
    expect(view.findings.filter(({ place = '' }) => !names.has(place))).toEqual([]);
    expect(view.sections.map(({ label, warnings }) => `${label} ${warnings}`)).toEqual([
      '基本情况 0',
      '年度预算申请 0',
      '部门职能职责概述 0',
      '年度主要任务 1',
      '年度总体目标 0',
      '年度绩效指标 9',
    ]);
  });

  test('a warning that somebody took note of is there, and counted no more', () => {
    const taken = form.intake(asDocument(HENGYANG));
    if (!taken.ok) throw new Error('the sample is a form');
    const [first] = form.check(taken.answers);
    const key = JSON.stringify([
      first?.rule,
      first?.place.step,
      taken.answers.rows['indicators.quality']?.[4]?.id,
      first?.place.column,
      ...Object.entries(first?.params ?? {}).flat(),
    ]);
    const view = formView(form, stateOf({ ...taken.answers, noted: { [key]: true } }));
    expect(view.counts.warning).toBe(9);
    expect(view.findings.filter(({ isNoted }) => isNoted)).toHaveLength(1);
  });

  test('what the open question asks for is marked, and its section is the current one', () => {
    const view = formView(
      form,
      stateOf(answers({ publicBudget: '1' }), asking({ question: 'income' })),
    );
    expect(view.asked).toEqual(['governmentFund', 'specialAccountNonTax', 'otherFunds']);
    expect(view.sections.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual([
      'budget',
    ]);
    const empty = formView(form, stateOf(NO_ANSWERS, asking({ question: 'indicators.quantity' })));
    expect(empty.asked).toEqual(['indicators.quantity[0].name']);
  });

  test('the cell of a line that is asked for is marked alone', () => {
    const state = stateOf(answers({}, { tasks: [{ name: '普法' }, { name: '救助' }] }));
    const target = { question: 'tasks', step: 'tasks', row: 'tasks.1.1', column: 'total' };
    const { conversation } = stateOf(NO_ANSWERS, asking(target));
    expect(formView(form, { ...state, conversation }).asked).toEqual(['tasks[1].total']);
  });
});
