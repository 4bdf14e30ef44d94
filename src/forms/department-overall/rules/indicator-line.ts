import { perTenThousand } from '../../../domain/amount.js';
import type { Severity } from '../../../domain/finding.js';
import { readTargetValue, type TargetReading } from '../../../domain/indicator.js';
import { halfWidth } from '../../../domain/text.js';
import type { DraftIndicator } from '../draft.js';
import { indicatorStep } from '../scheme.js';
import type { Breach, Rule } from './rule.js';

/** One indicator with both its cells, and what its 指标值 means. */
export interface IndicatorLine {
  readonly indicator: DraftIndicator;
  readonly name: string;
  /** The name without its unit: 培训人数 of 培训人数（人）. */
  readonly bareName: string;
  readonly value: string;
  readonly reading: TargetReading;
  /** 资金总额 in 万元, where it is known. */
  readonly totalFunds?: string;
}

/** What a rule finds on a line: the sentence's params, and what to say to settle it. */
export interface LineBreach {
  readonly params?: Readonly<Record<string, string>>;
  readonly column?: 'name' | 'targetValue';
  /** The better name or value, where there is one: it becomes a sentence the person can say. */
  readonly better?: string;
  readonly severity?: Severity;
}

/** A rule about one indicator, whatever stands beside it. */
export interface LineRule extends Omit<Rule<never>, 'breaches'> {
  readonly breach: (line: IndicatorLine) => LineBreach | undefined;
}

/** The line of an indicator; undefined while one of its cells is empty (C15). */
export function indicatorLine(
  indicator: DraftIndicator,
  form: { readonly year?: string | null | undefined; readonly total?: string | null | undefined },
): IndicatorLine | undefined {
  const { name, targetValue } = indicator;
  if (!name || !targetValue) return undefined;
  const { year, total } = form;
  const { bareName, unit } = splitName(name);
  return {
    indicator,
    name,
    bareName,
    value: targetValue,
    reading: inUnit(readTargetValue(targetValue, year ? { year } : {}), unit),
    ...(total && { totalFunds: total }),
  };
}

/** 培训人数（人）, 满意度（%）: how systems and tables give the unit of a value. */
function splitName(name: string): { readonly bareName: string; readonly unit?: string } {
  const found = /^(.+?)[（(]([\p{Script=Han}A-Za-z%％‰㎡℃/]{1,5})[）)]$/u.exec(name);
  const [, bareName = name, unit = ''] = found ?? [];
  return unit === '' || unit.startsWith('含') ? { bareName } : { bareName, unit: halfWidth(unit) };
}

function inUnit(reading: TargetReading, unit: string | undefined): TargetReading {
  if (reading.kind !== 'quantity' || !reading.missingUnit || unit === undefined) return reading;
  const { missingUnit: _, ...measured } = reading;
  return { ...measured, unit };
}

/** A line rule as a rule over any number of lines. */
export function overLines({ breach, ...rule }: LineRule): Rule<readonly IndicatorLine[]> {
  return {
    ...rule,
    breaches: (lines) =>
      lines.flatMap((line) => {
        const found = breach(line);
        return found ? [placed(line, found)] : [];
      }),
  };
}

function placed({ indicator, name, value }: IndicatorLine, found: LineBreach): Breach {
  const { params, column = 'targetValue', better, severity } = found;
  const { kind, at } = indicator;
  const change =
    better && `${kind.level2}第${at + 1}条${column === 'name' ? '名称' : '指标值'}改成${better}`;
  return {
    place: { step: indicatorStep(kind), row: at, column },
    params: { name, v: value, ...(better && { better }), ...params },
    ...(change && { change }),
    ...(severity && { severity }),
  };
}

export function isCost({ indicator: { kind } }: IndicatorLine): boolean {
  return /cost$/i.test(kind.id);
}

export function isOutput({ indicator: { kind } }: IndicatorLine): boolean {
  return kind.level1 === '产出指标';
}

export function isBenefit({ indicator: { kind } }: IndicatorLine): boolean {
  return kind.level1 === '效益指标';
}

export function isSatisfaction({ indicator: { kind } }: IndicatorLine): boolean {
  return kind.level1 === '满意度指标';
}

export function isKind({ indicator: { kind } }: IndicatorLine, id: string): boolean {
  return kind.id === id;
}

/** The share in percent that a 指标值 names, as a number to compare; undefined when it names none. */
export function percentOf({ reading }: IndicatorLine): string | undefined {
  return reading.kind === 'quantity' && reading.unit === '%' ? reading.number : undefined;
}

/** The sum of money in 万元 that a 指标值 names; undefined for anything else, unit prices included. */
export function moneyOf({ reading }: IndicatorLine): string | undefined {
  if (reading.kind !== 'quantity') return undefined;
  if (reading.unit === '万元') return reading.number;
  return /^元?$/.test(reading.unit) ? perTenThousand(reading.number) : undefined;
}
