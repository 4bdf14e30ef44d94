import { createHmac, randomBytes } from 'node:crypto';
import { sign, verify } from 'hono/jwt';
import { z } from 'zod';

const ALGORITHM = 'HS256';

/** Signed words that nobody else can make, good until a moment. */
export interface Tokens<T> {
  make(content: T, forMs: number): Promise<string>;
  /** What was signed; undefined for words that somebody else made, that were tampered with, or that are too old. */
  open(token: string): Promise<T | undefined>;
}

/** Tokens of one kind: those of another, made with the same secret, are none of them. */
export function tokensOf<T extends object>(
  kind: string,
  secret: string,
  schema: z.ZodType<T>,
  now: () => number,
): Tokens<T> {
  const key = createHmac('sha256', secret).update(kind).digest('base64url');
  const content = z.object({ exp: z.number() });
  return {
    make: (words, forMs) => {
      const exp = Math.floor((now() + forMs) / 1000);
      return sign({ ...words, exp }, key, ALGORITHM);
    },
    async open(token) {
      const options = { alg: ALGORITHM, exp: false, iat: false, nbf: false } as const;
      const payload = await verify(token, key, options).catch(() => undefined);
      const known = content.safeParse(payload);
      if (!known.success || known.data.exp * 1000 <= now()) return undefined;
      const { exp: _, ...words } = payload ?? {};
      const parsed = schema.safeParse(words);
      return parsed.success ? parsed.data : undefined;
    },
  };
}

/** Words that open a door once. */
export interface Entries {
  issue(): string;
  /** Whether the words are good; they are not any more afterwards. */
  take(entry: string): boolean;
}

/** Entries are good for a day. */
const ENTRY_MS = 24 * 60 * 60 * 1000;

export function openEntries(now: () => number): Entries {
  const issued = new Map<string, number>();
  return {
    issue() {
      const entry = randomBytes(24).toString('base64url');
      issued.set(entry, now() + ENTRY_MS);
      return entry;
    },
    take(entry) {
      const until = issued.get(entry);
      issued.delete(entry);
      return until !== undefined && now() < until;
    },
  };
}
