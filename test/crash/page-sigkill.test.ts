import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPage } from '../support/page-events.js';
import { cookieIn, type PageLine, pageId, send } from '../support/web.js';

const KILLS = 20;

/** The program as `npm start` runs it, on any port that is free. */
async function serve(data: string): Promise<{ child: ChildProcess; address: URL }> {
  const env = { ...process.env, SHENBAO_DATA: data, SHENBAO_WEB_PORT: '0' };
  const child = spawn(process.execPath, ['dist/cli.js', 'serve'], { env });
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += String(chunk);
    const address = /http:\/\/\S+/.exec(printed)?.[0];
    if (address !== undefined) return { child, address: new URL(address) };
  }
  throw new Error(`not started: ${printed}`);
}

test(`what a page has seen in the conversation is on the form, once, though the program is killed ${KILLS} times`, async () => {
  const data = mkdtempSync(join(tmpdir(), 'shenbao-page-'));
  let { child, address } = await serve(data);
  const [, token = ''] = cookieIn((await send(address.href)).headers).split('=');
  const cookie = () => `shenbao-${address.port}=${token}`;
  const get = async (path: string) =>
    (await send(`${address.origin}/api/${path}`, { headers: { cookie: cookie() } })).json();
  const said: string[] = [];
  let newest = 0;
  try {
    for (let n = 1; n <= KILLS; n += 1) {
      const id = pageId();
      const words = { type: 'text', text: `资金总额${1000 + n}` };
      const page = await openPage(address.origin, cookie(), { after: String(newest) });
      await page.until(({ type }) => type === 'form');
      // The answer to the page is never waited for: it may be killed with the program.
      send(`${address.origin}/api/messages`, {
        method: 'POST',
        headers: { cookie: cookie(), origin: address.origin, 'content-type': 'application/json' },
        body: JSON.stringify({ id, words }),
      }).catch(() => {});
      const { data: line } = await page.until(({ data: each }) => each?.message === id);
      newest = line.n;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      page.close();
      said.push(id);
      ({ child, address } = await serve(data));
    }
    const { entries } = await get('timeline');
    const amounts = entries.map(
      ({ items }: { items: string[] }) => /→ (\d+) /.exec(items[0] ?? '')?.[1],
    );
    expect(amounts).toEqual(said.map((_, at) => String(1000 + KILLS - at)));
    const own = async (from: string) => {
      const { lines }: { lines: readonly PageLine[] } = await get('lines?before=9999');
      return lines.filter((line) => line.from === from).map(({ message }) => message);
    };
    expect(await own('person')).toEqual(said);
    // The last answer may still be on its way.
    await expect.poll(() => own('assistant')).toEqual(said);
  } finally {
    child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}, 120_000);
