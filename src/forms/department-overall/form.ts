import type { Amount } from '../../domain/amount.js';
import { type Answers, rowsOf, valueIn } from '../answers.js';
import { takeContent } from '../content.js';
import { type Declared, defineForm, type Form, problemsOf } from '../form.js';
import { documentOf } from './document.js';
import { draftOf, fundsOf, type Maybe, taskOf } from './draft.js';
import { en } from './en.js';
import { contentOf } from './intake.js';
import { labelsOf } from './labels.js';
import { layOut, REVIEW, TITLE } from './layout.js';
import { DEFAULT_PROFILE, type Profile } from './profile.js';
import { AMOUNT_RULES } from './rules/amounts.js';
import { COMPLETENESS_RULES } from './rules/completeness.js';
import { INDICATOR_RULES } from './rules/indicators.js';
import { RELEVANCE_RULES } from './rules/relevance.js';
import { checkedOf, findingsOf, inOrder, type Rule, sumsOf } from './rules/rule.js';
import { BALANCE_RULES, LINE_RULES, lineRules } from './rules/totals.js';
import { WORDING_RULES } from './rules/wording.js';
import { declarationSchema } from './schema.js';
import { type IndicatorKind, indicatorKinds, indicatorStep } from './scheme.js';
import { sectionsOf } from './sections.js';
import { suggestionsFor } from './suggestions.js';
import { zhCn } from './zh-cn.js';

/** The catalogue, in the order of its ids. */
export const RULES: readonly Rule[] = [
  ...BALANCE_RULES,
  ...LINE_RULES,
  ...AMOUNT_RULES,
  ...COMPLETENESS_RULES,
  ...INDICATOR_RULES,
  ...RELEVANCE_RULES,
  ...WORDING_RULES,
];

/** 部门整体支出绩效目标申报表, in one region's variant. */
export function departmentOverall(profile: Profile = DEFAULT_PROFILE): Form {
  const labels = labelsOf(profile);
  const kinds = new Map<string, IndicatorKind>(
    indicatorKinds(profile).map((kind) => [indicatorStep(kind), kind]),
  );
  const applies = ({ id }: { readonly id: string }) => !profile.rulesOff.includes(id);
  const rules = RULES.filter(applies);
  const balanceRules = BALANCE_RULES.filter(applies);
  const form: Form = defineForm({
    id: 'department-overall',
    profile: profile.id,
    title: TITLE,
    sections: sectionsOf(profile),
    review: {
      names: [REVIEW.label.join(''), '财政部门意见', '财政审核意见', '审核意见'],
      printed: REVIEW.printed.map((words) => words.replaceAll('　', '')),
    },
    wording: { 'zh-cn': zhCn(labels), en: en(labels) },
    declarationSchema,
    check: (answers, remarks = {}) =>
      inOrder(findingsOf(rules, checkedOf(draftOf(answers, profile), profile, remarks))),
    checkBalance: (answers, totals) => {
      const funds = fundsOf(answers);
      const sums = sumsOf(funds, { ...NO_TASK_TOTALS, ...totals['tasks'] });
      const taskCount = rowsOf(answers, 'tasks').length;
      return inOrder(findingsOf(balanceRules, { funds, sums, taskCount, profile }));
    },
    checkLines: (answers, step, lines) => {
      if (step !== 'tasks') return [];
      const tasks = rowsOf(answers, step);
      const found = lines.flatMap((at) => {
        const row = tasks[at];
        return row ? [[taskOf(row), at] as const] : [];
      });
      return findingsOf(lineRules(found).filter(applies), undefined);
    },
    suggest: (answers, step) => {
      const kind = kinds.get(step);
      if (!kind) return [];
      return suggestionsFor(draftOf(answers, profile), kind).map(({ name, sign, unit }) => ({
        name,
        measure: sign === '' ? unit : `${sign}＿${unit}`,
      }));
    },
    layout: (answers, options) => layOut(draftOf(answers, profile), profile, options),
    identify,
    fileName: (answers, options) => fileName(answers, options.draft),
    document: (answers) => documentOf(answers, profile),
    declare: (answers) => declare(answers, profile),
    intake: (json) => {
      const found = contentOf(json, profile);
      return found.ok ? { ok: true, ...takeContent(form.steps, found.content) } : found;
    },
  });
  return form;
}

function identify(answers: Answers): ReturnType<Form['identify']> {
  const unit = valueIn(answers, 'reportingUnit');
  const year = valueIn(answers, 'year');
  return { ...(unit && { unit }), ...(year && { year }) };
}

const NO_TASK_TOTALS = { total: '0', fiscalFunds: '0', otherFunds: '0' };

/** Source: 内江市“码”上审预算页面的文件名〔读〕; the budget code is left out where none is known. */
function fileName(answers: Answers, isDraft: boolean): string {
  const { unit, year } = identify(answers);
  const name = `${unit ?? ''}${year ? `${year}年度` : ''}${TITLE}${isDraft ? '（草稿）' : ''}`;
  return name.replace(/[\\/:*?"<>|\s]+/g, '');
}

function declare(answers: Answers, profile: Profile): Declared {
  const { leftOut: _, ...filled } = documentOf(answers, profile);
  const { funds, reportingUnit, departmentName, tasks } = filled;
  const candidate = {
    ...filled,
    departmentName: departmentName ?? reportingUnit,
    funds: {
      total: funds.total,
      income: blanksAsNull(funds.income),
      expenditure: blanksAsNull(funds.expenditure),
    },
    tasks: tasks.map(({ fiscalFunds = null, otherFunds = null, ...task }) => ({
      ...task,
      fiscalFunds,
      otherFunds,
    })),
  };
  const parsed = declarationSchema.safeParse(candidate);
  if (parsed.success) return { ok: true, declaration: parsed.data };
  return { ok: false, problems: problemsOf(parsed.error) };
}

function blanksAsNull(lines: Readonly<Record<string, Maybe<Amount>>>) {
  return Object.fromEntries(Object.entries(lines).map(([line, amount]) => [line, amount ?? null]));
}
