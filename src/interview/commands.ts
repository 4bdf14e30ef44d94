import { countBySeverity } from '../domain/finding.js';
import { type Answers, type Change, rowsOf } from '../forms/answers.js';
import {
  columnLabel,
  type Form,
  type Question,
  questionOf,
  type RowsStep,
  sectionOf,
} from '../forms/form.js';
import { type Command, type ExportFormat, FILE_FORMATS } from '../reading/commands.js';
import type { Target } from '../reading/reading.js';
import { isAtReview, isOpen, stepOf } from './ask.js';
import { check, takeNote } from './checking.js';
import { explainDifferences } from './differences.js';
import { doubtNotice } from './doubts.js';
import { forgetFile } from './files/take-file.js';
import type { Filing } from './filing.js';
import {
  copyFiling,
  keepFiling,
  listFilings,
  openAnother,
  startAnother,
} from './filings/filings.js';
import { greeting } from './greeting.js';
import { notice } from './notice.js';
import { firstErrors, newFindings, remarksOf, statusNotice } from './review.js';
import { gapIn } from './rows.js';
import type { Conversation, FilingAt, State } from './state.js';
import { goOn, type Outcome, say, unfocused } from './turn.js';
import { openWarnings } from './warnings.js';
import { begin, finish, make } from './work.js';

/** Does what a person asked for. */
export function obey(form: Form, state: State, command: Command): Outcome {
  switch (command.name) {
    case 'start': {
      const words = state.conversation.prompt ? notice('hello') : greeting(form, state);
      return goOn(form, state, [words]);
    }
    case 'open-filing':
      return openAnother(form, state, command.number);
    case 'copy-filing':
      return copyFiling(form, state, command.number);
    case 'keep-filing':
      return keepFiling(form, state, command.how, command.number);
    case 'help':
      return goOn(form, state, [notice('help')]);
    case 'status':
      return goOn(form, state, [statusNotice(form, state)]);
    case 'check':
      return check(form, reviewed(state));
    case 'diagnose':
      return explainDifferences(form, reviewed(state));
    case 'note':
      return takeNote(form, reviewed(state), command.numbers);
    case 'save':
      return goOn(form, reviewed(state), [notice('saved')]);
    case 'leave':
      // Who leaves is not asked the question again: it stays open until they are back.
      return { changes: [], conversation: state.conversation, effects: [say(notice('saved'))] };
    case 'preview':
      return withEffectFirst(goOn(form, reviewed(state), []), {
        type: 'preview',
        filing: atRevision(state.filing),
      });
    case 'export':
      return exportForm(form, state, command.format);
    case 'thanks':
      return goOn(form, reviewed(state), [notice('welcome')]);
    case 'wrong':
      return goOn(form, reviewed(state), [notice('wrong')]);
    case 'never-mind':
      return neverMind(form, state);
    case 'back':
      return goBack(form, state);
    case 'skip':
      return skip(form, state);
    case 'finish':
      return finishAsked(form, state);
    case 'continue':
      return resume(form, state);
    case 'agreed':
      return goOn(form, reviewed(state), [notice('agreed')]);
    case 'edit':
      return goOn(form, at(state, command.target), []);
    case 'edit-line':
      return editLine(form, state, command.step, command.at);
    case 'restart-section':
      return restart(form, state, command.target);
    case 'new-filing':
      return startAnother(form, state);
    case 'my-filings':
      return listFilings(form, state);
    case 'speak': {
      const conversation = { ...state.conversation, locale: command.locale };
      return goOn(form, { ...state, conversation }, [notice('spoken')]);
    }
    case 'last-year':
      return goOn(form, state, [notice('lastYearNotYet')]);
    case 'not-yet':
      return goOn(form, state, [notYet(command.what, command.words)]);
    case 'undo':
      return goOn(form, state, [notice('nothingToUndo')]);
    case 'redo':
      return goOn(form, state, [notice('nothingToRedo')]);
    default:
      return command satisfies never;
  }
}

