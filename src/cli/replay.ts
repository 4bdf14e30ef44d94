import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type Played,
  parseTranscript,
  type TranscriptStep,
  transcriptPlayer,
} from '../channels/transcript.js';
import { readConfig } from '../config.js';
import { AppError, messageOf } from '../errors.js';
import { openShenbao } from '../main.js';
import { readArguments } from './arguments.js';
import { loadFile, readText, saveFile } from './files.js';
import { cliWording } from './wording.js';

const USAGE = 'shenbao replay TRANSCRIPT [--out DIR]';

/** `shenbao replay`: plays a transcript against a fresh store; exit 1 when a reply was not as expected. */
export async function replay(args: readonly string[]): Promise<number> {
  const { values, argument } = readArguments(args, { out: { type: 'string' } }, USAGE);
  const played = await play(argument, stepsOf(await readText(argument)));
  const words = cliWording();
  const folder = values.out;
  for (const file of folder === undefined ? [] : played.files) {
    process.stdout.write(`${await saveFile(folder ?? '.', file)}\n`);
  }
  for (const { line, expected, got } of played.misses) {
    process.stdout.write(`\n${words.missed(`${argument}:${line}`, expected, got)}\n`);
  }
  const { messages, files, misses } = played;
  process.stdout.write(`${words.played(messages, files.length, misses.length)}\n`);
  return played.misses.length === 0 ? 0 : 1;
}

async function play(path: string, steps: readonly TranscriptStep[]): Promise<Played> {
  const data = await mkdtemp(join(tmpdir(), 'shenbao-'));
  try {
    const player = transcriptPlayer({
      conversation: 'replay',
      now: () => Date.now(),
      print: (line) => process.stdout.write(`${line}\n`),
      open: (name) => loadFile(join(dirname(path), name)),
    });
    const app = openShenbao({ ...readConfig(), data }, player.receive);
    try {
      return await player.play(app, steps);
    } finally {
      await app.close();
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

function stepsOf(text: string): readonly TranscriptStep[] {
  try {
    return parseTranscript(text);
  } catch (error) {
    throw new AppError('input', messageOf(error));
  }
}
