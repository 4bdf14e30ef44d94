import type { Profile } from './profile.js';

/**
 * What the form calls its sections, questions, steps and columns (`step.column`), by their ids.
 * Source: 样表〔读〕; the indicator kinds of 2021: 2021 版〔读〕.
 */
export const SAMPLE_LABELS = {
  basics: '基本情况',
  year: '年度',
  reportingUnit: '填报单位',
  departmentName: '部门名称',
  unitHead: '单位负责人',
  budget: '年度预算申请',
  totalFunds: '资金总额',
  income: '按收入性质分',
  publicBudget: '公共财政拨款',
  governmentFund: '政府性基金拨款',
  specialAccountNonTax: '纳入专户管理的非税收入拨款',
  otherFunds: '其他资金',
  expenditure: '按支出性质分',
  basicExpenditure: '基本支出',
  projectExpenditure: '项目支出',
  duties: '部门职能职责概述',
  tasks: '年度主要任务',
  'tasks.name': '任务名称',
  'tasks.content': '主要内容',
  'tasks.total': '总额',
  'tasks.fiscalFunds': '财政拨款',
  'tasks.otherFunds': '其他资金',
  goals: '年度总体目标',
  indicators: '年度绩效指标',
  'indicators.name': '三级指标',
  'indicators.targetValue': '指标值',
  'indicators.quantity': '数量指标',
  'indicators.quality': '质量指标',
  'indicators.timeliness': '时效指标',
  'indicators.cost': '成本指标',
  'indicators.economicCost': '经济成本指标',
  'indicators.socialCost': '社会成本指标',
  'indicators.ecologicalCost': '生态环境成本指标',
  'indicators.economic': '经济效益指标',
  'indicators.social': '社会效益指标',
  'indicators.ecological': '生态效益指标',
  'indicators.sustainability': '可持续影响指标',
  'indicators.satisfaction': '服务对象满意度指标',
} as const;

export type LabelId = keyof typeof SAMPLE_LABELS;

/** Every label of the form in one region's variant. */
export type Labels = Readonly<Record<LabelId, string>>;

/** The sample's labels with those that a profile puts in their place. */
export function labelsOf({ labels }: Profile): Labels {
  return { ...SAMPLE_LABELS, ...labels };
}

/** A label with what else people call it: what the sample calls it stays understood. */
export function called(
  id: LabelId,
  labels: Labels,
  aliases: readonly string[],
): { readonly label: string; readonly aliases: readonly string[] } {
  const label = labels[id];
  const others = new Set([SAMPLE_LABELS[id], ...aliases]);
  others.delete(label);
  return { label, aliases: [...others] };
}
