import { readAmount } from '../domain/read-amount.js';
import { trim } from '../domain/text.js';
import { rowsOf } from '../forms/answers.js';
import type { RowsStep } from '../forms/form.js';
import { readCellAnswer } from './cell-answers.js';
import { readListLine } from './lines.js';
import { readNewLines } from './new-lines.js';
import { factsOnly, type Reading, type Situation } from './reading.js';
import { unclear } from './wishes.js';

const NONE =
  /^(?:无|没有|暂无|不适用|不涉及|没有这[类项]\S{0,6}|(?:无|没有|不设|不搞|不做|未设)(?:明显|直接|这方面的?)?[^\d，,。]{0,8}(?:指标|效益|影响|调查|内容)|(?:没有|无)(?:任何)?(?:任务|项目|职责|目标|指标|内容|安排)|not applicable|nothing|(?:没有|无)(?:项目支出|任务)?[，,。]?\s*(?:这[块项节部]分?|本节)?(?:都|就)?(?:不填|不用填|跳过)|none|n\/a)$/i;

/** The plain answer where a list, a line of it or one of its cells was asked for. */
export function readListAnswer(situation: Situation, step: RowsStep, text: string): Reading {
  const { asked, today, answers } = situation;
  if (asked?.row !== undefined && asked.column !== undefined) {
    return readCellAnswer(situation, step, asked.row, asked.column, text);
  }
  if (asked?.row !== undefined) {
    const at = rowsOf(answers, step.id).findIndex(({ id }) => id === asked.row);
    return readLineAnswer(step, at, text, today);
  }
  if (NONE.test(trim(text))) return factsOnly({ type: 'none', step: step.id });
  return readNewLines(situation, step, text);
}

const REMOVE = /^(?:删除?|删掉|删了|去掉|不要了?)(?:这一?[条个项]|它|掉|了)*$/;

/** The plain answer where a whole line was asked for: the line anew, or that it goes. */
function readLineAnswer(step: RowsStep, at: number, text: string, today: string): Reading {
  const words = trim(text).replace(/^改[成为][:：]?\s*/, '');
  if (REMOVE.test(words)) return factsOnly({ type: 'remove', step: step.id, rows: [at] });
  const isNoLine = NONE.test(words) || readAmount(words).kind !== 'unreadable';
  if (isNoLine) return unclear(words);
  return factsOnly({
    type: 'cells',
    step: step.id,
    row: at,
    cells: readListLine(step, words, today).row,
  });
}
