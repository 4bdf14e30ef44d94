import type { Form } from '../forms/form.js';
import { isOpen } from './ask.js';
import { type Notice, notice } from './notice.js';
import type { State } from './state.js';

/** The first words of a conversation, or the first after a while. */
export function greeting(form: Form, { filing }: Pick<State, 'filing'>): Notice {
  const answered = form.questions.filter((question) => !isOpen(question, filing.answers)).length;
  if (filing.revision === 0) return notice('greeting', { title: form.title });
  const name = { ...form.identify(filing.answers), title: form.title };
  return notice('welcomeBack', { ...name, answered, of: form.questions.length });
}
