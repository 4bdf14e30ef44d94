import type { Content } from '../../forms/content.js';
import type { Form } from '../../forms/form.js';
import { bareLabel, bracketsIn, type Stretch } from './cell-words.js';
import { titleIn } from './titles.js';
import { yearAlone } from './year.js';

/** 附件2, 预算公开表10, 单位：万元, 草稿, 一级指标. */
const PRINTED =
  /^附[件表]?\d*$|^\S{0,10}表\d+$|^(?:金额)?单位[:：]?(?:人民币)?(?:万元|亿元|元)$|^草稿(?:·尚未定稿，请勿报送)?$|^其中$|^[一二]级指标$/;

/** What was not understood, but for titles, labels and what is printed on every form. */
export function withoutPrinted(
  form: Form,
  stretches: readonly Stretch[],
  values: Content['values'],
): readonly Stretch[] {
  const known = new Set(Object.values(values).map((said) => said?.words));
  const untitled = stretches.flatMap((stretch) => withoutTitle(form, stretch, known));
  const labels = printedLabels(form);
  return untitled.filter(({ words }) => !isPrinted(labels, words) && !known.has(yearAlone(words)));
}

/** What stands around the title: the name of another unit before it, and other paragraphs. */
function withoutTitle(form: Form, { words, at }: Stretch, known: Known): readonly Stretch[] {
  const paragraphs = words.split('\n');
  const whole = titleIn(form, { at, paragraphs: [paragraphs.join('')] });
  if (whole) return known.has(whole.unit) ? [] : [{ words: whole.unit, at }];
  if (!titleIn(form, { at, paragraphs })) return [{ words, at }];
  return paragraphs.flatMap((each) => withoutTitle(form, { words: each, at }, known));
}

type Known = ReadonlySet<string | null | undefined>;

function printedLabels(form: Form): ReadonlySet<string> {
  const steps = [...form.steps.values()];
  const columns = steps.flatMap((step) => (step.type === 'rows' ? step.columns : []));
  const named = [...form.sections, ...form.questions, ...steps, ...columns];
  return new Set(named.map(({ label }) => label));
}

/** A bracket with a figure in it says more than what it stands behind: 资金总额（含结转33）. */
function isPrinted(labels: ReadonlySet<string>, words: string): boolean {
  if (bracketsIn(words).some((bracket) => /\d/.test(bracket))) return false;
  const bare = bareLabel(words);
  return bare === '' || labels.has(bare) || PRINTED.test(bare);
}
