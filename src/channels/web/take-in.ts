import type { ChatLog, LinePart } from '../../app/chat-log.js';
import type { Inbox, Log, Message } from '../../app/ports.js';
import type { Views } from '../../app/views.js';
import { clean } from '../../domain/text.js';
import { faultOf } from '../../errors.js';
import type { Locale } from '../../forms/form.js';
import type { Session } from './access.js';
import type { Hub } from './hub.js';
import { pressedLabel } from './incoming.js';

/** A message as a page hands it in, under an id that the page has made. */
export interface HandedIn {
  readonly id: string;
  readonly words: Message['words'];
  readonly locale: Locale;
}

/** Takes a message in: its line stands in the conversation, and it is on disk. */
export type TakeIn = (
  session: Session,
  handed: HandedIn,
) => Promise<'new' | 'duplicate' | 'not-saved'>;

/** Lines in which the choice that was pressed is looked for. */
const LOOKED_THROUGH = 20;

export function takingIn(parts: {
  readonly inbox: Inbox;
  readonly hub: Hub;
  readonly chatLog: ChatLog;
  readonly views: Views;
  readonly log: Log;
  readonly now: () => number;
}): TakeIn {
  const { inbox, hub, chatLog, views, log, now } = parts;

  /** What a person sees of what they did; nothing for coming in. */
  async function lineParts(
    { conversation, person }: Session,
    words: Message['words'],
  ): Promise<readonly LinePart[]> {
    switch (words.type) {
      case 'choose':
      case 'opened':
      case 'oversize':
        return [];
      case 'text':
        return [{ type: 'text', text: clean(words.text) }];
      case 'press': {
        const lines = await chatLog.after(conversation, 0, LOOKED_THROUGH);
        return [{ type: 'text', text: pressedLabel(lines, words) }];
      }
      case 'fill':
      case 'fills':
      case 'revert': {
        const text = await views.said({ conversation, person, at: now() }, words);
        return [{ type: 'text', text }];
      }
      case 'file':
      case 'remote-file':
        return [{ type: 'file', name: clean(words.name) }];
      default:
        return words satisfies never;
    }
  }

  /** The line and the message are one write: a line that stands there has been taken, and is handled. */
  return async (session, { id, words, locale }) => {
    const { conversation, person } = session;
    const message = `web:${conversation}:${id}`;
    const at = now();
    try {
      const taken = { id: message, conversation, channel: 'web', person, at, locale, words };
      const parts = await lineParts(session, words);
      if (parts.length === 0) return await inbox.accept(taken);
      const said = { at, from: 'person' as const, message, parts };
      let isNew = false;
      const line = await chatLog.append(conversation, said, async (records) => {
        isNew = (await inbox.accept(taken, records)) === 'new';
        return isNew;
      });
      if (!line || !isNew) return 'duplicate';
      hub.tell(conversation, { type: 'line', line });
      return 'new';
    } catch (error) {
      log('warn', 'message not accepted', { message, ...faultOf(error) });
      return 'not-saved';
    }
  };
}