function reviewed(state: State): State {
  const { reviewed: isReviewed, prompt } = state.conversation;
  const isAll = isReviewed || isAtReview(prompt);
  return { ...state, conversation: { ...state.conversation, reviewed: isAll } };
}

/** 算了 leaves what was begun: a file that is being gone through, or what 修改 led to. */
function neverMind(form: Form, state: State): Outcome {
  const { importing } = state.conversation;
  const words = importing ? notice('importStopped') : notice('neverMind');
  return goOn(form, reviewed(forgetFile(state)), [words]);
}

function withEffectFirst(outcome: Outcome, ...effects: Outcome['effects']): Outcome {
  return { ...outcome, effects: [...effects, ...outcome.effects] };
}

/** The person turned to a target; a list among them is what 第3条 means from then on. */
function at(state: State, target: Target): State {
  const { conversation } = state;
  const { postponed } = conversation;
  const list = target.step ?? target.question;
  return {
    ...state,
    conversation: {
      ...unfocused(conversation),
      focus: target,
      list,
      postponed: postponed.filter((id) => id !== target.question),
    },
  };
}

/** Errors never stop an export, they mark it as a draft. */
function exportForm(form: Form, state: State, format: ExportFormat): Outcome {
  const { answers } = state.filing;
  const findings = form.check(answers, remarksOf(state));
  const counts = countBySeverity(findings);
  const draft = counts.error > 0;
  const first = firstErrors(form, findings, state.conversation.locale);
  const words = draft
    ? notice('exportedDraft', { errors: counts.error, first })
    : notice('exportedFinal', { warnings: openWarnings(form, answers, findings).length });
  const outcome = goOn(form, reviewed(state), [words]);
  const filing = atRevision(state.filing);
  const formats = format === 'all' ? FILE_FORMATS : [format];
  return withEffectFirst(
    outcome,
    ...formats.map((each) => ({ type: 'export' as const, filing, format: each, draft })),
  );
}

function atRevision({ id, revision }: Filing): FilingAt {
  return { id, revision };
}

/** 返回 leaves what 修改 led to; otherwise it walks back, question by question. */
function goBack(form: Form, state: State): Outcome {
  const { conversation } = state;
  const asked = conversation.prompt?.target;
  if (conversation.focus && !conversation.isWalkingBack) {
    return goOn(form, reviewed({ ...state, conversation: unfocused(conversation) }), []);
  }
  const questions = form.questions.filter(({ steps }) =>
    steps.some((step) => step.type === 'rows' || step.follows === undefined),
  );
  const here = questions.findIndex(({ id }) => id === asked?.question);
  const previous = here < 0 ? questions.at(-1) : questions[here - 1];
  if (!previous) return goOn(form, state, [notice('atFirst')]);
  const moved = at(state, { question: previous.id });
  const walking: Conversation = { ...moved.conversation, isWalkingBack: true };
  return goOn(form, { ...moved, conversation: walking }, []);
}

/** 跳过 leaves the cell that is asked for, or puts the question off until the others are answered. */
function skip(form: Form, state: State): Outcome {
  const { filing, conversation } = state;
  const target = conversation.prompt?.target;
  const question = form.questions.find(({ id }) => id === target?.question);
  if (!target || !question) return goOn(form, state, []);
  const home = unfocused(conversation);
  const isPutOff = target.row === undefined && isOpen(question, filing.answers);
  if (!isPutOff) return goOn(form, { ...state, conversation: home }, []);
  const postponed = [...home.postponed.filter((id) => id !== question.id), question.id];
  const label = stepOf(form, target)?.label ?? question.label;
  return goOn(form, { ...state, conversation: { ...home, postponed } }, [
    notice('skipped', { label }),
  ]);
}

/** 继续 leaves what 修改 led to, takes up what was put off, or asks again; it never ends a list. */
function resume(form: Form, state: State): Outcome {
  const { prompt, postponed } = state.conversation;
  const conversation = {
    ...unfocused(state.conversation),
    postponed: isAtReview(prompt) ? [] : postponed,
  };
  return goOn(form, { ...state, conversation }, []);
}

