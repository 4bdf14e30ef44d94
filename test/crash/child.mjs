// The built program with a channel made of lines: a message comes in as JSON, an acceptance and a reply go
// out as JSON. It exists to be killed.
import { createInterface } from 'node:readline';
import { openShenbao } from '../../dist/main.js';

const [, , data = ''] = process.argv;
const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
const config = { data, exports: data, locale: 'zh-cn', profile: 'default', log: 'error' };
const app = openShenbao(config, async ({ message }) => tell({ type: 'replied', id: message }));
await app.recover();
tell({ type: 'ready' });
for await (const line of createInterface({ input: process.stdin })) {
  const { id, conversation, text } = JSON.parse(line);
  const message = {
    id,
    conversation,
    channel: 'crash',
    person: 'p',
    at: 0,
    words: { type: 'text', text },
  };
  app.accept(message).then(
    () => tell({ type: 'accepted', id }),
    () => tell({ type: 'refused', id }),
  );
}
await app.close();
