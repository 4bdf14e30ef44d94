import { placeholderIn } from '../../../domain/text.js';
import { type Draft, hasExpenditure, hasIncome } from '../draft.js';
import { indicatorKinds, indicatorStep, levelOnes } from '../scheme.js';
import { type Breach, type Checked, type PlacedText, type Rule, textsOf } from './rule.js';

/** Rules C01–C19: whether everything that must be on the form is there. C08 is A14. */
export const COMPLETENESS_RULES: readonly Rule[] = [
  {
    id: 'C01',
    severity: 'error',
    source: '填报说明〔读〕',
    breaches: ({ draft }) => (draft.year ? [] : [{ place: { step: 'year' } }]),
  },
  { id: 'C02', severity: 'error', source: '项目说明“全称”〔读〕', breaches: unitNames },
  {
    id: 'C03',
    severity: 'warning',
    source: '样表〔读〕',
    // null is 手签留白, chosen on purpose.
    breaches: ({ draft }) =>
      draft.unitHead === undefined ? [{ place: { step: 'unitHead' } }] : [],
  },
  {
    id: 'C04',
    severity: 'error',
    source: '系统必填〔读〕',
    // With both sides given, A03 says it better.
    breaches: ({ draft: { funds } }) =>
      funds.total || (hasIncome(funds) && hasExpenditure(funds))
        ? []
        : [{ place: { step: 'totalFunds' } }],
  },
  {
    id: 'C05',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ draft }) =>
      hasExpenditure(draft.funds) ? [] : [{ place: { step: 'basicExpenditure' } }],
  },
  {
    id: 'C06',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ draft }) => (hasIncome(draft.funds) ? [] : [{ place: { step: 'publicBudget' } }]),
  },
  {
    id: 'C07',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ draft }) => (draft.duties.length > 0 ? [] : [{ place: { step: 'duties' } }]),
  },
  { id: 'C09', severity: 'error', source: '系统字段〔读〕', breaches: incompleteTasks },
  {
    id: 'C10',
    severity: 'error',
    source: '填报说明〔读〕',
    breaches: ({ draft }) => (draft.goals.length > 0 ? [] : [{ place: { step: 'goals' } }]),
  },
  { id: 'C11', severity: 'error', source: '扶贫资金指标要求〔读〕', breaches: missingLevelOnes },
  { id: 'C12', severity: 'error', source: '〔推〕', breaches: missingOutputs },
  { id: 'C13', severity: 'hint', source: '真实公开表〔读〕', breaches: missingBenefits },
  {
    id: 'C14',
    severity: 'error',
    source: '七类问题之六〔读〕',
    breaches: (checked) =>
      has(checked, '满意度指标') ? [] : [{ place: firstOf(checked, '满意度指标') }],
  },
  {
    id: 'C15',
    severity: 'error',
    source: '系统必填、七类之四〔读〕',
    breaches: incompleteIndicators,
  },
  {
    id: 'C16',
    severity: 'warning',
    source: '样表〔读〕',
    breaches: ({ remarks }) => {
      const words = (remarks.review ?? '').replace(/审核部门|签章|[（）()\s\u3000：:年月日]/g, '');
      return words === '' ? [] : [{ place: { step: 'review' }, params: { text: words } }];
    },
  },
  { id: 'C17', severity: 'error', source: '系统、核查工具〔读〕', breaches: placeholders },
  {
    id: 'C18',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ remarks }) =>
      (remarks.unread ?? [])
        .filter(({ words }) => placeholderIn(words) === undefined)
        .map(({ place, words }) => ({ place, params: { text: words } })),
  },
  {
    id: 'C19',
    severity: 'error',
    source: '〔推〕',
    breaches: ({ remarks }) =>
      (remarks.strays ?? []).map((params) => ({ place: { step: 'indicators' }, params })),
  },
];

const BENEFIT = '效益指标';