/** 完成 ends a list, and says what its lines still lack; elsewhere it goes on. */
function finishAsked(form: Form, state: State): Outcome {
  const target = state.conversation.prompt?.target;
  const step = target && stepOf(form, target);
  if (step?.type !== 'rows') return resume(form, state);
  const conversation = unfocused(state.conversation);
  if (rowsOf(state.filing.answers, step.id).length === 0) {
    return goOn(form, state, [notice('listEmpty', { label: step.label })]);
  }
  const work = begin(form, state.filing);
  finish(work, step.id);
  const gaps = gapsOf(step, work.filing.answers);
  const open = gaps.length > 0 ? [notice('leftOpen', { label: step.label, gaps })] : [];
  const findings = newFindings(form, work.filing, new Set([step.id]));
  const after = { ...state, filing: work.filing, conversation };
  return goOn(form, after, [...open, ...findings], work.changes);
}

/** The cells that the lines of a list still lack. */
function gapsOf(step: RowsStep, answers: Answers): readonly { n: number; column: string }[] {
  return rowsOf(answers, step.id).flatMap((row, at) => {
    const gap = gapIn(step, row);
    const column = columnLabel(step, gap);
    return column === undefined ? [] : [{ n: at + 1, column }];
  });
}

function editLine(form: Form, state: State, id: string, line: number): Outcome {
  const rows = rowsOf(state.filing.answers, id);
  const row = line < 0 ? rows.at(-1) : rows[line];
  const question = questionOf(form, id);
  if (row && question)
    return goOn(form, at(state, { question: question.id, step: id, row: row.id }), []);
  const params = { n: String(line + 1), count: String(rows.length) };
  return goOn(form, state, [
    doubtNotice(form, state, { code: 'no-such-row', said: '', step: id, params }),
  ]);
}

/** Empties a section. It is one entry, so 撤销 brings all of it back. */
function restart(form: Form, state: State, target?: Target): Outcome {
  const asked = state.conversation.prompt?.target?.question;
  const cleared = partOf(form, target?.question ?? asked, target);
  const [first] = cleared?.questions ?? [];
  if (!cleared || !first) return goOn(form, state, [notice('restartWhat')]);
  const work = begin(form, state.filing);
  for (const { steps } of cleared.questions) {
    for (const { id } of steps) make(work, ...clearing(work.filing.answers, id));
  }
  const moved = at({ ...state, filing: work.filing }, { question: first.id });
  const conversation = { ...unfocused(moved.conversation), reviewed: false };
  const { label } = cleared;
  return goOn(
    form,
    { ...state, filing: work.filing, conversation },
    [notice('restarted', { label })],
    work.changes,
  );
}

/** What is emptied: the list that is named or asked for, or else the section. */
function partOf(
  form: Form,
  id: string | undefined,
  target: Target | undefined,
): { readonly label: string; readonly questions: readonly Question[] } | undefined {
  const question = form.questions.find((each) => each.id === id);
  const section = question && sectionOf(form, question.id)?.[0];
  if (!question || !section) return undefined;
  const isList = question.steps.some(({ type }) => type === 'rows');
  const isSection = target !== undefined && target.step === undefined && !isList;
  return isList && !isSection ? { label: question.label, questions: [question] } : section;
}

function clearing(answers: State['filing']['answers'], step: string): Change[] {
  const before = answers.values[step];
  const rows = rowsOf(answers, step).map(
    (row, index): Change => ({ type: 'removed', step, at: index, row }),
  );
  return [
    ...(before ? [{ type: 'value' as const, step, before }] : []),
    ...rows.toReversed(),
    ...(answers.finished[step]
      ? [{ type: 'finished' as const, step, before: true, after: false }]
      : []),
  ];
}

function notYet(what: 'assign' | 'submit' | 'returned', words: string) {
  switch (what) {
    case 'assign':
      return notice('assignNotYet');
    case 'submit':
      return notice('submitNotYet');
    case 'returned':
      return notice('returnedNotYet', { words });
    default:
      return what satisfies never;
  }
}
