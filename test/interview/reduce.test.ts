import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { departmentOverall } from '../../src/forms/department-overall/form.js';
import {
  applyEntry,
  deriveTotals,
  disagreeingTotals,
  type Entry,
  type Filing,
  openFiling,
} from '../../src/interview/filing.js';
import { reduce } from '../../src/interview/reduce.js';
import { type Intent, newConversation, type State } from '../../src/interview/state.js';
import type { Outcome } from '../../src/interview/turn.js';
import { understand } from '../../src/interview/understand.js';

const form = departmentOverall();

/** A conversation played in memory: the pure core alone. */
function player() {
  let state: State = {
    filing: openFiling('f', form, 'p'),
    conversation: newConversation('c', 'zh-cn'),
    today: '2026-11-23',
  };
  const entries: Entry[] = [];
  const hydrated = (intent: Intent): Intent => {
    if (intent.type !== 'undo' && intent.type !== 'redo') return intent;
    const { undoable, redoable } = state.filing;
    const revision = (intent.type === 'undo' ? undoable : redoable).at(-1);
    const entry = entries.find((each) => each.revision === revision);
    return { type: intent.type, ...(entry && { entry }) };
  };
  const take = (outcome: Outcome) => {
    const entry: Entry = {
      filing: 'f',
      revision: state.filing.revision + 1,
      at: 0,
      by: 'p',
      channel: 'test',
      message: '',
      changes: outcome.changes,
      ...(outcome.undoes !== undefined && { undoes: outcome.undoes }),
      ...(outcome.redoes !== undefined && { redoes: outcome.redoes }),
    };
    if (outcome.changes.length > 0) entries.push(entry);
    const filing =
      outcome.changes.length > 0 ? applyEntry(form, state.filing, entry) : state.filing;
    state = { ...state, filing, conversation: outcome.conversation };
    return outcome;
  };
  return {
    say: (text: string) =>
      take(reduce(form, state, hydrated(understand(form, state, { type: 'text', text })))),
    press: (prompt: number, say: string) =>
      take(reduce(form, state, understand(form, state, { type: 'press', prompt, say }))),
    filing: (): Filing => state.filing,
    conversation: () => state.conversation,
  };
}

const BASICS = [
  '2027',
  '某县档案馆',
  '李某',
  '总共300，全部是财政拨款',
  '基本100，剩下都是项目支出',
  '1、甲。\n2、乙。',
  '完成',
];

const SAYINGS = fc.constantFrom(
  '普法，宣传，90万，全部财政',
  '复议，办案，50，财政45，其他5',
  '任务甲\t内容\t10\t10\t\n任务乙\t内容\t20\t15\t5',
  '加在后面',
  '替换',
  '第1条总额改成20',
  '第2条改成法援，办案，30，财政30',
  '删除第1条',
  '删掉最后一条',
  '把1、2条合并',
  '第2条移到第1条',
  '在第1条后面加一条：培训，开班，8，财政8',
  '总额改成310',
  '基本支出改成110',
  '修改 任务',
  '完成',
  '返回',
  '跳过',
  '无',
  '重填本节',
  '重做',
  '2565.36元',
  '约50',
  '任务丙\t内容\t3000000\t2000000\t1000000',
  '都是元',
  '差在哪',
  '核对',
  '已知悉',
  '已知悉 1',
  '1',
  'A',
  '继续',
  '取消',
  '给我看看',
  '就是这条',
  '财政写错了，是280',
  '两条都删了',
  '普法宣传场次，≥20场',
  '数量指标：培训人数，80%；质量指标：合格率，300%',
  '同去年',
  '导处',
);

describe('whatever is said, in whatever order', () => {
  test('撤销 after any change restores the form exactly', () => {
    fc.assert(
      fc.property(fc.array(SAYINGS, { maxLength: 12 }), SAYINGS, (sayings, last) => {
        const { say, filing } = player();
        for (const text of [...BASICS, ...sayings]) say(text);
        const before = filing().answers;
        const { changes } = say(last);
        if (changes.length === 0) return;
        say('撤销');
        expect(filing().answers).toEqual(before);
      }),
      { numRuns: 400 },
    );
  });

  test('running totals are the exact sums of their lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(SAYINGS, fc.constant('撤销')), { maxLength: 15 }),
        (sayings) => {
          const { say, filing } = player();
          for (const text of [...BASICS, ...sayings]) say(text);
          expect(disagreeingTotals(form, filing())).toEqual([]);
          expect(Object.keys(filing().totals)).toEqual(
            Object.keys(deriveTotals(form, filing().answers)),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  test('every message is answered', () => {
    fc.assert(
      fc.property(fc.array(SAYINGS, { minLength: 1, maxLength: 10 }), (sayings) => {
        const { say } = player();
        const outcomes = [...BASICS, ...sayings].map(say);
        expect(outcomes.every(({ effects }) => effects.length > 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('merging two lines', () => {
  test('adds their amounts, equal ones too, and joins their texts', () => {
    const { say, filing } = player();
    for (const text of BASICS) say(text);
    say('普法，宣传，5万，全部财政');
    say('复议，办案，5万，全部财政');
    say('把1、2条合并');
    const [row] = filing().answers.rows['tasks'] ?? [];
    expect(row?.cells).toMatchObject({
      name: { value: '普法；复议' },
      total: { value: '10' },
      fiscalFunds: { value: '10' },
      otherFunds: { value: '0' },
    });
    expect(filing().totals['tasks']).toEqual({ total: '10', fiscalFunds: '10', otherFunds: '0' });
  });
});

describe('buttons', () => {
  test('a press on the open question says what its button says', () => {
    const { say, press, filing, conversation } = player();
    for (const text of BASICS.slice(0, 2)) say(text);
    press(conversation().prompt?.id ?? 0, '手签');
    expect(filing().answers.values['unitHead']?.value).toBeNull();
  });

  test('a press on an old question changes nothing and says so', () => {
    const { say, press, filing, conversation } = player();
    for (const text of BASICS.slice(0, 2)) say(text);
    const old = conversation().prompt?.id ?? 0;
    say('李某');
    const outcome = press(old, '手签');
    expect(outcome.changes).toEqual([]);
    expect(outcome.effects[0]).toMatchObject({ type: 'say', notice: { key: 'latePress' } });
    expect(filing().answers.values['unitHead']?.value).toBe('李某');
  });

  test('where a number is an answer, buttons have letters, and 1 is one 万元', () => {
    const { say, filing, conversation } = player();
    for (const text of BASICS.slice(0, 4)) say(text);
    expect(conversation().prompt?.keys).toBe('letters');
    say('基本1，剩下都是项目支出');
    expect(filing().answers.values['basicExpenditure']?.value).toBe('1');
  });
});

describe('an invalid answer', () => {
  test('keeps the old value', () => {
    const { say, filing } = player();
    for (const text of BASICS) say(text);
    say('总额改成约400');
    expect(filing().answers.values['totalFunds']?.value).toBe('300');
  });

  test('a whole paragraph is no name', () => {
    const { say, filing } = player();
    say('2027');
    say(
      '本单位负责全市档案的接收、收集、整理、保管和提供利用，负责档案信息化建设和数字档案馆运行，并完成市委、市政府交办的其他任务。',
    );
    expect(filing().answers.values['reportingUnit']).toBeUndefined();
  });

  test('a message over 20,000 characters is refused with its length', () => {
    const { say } = player();
    const outcome = say('长'.repeat(20_001));
    expect(outcome.effects[0]).toMatchObject({
      notice: { key: 'oversize', params: { characters: 20_001 } },
    });
  });
});
