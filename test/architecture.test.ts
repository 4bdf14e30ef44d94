import { readdirSync, readFileSync } from 'node:fs';
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

describe('starting stays lean', () => {
  test('document libraries are loaded by their own writer only, and that when the first file is made', () => {
    const loading = sources.filter(({ loaded }) =>
      loaded.some((from) => from === 'docx' || from.includes('/write/')),
    );
    expect(loading.map(({ path }) => path)).toEqual(['documents/write/docx.ts']);
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
