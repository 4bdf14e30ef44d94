import {
  type FilePart,
  fileWords,
  type Inbox,
  type Message,
  type Reply,
  type UploadedFile,
} from '../app/ports.js';
import type { Words } from '../interview/understand.js';
import { renderText } from './render-text.js';

/** One thing a transcript does, with the line it stands on, from 1. */
export type TranscriptStep = { readonly line: number } & (
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'press'; readonly label: string }
  | { readonly type: 'file'; readonly name: string }
  | { readonly type: 'expect'; readonly words: string }
  | { readonly type: 'expect-file'; readonly pattern: string }
);

/**
 * Reads a conversation file: `>` lines are one message, `<` lines what a reply must hold, `@press LABEL`
 * presses a button, `@file NAME` sends a file, `@expect-file GLOB` must come back. Titles and prose are for people.
 */
export function parseTranscript(text: string): readonly TranscriptStep[] {
  const steps: TranscriptStep[] = [];
  let said: { line: number; lines: string[] } | undefined;
  const endMessage = () => {
    if (said) steps.push({ type: 'say', line: said.line, text: said.lines.join('\n') });
    said = undefined;
  };
  text.split('\n').forEach((raw, at) => {
    const line = at + 1;
    if (raw.startsWith('>')) {
      said ??= { line, lines: [] };
      said.lines.push(raw.replace(/^> ?/, ''));
      return;
    }
    endMessage();
    const press = /^@press (.+)$/.exec(raw)?.[1];
    const sent = /^@file (.+)$/.exec(raw)?.[1];
    const file = /^@expect-file (.+)$/.exec(raw)?.[1];
    if (raw.startsWith('<')) steps.push({ type: 'expect', line, words: raw.slice(1).trim() });
    else if (press) steps.push({ type: 'press', line, label: press.trim() });
    else if (sent) steps.push({ type: 'file', line, name: sent.trim() });
    else if (file) steps.push({ type: 'expect-file', line, pattern: file.trim() });
    else if (raw.startsWith('@')) throw new SyntaxError(`line ${line}: unknown ${raw}`);
  });
  endMessage();
  return steps;
}

/** An expectation that a reply did not meet. */
export interface Miss {
  readonly line: number;
  readonly expected: string;
  readonly got: string;
}

export interface Played {
  readonly misses: readonly Miss[];
  readonly files: readonly FilePart[];
  /** How many messages the person sent. */
  readonly messages: number;
}

export interface Player {
  /** Gives the player what the assistant sends. */
  receive(reply: Reply): Promise<void>;
  play(inbox: Inbox, steps: readonly TranscriptStep[]): Promise<Played>;
}

/** Plays a transcript as one person; `print` shows both sides as they speak. */
export function transcriptPlayer(options: {
  readonly conversation: string;
  readonly now: () => number;
  readonly print: (text: string) => void;
  /** A file that the transcript sends, by its name. */
  readonly open: (name: string) => Promise<UploadedFile>;
}): Player {
  const { conversation, now, print, open } = options;
  const waiting = new Map<string, (reply: Reply) => void>();
  let count = 0;

  async function exchange(inbox: Inbox, words: Message['words']): Promise<Reply> {
    count += 1;
    const id = `replay:${conversation}:${count}`;
    const message: Message = {
      id,
      conversation,
      channel: 'replay',
      person: 'replay',
      at: now(),
      words,
    };
    const reply = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    await inbox.accept(message);
    return reply;
  }

  return {
    async receive(reply) {
      waiting.get(reply.message)?.(reply);
      waiting.delete(reply.message);
    },
    async play(inbox, steps) {
      let reply = await exchange(inbox, { type: 'opened' });
      print(`${shown(reply)}\n`);
      const files: FilePart[] = [];
      const misses: Miss[] = [];
      let messages = 0;
      for (const step of steps) {
        if (step.type === 'expect' || step.type === 'expect-file') {
          misses.push(...missed(step, reply));
          continue;
        }
        const words =
          step.type === 'file' ? fileWords(await open(step.name)) : wordsOf(step, reply);
        if (!words) {
          misses.push({ line: step.line, expected: labelOf(step), got: shown(reply) });
          continue;
        }
        messages += 1;
        print(`> ${labelOf(step).replaceAll('\n', '\n> ')}\n`);
        reply = await exchange(inbox, words);
        print(`${shown(reply)}\n`);
        files.push(...filesOf(reply));
      }
      return { misses, files, messages };
    },
  };
}

function wordsOf(
  step: Extract<TranscriptStep, { type: 'say' | 'press' }>,
  reply: Reply,
): Words | undefined {
  if (step.type === 'say') return { type: 'text', text: step.text };
  for (const part of reply.parts) {
    const option =
      part.type === 'choices' && part.options.find(({ label }) => label === step.label);
    if (option && part.type === 'choices')
      return { type: 'press', prompt: part.prompt, say: option.say };
  }
  return undefined;
}

function labelOf(step: Extract<TranscriptStep, { type: 'say' | 'press' | 'file' }>): string {
  if (step.type === 'file') return `📎 ${step.name}`;
  return step.type === 'say' ? step.text : `[${step.label}]`;
}

function missed(
  step: Extract<TranscriptStep, { type: 'expect' | 'expect-file' }>,
  reply: Reply,
): readonly Miss[] {
  const { line } = step;
  const isMet =
    step.type === 'expect'
      ? shown(reply).includes(step.words)
      : filesOf(reply).some(({ name }) => matches(name, step.pattern));
  const expected = step.type === 'expect' ? step.words : step.pattern;
  return isMet ? [] : [{ line, expected, got: shown(reply) }];
}

function shown({ parts }: Reply): string {
  return renderText(parts, (name) => name);
}

function filesOf({ parts }: Reply): readonly FilePart[] {
  return parts.filter((part) => part.type === 'file');
}

/** A file pattern with * for anything. */
function matches(name: string, pattern: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}$`).test(name);
}
