import { z } from 'zod';
import { type LabelId, SAMPLE_LABELS } from './labels.js';

const LABEL_IDS = Object.keys(SAMPLE_LABELS) as LabelId[];

const longest = z.number().int().min(10).max(4000).optional();

/**
 * A region's variant of the form, as data an office can keep in a JSON file. What a profile leaves out is as on
 * the published sample. Source: 预算公开表10, 衡阳市司法局 2020〔读〕.
 */
export const profileSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .describe('Written into a declaration to say which variant it follows'),
    tableNumber: z
      .string()
      .max(40)
      .default('预算公开表10')
      .describe(
        'Printed above the title, at the right; every county numbers its tables differently',
      ),
    indicatorScheme: z
      .enum(['2015', '2021'])
      .default('2015')
      .describe('2015: 成本 stands under 产出; 2021: it is a first-level indicator of its own'),
    strictTaskTotal: z
      .boolean()
      .default(false)
      .describe('Whether 任务合计 must equal 资金总额 (A09s)'),
    unitInCells: z
      .boolean()
      .default(true)
      .describe('Whether amounts are printed with 万元 although the head names the unit'),
    numberedDuties: z
      .boolean()
      .default(true)
      .describe(
        'Whether duties are printed with 1、2、3、 before them; goals are printed as written',
      ),
    labels: z
      .partialRecord(z.enum(LABEL_IDS), z.string().trim().min(1).max(40))
      .default({})
      .describe('Other labels, by id: { "publicBudget": "一般公共预算拨款" }'),
    rulesOff: z
      .array(z.string().regex(/^[ACIRFX]\d\d[a-z]?$/))
      .default([])
      .describe('Rules of the catalogue that do not apply here, by id'),
    longestTexts: z
      .strictObject({
        duties: longest,
        taskContent: longest,
        goals: longest,
        targetValue: longest,
      })
      .default({})
      .describe(
        'Longest texts of the local system in characters, where it takes less than 1300 (X04)',
      ),
  })
  .describe("A region's variant of 部门整体支出绩效目标申报表");

export type Profile = z.infer<typeof profileSchema>;

/** The variant of the published sample form. */
export const DEFAULT_PROFILE: Profile = profileSchema.parse({ id: 'default' });
