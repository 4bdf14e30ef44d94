import { z } from 'zod';

const longest = z.number().int().min(10).max(4000).optional();

/** A region's variant of the form, as data an office can keep in a JSON file. */
export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Printed above the title, at the right. Every county numbers its tables differently. */
  tableNumber: z.string().max(40),
  /** 2015: 成本 stands under 产出. 2021: 成本 is a first-level indicator of its own. */
  indicatorScheme: z.enum(['2015', '2021']),
  /** Whether 任务合计 must equal 资金总额 (A09s). */
  strictTaskTotal: z.boolean(),
  /** Whether amounts are printed with 万元 behind them although the head names the unit. */
  unitInCells: z.boolean(),
  /** Whether duties are printed with 1、2、3、 before them. Goals are printed as written. */
  numberedDuties: z.boolean(),
  /** Other labels for steps, by step id: { "publicBudget": "一般公共预算拨款" }. */
  labels: z.record(z.string(), z.string().min(1).max(40)),
  /** Rules of the catalogue that do not apply here, by id. */
  rulesOff: z.array(z.string().regex(/^[ACIRFX]\d\d[a-z]?$/)),
  /** Longest texts of the local system in characters, where it takes less than X04's 1300. */
  longestTexts: z.strictObject({
    duties: longest,
    taskContent: longest,
    goals: longest,
    targetValue: longest,
  }),
});

export type Profile = z.infer<typeof profileSchema>;

/** The variant of the published sample form. Source: 预算公开表10, 衡阳市司法局 2020〔读〕. */
export const DEFAULT_PROFILE: Profile = {
  id: 'default',
  tableNumber: '预算公开表10',
  indicatorScheme: '2015',
  strictTaskTotal: false,
  unitInCells: true,
  numberedDuties: true,
  labels: {},
  rulesOff: [],
  longestTexts: {},
};
