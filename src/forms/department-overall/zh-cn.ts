import { short } from '../../domain/text.js';
import type { FormWording } from '../form.js';
import type { LabelId, Labels } from './labels.js';

/** What this form's questions and findings say in Chinese, with a region's labels. Amounts in params are in 万元. */
export const zhCn = (the: Labels) =>
  ({
    asks: {
      year: '请问填报哪个预算年度？例如：2027。',
      reportingUnit: `${the.reportingUnit}的全称是什么？请写“三定”方案上的名称，例如：衡阳市司法局。`,
      departmentName: `${the.departmentName}是什么？与${the.reportingUnit}相同请回复“同上”。`,
      unitHead: `${the.unitHead}是谁？打印后手签的，请回复“手签”。`,
      totalFunds: `本年度${the.totalFunds}是多少万元？例如：2565.36。收入、支出也可以一起说。`,
      income: `${the.totalFunds}按收入分：${the.publicBudget}、${the.governmentFund}、${the.specialAccountNonTax}、${the.otherFunds}各多少？\n可以一句话说完，例如：财政拨款2557.36，其他8，其余为0；也可以按顺序写四个数：2557.36 0 0 8。`,
      expenditure: `${the.totalFunds}按支出分：${the.basicExpenditure}、${the.projectExpenditure}各多少万元？\n例如：基本1772.65 项目792.71；或者只说一项，再说“剩下都是${the.projectExpenditure}”。`,
      duties: `请把${the.duties}贴上来，一条一行，可以直接从“三定”方案粘贴；编号由我来排。`,
      tasks: `${the.tasks}有哪些？一条一行：${the['tasks.name']}，${the['tasks.content']}，${the['tasks.total']}，${the['tasks.fiscalFunds']}，${the['tasks.otherFunds']}。\n例如：普法宣传，开展“法律十进”，90万，全部财政。也可以从 Excel 整表粘贴。`,
      'tasks.name': '第{n}条任务叫什么名称？',
      'tasks.content': `“{name}”的${the['tasks.content']}是什么？与名称相同请回复“同名称”。`,
      'tasks.total': `“{name}”的${the['tasks.total']}是多少万元？`,
      'tasks.fiscalFunds': `“{name}”的{total}万元，${the['tasks.fiscalFunds']}、${the['tasks.otherFunds']}各多少？例如：财政92，其他8。`,
      goals: `${the.goals}是什么？一条一行，写这一年要做到哪一步。`,
      'indicators.quantity': `${the['indicators.quantity']}：做多少件事、办多少次。一条一行：名称，${the['indicators.targetValue']}。\n例如：举办培训班，2次。`,
      'indicators.quality': `${the['indicators.quality']}：做到什么程度。一条一行：名称，${the['indicators.targetValue']}。\n例如：矛盾纠纷调解成功率，≥90%。`,
      'indicators.timeliness': `${the['indicators.timeliness']}：什么时候完成。一条一行：名称，${the['indicators.targetValue']}。\n例如：培训完成时间，2027年11月底前。`,
      'indicators.cost': `${the['indicators.cost']}：花多少钱、什么标准。一条一行：名称，${the['indicators.targetValue']}。\n例如：培训人均费用，≤400元。`,
      'indicators.economicCost': `${the['indicators.economicCost']}：花多少钱、什么标准。一条一行：名称，${the['indicators.targetValue']}。\n例如：项目总成本，≤120万元。`,
      'indicators.socialCost': `${the['indicators.socialCost']}：对社会造成的负担。一条一行：名称，${the['indicators.targetValue']}。没有请回复“无”。`,
      'indicators.ecologicalCost': `${the['indicators.ecologicalCost']}：对自然环境的代价。一条一行：名称，${the['indicators.targetValue']}。没有请回复“无”。`,
      'indicators.economic': `${the['indicators.economic']}：带来什么经济变化。一条一行：名称，${the['indicators.targetValue']}。没有请回复“无”。`,
      'indicators.social': `${the['indicators.social']}：带来什么社会变化。一条一行：名称，${the['indicators.targetValue']}。\n例如：民事纠纷化解时间，较上年缩短5天。没有请回复“无”。`,
      'indicators.ecological': `${the['indicators.ecological']}：对自然环境有什么好处。一条一行：名称，${the['indicators.targetValue']}。没有请回复“无”。`,
      'indicators.sustainability': `${the['indicators.sustainability']}：能管多久。一条一行：名称，${the['indicators.targetValue']}。没有请回复“无”。`,
      'indicators.satisfaction': `${the['indicators.satisfaction']}：服务对象满不满意。一条一行：名称，${the['indicators.targetValue']}。\n例如：受援人满意度，≥95%。`,
      'indicators.name': '第{n}条指标叫什么名称？',
      'indicators.targetValue': `“{name}”的${the['indicators.targetValue']}是多少？`,
    },
    findings: {
      A01: ({ I, T, d, direction }) =>
        `收入四项加起来是 ${I} 万元，${the.totalFunds}写的是 ${T} 万元，${direction === 'more' ? '多' : '少'} ${d} 万元。请改其中一处。`,
      A02: ({ b, p, X, T, d }) =>
        `${the.basicExpenditure} ${b} + ${the.projectExpenditure} ${p} = ${X} 万元，与${the.totalFunds} ${T} 万元差 ${d} 万元。请改其中一处。`,
      A03: ({ I, X, agree }) =>
        `${the.totalFunds}没填。收入合计 ${I} 万元，支出合计 ${X} 万元，${agree === 'yes' ? '两边一致，可以直接用。' : '两边不一致，请先核对。'}`,
      A04: ({ n, name, f, o, s, a }) =>
        `第 ${n} 条任务“${name}”：${the['tasks.fiscalFunds']} ${f} + ${the['tasks.otherFunds']} ${o} = ${s} 万元，${the['tasks.total']}写的是 ${a} 万元。`,
      A05: ({ column, v, n, s }) =>
        `金额合计的“${the[`tasks.${column}` as LabelId]}”写的是 ${v} 万元，${n} 条任务加起来是 ${s} 万元。表上按计算值填。`,
      A06: ({ s, T }) => `任务合计 ${s} 万元，超过了${the.totalFunds} ${T} 万元。`,
      A07: ({ f, F }) =>
        `任务里用的${the['tasks.fiscalFunds']}共 ${f} 万元，比收入里的财政资金 ${F} 万元还多。`,
      A08: ({ o, O }) =>
        `任务里用的${the['tasks.otherFunds']}共 ${o} 万元，收入里的${the.otherFunds}和${the.specialAccountNonTax}一共只有 ${O} 万元。${the.governmentFund}安排的请填在“${the['tasks.fiscalFunds']}”。`,
      A09: ({ p, s, d }) =>
        `${the.projectExpenditure} ${p} 万元，主要任务列了 ${s} 万元，还有 ${d} 万元没有对应任务。确属零星支出可以不列。`,
      A09w: ({ s, p }) =>
        `任务合计 ${s} 万元，大于${the.projectExpenditure} ${p} 万元。是否把${the.basicExpenditure}也列进来了？`,
      A09s: ({ d }) => `本地口径要求任务合计等于${the.totalFunds}，现在差 ${d} 万元。`,
      A10: () => `${the.totalFunds}是 0。请填实际的预算数。`,
      A11: ({ v, y }) => `您填的是“${v}”，按万元理解就是 ${y} 亿元，是不是“元”？`,
      A12: ({ v }) => `${v} 超过两位小数。公开表一般保留两位，表上按原值保留。`,
      A13: ({ where, label, n, rows, all }) =>
        where === 'tasks'
          ? `${all === 'yes' ? `任务的“${the['tasks.otherFunds']}”都没填` : `有 ${n} 条任务的“${the['tasks.otherFunds']}”留空（第 ${rows} 条）`}，按 0 参与合计，表上留空。`
          : `${label}留空，按 0 参与合计，表上留空。要显示“0”请说“${label}为0”。`,
      A14: ({ p }) => `有${the.projectExpenditure} ${p} 万元，但${the.tasks}一条都没有。`,
      A15: ({ i, j }) => `第 ${i} 条和第 ${j} 条任务同名，是否录重了？`,
      A16: ({ name, v }) => `成本指标“${name}”${v} 万元，超过了${the.totalFunds}。`,
      A17: ({ stated, computed, d }) =>
        `写的是 ${stated} 万元，加起来是 ${computed} 万元，差 ${d} 万元。这么小的差多半是四舍五入，可以保留，也可以改平。`,
      A18: ({ units, list }) => `表内混用了${units}，已统一为万元，请过目：${list}。`,
      C01: () => '预算年度没填。请填四位年份，例如 2027。',
      C02: ({ missing, u, d }) =>
        missing === 'both'
          ? `${the.reportingUnit}没填。请写“三定”方案上的全称。`
          : u
            ? `${the.reportingUnit}“${u}”与${the.departmentName}“${d}”不一致，请用“三定”方案上的全称。`
            : `${the.departmentName}是“${d}”，${the.reportingUnit}没填。`,
      C03: () => `${the.unitHead}还没填。打印后手签请回复“修改 ${the.unitHead}”，再回复“手签”。`,
      C04: () => `${the.totalFunds}没填。`,
      C05: () => `支出还没分：${the.basicExpenditure}、${the.projectExpenditure}各多少？`,
      C06: () =>
        `钱从哪来还没填：${the.publicBudget}、${the.governmentFund}、${the.specialAccountNonTax}、${the.otherFunds}各多少？`,
      C07: () => `${the.duties}没填，可以从“三定”方案粘贴。`,
      C09: ({ n, column }) => `第 ${n} 条任务缺${the[`tasks.${column}` as LabelId]}。`,
      C10: () => `${the.goals}没填。`,
      C11: ({ level1 }) => `缺${level1}，至少一条。`,
      C12: ({ level2 }) => `缺${level2}，至少一条。`,
      C13: ({ level2 }) =>
        level2 === '效益指标'
          ? '效益指标一条都没有，至少要有一类。'
          : `${level2}没填；确实不适用可以不填。`,
      C14: () => '缺满意度指标，这是退回最常见的原因之一。可以填“群众满意度，≥90%”。',
      C15: ({ level2, n, column }) =>
        column === 'name'
          ? `${level2}第 ${n} 条缺${the['indicators.name']}名称。`
          : `${level2}第 ${n} 条缺${the['indicators.targetValue']}。`,
      C16: ({ text }) => `财政部门审核意见由财政部门填写，“${text}”没有收进来。`,
      C17: ({ text }) => `“${text}”像是模板里没替换掉的内容。`,
      C18: ({ text }) => `没看懂金额“${text}”，请写成 123.45 万元这样。`,
      C19: ({ name, heading }) =>
        heading
          ? `指标“${short(name)}”没有收进来：它的二级指标“${heading}”不在表上。`
          : `指标“${short(name)}”没有收进来：它没有写二级指标。`,
      I01: ({ name, v }) =>
        `“${name}”的${the['indicators.targetValue']}“${short(v)}”没法考核，请写成能衡量的，例如“≥98%”“优”或具体时间。`,
      I02: ({ v, better }) =>
        better ? `“${v}”后面缺单位，是“${better}”吗？` : `“${v}”后面缺单位，例如人、次、件、%。`,
      I03: ({ name, better }) => `“${name}”建议写成“${better}”，带上比较符便于年底自评。`,
      I04: ({ name, punctual }) =>
        punctual === 'yes'
          ? `时效指标“${name}”没有日期，最好在名称或指标值里写明什么时候，例如“11月底前”。`
          : `时效指标“${name}”请写明时间，例如“11月底前”，或“按期完成率≥95%”。`,
      I05: ({ name, T, better }) =>
        better
          ? `成本指标“${name}”建议写成“${better}”，说明不超过多少。`
          : `成本指标“${name}”没有金额或标准，建议写成“≤多少万元”${T ? `（${the.totalFunds} ${T} 万元）` : ''}或单价标准。`,
      I06: ({ name, v, whole }) =>
        whole === 'yes'
          ? `“${name}”写 100%，年底很难达到，常见的写法是 ≥90% 或 ≥95%。`
          : `“${name}”的${the['indicators.targetValue']}“${short(v)}”不是百分数，满意度一般写成“≥90%”。`,
      I07: ({ name }) =>
        `“${name}”：满意度一般问服务对象（群众、企业、学员），上级或本单位的评价可以放到质量指标。`,
      I08: ({ name, v }) => `数量指标“${name} ${short(v)}”是比率，通常放质量指标；数量指标写个数。`,
      I09: ({ name }) =>
        `“${name}”看不出与自然环境有关。生态效益指的是自然环境，不是“政治生态”“营商环境”；没有可以不填。`,
      I10: ({ name }) =>
        `“${name}”是满意度，不是效益。效益请写“带来什么变化”，满意度放满意度指标。`,
      I11: ({ name, better }) =>
        better
          ? `指标名写名词就好：“${name}”建议改成“${better}”，数值放在${the['indicators.targetValue']}里。`
          : `“${name}”像一句话，指标名写名词就好，做到什么程度放在${the['indicators.targetValue']}里。`,
      I12: ({ name }) => `“${name}”出现了两次，是否录重了？`,
      I13: ({ name }) => `指标名“${name}”太笼统，请写清楚是哪件事。`,
      I14: ({ n, what }) =>
        what === 'quantity'
          ? `数量指标只有 ${n} 条，偏少。`
          : `共 ${n} 条指标，${what === 'many' ? '偏多，核心指标宜精' : '偏少'}。`,
      I15: ({ v, character, better }) =>
        better
          ? `一体化系统不接受“${character}”，“${short(v)}”请改成“${better}”。`
          : `“${short(v)}”里的“${character}”一体化系统不接受，请换个写法。`,
      I16: ({ name, better }) => `“${name}”越低越好，应写“≤”${better ? `，例如“${better}”` : ''}。`,
      I17: ({ name, v, better }) =>
        `“${name}”写的是“${short(v)}”，超过了 100%。${better ? `是不是“${better}”被识别错了？` : ''}`,
      I18: ({ name, v }) =>
        `“${name}”是个数，${the['indicators.targetValue']}“${short(v)}”却是百分比，请改名称或改值。`,
      I19: ({ name, n }) =>
        `“${name}”的${the['indicators.targetValue']}有 ${n} 字，偏长，建议压成一个能考核的短语，说明写到年度目标里。`,
      I20: ({ name, v }) => `“${name}”的“${short(v)}”没有衡量标准，试试“较上年提高多少”这样写。`,
      R01: ({ task, a, p }) =>
        `任务“${task}”${a} 万元，占任务合计的 ${p}%，没有对应的指标。要加一条吗？`,
      R02: ({ g }) => `目标“${g}”没有指标支撑。`,
      R03: ({ task }) => `任务“${task}”在部门职责里没找到依据。`,
      R04: ({ ind }) => `指标“${ind}”对应哪项工作？任务和职责里都没找到。`,
      R05: ({ label, y, Y }) => `${label}里写的是 ${y} 年，本表是 ${Y} 年，是不是沿用了去年的？`,
      R06: () => '年度目标与前面的目标一字不差，请写当年要做到哪一步。',
      F01: ({ name, prev, v, p }) =>
        `“${name}”去年是“${prev}”，今年是“${short(v)}”，变动了 ${p}%，财政可能要您说明。`,
      F02: ({ p }) => `${the.totalFunds}比去年增加 ${p}%，指标却和去年一样，建议同步提高。`,
      X01: () => '表头已经写了（万元），格子里的“万元”按本单位习惯去掉。',
      X02: ({ v }) => `已把全角数字转成半角，例如“${v}”。`,
      X03: ({ label }) => `${label}里粘贴带来的引号或制表符已经去掉。`,
      X04: ({ label, n, most }) =>
        `${label}这一格有 ${n} 字，超过 ${most} 字，录入系统时可能被截断。`,
    },
  }) satisfies FormWording;
