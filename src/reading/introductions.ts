import { readAmount } from '../domain/read-amount.js';
import type { ValueStep } from '../forms/form.js';

type Naming = readonly [said: RegExp, named: string];

const UNIT_ENDING =
  '(?:局|委|办|馆|院|校|中心|处|队|所|站|社|会|部|政府|大学|镇|乡|街道|公司|库|园|法院|检察院|室)';
const HEAD = '(?:单位)?(?:负责人|局长|主任|馆长|院长|校长|所长|站长|处长|书记|主席)';
const NAME = '[\\p{Script=Han}·]{2,15}';

/** How a unit introduces itself, clause by clause, and the label each thing goes by. */
const NAMINGS: readonly Naming[] = [
  [
    /^(?:我们?)?(?:想|要|来)?(?:填报?|报|做)?(?:的是)?((?:19|20|21)\d{2})(?:年(?:度)?的?|的)(?:申?报表?|表)?$/u,
    '年度$1',
  ],
  [
    /^(?:我们?)?(?:想|要|来)?(?:填报?|报|做)?(今年|明年|本年度|下年度)的?(?:申?报表?|表)?$/u,
    '年度$1',
  ],
  [
    new RegExp(
      `^(?:我们?(?:单位)?|[我本]单位|这里|单位)(?:全称)?(?:是|叫|[:：])(.{2,30}?${UNIT_ENDING})的?$`,
      'u',
    ),
    '填报单位是$1',
  ],
  [/^(?:我们?(?:单位)?|[我本]单位)(?:是|叫)(.{2,30})的$/u, '填报单位是$1'],
  [new RegExp(`^${HEAD}(?:是|叫|为|[:：])?(${NAME})$`, 'u'), '负责人是$1'],
  [/^(?:fiscal|budget)?\s*year\s*(?:is\s*)?(\d{4})$/i, '年度$1'],
  [
    /^(?:the\s+)?head(?: of (?:the )?unit)?(?:\s+is|:)?\s+(\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}.]*){0,3})$/u,
    '负责人是$1',
  ],
  [
    /^(?:i'?m|i am|we are|we're|this is)\s+(?:filling (?:this|it) (?:in )?(?:for|of)\s+|from\s+|for\s+)?(?:the\s+)?(\p{Lu}.{2,50})$/iu,
    '填报单位是$1',
  ],
];
/** What people say before they say something. */
const FILLER = /^(?:嗯|哦|噢|好的?|那|对|您好|你好)?$/;
/** 2027年度清溪县图书馆: the year runs into the name. */
const YEAR_AND_UNIT = new RegExp(`^((?:19|20|21)\\d{2})年度?(\\S{2,30}?${UNIT_ENDING})$`, 'u');
const UNIT = new RegExp(`^\\S{2,30}${UNIT_ENDING}$`, 'u');

/**
 * Gives each thing said at once the label it goes by: 「我是清溪县图书馆的，负责人刘文秀，2027年度」. What stands
 * before the first of them answers what was asked: 「100，都是财政的」.
 */
export function withLabels(asked: ValueStep, text: string): string {
  if (asked.reads === 'amount') {
    const first = firstOf(text);
    const isFigure = first && /^[\d０-９]/.test(first) && readAmount(first).kind === 'amount';
    return isFigure ? `${asked.label}：${text}` : text;
  }
  const clauses = text.split(/[，,；;\s]+/).filter((clause) => !FILLER.test(clause));
  const spaced = clauses.some((clause) => /^[a-z]/i.test(clause))
    ? text.split(/[，,；;]\s*/)
    : clauses;
  const named = spaced.map((clause, at) => namedClause(asked, clause, at, spaced.length));
  return named.every((clause, at) => clause === spaced[at]) ? text : named.join('，');
}

function namedClause(asked: ValueStep, clause: string, at: number, of: number): string {
  const [, year, unit] = YEAR_AND_UNIT.exec(clause) ?? [];
  if (year && unit) return `年度${year}，填报单位是${unit}`;
  for (const [said, named] of NAMINGS) {
    if (said.test(clause)) return clause.replace(said, named);
  }
  if (asked.reads === 'year' && /^(?:19|20|21)\d{2}$/.test(clause) && of > 1)
    return `年度${clause}`;
  if (at > 0 || of === 1) return clause;
  if (asked.reads === 'text') return clause.length > 1 ? `${asked.label}是${clause}` : clause;
  return UNIT.test(clause) ? `填报单位是${clause}` : clause;
}

/** What stands before the first comma or gap. A comma within a figure (2,565.36) is none. */
function firstOf(text: string): string | undefined {
  return /^[^，,；;\s:：]{1,30}(?:,\d{3}[^，,；;\s:：]*)*(?=[，,；;\s])/.exec(text)?.[0];
}
