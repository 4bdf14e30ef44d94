import type { Change } from '../../forms/answers.js';
import type { Form } from '../../forms/form.js';
import type { ChangeSummary } from '../sayable.js';
import { shown } from '../work.js';

/** What some changes do, blank by blank and list by list: for 撤销 and 重做. */
export function summarise(form: Form, changes: readonly Change[]): readonly ChangeSummary[] {
  const notes = changes.filter(({ type }) => type === 'noted').length;
  const made = changes.filter(({ type }) => type !== 'noted');
  const touched = new Set(made.map(({ step }) => step));
  const noted = notes > 0 ? [{ kind: 'noted' as const, count: notes }] : [];
  const steps = [...form.steps].flatMap(([id, step]): ChangeSummary[] => {
    if (!touched.has(id)) return [];
    const own = made.filter(({ step }) => step === id);
    if (step.type === 'rows') return [listSummary(step.label, own)];
    const last = own.findLast((change) => change.type === 'value');
    const value = shown(step, last?.after?.value);
    return [{ label: step.label, kind: 'value' as const, ...(value !== undefined && { value }) }];
  });
  return [...steps, ...noted];
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
