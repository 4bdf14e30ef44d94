import type { Change } from '../forms/answers.js';
import type { Form } from '../forms/form.js';
import type { ChangeSummary } from './sayable.js';
import { shown } from './work.js';

/** What some changes do, blank by blank and list by list: for 撤销 and for the history of a filing. */
export function summarise(form: Form, changes: readonly Change[]): readonly ChangeSummary[] {
  const touched = new Set(changes.map(({ step }) => step));
  return [...form.steps].flatMap(([id, step]) => {
    if (!touched.has(id)) return [];
    const own = changes.filter(({ step }) => step === id);
    if (step.type === 'rows') return [listSummary(step.label, own)];
    const last = own.findLast((change) => change.type === 'value');
    const value = shown(step, last?.after?.value);
    return [{ label: step.label, kind: 'value' as const, ...(value !== undefined && { value }) }];
  });
}

function listSummary(label: string, changes: readonly Change[]): ChangeSummary {
  const count = (type: Change['type']) => changes.filter((change) => change.type === type).length;
  return {
    label,
    kind: 'list',
    added: count('added'),
    removed: count('removed'),
    edited: count('cell') + count('moved'),
  };
}
