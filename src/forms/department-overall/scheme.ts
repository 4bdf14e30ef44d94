import { called, labelsOf } from './labels.js';
import type { Profile } from './profile.js';

/** A 二级指标: one list of indicators. `level2` is its label, `aliases` what else it is called. */
export interface IndicatorKind {
  readonly id: KindId;
  readonly level1: string;
  readonly level2: string;
  readonly aliases: readonly string[];
  /** Whether a form without any is in order: one kind of benefit, or of cost, is enough. Source: C11, C13 〔读〕. */
  readonly optional?: true;
}

type KindId =
  | 'quantity'
  | 'quality'
  | 'timeliness'
  | 'cost'
  | 'economicCost'
  | 'socialCost'
  | 'ecologicalCost'
  | 'economic'
  | 'social'
  | 'ecological'
  | 'sustainability'
  | 'satisfaction';

type SampleKind = Omit<IndicatorKind, 'level2'>;

const OUTPUT = '产出指标';
const COST = '成本指标';
const BENEFIT = '效益指标';
const SATISFACTION = '满意度指标';

const outputs: readonly SampleKind[] = [
  { id: 'quantity', level1: OUTPUT, aliases: ['数量'] },
  { id: 'quality', level1: OUTPUT, aliases: ['质量'] },
  { id: 'timeliness', level1: OUTPUT, aliases: ['时效'] },
];

const benefits: readonly SampleKind[] = [
  { id: 'economic', level1: BENEFIT, aliases: ['经济效益', '经济'], optional: true },
  { id: 'social', level1: BENEFIT, aliases: ['社会效益', '社会'], optional: true },
  {
    id: 'ecological',
    level1: BENEFIT,
    aliases: ['生态效益', '生态', '环境效益', '环境效益指标'],
    optional: true,
  },
  {
    id: 'sustainability',
    level1: BENEFIT,
    aliases: ['可持续影响', '可持续', '可持续发展指标'],
    optional: true,
  },
];

const satisfaction: SampleKind = {
  id: 'satisfaction',
  level1: SATISFACTION,
  aliases: [
    '服务对象满意度',
    '社会公众或服务对象满意度指标',
    '社会公众或服务对象满意度',
    '满意度指标',
    '满意度',
  ],
};

const costs: readonly SampleKind[] = [
  { id: 'economicCost', level1: COST, aliases: ['经济成本'], optional: true },
  { id: 'socialCost', level1: COST, aliases: ['社会成本'], optional: true },
  { id: 'ecologicalCost', level1: COST, aliases: ['生态环境成本', '生态成本'], optional: true },
];

/** The second-level indicators of each scheme, in the order of the form. Source: 样表〔读〕; 2021 版〔读〕. */
const SCHEMES: Readonly<Record<Profile['indicatorScheme'], readonly SampleKind[]>> = {
  '2015': [
    ...outputs,
    { id: 'cost', level1: OUTPUT, aliases: ['成本'] },
    ...benefits,
    satisfaction,
  ],
  '2021': [...costs, ...outputs, ...benefits, satisfaction],
};

/** The second-level indicators of a region's form, in its order and with its labels. */
export function indicatorKinds(profile: Profile): readonly IndicatorKind[] {
  const labels = labelsOf(profile);
  return SCHEMES[profile.indicatorScheme].map((kind) => {
    const { label, aliases } = called(indicatorStep(kind), labels, kind.aliases);
    return { ...kind, level2: label, aliases };
  });
}

/** The kind a document's heading means. Whatever holds 满意度 is 满意度. Source: 三种名称〔读〕. */
export function kindCalled(heading: string, profile: Profile): IndicatorKind | undefined {
  const kinds = indicatorKinds(profile);
  return (
    kinds.find(({ level2, aliases }) => level2 === heading || aliases.includes(heading)) ??
    (heading.includes('满意度') ? kinds.find(({ level1 }) => level1 === SATISFACTION) : undefined)
  );
}

/** The step that holds the indicators of one kind. */
export function indicatorStep({ id }: Pick<IndicatorKind, 'id'>): `indicators.${KindId}` {
  return `indicators.${id}`;
}

/** The first-level labels of a region's form, in its order. */
export function levelOnes(profile: Profile): readonly string[] {
  return [...new Set(SCHEMES[profile.indicatorScheme].map(({ level1 }) => level1))];
}
