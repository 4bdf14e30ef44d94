import { z } from 'zod';
import type { Locale } from '../../forms/form.js';
import { type Diagnosis, right, unseen, wrong } from '../diagnosis.js';
import { doctorEn } from './doctor-en.js';
import { doctorZhCn } from './doctor-zh-cn.js';
import type { SlackConfig } from './slack-parts.js';

/** What the bot must be allowed. The same stand in the manifest that the app is created with. */
export const BOT_SCOPES = [
  'app_mentions:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'im:history',
  'im:read',
  'im:write',
  'users:read',
];

/** Slack refuses calls, and this program Slack's, when their clocks differ by five minutes. */
const MOST_SKEW_MS = 60_000;
const LONGEST_MS = 10_000;
/** What Slack signs with is 32 hexadecimal digits. */
const SIGNING_SECRET = /^[0-9a-f]{32}$/;

const answerSchema = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team: z.string().optional(),
  user: z.string().optional(),
});

interface Answer extends z.infer<typeof answerSchema> {
  /** What the token may do; undefined where the answer does not say. */
  readonly scopes: readonly string[] | undefined;
  /** Milliseconds that this machine's clock is ahead of Slack's; undefined where it does not say. */
  readonly skew: number | undefined;
}

/** Looks at everything of Slack that can be seen from here, a line each. Says nothing anywhere on Slack. */
export async function examineSlack(
  config: SlackConfig,
  locale: Locale,
  now: () => number,
): Promise<readonly Diagnosis[]> {
  const words = locale === 'en' ? doctorEn : doctorZhCn;
  const { apiUrl, botToken, way } = config;
  const ask = (method: string, token: string) => asked(apiUrl, method, token, now);
  const bot = await ask('auth.test', botToken);
  if (typeof bot === 'string') return [wrong(words.unreached(new URL(apiUrl).host, bot))];
  return [
    ...ofToken(bot, words),
    ...ofClock(bot, words),
    ...(way.type === 'socket'
      ? ofSocket(await ask('apps.connections.open', way.appToken), words)
      : ofCalls(way, words)),
    unseen(words.events),
  ];
}

type Words = typeof doctorZhCn;

function ofToken({ ok, error = '', team = '', user = '', scopes }: Answer, words: Words) {
  if (!ok) return [wrong(words.botToken(error))];
  const missing = BOT_SCOPES.filter((scope) => scopes?.includes(scope) === false);
  const rights =
    scopes === undefined
      ? unseen(words.scopesUnseen)
      : missing.length > 0
        ? wrong(words.scopesMissing(missing))
        : right(words.scopes);
  return [right(words.bot(team, user)), rights];
}

function ofClock({ skew }: Answer, words: Words): readonly Diagnosis[] {
  if (skew === undefined) return [];
  const seconds = Math.round(Math.abs(skew) / 1_000);
  return Math.abs(skew) > MOST_SKEW_MS
    ? [wrong(words.clockOff(seconds, skew > 0))]
    : [right(words.clock(seconds))];
}

function ofSocket(answer: Answer | string, words: Words): readonly Diagnosis[] {
  if (typeof answer === 'string') return [wrong(words.socket(answer))];
  return [answer.ok ? right(words.socketOpens) : wrong(words.appToken(answer.error ?? ''))];
}

function ofCalls(
  { signingSecret, host, port }: Extract<SlackConfig['way'], { type: 'http' }>,
  words: Words,
): readonly Diagnosis[] {
  const secret = SIGNING_SECRET.test(signingSecret)
    ? right(words.signingSecret)
    : wrong(words.signingSecretOdd);
  return [secret, unseen(words.address(host, port))];
}

/** What Slack answers, or why it did not. */
async function asked(
  apiUrl: string,
  method: string,
  token: string,
  now: () => number,
): Promise<Answer | string> {
  try {
    const response = await fetch(`${apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    const parsed = answerSchema.safeParse(await response.json().catch(() => undefined));
    if (!parsed.success) return `HTTP ${response.status}`;
    const date = Date.parse(response.headers.get('date') ?? '');
    const scopes = response.headers.get('x-oauth-scopes');
    return {
      ...parsed.data,
      scopes: scopes?.split(',').map((scope) => scope.trim()),
      skew: Number.isNaN(date) ? undefined : now() - date,
    };
  } catch (error) {
    return reasonOf(error);
  }
}

/** Why a call failed: fetch hides it behind a sentence of its own. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return cause instanceof Error ? cause.name : String(cause);
}
