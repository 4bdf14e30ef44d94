import type { FormCase } from './fixtures.js';

/** The table of the official form for a transcribed case, written down from the case alone. */
export function expectedTable(form: FormCase): readonly (readonly string[])[] {
  const { byIncome, byExpenditure } = form.budget;
  const income = Object.entries(byIncome).map(([label, amount]) => `${label}：${amount}`);
  const spent = Object.entries(byExpenditure).map(([label, amount]) => `${label}：${amount}`);
  const tasks = form.tasks.map(({ name, content, total, fiscal, other }) => [
    name,
    content,
    total,
    fiscal,
    other,
  ]);
  return [
    ['部门名称', form.deptName],
    ['年度预算申请\n（万元）', `资金总额：${form.budget.total}`],
    ['按收入性质分', '按支出性质分'],
    [`其中：${income.join('\n')}`, `其中：${spent.join('\n')}`],
    ['部门职能职责概述', form.duties.join('\n')],
    ['年度主要任务', '任务名称', '主要内容', '预算金额'],
    ['总额', '财政拨款', '其他资金'],
    ...tasks,
    ['金额合计', form.tasksTotal.total, form.tasksTotal.fiscal, form.tasksTotal.other],
    ['年度总体目标', form.goals.join('\n')],
    [
      '部门整体支出年度绩效指标',
      '一级指标',
      '二级指标',
      '三级指标',
      '指标值（包含数字及文字描述）',
    ],
    ...indicatorRows(form),
    ['财政部门\n审核意见', '审核部门（签章）\n年　　月　　日'],
  ];
}

/** A first- or second-level label stands in the first row of its run only. */
function indicatorRows({ indicators }: FormCase): readonly (readonly string[])[] {
  return indicators.map(({ level1, level2, level3, value }, at) => {
    const above = indicators[at - 1];
    return [
      ...(above?.level1 === level1 ? [] : [level1]),
      ...(above?.level2 === level2 ? [] : [level2]),
      level3,
      value,
    ];
  });
}
