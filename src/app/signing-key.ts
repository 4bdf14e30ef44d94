import { randomBytes } from 'node:crypto';
import type { Store } from './ports.js';
import { load, sealed } from './records.js';

/** A secret of this installation, made when it is first asked for: what is signed with it outlives a restart. */
export async function signingKey(store: Store, name: string): Promise<string> {
  const known = await load(store, 'key', name);
  if (known) return known.key;
  const key = randomBytes(32).toString('base64url');
  await store.put([sealed('key', name, { key })]);
  return key;
}
