import { answerBasics, fillTasks, openAssistant } from './assistant.js';
import { table } from './measure.js';

/** What a conversation costs while its person is away: its record in the store. The filing is the form itself. */
export async function parked(): Promise<string> {
  const assistant = await openAssistant();
  await answerBasics(assistant, 'parked');
  await fillTasks(assistant, 'parked', 30);
  await assistant.app.idle();
  const store = assistant.store;
  const bytes = async (key: string) =>
    Buffer.byteLength(JSON.stringify((await store.get(key)) ?? ''));
  const conversation = await bytes('conversation:parked');
  await assistant.close();
  return table(
    ['held for a parked conversation', 'bytes'],
    [['conversation record', String(conversation)]],
  );
}
