import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** Every source file with the modules it loads when it is loaded itself. */
const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(`${SRC}${path}`, 'utf8');
    const loaded = [...text.matchAll(/^(?:import|export)\s(?!type)[^;]*?from '([^']+)'/gms)].map(
      ([, from = '']) => from,
    );
    return { path, text, loaded };
  });

/** Everything that loading a source file loads along with it: sources and packages. */
function loadedBy(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const from of sources.find((each) => each.path === path)?.loaded ?? []) {
    const isOwn = from.startsWith('.');
    loadedBy(isOwn ? join(dirname(path), from).replace(/\.js$/, '.ts') : from, seen);
  }
  return seen;
}

const HEAVY =
  /^(?:@slack|docx|fflate|hono|@hono|htmlparser2|hucre|mammoth|pdfjs-dist|prom-client|rate-limiter-flexible|tinypool|word-extractor|yauzl|@myriaddreamin|@resvg)(?:\/|$)/;

describe('starting stays lean', () => {
  test.each(['cli.ts', 'cli/chat.ts', 'documents/worker.ts'])(
    '%s loads no library of documents or of the page before it is used',
    (path) => {
      expect([...loadedBy(path)].filter((from) => HEAVY.test(from))).toEqual([]);
    },
  );

  test('serving loads nothing of a platform that is not set', () => {
    const platforms = /^@slack(?:\/|$)/;
    expect([...loadedBy('cli/serve.ts')].filter((from) => platforms.test(from))).toEqual([]);
    expect([...loadedBy('channels/slack/slack.ts')].filter((from) => platforms.test(from))).toEqual(
      expect.arrayContaining(['@slack/bolt', '@slack/web-api']),
    );
  });

  test('a file of one kind loads the libraries of that kind only', () => {
    const heavy = (path: string) => [...loadedBy(path)].filter((from) => HEAVY.test(from));
    expect(heavy('documents/write/docx.ts')).toEqual(['docx', 'fflate']);
    expect(heavy('documents/write/xlsx.ts')).toEqual(['hucre/xlsx', 'fflate']);
    expect(heavy('documents/read/read-file.ts')).toEqual([]);
  });
});

describe('the environment', () => {
  test('is read in config.ts only', () => {
    const reading = sources.filter(({ text }) => text.includes('process.env'));
    expect(reading.map(({ path }) => path)).toEqual(['config.ts']);
  });

  test('every setting stands in .env.example', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const config = sources.find(({ path }) => path === 'config.ts')?.text ?? '';
    const names = [...config.matchAll(/^ {2}(SHENBAO_\w+):/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !example.includes(`${name}=`))).toEqual([]);
  });
});
