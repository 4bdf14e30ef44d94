import { short } from '../../domain/text.js';
import type { FormWording } from '../form.js';
import type { LabelId, Labels } from './labels.js';
import type { zhCn } from './zh-cn.js';

/** The English twin of `zh-cn.ts`. Labels printed on the form stay Chinese. Amounts are in 万元. */
export const en = (the: Labels) =>
  ({
    asks: {
      year: 'Which budget year (年度) is this form for? For example: 2027.',
      reportingUnit: `What is the full official name of the reporting unit (${the.reportingUnit})? For example: 衡阳市司法局.`,
      departmentName: `What is the department name (${the.departmentName})? Reply “same” if it is the reporting unit.`,
      unitHead: `Who is the head of the unit (${the.unitHead})? Reply “sign” to leave it blank for a signature.`,
      totalFunds: `What are the total funds (${the.totalFunds}) for the year, in 万元? For example: 2565.36.`,
      income: `How do the total funds divide by income (${the.income}): ${the.publicBudget}, ${the.governmentFund}, ${the.specialAccountNonTax}, ${the.otherFunds}?\nSay it in one sentence (财政拨款2557.36，其他8，其余为0) or write four figures in order: 2557.36 0 0 8.`,
      expenditure: `How do the total funds divide by expenditure (${the.expenditure}): ${the.basicExpenditure}, ${the.projectExpenditure}, in 万元?\nFor example: 基本1772.65 项目792.71.`,
      duties: `Please paste the duties of the department (${the.duties}), one a line; I will number them.`,
      tasks: `What are the main tasks of the year (${the.tasks})? One a line: name, content, total, ${the['tasks.fiscalFunds']}, ${the['tasks.otherFunds']}.\nFor example: 普法宣传，开展“法律十进”，90万，全部财政. You can also paste a table from Excel.`,
      'tasks.name': `What is task {n} called (${the['tasks.name']})?`,
      'tasks.content': `What is the content (${the['tasks.content']}) of “{name}”? Reply “same” if it equals the name.`,
      'tasks.total': `What is the total (${the['tasks.total']}) of “{name}”, in 万元?`,
      'tasks.fiscalFunds': `Of the {total} 万元 of “{name}”, how much is ${the['tasks.fiscalFunds']} and how much ${the['tasks.otherFunds']}? For example: 财政92，其他8.`,
      goals: `What are the goals of the year (${the.goals})? One a line.`,
      'indicators.quantity': `${the['indicators.quantity']} (quantity): how many. One a line: name, target value.\nFor example: 举办培训班，2次.`,
      'indicators.quality': `${the['indicators.quality']} (quality): how well. One a line: name, target value.\nFor example: 矛盾纠纷调解成功率，≥90%.`,
      'indicators.timeliness': `${the['indicators.timeliness']} (timeliness): by when. One a line: name, target value.\nFor example: 培训完成时间，2027年11月底前.`,
      'indicators.cost': `${the['indicators.cost']} (cost): at what price or standard. One a line: name, target value.\nFor example: 培训人均费用，≤400元.`,
      'indicators.economicCost': `${the['indicators.economicCost']} (economic cost). One a line: name, target value.\nFor example: 项目总成本，≤120万元.`,
      'indicators.socialCost': `${the['indicators.socialCost']} (social cost). One a line: name, target value. Reply “none” if there are none.`,
      'indicators.ecologicalCost': `${the['indicators.ecologicalCost']} (ecological cost). One a line: name, target value. Reply “none” if there are none.`,
      'indicators.economic': `${the['indicators.economic']} (economic benefit). One a line: name, target value. Reply “none” if there are none.`,
      'indicators.social': `${the['indicators.social']} (social benefit). One a line: name, target value. Reply “none” if there are none.`,
      'indicators.ecological': `${the['indicators.ecological']} (ecological benefit, of nature). One a line: name, target value. Reply “none” if there are none.`,
      'indicators.sustainability': `${the['indicators.sustainability']} (lasting effect). One a line: name, target value. Reply “none” if there are none.`,
      'indicators.satisfaction': `${the['indicators.satisfaction']} (satisfaction of those served). One a line: name, target value.\nFor example: 受援人满意度，≥95%.`,
      'indicators.name': 'What is indicator {n} called?',
      'indicators.targetValue': `What is the target value (${the['indicators.targetValue']}) of “{name}”?`,
    },
    findings: {
      A01: ({ I, T, d, direction }) =>
        `The four income lines add up to ${I} 万元, the total funds say ${T} 万元: ${d} 万元 too ${direction === 'more' ? 'much' : 'little'}. Please change one of them.`,
      A02: ({ b, p, X, T, d }) =>
        `${the.basicExpenditure} ${b} + ${the.projectExpenditure} ${p} = ${X} 万元, which differs from the total funds ${T} 万元 by ${d} 万元. Please change one of them.`,
      A03: ({ I, X, agree }) =>
        `The total funds are missing. Income adds up to ${I} 万元, expenditure to ${X} 万元; ${agree === 'yes' ? 'they agree and can be used.' : 'they do not agree, please check first.'}`,
      A04: ({ n, name, f, o, s, a }) =>
        `Task ${n} “${name}”: ${the['tasks.fiscalFunds']} ${f} + ${the['tasks.otherFunds']} ${o} = ${s} 万元, but its total says ${a} 万元.`,
      A05: ({ column, v, n, s }) =>
        `The stated total of “${the[`tasks.${column}` as LabelId]}” is ${v} 万元, the ${n} tasks add up to ${s} 万元. The form prints the exact sum.`,
      A06: ({ s, T }) => `The tasks add up to ${s} 万元, more than the total funds of ${T} 万元.`,
      A07: ({ f, F }) =>
        `The tasks use ${f} 万元 of fiscal funds, more than the ${F} 万元 of the income lines.`,
      A08: ({ o, O }) =>
        `The tasks use ${o} 万元 of ${the['tasks.otherFunds']}, ${the.otherFunds} and ${the.specialAccountNonTax} of the income hold only ${O} 万元. What ${the.governmentFund} pays belongs under ${the['tasks.fiscalFunds']}.`,
      A09: ({ p, s, d }) =>
        `${the.projectExpenditure} is ${p} 万元, the tasks list ${s} 万元, so ${d} 万元 have no task. Small items need not be listed.`,
      A09w: ({ s, p }) =>
        `The tasks add up to ${s} 万元, more than ${the.projectExpenditure} ${p} 万元. Was basic expenditure listed as well?`,
      A09s: ({ d }) => `Here the tasks must add up to the total funds; they differ by ${d} 万元.`,
      A10: () => 'The total funds are 0. Please give the real budget.',
      A11: ({ v, y }) => `You wrote “${v}”; in 万元 that is ${y} 亿元. Did you mean 元?`,
      A12: ({ v }) =>
        `${v} has more than two decimals. Published forms usually keep two; it stays as written.`,
      A13: ({ where, label, n, rows, all }) =>
        where === 'tasks'
          ? `${all === 'yes' ? `All tasks leave ${the['tasks.otherFunds']} blank` : `${n} tasks leave ${the['tasks.otherFunds']} blank (task ${rows})`}; blanks count as 0 and stay blank on the form.`
          : `${label} is blank; it counts as 0 and stays blank on the form. Say “${label}为0” to print 0.`,
      A14: ({ p }) => `There is ${the.projectExpenditure} of ${p} 万元 but not a single main task.`,
      A15: ({ i, j }) => `Tasks ${i} and ${j} have the same name. Is one entered twice?`,
      A16: ({ name, v }) => `The cost indicator “${name}” of ${v} 万元 exceeds the total funds.`,
      A17: ({ stated, computed, d }) =>
        `Stated ${stated} 万元, exact sum ${computed} 万元: ${d} 万元 apart, probably rounding. Keep it or level it.`,
      A18: ({ units, list }) =>
        `The form mixes ${units}; all were turned into 万元, please look: ${list}.`,
      C01: () => 'The budget year is missing. Please give four digits, for example 2027.',
      C02: ({ missing, u, d }) =>
        missing === 'both'
          ? 'The reporting unit is missing. Please give its full official name.'
          : u
            ? `The reporting unit “${u}” and the department name “${d}” differ. Please use the full official name.`
            : `The department name is “${d}”, but the reporting unit is missing.`,
      C03: () =>
        `The head of the unit is missing. To sign by hand, say “edit ${the.unitHead}”, then “sign”.`,
      C04: () => 'The total funds are missing.',
      C05: () =>
        `Expenditure is not divided yet: how much is ${the.basicExpenditure}, how much ${the.projectExpenditure}?`,
      C06: () => 'The sources of income are missing.',
      C07: () => 'The duties of the department are missing.',
      C09: ({ n, column }) => `Task ${n} lacks its ${the[`tasks.${column}` as LabelId]}.`,
      C10: () => 'The goals of the year are missing.',
      C11: ({ level1 }) => `${level1} are missing; at least one is needed.`,
      C12: ({ level2 }) => `${level2} are missing; at least one is needed.`,
      C13: ({ level2 }) =>
        level2 === '效益指标'
          ? 'There is not a single benefit indicator (效益指标); one kind at least is needed.'
          : `${level2} are empty; leave them so if they do not apply.`,
      C14: () =>
        'Satisfaction indicators (满意度指标) are missing, a most common reason for a form to be sent back. For example “群众满意度，≥90%”.',
      C15: ({ level2, n, column }) =>
        `${level2}, line ${n}, lacks its ${the[`indicators.${column}` as LabelId]}.`,
      C16: ({ text }) =>
        `The review box belongs to the finance bureau; “${text}” was not taken in.`,
      C17: ({ text }) => `“${text}” looks like something left over from a template.`,
      C18: ({ text }) =>
        `The amount “${text}” was not understood. Please write it like 123.45 万元.`,
      C19: ({ name, heading }) =>
        heading
          ? `The indicator “${short(name)}” was not taken in: the form has no second level “${heading}”.`
          : `The indicator “${short(name)}” was not taken in: its second level (二级指标) is missing.`,
      I01: ({ name, v }) =>
        `“${name}”: nobody can assess “${short(v)}”. Write a figure (≥98%), a grade (优) or a date.`,
      I02: ({ v, better }) =>
        better ? `“${v}” lacks its unit. Is it “${better}”?` : `“${v}” lacks its unit.`,
      I03: ({ name, better }) => `“${name}” is better written “${better}”, with its sign.`,
      I04: ({ name, punctual }) =>
        punctual === 'yes'
          ? `The timeliness indicator “${name}” names no date; better say by when, for example “11月底前”.`
          : `The timeliness indicator “${name}” needs a time, for example “11月底前” or “按期完成率≥95%”.`,
      I05: ({ name, T, better }) =>
        better
          ? `The cost indicator “${name}” is better written “${better}”.`
          : `The cost indicator “${name}” has no amount and no standard. Write “≤ … 万元”${T ? ` (total funds: ${T} 万元)` : ''} or a unit price.`,
      I06: ({ name, v, whole }) =>
        whole === 'yes'
          ? `“${name}”: 100% is hard to reach; forms usually say ≥90% or ≥95%.`
          : `“${name}”: “${short(v)}” is no percentage; satisfaction is usually written “≥90%”.`,
      I07: ({ name }) =>
        `“${name}”: satisfaction asks those who are served. What superiors or the unit itself think belongs under quality.`,
      I08: ({ name, v }) =>
        `The quantity indicator “${name} ${short(v)}” is a rate; rates usually stand under quality.`,
      I09: ({ name }) =>
        `“${name}” says nothing of nature. Ecological benefit means the natural environment; it may stay empty.`,
      I10: ({ name }) => `“${name}” is satisfaction, not a benefit. Write what changes.`,
      I11: ({ name, better }) =>
        better
          ? `A name is a noun: “${name}” is better called “${better}”.`
          : `“${name}” reads like a sentence; a name is a noun, the result is the value.`,
      I12: ({ name }) => `“${name}” occurs twice. Is one entered twice?`,
      I13: ({ name }) => `“${name}” is too general. Which piece of work is it?`,
      I14: ({ n, what }) =>
        what === 'quantity'
          ? `Only ${n} quantity indicators: rather few.`
          : `${n} indicators in all: rather ${what === 'many' ? 'many' : 'few'}.`,
      I15: ({ v, character, better }) =>
        `The bureau's system refuses “${character}” in “${short(v)}”.${better ? ` Write “${better}”.` : ''}`,
      I16: ({ name, better }) =>
        `“${name}” is better the lower it is and needs “≤”${better ? `, for example “${better}”` : ''}.`,
      I17: ({ name, v, better }) =>
        `“${name}”: “${short(v)}” is more than 100%.${better ? ` Was “${better}” misread?` : ''}`,
      I18: ({ name, v }) => `“${name}” counts things, but “${short(v)}” is a percentage.`,
      I19: ({ name, n }) => `“${name}”: a value of ${n} characters is long; write a short phrase.`,
      I20: ({ name, v }) => `“${name}”: “${short(v)}” has no measure. Try “较上年提高…”.`,
      R01: ({ task, a, p }) =>
        `The task “${task}”, ${a} 万元, ${p}% of all tasks, has no indicator. Add one?`,
      R02: ({ g }) => `No indicator supports the goal “${g}”.`,
      R03: ({ task }) => `The task “${task}” has no basis among the duties.`,
      R04: ({ ind }) => `Which work does the indicator “${ind}” belong to?`,
      R05: ({ label, y, Y }) => `${label} says ${y}, the form is for ${Y}. Is it last year's text?`,
      R06: () => 'This goal repeats an earlier one word by word. Say how far this year goes.',
      F01: ({ name, prev, v, p }) =>
        `“${name}” was “${prev}” last year and is “${short(v)}” now, ${p}% apart; be ready to explain.`,
      F02: ({ p }) =>
        `The funds grew by ${p}%, the indicators are last year's. Consider raising them too.`,
      X01: () => 'The head names 万元 already; the cells leave it out, as is usual here.',
      X02: ({ v }) => `Full-width figures such as “${v}” were turned into plain ones.`,
      X03: ({ label }) => `Quotes or tabs left over from pasting were taken off in ${label}.`,
      X04: ({ label, n, most }) =>
        `${label}: ${n} characters, more than ${most}; the bureau's system may cut them.`,
    },
  }) satisfies {
    readonly asks: Readonly<Record<keyof Chinese['asks'], string>>;
    readonly findings: Readonly<Record<keyof Chinese['findings'], FormWording['findings'][string]>>;
  };

type Chinese = ReturnType<typeof zhCn>;
