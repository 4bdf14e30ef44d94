import type { Form, RowsStep } from '../forms/form.js';
import { parseGrid } from './grid.js';

/** A part of the printed form, copied with its label at the left: 部门职能职责概述 ｜ 1、… */
export type Block =
  | { readonly type: 'list'; readonly list: RowsStep; readonly text: string }
  /** Cells that name their amounts themselves, as one sentence. */
  | { readonly type: 'sentence'; readonly text: string };

/** What the printed form has in the cells of its budget besides the amounts. */
const FRAME = /^(?:其中[:：]?\s*)|^按(?:收入|支出)性质分[:：]?$/;

/** Recognises a copied part of the form by the label in its first cell; undefined for anything else. */
export function readBlock(form: Form, text: string): Block | undefined {
  if (!text.includes('\t')) return undefined;
  const cells = parseGrid(text)
    .flat()
    .filter((words) => words !== '');
  const label = (cells[0] ?? '').replace(/[（(].*?[）)]|\s/g, '');
  const named = [...form.sections, ...form.questions].find(
    (each) => each.label === label || each.aliases.includes(label),
  );
  if (!named || cells.length < 2) return undefined;
  const list = form.steps.get(named.id);
  if (list?.type === 'rows') {
    const isPlain = list.columns.length === 1;
    return isPlain ? { type: 'list', list, text: cells.slice(1).join('\n') } : undefined;
  }
  const said = cells
    .slice(1)
    .flatMap((words) => words.split('\n'))
    .map((words) => words.replace(FRAME, ''))
    .filter((words) => words !== '');
  return { type: 'sentence', text: said.join('；') };
}
