import { describe, expect, test } from 'vitest';
import { memoryStore } from '../../support/memory-store.js';
import { sites } from '../../support/sites.js';
import type { Site, SiteOptions } from '../../support/web.js';

const HOUR_MS = 60 * 60 * 1000;
const BOUNDARY = 'the-boundary';

const openSite = sites();

/** A site with a filing that somebody began, and a link to it for somebody else. */
async function linked(kind: 'preview' | 'upload', options: SiteOptions = {}) {
  const site = await openSite(options);
  const visitor = await site.visit();
  await visitor.say('2027');
  await visitor.say('某县档案馆');
  const { filing, revision } = (await visitor.ask('/api/form')).json();
  const conversation = filing.slice(0, filing.lastIndexOf('/'));
  const link = { kind, channel: 'web', conversation, person: '李会计', filing, revision };
  const path = await site.channel.links.make(link, HOUR_MS);
  return { ...site, visitor, path };
}

function press(site: Site, path: string, file?: { name: string; data: string }) {
  const part = file
    ? `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: text/plain\r\n\r\n${file.data}\r\n`
    : '';
  return site.ask(path, {
    method: 'POST',
    headers: { origin: site.base, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: `${part}--${BOUNDARY}--\r\n`,
  });
}

describe('a link to a preview', () => {
  test('shows the form once, to whoever has the link and presses the button', async () => {
    const site = await linked('preview');
    const shown = await press(site, site.path);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('某县档案馆');
    expect(shown.text).not.toContain('<script');
    const again = await press(site, site.path);
    expect(again.status).toBe(410);
    expect(again.text).toContain('这个链接已经用过或者过期了');
    expect(again.text).not.toContain('某县档案馆');
  });

  test('is not used up by a program that looks at it first, and gives that nothing', async () => {
    const site = await linked('preview');
    for (let n = 0; n < 3; n += 1) {
      expect((await site.ask(site.path)).text).not.toContain('某县档案馆');
    }
    expect((await press(site, site.path)).status).toBe(200);
  });

  test('is worth nothing an hour later, and none that somebody changed is worth anything', async () => {
    let now = Date.UTC(2026, 10, 24);
    const site = await linked('preview', { now: () => now });
    expect((await press(site, `${site.path}x`)).status).toBe(410);
    expect((await press(site, '/link/nonsense')).status).toBe(410);
    now += HOUR_MS;
    expect((await site.ask(site.path)).status).toBe(410);
    expect((await press(site, site.path)).status).toBe(410);
  });

  test('stays used when the program is started anew', async () => {
    const store = memoryStore();
    const first = await linked('preview', { store });
    await press(first, first.path);
    await first.channel.stop();
    const second = await openSite({ store });
    expect((await press(second, first.path)).status).toBe(410);
  });

  test('is no session: it opens nothing else', async () => {
    const site = await linked('preview');
    const { headers } = await press(site, site.path);
    expect(headers['set-cookie']).toBeUndefined();
    const [, token] = site.path.split('/link/');
    const cookie = `shenbao-${site.channel.port()}=${token}`;
    expect((await site.ask('/api/form', { headers: { cookie } })).status).toBe(401);
  });

  test('pressed by another site does nothing', async () => {
    const site = await linked('preview');
    const headers = { origin: 'https://evil.example' };
    expect((await site.ask(site.path, { method: 'POST', headers })).status).toBe(403);
    expect((await press(site, site.path)).status).toBe(200);
  });
});

describe('a link for handing in a file', () => {
  const notes = { name: '去年的表.txt', data: '这不是申报表' };

  test('takes one file into the conversation it belongs to', async () => {
    const site = await linked('upload');
    expect((await site.ask(site.path)).text).toContain('type="file"');
    const taken = await press(site, site.path, notes);
    expect(taken.text).toContain('收到了。请回到对话里看助手的回复。');
    await site.app.idle();
    const { lines } = (await site.visitor.ask('/api/lines?before=99')).json();
    expect(lines.at(-1).parts[0].text).toContain('去年的表.txt');
    expect((await press(site, site.path, notes)).status).toBe(410);
  });

  test('is not used up by a form without a file', async () => {
    const site = await linked('upload');
    expect((await press(site, site.path)).status).toBe(400);
    expect((await press(site, site.path, notes)).status).toBe(200);
  });

  test('is not used up by a file that could not be saved', async () => {
    const store = memoryStore();
    const site = await linked('upload', { store });
    store.fail('put', 2);
    expect((await press(site, site.path, notes)).status).toBe(503);
    expect((await press(site, site.path, notes)).status).toBe(200);
  });

  test('takes no file of more than 20 MB, and the next', async () => {
    const site = await linked('upload');
    const large = { name: 'a.txt', data: 'x'.repeat(21 * 1024 * 1024) };
    expect((await press(site, site.path, large)).status).toBe(413);
    expect((await press(site, site.path, notes)).status).toBe(200);
  });
});
