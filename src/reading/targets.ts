import { readNumeral } from '../domain/numerals.js';
import { type Form, isCalled, questionOf, type RowsStep, type Step } from '../forms/form.js';
import type { Target } from './reading.js';

/** What 修改 X points at, when X is the name of a step, a question or a section. */
export function resolveTarget(form: Form, words: string): Target | undefined {
  const name = bareName(words);
  const step = [...form.steps.values()].find((each) => isCalled(each, name));
  if (step) return targetOf(form, step);
  const question = form.questions.find((each) => isCalled(each, name));
  if (question) return { question: question.id };
  const section = form.sections.find((each) => isCalled(each, name));
  const first = section?.questions[0];
  return first && { question: first.id };
}

function bareName(words: string): string {
  return words
    .replace(/[“”"'《》]/g, '')
    .replace(/(?:这一?(?:节|部分|项|块)|部分|一节|那(?:节|块|项))$/, '')
    .trim();
}

function targetOf(form: Form, step: Step): Target | undefined {
  const question = questionOf(form, step.id);
  return question && { question: question.id, step: step.id };
}

/** 第3条任务, 任务第3条, 任务3, 第三条, 最后一条: a list and a line of it, counted from 0; −1 is the last. */
export function readLine(
  form: Form,
  words: string,
  list?: string,
): { step: RowsStep; at: number } | undefined {
  const found =
    /^(.*?)\s*第?\s*([\d一二三四五六七八九十]{1,4}|最后一|末)\s*[条个项行]?\s*(.*)$/.exec(words);
  if (!found) return undefined;
  const [, before = '', number = '', after = ''] = found;
  const isNumbered = /第|条|个|项|行/.test(words) || before !== '';
  const at = lineNumber(number);
  if (!isNumbered || at === undefined) return undefined;
  const step = readList(form, before || after, list);
  return step && { step, at };
}

/** The line a numeral names, counted from 0; −1 for the last one. */
export function lineNumber(numeral: string): number | undefined {
  if (/^(?:最后一?|末)$/.test(numeral)) return -1;
  const reading = readNumeral(numeral);
  if (reading?.kind !== 'numeral' || !reading.value.isInteger()) return undefined;
  const at = reading.value.toNumber() - 1;
  return at >= 0 ? at : undefined;
}

/** The list that some words name; with no words, the one last spoken of. */
export function readList(form: Form, words: string, list?: string): RowsStep | undefined {
  const name = words
    .replace(/(?:里|中|的)+$/, '')
    .replace(/^的/, '')
    .trim();
  const steps = [...form.steps.values()].filter((step) => step.type === 'rows');
  if (name === '') return steps.find(({ id }) => id === list);
  return steps.find((step) => isCalled(step, name));
}
