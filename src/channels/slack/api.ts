import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import {
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api';
import { AppError } from '../../errors.js';
import type { SlackParts } from './slack-parts.js';

/** A message as it stands on Slack. `text` is what notifications and screen readers get. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
}

/** What is asked of Slack. What fails throws an AppError that says whether another time may do. */
export interface SlackApi {
  /** Gives the message's name. */
  post(channel: string, message: SlackMessage, thread?: string): Promise<string>;
  update(channel: string, ts: string, message: SlackMessage): Promise<void>;
  remove(channel: string, ts: string): Promise<void>;
  upload(channel: string, name: string, data: Uint8Array): Promise<void>;
  openWindow(trigger: string, view: ModalView): Promise<void>;
  showHome(user: string, view: HomeView): Promise<void>;
  /** The direct conversation with a person. */
  directWith(user: string): Promise<string>;
  /** Where a file lies that Slack has told of by its id only. */
  fileAddress(id: string): Promise<string>;
  person(user: string): Promise<{ readonly name?: string; readonly locale?: string }>;
}

/** Milliseconds until a call is made again that did not reach Slack; then the outbox takes over. */
const RETRIES_AFTER_MS = [500, 3_000];
/** Milliseconds a call may take. Without a limit one dead connection holds a conversation for good. */
const LONGEST_CALL_MS = 30_000;
/** How often the same call is slowed down by Slack before the outbox takes over. */
const MOST_SLOWDOWNS = 3;
/** Slack's own troubles, which pass. Source: the errors that its methods document as server errors. */
const PASSING = new Set([
  'fatal_error',
  'internal_error',
  'ratelimited',
  'rate_limited',
  'request_timeout',
  'service_unavailable',
]);

/**
 * How the Web API is reached. The client itself neither waits nor repeats: it would hold a turn for half an hour,
 * and when Slack slows down one method, every other call along with it.
 */
export function clientOptions({ apiUrl }: Pick<SlackParts, 'apiUrl'>): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    timeout: LONGEST_CALL_MS,
    rejectRateLimitedCalls: true,
    logger: silent,
  };
}

export function slackApi(parts: Pick<SlackParts, 'botToken' | 'apiUrl' | 'wait'>): SlackApi {
  const client = new WebClient(parts.botToken, clientOptions(parts));

  /** Tries again what may pass: a few times at once, or when Slack says. */
  async function patiently<T>(call: () => Promise<T>): Promise<T> {
    const delayAfter = patience();
    for (;;) {
      try {
        return await call();
      } catch (error) {
        const delay = delayAfter(error);
        if (delay === undefined) throw slackFault(error);
        await parts.wait(delay);
      }
    }
  }

  return {
    post: (channel, { text, blocks }, thread) =>
      patiently(async () => {
        const { ts = '' } = await client.chat.postMessage({
          ...{ channel, text, blocks: [...blocks], unfurl_links: false, unfurl_media: false },
          ...(thread !== undefined && { thread_ts: thread }),
        });
        return ts;
      }),
    update: (channel, ts, { text, blocks }) =>
      patiently(async () => {
        await client.chat.update({ channel, ts, text, blocks: [...blocks] });
      }),
    remove: (channel, ts) =>
      patiently(async () => {
        await client.chat.delete({ channel, ts });
      }),
    upload: (channel, filename, data) =>
      patiently(async () => {
        await client.filesUploadV2({ channel_id: channel, filename, file: Buffer.from(data) });
      }),
    openWindow: (trigger_id, view) =>
      patiently(async () => {
        await client.views.open({ trigger_id, view });
      }),
    showHome: (user_id, view) =>
      patiently(async () => {
        await client.views.publish({ user_id, view });
      }),
    directWith: (users) =>
      patiently(async () => (await client.conversations.open({ users })).channel?.id ?? users),
    fileAddress: (file) =>
      patiently(async () => {
        const { file: found } = await client.files.info({ file });
        return found?.url_private_download ?? found?.url_private ?? '';
      }),
    person: (user) =>
      patiently(async () => {
        const { user: found } = await client.users.info({ user, include_locale: true });
        const name = found?.profile?.display_name || found?.real_name || found?.name;
        return { ...(name && { name }), ...(found?.locale && { locale: found.locale }) };
      }),
  };
}

/** Milliseconds to wait after each failure of a call; undefined when it is not to be made again. */
function patience(): (error: unknown) => number | undefined {
  const delays = [...RETRIES_AFTER_MS];
  let slowdowns = 0;
  return (error) => {
    if (!(error instanceof WebAPIRateLimitedError)) {
      return slackFault(error).retryable ? delays.shift() : undefined;
    }
    slowdowns += 1;
    return slowdowns > MOST_SLOWDOWNS ? undefined : error.retryAfter * 1_000;
  };
}

/** What Slack refused, for whoever runs the program; never what somebody said, and no token. */
export function slackFault(error: unknown): AppError {
  if (error instanceof WebAPIPlatformError) {
    const { data } = error;
    const code = data.error;
    const scope = 'needed' in data ? ` (needs ${String(data.needed)})` : '';
    const retryable = PASSING.has(code);
    return new AppError('channel', `Slack refuses: ${code}${scope}`, { retryable });
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'failed';
  return new AppError('channel', `Slack not reached: ${code}`, { retryable: true, cause: error });
}

/** What Slack's own programs have to say holds what people said: it is not written anywhere. */
export const silent: NonNullable<WebClientOptions['logger']> = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  // The grave level, so that nothing is put into words that nobody reads.
  getLevel: () => 'error' as ReturnType<NonNullable<WebClientOptions['logger']>['getLevel']>,
  setName: () => {},
};
