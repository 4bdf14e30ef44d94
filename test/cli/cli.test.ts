import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterAll, describe, expect, test } from 'vitest';
import { asDocument, HENGYANG } from '../support/fixtures.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'shenbao-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the built program as a person would. */
function shenbao(args: readonly string[], input = '', environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    input,
    encoding: 'utf8',
    env: {
      ...process.env,
      SHENBAO_DATA: join(folder, 'data'),
      SHENBAO_EXPORTS: join(folder, 'out'),
      ...environment,
    },
  });
  return { status, stdout, stderr };
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

describe('shenbao', () => {
  test('without a command tells its commands, with an unknown one fails', () => {
    expect(shenbao([])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('shenbao chat'),
    });
    expect(shenbao(['dance'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('shenbao chat'),
    });
    expect(shenbao(['toString'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('shenbao chat'),
    });
  });

  test('chat speaks through a pipe and keeps what was said for the next time', () => {
    expect(shenbao(['chat'], '2027\n某县档案馆\n导出\n').stdout).toContain(
      '已记：填报单位 某县档案馆。',
    );
    expect(shenbao(['chat'], '进度\n').stdout).toContain('欢迎回来。某县档案馆2027年度申报表');
    expect(readdirSync(join(folder, 'out'))).toEqual([
      '某县档案馆2027年度部门整体支出绩效目标申报表（草稿）.docx',
    ]);
  });

  test('chat on a data file that is no database stops with one line and leaves it alone', () => {
    const data = mkdtempSync(join(folder, 'broken-'));
    writeFileSync(join(data, 'shenbao.db'), 'no database '.repeat(500));
    const { status, stderr } = shenbao(['chat'], '2027\n', { SHENBAO_DATA: data });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^shenbao: 数据文件不完整或已损坏[^\n]*shenbao\.db\)\n$/);
  });

  test('chat passes over a damaged message, names it in the log, and goes on', () => {
    const data = mkdtempSync(join(folder, 'damaged-'));
    shenbao(['chat'], '2027\n', { SHENBAO_DATA: data });
    const database = new Database(join(data, 'shenbao.db'));
    database.exec(`INSERT INTO keyv VALUES ('message:damaged', '{"value":{"v":1,')`);
    database.close();
    const { status, stdout, stderr } = shenbao(['chat'], '某县档案馆\n', { SHENBAO_DATA: data });
    expect(status).toBe(0);
    expect(stdout).toContain('已记：填报单位 某县档案馆。');
    expect(stderr).toContain('"key":"message:damaged"');
  });

  test('a wrong setting is named', () => {
    const { status, stderr } = shenbao(['chat'], '', { SHENBAO_LANG: 'fr' });
    expect(status).toBe(2);
    expect(stderr).toContain('SHENBAO_LANG');
  });

  test('replay plays the sample conversation and writes its file', () => {
    const out = join(folder, 'replayed');
    const { status, stdout } = shenbao([
      'replay',
      'test/transcripts/hengyang-2020.md',
      '--out',
      out,
    ]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\d+ 条消息，1 个文件，与预期一致\n$/);
    expect(readdirSync(out)).toEqual(['衡阳市司法局2020年度部门整体支出绩效目标申报表.docx']);
  });

  test('replay says which line was not met, and what came instead', () => {
    const { status, stdout } = shenbao(['replay', file('wrong.md', '> 2027\n\n< 天气不错\n')]);
    expect(status).toBe(1);
    expect(stdout).toContain('wrong.md:3\n  应有：天气不错\n  实际：已记：年度 2027。');
  });

  test('check finds no error in the sample form and exits with 0', () => {
    const { status, stdout } = shenbao(['check', file('sample.json', asDocument(HENGYANG))]);
    expect(status).toBe(0);
    expect(stdout).toContain(
      '· A09 项目支出 792.71 万元，主要任务列了 664 万元，还有 128.71 万元没有对应任务',
    );
    expect(stdout).toMatch(/\n0 个错误，\d+ 个警告，\d+ 个提示\n$/);
  });

  test('check --json gives every finding with its sentence, and exits with 1 on an error', () => {
    const { status, stdout } = shenbao(['check', file('empty.json', { year: '2027' }), '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ rule: 'C04', severity: 'error', message: '资金总额没填。' }),
    );
  });

  test('check on a file that is no declaration says why and exits with 2', () => {
    expect(shenbao(['check', file('text.json', 'hello')])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('文件打不开'),
    });
    expect(shenbao(['check', join(folder, 'nothing.json')])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('找不到'),
    });
  });

  test('check follows the profile that a document names, and stops at one it does not have', () => {
    const document = { ...(asDocument(HENGYANG) as object), profile: 'scheme-2021' };
    expect(shenbao(['check', file('later.json', document)]).stdout).toMatch(/C11 .*成本指标/);
    const strange = file('strange.json', { ...document, profile: 'moon' });
    expect(shenbao(['check', strange])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('“moon”这里没有。自带的有：default, scheme-2021'),
    });
  });

  test('check of a document that names no profile follows the one that is set', () => {
    const region = file('region.json', { id: 'region', rulesOff: ['A09'] });
    const sample = file('sample.json', asDocument(HENGYANG));
    const { stdout } = shenbao(['check', sample], '', { SHENBAO_PROFILE: region });
    expect(stdout).not.toContain('A09');
    const named = file('named.json', { ...(asDocument(HENGYANG) as object), profile: 'region' });
    expect(shenbao(['check', named], '', { SHENBAO_PROFILE: region }).status).toBe(0);
  });

  test('a wrong profile stops the program with one line', () => {
    const wrong = file('wrong.json', { id: 'region', strictTaskTotal: 'yes' });
    const { status, stderr } = shenbao(['chat'], '2027\n', { SHENBAO_PROFILE: wrong });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^shenbao: SHENBAO_PROFILE: .*wrong\.json: strictTaskTotal: [^\n]*\n$/);
  });

  test('chat asks by the profile that is set', () => {
    const region = file('region.json', { id: 'region', labels: { reportingUnit: '申报部门' } });
    const { stdout } = shenbao(['chat'], '2027\n', {
      SHENBAO_PROFILE: region,
      SHENBAO_DATA: join(folder, 'region'),
    });
    expect(stdout).toContain('申报部门的全称是什么');
  });

  test('check beside last year tells what moved', () => {
    const indicators = [{ level2: '数量指标', name: '培训人数', targetValue: '100人' }];
    const lastYear = file('2026.json', { year: '2026', funds: { total: '80' }, indicators });
    const grown = file('2027.json', { year: '2027', funds: { total: '100' }, indicators });
    expect(shenbao(['check', grown, '--last-year', lastYear]).stdout).toMatch(/· F02 .*25%/);
    expect(shenbao(['check', grown]).stdout).not.toContain('F02');
    expect(shenbao(['check', grown, '--last-year', join(folder, 'nothing.json')])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nothing.json，请检查文件名'),
    });
  });

  test('the commands speak the language that is set', () => {
    const english = { SHENBAO_LANG: 'en' };
    expect(shenbao([]).stdout).toContain('在终端里对话');
    expect(shenbao([], '', english).stdout).toContain('talk in this terminal');
    const sample = file('sample.json', asDocument(HENGYANG));
    expect(shenbao(['check', sample], '', english).stdout).toMatch(
      /\n0 errors, \d+ warnings, \d+ hints\n$/,
    );
    const wrong = file('typo.json', { yaer: '2027' });
    expect(shenbao(['check', wrong]).stderr).toMatch(
      /typo\.json 不是一份申报表\n {2}（整个文件）: .*yaer/,
    );
    expect(shenbao(['check', wrong], '', english).stderr).toContain('typo.json is no declaration');
    expect(shenbao(['check']).stderr).toContain('用法：shenbao check');
    expect(shenbao(['check'], '', english).stderr).toContain('usage: shenbao check');
  });

  test.each(['docx', 'xlsx', 'html', 'json'])(
    'convert makes a .%s of a form, and check finds no error in it',
    (format) => {
      const made = join(folder, `made.${format}`);
      const sample = file('sample.json', asDocument(HENGYANG));
      expect(shenbao(['convert', sample, made])).toMatchObject({ status: 0, stdout: `${made}\n` });
      const { status, stdout } = shenbao(['check', made]);
      expect({ status, last: stdout.trim().split('\n').at(-1) }).toEqual({
        status: 0,
        last: expect.stringMatching(/^0 个错误，/),
      });
    },
  );

  test('convert says which formats it writes, and which files it cannot read', () => {
    const sample = file('sample.json', asDocument(HENGYANG));
    expect(shenbao(['convert', sample, join(folder, 'made.odt')])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('可以写成：.json .docx .xlsx .pdf .html .png'),
    });
    const broken = file('broken.docx', 'PK\u0003\u0004 cut off');
    expect(shenbao(['convert', broken, join(folder, 'made.json')])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('broken.docx: 文件打不开'),
    });
  });

  test('read tells how a sentence is understood', () => {
    const { stdout } = shenbao(['read', '--step', 'totalFunds', '1.2亿']);
    expect(JSON.parse(stdout)).toMatchObject({
      facts: [{ step: 'totalFunds', cell: { value: '12000' } }],
    });
    expect(shenbao(['read', '--step', 'nothing', 'x'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('有的是：year'),
    });
    expect(shenbao(['read', 'x']).stderr).toContain('请用 --step 写明');
  });

  test('schema is the JSON Schema of a declaration', () => {
    const schema = JSON.parse(shenbao(['schema']).stdout);
    expect(schema.required).toContain('funds');
    expect(schema.properties.funds.properties.total.description).toBe('资金总额（万元）');
    const profile = JSON.parse(shenbao(['schema', '--profile']).stdout);
    expect(profile.required).toEqual(['id']);
    expect(shenbao(['schema', '--form']).status).toBe(2);
  });
});
