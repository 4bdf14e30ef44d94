import type { HeadUnit } from '../domain/read-amount.js';
import { halfWidth, trim, withoutStop } from '../domain/text.js';
import { type Answers, rowsOf } from '../forms/answers.js';
import { type Form, questionOf } from '../forms/form.js';
import { read } from '../reading/read.js';
import {
  type Fact,
  factsOnly,
  type ReadCell,
  type Reading,
  type Target,
} from '../reading/reading.js';
import { headUnit } from '../reading/table-edges.js';
import { readTable } from '../reading/tables.js';
import { nextTarget } from './ask.js';
import { fileWord } from './files/words.js';
import { type Fill, type Fills, isElsewhere } from './form-view/fill.js';
import { readFills } from './form-view/read-fills.js';
import { phrase } from './notice.js';
import { MOST_CHARACTERS } from './reduce.js';
import type { Conversation, Intent, Prompt, State } from './state.js';

/** What came in, already cleaned. A press carries the id of the prompt it belongs to. */
export type Words =
  | { readonly type: 'opened' }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'press'; readonly prompt: number; readonly say: string }
  /** The same by the place of the choice, from 0, where a platform has no room for its words. */
  | { readonly type: 'choose'; readonly prompt: number; readonly at: number }
  | Fill
  | Fills
  /** Takes one entry of the journal back, by its revision. */
  | { readonly type: 'revert'; readonly revision: number; readonly filing?: string }
  | { readonly type: 'oversize'; readonly characters: number };

/** What a message means. What takes entries back comes as an intent that still lacks its journal entry. */
export function understand(form: Form, state: State, words: Words): Intent {
  switch (words.type) {
    case 'opened':
      return { type: 'opened' };
    case 'oversize':
      return { type: 'oversize', characters: words.characters };
    case 'press': {
      const isCurrent = words.prompt === state.conversation.prompt?.id;
      return isCurrent ? understandText(form, state, words.say) : { type: 'late-press' };
    }
    case 'fill':
      return readFills(form, state, { ...words, fills: [words], lines: [] });
    case 'fills':
      return readFills(form, state, words);
    case 'revert':
      return isElsewhere(state.filing, words) ? { type: 'elsewhere' } : { type: 'revert' };
    case 'choose': {
      const { prompt } = state.conversation;
      const choice = words.prompt === prompt?.id ? prompt.choices[words.at] : undefined;
      return choice ? understandText(form, state, choice.say) : { type: 'late-press' };
    }
    case 'text':
      if (words.text.length > MOST_CHARACTERS)
        return { type: 'oversize', characters: words.text.length };
      return understandText(form, state, chosen(form, state.conversation, words.text));
    default:
      return words satisfies never;
  }
}

function understandText(form: Form, state: State, text: string): Intent {
  const { filing, conversation, today } = state;
  const how = conversation.pending && settling(text);
  if (how) return { type: 'settle', how };
  const word = fileWord(conversation, text);
  if (word) return { type: 'settle-file', said: word };
  const unit = unitIn(text);
  const settled = unit && inUnit(form, state, unit);
  if (settled) return { type: 'reading', reading: settled };
  const asked: Target | undefined = conversation.prompt?.target ?? nextTarget(form, state);
  const reading = read(
    {
      form,
      answers: filing.answers,
      today,
      ...(asked && { asked }),
      ...(conversation.list !== undefined && { list: conversation.list }),
      ...(state.previous && { previous: state.previous }),
      doubtful: conversation.doubts?.flatMap(({ target }) => target?.step ?? []) ?? [],
    },
    text,
  );
  if (reading.type !== 'command') {
    // What a file is must be said first: an answer to a question that nobody sees would be lost.
    const isAskedWhat = conversation.prompt?.importing === 'kind';
    return isAskedWhat
      ? { type: 'settle-file', said: { type: 'unclear' } }
      : { type: 'reading', reading };
  }
  const { name } = reading.command;
  return name === 'undo' || name === 'redo' ? { type: name } : { type: 'reading', reading };
}

/** 元, 都是元, 单位是万元: the unit of figures that were asked back about. */
function unitIn(text: string): HeadUnit | undefined {
  const words =
    /^(?:这张表|这个表|表里|表上|金额|单位|好像|应该|可能|大概|都|全部?|均|的|就|是|为|按)*[:：]?\s*(万元|元|亿元)(?:的|吧|啊)?$/.exec(
      withoutStop(trim(text)),
    )?.[1];
  return headUnit(words);
}

/** What the doubtful figures are in a unit: the table they stand in, or each of them; undefined when none is doubtful. */
function inUnit(
  form: Form,
  { filing: { answers }, conversation }: State,
  unit: HeadUnit,
): Reading | undefined {
  const open = conversation.doubts ?? [];
  const [first] = open;
  if (first?.doubt.code === 'table-unit') {
    const list = first.doubt.step;
    const asked = list === undefined ? undefined : questionOf(form, list);
    return readTable(
      { form, answers, today: '', ...(asked && { asked: { question: asked.id } }) },
      first.doubt.params?.['table'] ?? '',
      unit,
    );
  }
  const facts = open.flatMap(({ doubt, target }) => {
    const value = unit === 'yuan' ? doubt.candidates?.[0] : doubt.candidates?.at(-1);
    if (doubt.code !== 'ambiguous-unit' || value === undefined || unit === 'yi') return [];
    return target ? factsAt(answers, target, { value, said: doubt.said }) : [];
  });
  return facts.length > 0 ? factsOnly(...facts) : undefined;
}

function factsAt(answers: Answers, { step, row, column }: Target, cell: ReadCell): Fact[] {
  if (step === undefined) return [];
  if (row === undefined || column === undefined) return [{ type: 'value', step, cell }];
  const at = rowsOf(answers, step).findIndex(({ id }) => id === row);
  return [{ type: 'cells', step, row: at, cells: { [column]: cell } }];
}

/** The words of a choice when the message is its number, its letter or its label; else the message itself. */
function chosen(form: Form, { prompt, locale }: Conversation, text: string): string {
  const words = halfWidth(trim(text)).replace(/[.、。)]$/, '');
  const byKey = prompt?.choices[keyIndex(prompt, words)];
  if (byKey) return byKey.say;
  const isLabel = (label: string) => label.toLowerCase() === words.toLowerCase();
  const byLabel = prompt?.choices.find(({ label }) =>
    isLabel(halfWidth(phrase(form, locale, label))),
  );
  return byLabel?.say ?? text;
}

/** Which choice a bare number or letter names, counted from 0; −1 when it is neither. */
function keyIndex({ keys }: Prompt, words: string): number {
  if (keys === 'digits') return /^[1-9]\d?$/.test(words) ? Number.parseInt(words, 10) - 1 : -1;
  return /^[A-Za-z]$/.test(words) ? words.toUpperCase().charCodeAt(0) - 65 : -1;
}

function settling(text: string): 'replace' | 'add' | undefined {
  const words = withoutStop(trim(text));
  if (/^(?:替换|全部替换|替换原来的|覆盖|换掉|replace)$/i.test(words)) return 'replace';
  return /^(?:加在后面|追加|添加|加上|接着加|都要|add|就是这条|就是这一条|就是内容|it is a line)$/i.test(
    words,
  )
    ? 'add'
    : undefined;
}
