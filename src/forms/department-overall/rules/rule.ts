import type { Amount } from '../../../domain/amount.js';
import { sum } from '../../../domain/amount.js';
import type { Finding, Place, Severity } from '../../../domain/finding.js';
import type { DocumentRemarks } from '../../form.js';
import { type Draft, draftOf, EXPENDITURE, INCOME, type TASK_AMOUNTS } from '../draft.js';
import type { Profile } from '../profile.js';

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
  const total = (column: (typeof TASK_AMOUNTS)[number]) => sum(tasks.map((task) => task[column]));
  const sums = sumsOf(funds, {
    total: total('total'),
    fiscalFunds: total('fiscalFunds'),
    otherFunds: total('otherFunds'),
  });
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

const GRAVITY: readonly Severity[] = ['error', 'warning', 'hint'];

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
  const rank = ({ severity }: Finding) => GRAVITY.indexOf(severity);
  return findings.toSorted((a, b) => rank(a) - rank(b) || a.rule.localeCompare(b.rule));
}
