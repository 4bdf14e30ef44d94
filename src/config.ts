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
  /** The least grave log line that is written. */
  SHENBAO_LOG: z.enum(['debug', 'info', 'warn', 'error', 'off']).default('warn'),
});

export interface Config {
  readonly data: string;
  readonly exports: string;
  readonly locale: 'zh-cn' | 'en';
  readonly profile: string;
  readonly fonts: string | undefined;
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
    log: data.SHENBAO_LOG,
  };
}
