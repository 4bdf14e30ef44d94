/** error: no final export. warning: the person should confirm it. hint: said once, never in the way. */
export type Severity = 'error' | 'warning' | 'hint';

/** Where on the form: a step, and for a list its line (from 0) and column. */
export interface Place {
  readonly step: string;
  readonly row?: number;
  readonly column?: string;
}

/**
 * What a check says. `rule` names the rule of the catalogue (A01 …), `params` hold the figures in 万元
 * and the words its sentence needs, and `change` is a sentence the person can say to settle it.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly params: Readonly<Record<string, string>>;
  readonly change?: string;
}

/** Gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

/** The findings of one severity, in the order they were found. */
export function ofSeverity(findings: readonly Finding[], severity: Severity): readonly Finding[] {
  return findings.filter((finding) => finding.severity === severity);
}

/** How many of each, gravest first: `{ error: 0, warning: 2, hint: 5 }`. */
export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const severity of SEVERITIES) counts[severity] = ofSeverity(findings, severity).length;
  return counts;
}
