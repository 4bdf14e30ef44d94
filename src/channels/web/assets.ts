import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files of the page, by name. */
export type Assets = ReadonlyMap<string, Asset>;

interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  /** The same in gzip, for whoever takes it. */
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
}

/** Reads the page once: it is small, and a name that is not among its files is nothing. */
export async function readAssets(folder: string): Promise<Assets> {
  const names = (await readdir(folder)).filter((name) => TYPES[extname(name)] !== undefined);
  const texts = new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
    ),
  );
  const files = [...texts].map(([name, text]): [string, Asset] => {
    const whole = name === 'index.html' ? withPreloads(text, texts) : text;
    const body = new TextEncoder().encode(whole);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const packed = new Uint8Array(gzipSync(body));
    return [name, { body, packed, type: TYPES[extname(name)] ?? '', etag }];
  });
  return new Map(files);
}

/**
 * The page with a word about every module it begins with: a browser then fetches them all at once, and does not
 * find out about one from another.
 */
function withPreloads(page: string, texts: ReadonlyMap<string, string>): string {
  const found = new Set(['main.js']);
  for (const name of found) {
    const imports = texts
      .get(name)
      ?.matchAll(/^(?:import|export)\s[^;]*?from '\.\/([\w-]+\.js)';$/gms);
    for (const [, imported = ''] of imports ?? []) found.add(imported);
  }
  const links = [...found].map((name) => `<link rel="modulepreload" href="/assets/${name}">`);
  return page.replace('</head>', `${links.join('\n')}\n</head>`);
}

/** A file of the page; the browser asks each time whether it still has the right one. */
export function serveAsset(c: Context, assets: Assets, name: string): Response | undefined {
  const asset = assets.get(name);
  if (!asset) return undefined;
  c.header('Cache-Control', 'no-cache');
  c.header('ETag', asset.etag);
  if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304);
  c.header('Content-Type', asset.type);
  c.header('Vary', 'Accept-Encoding');
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(asset.body);
  c.header('Content-Encoding', 'gzip');
  return c.body(asset.packed);
}
