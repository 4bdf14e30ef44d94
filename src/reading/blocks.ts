import { type Form, isCalled, type RowsStep } from '../forms/form.js';
import { type Grid, parseGrid } from './grid.js';

/** A part of the printed form, copied with its label at the left: 部门职能职责概述 ｜ 1、… */
export type Block =
  | { readonly type: 'list'; readonly list: RowsStep; readonly text: string }
  /** Cells that name their amounts themselves, as one sentence. */
  | { readonly type: 'sentence'; readonly text: string };

/** What the printed form has in the cells of its budget besides the amounts. */
const FRAME = /^(?:其中[:：]?\s*)|^按(?:收入|支出)性质分[:：]?$/;

/** What may stand before the name of a line: 一、 （一） 1. 其中： */
const NUMBERING =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.、．])\s*|^其中[:：]?\s*/;

const HEAD_OF_FIGURES = /^(?:金额|数额|预算数|预算金额)/;

/** A table of names and amounts, one under the other or in two rows, as a sentence; undefined for any other. */
function readPairs(form: Form, grid: Grid): Block | undefined {
  const names = new Set(
    [...form.steps.values()].flatMap((step) =>
      step.type === 'value' ? [step.label, ...step.aliases] : [],
    ),
  );
  const nameOf = (words = '') =>
    words.replace(NUMBERING, '').replace(/[（(][^（()）]*[）)]|[\s:：]/g, '');
  const isName = (words = '') => names.has(nameOf(words));
  const [heads = [], figures = []] = grid;
  const isAcross =
    grid.length === 2 && heads.length > 1 && heads.every(isName) && !figures.some(isName);
  const pairs = isAcross
    ? heads.map((head, at) => [head, figures[at] ?? ''] as const)
    : grid.map(([name = '', figure = '']) => [name, figure] as const);
  const isDown =
    grid.every((row) => row.length === 2) && pairs.filter(([name]) => isName(name)).length > 1;
  if (!isAcross && !isDown) return undefined;
  const known = pairs.filter(
    ([name, figure]) => isName(name) && figure !== '' && !HEAD_OF_FIGURES.test(figure),
  );
  return {
    type: 'sentence',
    text: known.map(([name, figure]) => `${nameOf(name)}：${figure}`).join('；'),
  };
}

/** Recognises a copied part of the form by the label in its first cell; undefined for anything else. */
export function readBlock(form: Form, text: string): Block | undefined {
  if (!text.includes('\t')) return undefined;
  const grid = parseGrid(text);
  const pairs = readPairs(form, grid);
  if (pairs) return pairs;
  const cells = grid.flat().filter((words) => words !== '');
  const label = (cells[0] ?? '').replace(/[（(][^（()）]*[）)]|\s/g, '');
  const named = [...form.sections, ...form.questions].find((each) => isCalled(each, label));
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
