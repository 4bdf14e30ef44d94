import type { Amount } from '../../../domain/amount.js';
import { sum } from '../../../domain/amount.js';
import type { Finding, Place, Severity } from '../../../domain/finding.js';
import type { DocumentRemarks } from '../../form.js';
import { type Draft, EXPENDITURE, INCOME } from '../draft.js';
import type { Profile } from '../profile.js';

/** What a rule looks at. Sums are exact, in 万元, blanks counting as zero. */
export interface Checked {
  readonly draft: Draft;
  readonly profile: Profile;
  readonly remarks: DocumentRemarks;
  readonly sums: Sums;
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
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly source: string;
  readonly breaches: (checked: Checked) => readonly Breach[];
}

export function sumsOf(draft: Draft): Sums {
  return {
    income: sum(INCOME.map((line) => draft.funds.income[line])),
    expenditure: sum(EXPENDITURE.map((line) => draft.funds.expenditure[line])),
    tasks: {
      total: sum(draft.tasks.map((task) => task.total)),
      fiscalFunds: sum(draft.tasks.map((task) => task.fiscalFunds)),
      otherFunds: sum(draft.tasks.map((task) => task.otherFunds)),
    },
  };
}

const GRAVITY: readonly Severity[] = ['error', 'warning', 'hint'];

/** The findings of a catalogue, gravest first, otherwise in its order. */
export function findingsOf(rules: readonly Rule[], checked: Checked): readonly Finding[] {
  const findings = rules.flatMap((rule) =>
    rule.breaches(checked).map(({ place, params = {}, change, severity = rule.severity }) => ({
      rule: rule.id,
      severity,
      place,
      params,
      ...(change !== undefined && { change }),
    })),
  );
  return findings.toSorted((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
}
