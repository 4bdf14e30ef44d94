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
  const files = names.map(async (name): Promise<[string, Asset]> => {
    const body = new Uint8Array(await readFile(join(folder, name)));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const packed = new Uint8Array(gzipSync(body));
    return [name, { body, packed, type: TYPES[extname(name)] ?? '', etag }];
  });
  return new Map(await Promise.all(files));
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
