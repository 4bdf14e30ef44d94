import type { RowsStep } from '../forms/form.js';
import { readLabelled } from './labelled.js';
import { splitAt } from './tokens.js';
import { columnVocabulary } from './vocabulary.js';

const ANNOUNCEMENT = /^[^，,、；;。：:\d]{2,20}[:：]/;
const STOP = /[，、；;。]|,(?!\d{3}(?!\d))/;
/** A name with its amount behind it. Without a unit the figure could be part of the name. */
const NAMED_AMOUNT =
  /^(?:以及|还有|另外|再有|和|及)?(?<name>[^\d]{2,40}?)(?:的话)?(?:投资|资金|经费|预算|安排|需要?|要|花|用|是|为)?(?<amount>\d[\d,.]*\s*(?:万元?|亿元?|元))$/;
const FOR_ALL = /^(?:全部|全|都|均)/;

/**
 * Lines told in one sentence, each rewritten as a line of its own: 「水库加固3200万、饮水工程500万，都是财政的」.
 * What stands behind a line's amount belongs to it; 都是… at the end, to every line that does not say.
 * Undefined when the sentence does not begin with a name and an amount.
 */
export function linesInProse(step: RowsStep, text: string): readonly string[] | undefined {
  if (!step.split || /[\n\t]/.test(text)) return undefined;
  const tokens = splitAt(text.replace(ANNOUNCEMENT, ''), STOP);
  const lines: string[][] = [];
  for (const token of tokens) {
    const head = namedAmount(step, token);
    const line = lines.at(-1);
    if (head) lines.push(head);
    else if (line) line.push(token);
    else return undefined;
  }
  return lines.length > 0 ? withSharedEnd(step, lines) : undefined;
}

/** One line with its amount glued to the name: 「普法90万」; undefined for any other. */
export function lineInProse(step: RowsStep, text: string): string | undefined {
  return STOP.test(text) ? undefined : namedAmount(step, text)?.join('，');
}

function namedAmount(step: RowsStep, token: string): string[] | undefined {
  const { name, amount } = NAMED_AMOUNT.exec(token)?.groups ?? {};
  // 每人每天15元 is a price, not what the line costs.
  if (!name || !amount || /每|单价|标准/.test(name) || speaksOfParts(step, token)) return undefined;
  return [name, amount];
}

/** 其中财政3000万, 全部财政: about the line before, not a line. */
export function speaksOfParts(step: RowsStep, token: string): boolean {
  const context = {
    vocabulary: columnVocabulary(step),
    known: () => '1',
    asked: [],
    today: '',
  };
  return readLabelled(token, context) !== undefined;
}

function withSharedEnd(step: RowsStep, lines: readonly string[][]): readonly string[] {
  const end = lines.at(-1)?.at(-1) ?? '';
  const isShared = FOR_ALL.test(end) && speaksOfParts(step, end);
  if (!isShared) return lines.map((line) => line.join('，'));
  return lines.map((line, at) => {
    const saysItself = at === lines.length - 1 || line.some((token) => speaksOfParts(step, token));
    return (saysItself ? line : [...line, end]).join('，');
  });
}
