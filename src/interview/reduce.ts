import { type Change, inverse } from '../forms/answers.js';
import type { Form } from '../forms/form.js';
import type { Reading } from '../reading/reading.js';
import { changeIs } from './choices.js';
import { obey } from './commands.js';
import { settleFile } from './files/settle-file.js';
import { takeFile } from './files/take-file.js';
import { applyChanges, type Entry } from './filing.js';
import { takeCopy } from './filings/filings.js';
import { refusalNotice } from './form-view/read-fills.js';
import { greeting } from './greeting.js';
import { revert } from './history/revert.js';
import { summarise } from './history/summary.js';
import { type Notice, notice } from './notice.js';
import { askFirst, droppedNotice, settle } from './pending.js';
import type { Intent, State } from './state.js';
import { takeReading } from './take-reading.js';
import { goOn, type Outcome, say, unfocused } from './turn.js';

/** Longest message, in characters. Longer ones are refused at the door. */
export const MOST_CHARACTERS = 20_000;

/** Problems of a declaration that are spelt out. */
const SHOWN_PROBLEMS = 5;

/** The pure step of the conversation: no clock, no store, no randomness. */
export function reduce(form: Form, state: State, intent: Intent): Outcome {
  const outcome = reduceIntent(form, state, intent);
  const { pending } = state.conversation;
  const isDropped = pending && intent.type !== 'settle' && !outcome.conversation.pending;
  const dropped = [
    ...(isDropped && !pending.isLine ? [droppedNotice(form, pending)] : []),
    ...droppedTable(form, state, outcome),
  ];
  return { ...outcome, effects: [...dropped.map(say), ...outcome.effects] };
}

/** Says that a table which waited for its unit was not taken, because something else came. */
function droppedTable(form: Form, { conversation }: State, outcome: Outcome): readonly Notice[] {
  const table = conversation.doubts?.find(({ doubt }) => doubt.code === 'table-unit');
  const isThere = outcome.conversation.doubts?.some(({ doubt }) => doubt.code === 'table-unit');
  const isTaken = outcome.changes.some(({ type }) => type === 'added');
  if (!table || isThere || isTaken) return [];
  const label = form.steps.get(table.doubt.step ?? '')?.label ?? '';
  return [notice('tableDropped', { label })];
}

function reduceIntent(form: Form, state: State, intent: Intent): Outcome {
  switch (intent.type) {
    case 'opened':
      return goOn(form, state, [greeting(form, state)]);
    case 'reading':
      return reduceReading(form, state, intent.reading);
    case 'undo':
    case 'redo':
      return reduceHistory(form, state, intent.type, intent.entry);
    case 'revert':
      return revert(form, state, intent.entry);
    case 'elsewhere':
    case 'blank-gone':
    case 'overtaken':
      return goOn(form, state, [refusalNotice(form, state, intent)]);
    case 'settle':
      return settle(form, state, intent.how);
    case 'file':
      return takeFile(form, state, intent.file);
    case 'copy':
      return takeCopy(form, state, intent.file);
    case 'settle-file':
      return settleFile(form, state, intent.said);
    case 'file-refused':
      return goOn(form, state, [notice('fileRefused', { file: intent.name, fault: intent.fault })]);
    case 'no-form': {
      const problems = intent.problems
        .slice(0, SHOWN_PROBLEMS)
        .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`));
      return goOn(form, state, [
        notice('noForm', { file: intent.name, title: form.title, problems }),
      ]);
    }
    case 'late-press':
      return goOn(form, state, [notice('latePress')]);
    case 'oversize': {
      const params = { characters: intent.characters, most: MOST_CHARACTERS };
      return goOn(form, state, [notice('oversize', params)]);
    }
    default:
      return intent satisfies never;
  }
}

function reduceReading(form: Form, state: State, reading: Reading): Outcome {
  switch (reading.type) {
    case 'command':
      return obey(form, state, reading.command);
    case 'slip': {
      const words = notice('didYouMean', { said: reading.said, meant: reading.meant });
      return goOn(form, state, [words], [], [changeIs(reading.meant)]);
    }
    case 'question':
      return goOn(form, state, [answerTo(reading.said)]);
    case 'unknown':
      return goOn(form, state, [notice('unknown', { said: reading.said.slice(0, 40) })]);
    case 'facts':
      return askFirst(form, state, reading) ?? takeReading(form, state, reading);
    default:
      return reading satisfies never;
  }
}

/** What people ask about the assistant itself is answered; any other question is said to be one. */
function answerTo(said: string): Notice {
  if (/去年|上年|旧表|导入|上传/.test(said)) return notice('lastYearNotYet');
  if (/pdf|excel|xlsx|word|表格版/i.test(said)) return notice('formats');
  if (/企业微信|微信|slack|钉钉|网页|手机/i.test(said)) return notice('channelsNotYet');
  if (/签字|审签|盖章|提交|报送|审批/.test(said)) return notice('submitNotYet');
  if (/大模型|人工智能|\bai\b|gpt/i.test(said)) return notice('modelNotYet');
  if (/^(?:你是谁|你是什么|你能(?:做|干)|能做什么|怎么用|这个怎么用)/.test(said))
    return notice('help');
  return notice('question', { said });
}

/** 撤销 and 重做 are entries of their own: they put back what an earlier entry changed. */
function reduceHistory(form: Form, state: State, type: 'undo' | 'redo', entry?: Entry): Outcome {
  // What is being asked back about is not on the form yet: taking back begins with that.
  if (type === 'undo' && state.conversation.doubts?.[0]?.at === state.filing.revision) {
    const conversation = unfocused(state.conversation);
    return goOn(form, { ...state, conversation }, [notice('doubtDropped')]);
  }
  if (!entry) return obey(form, state, { name: type });
  const changes: readonly Change[] = inverse(entry.changes);
  const filing = applyChanges(form, state.filing, changes);
  const items = summarise(form, changes);
  const words = type === 'undo' ? notice('undone', { items }) : notice('redone', { items });
  const { focus } = state.conversation;
  const conversation = {
    ...unfocused(state.conversation),
    ...(focus?.row === undefined && focus && { focus }),
  };
  const outcome = goOn(form, { ...state, filing, conversation }, [words], changes);
  return {
    ...outcome,
    ...(type === 'undo' ? { undoes: entry.revision } : { redoes: entry.revision }),
  };
}
