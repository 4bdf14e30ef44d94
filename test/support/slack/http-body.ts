import type { IncomingMessage } from 'node:http';

export type Args = Readonly<Record<string, unknown>>;

/** Arguments that the form encoding of web-api 8 carries as JSON. */
const AS_JSON: readonly string[] = [
  'blocks',
  'view',
  'files',
  'metadata',
  'attachments',
  'prompts',
];

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The arguments of a call, from a form or from JSON. What should be JSON and is not stays a string. */
export function readArgs(type: string, body: Buffer): Args {
  const given: Args = type.startsWith('application/json')
    ? JSON.parse(body.toString() || '{}')
    : Object.fromEntries(new URLSearchParams(body.toString()));
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, AS_JSON.includes(key) ? json(value) : value]),
  );
}

function json(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** The file in an upload: the one part of a multipart form, or the body itself. */
export async function readUpload(type: string, body: Buffer): Promise<Uint8Array> {
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': type },
  }).formData();
  for (const [, part] of form) {
    if (typeof part !== 'string') return new Uint8Array(await part.arrayBuffer());
  }
  return new Uint8Array();
}

export function textArg(args: Args, name: string): string | undefined {
  const value = args[name];
  return value === undefined || value === null ? undefined : String(value);
}

export function flagArg(args: Args, name: string): boolean {
  return [true, 'true', '1', 1].includes(args[name] as string);
}
