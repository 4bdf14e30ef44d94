import type { Profile } from './profile.js';

/** A 二级指标: one list of indicators. */
export interface IndicatorKind {
  readonly id: string;
  readonly level1: string;
  readonly level2: string;
  readonly aliases: readonly string[];
  /** Whether a form without any is in order: one kind of benefit, or of cost, is enough. Source: C11, C13 〔读〕. */
  readonly optional?: true;
}

const OUTPUT = '产出指标';
const COST = '成本指标';
const BENEFIT = '效益指标';
const SATISFACTION = '满意度指标';

const output: readonly IndicatorKind[] = [
  { id: 'quantity', level1: OUTPUT, level2: '数量指标', aliases: ['数量'] },
  { id: 'quality', level1: OUTPUT, level2: '质量指标', aliases: ['质量'] },
  { id: 'timeliness', level1: OUTPUT, level2: '时效指标', aliases: ['时效'] },
];

const benefit: readonly IndicatorKind[] = [
  {
    id: 'economic',
    level1: BENEFIT,
    level2: '经济效益指标',
    aliases: ['经济效益'],
    optional: true,
  },
  { id: 'social', level1: BENEFIT, level2: '社会效益指标', aliases: ['社会效益'], optional: true },
  {
    id: 'ecological',
    level1: BENEFIT,
    level2: '生态效益指标',
    aliases: ['生态效益', '环境效益', '环境效益指标'],
    optional: true,
  },
  {
    id: 'sustainability',
    level1: BENEFIT,
    level2: '可持续影响指标',
    aliases: ['可持续影响', '可持续', '可持续发展指标'],
    optional: true,
  },
];

const satisfaction: readonly IndicatorKind[] = [
  {
    id: 'satisfaction',
    level1: SATISFACTION,
    level2: '服务对象满意度指标',
    aliases: [
      '服务对象满意度',
      '社会公众或服务对象满意度指标',
      '社会公众或服务对象满意度',
      '满意度指标',
      '满意度',
    ],
  },
];

/** The second-level indicators of a scheme, in the order of the form. Source: 样表〔读〕; 2021 版〔读〕. */
export function indicatorKinds(scheme: Profile['indicatorScheme']): readonly IndicatorKind[] {
  switch (scheme) {
    case '2015':
      return [
        ...output,
        { id: 'cost', level1: OUTPUT, level2: COST, aliases: ['成本'] },
        ...benefit,
        ...satisfaction,
      ];
    case '2021':
      return [
        {
          id: 'economicCost',
          level1: COST,
          level2: '经济成本指标',
          aliases: ['经济成本'],
          optional: true,
        },
        {
          id: 'socialCost',
          level1: COST,
          level2: '社会成本指标',
          aliases: ['社会成本'],
          optional: true,
        },
        {
          id: 'ecologicalCost',
          level1: COST,
          level2: '生态环境成本指标',
          aliases: ['生态环境成本', '生态成本'],
          optional: true,
        },
        ...output,
        ...benefit,
        ...satisfaction,
      ];
    default:
      return scheme satisfies never;
  }
}

/** The kind a document's heading means. Whatever holds 满意度 is 满意度. Source: 三种名称〔读〕. */
export function kindCalled(
  heading: string,
  scheme: Profile['indicatorScheme'],
): IndicatorKind | undefined {
  const kinds = indicatorKinds(scheme);
  return (
    kinds.find(({ level2, aliases }) => level2 === heading || aliases.includes(heading)) ??
    (heading.includes('满意度') ? kinds.find(({ level1 }) => level1 === SATISFACTION) : undefined)
  );
}

/** The step that holds the indicators of one kind. */
export function indicatorStep(kind: Pick<IndicatorKind, 'id'>): string {
  return `indicators.${kind.id}`;
}

/** The first-level labels of a scheme, in the order of the form. */
export function levelOnes(scheme: Profile['indicatorScheme']): readonly string[] {
  return [...new Set(indicatorKinds(scheme).map(({ level1 }) => level1))];
}
