import type { Form } from '../forms/form.js';
import { filingAt, fresh, switched } from '../interview/filings/filings.js';
import type { Intent, State } from '../interview/state.js';
import { understand } from '../interview/understand.js';
import type { Command } from '../reading/commands.js';
import type { Files } from './files.js';
import type { Journal } from './journal.js';
import type { Message } from './ports.js';
import type { States } from './states.js';

/** A message understood, with what its intent needs from outside, and the state it is about. */
export interface Prepared {
  readonly state: State;
  readonly intent: Intent;
}

interface Sources {
  readonly form: Form;
  readonly journal: Journal;
  readonly files: Files;
  readonly states: States;
}

/** Understands a message: fetches what a file says, the entry to take back, or the filing to turn to. */
export async function prepare(sources: Sources, state: State, message: Message): Promise<Prepared> {
  const { form, journal, files } = sources;
  const { id, person, words } = message;
  const { filing } = state;
  if (words.type === 'file' || words.type === 'remote-file') {
    return { state, intent: await files.understand({ ...message, words }) };
  }
  const intent = understand(form, state, words);
  if (words.type === 'revert' && intent.type === 'revert') {
    return { state, intent: await withEntry(journal, state, 'revert', words.revision) };
  }
  if (intent.type === 'undo' || intent.type === 'redo') {
    const revision = (intent.type === 'undo' ? filing.undoable : filing.redoable).at(-1);
    return { state, intent: await withEntry(journal, state, intent.type, revision) };
  }
  const isCommand = intent.type === 'reading' && intent.reading.type === 'command';
  const turned = isCommand && (await turn(sources, state, intent.reading.command, { id, person }));
  return turned || { state, intent };
}

/** The entry is left out when the journal has none of that number. */
async function withEntry(
  journal: Journal,
  { filing }: State,
  type: 'undo' | 'redo' | 'revert',
  revision = 0,
): Promise<Intent> {
  const isThere = revision >= 1 && revision <= filing.revision;
  return isThere ? { type, entry: await journal.entry(filing.id, revision) } : { type };
}

/** Turns to another filing that a command names; undefined when it names none. */
async function turn(
  { form, journal, files, states }: Sources,
  state: State,
  command: Command,
  { id, person }: Pick<Message, 'id' | 'person'>,
): Promise<Prepared | undefined> {
  if (command.name !== 'open-filing' && command.name !== 'copy-filing') return undefined;
  const { conversation, today } = state;
  const chosen = filingAt(conversation, command.number);
  if (!chosen) return undefined;
  const filing = await journal.load(chosen.id, person);
  if (command.name === 'copy-filing') {
    return {
      state: fresh(form, state),
      intent: { type: 'copy', file: files.ofFiling(id, filing) },
    };
  }
  const turned = switched(conversation, chosen.id);
  const previous = await states.previous(turned, filing);
  return {
    state: { today, filing, conversation: turned, ...(previous && { previous }) },
    intent: { type: 'reading', reading: { type: 'command', command } },
  };
}
