import { z } from 'zod';
import { AMOUNT_PATTERN } from '../../domain/amount.js';

/** Longest text of one cell. Source: 一体化系统字段 4000 字节〔读〕(X04). */
const LONGEST_TEXT = 4000;

export const yearSchema = z
  .string()
  .regex(/^(?:19|20|21)\d{2}$/)
  .describe('预算年度，四位数字');

export const amountSchema = z
  .string()
  .max(30)
  .regex(AMOUNT_PATTERN)
  .describe('金额，单位万元，十进制字符串');

export const textSchema = z.string().trim().min(1).max(LONGEST_TEXT);

/** Words that ask or evade instead of naming. */
const NO_NAME =
  /[?？!！]|为什么|怎么|什么|不知道|不清楚|不晓得|没想好|谁$|哪[里个]|写错|填错|弄错|错了|不对/;
/** What stands where nobody is named yet. */
const NOBODY = /^(?:同上|一样|[暂空待]|没有|无)|空缺|待定|[手代亲]?签字?$/;
const TITLES = /(?:局长|主任|馆长|院长|校长|所长|站长|处长|科长|书记|主席|会长|领导|同志)$/;

/** The name of a unit: short, in one piece, and no question. 〔推〕 */
export const unitSchema = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^(?!\d+$)(?!(?:万|亿)?元(?:$|[\s\d]))[^，,；;。:：\t\n]+$/)
  .refine((name) => !NO_NAME.test(name));

/** The name of a person: letters, with the dot and the blank that some names hold. 〔推〕 */
export const personSchema = z
  .string()
  .trim()
  .min(1)
  .max(30)
  .regex(/^[\p{L}·•．.\s]+$/u)
  .refine((name) => ![NO_NAME, NOBODY, TITLES].some((pattern) => pattern.test(name)));

const taskSchema = z.strictObject({
  name: textSchema.describe('任务名称'),
  content: textSchema.describe('主要内容'),
  total: amountSchema.describe('总额（万元）'),
  fiscalFunds: amountSchema.nullable().describe('财政拨款（万元），null 为留空'),
  otherFunds: amountSchema.nullable().describe('其他资金（万元），null 为留空'),
});

const indicatorSchema = z.strictObject({
  level1: z.string().describe('一级指标'),
  level2: z.string().describe('二级指标'),
  name: textSchema.describe('三级指标'),
  targetValue: textSchema.describe('指标值，照原文'),
});

/** The finished form as an object. Amounts are in 万元; null is a blank left on purpose. */
export const declarationSchema = z
  .strictObject({
    form: z.literal('department-overall'),
    profile: z.string(),
    year: yearSchema,
    reportingUnit: unitSchema.describe('填报单位'),
    departmentName: unitSchema.describe('部门名称'),
    unitHead: personSchema.nullable().describe('单位负责人，null 为手签留白'),
    funds: z.strictObject({
      total: amountSchema.describe('资金总额（万元）'),
      income: z.strictObject({
        publicBudget: amountSchema.nullable().describe('公共财政拨款'),
        governmentFund: amountSchema.nullable().describe('政府性基金拨款'),
        specialAccountNonTax: amountSchema.nullable().describe('纳入专户管理的非税收入拨款'),
        otherFunds: amountSchema.nullable().describe('其他资金'),
      }),
      expenditure: z.strictObject({
        basic: amountSchema.nullable().describe('基本支出'),
        project: amountSchema.nullable().describe('项目支出'),
      }),
    }),
    duties: z.array(textSchema).min(1).describe('部门职能职责概述'),
    tasks: z.array(taskSchema).describe('年度主要任务'),
    goals: z.array(textSchema).min(1).describe('年度总体目标'),
    indicators: z.array(indicatorSchema).min(1).describe('年度绩效指标'),
  })
  .describe('部门整体支出绩效目标申报表');
