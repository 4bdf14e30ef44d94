import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { departmentOverall } from '../src/forms/department-overall/form.js';
import { DEFAULT_PROFILE } from '../src/forms/department-overall/profile.js';
import { profileOf, shippedProfiles } from '../src/profiles.js';

const folder = mkdtempSync(join(tmpdir(), 'shenbao-profiles-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('the profile that is set', () => {
  test('may be one that comes with the program', () => {
    expect(shippedProfiles()).toEqual(['default', 'scheme-2021']);
    expect(profileOf('default')).toEqual(DEFAULT_PROFILE);
    const steps = [...departmentOverall(profileOf('scheme-2021')).steps.keys()];
    expect(steps).toContain('indicators.economicCost');
    expect(steps).not.toContain('indicators.cost');
  });

  test('may be a file, as an editor on Windows writes it', () => {
    const path = file('a.json', '\uFEFF{"id":"a","tableNumber":"附表7"}');
    expect(profileOf(path)).toMatchObject({ id: 'a', tableNumber: '附表7' });
  });

  test.each([
    ['nowhere', /^SHENBAO_PROFILE: nowhere is neither .* default, scheme-2021$/],
    [join(folder, 'none.json'), /^SHENBAO_PROFILE: .*none\.json: ENOENT[^\n]*$/],
    [file('text.json', 'hello\nworld'), /^SHENBAO_PROFILE: .*text\.json: [^\n]*JSON[^\n]*$/],
    [file('scheme.json', '{"id":"a","indicatorScheme":"2020"}'), /scheme\.json: indicatorScheme: /],
    [file('label.json', '{"id":"a","labels":{"fiscal":"财政"}}'), /label\.json: labels: .*fiscal/],
    [file('name.json', '{"id":"a","tableNo":"1"}'), /name\.json: .*tableNo/],
  ])('%s is refused with one line that names what is wrong', (setting, line) => {
    expect(() => profileOf(setting)).toThrow(line);
  });
});
