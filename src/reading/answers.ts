import { compare, sum } from '../domain/amount.js';
import { readAmount } from '../domain/read-amount.js';
import { halfWidth, trim } from '../domain/text.js';
import { valueIn } from '../forms/answers.js';
import type { Question, ValueStep } from '../forms/form.js';
import { askedQuestion, askedStep } from './asked.js';
import { amountCell, readCell } from './cells.js';
import { readListAnswer } from './list-answers.js';
import { doubtOnly, type Fact, factsOnly, type Reading, type Situation } from './reading.js';

/** The plain answer to what was asked. */
export function readAnswer(situation: Situation, text: string): Reading {
  const step = askedStep(situation);
  const question = askedQuestion(situation);
  if (step?.type === 'rows') return readListAnswer(situation, step, text);
  if (step?.type === 'value') return readValueAnswer(situation, step, text);
  if (question) return readSeveral(situation, question, text);
  return { type: 'unknown', said: text };
}

const SAME = /^(?:同上|同填报单位|一样|相同|same)$/i;

function readValueAnswer({ answers, today }: Situation, step: ValueStep, text: string): Reading {
  const words = trim(text)
    .replace(/^(?:我们?|[我本]单位)(?:单位)?(?:是|叫)(.+?)的?$/, '$1')
    .replace(/[。.！!]$/, '');
  const same = step.follows === undefined ? undefined : valueIn(answers, step.follows);
  if (same && SAME.test(words)) {
    return factsOnly({ type: 'value', step: step.id, cell: { value: same, said: words } });
  }
  const reading = readCell(step, words, today);
  if (reading.type === 'doubt') return doubtOnly({ ...reading.doubt, step: step.id });
  const { value } = reading.cell;
  if (value !== null && !step.schema.safeParse(value).success) {
    return doubtOnly({ code: 'misfit', said: words.slice(0, 40), step: step.id });
  }
  return factsOnly({ type: 'value', step: step.id, cell: reading.cell });
}

/** 「2557.36 0 0 8」: as many amounts as the question has lines, in the form's order. */
function readSeveral(situation: Situation, question: Question, text: string): Reading {
  const tokens = halfWidth(trim(text))
    .split(/[\s、；;|和与跟及]+|,(?!\d{3}(?!\d))/)
    .filter((token) => token !== '');
  const readings = tokens.map((token) => amountCell(readAmount(token), token));
  const open = question.steps.filter(({ id }) => valueIn(situation.answers, id) === undefined);
  const whole = amountCell(readAmount(text), trim(text));
  const [only] = open;
  if (whole.type === 'cell' && only && open.length === 1) {
    return factsOnly({ type: 'value', step: only.id, cell: whole.cell });
  }
  const isPositional = tokens.length > 1 && readings.every(({ type }) => type === 'cell');
  if (isPositional && tokens.length === question.steps.length) {
    return factsOnly(
      ...question.steps.flatMap(({ id }, at): Fact[] => {
        const reading = readings[at];
        return reading?.type === 'cell' ? [{ type: 'value', step: id, cell: reading.cell }] : [];
      }),
    );
  }
  const byComma = partsOfWhole(situation, question, text);
  if (byComma) return byComma;
  const said = trim(text);
  if (isPositional) {
    const params = { given: String(tokens.length), lines: String(question.steps.length) };
    return doubtOnly({ code: 'line-count', said, params });
  }
  if (whole.type === 'cell' && whole.cell.value !== null) {
    return doubtOnly({ code: 'which-line', said, candidates: [whole.cell.value] });
  }
  return doubtOnly(whole.type === 'doubt' ? whole.doubt : { code: 'unknown', said });
}

/** 「700，300」 could be 700300: not where the two are known to add up to 1000. */
function partsOfWhole(
  { answers }: Situation,
  { steps, sumsTo }: Question,
  text: string,
): Reading | undefined {
  const whole = sumsTo === undefined ? undefined : valueIn(answers, sumsTo);
  const tokens = halfWidth(trim(text)).split(/\s*,\s*/);
  const readings = tokens.map((token) => readAmount(token));
  const amounts = readings.flatMap((each) => (each.kind === 'amount' ? [each.amount] : []));
  const isWhole = whole && amounts.length === steps.length && tokens.length === steps.length;
  if (!isWhole || compare(sum(amounts), whole) !== 0) return undefined;
  return factsOnly(
    ...steps.map(({ id }, at): Fact => {
      const value = amounts[at] ?? '0';
      return { type: 'value', step: id, cell: { value, said: tokens[at] ?? value } };
    }),
  );
}