function unitNames({ draft }: Checked): readonly Breach[] {
  const { reportingUnit: u, departmentName: d } = draft;
  if (!u && !d) return [{ place: { step: 'reportingUnit' }, params: { missing: 'both' } }];
  if (!u)
    return [{ place: { step: 'reportingUnit' }, severity: 'warning', params: { d: d ?? '' } }];
  if (u === d) return [];
  return [{ place: { step: 'departmentName' }, severity: 'warning', params: { u, d: d ?? '' } }];
}

function incompleteTasks({ draft }: Checked): readonly Breach[] {
  return draft.tasks.flatMap((task, row) =>
    (['name', 'content', 'total'] as const)
      .filter((column) => !task[column])
      .map((column) => ({
        place: { step: 'tasks', row, column },
        params: { n: String(row + 1), column },
      })),
  );
}

/** 满意度 and 效益 have rules of their own (C14, C13) and are left to them. */
function missingLevelOnes(checked: Checked): readonly Breach[] {
  return levelOnes(checked.profile)
    .filter((level1) => level1 !== '满意度指标' && level1 !== BENEFIT && !has(checked, level1))
    .map((level1) => ({ place: firstOf(checked, level1), params: { level1 } }));
}

function missingOutputs(checked: Checked): readonly Breach[] {
  if (!has(checked, '产出指标')) return [];
  return emptyKinds(checked, '产出指标').map((kind) => ({
    place: { step: indicatorStep(kind) },
    params: { level2: kind.level2 },
  }));
}

function missingBenefits(checked: Checked): readonly Breach[] {
  const empty = emptyKinds(checked, BENEFIT);
  if (!has(checked, BENEFIT)) {
    return [{ place: firstOf(checked, BENEFIT), severity: 'error', params: { level2: BENEFIT } }];
  }
  // Whoever said 无 has decided already.
  return empty
    .filter((kind) => !checked.draft.leftOut.has(indicatorStep(kind)))
    .map((kind) => ({
      place: { step: indicatorStep(kind) },
      params: { level2: kind.level2 },
    }));
}

function incompleteIndicators({ draft }: Checked): readonly Breach[] {
  return draft.indicators.flatMap(({ kind, at, name, targetValue }) => {
    if (Boolean(name) === Boolean(targetValue)) return [];
    const column = name ? 'targetValue' : 'name';
    return [
      {
        place: { step: indicatorStep(kind), row: at, column },
        params: { level2: kind.level2, n: String(at + 1), column },
      },
    ];
  });
}

function placeholders({ draft, remarks }: Checked): readonly Breach[] {
  const texts = [
    ...namesAndTexts(draft),
    ...(remarks.unread ?? []).map(({ place, words }) => ({ place, text: words })),
  ];
  return texts.flatMap(({ place, text }) => {
    const found = text ? placeholderIn(text) : undefined;
    return found === undefined ? [] : [{ place, params: { text: found } }];
  });
}

function namesAndTexts(draft: Draft): readonly PlacedText[] {
  const values = (['reportingUnit', 'departmentName', 'unitHead'] as const).map((step) => ({
    place: { step },
    // 部门名称 repeats the reporting unit until it has a name of its own: one finding is enough.
    text: step === 'departmentName' && draft[step] === draft.reportingUnit ? null : draft[step],
  }));
  return [...values, ...textsOf(draft)];
}

function has({ draft }: Checked, level1: string): boolean {
  return draft.indicators.some(({ kind }) => kind.level1 === level1);
}

function emptyKinds({ draft, profile }: Checked, level1: string) {
  return indicatorKinds(profile)
    .filter((kind) => kind.level1 === level1)
    .filter(({ id }) => !draft.indicators.some(({ kind }) => kind.id === id));
}

function firstOf({ profile }: Checked, level1: string): Breach['place'] {
  const kind = indicatorKinds(profile).find((each) => each.level1 === level1);
  return { step: kind ? indicatorStep(kind) : 'indicators' };
}
