import { type Amount, sum } from '../../../domain/amount.js';
import { type Finding, type Place, SEVERITIES, type Severity } from '../../../domain/finding.js';
import type { DocumentRemarks } from '../../form.js';
import { type Draft, draftOf, EXPENDITURE, INCOME, type TASK_AMOUNTS } from '../draft.js';
import type { Profile } from '../profile.js';
import { indicatorStep } from '../scheme.js';

/** The figures that must tie, without the lines they come from: cheap enough to look at on every message. */
export interface Balance {
  readonly funds: Draft['funds'];
  /** Exact, in 万元, blanks counting as zero. */
  readonly sums: Sums;
  readonly taskCount: number;
  readonly profile: Profile;
}

/** A whole form, for the rules that look at its lines and texts. */
export interface Checked extends Balance {
  readonly draft: Draft;
  readonly remarks: DocumentRemarks;
  /** Last year's form, where it is at hand. */
  readonly previous?: Draft;
}

export interface Sums {
  readonly income: Amount;
  readonly expenditure: Amount;
  readonly tasks: Readonly<Record<'total' | 'fiscalFunds' | 'otherFunds', Amount>>;
}

/** A place where a rule is broken; `severity` only where the rule has two. */
export interface Breach {
  readonly place: Place;
  readonly params?: Readonly<Record<string, string>>;
  readonly change?: string;
  readonly severity?: Severity;
}

/** One rule of the catalogue. `source` says where it comes from; 〔推〕 marks what is inferred, not regulation. */
export interface Rule<On = Checked> {
  readonly id: string;
  readonly severity: Severity;
  readonly source: string;
  readonly breaches: (on: On) => readonly Breach[];
}

/** What there is to check in a draft. */
export function checkedOf(draft: Draft, profile: Profile, remarks: DocumentRemarks): Checked {
  const { funds, tasks } = draft;
  const sums = sumsOf(funds, taskSumsOf(tasks));
  const previous = remarks.previous && draftOf(remarks.previous, profile);
  return {
    funds,
    sums,
    taskCount: tasks.length,
    profile,
    draft,
    remarks,
    ...(previous && { previous }),
  };
}

/** The sums of a form, given those of its tasks. */
export function sumsOf({ income, expenditure }: Draft['funds'], tasks: Sums['tasks']): Sums {
  return {
    income: sum(INCOME.map((line) => income[line])),
    expenditure: sum(EXPENDITURE.map((line) => expenditure[line])),
    tasks,
  };
}

/** The findings of some rules. */
export function findingsOf<On>(rules: readonly Rule<On>[], on: On): readonly Finding[] {
  return rules.flatMap((rule) =>
    rule.breaches(on).map(({ place, params = {}, change, severity = rule.severity }) => ({
      rule: rule.id,
      severity,
      place,
      params,
      ...(change !== undefined && { change }),
    })),
  );
}

/** Gravest first, then in the order of the catalogue. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ severity }: Finding) => SEVERITIES.indexOf(severity);
  return findings.toSorted((a, b) => rank(a) - rank(b) || a.rule.localeCompare(b.rule));
}

/** The exact sums of the tasks' amounts. */
export function taskSumsOf(tasks: Draft['tasks']): Sums['tasks'] {
  const total = (column: (typeof TASK_AMOUNTS)[number]) => sum(tasks.map((task) => task[column]));
  return {
    total: total('total'),
    fiscalFunds: total('fiscalFunds'),
    otherFunds: total('otherFunds'),
  };
}

export interface PlacedText {
  readonly place: Place;
  readonly text: string | null | undefined;
}

/** The texts of all lines, with their places. */
export function textsOf({ duties, tasks, goals, indicators }: Draft): readonly PlacedText[] {
  return [
    ...duties.map((text, row) => ({ place: { step: 'duties', row }, text })),
    ...tasks.flatMap((task, row) =>
      (['name', 'content'] as const).map((column) => ({
        place: { step: 'tasks', row, column },
        text: task[column],
      })),
    ),
    ...goals.map((text, row) => ({ place: { step: 'goals', row }, text })),
    ...indicators.flatMap(({ kind, at: row, name, targetValue }) => [
      { place: { step: indicatorStep(kind), row, column: 'name' }, text: name },
      { place: { step: indicatorStep(kind), row, column: 'targetValue' }, text: targetValue },
    ]),
  ];
}

/** Works something out once for each check, however many rules look at it. */
export function once<On extends object, T extends object>(find: (on: On) => T): (on: On) => T {
  const found = new WeakMap<On, T>();
  return (on) => {
    const known = found.get(on) ?? find(on);
    found.set(on, known);
    return known;
  };
}
