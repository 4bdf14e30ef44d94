import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { SlackConfig } from './channels/slack/slack-parts.js';
import { AppError } from './errors.js';

/** Every setting, each a name in `.env.example`. */
const configSchema = z.object({
  /** Where filings are kept. */
  SHENBAO_DATA: z.string().min(1).default('./data'),
  /** Where finished forms are put by the terminal. */
  SHENBAO_EXPORTS: z.string().min(1).default('./exports'),
  /** The language of new conversations. */
  SHENBAO_LANG: z.enum(['zh-cn', 'en']).default('zh-cn'),
  /** The region's variant of the form: the name of a shipped profile, or the path of a JSON file. */
  SHENBAO_PROFILE: z.string().min(1).default('default'),
  /** A folder with the fonts of PDF files and pictures, instead of the package of fonts. */
  SHENBAO_FONTS: z.string().min(1).optional(),
  /** The address the web page is served at: only this machine reaches the default. */
  SHENBAO_WEB_HOST: z.string().min(1).default('127.0.0.1'),
  SHENBAO_WEB_PORT: z.coerce.number().int().min(0).max(65_535).default(8790),
  /** The address people open, where it is another: behind a proxy, or on a network. */
  SHENBAO_WEB_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** What people must know to sign in, where others can reach the page. */
  SHENBAO_WEB_SECRET: z.string().min(1).optional(),
  /** Slack is on with a bot token, and with an app token (a socket) or a signing secret (calls from Slack). */
  SHENBAO_SLACK_BOT_TOKEN: z.string().min(1).optional(),
  SHENBAO_SLACK_APP_TOKEN: z.string().min(1).optional(),
  SHENBAO_SLACK_SIGNING_SECRET: z.string().min(1).optional(),
  /** Where Slack's calls come in, behind a proxy that speaks HTTPS. */
  SHENBAO_SLACK_HOST: z.string().min(1).default('127.0.0.1'),
  SHENBAO_SLACK_PORT: z.coerce.number().int().min(0).max(65_535).default(8791),
  /** Where Slack's Web API lives. */
  SHENBAO_SLACK_API_URL: z.url({ protocol: /^https?$/ }).default('https://slack.com/api/'),
  /** The least grave log line that is written. */
  SHENBAO_LOG: z.enum(['debug', 'info', 'warn', 'error', 'off']).default('warn'),
});

export interface Config {
  readonly data: string;
  readonly exports: string;
  readonly locale: 'zh-cn' | 'en';
  readonly profile: string;
  readonly fonts: string | undefined;
  readonly web: {
    readonly host: string;
    readonly port: number;
    /** Without a path: https://shenbao.example.gov.cn. */
    readonly origin?: string;
    readonly secret?: string;
  };
  readonly slack: SlackSettings;
  readonly log: z.infer<typeof configSchema>['SHENBAO_LOG'];
}

/** Slack as it is set: not at all, not enough, or how it is spoken to. */
export type SlackSettings =
  | { readonly type: 'off' }
  | { readonly type: 'incomplete'; readonly missing: string }
  | ({ readonly type: 'on' } & SlackConfig);

/** Takes settings from a `.env` file in the working folder, where there is one; what is set already stays. */
export function loadEnvironment(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}

/** Reads the settings. Throws a sentence that names the wrong one; a value that is empty counts as not set. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = configSchema.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new AppError('config', `${issue?.path.join('.')}: ${issue?.message}`);
  }
  const { data } = parsed;
  return {
    data: data.SHENBAO_DATA,
    exports: data.SHENBAO_EXPORTS,
    locale: data.SHENBAO_LANG,
    profile: data.SHENBAO_PROFILE,
    fonts: data.SHENBAO_FONTS,
    web: {
      host: data.SHENBAO_WEB_HOST,
      port: data.SHENBAO_WEB_PORT,
      ...(data.SHENBAO_WEB_ORIGIN && { origin: new URL(data.SHENBAO_WEB_ORIGIN).origin }),
      ...(data.SHENBAO_WEB_SECRET && { secret: data.SHENBAO_WEB_SECRET }),
    },
    slack: slackSettings(data),
    log: data.SHENBAO_LOG,
  };
}

function slackSettings(data: z.infer<typeof configSchema>): SlackSettings {
  const botToken = data.SHENBAO_SLACK_BOT_TOKEN;
  const appToken = data.SHENBAO_SLACK_APP_TOKEN;
  const signingSecret = data.SHENBAO_SLACK_SIGNING_SECRET;
  if (!botToken && !appToken && !signingSecret) return { type: 'off' };
  if (!botToken) return { type: 'incomplete', missing: 'SHENBAO_SLACK_BOT_TOKEN' };
  const apiUrl = data.SHENBAO_SLACK_API_URL.replace(/\/?$/, '/');
  if (appToken) return { type: 'on', botToken, apiUrl, way: { type: 'socket', appToken } };
  if (!signingSecret) {
    return {
      type: 'incomplete',
      missing: 'SHENBAO_SLACK_APP_TOKEN / SHENBAO_SLACK_SIGNING_SECRET',
    };
  }
  const { SHENBAO_SLACK_HOST: host, SHENBAO_SLACK_PORT: port } = data;
  return { type: 'on', botToken, apiUrl, way: { type: 'http', signingSecret, host, port } };
}
