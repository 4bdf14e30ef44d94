import { existsSync } from 'node:fs';
import { z } from 'zod';
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
  readonly log: z.infer<typeof configSchema>['SHENBAO_LOG'];
}

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
    log: data.SHENBAO_LOG,
  };
}
