import { randomUUID } from 'node:crypto';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Channel, FilePart, FileWords, Inbox, Message, Reply } from '../app/ports.js';
import { messageOf } from '../errors.js';
import type { Locale } from '../forms/form.js';
import { wordingOf } from '../interview/notice.js';
import { readPlainCommand } from '../reading/commands.js';
import { keyboardJoiner, type Later, type LineJoiner, pipeJoiner } from './lines.js';
import { renderText } from './render-text.js';

const BRACKETED_PASTE = { on: '\u001b[?2004h', off: '\u001b[?2004l' };

export interface TerminalParts {
  readonly input: Readable;
  readonly output: Writable;
  /** Whether a person sits at the keyboard; otherwise lines come from a pipe. */
  readonly isInteractive: boolean;
  readonly conversation: string;
  readonly person: string;
  readonly locale: Locale;
  /** Keeps a file that came back and tells where. */
  readonly save: (file: Pick<FilePart, 'name' | 'data'>) => Promise<string>;
  /** The file that a line names by its path; undefined when it names none. Throws when it cannot be read. */
  readonly open: (line: string) => Promise<FileWords | NoFile | undefined>;
  readonly now: () => number;
  readonly later: Later;
}

/** A line that names a file which is not there. */
export interface NoFile {
  readonly type: 'no-file';
  readonly path: string;
}

/** A conversation on standard input and output. */
export function terminal(parts: TerminalParts): Channel {
  const { output, isInteractive } = parts;
  const waiting = new Map<string, () => void>();
  let reader: Interface | undefined;

  function messageFor(words: Message['words']): Message {
    const { conversation, person, locale, now } = parts;
    const id = `terminal:${randomUUID()}`;
    return { id, conversation, channel: 'terminal', person, at: now(), locale, words };
  }

  /** Hands a message in and waits for its reply, so that a pipe reads as a conversation. */
  async function say(inbox: Inbox, words: Message['words']): Promise<void> {
    const message = messageFor(words);
    const replied = new Promise<void>((resolve) => waiting.set(message.id, resolve));
    try {
      await inbox.accept(message);
      await replied;
    } catch {
      waiting.delete(message.id);
      print(wordingOf(parts.locale).notSaved());
    }
  }

  /** Where a file was put, or why it could not be. */
  async function place(file: Pick<FilePart, 'name' | 'data'>): Promise<string> {
    try {
      return await parts.save(file);
    } catch (error) {
      return wordingOf(parts.locale).fileNotSaved({ name: file.name, reason: messageOf(error) });
    }
  }

  /** What is typed, or the file whose path is typed or dropped on the window. */
  async function sayLine(inbox: Inbox, text: string): Promise<void> {
    const file = await parts.open(text).catch((error: unknown) => messageOf(error));
    if (typeof file === 'string') return print(file);
    if (file?.type === 'no-file') return print(wordingOf(parts.locale).noFile({ path: file.path }));
    return say(inbox, file ?? { type: 'text', text });
  }

  function print(text: string): void {
    output.write(`${isInteractive ? '\r\u001b[K' : ''}${text}\n\n`);
    if (isInteractive) reader?.prompt(true);
  }

  return {
    id: 'terminal',
    async start(inbox) {
      const opened = createInterface({
        input: parts.input,
        output: isInteractive ? output : undefined,
        terminal: isInteractive,
        prompt: '> ',
      });
      reader = opened;
      // Lines are listened for before anything is awaited: what comes during the greeting waits its turn.
      await new Promise<void>((resolve) => {
        let turn = say(inbox, { type: 'opened' });
        let hasLeft = false;
        const take = (text: string) => {
          if (hasLeft) return;
          hasLeft = readPlainCommand(text) === 'leave';
          turn = turn.then(() => {
            if (!isInteractive) output.write(`> ${text.replaceAll('\n', '\n> ')}\n\n`);
            return sayLine(inbox, text);
          });
          if (hasLeft) void turn.then(() => opened.close());
        };
        const joiner = isInteractive ? keyboardJoiner(parts.later, take) : pipeJoiner(take);
        opened.on('line', (line) => joiner.line(line));
        opened.once('close', () => {
          joiner.end();
          void turn.then(resolve);
        });
        if (isInteractive) watchPaste(parts.input, output, joiner);
      });
      if (isInteractive) output.write(BRACKETED_PASTE.off);
      reader = undefined;
    },
    async send({ message, parts: replied }: Reply) {
      const saved = new Map<string, string>();
      for (const part of replied) {
        if (part.type === 'file' || part.type === 'image') saved.set(part.name, await place(part));
      }
      print(renderText(replied, (name) => saved.get(name)));
      waiting.get(message)?.();
      waiting.delete(message);
    },
    async stop() {
      reader?.close();
    },
  };
}

function watchPaste(input: Readable, output: Writable, joiner: LineJoiner): void {
  output.write(BRACKETED_PASTE.on);
  input.on('keypress', (_: unknown, key: { name?: string } | undefined) => {
    if (key?.name === 'paste-start') joiner.paste(true);
    if (key?.name === 'paste-end') joiner.paste(false);
  });
}
